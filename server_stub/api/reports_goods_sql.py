"""What reports about goods ask: listings by shop and product, from the days of value (`goods_value`).

Parameters: shop (None for all), first and last day; `days` is for how long nothing was sold. Days are those of the
shop's wall clock, by when goods moved.
"""

from typing import LiteralString

from server_stub.api.paging import Listing

_GOODS: LiteralString = """r.*, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, coalesce(p.unit, '') AS unit,
    h.currency"""
_KEY: tuple[tuple[LiteralString, LiteralString], ...] = (("r.shop_id", "uuid"), ("r.product_id", "uuid"))
_HELD: LiteralString = """
WITH goods AS MATERIALIZED (
    SELECT DISTINCT shop_id, product_id FROM stock WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s),
held AS (
    SELECT g.*, v.quantity_milli, v.average_e7, v.fifo_e7, v.guessed FROM goods g CROSS JOIN LATERAL (
        SELECT * FROM goods_value v WHERE v.shop_id = g.shop_id AND v.product_id = g.product_id AND v.day <= %(last)s
        ORDER BY v.day DESC LIMIT 1) v)
"""
"""Goods with what was there at the end of the last day; the newest row of each is found by its index."""


def _named(source: LiteralString) -> LiteralString:
    return source + " r JOIN shop h ON h.id = r.shop_id LEFT JOIN product p ON p.id = r.product_id"


_LANDED: LiteralString = """, (SELECT coalesce(sum(value_e7), 0)::bigint FROM landed_part c
    WHERE (c.shop_id, c.product_id) = (r.shop_id, r.product_id) AND c.day <= %(last)s) AS landed_e7"""
"""Freight and the like of all that came until then, also of what has gone since."""
VALUE = Listing("reports.value", _GOODS + _LANDED, _named("held"), _KEY, ever=("r.quantity_milli <> 0",), before=_HELD)
VALUE_BY_SHOP = Listing(
    "reports.value.shop",
    "r.*, h.name, h.currency",
    """(SELECT shop_id, sum(average_e7)::bigint AS average_e7, sum(fifo_e7)::bigint AS fifo_e7,
        count(*) FILTER (WHERE quantity_milli > 0) AS products, count(*) FILTER (WHERE quantity_milli < 0) AS short,
        count(*) FILTER (WHERE guessed) AS guessed FROM held GROUP BY 1) r JOIN shop h ON h.id = r.shop_id""",
    (("r.shop_id", "uuid"),),
    before=_HELD,
)
_LYING: LiteralString = """,
since AS (
    SELECT w.place_id, m.product_id, sum(w.milli) AS milli FROM shop h
    JOIN movement m ON m.shop_id = h.id AND m.occurred_at >= (%(last)s::date + 1)::timestamp AT TIME ZONE h.time_zone
    CROSS JOIN LATERAL (VALUES (m.to_place_id, m.quantity_milli), (m.from_place_id, -m.quantity_milli))
        AS w (place_id, milli)
    WHERE %(shop)s::uuid IS NULL OR h.id = %(shop)s GROUP BY 1, 2),
lying AS (
    SELECT s.shop_id, s.product_id, s.place_id, s.milli - coalesce(since.milli, 0) AS milli FROM (
        SELECT shop_id, product_id, place_id, sum(on_hand_milli) AS milli FROM stock
        WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s GROUP BY 1, 2, 3) s
    JOIN place p ON p.id = s.place_id AND p.kind NOT IN ('waste', 'lost_and_found')
    LEFT JOIN since USING (product_id, place_id))
"""
"""What lay where at the end of the last day: what lies there now, less what moved since."""
VALUE_BY_PLACE = Listing(
    "reports.value.place",
    "r.*, p.code, p.name, p.kind, h.currency",
    """(SELECT h.shop_id, l.place_id, sum(round(h.average_e7 * l.milli / h.quantity_milli))::bigint AS average_e7,
        sum(round(h.fifo_e7 * l.milli / h.quantity_milli))::bigint AS fifo_e7,
        count(*) FILTER (WHERE l.milli > 0) AS products
        FROM held h JOIN lying l USING (shop_id, product_id)
        WHERE h.quantity_milli > 0 AND l.milli <> 0 GROUP BY 1, 2) r
    JOIN place p ON p.id = r.place_id JOIN shop h ON h.id = r.shop_id""",
    (("r.shop_id", "uuid"), ("r.place_id", "uuid")),
    before=_HELD + _LYING,
)
"""A place has its share of the value of its shop's goods, by quantity."""

