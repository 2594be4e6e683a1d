"""Picking lists of eckWMS clients: which are open, the way along their lines, what was picked, and the end.

They are orders of the kind picking, so tills pick from the same list. What a client says was picked waits at its line
(`pending_milli`) until it closes the list, which moves the goods; what a till picks is moved by its document.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.bodies import written
from server_stub.eckwms.client import Client
from server_stub.eckwms.goods import Row
from server_stub.eckwms.meaning import find_goods, find_shelves
from server_stub.eckwms.movements import Move, need_place_of_kind, write_moves
from server_stub.eckwms.routing import path_of, spot_of, walk_key
from server_stub.faults import Denied
from server_stub.orders.keeping import end_order
from server_stub.orders.picking import note_over_picked

_FINISHED = "l.told_milli IS NOT NULL OR l.done_milli >= l.quantity_milli"
_ACTIVE = f"""
SELECT p.id::text, p.name, p.state, p.partner_name, p.origin, p.priority, p.due, p.to_place_id::text, p.created_at,
    l.lines, l.finished, l.place
FROM picking p CROSS JOIN LATERAL (
    SELECT count(*) AS lines, count(*) FILTER (WHERE {_FINISHED}) AS finished, min(place_id::text) AS place
    FROM work_order_line l WHERE l.order_id = p.id) l
WHERE p.done_at IS NULL AND (%(shop)s::uuid IS NULL OR p.shop_id = %(shop)s)
ORDER BY p.priority DESC, p.created_at, p.id LIMIT %(limit)s OFFSET %(offset)s
"""  # noqa: S608
_PLACE = """coalesce(l.place_id, (SELECT s.place_id FROM stock s JOIN place q ON q.id = s.place_id
    WHERE q.kind IN ('shelf', 'bin') AND s.product_id = l.product_id AND q.shop_id = l.shop_id
    GROUP BY s.place_id ORDER BY sum(s.on_hand_milli) DESC, s.place_id LIMIT 1))"""
"""Where a line is picked: where its order says, else where most of it lies."""
_LINES = f"""
SELECT l.line_id::text, l.product_id::text, p.name, p.sku,
    (SELECT code FROM product_code c WHERE c.product_id = p.id ORDER BY pack_milli <> 1000, code LIMIT 1),
    l.quantity_milli, l.done_milli + l.pending_milli, {_FINISHED}, f.id::text, coalesce(f.code, ''),
    coalesce(f.name, ''), n.number, coalesce(f.pick_sequence, 0)
FROM work_order_line l JOIN product p ON p.id = l.product_id LEFT JOIN place f ON f.id = {_PLACE}
LEFT JOIN place_number n ON n.place_id = f.id WHERE l.order_id = %s ORDER BY l.n
"""  # noqa: S608
_CODE = 9
"""The column of the code of the place."""
_LINE = f"""
SELECT l.product_id::text, l.place_id::text, {_PLACE}::text, l.quantity_milli, l.done_milli, l.told_milli
FROM work_order_line l WHERE l.line_id = %s AND l.order_id = %s
"""  # noqa: S608
_TELL = """
UPDATE work_order_line SET told_milli = %(told)s, pending_milli = %(told)s - done_milli, place_id = %(place)s
WHERE line_id = %(line)s AND order_id = %(order)s
"""
_TAKE = """
UPDATE work_order SET taken_by = %s, taken_at = %s, taken_on = coalesce(
    (SELECT coalesce(nullif(name, ''), device_id) FROM registered_devices WHERE device_uuid = %s), '') WHERE id = %s
