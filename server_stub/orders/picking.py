"""What follows from goods that were picked: too many for an order, or too few where the book had enough."""

from collections.abc import Sequence

from server_stub.database import Connection

_OVER = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'order.over_picked', o.number || ' ' || p.sku,
    'Wanted ' || sum(l.quantity_milli) || ', picked ' || sum(l.done_milli) || ' thousandths of line ' || min(l.n),
    o.shop_id, now()
FROM work_order o JOIN work_order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
WHERE o.id = ANY(%s::uuid[]) AND o.kind = 'picking'
    AND l.done_milli > l.quantity_milli + l.quantity_milli * o.over_ppm / 1000000
GROUP BY o.id, o.number, p.sku
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def note_over_picked(conn: Connection, orders: Sequence[str]) -> None:
    """Open a case for each product of which more was picked than one of these orders wants: two were at it offline."""
    await conn.execute(_OVER, (list(orders),))
