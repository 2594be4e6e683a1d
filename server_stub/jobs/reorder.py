"""Reorder points: order when on hand falls to what sells until goods arrive, and a little more for bad luck.

point = mean daily sale x lead time + safety, with safety = 1.645 x spread x square root of the lead time: in 95 of 100
waits the goods last. Days without a sale count as days. Products sold by the piece are rounded up to whole pieces.
"""

import math
from collections import defaultdict
from typing import Any

from server_stub.database import Connection
from server_stub.feed.marks import mark
from server_stub.jobs.abc_classes import last_days
from server_stub.jobs.schedules import find_zone
from server_stub.jobs.workplace import Workplace

DAYS = 90
LEAD_DAYS = 7
SAFETY_FACTOR = 1.645
"""Of the normal distribution: 95 % lie below the mean and this many spreads."""

_DEMAND = """
WITH sold AS (
    SELECT shop_id, product_id, business_day, max(unit) AS unit, greatest(sum(quantity_milli), 0) AS milli
    FROM sales_by_product WHERE business_day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2, 3)
SELECT shop_id::text, product_id::text, max(unit), sum(milli)::float8, sum(milli::float8 * milli)
FROM sold GROUP BY 1, 2
"""
_COPY = """
COPY reorder_point (shop_id, product_id, unit, days, mean_milli, spread_milli, lead_days, safety_milli, point_milli,
    made_at) FROM STDIN
"""


async def find_reorder_points(place: Workplace, payload: dict[str, Any]) -> None:
    """Make every product's point from its last 90 days; `lead_days` in the payload in place of a week."""
    now, lead_days = place.now(), int(payload.get("lead_days", LEAD_DAYS))
    async with place.pool.connection() as conn, conn.transaction():
        first, last = await last_days(conn, now.astimezone(await find_zone(conn)).date(), DAYS)
        days = (last - first).days + 1
        demand = await (await conn.execute(_DEMAND, {"first": first, "last": last})).fetchall()
        before = await _told(conn)
        await conn.execute("DELETE FROM reorder_point")
        async with conn.cursor() as cursor, cursor.copy(_COPY) as copy:
            for shop, product, unit, total, squares in demand:
                mean, spread, safety, point = reorder_figures(unit, days, total, squares, lead_days)
                await copy.write_row((shop, product, unit, days, mean, spread, lead_days, safety, point, now))
        await _tell(conn, before, await _told(conn))


async def _told(conn: Connection) -> dict[tuple[str, str], tuple[int, int]]:
    """Give what tills are told of each product of each shop."""
    rows = await conn.execute(
        "SELECT shop_id::text, product_id::text, point_milli, mean_milli * lead_days FROM reorder_point"
    )
    return {(shop, product): (point, lead) for shop, product, point, lead in await rows.fetchall()}


async def _tell(
    conn: Connection, before: dict[tuple[str, str], tuple[int, int]], now: dict[tuple[str, str], tuple[int, int]]
) -> None:
    """Tell the tills of what changed only: most goods sell today as they sold yesterday."""
    changed: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for shop, product in sorted(before.keys() | now.keys()):
        key = shop, product
        if before.get(key) != now.get(key):
            changed[shop, key not in now].append(f"{shop}/{product}")
    for (shop, gone), names in changed.items():
        await mark(conn, f"shop:{shop}", "reorder", names, deleted=gone)


def reorder_figures(
    unit: str, days: int, total_milli: float, squares: float, lead_days: int
) -> tuple[int, int, int, int]:
    """Give mean and spread of a day, safety and point, all in thousandths; `squares` is the sum of squared days."""
    mean = total_milli / days
    spread = math.sqrt(max(0.0, squares - total_milli * mean) / (days - 1)) if days > 1 else 0.0
    safety = SAFETY_FACTOR * spread * math.sqrt(lead_days)
    step = 1000 if unit == "pcs" else 1
    point = math.ceil(round((mean * lead_days + safety) / step, 6)) * step
    return round(mean), round(spread), round(safety), point


def explain(unit: str, days: int, mean: int, spread: int, lead_days: int, safety: int, point: int) -> str:
    """Say in plain words where a point comes from; figures in thousandths of the unit, as the table has them."""
    lead = mean * lead_days
    return (
        f"Sold {_plain(mean)} {unit} a day on average over {days} days (spread {_plain(spread)}). "
        f"Until goods arrive, in {lead_days} days, {_plain(lead)} are needed; {_plain(safety)} more keep the shelf "
        f"from running empty in 95 of 100 waits. Order when {_plain(point)} {unit} are left."
    )


def _plain(milli: int) -> str:
    return f"{milli / 1000:.1f}".removesuffix(".0")
