"""The real sale path for the proofs: a terminal on real files that sells and tells what was acknowledged."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.clock import SystemClock
from desktop.domain.staff import Person
from desktop.operations import staff
from desktop.operations.shifts import open_shift
from desktop.operations.terminal import Terminal
from desktop.store import journal, sales
from tests.core import fill, sell
from tests.terminals import BREAD, EGGS, MILK, PIN, build_terminal, reopen_terminal

BASKETS = ((BREAD,), (BREAD, f"3*{EGGS}"), (MILK, BREAD, EGGS), (f"2*{BREAD}", MILK))


def start(folder: Path, synchronous: str | None = None) -> tuple[Terminal, Person]:
    """Make a terminal with an open shift; another `synchronous` than ours is the negative control of a proof."""
    terminal = build_terminal(folder, SystemClock())
    if synchronous:
        with terminal.database.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA main.synchronous={synchronous}")
    person = staff.sign_in(terminal, "mira", PIN)
    open_shift(terminal, person, 0)
    return terminal, person


def sell_on(terminal: Terminal, person: Person, count: int, acks: int) -> None:
    """Sell, and write each sale's id to `acks` (a descriptor) only when it was acknowledged."""
    for number in range(count):
        sale = sell(terminal, person, *BASKETS[number % len(BASKETS)])
        os.write(acks, sale.sale_id.encode() + b"\n")


@contextmanager
def opened(folder: Path) -> Iterator[Terminal]:
    """Open a terminal's files again as at a start of the program."""
    terminal = reopen_terminal(folder, SystemClock())
    try:
        yield terminal
    finally:
        terminal.database.close()


def known_sales(terminal: Terminal) -> set[str]:
    """Give the ids of the sales that are facts here."""
    with terminal.database.reading() as connection:
        return {row.sale_id for row in sales.list_recent(connection, 1_000_000)}


def unique_receipts(terminal: Terminal) -> bool:
    """Tell whether no receipt number was given twice."""
    with terminal.database.reading() as connection:
        receipts = [row.receipt for row in sales.list_recent(connection, 1_000_000)]
    return len(receipts) == len(set(receipts))


def cart_in_hand(terminal: Terminal) -> int:
    """Count the lines of the cart in hand."""
    return len(fill(terminal).lines)


def entries(terminal: Terminal) -> int:
    """Count the journal's entries."""
    with terminal.database.reading() as connection:
        return journal.count_entries(connection)
