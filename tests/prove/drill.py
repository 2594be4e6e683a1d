"""The restore drill: a till with so many sales is backed up while it sells, loses its journal, and sells again.

The newest backup is damaged on purpose, so the one before it has to do. What counts is the time from the start of the
program to the first sale that is committed.
"""

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from desktop.domain.backup import Backup
from desktop.operations import journals, shifts, staff
from desktop.station import Station
from tests.core import sell
from tests.edges import SettableClock
from tests.prove import backing_up
from tests.prove.filled import lay_filled, program
from tests.terminals import BREAD, PIN

WITHIN_S = 300.0


@dataclass
class Verdict:
    """What the drill took; `backup` is what making it took."""

    sales: int
    backup: backing_up.Verdict
    open_s: float = 0.0
    back_s: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Everything is there again, soon enough, and nobody at the till felt the backup."""
        return self.backup.good and not self.bad and self.back_s < WITHIN_S

    def __str__(self) -> str:
        made = self.backup
        told = f"{self.sales} sales, {made.size_mb} MB: backup in {made.backup_s:.0f} s, "
        told += f"{len(made.beside.sales_s)} customers meanwhile, p50 and p99: {made.beside} (alone: {made.alone}); "
        told += f"damaged backup passed over, open {self.open_s:.0f} s and selling again {self.back_s:.0f} s after the "
        return "; ".join([told + "start", *made.bad, *self.bad])


def run(sales: int, seed: int, customers: int = backing_up.CUSTOMERS_ALONE) -> Verdict:
    """Run the drill in a folder of its own."""
    verdict, clock = Verdict(sales, backing_up.Verdict(sales)), SettableClock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "till"
        lay_filled(folder, sales, seed, clock)
        with program(folder, clock) as station:
            made = backing_up.back_up_while_selling(station, verdict.backup, customers)
        clock.instant += timedelta(hours=1)
        _spoil(folder, made)
        began = perf_counter()
        with program(folder, clock) as station:
            verdict.open_s = perf_counter() - began
            person = staff.sign_in(station.terminal, "mira", PIN)
            shifts.open_shift(station.terminal, person, 0)
            sell(station.terminal, person, BREAD)
            verdict.back_s = perf_counter() - began
            _judge(station, made, verdict)
    return verdict


def _spoil(folder: Path, made: Backup) -> None:
    """The journal's first page is gone, and a newer backup has one bit turned."""
    newer = Path(made.file).with_name(Path(made.file).name.replace("-080000", "-090000"))
    shutil.copyfile(made.file, newer)
    backing_up.turn_bit(newer, newer.stat().st_size // 2)
    backing_up.turn_bit(folder / "journal.db", 100)


def _judge(station: Station, made: Backup, verdict: Verdict) -> None:
    with station.terminal.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        sold = connection.exec_driver_sql("SELECT count(*) FROM sale").scalar_one()
    if found < made.entries or sold < verdict.sales:
        verdict.bad.append(f"{found} entries of {made.entries}, {sold} sales of {verdict.sales}")
    if journals.verify_journal(station.terminal) is not None:
        verdict.bad.append("the chain does not hold")
