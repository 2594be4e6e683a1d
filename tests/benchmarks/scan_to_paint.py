"""Last byte of a scan on the port to the line painted, on disk before it is shown, with 1,000,000 products."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from desktop.app import run_on_qt
from desktop.devices.simulated import SimulatedScanner
from desktop.store.database import open_encrypted
from desktop.ui.till.view import TillView
from desktop.ui.widgets.ticket_table import TicketTable
from desktop.window import Window
from tests.benchmarks.figures import Aim, Figure, Plan, Stopwatch
from tests.benchmarks.goods import barcode
from tests.benchmarks.painted import Painted
from tests.benchmarks.stations import make_station, open_till

ABOUT = "A scan becomes a painted line, at 1,000,000 products"
CART_LINES = 30
COUNTED = 45_000
CARTS = 5
"""Of each pass: 150 scans, so that the 99th percentile is not simply the slowest one."""


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Scan through the real window; between two scans one row is committed bare on the same disk."""
    count = plan.size(1_000_000, 500)
    scanner = SimulatedScanner()
    loaded = make_station(folder / "till", folder.parent / "cache", count, scanner.path)
    scans = Scans(scanner, Commits(folder / "bare.db"), count, plan.size(CART_LINES, 3), plan.size(CARTS, 1))
    assert run_on_qt(loaded, partial(scans.work, plan.passes)) == 0
    scanner.port.unplug()
    middle = [commits.median for _, commits in scans.passes]
    for share, aim in ((0.5, None), (0.99, Aim("at most", 16, "ms"))):
        whole = tuple(paints.quantile(share) for paints, _ in scans.passes)
        bare = tuple(commits.quantile(share) for _, commits in scans.passes)
        name = f"p{share * 100:.0f}"
        yield Figure(f"{name} of scan to paint, and of a bare commit", "ms", whole, bare)
        less = tuple(ours - commit for ours, commit in zip(whole, middle, strict=True))
        yield Figure(f"{name} less one bare commit", "ms", less, aim=aim)
        yield Figure(f"{name} of plain counting in between", "ms", tuple(w.quantile(share) for w in scans.countings))


def count_plainly() -> None:
    """Work as long as a scan that touches nothing but the processor: what its times spread is the machine's doing."""
    seen: dict[int, str] = {}
    for number in range(COUNTED):
        seen[number % 977] = str(number)


class Commits:
    """One small row at a time, as durable as a line of the cart."""

    def __init__(self, path: Path) -> None:
        self._connection: Any = open_encrypted(path, b"k" * 32)
        for statement in ("PRAGMA synchronous=EXTRA", "PRAGMA journal_mode=WAL", "CREATE TABLE cart (content TEXT)"):
            self._connection.execute(statement)

    def commit(self) -> None:
        """Commit a row."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO cart VALUES (?)", ("x" * 1500,))
        self._connection.execute("COMMIT")


class Scans:
    """Carts of scanned goods, one after the other."""

    def __init__(self, scanner: SimulatedScanner, commits: Commits, count: int, lines: int, carts: int) -> None:
        self._scanner, self._commits, self._count = scanner, commits, count
        self._lines, self._carts = lines, carts
        self._number = 0
        self.passes: list[tuple[Stopwatch, Stopwatch]] = []
        self.countings: list[Stopwatch] = []

    async def work(self, passes: int, window: Window) -> int:
        """Scan; gives the window's exit code."""
        open_till(window)
        view, table = window.shell.findChild(TillView), window.shell.findChild(TicketTable)
        assert isinstance(view, TillView)
        assert isinstance(table, TicketTable)
        painted = Painted(table)
        await asyncio.sleep(1.0)  # the window is up, the port is open
        for _ in range(passes):
            paints, commits = Stopwatch("ms"), Stopwatch("ms")
            self.countings.append(Stopwatch("ms"))
            for _ in range(self._carts):
                await self._fill(painted, paints, commits)
                view._presenter.park()
                await asyncio.sleep(0.2)
            self.passes.append((paints, commits))
        return 0

    async def _fill(self, painted: Painted, paints: Stopwatch, commits: Stopwatch) -> None:
        for line in range(1, self._lines + 1):
            self._number += 1
            shown = painted.expect(line)
            began = perf_counter()
            self._scanner.scan(barcode(self._number * 7919 % self._count))
            paints.times.append((await asyncio.wait_for(shown, 20) - began) * 1000)
            await asyncio.sleep(0.05)
            commits.time(self._commits.commit)
            await asyncio.sleep(0.05)
            self.countings[-1].time(count_plainly)
