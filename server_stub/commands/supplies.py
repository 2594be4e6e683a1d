"""Commands about supplies: orders that are picked, packed and handed over together."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from server_stub.commands.session import Session, command, table
from server_stub.commands.terminals import choose_shop, note_command
from server_stub.faults import Denied, Refusal

if TYPE_CHECKING:
    from server_stub.database import Connection, Pool
    from server_stub.orders.supplies import Supply

Number = Annotated[str, typer.Argument(metavar="SUPPLY", help="The number of the supply.")]
Shop = Annotated[str | None, typer.Option(help="The shop, by id or name, where there are several.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    supplies = typer.Typer(
        help="Orders that are picked, packed and handed over together.", no_args_is_help=True, rich_markup_mode=None
    )
    app.add_typer(supplies, name="supply")
    command(supplies, "add")(add)
    command(supplies, "show")(show)
    command(supplies, "close")(close)


def add(
    session: Session,
    supply: Number,
    orders: Annotated[
        list[str], typer.Argument(metavar="ORDER[=STICKER]...", help="Open pickings, and what their labels carry.")
    ],
    shop: Shop = None,
) -> None:
    """Put pickings into a supply, which is made if it is new; they are packed after picking."""
    stickers = {number: sticker for number, _, sticker in (order.partition("=") for order in orders)}

    async def work(conn: "Connection", shop_id: str) -> "Supply":
        from server_stub.orders.supplies import bundle

        found = await bundle(conn, shop_id, supply, stickers, datetime.now(UTC))
        await note_command(conn, "supply.bundled", supply, {"orders": list(stickers)})
        return found

    _report(session, _run(session, shop, work))


def show(session: Session, supply: Number, shop: Shop = None) -> None:
    """Show how far the orders of a supply are."""

    async def work(conn: "Connection", shop_id: str) -> "Supply":
        from server_stub.orders.supplies import read_supply

        return await read_supply(conn, shop_id, supply)

    _report(session, _run(session, shop, work))


def close(
    session: Session,
    supply: Number,
    shop: Shop = None,
    leave_open: Annotated[bool, typer.Option("--leave-open", help="What is not packed goes with another one.")] = False,
    paper: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write what went, with its QR code.")] = None,
    language: Annotated[str, typer.Option(help="Of the paper: en, ru or de.")] = "en",
) -> None:
    """Close a supply: everything in it is packed and goes."""

    async def work(conn: "Connection", shop_id: str) -> "Supply":
        from server_stub.orders.supplies import close_supply

        found = await close_supply(conn, shop_id, supply, datetime.now(UTC), leave_open=leave_open)
        await note_command(conn, "supply.closed", supply)
        return found

    closed = _run(session, shop, work)
    if paper is not None:
        from server_stub.orders.supplies_paper import draw_paper

        paper.write_text(draw_paper(closed, language), encoding="utf-8")
    _report(session, closed)


def _run(session: Session, shop: str | None, work: "Callable[[Connection, str], Awaitable[Supply]]") -> "Supply":
    async def working(pool: "Pool") -> "Supply":
        ident = await choose_shop(pool, shop)
        if not ident:
            raise Refusal("shop.unknown", "There are several shops", "Name one with --shop.")
        try:
            async with pool.connection() as conn, conn.transaction():
                return await work(conn, ident)
        except Denied as denied:
            raise Refusal("supply.refused", denied.message) from denied

    return session.run(working)


def _report(session: Session, supply: "Supply") -> None:
    rows = [(one.number, one.state, one.partner, ", ".join(one.parcels)) for one in supply.orders]
    heads = ("ORDER", "STATE", "FOR", "PARCELS")
    closed = f"Closed {supply.closed_at:%Y-%m-%d %H:%M}" if supply.closed_at else "Open"
    session.report(asdict(supply), f"{closed}\n{table(heads, rows) if rows else 'It has no orders.'}")
