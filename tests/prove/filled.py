"""A till with so many sales: sealed and projected like any, and kept below TMPDIR for the next run when it is large.

A million takes a quarter of an hour of one core (sealing and projecting each, 0.7 ms), whatever is then proven with it.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.operations import journals, shifts, staff
from desktop.replication import recording
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import journal
from desktop.store.migrate import NEWEST
from sync.wire.facts import SaleCompleted
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.test_replica_of_another_program import load_goods

KEPT_FROM = 100_000
"""Sales from which a till is kept for the next run."""
AT_ONCE = 2000


@contextmanager
def program(folder: Path, clock: SettableClock) -> Iterator[Station]:
    """Run the till of a folder, made when it is not there."""
    loaded = load_settings(folder, {"secrets": "file", "name": "Till 3"}, machine=folder / "none")
    station = open_station(loaded, clock)
    try:
        yield station
    finally:
        station.close()


def lay_filled(folder: Path, sales: int, seed: int, clock: SettableClock) -> None:
    """Lay a closed till with so many sales and an open shift into a folder that is not there yet."""
    if sales < KEPT_FROM:
        _make(folder, sales, seed, clock)
        return
    kept = Path(tempfile.gettempdir()) / f"eckwms-filled-{NEWEST}-{sales}-{seed}"
    if not kept.exists():
        part = kept.with_name(kept.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        _make(part, sales, seed, clock)
        part.rename(kept)
    shutil.copytree(kept, folder)


def _make(folder: Path, sales: int, seed: int, clock: SettableClock) -> None:
    with program(folder, clock) as station:
        _fill(station, sales, random.Random(seed))


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
