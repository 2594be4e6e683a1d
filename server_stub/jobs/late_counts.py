"""Counts against what came late: goods that had moved before they were counted, at a till the book knew nothing of.

The count's difference is off by what such an entry moved. Clocks of two tills are no proof of an order, so nothing is
put right by itself: it is noted line by line, and a case tells a person what the correction would be.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.jobs.workplace import Workplace
from sync.chain import decode_header

DAYS = 40
"""Older counts are not looked at any more."""
PAGE = 5_000

_BEHIND = """
SELECT i.chain, d.shop_id::text, c.seq, least(i.projected_seq, c.seq + %s)
FROM incarnation i JOIN registered_devices d USING (device_uuid) JOIN count_cursor c USING (chain)
WHERE i.projected_seq > c.seq AND d.shop_id IS NOT NULL
"""
_BEGIN = """
INSERT INTO count_cursor (chain, seq)
SELECT chain, CASE WHEN EXISTS (SELECT 1 FROM count_cursor) THEN 0 ELSE projected_seq END FROM incarnation
ON CONFLICT DO NOTHING
"""
"""At the very first count what was handed in by then is held against that count itself; later chains are read whole."""
_HEADERS = "SELECT header FROM entry WHERE chain = %s AND seq > %s AND seq <= %s"
_MOVE_ON = "UPDATE count_cursor SET seq = %s WHERE chain = %s"
_FRESH = """
UPDATE count_sheet SET compared = true WHERE NOT compared RETURNING count_id::text, shop_id::text, chain, books
"""
_UNKNOWN = """
SELECT e.header
FROM incarnation i JOIN registered_devices d USING (device_uuid)
LEFT JOIN jsonb_array_elements(%(book)s) AS b ON b ->> 0 = i.incarnation
CROSS JOIN LATERAL (
    SELECT header FROM (
        (SELECT seq, header FROM entry WHERE chain = i.chain AND seq <= i.projected_seq
            AND seq > coalesce((b ->> 1)::bigint, 0) ORDER BY seq LIMIT 1)
        UNION ALL
        SELECT seq, header FROM entry WHERE chain = i.chain AND seq <= i.projected_seq
            AND seq IN (SELECT missing::bigint FROM jsonb_array_elements_text(b -> 2) AS missing)
    ) AS unknown ORDER BY seq LIMIT 1) AS e
WHERE d.shop_id = %(shop)s AND i.chain <> %(chain)s
"""
"""The first entry of each other chain that a book did not contain; a chain is long, what is new is not."""
_SENT = """
SELECT m.shop_id::text, min(m.occurred_at)
FROM count_line l JOIN place p ON p.id = l.place_id AND p.kind = 'transit' JOIN count_sheet s USING (count_id)
JOIN adjustment m ON m.product_id = l.product_id AND m.lot = l.lot AND m.to_place_id = l.place_id
    AND m.shop_id <> l.shop_id AND m.occurred_at >= %(oldest)s AND m.occurred_at < l.counted_at
    AND m.business_day >= %(oldest)s::date - 2
JOIN incarnation i ON i.chain = m.chain
WHERE l.count_id = %(count)s AND NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(s.books -> l.book) AS b
    WHERE b ->> 0 = i.incarnation AND m.seq <= (b ->> 1)::bigint AND NOT b -> 2 @> to_jsonb(m.seq))
GROUP BY 1
"""
"""What other shops had sent to where a count found goods on their way, and its book did not contain.

Sales send nothing: only documents are looked at, by the index of their goods and in the months that matter.
"""
_NOTE = """
WITH late AS (
    INSERT INTO count_late (count_id, n, chain, seq, move_n, milli)
    SELECT l.count_id, l.n, m.chain, m.seq, m.n,
        CASE l.place_id WHEN m.to_place_id THEN m.quantity_milli ELSE -m.quantity_milli END
    FROM movement m JOIN incarnation i USING (chain)
    JOIN count_line l ON l.product_id = m.product_id AND l.lot = m.lot AND l.counted_at > m.occurred_at
        AND l.place_id IN (m.from_place_id, m.to_place_id)
    JOIN count_sheet s ON s.count_id = l.count_id AND s.chain <> m.chain
    WHERE m.shop_id = %(shop)s AND m.occurred_at >= %(since)s AND m.occurred_at < %(until)s
        AND l.shop_id = ANY(%(counting)s::uuid[]) AND l.counted_at > %(oldest)s AND l.state IN ('moved', 'stood')
        AND NOT EXISTS (SELECT 1 FROM count_correction k WHERE (k.chain, k.seq) = (m.chain, m.seq)) AND NOT EXISTS (
            SELECT 1 FROM jsonb_array_elements(s.books -> l.book) AS b
            WHERE b ->> 0 = i.incarnation AND m.seq <= (b ->> 1)::bigint AND NOT b -> 2 @> to_jsonb(m.seq))
    ON CONFLICT DO NOTHING RETURNING count_id, n, milli),
