"""How long the window stands still while the centre's changes arrive."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from desktop.app import run_on_qt
from desktop.operations import staff
from desktop.settings import load_settings
from desktop.window import Window
from server_stub.launch import launched_centre
from tests.benchmarks.centre_catalogue import write_file
from tests.benchmarks.figures import Aim, Figure, Plan
from tests.benchmarks.goods import product
from tests.functional.programs import Office, Till, run_process, seed, start_day

ABOUT = "The longest gap of the event loop, in the window of a till at work"
QUIET_S = 2.0


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Change every price at the centre, and feel the loop's pulse until the till has them all."""
    count = plan.size(100_000, 300)
    with tempfile.TemporaryDirectory(prefix="eckwms-bench-") as name:
        home = Path(name)
        home.chmod(0o711)  # PostgreSQL's own account has to pass when this is root
        with launched_centre(home) as centre:
            office = seed(home, centre.address)
            write_file(folder / "products.csv", count)
            office.do("import", "products", str(folder / "products.csv"))
            till = start_day(office, Till(folder / "till", {"ECKWMS_SECRETS": "file"}))
            till.do("sync")
            passes = []
            for number in range(1, min(plan.passes, 3) + 1):
                write_file(folder / "dearer.csv", count, number)
                passes.append(_feel(office, till, folder / "dearer.csv", product(0).price_e4 + number * 100))
    quiet, arriving, taken = zip(*passes, strict=True)
    yield Figure("nothing arrives", "ms", quiet)
    yield Figure("100,000 changes arrive", "ms", arriving, aim=Aim("at most", 50, "ms"))
    yield Figure("from the import's start until all are there", "s", taken)


def _feel(office: Office, till: Till, file: Path, price_e4: int) -> tuple[float, float, float]:
    """Longest gap (ms) while all is quiet, longest gap while the changes arrive, and how long that took (s)."""
    found: list[float] = []

    async def work(window: Window) -> int:
        window.shell.resize(1366, 768)
        window.shell.show()
        staff.sign_in(window.station.terminal, office.logins["manager"], office.pins["manager"])
        window.shell.show_screen("till")
        await asyncio.sleep(QUIET_S)
        quiet = await _pulse(lambda: True)
        began = perf_counter()
        words = ["import", "products", str(file), "--data-dir", str(office.folder)]
        importing = asyncio.create_task(asyncio.to_thread(run_process, "server_stub", words, "", {}))
        arriving = await _pulse(lambda: _is_level(window, price_e4))
        found.extend((quiet, arriving, perf_counter() - began))
        return (await importing).exit

    settings = load_settings(till.folder, {"secrets": "file", "sounds": False}, machine=till.folder / "none.toml")
    assert run_on_qt(settings, work) == 0
    quiet, arriving, taken = found
    return quiet, arriving, taken


async def _pulse(done: Callable[[], bool]) -> float:
    """Turn with the loop until it is done; gives the longest time between two turns, in milliseconds."""
    longest = 0.0
    while True:
        last = perf_counter()
        for _ in range(200):
            await asyncio.sleep(0.001)
            now = perf_counter()
            longest, last = max(longest, now - last), now
        if done():
            return longest * 1000


def _is_level(window: Window, price_e4: int) -> bool:
    assert window.link is not None
    with window.station.terminal.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT price_e4 FROM r.product WHERE sku = ?", (product(0).sku,)).scalar()
    return bool(found == price_e4 and window.link.engine.status.state == "level")
