"""The command `workers`: what people did in the warehouse."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from server_stub.commands.session import Session, command, table
from server_stub.commands.terminals import choose_shop
from server_stub.faults import Refusal

if TYPE_CHECKING:
    from server_stub.database import Pool
    from server_stub.orders.picking_workers import WorkerFigures


def add_commands(app: typer.Typer) -> None:
    """Add the command to the program."""
    command(app, "workers")(workers)


def workers(
    session: Session,
    shop: Annotated[str | None, typer.Option(help="The shop, by id or name, where there are several.")] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day; today without.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day; today without.")
    ] = None,
) -> None:
    """Show documents, lines, scans and wrong scans by person, and how many scans in an hour."""
    today = datetime.now(UTC).astimezone().date()
    ends = last.date() if last else today
    begins = first.date() if first else ends

    async def work(pool: "Pool") -> "list[WorkerFigures]":
        from server_stub.orders.picking_workers import read_workers

        ident = await choose_shop(pool, shop)
        if not ident:
            raise Refusal("shop.unknown", "There are several shops", "Name one with --shop.")
        async with pool.connection() as conn:
            return await read_workers(conn, ident, begins, ends)

    found = session.run(work)
    rows = [
        {
            "person": one.person,
            "documents": one.documents,
            "orders": one.orders,
            "lines": one.lines,
            "scans": one.scans,
            "wrong": one.refused,
            "scans_per_hour": one.scans_per_hour,
        }
        for one in found
    ]
    heads = ("PERSON", "DOCUMENTS", "ORDERS", "LINES", "SCANS", "WRONG", "SCANS/H")
    lines = [tuple(str(value) for value in row.values()) for row in rows]
    answer = {"from": begins.isoformat(), "to": ends.isoformat(), "workers": rows}
    session.report(answer, table(heads, lines) if rows else "Nobody made a document.")
