"""The enquiry of a terminal for figures: reports about its shop's goods, and what other shops have of a product.

Who sees values and margins in the console sees them at a till: the person who asks must be a manager there. What is
about quantities alone everybody may ask.
"""

from datetime import date
from typing import Any

import msgspec
from litestar import Request
from litestar.di import NamedDependency
from msgspec import Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import quantity_text
from server_stub.api.movements_of_item import ItemMovement, read_item_movements, tell_item_movement
from server_stub.api.reports_goods import REPORTS, read_as_of, read_report
from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.identity.callers import MANAGERS
from server_stub.terminals.registration import is_uuid
from sync.wire.figures import EVERYWHERE, FIGURES, MOST_FIGURES, MOVEMENTS, FiguresAnswer, FiguresQuestion

_FOR_ALL = (EVERYWHERE, MOVEMENTS, "reorder")
_NOW = (*_FOR_ALL, "accuracy")
"""Reports that do not come from the days of value."""
_MOST_DAYS = 3660
_HIDDEN = ("shop", "product", "place", "document", "terminal", "seq", "landed")
"""What a till does not show; what goods cost is not for everybody who may look at their movements."""
_ROLE = "SELECT role FROM person WHERE id = %s AND active AND shop_id = %s"
_EVERYWHERE = """
SELECT h.name AS shop, h.id = %(shop)s AS own, coalesce(s.milli, 0)::bigint AS on_hand_milli,
    coalesce(r.milli, 0)::bigint AS reserved_milli, i.acked_at AS heard_at
FROM shop h
LEFT JOIN LATERAL (SELECT sum(k.on_hand_milli) AS milli FROM stock k JOIN place p ON p.id = k.place_id
    WHERE k.shop_id = h.id AND k.product_id = %(product)s
        AND p.kind NOT IN ('waste', 'lost_and_found', 'quarantine')) s ON true
LEFT JOIN LATERAL (SELECT sum(quantity_milli) AS milli FROM reservation
    WHERE shop_id = h.id AND product_id = %(product)s) r ON true
LEFT JOIN LATERAL (SELECT max(n.acked_at) AS acked_at FROM registered_devices d JOIN incarnation n USING (device_uuid)
    WHERE d.shop_id = h.id) i ON true
ORDER BY own DESC, on_hand_milli DESC, h.name LIMIT %(limit)s
"""
"""What goods a shop could give; `heard_at` is when one of its tills last handed something in."""


class ShopStock(Struct, frozen=True, kw_only=True):
    """What a shop has of a product, and how old that is."""

    shop: str
    on_hand: str
    reserved: str
    free: str
    heard_at: str


async def ask_figures(request: Request[Caller, Any, Any], context: NamedDependency[Context]) -> FiguresAnswer:
    """Answer a terminal's question about goods of its shop."""
    asked = await _read(request)
    first, last = _days(asked)
    known = asked.report in REPORTS or asked.report in (EVERYWHERE, MOVEMENTS)
    if not known:
        raise Denied(404, "There is no such report")
    async with context.pool.connection() as conn, conn.transaction():
        await conn.execute("SET LOCAL statement_timeout = 5000")
        await _check(conn, asked, request.user.shop)
        kind, rows = await _rows(conn, asked, request.user.shop, first, last)
        as_of = None if asked.report in _NOW else await read_as_of(conn)
    columns = [name for name in kind.__struct_fields__ if name not in _HIDDEN or kind is ShopStock]
    told = tuple(tuple(_text(getattr(row, name)) for name in columns) for row in rows[:MOST_FIGURES])
    moment = as_of.isoformat(timespec="seconds") if as_of else ""
    return FiguresAnswer(columns=tuple(columns), rows=told, as_of=moment, more=len(rows) > MOST_FIGURES)


async def _read(request: Request[Caller, Any, Any]) -> FiguresQuestion:
    try:
        return msgspec.json.decode(await request.body(), type=FiguresQuestion)
    except msgspec.DecodeError as error:
        raise Denied(400, str(error)) from error


def _days(asked: FiguresQuestion) -> tuple[date, date]:
    try:
        first, last = date.fromisoformat(asked.first), date.fromisoformat(asked.last)
    except ValueError as error:
        raise Denied(400, "first and last are days") from error
    one = asked.report in (EVERYWHERE, MOVEMENTS)
    if not 0 <= (last - first).days <= _MOST_DAYS or not 0 < asked.days <= _MOST_DAYS:
        raise Denied(400, "last is not before first, and at most ten years later")
    if one and not is_uuid(asked.product_id):
        raise Denied(400, "this is about a product")
    return first, last


async def _check(conn: Connection, asked: FiguresQuestion, shop: str) -> None:
    if asked.report in _FOR_ALL:
        return
    row = None
    if is_uuid(asked.asked_by):
        row = await (await conn.execute(_ROLE, (asked.asked_by, shop))).fetchone()
    if row is None or row[0] not in MANAGERS:
        raise Denied(409, "Values are for managers")


async def _rows(
    conn: Connection, asked: FiguresQuestion, shop: str, first: date, last: date
) -> tuple[type[Struct], list[Any]]:
    limit = MOST_FIGURES + 1
    if asked.report == EVERYWHERE:
        values = {"shop": shop, "product": asked.product_id, "limit": limit}
        async with conn.cursor(row_factory=dict_row) as cursor:
            await cursor.execute(_EVERYWHERE, values)
            return ShopStock, [_shop_stock(row) for row in await cursor.fetchall()]
    if asked.report == MOVEMENTS:
        rows = await read_item_movements(conn, shop=shop, product=asked.product_id, limit=limit)
        return ItemMovement, [tell_item_movement(row) for row in rows]
    days = {"shop": shop, "first": first, "last": last, "days": asked.days}
    return REPORTS[asked.report].row, await read_report(conn, asked.report, days, limit)


def _shop_stock(row: dict[str, Any]) -> ShopStock:
    on_hand, reserved = row["on_hand_milli"], row["reserved_milli"]
    return ShopStock(
        shop=row["shop"],
        on_hand=quantity_text(on_hand),
        reserved=quantity_text(reserved),
        free=quantity_text(max(on_hand - reserved, 0)),
        heard_at=row["heard_at"].isoformat(timespec="seconds") if row["heard_at"] else "",
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


ROUTES = (Route("POST", FIGURES, Access.READER, ask_figures),)
