"""Three processes share the jobs, one is killed in the middle: everything is done, and nothing that finished twice."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from server_stub.centre import load_centre
from server_stub.context import utc_now
from server_stub.database import Pool, open_pool
from server_stub.jobs.queue import enqueue
from server_stub.jobs.runner import Pace, Runner
from server_stub.jobs.workplace import Kind, Workplace
from tests.server.asking import ask, rows
from tests.server.working import until

JOBS = 240


async def work(place: Workplace, payload: dict[str, Any]) -> None:
    """Note who did it, in its own transaction, after a moment of work."""
    async with place.pool.connection() as conn:
        await conn.execute("SELECT pg_sleep(0.01)")
        await conn.execute("INSERT INTO did (n, pid) VALUES (%s, %s)", (payload["n"], os.getpid()))


async def main(url: str) -> None:
    async with open_pool(url, max_size=4) as pool:
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        place = Workplace(pool, await load_centre(pool), url, Path(), utc_now)
        pace = Pace(at_once=2, lease_s=1.5, poll_s=0.1)
        await Runner(place, {"work": Kind(work)}, pace=pace).run(stop)


@pytest.fixture
async def did(pool: Pool) -> None:
    async with pool.connection() as conn:
        await conn.execute("CREATE TABLE did (n integer NOT NULL, pid integer NOT NULL)")
        for n in range(JOBS):
            await enqueue(conn, "work", {"n": n}, now=utc_now(), key=str(n))


async def test_three_processes_share_the_work(pool: Pool, did: None, database_url: str) -> None:
    command = [sys.executable, "-m", "tests.server.test_jobs_processes", database_url]
    processes = [subprocess.Popen(command) for _ in range(3)]  # noqa: ASYNC220 - starts at once
    victim = processes[0]
    try:
        await until(pool, f"SELECT count(*) > 15 FROM did WHERE pid = {victim.pid}")
        victim.kill()
        victim.wait()
        left = await ask(pool, "SELECT count(*) FROM job WHERE finished_at IS NULL")
        held = await rows(
            pool,
            "SELECT payload ->> 'n' FROM job WHERE finished_at IS NULL AND split_part(lease_by, ':', 2) = %s",
            str(victim.pid),
        )
        await until(pool, "SELECT count(*) FROM job WHERE finished_at IS NULL", 0)
    finally:
        for process in processes:
            process.terminate()
    assert [process.wait(20) for process in processes] == [-signal.SIGKILL, 0, 0]
    done = Counter([n for (n,) in await rows(pool, "SELECT n FROM did")])
    twice = {str(n) for n, count in done.items() if count > 1}
    assert done.keys() == set(range(JOBS)), "every job was done"
    assert twice <= {n for (n,) in held}, "only what the killed one had not finished was done again"
    assert len(held) <= 2 < left, "it was killed in the middle"
    assert len(await rows(pool, "SELECT DISTINCT pid FROM did")) == 3


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
