"""Bins to be looked at: somebody who stood there asked for it, or goods were taken from them often enough."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import LiteralString

from server_stub.database import Connection
from server_stub.journal.projections import Origin
from server_stub.orders.keeping import Draft, Wanted, make_order
from sync.wire.goods_facts import StockCounted

ONE = 1000
LOOKS_BACK = timedelta(days=90)
"""What was taken before nobody counts any more."""
_FREE: LiteralString = """
NOT EXISTS (SELECT 1 FROM work_order o JOIN work_order_line l ON l.order_id = o.id
    WHERE o.shop_id = %(shop)s AND o.kind = 'count' AND o.ended_at IS NULL AND l.place_id = p.id
        AND l.product_id IS NULL)
"""
_TO_COUNT: LiteralString = (
    """
SELECT p.id::text FROM place p
WHERE p.shop_id = %(shop)s AND p.id = ANY(%(places)s::uuid[]) AND """
    + _FREE + "ORDER BY p.code"
)  # fmt: skip
_OFTEN: LiteralString = (
    """
WITH looked AS (
    SELECT place_id, max(at) AS at FROM (
        SELECT place_id, counted_at AS at FROM count_line WHERE shop_id = %(shop)s AND counted_at > %(since)s
        UNION ALL
        SELECT l.place_id, o.ended_at FROM work_order o JOIN work_order_line l ON l.order_id = o.id
        WHERE o.shop_id = %(shop)s AND o.kind = 'count' AND o.ended_at > %(since)s AND l.product_id IS NULL) seen
    GROUP BY 1)
SELECT p.id::text FROM adjustment a JOIN place p ON p.id = a.from_place_id
LEFT JOIN looked k ON k.place_id = a.from_place_id
WHERE a.shop_id = %(shop)s AND a.occurred_at > %(since)s AND a.business_day >= %(day)s AND p.shop_id = %(shop)s
    AND a.occurred_at > coalesce(k.at, %(since)s) AND p.kind IN ('bin', 'shelf') AND a.reason <> 'counted'
    AND """  # noqa: S608 - only our own text
    + _FREE + """
GROUP BY p.id, p.code HAVING count(DISTINCT (a.chain, a.seq)) >= %(often)s ORDER BY p.code
"""
)  # fmt: skip
_KNOWN = "SELECT EXISTS (SELECT 1 FROM work_order WHERE shop_id = %s AND kind = 'count' AND number = %s)"


async def order_looks(conn: Connection, fact: StockCounted, origin: Origin) -> None:
    """Order a count of the places that somebody asked for; once, however often the entry is projected."""
    asked = {"shop": origin.shop, "places": list(fact.looks)}
    found = [place for (place,) in await (await conn.execute(_TO_COUNT, asked)).fetchall()]
    number = f"S-{fact.count_id.replace('-', '')[-12:].upper()}"
    await order_count(conn, origin.shop, number, found, datetime.fromisoformat(origin.occurred_at))


async def find_often_picked(conn: Connection, shop: str, often: int, now: datetime) -> list[str]:
    """Give the bins from which so many documents took goods since they were counted, and of which no count is asked."""
    since = now - LOOKS_BACK
    asked = {"shop": shop, "often": often, "since": since, "day": since.date() - timedelta(days=1)}
    return [place for (place,) in await (await conn.execute(_OFTEN, asked)).fetchall()]


async def order_count(conn: Connection, shop: str, number: str, places: Sequence[str], now: datetime) -> None:
    """Order a count of places, unless there is an order of this number."""
    if places and await (await conn.execute(_KNOWN, (shop, number))).fetchone() == (False,):
        lines = tuple(Wanted(None, ONE, place) for place in places)
        await make_order(conn, shop, Draft("count", number, lines), now)
