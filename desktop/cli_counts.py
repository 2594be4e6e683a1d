"""The commands `count` and `counts`."""

from typing import Annotated

import typer

from desktop import cli_run
from desktop.cli_tasks import Items, Json, Partial, Place, Reference, Scans, read_lines


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    app.command("count")(count)
    counts = typer.Typer(name="counts", help="Counts that wait for a decision.", no_args_is_help=False)
    counts.callback(invoke_without_command=True)(show)
    counts.command("decide")(decide)
    app.add_typer(counts)


def count(
    items: Items = None,
    scans: Scans = None,
    place: Place = "",
    reference: Reference = "",
    order: Annotated[str, typer.Option(help="The number of the order to count; the book is not shown then.")] = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more is counted for the order.")] = False,
    note: str = "",
    zero_uncounted: Annotated[
        bool, typer.Option("--zero-uncounted", help="What the book has at a scanned place and nobody scanned is gone.")
    ] = False,
    partial: Partial = False,
    as_json: Json = False,
) -> None:
    """Count goods place by place; what is sold meanwhile stays sold."""
    values = {"place": place, "reference": reference, "note": note, "zero_uncounted": zero_uncounted}
    values |= {"order": order, "end": end}
    cli_run.do("count", {"scans": [*(items or []), *read_lines(scans)], "partial": partial, **values}, as_json)


def show(context: typer.Context, as_json: Json = False) -> None:
    """List what waits: the counts of it, the book, and what moved since."""
    if context.invoked_subcommand is None:
        cli_run.do("counts", {}, as_json)


def decide(
    matter: Annotated[str, typer.Argument(help="As `counts` names it.")],
    choice: Annotated[str, typer.Argument(help="The number of the count that stands, or none.")],
    note: str = "",
    as_json: Json = False,
) -> None:
    """Decide which count stands, or that none does."""
    cli_run.do("counts decide", {"matter": matter, "choice": choice, "note": note}, as_json)