off AS (SELECT count_id, n, sum(milli) AS milli FROM late GROUP BY 1, 2)
INSERT INTO cases (kind, subject, detail, device_uuid, shop_id, opened_at)
SELECT DISTINCT ON (x.sku, p.code, h.id) 'count.late', x.sku || ' ' || p.code || ' ' || h.name,
    'Counted at ' || l.counted_at || '; handed in late: ' || o.milli
        || ' thousandths that had moved before; the correction would be ' || -o.milli, i.device_uuid, h.id, %(now)s
FROM off o JOIN count_line l USING (count_id, n) JOIN count_sheet s USING (count_id)
JOIN incarnation i ON i.chain = s.chain JOIN product x ON x.id = l.product_id JOIN place p ON p.id = l.place_id
JOIN shop h ON h.id = l.shop_id
WHERE o.milli <> 0
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""What counts put right is not late: those that did not know of one another were told apart when they came in."""
_COUNTING = """
SELECT array_agg(DISTINCT l.shop_id::text), max(l.counted_at) FROM count_line l JOIN place p ON p.id = l.place_id
WHERE l.counted_at > %s AND (l.shop_id = %s OR p.kind = 'transit')
"""
"""Shops that counted what the goods of a shop may lie at: its own places, and where they are on their way to others."""


async def find_late(place: Workplace, _payload: dict[str, Any]) -> None:
    """Hold new counts against what was handed in before, and those of the last 40 days against what came since."""
    async with place.pool.connection() as conn, conn.transaction():
        await conn.execute(_BEGIN)
        since = await _since_news(conn)
        oldest = place.now() - timedelta(days=DAYS)
        for shop, first in (await _since_counts(conn, oldest)).items():
            since[shop] = min(first, since.get(shop, first))
        for shop, first in since.items():
            await _note(conn, shop, (first, oldest), place.now())


async def _since_news(conn: Connection) -> dict[str, datetime]:
    """Give by shop when the oldest of the entries happened that came since the last time."""
    oldest: defaultdict[str, list[datetime]] = defaultdict(list)
    for chain, shop, seen, up_to in await (await conn.execute(_BEHIND, (PAGE,))).fetchall():
        cursor = await conn.execute(_HEADERS, (chain, seen, up_to), binary=True)
        oldest[shop] += [_moment(header) for (header,) in await cursor.fetchall()]
        await conn.execute(_MOVE_ON, (up_to, chain))
    return {shop: min(moments) for shop, moments in oldest.items() if moments}


async def _since_counts(conn: Connection, oldest: datetime) -> dict[str, datetime]:
    """Give by shop when the first entry of another chain happened that a new count's books did not contain."""
    first: defaultdict[str, list[datetime]] = defaultdict(list)
    for count, shop, chain, books in await (await conn.execute(_FRESH)).fetchall():
        for book in books:
            cursor = await conn.execute(_UNKNOWN, {"book": Jsonb(book), "shop": shop, "chain": chain}, binary=True)
            first[shop] += [_moment(header) for (header,) in await cursor.fetchall()]
        for sender, sent_at in await (await conn.execute(_SENT, {"count": count, "oldest": oldest})).fetchall():
            first[sender].append(sent_at)
    return {shop: min(moments) for shop, moments in first.items() if moments}


def _moment(header: bytes) -> datetime:
    return datetime.fromisoformat(decode_header(header).occurred_at)


async def _note(conn: Connection, shop: str, window: tuple[datetime, datetime], now: datetime) -> None:
    """Hold what moved in a shop since the first moment against lines that were counted since the second."""
    since, oldest = window
    row = await (await conn.execute(_COUNTING, (oldest, shop))).fetchone()
    if row is None or row[1] is None or row[1] <= since:
        return
    told = {"since": since, "until": row[1], "oldest": oldest, "counting": row[0]}
    await conn.execute(_NOTE, {"shop": shop, "now": now, **told})
