"""A workplace and a runner for jobs, on the test's database and clock."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.jobs.queue import enqueue
from server_stub.jobs.runner import Pace, Runner
from server_stub.jobs.schedules import Schedule
from server_stub.jobs.workplace import Kind, Workplace
from tests.edges import SettableClock

QUICK = Pace(at_once=2, lease_s=1.0, poll_s=0.05, grace_s=0.3)


async def make_place(pool: Pool, clock: SettableClock, data_dir: Path, url: str = "") -> Workplace:
    """Give what kinds of jobs work with."""
    return Workplace(pool, await load_centre(pool), url, data_dir, clock.now)


@asynccontextmanager
async def running(
    place: Workplace, kinds: Mapping[str, Kind], schedules: Sequence[Schedule] = (), pace: Pace = QUICK
) -> AsyncIterator[Runner]:
    """Run jobs as long as the block lasts, then stop in order."""
    stop, runner = asyncio.Event(), Runner(place, kinds, schedules, pace)
    task = asyncio.create_task(runner.run(stop))
    try:
        yield runner
    finally:
        stop.set()
        async with asyncio.timeout(20):
            await task


async def put(place: Workplace, kind: str, payload: Any = None, **options: Any) -> int | None:
    """Put a job in, now by the test's clock."""
    async with place.pool.connection() as conn:
        return await enqueue(conn, kind, payload or {}, now=place.now(), **options)


async def until(pool: Pool, query: str, wanted: object = True) -> None:
    """Wait until a query gives a value."""
    found: object = None
    async with asyncio.timeout(60), pool.connection() as conn:
        await conn.set_autocommit(True)
        try:
            while found != wanted:
                found = (await (await conn.execute(query)).fetchone() or (None,))[0]
                await asyncio.sleep(0.02)
        finally:
            await conn.set_autocommit(False)
