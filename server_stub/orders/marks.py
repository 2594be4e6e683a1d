"""Single pieces: one that was picked twice by its mark, or picked and sold, or that came in twice, is a case."""

from collections.abc import Mapping, Sequence

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from sync.wire.changes import Product

_TAKE_TURNS = """
SELECT pg_advisory_xact_lock(hashtextextended('pieces ' || t.part, 0))
FROM (SELECT DISTINCT hashtextextended(product || ' ' || serial, 0) & 255 AS part
    FROM jsonb_to_recordset(%s) AS p(product text, serial text) ORDER BY 1) t
"""
"""A lock for each piece would be more than PostgreSQL has room for when a lorry brings thousands."""
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


_HERE_TWICE = """
SELECT p.packed, jsonb_build_object('subject', p.sku || ' ' || s.lot, 'shop', (array_agg(s.shop_id ORDER BY l.code))[1],
    'detail', p.name || ': in the books at ' || string_agg(DISTINCT l.code, ', '))
FROM (SELECT DISTINCT product, serial FROM jsonb_to_recordset(%s) AS c(product uuid, serial text)) c
JOIN stock s ON s.product_id = c.product AND s.lot = c.serial AND s.lot <> '' AND s.on_hand_milli > 0
JOIN place l ON l.id = s.place_id AND l.kind <> ALL(%s) JOIN product p ON p.id = s.product_id
GROUP BY p.id, s.lot HAVING sum(s.on_hand_milli) > 1000
"""
_CAME_TWICE = """
WITH twice AS (
    SELECT m.product_id, m.lot, count(DISTINCT m.document_id) AS times,
        (array_agg(m.shop_id ORDER BY g.occurred_at))[1] AS shop
    FROM (SELECT DISTINCT product, serial FROM jsonb_to_recordset(%s) AS c(product uuid, serial text)) c
    JOIN received_mark m ON m.product_id = c.product AND m.lot = c.serial
    JOIN goods_document g ON g.document_id = m.document_id AND g.purpose = 'received'
    GROUP BY 1, 2 HAVING count(DISTINCT m.document_id) > 1),
back AS (
    SELECT a.product_id, a.lot, count(*) AS times FROM adjustment a
    JOIN place p ON p.id = a.to_place_id AND p.kind = 'supplier'
    WHERE a.product_id IN (SELECT product_id FROM twice) GROUP BY 1, 2)
SELECT jsonb_build_object('subject', coalesce(p.sku, t.product_id::text) || ' ' || t.lot, 'shop', t.shop,
    'detail', coalesce(p.name, '') || ': received ' || t.times || ' times')
FROM twice t LEFT JOIN back b USING (product_id, lot) LEFT JOIN product p ON p.id = t.product_id
WHERE t.times > 1 + coalesce(b.times, 0)
"""
_NOTE_HERE = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'piece.twice', subject, detail, shop, now()
FROM jsonb_to_recordset(%s) AS t(subject text, detail text, shop uuid)
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_NOWHERE = ["supplier", "customer", "repacking", "waste", "lost_and_found"]
"""Kinds of place whose goods a shop has not."""
_decode = msgspec.msgpack.Decoder(Product).decode


async def note_twice(
    conn: Connection, gone: Sequence[Mapping[str, object]], came: Sequence[Mapping[str, object]]
) -> None:
    """Open a case for each piece (`product`, `serial`) of those `gone` that left more often than it came back.

    And for each of those that `came` which now is in the books twice, or by its mark came more often than it went back
    to a supplier: a till refuses what its own books have, two that did not know of one another cannot.
    Who has the same piece at the same time comes one after the other here, so that the second sees the first. A sale
    that an order was picked for is the same piece once.
    """
    if not (gone or came):
        return
    await conn.execute(_TAKE_TURNS, (_pieces([*gone, *came]),))
    if gone:
        await conn.execute(_TWICE, (_pieces(gone),))
    if came:
        found = await (await conn.execute(_HERE_TWICE, (_pieces(came), _NOWHERE))).fetchall()
        twice = [told for packed, told in found if _is_numbered(_decode(packed))]
        twice += [told for (told,) in await (await conn.execute(_CAME_TWICE, (_pieces(came),))).fetchall()]
        await conn.execute(_NOTE_HERE, (Jsonb(twice),))


def _pieces(pieces: Sequence[Mapping[str, object]]) -> Jsonb:
    return Jsonb([{"product": piece["product"], "serial": piece["serial"]} for piece in pieces])


def _is_numbered(product: Product) -> bool:
    """Whether every piece has a number of its own; a lot has any number of pieces."""
    return product.extra is not None and product.extra.track_serials
