"""Two tills count the same, unknown to one another and badly now and then; people recount and decide: many times."""

import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from server_stub.database import open_pool
from sync.wire.counts import CountTerms
from tests.benchmarks.centres import databases
from tests.counting_world import LIMIT_MILLI, decided_days, make_world
from tests.edges import SettableClock

DAYS = 4


@dataclass
class Verdict:
    """How many histories were lived through, and the seeds of those that did not come to what is really there."""

    histories: int = 0
    broken: list[int] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Nothing went wrong, and something was tried."""
        return self.histories > 0 and not self.broken

    def __str__(self) -> str:
        return f"{self.histories} histories of {DAYS} days, broken: {self.broken or 'none'}"


def run(histories: int, seed: int) -> Verdict:
    """Live through so many histories, each in a database of its own."""
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o711)
        with databases(Path(home)) as server:
            for number in range(seed, seed + histories):
                folder, url = Path(home) / str(number), server.centre()
                folder.mkdir()
                verdict.histories += 1
                try:
                    asyncio.run(live_through(url, number, folder))
                except AssertionError:
                    verdict.broken.append(number)
                server.drop(url)
    return verdict


async def live_through(url: str, seed: int, folder: Path) -> None:
    """Live through one history. Raises AssertionError when somebody has not what is really there."""
    async with open_pool(url) as pool:
        world, centre = await make_world(pool, SettableClock(), folder, seed, CountTerms(limit_milli=LIMIT_MILLI))
        try:
            await decided_days(world, pool, centre, folder, DAYS)
        finally:
            for desk in world.desks:
                desk.close()
