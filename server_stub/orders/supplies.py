"""Supplies: orders that are picked, packed and handed over together, and closed with a paper that says what went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.ids import new_id

_OPEN = """
INSERT INTO supply (id, shop_id, number, opened_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (shop_id, number) DO UPDATE SET number = excluded.number RETURNING id::text, closed_at
"""
_FIND = "SELECT id::text, opened_at, closed_at FROM supply WHERE shop_id = %s AND number = %s FOR UPDATE"
_BUNDLE = """
UPDATE work_order o SET supply_id = %(supply)s, packs = true, sticker = coalesce(nullif(t.sticker, ''), o.sticker)
FROM unnest(%(numbers)s::text[], %(stickers)s::text[]) AS t(number, sticker)
WHERE shop_id = %(shop)s AND kind = 'picking' AND o.number = t.number AND ended_at IS NULL
    AND (supply_id IS NULL OR supply_id = %(supply)s) RETURNING o.number
"""
_ORDERS = """
SELECT o.number, o.partner, o.sticker, o.ended_at IS NOT NULL,
    coalesce((SELECT bool_and(l.done_milli >= l.quantity_milli) FROM work_order_line l WHERE l.order_id = o.id), false),
    ARRAY(SELECT g.reference || CASE WHEN g.weight_milli > 0
            THEN ' ' || trim_scale(g.weight_milli / 1000.0) || ' kg' ELSE '' END
        FROM order_document d JOIN goods_document g USING (document_id)
        WHERE d.order_id = o.id AND g.purpose = 'shipped' ORDER BY g.reference)
FROM work_order o WHERE o.supply_id = %s AND NOT o.cancelled ORDER BY o.priority DESC, o.number
"""
_LEAVE = "UPDATE work_order SET supply_id = NULL WHERE supply_id = %s AND ended_at IS NULL"
_CLOSE = "UPDATE supply SET closed_at = %s WHERE id = %s"


@dataclass(frozen=True, slots=True)
class SupplyOrder:
    """An order of a supply; `state` is open, picked or packed, `parcels` are their numbers and weights."""

    number: str
    partner: str
    sticker: str
    state: str
    parcels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """A supply and its orders; `closed_at` is None while more can come."""

    number: str
    opened_at: datetime
    closed_at: datetime | None
    orders: tuple[SupplyOrder, ...]


async def bundle(conn: Connection, shop: str, number: str, stickers: Mapping[str, str], now: datetime) -> Supply:
    """Put open pickings into a supply, which is made if it is new; tills hear of it.

    `stickers` are by number of order what a marketplace reads from the label, empty where that stays as it is.

    Raises Denied: 400 without a number, 404 for orders that are not open or in another supply, 409 for a closed one.
    """
    if not number.strip() or len(number) > 60:
        raise Denied(400, "A supply has a number of up to 60 characters")
    row = await (await conn.execute(_OPEN, (new_id(), shop, number, now))).fetchone()
    assert row is not None
    if row[1] is not None:
        raise Denied(409, f"The supply {number} is closed")
    values = {"supply": row[0], "shop": shop, "numbers": [*stickers], "stickers": [*stickers.values()]}
    put = {found for (found,) in await (await conn.execute(_BUNDLE, values)).fetchall()}
    if missing := sorted({*stickers} - put):
        raise Denied(404, f"No open picking, or in another supply: {', '.join(missing)[:200]}")
    return await read_supply(conn, shop, number)


async def read_supply(conn: Connection, shop: str, number: str) -> Supply:
    """Give a supply as it stands. Raises Denied 404."""
    ident, opened_at, closed_at = await _find(conn, shop, number)
    rows = await (await conn.execute(_ORDERS, (ident,))).fetchall()
    return Supply(number, opened_at, closed_at, tuple(_order(*row) for row in rows))


def _order(number: str, partner: str, sticker: str, ended: bool, picked: bool, parcels: list[str]) -> SupplyOrder:
    state = "packed" if ended else "picked" if picked else "open"
    return SupplyOrder(number, partner, sticker, state, tuple(parcels))


async def close_supply(conn: Connection, shop: str, number: str, now: datetime, *, leave_open: bool = False) -> Supply:
    """Close a supply; once closed, asking again changes nothing. With `leave_open` what is not packed stays behind.

    Raises Denied: 404 for one that is not there, 409 while something is not packed, or when nothing is.
    """
    supply = await read_supply(conn, shop, number)
    if supply.closed_at is not None:
        return supply
    left = [order.number for order in supply.orders if order.state != "packed"]
    if len(left) == len(supply.orders):
        raise Denied(409, f"Nothing of the supply {number} is packed")
    if left and not leave_open:
        raise Denied(409, f"Not packed yet: {', '.join(left)[:200]}")
    ident = (await _find(conn, shop, number))[0]
    await conn.execute(_LEAVE, (ident,))
    await conn.execute(_CLOSE, (now, ident))
    return await read_supply(conn, shop, number)


async def _find(conn: Connection, shop: str, number: str) -> tuple[Any, ...]:
    row = await (await conn.execute(_FIND, (shop, number))).fetchone()
    if row is None:
        raise Denied(404, f"There is no supply {number}")
    return row
