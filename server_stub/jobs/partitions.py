"""The next months' partitions of what is cut by business day, made before anything is of them. Nothing is moved.

A month whose rows came first lies in the default partition, and stays there.
"""

from datetime import date
from typing import Any

import structlog

from server_stub.jobs.workplace import Workplace

CUT = ("sale", "sale_line", "sale_tax", "payment", "shift", "drawer", "adjustment")
AHEAD = 3
"""Months after this one."""
_WAIT = "SET LOCAL lock_timeout = '2s'"
"""Pushes queue behind whoever waits for a table's lock; the job tries again later."""
_log = structlog.get_logger("server_stub.jobs")


async def make_partitions(place: Workplace, _payload: dict[str, Any]) -> None:
    """Make what is missing of this month and the next ones, a table and a month per transaction."""
    today = place.now().date()
    async with place.pool.connection() as conn:
        for first in (month_after(today, months) for months in range(AHEAD + 1)):
            for table in CUT:
                async with conn.transaction():
                    await conn.execute(_WAIT)
                    row = await (await conn.execute("SELECT add_month(%s, %s)", (table, first))).fetchone()
                if row == (True,):
                    _log.info("a partition was made", table=table, month=first.isoformat())


def month_after(day: date, months: int) -> date:
    """Give the first day of the month so many after a day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
