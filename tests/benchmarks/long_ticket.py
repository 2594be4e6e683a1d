"""A scan into a ticket of 200 lines beside one into a ticket of 5: looked up, priced whole, kept on disk, shown."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from random import Random

from desktop.domain.clock import SystemClock
from desktop.operations import staff
from desktop.station import open_station
from desktop.ui.till.presenter import TillPresenter
from tests.benchmarks.figures import Aim, Figure, Pair, Plan, figure, side_by_side
from tests.benchmarks.goods import barcode
from tests.benchmarks.stations import PIN, make_station

ABOUT = "A scan into a long ticket costs what it costs in a short one"
LONG, SHORT, GOODS = 200, 5, 10_000
NOT_SLOWER = Aim("at most", 1.1)


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Scan one more piece of goods that are on the ticket, in the long and in the short one, turn and turn about."""
    lines, times = plan.size(LONG, 12), plan.size(400, 4)
    middles, slow = [], []
    with ExitStack() as stack:
        count = plan.size(GOODS, 100)
        long = stack.enter_context(_till(folder / "long", folder.parent / "cache", count, lines))
        short = stack.enter_context(_till(folder / "short", folder.parent / "cache", count, SHORT))
        for number in range(plan.passes):
            watches = side_by_side(_scans(long, short, lines, times, Random(number)), "ms")
            middles.append([watch.median for watch in watches])
            slow.append([watch.quantile(0.99) for watch in watches])
    yield figure(f"a scan into {lines} lines, and into {SHORT}: the middle one", "ms", middles, NOT_SLOWER)
    yield figure(f"a scan into {lines} lines, and into {SHORT}: the 99th of 100", "ms", slow)


@contextmanager
def _till(folder: Path, cache: Path, count: int, lines: int) -> Iterator[TillPresenter]:
    """A till of its own with a ticket of so many lines in hand."""
    station = open_station(make_station(folder, cache, count), SystemClock())
    staff.sign_in(station.terminal, "mira", PIN)
    till = TillPresenter(station.terminal)
    till.enter()
    for number in range(lines):
        till.scan(barcode(number))
    assert till.state.cart is not None
    assert len(till.state.cart.lines) == lines
    yield till
    till.close()
    station.close()


def _scans(long: TillPresenter, short: TillPresenter, lines: int, times: int, random: Random) -> Iterator[Pair]:
    for _ in range(times):
        yield (
            partial(long.scan, barcode(random.randrange(lines))),
            partial(short.scan, barcode(random.randrange(SHORT))),
        )
