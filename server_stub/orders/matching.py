"""Deliveries that came without an order: found to belong to one later, by a person, or not to after all.

Goods do not move by that. The delivery counts for the lines of the order, once, as if it had been received for it, and
an order stays open for what is still missing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.journal.order_projections import OrderRows
from server_stub.orders.filling import fill_orders

DAYS = 180
"""Older deliveries are not offered any more."""
_LOCK = "SELECT kind, shop_id::text FROM work_order WHERE id = %s FOR UPDATE"
_FREE = """
SELECT g.document_id, g.chain, g.seq, g.shop_id::text, g.purpose,
    EXISTS (SELECT FROM order_document d WHERE d.document_id = g.document_id) AS taken
FROM goods_document g WHERE g.document_id = %s FOR UPDATE
"""
_LINES = """
SELECT n, product_id::text, lot, quantity_milli - done_milli FROM work_order_line WHERE order_id = %s ORDER BY n
"""
_GOODS = """
SELECT a.product_id::text, coalesce(a.lot, ''), sum(a.quantity_milli)::bigint
FROM goods_document g JOIN adjustment a USING (chain, seq) WHERE g.document_id = %s GROUP BY 1, 2 ORDER BY 1, 2
"""
_ADD = """
WITH matched AS (
    INSERT INTO order_match VALUES (%(document)s, %(order)s, %(shop)s, %(done)s, %(now)s))
INSERT INTO order_document (document_id, order_id, shop_id, chain, seq, ends_order)
SELECT document_id, %(order)s, shop_id, chain, seq, false FROM goods_document WHERE document_id = %(document)s
"""
_TAKE_AWAY = """
WITH gone AS (DELETE FROM order_document WHERE document_id = %(document)s)
DELETE FROM order_match WHERE document_id = %(document)s AND order_id = %(order)s RETURNING done
"""
LISTING = """
SELECT g.document_id AS document, g.reference, g.occurred_at, coalesce(w.name, g.actor) AS received_by,
    m.order_id IS NOT NULL AS matched, (
        SELECT string_agg(coalesce(p.sku, a.product_id::text) || ' ' || trim_scale(a.milli / 1000.0), ', ' ORDER BY sku)
        FROM (SELECT product_id, sum(quantity_milli) AS milli FROM adjustment a
            WHERE (a.chain, a.seq) = (g.chain, g.seq) GROUP BY 1) a LEFT JOIN product p ON p.id = a.product_id) AS goods
FROM goods_document g LEFT JOIN order_match m USING (document_id) LEFT JOIN person w ON w.id::text = g.actor
WHERE g.shop_id = %(shop)s AND (m.order_id = %(order)s OR (g.purpose = 'received'
    AND g.occurred_at > %(now)s - make_interval(days => %(days)s)
    AND NOT EXISTS (SELECT FROM order_document d WHERE d.document_id = g.document_id)
    AND EXISTS (SELECT FROM adjustment a JOIN work_order_line l USING (product_id)
        WHERE (a.chain, a.seq) = (g.chain, g.seq) AND l.order_id = %(order)s)))
ORDER BY matched DESC, g.occurred_at DESC, g.document_id LIMIT 50
"""
"""Deliveries that belong to an order by a person's word, and those without one that brought some of its goods."""


async def match_delivery(conn: Connection, order: str, document: str, now: datetime) -> None:
    """Count a delivery without an order for this one. Raises Denied 409 for one that cannot belong to it."""
    shop = await _lock(conn, order)
    found = await (await conn.execute(_FREE, (document,))).fetchone()
    if found is None or found[3] != shop or found[4] != "received":
        raise Denied(409, "This is no delivery from a supplier to this shop")
    if found[5]:
        raise Denied(409, "This delivery belongs to an order already")
    lines = await (await conn.execute(_LINES, (order,))).fetchall()
    goods = await (await conn.execute(_GOODS, (document,))).fetchall()
    done = allot(lines, goods)
    if not done:
        raise Denied(409, "The order wants nothing of this delivery")
    told = {str(n): milli for n, milli in done.items()}
    values = {"document": document, "order": order, "shop": shop, "done": Jsonb(told), "now": now}
    await conn.execute(_ADD, values)
    await _fill(conn, order, done, now)


async def unmatch_delivery(conn: Connection, order: str, document: str, now: datetime) -> None:
    """Count it for the order no more. Raises Denied 409 when nobody said that it belongs to it."""
    await _lock(conn, order)
    gone = await (await conn.execute(_TAKE_AWAY, {"document": document, "order": order})).fetchone()
    if gone is None:
        raise Denied(409, "Nobody said that this delivery belongs to the order")
    await _fill(conn, order, {int(n): -milli for n, milli in gone[0].items()}, now)


def allot(lines: Sequence[Sequence[Any]], goods: Sequence[Sequence[Any]]) -> dict[int, int]:
    """Give what goods (product, lot, thousandths) are of lines (number, product, lot, still open), by number.

    The lines of a product go in their order, each up to what it still wants; what is more is the last one's. Goods that
    no line wants are nobody's.
    """
    open_milli = {n: max(milli, 0) for n, _, _, milli in lines}
    done: dict[int, int] = {}
    for product, lot, left_milli in goods:
        fit = [n for n, wanted, wanted_lot, _ in lines if wanted == product and wanted_lot in ("", lot)]
        for n in fit:
            part_milli = left_milli if n == fit[-1] else min(left_milli, open_milli[n])
            open_milli[n] = max(open_milli[n] - part_milli, 0)
            left_milli -= part_milli
            if part_milli:
                done[n] = done.get(n, 0) + part_milli
    return done


async def _lock(conn: Connection, order: str) -> str:
    found = await (await conn.execute(_LOCK, (order,))).fetchone()
    if found is None or found[0] != "receipt":
        raise Denied(409, "This order expects nothing from a supplier")
    return str(found[1])


async def _fill(conn: Connection, order: str, done: Mapping[int, int], now: datetime) -> None:
    rows = OrderRows(
        done=[{"order_id": order, "n": n, "milli": milli} for n, milli in done.items()],
        documents=[{"order_id": order, "ends": False, "at": now.isoformat()}],
    )
    await fill_orders(conn, rows)
