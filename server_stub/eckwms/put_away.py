"""Goods onto a shelf: `add` brings more of them, `set` says how many lie there; and what counting found.

Both are movements. What is added comes from receiving as far as it was received there, the rest from the supplier.
What was counted goes to or from lost and found, and the count is kept beside what the book said just before.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.bodies import read_quantity, read_required, written
from server_stub.eckwms.client import Client
from server_stub.eckwms.goods import Row
from server_stub.eckwms.meaning import find_goods, find_shelves
from server_stub.eckwms.movements import Move, find_place_of_kind, lock_stock, need_place_of_kind, write_moves
from server_stub.eckwms.replies import Reply
from server_stub.faults import Denied
from server_stub.goods.reserving import read_reserved
from sync.wire.places import OUTSIDE, TREE

_COUNTED = """
INSERT INTO shelf_count (product_id, place_id, shop_id, expected_milli, counted_milli, device_uuid, counted_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (product_id, place_id) DO UPDATE SET shop_id = excluded.shop_id, device_uuid = excluded.device_uuid,
    counted_milli = excluded.counted_milli, counted_at = excluded.counted_at,
    expected_milli = CASE WHEN shelf_count.counted_milli = excluded.counted_milli
        AND excluded.expected_milli = excluded.counted_milli THEN shelf_count.expected_milli
        ELSE excluded.expected_milli END
"""
"""The same count once more keeps what the book said before the first: a repeated message must not hide a difference."""
_COMPARED = """
WITH counted AS (
    SELECT product_id, sum(expected_milli)::bigint AS expected, sum(counted_milli)::bigint AS counted
    FROM shelf_count WHERE shop_id = %(shop)s GROUP BY product_id),
held AS (
    SELECT s.product_id, sum(s.on_hand_milli)::bigint AS held FROM stock s JOIN place l ON l.id = s.place_id
    WHERE s.shop_id = %(shop)s AND l.kind NOT IN ('waste', 'lost_and_found') GROUP BY s.product_id),
compared AS (
    SELECT p.sku, p.name, coalesce(c.expected, h.held) AS soll, c.counted AS ist,
        CASE WHEN c.counted IS NULL THEN 'uncounted' WHEN c.counted = c.expected THEN 'match'
             WHEN c.counted < c.expected THEN 'short' ELSE 'over' END AS status
    FROM held h FULL JOIN counted c USING (product_id) JOIN product p ON p.id = product_id
    WHERE c.counted IS NOT NULL OR h.held <> 0)
"""
_SUMMARY = f"{_COMPARED} SELECT status, count(*) FROM compared GROUP BY status"  # noqa: S608
_COMPARISON = f'{_COMPARED} SELECT * FROM compared WHERE sku > %(after)s COLLATE "C" ORDER BY sku LIMIT %(limit)s'  # noqa: S608


@dataclass(frozen=True, slots=True)
class PutAway:
    """What was asked: codes as scanned, thousandths, and whether it is all of them (`set`) or more (`add`)."""

    item: str
    shelf: str
    quantity_milli: int
    op: str


def read_put_away(values: dict[str, Any]) -> PutAway:
    """Read the request. Raises Denied 400."""
    op = read_required(values, "op")
    if op not in ("set", "add"):
        raise Denied(400, "op must be set or add")
    item, shelf = read_required(values, "item_barcode"), read_required(values, "shelf_barcode")
    return PutAway(item, shelf, read_quantity(values, "qty"), op)


async def put_away(conn: Connection, client: Client, shop: str, asked: PutAway, now: datetime) -> Reply:
    """Do it in the caller's transaction. Raises Denied: 404 for what is not known, 409 for what is not clear."""
    product = _only(await find_goods(conn, shop, asked.item), "part", asked.item)
    place = _only(await find_shelves(conn, shop, asked.shelf), "shelf", asked.shelf)
    if place["kind"] in (*OUTSIDE, *TREE):
        raise Denied(409, f"Nothing can be put away at {place['name']}")
    held = await lock_stock(conn, product["id"], place["id"])
    if asked.op == "set":
        moves = await _settle(conn, shop, product["id"], place["id"], asked.quantity_milli - held)
        counted = (product["id"], place["id"], shop, held, asked.quantity_milli, client.device_uuid, now)
        await conn.execute(_COUNTED, counted)
        held = asked.quantity_milli
    else:
        moves = await _bring(conn, shop, product["id"], place["id"], asked.quantity_milli)
        held += asked.quantity_milli
    await write_moves(conn, shop, moves, now)
    reserved = await read_reserved(conn, product["id"], place["id"])
    quant = {"quantity": written(held), "reserved_quantity": written(reserved)}
    shown = {name: value for name, value in place.items() if name != "children"}
    return Reply(200, {"ok": True, "placed": {"product": product, "location": shown, "quant": quant}})


def _only(found: list[Row], what: str, code: str) -> Row:
    if not found:
        raise Denied(404, f"Unknown {what}: {code}")
    if len(found) > 1:
        raise Denied(409, f"Ambiguous: several have the code {code}")
    return found[0]


async def _settle(conn: Connection, shop: str, product: str, place: str, missing_milli: int) -> list[Move]:
    """Move the difference that a count found."""
    if not missing_milli:
        return []
    lost = await need_place_of_kind(conn, shop, "lost_and_found", "supplier")
    there, here = (lost, place) if missing_milli > 0 else (place, lost)
    return [] if lost == place else [Move(product, there, here, abs(missing_milli), "counted")]


async def _bring(conn: Connection, shop: str, product: str, place: str, quantity_milli: int) -> list[Move]:
    """Move goods in: those at receiving first, the rest from the supplier."""
    moves = []
    receiving = await find_place_of_kind(conn, shop, "receiving")
    if receiving and receiving != place:
        there = min(max(await lock_stock(conn, product, receiving), 0), quantity_milli)
        if there:
            moves.append(Move(product, receiving, place, there, "put_away"))
            quantity_milli -= there
    if quantity_milli:
        supplier = await need_place_of_kind(conn, shop, "supplier")
        moves.append(Move(product, supplier, place, quantity_milli, "received"))
    return moves


async def reconcile(conn: Connection, shop: str, after: str, limit: int) -> dict[str, Any]:
    """Compare what the book said (`soll`) with what was counted (`ist`), lines by article number behind `after`."""
    counts = await conn.execute(_SUMMARY, {"shop": shop})
    by_status: dict[str, int] = dict(await counts.fetchall())
    lines = await conn.execute(_COMPARISON, {"shop": shop, "after": after, "limit": limit})
    summary = {name: by_status.get(name, 0) for name in ("match", "short", "over", "uncounted")}
    total = sum(summary.values())
    return {
        "warehouse": shop,
        "summary": {"total": total, "counted": total - summary["uncounted"], **summary},
        "lines": [_line(*row) for row in await lines.fetchall()],
    }


def _line(sku: str, name: str, soll: int, ist: int | None, status: str) -> Row:
    counted = None if ist is None else written(ist)
    diff = None if ist is None else written(ist - soll)
    return {"default_code": sku, "name": name, "soll": written(soll), "ist": counted, "diff": diff, "status": status}
