"""How fast the machine itself is while something is proved: neighbours of a shared one take half of it at times."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import thread_time

from tests.prove.quantile import quantile

_EVERY_S = 0.5
_ADDITIONS = 20_000


class Pace:
    """CPU milliseconds that one and the same piece of work took, again and again; waiting for a CPU does not count."""

    def __init__(self) -> None:
        self.taken_ms: list[float] = []

    def take(self) -> None:
        """Do the work once."""
        began, total = thread_time(), 0
        for number in range(_ADDITIONS):
            total += number
        self.taken_ms.append((thread_time() - began) * 1000)

    def __str__(self) -> str:
        if not self.taken_ms:
            return "machine not measured"
        slowed = quantile(self.taken_ms, 0.5) / min(self.taken_ms)
        return f"machine at 1/{slowed:.1f} of its best in the median ({min(self.taken_ms):.1f} ms)"


@asynccontextmanager
async def measured_pace() -> AsyncIterator[Pace]:
    """Measure the machine beside what the block does."""
    pace = Pace()

    async def measure() -> None:
        while True:
            pace.take()
            await asyncio.sleep(_EVERY_S)

    task = asyncio.create_task(measure())
    try:
        yield pace
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
