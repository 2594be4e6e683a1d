"""Work that comes round: every hour, or every day at a time of the centre's wall clock.

Each schedule has periods, and each period makes one job, whichever process comes first. A centre that was off at
the time catches up with the last period when it is on again, not with all of them. Of an hour or a day, the first
period that a fresh centre sees makes none: there is nothing to copy or to count yet.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server_stub.database import Connection
from server_stub.faults import Fault
from server_stub.goods.price_history import has_waiting
from server_stub.jobs.queue import enqueue
from server_stub.jobs.stock_reading import has_news
from server_stub.jobs.values import WANTED

ZONE_SETTING = "ECKWMS_TIME_ZONE"
_DAY = timedelta(days=1)
_LONG = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BEGIN = """
INSERT INTO job_schedule (name, period) VALUES (%(name)s, %(period)s)
ON CONFLICT (name) DO UPDATE SET period = excluded.period
WHERE job_schedule.period < excluded.period OR job_schedule.period > excluded.period + interval '2 days'
RETURNING xmax = 0
"""
SHOPS_ZONE = "SELECT time_zone FROM shop GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a job of this kind is made: every so often, or daily `at` a time; `wanted` is SQL that says if at all."""

    kind: str
    every: timedelta = _DAY
    at: time | None = None
    wanted: str = ""

    def period(self, now: datetime, zone: tzinfo) -> datetime:
        """Give the beginning of the period that now is in (UTC).

        A time that the clock skips in spring is taken as the same moment, one hour later by the clock; of one that
        comes twice in autumn the first counts. So every date has exactly one period.
        """
        if self.at is None:
            return _EPOCH + (now - _EPOCH) // self.every * self.every
        day = now.astimezone(zone).date()
        begins = datetime.combine(day, self.at, zone).astimezone(UTC)
        return begins if begins <= now else datetime.combine(day - _DAY, self.at, zone).astimezone(UTC)

    def next_period(self, now: datetime, zone: tzinfo) -> datetime:
        """Give the beginning of the period after the one that now is in (UTC)."""
        if self.at is None:
            return self.period(now, zone) + self.every
        day = now.astimezone(zone).date()
        begins = datetime.combine(day, self.at, zone).astimezone(UTC)
        return begins if begins > now else datetime.combine(day + _DAY, self.at, zone).astimezone(UTC)


_UNSENT = """
SELECT EXISTS (SELECT 1 FROM webhook w CROSS JOIN incarnation i
    LEFT JOIN webhook_cursor c ON c.webhook_id = w.id AND c.chain = i.chain
    WHERE w.active AND i.projected_seq > coalesce(c.seq, i.forked_after))
"""
_COUNTS_DAILY = "SELECT EXISTS (SELECT 1 FROM shop WHERE (counting ->> 'lines_a_day')::integer > 0)"
_COUNTS_PICKED = "SELECT EXISTS (SELECT 1 FROM shop WHERE (counting ->> 'after_picks')::integer > 0)"
_FACES = "SELECT EXISTS (SELECT 1 FROM place WHERE max_milli > 0)"
SCHEDULES = (
    Schedule("rollup.sales", timedelta(minutes=1), wanted="SELECT EXISTS (SELECT 1 FROM sales_touched)"),
    Schedule("webhook.events", timedelta(seconds=10), wanted=_UNSENT),
    Schedule("counts", timedelta(minutes=1), wanted="SELECT EXISTS (SELECT 1 FROM count_sheet)"),
    Schedule("negative", timedelta(minutes=1), wanted=has_news("negative")),
    Schedule("refills", timedelta(minutes=1), wanted=_FACES),
    Schedule("prices", timedelta(minutes=5), wanted=has_waiting()),
    Schedule("values", timedelta(minutes=15), wanted=WANTED),
    Schedule("snapshots", timedelta(hours=1), wanted="SELECT EXISTS (SELECT 1 FROM shop)"),
    Schedule("counts.picked", timedelta(hours=1), wanted=_COUNTS_PICKED),
    Schedule("partitions", at=time(1)),
    Schedule("backup", at=time(2)),
    Schedule("prune", at=time(3)),
    Schedule("abc", at=time(3, 30)),
    Schedule("counts.cycle", at=time(4), wanted=_COUNTS_DAILY),
    Schedule("reorder", at=time(3, 40)),
)


async def find_zone(conn: Connection) -> ZoneInfo:
    """Give the centre's time zone: the setting ECKWMS_TIME_ZONE, else that of most shops, else UTC."""
    row = await (await conn.execute(SHOPS_ZONE)).fetchone()
    return choose_zone(row[0] if row else "UTC")


def choose_zone(of_shops: str) -> ZoneInfo:
    """Give the zone of the setting, else that of the shops. Raises Fault for a setting that names none."""
    if name := os.environ.get(ZONE_SETTING):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise Fault("zone.unknown", f"{name!r} is not a time zone.",
                        f"Set {ZONE_SETTING} to a name such as Europe/Berlin.") from error  # fmt: skip
    try:
        return ZoneInfo(of_shops)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


async def enqueue_due(
    conn: Connection, now: datetime, schedules: Sequence[Schedule] = SCHEDULES
) -> tuple[list[str], datetime]:
    """Make the jobs of periods that have begun; gives their kinds, and when the next period begins."""
    async with conn.transaction():
        zone = await find_zone(conn)
        seen: dict[str, datetime] = dict(await (await conn.execute("SELECT name, period FROM job_schedule")).fetchall())
        begun = [s for s in schedules if seen.get(s.kind) != s.period(now, zone)]
        made = [schedule.kind for schedule in begun if await _begin(conn, schedule, now, zone)]
    return made, min((schedule.next_period(now, zone) for schedule in schedules), default=now + _DAY)


async def _begin(conn: Connection, schedule: Schedule, now: datetime, zone: tzinfo) -> bool:
    if schedule.wanted and await (await conn.execute(schedule.wanted)).fetchone() != (True,):
        return False
    values = {"name": schedule.kind, "period": schedule.period(now, zone)}
    row = await (await conn.execute(_BEGIN, values)).fetchone()
    if row is None or (row[0] and schedule.every >= _LONG):
        return False
    return await enqueue(conn, schedule.kind, {}, now=now, key="") is not None
