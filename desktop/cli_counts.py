"""The commands `count` and `counts`."""

from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run
from desktop.cli_tasks import Items, Json, Partial, Place, Reference, Scans, TakeOver, read_lines


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    app.command("count")(count)
    counts = typer.Typer(name="counts", help="Counts that wait for a decision.", no_args_is_help=False)
    counts.callback(invoke_without_command=True)(show)
    counts.command("decide")(decide)
    counts.command("sheet")(sheet)
    app.add_typer(counts)
    imports = typer.Typer(name="import", help="Take in what was written down elsewhere.", no_args_is_help=True)
    imports.callback()(lambda: None)  # with one command it would lose its name
    imports.command("counts")(import_counts)
    app.add_typer(imports)


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
    take_over: TakeOver = False,
    as_json: Json = False,
) -> None:
    """Count goods place by place; what is sold meanwhile stays sold."""
    values = {"place": place, "reference": reference, "note": note, "zero_uncounted": zero_uncounted}
    values |= {"order": order, "end": end, "take_over": take_over}
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


def sheet(
    file: Annotated[Path, typer.Argument(help="The PDF to write.")],
    order: Annotated[str, typer.Option(help="The number of the order to count.")] = "",
    place: Annotated[
        list[str] | None, typer.Option(help="Places by a pattern of their codes, like A-01-*; repeat it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Write sheets to count on: goods by place, without what the book has."""
    values = {"file": str(file.absolute()), "order": order, "places": place or []}
    cli_run.do("counts sheet", values, as_json)


def import_counts(
    file: Annotated[Path, typer.Argument(help="CSV with the columns place, code, quantity and, if you like, lot.")],
    order: Annotated[str, typer.Option(help="The number of the order that was counted.")] = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more is counted for the order.")] = False,
    reference: Reference = "",
    note: str = "",
    zero_uncounted: Annotated[
        bool, typer.Option("--zero-uncounted", help="What the book has at a counted place and no row names is gone.")
    ] = False,
    take_over: TakeOver = False,
    as_json: Json = False,
) -> None:
    """Count what a file says, as of now: import it before anything is sold. Bad rows are told all at once."""
    values = {"reference": reference, "note": note, "zero_uncounted": zero_uncounted, "order": order, "end": end}
    values["take_over"] = take_over
    cli_run.do("import counts", {"text": file.read_text(encoding="utf-8-sig"), **values}, as_json)
