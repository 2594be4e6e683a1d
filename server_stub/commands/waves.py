"""Commands about waves: pickings that are released together."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from server_stub.commands.session import Session, command, table
from server_stub.commands.terminals import choose_shop, note_command
from server_stub.faults import Denied, Refusal

if TYPE_CHECKING:
    from server_stub.database import Connection, Pool
    from server_stub.orders.waves import Wave

T = TypeVar("T")
Number = Annotated[str, typer.Argument(metavar="WAVE", help="The number of the wave.")]
Shop = Annotated[str | None, typer.Option(help="The shop, by id or name, where there are several.")]
_LIST = """
SELECT w.number, w.released_at, count(o.id), count(o.id) FILTER (WHERE o.ended_at IS NOT NULL)
FROM wave w LEFT JOIN work_order o ON o.wave_id = w.id AND NOT o.cancelled WHERE w.shop_id = %s
GROUP BY w.id ORDER BY w.released_at IS NOT NULL, w.opened_at DESC LIMIT 200
"""


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    waves = typer.Typer(help="Pickings that are released together.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(waves, name="wave")
    command(waves, "list")(list_waves)
    command(waves, "add")(add)
    command(waves, "show")(show)
    command(waves, "release")(release)
    command(waves, "dissolve")(dissolve)
    command(waves, "jump")(jump)


def list_waves(session: Session, shop: Shop = None) -> None:
    """List the waves, those that are not released first."""

    async def work(conn: "Connection", shop_id: str) -> list[tuple[str, datetime | None, int, int]]:
        return await (await conn.execute(_LIST, (shop_id,))).fetchall()

    rows = _run(session, shop, work)
    told = [{"number": row[0], "released_at": row[1], "orders": row[2], "ended": row[3]} for row in rows]
    lines = [(row[0], _released(row[1]), str(row[2]), str(row[3])) for row in rows]
    text = table(("WAVE", "STATE", "ORDERS", "PICKED"), lines) if rows else "There is no wave."
    session.report({"waves": told}, text)


def add(
    session: Session,
    wave: Number,
    orders: Annotated[
        list[str] | None, typer.Argument(metavar="[ORDER]...", help="These open pickings; without any, all that fit.")
    ] = None,
    carrier: Annotated[str | None, typer.Option(help="Only for this carrier.")] = None,
    until: Annotated[
        datetime | None, typer.Option(help="Only what has to be ready by then, in UTC.", formats=["%Y-%m-%dT%H:%M"])
    ] = None,
    urgency: Annotated[int | None, typer.Option(help="Only of this priority or a higher one.")] = None,
    shop: Shop = None,
) -> None:
    """Gather open pickings that nobody has begun; the tills hear no more of them until the wave is released."""

    async def work(conn: "Connection", shop_id: str) -> "Wave":
        from server_stub.orders.waves import Choice, gather

        choice = Choice(orders or None, carrier, until.replace(tzinfo=UTC) if until else None, urgency)
        found = await gather(conn, shop_id, wave, choice, datetime.now(UTC))
        await note_command(conn, "wave.gathered", wave, {"orders": [one.number for one in found.orders]})
        return found

    _report(session, _run(session, shop, work))


def show(session: Session, wave: Number, shop: Shop = None) -> None:
    """Show how far the orders of a wave are."""

    async def work(conn: "Connection", shop_id: str) -> "Wave":
        from server_stub.orders.waves import read_wave

        return await read_wave(conn, shop_id, wave)

    _report(session, _run(session, shop, work))


def release(session: Session, wave: Number, shop: Shop = None) -> None:
    """Release all orders of a wave: the tills hear of them at once."""

    async def work(conn: "Connection", shop_id: str) -> "Wave":
        from server_stub.orders.waves import release_wave

        found = await release_wave(conn, shop_id, wave, datetime.now(UTC))
        await note_command(conn, "wave.released", wave)
        return found

    _report(session, _run(session, shop, work))


def dissolve(session: Session, wave: Number, shop: Shop = None) -> None:
    """Let go of a wave: its orders are as if they never were in it."""

    async def work(conn: "Connection", shop_id: str) -> None:
        from server_stub.orders.waves import dissolve

        await dissolve(conn, shop_id, wave)
        await note_command(conn, "wave.dissolved", wave)

    _run(session, shop, work)
    session.report({"wave": wave}, f"{wave} is dissolved.")


def jump(
    session: Session,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="The number of an open picking.")],
    shop: Shop = None,
) -> None:
    """Have a picking done before all others: it jumps its wave and waits for no refill."""

    async def work(conn: "Connection", shop_id: str) -> None:
        from server_stub.orders.refilling import refill_faces
        from server_stub.orders.releasing import release_order

        named = "SELECT id::text FROM work_order WHERE shop_id = %s AND kind = 'picking' AND number = %s"
        row = await (await conn.execute(named, (shop_id, order))).fetchone()
        if row is None or not await release_order(conn, shop_id, row[0]):
            raise Denied(404, f"There is no open picking {order}")
        await refill_faces(conn, shop_id, datetime.now(UTC))
        await note_command(conn, "order.released", f"order:{row[0]}", {"kind": "picking", "number": order})

    _run(session, shop, work)
    session.report({"order": order}, f"{order} goes before all others.")


def _run(session: Session, shop: str | None, work: "Callable[[Connection, str], Awaitable[T]]") -> T:
    async def working(pool: "Pool") -> T:
        ident = await choose_shop(pool, shop)
        if not ident:
            raise Refusal("shop.unknown", "There are several shops", "Name one with --shop.")
        try:
            async with pool.connection() as conn, conn.transaction():
                return await work(conn, ident)
        except Denied as denied:
            raise Refusal("wave.refused", denied.message) from denied

    return session.run(working)


def _released(at: datetime | None) -> str:
    return f"released {at:%Y-%m-%d %H:%M}" if at else "held"


def _report(session: Session, wave: "Wave") -> None:
    rows = [
        (one.number, one.state, one.carrier, f"{one.cut_off:%Y-%m-%d %H:%M}" if one.cut_off else "", str(one.priority),
         f"{one.done}/{one.lines}")
        for one in wave.orders
    ]  # fmt: skip
    heads = ("ORDER", "STATE", "CARRIER", "READY BY", "PRIORITY", "LINES")
    text = table(heads, rows) if rows else "It has no orders."
    session.report(asdict(wave), f"{_released(wave.released_at)}\n{text}")
