"""Goods sent to another shop: an order to take them in is made there, and stays open until they are level.

What arrived is not always what was sent. Such an order ends when each of its lines has what was sent, no more and no
less; until then the goods stay on their way, and a case asks a person whether they were found or are lost.
"""

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.journal.order_projections import OrderRows

_MEET = """
INSERT INTO sending_chain (shop_id, chain)
SELECT DISTINCT p.shop_id, t.chain FROM jsonb_to_recordset(%s) AS t(chain integer, place uuid, shop uuid)
JOIN place p ON p.id = t.place WHERE p.shop_id <> t.shop
ON CONFLICT DO NOTHING
"""
_MAKE = """
WITH sent AS (
    SELECT t.document, t.at, p.shop_id, p.id AS place, h.name AS sender, right(t.document::text, 6) AS tail,
        coalesce(nullif(t.reference, ''), 'T-' || upper(right(t.document::text, 6))) AS number
    FROM jsonb_to_recordset(%s) AS t(document uuid, at timestamptz, place uuid, shop uuid, reference text, n integer)
    JOIN place p ON p.id = t.place JOIN shop h ON h.id = t.shop WHERE p.shop_id <> t.shop)
INSERT INTO work_order (id, shop_id, kind, number, partner, source_place_id, opened_at)
SELECT document, shop_id, 'arrival', CASE WHEN row_number() OVER (PARTITION BY shop_id, number ORDER BY document) > 1
    OR EXISTS (SELECT 1 FROM work_order o WHERE (o.shop_id, o.kind, o.number) = (sent.shop_id, 'arrival', sent.number))
    THEN number || ' ' || upper(tail) ELSE number END, sender, place, at
FROM sent ON CONFLICT DO NOTHING
"""
_LINE = """
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, lot)
SELECT o.id, l.n, o.shop_id, l.product, l.milli, l.lot
FROM jsonb_to_recordset(%s) AS l(document uuid, n integer, product uuid, milli bigint, lot text)
JOIN work_order o ON o.id = l.document ON CONFLICT DO NOTHING
"""
_UNSENT = """
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, lot, done_milli)
SELECT o.id, (SELECT coalesce(max(n), 0) FROM work_order_line x WHERE x.order_id = o.id)
    + row_number() OVER (PARTITION BY o.id ORDER BY u.product, u.lot), o.shop_id, u.product, 0, u.lot, u.milli
FROM (SELECT order_id, product, lot, sum(milli)::bigint AS milli
    FROM jsonb_to_recordset(%s) AS f(order_id uuid, product uuid, lot text, milli bigint) GROUP BY 1, 2, 3) u
JOIN work_order o ON o.id = u.order_id AND o.kind = 'arrival'
"""
_JUDGE = """
WITH told AS (
    SELECT o.id, o.number, o.shop_id, o.partner, o.ended_at, bool_or(t.says) AS says, max(t.at) AS at,
        (SELECT bool_or(done_milli <> quantity_milli) FROM work_order_line l WHERE l.order_id = o.id) AS off,
        (SELECT bool_or(done_milli > quantity_milli) FROM work_order_line l WHERE l.order_id = o.id) AS over
    FROM jsonb_to_recordset(%s) AS t(order_id uuid, says boolean, at timestamptz)
    JOIN work_order o ON o.id = t.order_id AND o.kind = 'arrival' GROUP BY o.id),
ended AS (
    UPDATE work_order SET ended_at = CASE WHEN told.off THEN NULL ELSE coalesce(told.ended_at, told.at) END
    FROM told WHERE work_order.id = told.id AND NOT work_order.cancelled),
opened AS (
    INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
    SELECT 'transfer.difference', number || ', ' || partner, (
        SELECT string_agg(coalesce(p.sku, l.product_id::text) || ' '
            || trim_scale((quantity_milli - done_milli) / 1000.0), ', ' ORDER BY l.n)
        FROM work_order_line l LEFT JOIN product p ON p.id = l.product_id
        WHERE l.order_id = told.id AND done_milli <> quantity_milli), shop_id, at
    FROM told WHERE off AND (says OR over)
    ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO UPDATE SET detail = excluded.detail)
UPDATE cases SET closed_at = told.at FROM told
WHERE cases.kind = 'transfer.difference' AND cases.subject = told.number || ', ' || told.partner
    AND cases.shop_id = told.shop_id AND closed_at IS NULL AND NOT told.off
"""


async def note_transfers(conn: Connection, rows: OrderRows) -> None:
    """Make orders of what a run of entries sent to other shops, and judge those that it took in."""
    if rows.sent:
        await conn.execute(_MEET, (Jsonb(rows.sent),))
        await conn.execute(_MAKE, (Jsonb(rows.sent),))
        await conn.execute(_LINE, (Jsonb(rows.sent_lines),))
    if rows.unordered:
        await conn.execute(_UNSENT, (Jsonb(rows.unordered),))
    if rows.arrived:
        await conn.execute(_JUDGE, (Jsonb(rows.arrived),))
