"""Jobs in a serving process: a pool of their own, so that requests never wait for them, and a line that wakes them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import psycopg

from server_stub.centre import Centre
from server_stub.database import open_pool
from server_stub.jobs.kinds import KINDS
from server_stub.jobs.queue import CHANNEL
from server_stub.jobs.runner import Runner
from server_stub.jobs.schedules import SCHEDULES, find_zone
from server_stub.jobs.workplace import Workplace

_RECONNECT_S = 5.0
_POOL_SIZE = 3


@asynccontextmanager
async def doing_jobs(
    database_url: str, centre: Centre, data_dir: Path, now: Callable[[], datetime]
) -> AsyncIterator[Runner]:
    """Do jobs as long as the block lasts; at its end what runs may finish for a moment, the rest is given back."""
    async with open_pool(database_url, max_size=_POOL_SIZE) as pool:
        async with pool.connection() as conn:
            await find_zone(conn)  # a wrong setting is told at the start
        runner = Runner(Workplace(pool, centre, database_url, data_dir, now), KINDS, SCHEDULES)
        stop = asyncio.Event()
        working = asyncio.create_task(runner.run(stop))
        hearing = asyncio.create_task(wake_on_news(database_url, runner.wake))
        try:
            yield runner
        finally:
            stop.set()
            hearing.cancel()
            await asyncio.gather(working, hearing, return_exceptions=True)


async def wake_on_news(database_url: str, wake: asyncio.Event) -> None:
    """Set `wake` whenever somebody puts a job in, until cancelled. Without this line a slow poll still finds them."""
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as conn:
                await conn.execute(f"LISTEN {CHANNEL}")
                wake.set()
                async for _ in conn.notifies():
                    wake.set()
        except psycopg.OperationalError:
            await asyncio.sleep(_RECONNECT_S)
