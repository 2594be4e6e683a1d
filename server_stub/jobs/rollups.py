"""Figures for reports: sales by hour, product, payment method, cashier and tax rate, per shop and business day.

A day is made anew from the sales themselves whenever one of its shifts was touched, however late the entries came:
nothing is ever added to a figure. A voided sale counts as a void and nowhere else. The business day is the one that
the projection gave the sale.
"""

from datetime import date
from typing import Any

from server_stub.database import Connection
from server_stub.jobs.workplace import Workplace

TABLES = ("sales_by_hour", "sales_by_product", "sales_by_payment", "sales_by_cashier", "sales_by_tax")
STRIDE = 20_000
"""Notes of touched days that are taken up at a time."""
_LOCK = 0x65636B0005

_NEWEST = "SELECT coalesce(max(id), 0) FROM sales_touched"
_TOUCHED = "SELECT id, shop_id::text, business_day FROM sales_touched WHERE id <= %s ORDER BY id LIMIT %s"
MAKE = """
WITH clock AS (SELECT time_zone FROM shop WHERE id = %(shop)s),
of_day AS MATERIALIZED (
    SELECT s.*, l.lines, l.gross, l.discount, t.net, t.tax FROM sale s
    CROSS JOIN LATERAL (SELECT count(*) AS lines, sum(gross_minor) AS gross, sum(discount_minor) AS discount
        FROM sale_line WHERE sale_id = s.sale_id AND business_day = %(day)s) l
    CROSS JOIN LATERAL (SELECT sum(net_minor) AS net, sum(tax_minor) AS tax
        FROM sale_tax WHERE sale_id = s.sale_id AND business_day = %(day)s) t
    WHERE s.shop_id = %(shop)s AND s.business_day = %(day)s),
sums AS (
    SELECT *, void_id IS NULL AS holds, extract(hour FROM occurred_at AT TIME ZONE time_zone) AS hour,
        CASE WHEN void_id IS NULL THEN actor ELSE coalesce(void_actor, actor) END AS who
    FROM of_day CROSS JOIN clock),
hours AS (
    INSERT INTO sales_by_hour SELECT %(shop)s, %(day)s, hour, currency, count(*) FILTER (WHERE holds), count(void_id),
        coalesce(sum(lines) FILTER (WHERE holds), 0), coalesce(sum(gross) FILTER (WHERE holds), 0),
        coalesce(sum(discount) FILTER (WHERE holds), 0), coalesce(sum(net) FILTER (WHERE holds), 0),
        coalesce(sum(tax) FILTER (WHERE holds), 0), coalesce(sum(total_minor) FILTER (WHERE holds), 0)
    FROM sums GROUP BY 3, 4),
cashiers AS (
    INSERT INTO sales_by_cashier SELECT %(shop)s, %(day)s, who, currency, count(*) FILTER (WHERE holds),
        count(void_id), coalesce(sum(discount) FILTER (WHERE holds), 0),
        coalesce(sum(total_minor) FILTER (WHERE holds), 0)
    FROM sums GROUP BY 3, 4),
products AS (
    INSERT INTO sales_by_product SELECT %(shop)s, %(day)s, product_id, currency, max(sku), max(name), max(unit),
        count(DISTINCT sale_id), sum(quantity_milli), sum(l.gross_minor), sum(l.discount_minor), sum(l.net_minor),
        sum(l.tax_minor), sum(l.total_minor)
    FROM of_day JOIN sale_line l USING (sale_id, business_day)
    WHERE void_id IS NULL AND business_day = %(day)s GROUP BY 3, 4),
kept AS (
    SELECT method, currency, amount_minor, 1 AS payments FROM of_day JOIN payment USING (sale_id, business_day)
    WHERE void_id IS NULL AND business_day = %(day)s
    UNION ALL SELECT 'cash', currency, -change_minor, 0 FROM of_day WHERE void_id IS NULL AND change_minor <> 0),
payments AS (
    INSERT INTO sales_by_payment SELECT %(shop)s, %(day)s, method, currency, sum(payments), sum(amount_minor)
    FROM kept GROUP BY 3, 4)
INSERT INTO sales_by_tax
SELECT %(shop)s, %(day)s, rate_ppm, currency, sum(net_minor), sum(t.tax_minor), sum(gross_minor)
FROM of_day JOIN sale_tax t USING (sale_id, business_day)
WHERE void_id IS NULL AND business_day = %(day)s GROUP BY 3, 4
"""


async def roll_up_sales(place: Workplace, _payload: dict[str, Any]) -> None:
    """Make the figures of every day that was touched until now; what is sold meanwhile is for the next time."""
    async with place.pool.connection() as conn:
        [newest] = await (await conn.execute(_NEWEST)).fetchone() or (0,)
        await conn.commit()
        while await _roll_up_some(conn, newest):
            pass


async def roll_up_everything(conn: Connection) -> None:
    """Have the next rollup make every day anew."""
    await conn.execute(
        "INSERT INTO sales_touched (shop_id, business_day) SELECT DISTINCT shop_id, business_day FROM sale"
    )


async def _roll_up_some(conn: Connection, newest: int) -> bool:
    """Take up what was touched, oldest first; False when there was nothing. One process at a time."""
    async with conn.transaction():
        await conn.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        touched = await (await conn.execute(_TOUCHED, (newest, STRIDE))).fetchall()
        if not touched:
            return False
        for shop, day in sorted({(shop, day) for _, shop, day in touched}):
            await _make_day(conn, shop, day)
        await conn.execute("DELETE FROM sales_touched WHERE id = ANY(%s)", ([ident for ident, *_ in touched],))
    return True


async def _make_day(conn: Connection, shop: str, day: date) -> None:
    for table in TABLES:
        await conn.execute(f"DELETE FROM {table} WHERE shop_id = %s AND business_day = %s", (shop, day))  # noqa: S608
    await conn.execute(MAKE, {"shop": shop, "day": day})
