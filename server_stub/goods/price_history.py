"""The lowest price of the 30 days before a reduction, which a label has to say (Directive 98/6/EC, article 6a).

Counted are the prices of the catalogue, those of the price lists that shops have for everybody, and those of other
reductions that everybody got, in any shop the reduction is for: a label never says a higher price than was asked. A
reduction that was changed or switched off counts as what it was until then; one whose last day was moved is the same.
What is told to tills is only where that was lower than the price now, which most goods are not: for those the former
price is the lowest one. The history begins with its table; where it does not reach back 30 days the label names its
first day instead.
"""

from datetime import datetime
from typing import LiteralString

import msgspec

from server_stub.database import Connection
from sync.wire.offers import Promotion

MOST = 20_000
"""Products of one reduction that are told."""
_REDUCTIONS: LiteralString = """
WITH known AS (
    SELECT promotion_id, shop_id, active, version, definition, since, 'infinity'::timestamptz AS until
        FROM promotion WHERE active
    UNION ALL SELECT promotion_id, shop_id, false, 0, definition, since, until FROM promotion_past),
lasting AS (
    SELECT p.*, coalesce(s.currency, (SELECT min(currency) FROM shop)) AS currency, p.definition ->> 'kind' AS kind,
        coalesce(nullif(definition ->> 'starts_on', '')::timestamp AT TIME ZONE coalesce(s.time_zone, 'UTC'),
            p.since) AS began,
        least(p.until, (nullif(definition ->> 'ends_on', '')::date + 1)::timestamp AT TIME ZONE
            coalesce(s.time_zone, 'UTC')) AS ends
    FROM known p LEFT JOIN shop s ON s.id = p.shop_id
    WHERE definition ->> 'kind' IN ('percent', 'amount', 'price')
        AND NOT coalesce((definition ->> 'coupon')::boolean, false)
        AND NOT coalesce((definition ->> 'birthday')::boolean, false) AND coalesce(definition -> 'groups', '[]') = '[]'
        AND coalesce((definition ->> 'from_milli')::bigint, 0) <= 1000
        AND coalesce((definition ->> 'from_minute')::integer, 0) = 0
        AND coalesce((definition ->> 'until_minute')::integer, 1440) = 1440)
"""
"""What a label may name, as `desktop.domain.label.lasting` has it."""
WAITING: LiteralString = """
SELECT p.promotion_id::text, p.version, p.began FROM lasting p LEFT JOIN reduction r USING (promotion_id)
WHERE p.active AND p.ends > NOW AND (r.promotion_id IS NULL OR r.version <> p.version
    OR r.made_at < p.began AND p.began <= NOW
    OR EXISTS (SELECT 1 FROM price_past x WHERE x.until > r.made_at)
    OR EXISTS (SELECT 1 FROM list_price_past x WHERE x.until > r.made_at)
    OR EXISTS (SELECT 1 FROM promotion_past x WHERE x.until > r.made_at))
"""
"""Reductions whose goods are to be looked at: new ones, those that have begun since, and all when a price ended or a
reduction did."""
_PRIOR: LiteralString = """,
asked AS (SELECT * FROM lasting WHERE promotion_id = %(id)s AND active),
past AS (
    SELECT product_id, price_e4, until, lag(until) OVER (PARTITION BY product_id ORDER BY until, n) AS since
    FROM price_past WHERE product_id IN (SELECT x.product_id FROM price_past x, asked a
        WHERE x.until > a.began - interval '30 days')),
listed AS (
    SELECT p.product_id, p.price_e4, p.until,
        lag(p.until) OVER (PARTITION BY p.shop_id, p.product_id ORDER BY p.until, p.n) AS since
    FROM list_price_past p, asked a WHERE a.shop_id IS NULL OR p.shop_id = a.shop_id),
before AS (
    SELECT x.product_id, x.price_e4 FROM past x, asked a
    WHERE x.until > a.began - interval '30 days' AND coalesce(x.since, '-infinity') < a.began
    UNION ALL
    SELECT x.product_id, x.price_e4 FROM listed x, asked a
    WHERE x.until > a.began - interval '30 days' AND coalesce(x.since, '-infinity') < a.began
    UNION ALL
    SELECT g.id, CASE o.kind WHEN 'price' THEN (o.definition ->> 'price_e4')::bigint
        WHEN 'percent' THEN g.price_e4 - round(g.price_e4 * (o.definition ->> 'percent_ppm')::numeric / 1000000)
        ELSE g.price_e4 - (o.definition ->> 'amount_minor')::bigint * CASE
            WHEN o.currency IN ('JPY', 'KRW', 'VND', 'ISK', 'CLP') THEN 10000
            WHEN o.currency IN ('BHD', 'KWD', 'OMR', 'TND', 'JOD') THEN 10 ELSE 100 END END
    FROM asked a JOIN lasting o ON (o.shop_id IS NULL OR a.shop_id IS NULL OR o.shop_id = a.shop_id)
        AND o.began < a.began AND o.ends > greatest(o.began, a.began - interval '30 days')
    JOIN product g ON is_about(o.definition, g.id, g.sku, g.category))
SELECT g.id::text, min(b.price_e4)::bigint FROM asked a CROSS JOIN before b JOIN product g ON g.id = b.product_id
WHERE is_about(a.definition, g.id, g.sku, g.category) AND b.price_e4 >= 0
GROUP BY g.id, g.price_e4 HAVING min(b.price_e4) < greatest(g.price_e4,
    (SELECT max(price_of_one(l.tiers)) FROM list_price l JOIN shop s USING (price_list_id), asked a
    WHERE l.product_id = g.id AND (a.shop_id IS NULL OR s.id = a.shop_id)))
ORDER BY 1 LIMIT %(most)s
"""
_SAVE = """
INSERT INTO reduction (promotion_id, version, began, made_at, prior, since)
SELECT %(id)s, %(version)s, %(began)s, %(now)s, %(prior)s,
    CASE WHEN h.since > %(began)s - interval '30 days' THEN h.since::date END FROM price_history h
ON CONFLICT (promotion_id) DO UPDATE SET version = excluded.version, began = excluded.began,
    made_at = excluded.made_at, prior = excluded.prior, since = excluded.since
"""
_TOLD = "SELECT prior::text, since FROM reduction WHERE promotion_id = %s"
_TELL = "UPDATE promotion SET changed_at = changed_at WHERE promotion_id = %s"
"""The table's trigger tells the tills."""
_READ = "SELECT promotion_id::text, prior, since FROM reduction WHERE promotion_id = ANY(%s::uuid[])"