"""
_PENDING = """
SELECT product_id::text, place_id::text, pending_milli FROM work_order_line
WHERE order_id = %s AND pending_milli > 0 ORDER BY n
"""
_SETTLE = "UPDATE work_order_line SET done_milli = done_milli + pending_milli, pending_milli = 0 WHERE order_id = %s"
_READ = """
SELECT p.id::text, p.shop_id::text, p.state, coalesce(p.to_place_id::text, '') FROM picking p WHERE p.id = %s
"""
_LOCK = "SELECT 1 FROM work_order WHERE id = %s FOR UPDATE"


@dataclass(frozen=True, slots=True)
class Picking:
    """A list; `to_place` is empty where its order leaves it open."""

    id: str
    shop: str
    state: str
    to_place: str


async def list_active(conn: Connection, shop: str, limit: int, offset: int) -> list[Row]:
    """Give the open lists, the most urgent first."""
    cursor = await conn.execute(_ACTIVE, {"shop": shop or None, "limit": limit, "offset": offset})
    return [
        {
            "id": row[0],
            "name": row[1],
            "state": row[2],
            "partner_name": row[3],
            "origin": row[4],
            "priority": row[5],
            "scheduled_date": row[6].isoformat() if row[6] else None,
            "location_id": row[11],
            "location_dest_id": row[7],
            "created_at": row[8].isoformat(),
            "line_count": row[9],
            "picked_count": row[10],
        }
        for row in await cursor.fetchall()
    ]


async def read_route(conn: Connection, shop: str, picking_id: str) -> dict[str, Any]:
    """Give the lines in walking order and the points of the walk. Raises Denied 404."""
    picking = await _read(conn, shop, picking_id)
    rows = await (await conn.execute(_LINES, (picking.id,))).fetchall()
    rows.sort(key=lambda row: (row[-1] == 0, row[-1], walk_key(row[_CODE])))
    lines = [_line(picking.id, sequence, row) for sequence, row in enumerate(rows, 1)]
    return {"lines": lines, "route": {"path": path_of(row[_CODE] for row in rows)}}


def _line(picking: str, sequence: int, row: Sequence[Any]) -> Row:
    ident, product, name, sku, barcode, asked, done, finished, place, code, place_name, number, _ = row
    x, y = spot_of(code) or (0, 0)
    return {
        "id": ident,
        "picking_id": picking,
        "product_id": product,
        "product_name": name,
        "product_barcode": barcode,
        "product_code": sku,
        "qty_demand": written(asked),
        "qty_done": written(done),
        "location_id": place,
        "location_name": place_name,
        "location_barcode": f"p{number:018d}" if number else code,
        "rack_name": code,
        "rack_x": x,
        "rack_y": y,
        "rack_width": 1,
        "rack_height": 1,
        "state": "done" if finished else "assigned",
        "sequence": sequence,
    }


async def confirm_line(
    conn: Connection,
    client: Client,
    picking_id: str,
    line_id: str,
    done_milli: int,
    scanned: tuple[str, str],
    now: datetime,
) -> None:
    """Note how much was picked in all; the same again changes nothing. `scanned` are codes of product and place, or "".

    Tills hear of it, and of who is at the list. Raises Denied: 404 for what is not there, 409 for the wrong product,
    place or quantity, less than tills have picked already, or a list that is closed.
    """
    picking = await _read(conn, client.shop, picking_id, lock=True)
    row = await (await conn.execute(_LINE, (_uuid(line_id), picking.id))).fetchone()
    if row is None:
        raise Denied(404, "There is no such line")
    product, fixed, place, asked, done, told = row
    if told == done_milli:
        return
    if picking.state not in ("assigned", "in_progress"):
        raise Denied(409, f"This picking is {picking.state}")
    if done_milli > asked:
        raise Denied(409, "More than was asked for")
    if done_milli < done:
        raise Denied(409, "More was picked already")
    if scanned[0] and product not in [row["id"] for row in await find_goods(conn, picking.shop, scanned[0])]:
        raise Denied(409, "This is another product")
    if scanned[1]:
        shelves = [row["id"] for row in await find_shelves(conn, picking.shop, scanned[1])]
        if not shelves or (fixed and fixed not in shelves):
            raise Denied(409, "This is another place")
        place = fixed or shelves[0]
    if place is None:
        raise Denied(409, "Scan the place")
    values = {"told": done_milli, "place": place, "line": line_id, "order": picking.id}
    await conn.execute(_TELL, values)
    await conn.execute(_TAKE, (client.owner, now, client.device_uuid, picking.id))


async def validate(conn: Connection, shop: str, picking_id: str, now: datetime) -> None:
    """Close a list and move what was picked; once closed, asking again changes nothing. Raises Denied 404, 409.

    What tills picked of it is moved already. What was picked by a client before a till closed the list moves, too.
    """
    picking = await _read(conn, shop, picking_id, lock=True)
    if picking.state == "cancelled":
        raise Denied(409, "This picking is cancelled")
    pending = await (await conn.execute(_PENDING, (picking.id,))).fetchall()
    if not pending and picking.state != "done" and not await _has_goods(conn, picking):
        raise Denied(409, "Nothing was picked yet")
    if pending:
        target = picking.to_place or await need_place_of_kind(conn, picking.shop, "packing", "customer")
        moves = [Move(product, place, target, milli, "picked") for product, place, milli in pending]
        await write_moves(conn, picking.shop, moves, now)
        await conn.execute(_SETTLE, (picking.id,))
        await note_over_picked(conn, [picking.id])
    if picking.state != "done":
        await end_order(conn, picking.shop, picking.id, now)


async def _has_goods(conn: Connection, picking: Picking) -> bool:
    found = await conn.execute(
        "SELECT 1 FROM work_order_line WHERE order_id = %s AND done_milli > 0 LIMIT 1", (picking.id,)
    )
    return await found.fetchone() is not None


async def _read(conn: Connection, shop: str, picking_id: str, *, lock: bool = False) -> Picking:
    if lock:
        await conn.execute(_LOCK, (_uuid(picking_id),))
    row = await (await conn.execute(_READ, (_uuid(picking_id),))).fetchone()
    if row is None or (shop and row[1] != shop):
        raise Denied(404, "There is no such picking")
    return Picking(*row)


def _uuid(text: str) -> str | None:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None
