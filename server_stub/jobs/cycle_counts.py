"""What is due to be counted, or gave a reason to: every day, and every hour what goods were often taken from."""

from typing import Any

from server_stub.counts.looking import find_often_picked, order_count
from server_stub.counts.planning import Plan, plan_count
from server_stub.goods.shops import list_shops
from server_stub.jobs.workplace import Workplace

_TODAY = "SELECT EXISTS (SELECT 1 FROM work_order WHERE shop_id = %s AND kind = 'count' AND number = %s)"


async def order_cycle_counts(place: Workplace, _payload: dict[str, Any]) -> None:
    """Order the counts of the day; what has a reason goes first, and both together are as many lines as the shop wants.

    Run again on the same day it orders nothing more.
    """
    now = place.now()
    async with place.pool.connection() as conn, conn.transaction():
        for shop in await list_shops(conn):
            left = shop.counting.lines_a_day
            for scope in ("triggered", "cycle"):
                number = f"{scope[0].upper()}-{now:%y%m%d}"
                if left <= 0 or await (await conn.execute(_TODAY, (shop.id, number))).fetchone() == (True,):
                    break
                planned = await plan_count(conn, shop.id, Plan(scope, lines=left, number=number), now)
                left -= planned.lines if planned else 0


async def order_picked_counts(place: Workplace, _payload: dict[str, Any]) -> None:
    """Order a count of the bins that goods were taken from so often that the shop wants them looked at."""
    now = place.now()
    async with place.pool.connection() as conn, conn.transaction():
        for shop in await list_shops(conn):
            if shop.counting.after_picks:
                found = await find_often_picked(conn, shop.id, shop.counting.after_picks, now)
                await order_count(conn, shop.id, f"N-{now:%y%m%d-%H}", found, now)
