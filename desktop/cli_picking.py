"""The commands `orders`, `pick`, `pack` and `stickers`."""

from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run
from desktop.cli_tasks import Json, Scans
from desktop.domain.parcel import WEIGHT_REASONS
from desktop.scan_files import read_scans


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    app.command("orders")(orders)
    app.command("pick")(pick)
    app.command("pack")(pack)
    app.command("stickers")(stickers)


def orders(
    kind: Annotated[
        str, typer.Option(help="Only these: receipt, picking, sending, arrival, supplier_return, count, refill.")
    ] = "",
    as_json: Json = False,
) -> None:
    """List what head office wants done, the most urgent first, and who is at it."""
    cli_run.do("orders", {"kind": kind}, as_json)


def pick(
    numbers: Annotated[
        list[str] | None, typer.Argument(help="Numbers of orders; several are picked on one way.")
    ] = None,
    supply: Annotated[str, typer.Option(help="All open orders of this supply.")] = "",
    scan: Annotated[
        list[str] | None,
        typer.Option(
            help="A scan: a place or its check code, goods, 3*CODE, a tote, CMD:BACK, CMD:SHORT why, CMD:INSTEAD."
        ),
    ] = None,
    scans: Scans = None,
    take_over: Annotated[bool, typer.Option("--take-over", help="Go on with what somebody else has begun.")] = False,
    at_once: Annotated[
        bool, typer.Option("--at-once", help="Do not wait for a refill: fetch it from where the goods lie.")
    ] = False,
    totes: Annotated[bool, typer.Option("--totes", help="Each order has a tote of its own.")] = False,
    end: Annotated[
        bool, typer.Option("--end", help="Nothing more comes for these orders, whatever is missing.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fetch the goods of orders, or refill a pick face; without scans show the way."""
    lines = [*(scan or []), *read_scans(scans)]
    values = {"scans": lines, "take_over": take_over, "at_once": at_once, "totes": totes, "end": end}
    cli_run.do("pick", {"numbers": numbers or [], "supply": supply, **values}, as_json)


def pack(
    number: Annotated[str, typer.Argument(help="Number of an order that was picked.")],
    scan: Annotated[
        list[str] | None,
        typer.Option(help="A scan: goods, 3*CODE, CMD:BACK, CMD:PARCEL for another parcel, CMD:INSTEAD."),
    ] = None,
    scans: Scans = None,
    weight: Annotated[str, typer.Option(help="What the last parcel weighs, in kg.")] = "",
    accept_weight: Annotated[
        bool, typer.Option("--accept-weight", help="The weight is right, whatever is known.")
    ] = False,
    reason: Annotated[str, typer.Option(help=f"Why the weight is right: {', '.join(WEIGHT_REASONS)}, or words.")] = "",
    end: Annotated[bool, typer.Option("--end", help="What is missing does not come.")] = False,
    label: Annotated[Path | None, typer.Option(help="Where the labels go: FILE.pdf or FILE.zpl.")] = None,
    as_json: Json = False,
) -> None:
    """Pack what was picked: every piece is scanned once more; without scans show what is left."""
    values = {
        "number": number,
        "scans": [*(scan or []), *read_scans(scans)],
        "weight": weight,
        "accept_weight": accept_weight,
        "reason": reason,
        "end": end,
        "label": str(label.absolute()) if label else "",
    }
    cli_run.do("pack", values, as_json)


def stickers(
    numbers: Annotated[list[str] | None, typer.Argument(help="Numbers of orders.")] = None,
    to: Annotated[
        Path | None, typer.Option(help="FILE.pdf, or FILE.zpl as a label printer reads it; the printer without.")
    ] = None,
    supply: Annotated[str, typer.Option(help="All open orders of this supply.")] = "",
    as_json: Json = False,
) -> None:
    """Print the labels of orders: number as bars and in big figures, and the code that a marketplace wants."""
    where = str(to.absolute()) if to else ""
    cli_run.do("stickers", {"numbers": numbers or [], "supply": supply, "to": where}, as_json)
