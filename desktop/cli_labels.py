"""The commands `label` and `badges`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run
from desktop.cli_tasks import read_lines

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
Square = Annotated[bool, typer.Option("--qr", help="A QR code instead of bars.")]


def add_commands(app: typer.Typer) -> None:
    """Add both."""
    app.command("label")(label)
    app.command("badges")(badges)


def label(
    items: Annotated[list[str] | None, typer.Argument(help="A code as the scanner sends it, 3*CODE, or a SKU.")] = None,
    scans: Annotated[
        Path | None, typer.Option(help="A file of such codes, one a line, # begins a comment; - is standard input.")
    ] = None,
    changed: Annotated[
        bool, typer.Option("--changed", help="All goods whose price or name changed since their last label.")
    ] = False,
    category: Annotated[str, typer.Option(help="All goods of a category.")] = "",
    places: Annotated[
        list[str] | None, typer.Option(help="Labels of places instead: codes such as A-01-*, A-{01..12}-?; repeat it.")
    ] = None,
    plates: Annotated[
        list[str] | None, typer.Option("--plate", help="Labels of pallets instead: a number (SSCC); repeat it.")
    ] = None,
    following: Annotated[int, typer.Option(min=1, help="With --plate: so many, numbered on from there.")] = 1,
    copies: Annotated[int, typer.Option(min=1, max=999, help="So many of each.")] = 1,
    size: Annotated[str, typer.Option(help="40x25, 58x40 or 70x36; as in the settings without.")] = "",
    square: Square = False,
    weight: Annotated[str, typer.Option(help="In kg: a label of one package, with its weight in the code.")] = "",
    to: Annotated[
        Path | None, typer.Option(help="A file: .pdf, or .zpl, .tspl, .escpos as the printer gets it.")
    ] = None,
    sheet: Annotated[bool, typer.Option("--sheet", help="A PDF of A4 sheets: 24 labels of 70x36 on each.")] = False,
    skip: Annotated[int, typer.Option(min=0, help="Places of the first sheet that are used already.")] = 0,
    only_list: Annotated[bool, typer.Option("--list", help="Print nothing, only tell.")] = False,
    jobs: Annotated[bool, typer.Option("--jobs", help="List what was printed last, and what waits.")] = False,
    find: Annotated[
        str, typer.Option(help="With --jobs: only those that name this, or printed by such a person.")
    ] = "",
    before: Annotated[str, typer.Option(metavar="JOB", help="With --jobs: those that are older than this.")] = "",
    again: Annotated[str, typer.Option(metavar="JOB", help="Print the labels of a job once more.")] = "",
    as_json: Json = False,
) -> None:
    """Print labels of goods: price, price per kilogram or litre, former price, code. Or of places: code, check code."""
    look = {"copies": copies, "size": size, "square": square, "sheet": sheet, "skip": skip, "only_list": only_list}
    look |= {"to": str(to.absolute()) if to else ""}
    if jobs:
        cli_run.do("label jobs", {"find": find, "before": before}, as_json)
    if again:
        cli_run.do("label again", {"job": again}, as_json)
    if plates:
        asked = {name: look[name] for name in ("copies", "size", "to", "only_list")}
        cli_run.do("label plates", {"plates": plates, "following": following, **asked}, as_json)
    if places:
        cli_run.do("label places", {"patterns": places, **look}, as_json)
    values = {
        "items": items or [],
        "scans": read_lines(scans),
        "changed": changed,
        "category": category,
        "weight": weight,
        **look,
    }
    cli_run.do("label", values, as_json)


def badges(
    file: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="The PDF to write.")],
    square: Square = False,
    as_json: Json = False,
) -> None:
    """Write badges of people as cards on A4; standard input has a line for each: LOGIN, or LOGIN and the code.

    Without a code a new one is made and told, to be given to `eckwms-server users badge`.
    """
    lines = sys.stdin.read().splitlines()
    cli_run.do("badges", {"lines": lines, "file": str(file.absolute()), "square": square}, as_json)
