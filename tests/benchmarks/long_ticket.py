"""A scan into a ticket of 200 lines beside one into a ticket of 5: looked up, priced whole, kept on disk, shown.

Once without promotions, and once with 50 on both tickets.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from desktop.domain.clock import SystemClock
from desktop.domain.offers.pinned import Offers
from desktop.operations import carts, staff
from desktop.station import open_station
from desktop.ui.till.presenter import TillPresenter
from tests.benchmarks.figures import Aim, Figure, Pair, Plan, figure, side_by_side
from tests.benchmarks.goods import barcode, product_id
from tests.benchmarks.pricing import offers
from tests.benchmarks.stations import PIN, make_station

ABOUT = "A scan into a long ticket costs what it costs in a short one"
LONG, SHORT, GOODS = 200, 5, 10_000
NOT_SLOWER = Aim("at most", 1.1)


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Scan one more piece of goods that are on the ticket, in the long and in the short one, turn and turn about."""
    for name, promoted, aim in (("plain", "", NOT_SLOWER), ("offers", " under 50 promotions", None)):
        yield from _beside(plan, folder / name, folder.parent / "cache", promoted, aim)


def _beside(plan: Plan, folder: Path, cache: Path, promoted: str, aim: Aim | None) -> Iterator[Figure]:
    lines, times = plan.size(LONG, 12), plan.size(400, 4)
    middles, slow = [], []
    with ExitStack() as stack:
        count = plan.size(GOODS, 100)
        pinned = offers(Random(0), _aisle, product_id) if promoted else Offers()
        long = stack.enter_context(_till(folder / "long", cache, count, lines, pinned))
        short = stack.enter_context(_till(folder / "short", cache, count, SHORT, pinned))
        for number in range(plan.passes):
            watches = side_by_side(_scans(long, short, lines, times, Random(number)), "ms")
            middles.append([watch.median for watch in watches])
            slow.append([watch.quantile(0.99) for watch in watches])
    yield figure(f"a scan into {lines} lines, and into {SHORT}{promoted}: the middle one", "ms", middles, aim)
    yield figure(f"a scan into {lines} lines, and into {SHORT}{promoted}: the 99th of 100", "ms", slow)


@contextmanager
def _till(folder: Path, cache: Path, count: int, lines: int, pinned: Offers) -> Iterator[TillPresenter]:
    """A till of its own with a ticket of so many lines in hand, under these promotions."""
    station = open_station(make_station(folder, cache, count), SystemClock())
    staff.sign_in(station.terminal, "mira", PIN)
    till = TillPresenter(station.terminal)
    till.enter()
    till.scan(barcode(0))
    carts.keep_cart(station.terminal, replace(carts.open_cart(station.terminal), offers=pinned))
    till.enter()
    for number in range(1, lines):
        till.scan(barcode(number))
    assert till.state.cart is not None
    assert len(till.state.cart.lines) == lines
    yield till
    till.close()
    station.close()


def _aisle(number: int) -> str:
    return f"Aisle {number + 1}"


def _scans(long: TillPresenter, short: TillPresenter, lines: int, times: int, random: Random) -> Iterator[Pair]:
    for _ in range(times):
        yield (
            partial(long.scan, barcode(random.randrange(lines))),
            partial(short.scan, barcode(random.randrange(SHORT))),
        )
