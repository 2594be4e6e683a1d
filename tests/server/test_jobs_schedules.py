"""Schedules: once per period, whoever comes first, on the shop's wall clock and over both nights of the year."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from server_stub.database import Pool
from server_stub.faults import Fault
from server_stub.jobs.schedules import SCHEDULES, Schedule, enqueue_due, find_zone
from tests.server.asking import ask, rows
from tests.server.terminal import Ground

BERLIN = ZoneInfo("Europe/Berlin")
NIGHTLY = Schedule("backup", at=time(2))
HOURLY = Schedule("snapshots", timedelta(hours=1))


def walk(schedule: Schedule, first: datetime, last: datetime, zone: ZoneInfo) -> list[datetime]:
    """Give the beginnings of periods that a look every ten minutes sees."""
    begins: list[datetime] = []
    now = first
    while now <= last:
        if (period := schedule.period(now, zone)) not in begins:
            begins.append(period)
        following = schedule.next_period(now, zone)
        assert period <= now < following
        assert schedule.period(following, zone) == following
        now += timedelta(minutes=10)
    return begins


@pytest.mark.parametrize(
    ("first", "clocks"),
    [
        (datetime(2026, 3, 27, tzinfo=UTC), ["02:00", "02:00", "03:00", "02:00", "02:00"]),
        (datetime(2026, 10, 23, tzinfo=UTC), ["02:00", "02:00", "02:00", "02:00"]),
    ],
    ids=["spring", "autumn"],
)
def test_every_date_has_one_period(first: datetime, clocks: list[str]) -> None:
    begins = walk(NIGHTLY, first, first + timedelta(days=4, hours=12), BERLIN)[1:]
    local = [begin.astimezone(BERLIN) for begin in begins]
    assert [f"{moment:%H:%M}" for moment in local][: len(clocks)] == clocks
    assert len({moment.date() for moment in local}) == len(local)


def test_hours_do_not_care_for_the_clock() -> None:
    first = datetime(2026, 10, 25, tzinfo=UTC)
    assert len(walk(HOURLY, first, first + timedelta(hours=5), BERLIN)) == 6


async def make(pool: Pool, now: datetime, *schedules: Schedule) -> list[str]:
    async with pool.connection() as conn:
        return (await enqueue_due(conn, now, schedules or (NIGHTLY, HOURLY)))[0]


async def test_a_period_makes_one_job(pool: Pool, ground: Ground) -> None:
    now = datetime(2026, 6, 1, 10, tzinfo=UTC)
    assert await make(pool, now) == [], "a fresh centre has nothing to copy"
    assert await make(pool, now + timedelta(minutes=30)) == []
    assert await make(pool, now + timedelta(minutes=70)) == ["snapshots"]
    night = datetime(2026, 6, 2, 2, tzinfo=BERLIN)
    assert "backup" not in await make(pool, night - timedelta(seconds=1))
    many = await asyncio.gather(*[make(pool, night) for _ in range(8)])
    assert [kind for made in many for kind in made] == ["backup"], "the hour's job waits still: one is enough"
    assert await make(pool, night) == []


async def test_a_centre_that_was_off_catches_up_once(pool: Pool, ground: Ground) -> None:
    await make(pool, datetime(2026, 6, 1, 10, tzinfo=UTC))
    assert await make(pool, datetime(2026, 6, 9, 10, tzinfo=UTC)) == ["backup", "snapshots"]
    assert await make(pool, datetime(2026, 6, 9, 10, tzinfo=UTC)) == []


async def test_a_clock_that_was_wrong_does_not_stop_them(pool: Pool, ground: Ground) -> None:
    await make(pool, datetime(2026, 6, 1, 10, tzinfo=UTC))
    await make(pool, datetime(2038, 6, 1, 10, tzinfo=UTC))
    async with pool.connection() as conn:
        await conn.execute("DELETE FROM job")
    assert await make(pool, datetime(2026, 6, 2, 10, tzinfo=UTC), NIGHTLY) == ["backup"]
    assert await make(pool, datetime(2026, 6, 2, 11, tzinfo=UTC), NIGHTLY) == []


async def test_what_is_not_wanted_is_not_made(pool: Pool) -> None:
    now = datetime(2026, 6, 1, 10, tzinfo=UTC)
    assert await make(pool, now, *SCHEDULES) == []
    seen = [name for (name,) in await rows(pool, "SELECT name FROM job_schedule ORDER BY 1")]
    assert seen == ["abc", "backup", "partitions", "prune", "reorder"]
    async with pool.connection() as conn:
        await conn.execute("INSERT INTO sales_touched (shop_id, business_day) VALUES (gen_random_uuid(), '2026-06-01')")
    assert await make(pool, now, *SCHEDULES) == ["rollup.sales"]
    assert await ask(pool, "SELECT count(*) FROM job") == 1


async def test_the_zone_is_the_settings_or_the_shops(
    pool: Pool, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with pool.connection() as conn:
        assert await find_zone(conn) == BERLIN
        monkeypatch.setenv("ECKWMS_TIME_ZONE", "Pacific/Auckland")
        assert await find_zone(conn) == ZoneInfo("Pacific/Auckland")
        monkeypatch.setenv("ECKWMS_TIME_ZONE", "Mars/Phobos")
        with pytest.raises(Fault, match="Mars/Phobos"):
            await find_zone(conn)
