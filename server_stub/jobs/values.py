"""The value of stock at the end of each day, made anew from the beginning for goods that moved since the last time.

A job and no query: an average follows from all that came before it, so a question about a date would fold all
movements up to there, seconds for a million of them, at each asking. What is made here an index finds. And no running
figure: what comes late belongs before what is here already, so goods that moved are folded again from their first day.
Goods that were made of others are folded with those, as far as the links between them reach.
"""

from collections.abc import AsyncIterator
from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from typing import Any

from server_stub.database import Connection
from server_stub.goods.valuing import OUTSIDE, Costs, Passage, value
from server_stub.jobs.stock_reading import begin_reading, end_reading, has_news
from server_stub.jobs.workplace import Workplace
from server_stub.orders.landed_costs import spread_costs

READER = "values"
WANTED = has_news(READER) + " OR EXISTS (SELECT 1 FROM landed_news)"  # noqa: S608 - only our own text
"""The question whether there is anything to value, for a schedule."""
_PAGE = 5_000
_TOUCHED = """
CREATE TEMPORARY TABLE valued ON COMMIT DROP AS
WITH RECURSIVE touched AS (
    SELECT product_id FROM stock WHERE position > %(seen)s AND position <= %(newest)s
    UNION SELECT unnest(%(costed)s::uuid[])),
linked AS (
    SELECT taken_id AS one, made_id AS other FROM goods_link UNION SELECT made_id, taken_id FROM goods_link),
reached AS (
    SELECT product_id AS root, product_id FROM touched
    UNION SELECT r.root, l.other FROM reached r JOIN linked l ON l.one = r.product_id)
SELECT product_id, min(root::text) AS linked FROM reached GROUP BY 1
"""
"""Goods that moved, or carry other costs now, and all that they are linked with.

What is linked with one another has the same name.
"""
_COSTS = "SELECT p.id::text, p.cost_e4 FROM product p JOIN valued v ON v.product_id = p.id WHERE p.cost_e4 IS NOT NULL"
_FORGET = "DELETE FROM goods_value v USING valued t WHERE v.product_id = t.product_id"
PASSAGES = """
SELECT v.linked, m.product_id::text, (m.occurred_at AT TIME ZONE s.time_zone)::date,
    CASE WHEN f.kind = ANY(%(outside)s) THEN '' ELSE coalesce(f.shop_id, m.shop_id)::text END AS source,
    CASE WHEN t.kind = ANY(%(outside)s) THEN '' ELSE coalesce(t.shop_id, m.shop_id)::text END AS target,
    m.quantity_milli, c.cost_e4,
    CASE WHEN t.kind = 'customer' THEN 1 WHEN f.kind = 'customer' THEN -1 ELSE 0 END,
    CASE WHEN 'repacking' IN (f.kind, t.kind) THEN m.chain || ' ' || m.seq ELSE '' END,
    coalesce(e.landed_e7, 0)
FROM movement m JOIN valued v USING (product_id) JOIN shop s ON s.id = m.shop_id
LEFT JOIN incarnation i ON i.chain = m.chain
LEFT JOIN place f ON f.id = m.from_place_id LEFT JOIN place t ON t.id = m.to_place_id
LEFT JOIN adjustment c ON c.chain = m.chain AND c.seq = m.seq AND c.n = m.n AND c.cost_e4 IS NOT NULL
LEFT JOIN (SELECT chain, seq, n, sum(value_e7)::bigint AS landed_e7 FROM landed_part JOIN valued USING (product_id)
    GROUP BY 1, 2, 3) e ON e.chain = m.chain AND e.seq = m.seq AND e.n = m.n
ORDER BY v.linked, m.occurred_at, i.device_uuid, i.incarnation, i.branch, m.seq, m.n, m.from_place_id, m.product_id,
    m.quantity_milli
"""
"""Documents that say a cost are never those of a sale, so chain, number and line tell whose it is.

The order is one that every centre comes to, whichever of two tills it heard of first.
"""
_COPY = """
COPY goods_value (product_id, shop_id, day, quantity_milli, average_e7, fifo_e7, came_milli, sold_milli,
    sold_average_e7, sold_fifo_e7, guessed) FROM STDIN
"""
_Row = tuple[Any, ...]


async def value_stock(place: Workplace, _payload: dict[str, Any]) -> None:
    """Value the goods that moved since the last time, or whose freight and the like became other."""
    async with place.pool.connection() as conn, conn.transaction():
        seen, newest = await begin_reading(conn, READER)
        costed = await spread_costs(conn, everything=not seen)
        await conn.execute(_TOUCHED, {"seen": seen, "newest": newest, "costed": costed})
        await conn.execute("ANALYZE valued")
        await conn.execute(_FORGET)
        costs: dict[str, int] = dict(await (await conn.execute(_COSTS)).fetchall())
        async for rows in _make(conn, costs):
            async with conn.cursor() as cursor, cursor.copy(_COPY) as copy:
                for row in rows:
                    await copy.write_row(row)
        await end_reading(conn, READER, newest, place.now())


async def _make(conn: Connection, costs: Costs) -> AsyncIterator[list[_Row]]:
    """Give the rows of goods after goods, never more of them in memory than what is linked and a page."""
    held: list[_Row] = []
    async with conn.cursor("passages") as cursor:
        cursor.itersize = _PAGE
        await cursor.execute(PASSAGES, {"outside": list(OUTSIDE)})
        while page := await cursor.fetchmany(_PAGE):
            last = page[-1][0]
            if held and held[0][0] == last:
                held += page
                continue
            yield _value(held + [row for row in page if row[0] != last], costs)
            held = [row for row in page if row[0] == last]
    yield _value(held, costs)


def _value(rows: list[_Row], costs: Costs) -> list[_Row]:
    made: list[_Row] = []
    for _, linked in groupby(rows, key=itemgetter(0)):
        passages = (Passage(*row[1:]) for row in linked if row[3] != row[4])
        made += [astuple(one) for one in value(passages, costs)]
    return made
