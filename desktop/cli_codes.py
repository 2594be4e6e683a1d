"""The commands `parked` and `bind`: codes that nobody knew when they were scanned."""

from typing import Annotated

import typer

from desktop import cli_run

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]


def add_commands(app: typer.Typer) -> None:
    """Add them all."""
    app.command("parked")(parked)
    app.command("bind")(bind)


def parked(
    post: Annotated[str, typer.Option(help="Post the task with this id, whose codes are known by now.")] = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more comes for its order.")] = False,
    reason: Annotated[str, typer.Option(help="Why goods are missing or too many.")] = "",
    as_json: Json = False,
) -> None:
    """List the scans that wait for a code to be known, or post them."""
    cli_run.do("parked", {"post": post, "end": end, "reason": reason}, as_json)


def bind(
    code: Annotated[str, typer.Argument(help="The code that nobody knows.")],
    item: Annotated[str, typer.Argument(help="The goods: another code of theirs, or the article number.")],
    pack: Annotated[str, typer.Option(help="How many of them one scan means.")] = "1",
    as_json: Json = False,
) -> None:
    """Give a code to goods; head office takes it unless others have it."""
    cli_run.do("bind", {"code": code, "item": item, "pack": pack}, as_json)