def has_waiting() -> LiteralString:
    """Give the question whether any reduction waits, for a schedule."""
    return "SELECT EXISTS (" + _REDUCTIONS + WAITING.replace("NOW", "now()") + ")"


async def note_reductions(conn: Connection, now: datetime) -> int:
    """Find the prior prices of reductions that wait for it, and tell tills where they changed; gives how many did."""
    asked = _REDUCTIONS + WAITING.replace("NOW", "%(now)s")
    waiting = await (await conn.execute(asked, {"now": now})).fetchall()
    told = 0
    for ident, version, began in waiting:
        before = await (await conn.execute(_TOLD, (ident,))).fetchone()
        prior = await (await conn.execute(_REDUCTIONS + _PRIOR, {"id": ident, "most": MOST})).fetchall()
        values = {"id": ident, "version": version, "began": began, "now": now}
        await conn.execute(_SAVE, values | {"prior": msgspec.json.encode(prior).decode()})
        if before != await (await conn.execute(_TOLD, (ident,))).fetchone():
            await conn.execute(_TELL, (ident,))
            told += 1
    return told


async def add_prior(conn: Connection, promotions: dict[str, Promotion]) -> dict[str, Promotion]:
    """Give promotions with what their goods cost before."""
    if not promotions:
        return promotions
    known = await (await conn.execute(_READ, (list(promotions),))).fetchall()
    added = {
        ident: msgspec.structs.replace(
            promotions[ident],
            prior=tuple((product, price_e4) for product, price_e4 in prior),
            prior_since=since.isoformat() if since else "",
        )
        for ident, prior, since in known
    }
    return promotions | added
