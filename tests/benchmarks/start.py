"""From the start of the program to its first scan on the screen, with a million goods, and with a million entries."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from desktop.domain.clock import SystemClock, iso
from desktop.replication import recording
from desktop.station import open_station
from desktop.store import journal
from sync.wire.facts import StaffSignedIn
from tests.benchmarks.figures import Aim, Figure, Plan, figure
from tests.benchmarks.goods import barcode
from tests.benchmarks.stations import load_station, make_station

ABOUT = "From nothing to the first scan, against imports and a bare window"
FEW = 1_000


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Start the till and a bare window, turn and turn about, each in a process of its own."""
    cache = folder.parent / "cache"
    goods, entries = plan.size(1_000_000, 500), plan.size(1_000_000, 500)
    make_station(folder / "goods", cache, goods)
    make_station(folder / "entries", cache, min(FEW, goods))
    fill(folder / "entries", entries)
    if not plan.quick:
        _time("till", str(folder / "goods"), barcode(1))  # what the disk has to read is read
    many, long = [], []
    for number in range(1, plan.passes + 1):
        many.append([_time("till", str(folder / "goods"), barcode(number)), _time("bare")])
        long.append([_time("till", str(folder / "entries"), barcode(number)), _time("bare")])
    yield figure("first scan, at 1,000,000 products", "s", many, Aim("at most", 1.5))
    yield figure("first scan, at 1,000,000 journal entries", "s", long)


def _time(*words: str) -> float:
    """Seconds from the start of the process to the line that it prints."""
    began = perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.starting", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = perf_counter() - began
    assert process.returncode == 0
    assert line.strip() in ("scanned", "shown")
    return taken


def fill(folder: Path, count: int) -> None:
    """Seal so many entries into the journal of a till, all in one transaction."""
    station = open_station(load_station(folder, ""), SystemClock())
    terminal, now = station.terminal, iso(SystemClock().now())
    with terminal.database.writing() as connection:
        head = journal.read_head(connection)
        assert head is not None
        fact = StaffSignedIn(person_id="mira", role="manager")
        for _ in range(count):
            head = recording.append(connection, terminal.signer, head, fact, actor="mira", occurred_at=now)
    station.close()
