"""What follows from goods that were picked: too many for an order, or too few where the book had enough."""

from collections.abc import Sequence

from server_stub.database import Connection

_OVER = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'order.over_picked', o.number || ' ' || p.sku || ' ' || h.name,
    'Wanted ' || sum(l.quantity_milli) || ', picked ' || sum(l.done_milli) || ' thousandths of line ' || min(l.n),
    o.shop_id, now()
FROM work_order o JOIN work_order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
JOIN shop h ON h.id = o.shop_id
WHERE o.id = ANY(%s::uuid[]) AND o.kind = 'picking'
    AND l.done_milli > l.quantity_milli + l.quantity_milli * coalesce(l.over_ppm, o.over_ppm) / 1000000
GROUP BY o.id, o.number, p.sku, h.name
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_ASK_COUNTS = """
WITH missed AS (
    SELECT d.document_id, d.n, d.product_id, d.place_id, d.reason, o.shop_id, o.number, o.priority
    FROM deviation d JOIN work_order o ON o.id = d.order_id
    WHERE o.id = ANY(%s::uuid[]) AND o.kind IN ('picking', 'refill') AND d.kind = 'short' AND d.place_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM work_order c WHERE c.origin = d.document_id::text)),
asked AS (
    INSERT INTO work_order (id, shop_id, kind, number, origin, note, priority, opened_at)
    SELECT gen_random_uuid(), m.shop_id, 'count', m.number || ' ' || right(m.document_id::text, 6),
        m.document_id::text, string_agg(DISTINCT m.reason, '; '), max(m.priority), min(g.occurred_at)
    FROM missed m JOIN goods_document g USING (document_id) GROUP BY m.shop_id, m.number, m.document_id
    ON CONFLICT DO NOTHING RETURNING id, shop_id, origin)
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, place_id)
SELECT a.id, row_number() OVER (PARTITION BY a.id ORDER BY min(m.n)), a.shop_id, m.product_id, 1000, m.place_id
FROM asked a JOIN missed m ON m.document_id::text = a.origin GROUP BY a.id, a.shop_id, m.product_id, m.place_id
"""


async def note_over_picked(conn: Connection, orders: Sequence[str]) -> None:
    """Open a case for each product of which more was picked than one of these orders wants: two were at it offline."""
    await conn.execute(_OVER, (list(orders),))


async def ask_counts(conn: Connection, orders: Sequence[str]) -> None:
    """Have counted what pickers of these orders missed at its place: a count for each document, asked for once."""
    await conn.execute(_ASK_COUNTS, (list(orders),))
