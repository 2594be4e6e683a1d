"""Goods that came in go to the open pickings that lack them: the more urgent first, then the older.

It asks what is lacking and free, not what moved: whatever cut it short, the next look finds the same. Nobody's goods
are taken for somebody more urgent. Stock is locked first and orders after it, as documents do, one product at a time.
"""

from typing import LiteralString

from server_stub.database import Connection, Pool
from server_stub.goods.reserving import HOLDABLE, Line, hold, lock_lying

_SHORT: LiteralString = """l.quantity_milli - l.done_milli > (
        SELECT coalesce(sum(r.quantity_milli), 0) FROM reservation r WHERE (r.order_id, r.n) = (l.order_id, l.n))"""
_LACKING: LiteralString = f"""
SELECT l.shop_id::text, l.product_id::text, array_agg(DISTINCT l.order_id::text)
FROM work_order o JOIN work_order_line l ON l.order_id = o.id
WHERE o.kind = 'picking' AND o.ended_at IS NULL
    AND {_SHORT}
    AND EXISTS (
    SELECT 1 FROM stock s JOIN place p ON p.id = s.place_id
    WHERE s.product_id = l.product_id AND s.shop_id = l.shop_id AND (l.place_id IS NULL OR s.place_id = l.place_id)
        AND {HOLDABLE}
    GROUP BY s.place_id HAVING sum(s.on_hand_milli) > (SELECT coalesce(sum(r.quantity_milli), 0) FROM reservation r
        WHERE r.product_id = l.product_id AND r.place_id = s.place_id))
GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608 - only our own text
_LOCK_ORDERS = """
SELECT id::text FROM work_order WHERE id = ANY(%s::uuid[]) AND ended_at IS NULL ORDER BY id FOR NO KEY UPDATE
"""
_LINES: LiteralString = f"""
SELECT l.quantity_milli - l.done_milli, l.order_id::text, l.n, l.shop_id::text, l.product_id::text, l.place_id::text,
    l.lot
FROM work_order_line l JOIN work_order o ON o.id = l.order_id
WHERE l.order_id = ANY(%(orders)s::uuid[]) AND l.product_id = %(product)s
    AND {_SHORT}
ORDER BY o.priority DESC, o.opened_at, l.order_id, l.n
"""  # noqa: S608 - only our own text


async def top_up(pool: Pool) -> None:
    """Have every open picking hold what it lacks and is free by now."""
    async with pool.connection() as conn:
        lacking = await (await conn.execute(_LACKING)).fetchall()
    for shop, product, orders in lacking:
        async with pool.connection() as conn, conn.transaction():
            await _top_up(conn, shop, product, orders)


async def _top_up(conn: Connection, shop: str, product: str, orders: list[str]) -> None:
    """Share out what is free of a product among those of these orders that are still open."""
    lying = await lock_lying(conn, shop, product)
    still = [order for (order,) in await (await conn.execute(_LOCK_ORDERS, (orders,))).fetchall()]
    lines = await (await conn.execute(_LINES, {"orders": still, "product": product})).fetchall()
    for milli, *told in lines:
        line = Line(*told)
        await hold(conn, line, [row for row in lying if line.place in (None, row.place)], milli)
