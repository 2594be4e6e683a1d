"""The restore drill: a till with so many sales is backed up while it sells, loses its journal, and sells again.

The newest backup is damaged on purpose, so the one before it has to do. What counts is the time from the start of the
program to the first sale that is committed.
"""

import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from desktop.domain.backup import Backup
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.operations import backups, journals, shifts, staff
from desktop.operations.backups import Places
from desktop.replication import recording
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import journal
from sync.wire.facts import SaleCompleted
from tests.core import sell
from tests.edges import SettableClock
from tests.prove.quantile import quantile
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.test_replica_of_another_program import load_goods

WITHIN_S = 300.0
SLOWEST_S = 0.5
"""A ticket of two lines, from its first scan to the commit, in the middle of a backup."""
AT_ONCE = 2000


@dataclass
class Verdict:
    """What the drill took."""

    sales: int
    size_mb: int = 0
    backup_s: float = 0.0
    before_s: list[float] = field(default_factory=list)
    selling_s: list[float] = field(default_factory=list)
    back_s: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Everything is there again, soon enough, and nobody at the till felt the backup."""
        return not self.bad and self.back_s < WITHIN_S

    def __str__(self) -> str:
        p50, p99 = (1000 * quantile(self.selling_s, q) for q in (0.5, 0.99))
        alone = 1000 * quantile(self.before_s, 0.5)
        told = f"{self.sales} sales, {self.size_mb} MB: backup in {self.backup_s:.0f} s, "
        told += f"{len(self.selling_s)} sales meanwhile p50 {p50:.0f} ms p99 {p99:.0f} ms ({alone:.0f} ms alone); "
        told += f"damaged backup passed over, selling again {self.back_s:.0f} s after the start"
        return "; ".join([told, *self.bad])


def run(sales: int, seed: int) -> Verdict:
    """Run the drill in a folder of its own."""
    verdict = Verdict(sales)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "till"
        clock = SettableClock()
        with _program(folder, clock) as station:
            _fill(station, sales, random.Random(seed))
            made = _back_up_while_selling(station, clock, verdict)
        _spoil(folder, made, clock)
        began = perf_counter()
        with _program(folder, clock) as station:
            person = staff.sign_in(station.terminal, "mira", PIN)
            shifts.open_shift(station.terminal, person, 0)
            sell(station.terminal, person, BREAD)
            verdict.back_s = perf_counter() - began
            _judge(station, made, verdict)
    return verdict


@contextmanager
def _program(folder: Path, clock: SettableClock) -> Iterator[Station]:
    loaded = load_settings(folder, {"secrets": "file", "name": "Till 3"}, machine=folder / "none")
    station = open_station(loaded, clock)
    try:
        yield station
    finally:
        station.close()


def _fill(station: Station, sales: int, rng: random.Random) -> None:
    """Enrol, load goods, sell a few things for real and so many more by their sealed facts, projected like any."""
    values = {"server": "http://127.0.0.1:9", "name": "Till 3", "state": "active", "shop": "s1"}
    station.keep_enrolment(**values, receipt_prefix="T03")
    journals.open_journal(station.terminal, "T03")
    load_goods(station)
    person = staff.sign_in(station.terminal, "mira", PIN)
    shifts.open_shift(station.terminal, person, 10_000)
    patterns = [_fact(station, sell(station.terminal, person, *items).sale_id)
                for items in ((BREAD,), (EGGS, MILK), (f"3*{MILK}", BREAD, EGGS))]  # fmt: skip
    for first in range(0, sales, AT_ONCE):
        _seal(station, patterns, min(AT_ONCE, sales - first), rng)


def _fact(station: Station, sale_id: str) -> dict[str, Any]:
    with station.terminal.database.reading() as connection:
        sealed = journal.read_tail(connection, 1)[0]
    fact: dict[str, Any] = msgspec.json.decode(sealed.body)
    assert fact["sale_id"] == sale_id
    return fact


def _seal(station: Station, patterns: list[dict[str, Any]], count: int, rng: random.Random) -> None:
    terminal = station.terminal
    with terminal.database.writing() as connection:
        head, tally = journal.read_head(connection), connection.exec_driver_sql("SELECT last_receipt_no FROM tally")
        assert head is not None
        number = int(tally.scalar_one())
        for _ in range(count):
            number, now = number + 1, terminal.clock.now()
            fact = rng.choice(patterns) | {"sale_id": new_id(now), "receipt_no": number, "receipt": f"T03-{number:06}"}
            fact["lines"] = [line | {"line_id": new_id(now)} for line in fact["lines"]]
            head = recording.append(
                connection, terminal.signer, head, msgspec.convert(fact, SaleCompleted), actor="mira",
                occurred_at=iso(now),
            )  # fmt: skip


def _back_up_while_selling(station: Station, clock: SettableClock, verdict: Verdict) -> Backup:
    terminal, key, made = station.terminal, station.database_key(), list[Backup]()
    places = Places(station.data_dir / "backups")
    person, pause = staff.sign_in(terminal, "mira", PIN), threading.Event()

    def sold_s() -> float:
        at = perf_counter()
        sell(terminal, person, BREAD, MILK)
        return perf_counter() - at

    verdict.before_s = [sold_s() for _ in range(20)]
    began = perf_counter()
    thread = threading.Thread(target=lambda: made.append(backups.make_backup(terminal, key, places)))
    thread.start()
    while thread.is_alive():
        verdict.selling_s.append(sold_s())
        pause.wait(0.2)
    thread.join()
    verdict.backup_s, verdict.size_mb = perf_counter() - began, made[0].size_bytes >> 20
    clock.instant += timedelta(hours=1)
    return made[0]


def _spoil(folder: Path, made: Backup, clock: SettableClock) -> None:
    """The journal's first page is gone, and a newer backup has one bit turned."""
    newer = Path(made.file).with_name(Path(made.file).name.replace("-080000", "-090000"))
    shutil.copyfile(made.file, newer)
    for path, at in ((newer, newer.stat().st_size // 2), (folder / "journal.db", 100)):
        with path.open("r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ 1]))


def _judge(station: Station, made: Backup, verdict: Verdict) -> None:
    with station.terminal.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        sold = connection.exec_driver_sql("SELECT count(*) FROM sale").scalar_one()
    if found < made.entries or sold < verdict.sales:
        verdict.bad.append(f"{found} entries of {made.entries}, {sold} sales of {verdict.sales}")
    if journals.verify_journal(station.terminal) is not None:
        verdict.bad.append("the chain does not hold")
    if quantile(verdict.selling_s, 0.5) > SLOWEST_S:
        verdict.bad.append("selling felt the backup")
