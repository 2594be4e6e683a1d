"""ABC classes of goods per shop: A sells 80 % of the turnover, B the next 15 %, C the rest.

The product that crosses a boundary still belongs above it, so a shop that lives on one product has an A.
"""

from datetime import date, timedelta
from typing import Any

from server_stub.database import Connection
from server_stub.jobs.schedules import find_zone
from server_stub.jobs.workplace import Workplace

DAYS = 90
A_PPM, B_PPM = 800_000, 950_000

_CLASSIFY = """
INSERT INTO abc_class
WITH sold AS (
    SELECT shop_id, product_id, greatest(sum(total_minor), 0)::bigint AS turnover
    FROM sales_by_product b JOIN shop p ON p.id = b.shop_id AND p.currency = b.currency
    WHERE business_day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2),
ranked AS (
    SELECT *, sum(turnover) OVER best AS up_to, sum(turnover) OVER (PARTITION BY shop_id) AS all_of_it,
        row_number() OVER best AS rank
    FROM sold WINDOW best AS (PARTITION BY shop_id ORDER BY turnover DESC, product_id ROWS UNBOUNDED PRECEDING))
SELECT shop_id, product_id,
    CASE WHEN turnover = 0 THEN 'C' WHEN (up_to - turnover) * 1000000 < all_of_it * %(a)s THEN 'A'
        WHEN (up_to - turnover) * 1000000 < all_of_it * %(b)s THEN 'B' ELSE 'C' END,
    turnover, CASE WHEN all_of_it = 0 THEN 1000000 ELSE round(up_to * 1000000 / all_of_it) END, rank,
    %(first)s, %(last)s, %(now)s
FROM ranked
"""


async def classify_goods(place: Workplace, _payload: dict[str, Any]) -> None:
    """Class every product that sold in the 90 days before today, by turnover in the shop's own currency."""
    now = place.now()
    async with place.pool.connection() as conn, conn.transaction():
        first, last = await last_days(conn, now.astimezone(await find_zone(conn)).date(), DAYS)
        await conn.execute("DELETE FROM abc_class")
        values = {"first": first, "last": last, "a": A_PPM, "b": B_PPM, "now": now}
        await conn.execute(_CLASSIFY, values)


async def last_days(conn: Connection, today: date, most: int) -> tuple[date, date]:
    """Give the first and last of the whole days before today to look at, at most so many; fewer in a young centre."""
    row = await (await conn.execute("SELECT min(business_day) FROM sales_by_hour")).fetchone()
    last = today - timedelta(days=1)
    first = last - timedelta(days=most - 1)
    oldest = row[0] if row and row[0] else first
    return min(max(first, oldest), last), last
