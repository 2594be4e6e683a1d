"""Picking lists: which are open, the way along their lines, what was picked, and the end, which moves the goods."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.bodies import written
from server_stub.eckwms.goods import Row
from server_stub.eckwms.meaning import find_goods, find_shelves
from server_stub.eckwms.movements import Move, write_moves
from server_stub.eckwms.routing import path_of, spot_of, walk_key
from server_stub.faults import Denied

_ACTIVE = """
SELECT p.id::text, p.name, p.state, p.partner_name, p.origin, p.priority, p.scheduled_at, p.to_place_id::text,
    p.created_at, count(l.id), count(l.confirmed_at), min(l.from_place_id::text)
FROM picking p LEFT JOIN picking_line l ON l.picking_id = p.id
WHERE p.state IN ('assigned', 'in_progress') AND (%(shop)s::uuid IS NULL OR p.shop_id = %(shop)s)
GROUP BY p.id ORDER BY p.priority DESC, p.created_at, p.id LIMIT %(limit)s OFFSET %(offset)s
"""
_LINES = """
SELECT l.id::text, l.product_id::text, p.name, p.sku,
    (SELECT code FROM product_code c WHERE c.product_id = p.id ORDER BY pack_milli <> 1000, code LIMIT 1),
    l.quantity_milli, l.done_milli, l.from_place_id::text, f.code, f.name, n.number
FROM picking_line l JOIN product p ON p.id = l.product_id JOIN place f ON f.id = l.from_place_id
LEFT JOIN place_number n ON n.place_id = f.id WHERE l.picking_id = %s ORDER BY l.n
"""
_READ = "SELECT id::text, shop_id::text, state, to_place_id::text FROM picking WHERE id = %s"
_READ_LOCKED = f"{_READ} FOR UPDATE"


@dataclass(frozen=True, slots=True)
class Picking:
    """A list that is locked until the transaction ends."""

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
    rows.sort(key=lambda row: walk_key(row[8]))
    lines = [_line(picking.id, sequence, row) for sequence, row in enumerate(rows, 1)]
    return {"lines": lines, "route": {"path": path_of(row[8] for row in rows)}}


def _line(picking: str, sequence: int, row: Sequence[Any]) -> Row:
    ident, product, name, sku, barcode, asked, done, place, code, place_name, number = row
    x, y = spot_of(code) or (0, 0)
    return {
        "id": ident,
        "picking_id": picking,
        "product_id": product,
        "product_name": name,
        "product_barcode": barcode,
        "product_code": sku,
        "qty_demand": written(asked),
        "qty_done": written(done or 0),
        "location_id": place,
        "location_name": place_name,
        "location_barcode": f"p{number:018d}" if number else code,
        "rack_name": code,
        "rack_x": x,
        "rack_y": y,
        "rack_width": 1,
        "rack_height": 1,
        "state": "assigned" if done is None else "done",
        "sequence": sequence,
    }


async def confirm_line(
    conn: Connection, shop: str, picking_id: str, line_id: str, done_milli: int, scanned: tuple[str, str], now: datetime
) -> None:
    """Note how much was picked; the same again changes nothing. `scanned` are the codes of product and place, or empty.

    Raises Denied: 404 for what is not there, 409 for the wrong product, place or quantity, or a list that is closed.
    """
    picking = await _read(conn, shop, picking_id, lock=True)
    line = await _find_line(conn, picking, line_id)
    product, place, asked, already = line
    if already == done_milli:
        return
    if picking.state not in ("assigned", "in_progress"):
        raise Denied(409, f"This picking is {picking.state}")
    if done_milli > asked:
        raise Denied(409, "More than was asked for")
    if scanned[0] and product not in [row["id"] for row in await find_goods(conn, picking.shop, scanned[0])]:
        raise Denied(409, "This is another product")
    if scanned[1] and place not in [row["id"] for row in await find_shelves(conn, picking.shop, scanned[1])]:
        raise Denied(409, "This is another place")
    await conn.execute(
        "UPDATE picking_line SET done_milli = %s, confirmed_at = %s WHERE id = %s", (done_milli, now, line_id)
    )
    await conn.execute("UPDATE picking SET state = 'in_progress' WHERE id = %s", (picking.id,))


async def _find_line(conn: Connection, picking: Picking, line_id: str) -> tuple[str, str, int, int | None]:
    cursor = await conn.execute(
        """SELECT product_id::text, from_place_id::text, quantity_milli, done_milli FROM picking_line
           WHERE id = %s AND picking_id = %s""",
        (_uuid(line_id), picking.id),
    )
    row = await cursor.fetchone()
    if row is None:
        raise Denied(404, "There is no such line")
    return row[0], row[1], row[2], row[3]


async def validate(conn: Connection, shop: str, picking_id: str, now: datetime) -> None:
    """Close a list and move what was picked; once closed, asking again changes nothing. Raises Denied 404, 409."""
    picking = await _read(conn, shop, picking_id, lock=True)
    if picking.state == "done":
        return
    if picking.state == "cancelled":
        raise Denied(409, "This picking is cancelled")
    cursor = await conn.execute(
        """SELECT product_id::text, from_place_id::text, done_milli FROM picking_line
           WHERE picking_id = %s AND done_milli > 0 ORDER BY n""",
        (picking.id,),
    )
    moves = [Move(product, place, picking.to_place, done, "picked") for product, place, done in await cursor.fetchall()]
    if not moves:
        raise Denied(409, "Nothing was picked yet")
    await write_moves(conn, picking.shop, moves, now)
    await conn.execute("UPDATE picking SET state = 'done', done_at = %s WHERE id = %s", (now, picking.id))


async def _read(conn: Connection, shop: str, picking_id: str, *, lock: bool = False) -> Picking:
    cursor = await conn.execute(_READ_LOCKED if lock else _READ, (_uuid(picking_id),))
    row = await cursor.fetchone()
    if row is None or (shop and row[1] != shop):
        raise Denied(404, "There is no such picking")
    return Picking(*row)


def _uuid(text: str) -> str | None:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return None
