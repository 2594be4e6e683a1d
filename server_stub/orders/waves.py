"""Waves: pickings by carrier, by when they have to be ready, and by how urgent they are, released together.

What is not released nobody is told of: no till and no client, of whatever version. An order that is wanted at once
jumps its wave (`orders/releasing.py`). Without waves every picking is told as soon as it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.ids import new_id
from server_stub.orders.refilling import refill_faces

_OPEN = """
INSERT INTO wave (id, shop_id, number, opened_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (shop_id, number) DO UPDATE SET number = excluded.number RETURNING id::text, released_at
"""
_FIND = "SELECT id::text, opened_at, released_at FROM wave WHERE shop_id = %s AND number = %s FOR UPDATE"
_GATHER = """
UPDATE work_order o SET wave_id = %(wave)s, held = true
WHERE shop_id = %(shop)s AND kind = 'picking' AND ended_at IS NULL AND wave_id IS NULL AND NOT at_once
    AND taken_by = '' AND NOT EXISTS (SELECT 1 FROM order_document d WHERE d.order_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM work_order_line l WHERE l.order_id = o.id AND l.told_milli IS NOT NULL)
    AND (%(numbers)s::text[] IS NULL OR number = ANY(%(numbers)s))
    AND (%(carrier)s::text IS NULL OR carrier = %(carrier)s)
    AND (%(until)s::timestamptz IS NULL OR cut_off <= %(until)s)
    AND (%(urgency)s::integer IS NULL OR priority >= %(urgency)s)
RETURNING number
"""
_RELEASE = "UPDATE work_order SET held = false WHERE wave_id = %s AND held"
_DISSOLVE = """
UPDATE work_order o SET wave_id = NULL, held = ended_at IS NULL AND held
    AND coalesce((SELECT (stock_terms ->> 'waves')::boolean FROM shop WHERE id = o.shop_id), false)
WHERE wave_id = %s
"""
_ORDERS = """
SELECT o.id::text, o.number, o.partner, o.carrier, o.cut_off, o.priority,
    CASE WHEN o.cancelled THEN 'cancelled' WHEN o.ended_at IS NOT NULL THEN 'ended' WHEN o.held THEN 'held'
        ELSE 'open' END, l.lines, l.done
FROM work_order o CROSS JOIN LATERAL (
    SELECT count(*) AS lines, count(*) FILTER (WHERE done_milli >= quantity_milli) AS done
    FROM work_order_line WHERE order_id = o.id) l
WHERE o.wave_id = %s ORDER BY o.priority DESC, o.cut_off, o.number
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pickings a wave gathers; what is None does not matter. `urgency` is the least priority."""

    numbers: Sequence[str] | None = None
    carrier: str | None = None
    until: datetime | None = None
    urgency: int | None = None


@dataclass(frozen=True, slots=True)
class WaveOrder:
    """An order of a wave; `state` is held, open, ended or cancelled, `done` are lines."""

    id: str
    number: str
    partner: str
    carrier: str
    cut_off: datetime | None
    priority: int
    state: str
    lines: int
    done: int


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave and its orders; `released_at` is None while nobody is told of them."""

    number: str
    opened_at: datetime
    released_at: datetime | None
    orders: tuple[WaveOrder, ...]


async def gather(conn: Connection, shop: str, number: str, choice: Choice, now: datetime) -> Wave:
    """Put open pickings that nobody has begun into a wave, which is made if it is new; tills hear no more of them.

    An order that somebody has begun, that is in another wave, or is wanted at once stays where it is.
    Raises Denied: 404 where there is none to be gathered or one that was named cannot be, 409 for a released wave.
    """
    row = await (await conn.execute(_OPEN, (new_id(), shop, number, now))).fetchone()
    assert row is not None
    if row[1] is not None:
        raise Denied(409, f"The wave {number} is released")
    named = None if choice.numbers is None else list(choice.numbers)
    values = {"wave": row[0], "shop": shop, "numbers": named, "carrier": choice.carrier}
    values |= {"until": choice.until, "urgency": choice.urgency}
    put = {found for (found,) in await (await conn.execute(_GATHER, values)).fetchall()}
    if missing := sorted({*(named or ())} - put):
        raise Denied(404, f"No open picking that nobody has begun: {', '.join(missing)[:200]}")
    if not put:
        raise Denied(404, "No such picking waits")
    return await read_wave(conn, shop, number)


async def read_wave(conn: Connection, shop: str, number: str) -> Wave:
    """Give a wave as it stands. Raises Denied 404."""
    ident, opened_at, released_at = await _find(conn, shop, number)
    rows = await (await conn.execute(_ORDERS, (ident,))).fetchall()
    return Wave(number, opened_at, released_at, tuple(WaveOrder(*row) for row in rows))


async def release_wave(conn: Connection, shop: str, number: str, now: datetime) -> Wave:
    """Tell the tills of all orders of a wave, and have brought what their pick faces lack; again changes nothing.

    Raises Denied 404.
    """
    ident, _, released_at = await _find(conn, shop, number)
    if released_at is None:
        await conn.execute(_RELEASE, (ident,))
        await conn.execute("UPDATE wave SET released_at = %s WHERE id = %s", (now, ident))
        await refill_faces(conn, shop, now)
    return await read_wave(conn, shop, number)


async def dissolve(conn: Connection, shop: str, number: str) -> None:
    """Let go of a wave that is not released: its orders are as if they never were in it.

    Raises Denied: 404 for one that is not there, 409 for a released one.
    """
    ident, _, released_at = await _find(conn, shop, number)
    if released_at is not None:
        raise Denied(409, f"The wave {number} is released")
    await conn.execute(_DISSOLVE, (ident,))
    await conn.execute("DELETE FROM wave WHERE id = %s", (ident,))


async def release_waveless(conn: Connection, shop: str) -> None:
    """Tell of what waits for a wave in a shop that picks in waves no more; waves that are made already stay."""
    await conn.execute("UPDATE work_order SET held = false WHERE shop_id = %s AND held AND wave_id IS NULL", (shop,))


async def _find(conn: Connection, shop: str, number: str) -> tuple[Any, ...]:
    row = await (await conn.execute(_FIND, (shop, number))).fetchone()
    if row is None:
        raise Denied(404, f"There is no wave {number}")
    return row
