"""Goods below zero: no till is held up by it, a case tells a person, and closes itself when the goods are covered.

A product at a place is one case, whatever lots its goods are kept apart by. Goods of which nobody ever booked any in
there (received, counted, moved) are told of nowhere: the shop keeps no book of them that could be wrong.
"""

from typing import Any

from server_stub.goods.reserving import cut_reservations
from server_stub.goods.topping_up import top_up
from server_stub.jobs.stock_reading import begin_reading, end_reading
from server_stub.jobs.workplace import Workplace

READER = "negative"
KIND = "stock.negative"
_HELD = """
WITH held AS (
    SELECT t.product_id, t.place_id, coalesce(x.sku, t.product_id::text) || ' ' || p.code || ' ' || h.name AS subject,
        p.shop_id, coalesce(x.name, '') AS name, coalesce(x.unit, '') AS unit,
        (SELECT sum(s.on_hand_milli) FROM stock s
            WHERE s.product_id = t.product_id AND s.place_id = t.place_id) AS milli
    FROM (SELECT DISTINCT product_id, place_id FROM stock WHERE position > %(seen)s AND position <= %(newest)s) t
    JOIN place p ON p.id = t.place_id JOIN shop h ON h.id = p.shop_id LEFT JOIN product x ON x.id = t.product_id
    WHERE p.kind NOT IN ('waste', 'lost_and_found') AND EXISTS (SELECT 1 FROM adjustment a
        WHERE a.product_id = t.product_id AND a.to_place_id = t.place_id AND a.reason <> 'bundle'))
"""
_OPEN = (
    _HELD
    + """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT %(kind)s, subject, name || ': ' || trim_scale(milli / 1000) || ' ' || unit, shop_id, %(now)s
FROM held WHERE milli < 0
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO UPDATE SET detail = excluded.detail
WHERE cases.detail <> excluded.detail
"""
)
_CLOSE = (
    _HELD
    + """
UPDATE cases SET closed_at = %(now)s FROM held
WHERE kind = %(kind)s AND cases.subject = held.subject AND closed_at IS NULL AND milli >= 0
"""
)


async def find_negative(place: Workplace, _payload: dict[str, Any]) -> None:
    """Open cases for what went below zero since the last time, close those of what is covered, free what is gone.

    What came in goes to the orders that lack it, each of the goods in a transaction of its own.
    """
    async with place.pool.connection() as conn, conn.transaction():
        seen, newest = await begin_reading(conn, READER)
        values = {"seen": seen, "newest": newest, "kind": KIND, "now": place.now()}
        await conn.execute(_CLOSE, values)
        await conn.execute(_OPEN, values)
        await cut_reservations(conn, seen, newest)
        await end_reading(conn, READER, newest, place.now())
    await top_up(place.pool)
