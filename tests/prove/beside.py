"""A crowd that pushes in a process of its own, so that what is measured is the centre and not who else is simulated."""

import asyncio
import multiprocessing
import random
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from server_stub.centre import load_centre
from server_stub.database import open_pool
from tests.prove.crowd import Tally, gather_crowd
from tests.prove.load import keep_up
from tests.server.terminal import make_ground

PUSHERS = 50


class Beside:
    """The other process: it measures a quiet time at once, and another one from `begin` to `end`."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    async def quiet(self) -> Tally:
        """Wait for what the quiet time was like."""
        tally: Tally = await asyncio.to_thread(self._pipe.recv)
        return tally

    def begin(self) -> None:
        """Have it push again, for as long as at first, or until the end."""
        self._pipe.send("begin")

    async def end(self) -> Tally:
        """Have it stop, and give what the time since the beginning was like."""
        self._pipe.send("end")
        return await self.quiet()


@contextmanager
def pushing_beside(address: str, url: str, per_s: int, seconds: int, seed: int) -> Iterator[Beside]:
    """Have so many sales a second handed in by a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_work, args=(theirs, address, url, per_s, seconds, seed))
    process.start()
    theirs.close()  # so that its end is noticed when it fails
    try:
        yield Beside(ours)
    finally:
        process.join()


def _work(pipe: Any, address: str, url: str, per_s: int, seconds: int, seed: int) -> None:
    asyncio.run(_push(pipe, address, url, per_s, seconds, seed))


async def _push(pipe: Any, address: str, url: str, per_s: int, seconds: int, seed: int) -> None:
    rng = random.Random(seed)
    async with open_pool(url, max_size=2) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn, "Beside")
        each = 2 * per_s * seconds // PUSHERS + 2
        crowd = await gather_crowd(pool, centre.jwt_secret, ground, address, PUSHERS, each)
    quiet, storm, over = Tally(), Tally(), asyncio.Event()
    await keep_up(crowd, per_s, seconds, rng, quiet)
    pipe.send(quiet)
    await asyncio.to_thread(pipe.recv)
    ending = asyncio.create_task(asyncio.to_thread(pipe.recv))
    ending.add_done_callback(lambda _: over.set())
    await keep_up(crowd, per_s, seconds, rng, storm, over)
    await ending
    pipe.send(storm)
    for caller in crowd:
        caller.close()
