"""The value of stock at the end of each day, made anew from the beginning for goods that moved since the last time.

A job and no query: an average follows from all that came before it, so a question about a date would fold all
movements up to there, seconds for a million of them, at each asking. What is made here an index finds. And no running
figure: what comes late belongs before what is here already, so goods that moved are folded again from their first day.
"""

from collections.abc import AsyncIterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from server_stub.database import Connection
from server_stub.goods.valuing import Passage, value
from server_stub.jobs.stock_reading import begin_reading, end_reading
from server_stub.jobs.workplace import Workplace

READER = "values"
_PAGE = 5_000
_TOUCHED = """
CREATE TEMPORARY TABLE valued ON COMMIT DROP AS
SELECT DISTINCT product_id FROM stock WHERE position > %(seen)s AND position <= %(newest)s
"""
_FORGET = "DELETE FROM goods_value v USING valued t WHERE v.product_id = t.product_id"
PASSAGES = """
SELECT m.product_id::text, p.cost_e4, (m.occurred_at AT TIME ZONE s.time_zone)::date,
    CASE WHEN f.kind = ANY(%(outside)s) THEN '' ELSE coalesce(f.shop_id, m.shop_id)::text END AS source,
    CASE WHEN t.kind = ANY(%(outside)s) THEN '' ELSE coalesce(t.shop_id, m.shop_id)::text END AS target,
    m.quantity_milli, c.cost_e4,
    CASE WHEN t.kind = 'customer' THEN 1 WHEN f.kind = 'customer' THEN -1 ELSE 0 END
FROM movement m JOIN valued USING (product_id) JOIN shop s ON s.id = m.shop_id
LEFT JOIN place f ON f.id = m.from_place_id LEFT JOIN place t ON t.id = m.to_place_id
LEFT JOIN product p ON p.id = m.product_id
LEFT JOIN adjustment c ON c.chain = m.chain AND c.seq = m.seq AND c.n = m.n AND c.cost_e4 IS NOT NULL
ORDER BY m.product_id, m.occurred_at, m.chain, m.seq, m.n
"""
"""Documents that say a cost are never those of a sale, so chain, number and line tell whose it is."""
OUTSIDE = ("supplier", "customer", "waste", "lost_and_found")
"""Kinds of place where goods are not the shop's, or worth nothing."""
_COPY = """
COPY goods_value (product_id, shop_id, day, quantity_milli, average_e7, fifo_e7, came_milli, sold_milli,
    sold_average_e7, sold_fifo_e7, guessed) FROM STDIN
"""
_Row = tuple[Any, ...]


async def value_stock(place: Workplace, _payload: dict[str, Any]) -> None:
    """Value the goods that moved since the last time."""
    async with place.pool.connection() as conn, conn.transaction():
        seen, newest = await begin_reading(conn, READER)
        await conn.execute(_TOUCHED, {"seen": seen, "newest": newest})
        await conn.execute("ANALYZE valued")
        await conn.execute(_FORGET)
        async for rows in _make(conn):
            async with conn.cursor() as cursor, cursor.copy(_COPY) as copy:
                for row in rows:
                    await copy.write_row(row)
        await end_reading(conn, READER, newest, place.now())


async def _make(conn: Connection) -> AsyncIterator[list[_Row]]:
    """Give the rows of goods after goods, never more of them in memory than one product's and a page."""
    held: list[_Row] = []
    async with conn.cursor("passages") as cursor:
        cursor.itersize = _PAGE
        await cursor.execute(PASSAGES, {"outside": list(OUTSIDE)})
        while page := await cursor.fetchmany(_PAGE):
            last = page[-1][0]
            if held and held[0][0] == last:
                held += page
                continue
            yield _value(held + [row for row in page if row[0] != last])
            held = [row for row in page if row[0] == last]
    yield _value(held)


def _value(rows: list[_Row]) -> list[_Row]:
    made: list[_Row] = []
    for product, own in groupby(rows, key=itemgetter(0)):
        passages = list(own)
        known = (Passage(*row[2:]) for row in passages if row[3] != row[4])
        for one in value(known, passages[0][1]):
            figures = (one.quantity_milli, one.average_e7, one.fifo_e7, one.came_milli)
            sold = (one.sold_milli, one.sold_average_e7, one.sold_fifo_e7)
            made.append((product, one.shop, one.day, *figures, *sold, one.guessed))
    return made
