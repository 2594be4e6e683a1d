"""Memory that stays taken while a till sells on and on."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil

from desktop.app import run_on_qt
from desktop.ui.payment.view import PaymentView
from desktop.ui.shell_selling import PAYMENT
from desktop.ui.till.view import TillView
from desktop.window import Window
from tests.benchmarks.figures import Aim, Figure, Plan
from tests.benchmarks.goods import barcode
from tests.benchmarks.stations import load_station, make_station, open_till

ABOUT = "Resident memory of the window, from the 5,000th to the 50,000th sale; every tenth is painted"
GOODS = 10_000
PAINTED_EVERY = 10
IN_MEMORY = Path("/dev/shm")


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Scan and pay, sale after sale, in the real window.

    Every tenth sale is painted, and the files lie in memory where the system has a folder there: neither changes what
    stays taken, and with both it would take an hour.
    """
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else folder) as files:
        yield from _sell(plan, Path(files), folder.parent / "cache")


def _sell(plan: Plan, folder: Path, cache: Path) -> Iterator[Figure]:
    first, last = plan.size(5_000, 2), plan.size(50_000, 6)
    goods = plan.size(GOODS, 500)
    make_station(folder / "till", cache, goods)
    taken: dict[int, float] = {}

    async def work(window: Window) -> int:
        open_till(window)
        window.shell.prepare_screen(PAYMENT)  # it is made when it is wanted
        till, payment = window.shell.findChild(TillView), window.shell.findChild(PaymentView)
        assert isinstance(till, TillView)
        assert isinstance(payment, PaymentView)
        for number in range(1, last + 1):
            window.shell.setUpdatesEnabled(number % PAINTED_EVERY == 0)
            till._presenter.scan(barcode(number % goods))
            till._presenter.pay()
            await asyncio.sleep(0)
            settlement = payment._presenter.state.settlement
            assert settlement is not None
            payment._presenter.pay(settlement.due_minor)
            payment._presenter.finish()
            assert payment._presenter.state.sale is not None
            await asyncio.sleep(0)
            if number in (first, last):
                taken[number] = psutil.Process().memory_info().rss / 2**20
        return 0

    assert run_on_qt(load_station(folder / "till", ""), work) == 0
    yield Figure("resident after 50,000 sales", "MB", (taken[last],))
    yield Figure(
        "growth since the 5,000th", "MB", (max(taken[last] - taken[first], 0.01),), aim=Aim("at most", 20, "MB")
    )
