"""The commands `orders` and `pick`."""

from typing import Annotated

import typer

from desktop import cli_run
from desktop.cli_tasks import Json, Scans
from desktop.scan_files import read_scans


def add_commands(app: typer.Typer) -> None:
    """Add them."""
    app.command("orders")(orders)
    app.command("pick")(pick)


def orders(
    kind: Annotated[str, typer.Option(help="Only these: receipt, picking, sending, arrival, count.")] = "",
    as_json: Json = False,
) -> None:
    """List what head office wants done, the most urgent first, and who is at it."""
    cli_run.do("orders", {"kind": kind}, as_json)


def pick(
    numbers: Annotated[list[str], typer.Argument(help="Numbers of orders; several are picked on one way.")],
    scan: Annotated[
        list[str] | None,
        typer.Option(
            help="A scan: a place or its check code, goods, 3*CODE, a tote, CMD:BACK, CMD:SHORT why, CMD:INSTEAD."
        ),
    ] = None,
    scans: Scans = None,
    take_over: Annotated[bool, typer.Option("--take-over", help="Go on with what somebody else has begun.")] = False,
    totes: Annotated[bool, typer.Option("--totes", help="Each order has a tote of its own.")] = False,
    end: Annotated[
        bool, typer.Option("--end", help="Nothing more comes for these orders, whatever is missing.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fetch the goods of orders; without scans show the way."""
    values = {"scans": [*(scan or []), *read_scans(scans)], "take_over": take_over, "totes": totes, "end": end}
    cli_run.do("pick", {"numbers": numbers, **values}, as_json)
