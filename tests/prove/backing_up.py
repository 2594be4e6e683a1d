"""A backup is made while the till sells: what is in it, what it took, and what scans and sales felt of it.

The copy is one instant of the journal, whole and encrypted; one with a turned bit is told from it.
"""

import random
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from desktop.domain.backup import Backup
from desktop.faults import Fault
from desktop.operations import backups, staff
from desktop.operations.backups import Places
from desktop.restoring import new_key
from desktop.station import Station
from desktop.store.backup_file import find_damage, reading_copy
from tests.core import fill, sell
from tests.edges import SettableClock
from tests.prove.filled import lay_filled, program
from tests.prove.quantile import quantile
from tests.terminals import BREAD, MILK, PIN

SLOWEST_S = 0.5
"""A sale from its button to the commit, in the middle of a backup: half of them are within it."""
CUSTOMERS_ALONE = 300
PAUSE_S = 0.05
TURNED = 5
"""Bits that are turned in the copy, one after the other."""
PLAIN = (b"SQLite format 3", b"sale.completed", b"receipt_no")
_ONE_INSTANT = (
    ("sales and their entries", "SELECT (SELECT count(*) FROM sale) = count(*) FROM journal"
     " WHERE kind = 'sale.completed'"),
    ("the last receipt's number", "SELECT last_receipt_no = (SELECT count(*) FROM sale) FROM tally"),
    ("the perpetual total", "SELECT grand_total_minor = (SELECT sum(total_minor) FROM sale) FROM tally"),
    ("the drawer", "SELECT sum(amount_minor) = (SELECT float_minor FROM shift) + (SELECT sum(total_minor +"
     " rounding_minor) FROM sale) FROM shift_total"),
)  # fmt: skip


@dataclass
class Felt:
    """What each scan and each sale took, from the call to its commit."""

    scans_s: list[float] = field(default_factory=list)
    sales_s: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        scans, sales = (
            " and ".join(f"{1000 * quantile(each, share):.0f}" for share in (0.5, 0.99))
            for each in (self.scans_s, self.sales_s)
        )
        return f"scans {scans} ms, sales {sales} ms"


@dataclass
class Verdict:
    """What a backup took and what is wrong with it."""

    sales: int
    size_mb: int = 0
    backup_s: float = 0.0
    alone: Felt = field(default_factory=Felt)
    beside: Felt = field(default_factory=Felt)
    turned_found: int = 0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """The copy is what it has to be, and selling went on."""
        return not self.bad

    def __str__(self) -> str:
        told = f"{self.sales} sales, {self.size_mb} MB, written and read back in {self.backup_s:.1f} s; "
        told += f"p50 and p99 of {len(self.beside.sales_s)} customers meanwhile: {self.beside}, "
        told += f"of {len(self.alone.sales_s)} before it: {self.alone}; "
        told += f"{self.turned_found} of {TURNED} turned bits found"
        return "; ".join([told, *self.bad])


def run(sales: int, seed: int, customers: int = CUSTOMERS_ALONE) -> Verdict:
    """Back up a till with so many sales in a folder of its own."""
    verdict, clock = Verdict(sales), SettableClock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "till"
        lay_filled(folder, sales, seed, clock)
        with program(folder, clock) as station:
            begun, made = _entries(station), back_up_while_selling(station, verdict, customers)
            if not begun <= made.entries <= _entries(station):
                verdict.bad.append(f"{made.entries} entries in the copy")
            _judge(Path(made.file), station.database_key(), random.Random(seed), verdict)
    return verdict


def back_up_while_selling(station: Station, verdict: Verdict, customers: int = CUSTOMERS_ALONE) -> Backup:
    """Serve so many customers, then back up as the program does, in a thread of its own, and serve on meanwhile."""
    key, places, made = station.database_key(), Places(station.data_dir / "backups"), list[Backup]()
    _serve(station, verdict.alone, lambda: len(verdict.alone.sales_s) < customers)
    began = perf_counter()
    thread = threading.Thread(target=lambda: made.append(backups.make_backup(station.terminal, key, places)))
    thread.start()
    _serve(station, verdict.beside, thread.is_alive)
    thread.join()
    verdict.backup_s, verdict.size_mb = perf_counter() - began, made[0].size_bytes >> 20
    if quantile(verdict.beside.sales_s, 0.5) > SLOWEST_S:
        verdict.bad.append("selling felt the backup")
    return made[0]


def _serve(station: Station, felt: Felt, going: Callable[[], bool]) -> None:
    terminal, pause = station.terminal, threading.Event()
    person = staff.sign_in(terminal, "mira", PIN)
    while going():
        for code in (BREAD, MILK):
            at = perf_counter()
            fill(terminal, code)
            felt.scans_s.append(perf_counter() - at)
        at = perf_counter()
        sell(terminal, person)
        felt.sales_s.append(perf_counter() - at)
        pause.wait(PAUSE_S)


def _entries(station: Station) -> int:
    with station.terminal.database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one())


def _judge(path: Path, key: bytes, rng: random.Random, verdict: Verdict) -> None:
    """The copy is whole and of one instant, says nothing without its key, and no turned bit passes."""
    backups.prove_backup(path, key, whole=True)
    with reading_copy(path, key) as connection:
        for what, query in _ONE_INSTANT:
            if connection.exec_driver_sql(query).scalar_one() != 1:
                verdict.bad.append(f"{what} in the copy do not agree")
    if _holds_plain(path) or not find_damage(path, new_key()):
        verdict.bad.append("the copy can be read without its key")
    for _ in range(TURNED):
        at = rng.randrange(path.stat().st_size)
        turn_bit(path, at)
        try:
            backups.prove_backup(path, key)
            verdict.bad.append(f"a turned bit in byte {at} was not found")
        except Fault:
            verdict.turned_found += 1
        turn_bit(path, at)


def _holds_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return any(word in chunk for chunk in iter(lambda: file.read(1 << 20), b"") for word in PLAIN)


def turn_bit(path: Path, at: int) -> None:
    """Turn the lowest bit of a byte of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1]))
