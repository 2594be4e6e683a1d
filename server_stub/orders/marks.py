"""Single pieces by the code that marks them: one that was picked twice, or picked and sold, is a case."""

from collections.abc import Mapping, Sequence

from psycopg.types.json import Jsonb

from server_stub.database import Connection

_TAKE_TURNS = """
SELECT pg_advisory_xact_lock(hashtextextended('piece ' || t.piece, 0))
FROM (SELECT DISTINCT product || ' ' || serial AS piece
    FROM jsonb_to_recordset(%s) AS p(product text, serial text) ORDER BY 1) t
"""
_TWICE = """
WITH piece AS (
    SELECT DISTINCT product, serial FROM jsonb_to_recordset(%s) AS p(product uuid, serial text)),
picked AS (
    SELECT m.product_id, m.lot, count(DISTINCT m.document_id) AS times, (array_agg(m.shop_id))[1] AS shop_id,
        string_agg(DISTINCT g.reference, ', ' ORDER BY g.reference) AS orders
    FROM piece JOIN picked_mark m ON (m.product_id, m.lot) = (product, serial) JOIN goods_document g USING (document_id)
    GROUP BY 1, 2),
gone AS (
    SELECT k.*, k.times - (
            SELECT count(*) FROM adjustment a
            JOIN place f ON f.id = a.from_place_id JOIN place t ON t.id = a.to_place_id
            WHERE a.product_id = k.product_id AND a.lot = k.lot AND f.kind IN ('packing', 'transit', 'customer')
                AND t.kind NOT IN ('packing', 'transit', 'customer')) AS taken, (
            SELECT count(*) FROM sold_serial s WHERE s.product_id = k.product_id AND s.serial = k.lot AND NOT EXISTS (
                SELECT 1 FROM picked_mark m JOIN order_document d USING (document_id) JOIN work_order o
                    ON o.id = d.order_id
                WHERE (m.product_id, m.lot) = (k.product_id, k.lot) AND o.origin = s.sale_id::text)) AS sold
    FROM picked k)
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'mark.twice', coalesce(p.sku, gone.product_id::text) || ' ' || gone.lot,
    coalesce(p.name, '') || ': picked for ' || gone.orders || CASE WHEN gone.sold > 0 THEN ', and sold' ELSE '' END,
    gone.shop_id, now()
FROM gone LEFT JOIN product p ON p.id = gone.product_id WHERE gone.taken > 0 AND gone.taken + gone.sold > 1
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def note_twice(conn: Connection, pieces: Sequence[Mapping[str, object]]) -> None:
    """Open a case for each of these pieces (`product`, `serial`) that left more often than it came back.

    Who picks or sells the same piece at the same time comes one after the other here, so that the second sees the
    first. A sale that an order was picked for is the same piece once.
    """
    told = Jsonb([{"product": piece["product"], "serial": piece["serial"]} for piece in pieces])
    await conn.execute(_TAKE_TURNS, (told,))
    await conn.execute(_TWICE, (told,))