_SOLD: LiteralString = """
WITH sold AS (
    SELECT shop_id, product_id, sum(sold_milli)::bigint AS sold_milli, sum(sold_average_e7)::bigint AS cost_e7
    FROM goods_value WHERE day BETWEEN %(first)s AND %(last)s AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
    GROUP BY 1, 2)
"""
TURNOVER = Listing(
    "reports.turnover",
    _GOODS,
    _named("""(SELECT s.*, (coalesce(o.average_e7, 0) + coalesce(c.average_e7, 0)) / 2 AS mean_e7,
        coalesce(c.quantity_milli, 0) AS quantity_milli
        FROM sold s
        LEFT JOIN LATERAL (SELECT average_e7 FROM goods_value v WHERE v.shop_id = s.shop_id
            AND v.product_id = s.product_id AND v.day < %(first)s ORDER BY v.day DESC LIMIT 1) o ON true
        LEFT JOIN LATERAL (SELECT average_e7, quantity_milli FROM goods_value v WHERE v.shop_id = s.shop_id
            AND v.product_id = s.product_id AND v.day <= %(last)s ORDER BY v.day DESC LIMIT 1) c ON true)"""),
    _KEY,
    before=_SOLD,
)
MARGIN = Listing(
    "reports.margin",
    _GOODS,
    _named("""(SELECT n.shop_id, n.product_id, n.sold_milli, n.net_minor, coalesce(s.cost_e7, 0) AS cost_e7
        FROM (SELECT b.shop_id, b.product_id, sum(b.quantity_milli)::bigint AS sold_milli,
                sum(b.net_minor)::bigint AS net_minor
            FROM sales_by_product b JOIN shop o ON o.id = b.shop_id AND o.currency = b.currency
            WHERE b.business_day BETWEEN %(first)s AND %(last)s
                AND (%(shop)s::uuid IS NULL OR b.shop_id = %(shop)s) GROUP BY 1, 2) n
        LEFT JOIN sold s USING (shop_id, product_id))"""),
    _KEY,
    before=_SOLD,
)
AGEING = Listing(
    "reports.ageing",
    _GOODS,
    _named("""(SELECT h.shop_id, h.product_id, h.quantity_milli, h.fifo_e7 AS value_e7,
        coalesce(sum(a.milli) FILTER (WHERE a.age <= 30), 0)::bigint AS to_30_milli,
        coalesce(sum(a.milli) FILTER (WHERE a.age BETWEEN 31 AND 90), 0)::bigint AS to_90_milli,
        coalesce(sum(a.milli) FILTER (WHERE a.age BETWEEN 91 AND 180), 0)::bigint AS to_180_milli,
        coalesce(sum(a.milli) FILTER (WHERE a.age > 180), 0)::bigint AS older_milli
        FROM held h LEFT JOIN LATERAL (
            SELECT %(last)s::date - v.day AS age, greatest(least(v.came_milli, h.quantity_milli + v.came_milli
                - sum(v.came_milli) OVER (ORDER BY v.day DESC)), 0) AS milli
            FROM goods_value v WHERE v.shop_id = h.shop_id AND v.product_id = h.product_id AND v.day <= %(last)s
                AND v.came_milli > 0) a ON true
        WHERE h.quantity_milli > 0 GROUP BY 1, 2, 3, 4)"""),
    _KEY,
    before=_HELD,
)
"""What is there is what came last: first in, first out."""
DEAD_STOCK = Listing(
    "reports.dead",
    _GOODS,
    _named("""(SELECT h.*, (SELECT max(v.day) FROM goods_value v WHERE v.shop_id = h.shop_id
            AND v.product_id = h.product_id AND v.day <= %(last)s AND v.sold_milli > 0) AS last_sold,
        (SELECT max(v.day) FROM goods_value v WHERE v.shop_id = h.shop_id
            AND v.product_id = h.product_id AND v.day <= %(last)s AND v.came_milli > 0) AS last_came
        FROM held h WHERE h.quantity_milli > 0)"""),
    _KEY,
    ever=("greatest(coalesce(r.last_sold, r.last_came), r.last_came) < %(last)s::date - %(days)s::integer",),
    before=_HELD,
)
"""Goods that came lately are not dead, whether they sold or not."""
TRANSIT = Listing(
    "reports.transit",
    _GOODS,
    _named("""(SELECT o.shop_id, l.product_id, l.milli AS quantity_milli, o.id AS order_id, o.number,
        o.partner AS sender, d.day AS sent, %(last)s::date - d.day AS days, coalesce((
            SELECT round(v.average_e7 * l.milli::numeric / nullif(v.quantity_milli, 0)) FROM goods_value v
            WHERE v.shop_id = o.shop_id AND v.product_id = l.product_id AND v.day <= %(last)s AND v.quantity_milli > 0
            ORDER BY v.day DESC LIMIT 1), 0)::bigint AS value_e7
        FROM work_order o JOIN shop s ON s.id = o.shop_id
        CROSS JOIN LATERAL (SELECT (o.opened_at AT TIME ZONE s.time_zone)::date AS day) d
        CROSS JOIN LATERAL (SELECT product_id, sum(quantity_milli - done_milli)::bigint AS milli FROM work_order_line
            WHERE order_id = o.id GROUP BY 1 HAVING sum(quantity_milli - done_milli) <> 0) l
        WHERE o.kind = 'arrival' AND o.ended_at IS NULL AND d.day <= %(last)s
            AND (%(shop)s::uuid IS NULL OR o.shop_id = %(shop)s))"""),
    (("r.shop_id", "uuid"), ("r.sent", "date"), ("r.order_id", "uuid"), ("r.product_id", "uuid")),
)
"""What other shops have sent and is still on its way now, by its age; worth what such goods cost where they go."""
ACCURACY = Listing(
    "reports.accuracy",
    "r.*, h.currency",
    """(SELECT l.shop_id, c.actor, count(DISTINCT c.count_id) AS counts, count(*) AS lines,
        count(*) FILTER (WHERE l.counted_milli = l.book_milli) AS exact,
        coalesce(sum(l.counted_milli - l.book_milli) FILTER (WHERE l.counted_milli > l.book_milli), 0)::bigint
            AS over_milli,
        coalesce(sum(l.book_milli - l.counted_milli) FILTER (WHERE l.counted_milli < l.book_milli), 0)::bigint
            AS short_milli,
        coalesce(sum((l.counted_milli - l.book_milli) * coalesce(p.cost_e4, 0)), 0)::bigint AS difference_e7
        FROM count_line l JOIN count_sheet c USING (count_id) JOIN shop o ON o.id = l.shop_id
        LEFT JOIN product p ON p.id = l.product_id
        WHERE (%(shop)s::uuid IS NULL OR l.shop_id = %(shop)s)
            AND l.counted_at >= %(first)s::timestamp AT TIME ZONE o.time_zone
            AND l.counted_at < (%(last)s::date + 1)::timestamp AT TIME ZONE o.time_zone
        GROUP BY 1, 2) r JOIN shop h ON h.id = r.shop_id""",
    (("r.shop_id", "uuid"), ("r.actor", "text")),
)
"""Differences are worth what the product costs now; lines without one count as exact."""
REORDER = Listing(
    "reports.reorder",
    _GOODS,
    _named("""(SELECT o.shop_id, o.product_id, o.days, o.lead_days, o.mean_milli, o.spread_milli, o.safety_milli,
        o.point_milli, coalesce(s.milli, 0)::bigint AS on_hand_milli FROM reorder_point o
        LEFT JOIN LATERAL (SELECT sum(k.on_hand_milli) AS milli FROM stock k JOIN place p ON p.id = k.place_id
            WHERE k.shop_id = o.shop_id AND k.product_id = o.product_id
                AND p.kind NOT IN ('waste', 'lost_and_found')) s ON true
        WHERE %(shop)s::uuid IS NULL OR o.shop_id = %(shop)s)"""),
    _KEY,
    ever=("r.on_hand_milli <= r.point_milli", "coalesce(p.active, true)"),
)
