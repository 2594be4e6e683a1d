"""Closing a shift of 2,000 receipts, from the press to the bytes for the printer, beside its bare sums in SQL."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.domain.clock import SystemClock
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import closings, sales, shifts, staff
from desktop.operations.terminal import Terminal, require_shop
from desktop.paper.closing import z_rows
from desktop.paper.receipt_escpos import receipt_escpos
from desktop.paper.words import Words
from desktop.store import shifts as stored
from desktop.store.database import open_encrypted
from tests.benchmarks.figures import Aim, Figure, Plan, Stopwatch, figure
from tests.core import fill, sell, total_of
from tests.terminals import BAG, BREAD, EGGS, MILK, PIN, build_terminal

ABOUT = "The Z report of a day of 2,000 receipts"
RECEIPTS = 2_000
AT_MOST_S = 2

_SUMS = (
    "SELECT count(*), sum(total_minor), sum(rounding_minor) FROM sale WHERE shift_id = ?",
    "SELECT method, sum(amount_minor) FROM payment JOIN sale USING (sale_id) WHERE shift_id = ? GROUP BY method",
    "SELECT rate_ppm, sum(net_minor), sum(tax_minor) FROM sale_tax JOIN sale USING (sale_id) WHERE shift_id = ?"
    " GROUP BY rate_ppm",
    "SELECT sum(discount_minor) FROM sale_line JOIN sale USING (sale_id) WHERE shift_id = ?",
)


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Sell a day, close it, sum its rows bare; every pass is a shift of its own in the same journal."""
    terminal = build_terminal(folder, SystemClock())
    manager = staff.sign_in(terminal, "mira", PIN)
    bare: Any = open_encrypted(folder / "journal.db", b"k" * 32)
    passes = [_day(terminal, manager, bare, plan.size(RECEIPTS, 6)) for _ in range(min(plan.passes, 3))]
    bare.close()
    terminal.database.close()
    yield figure("closed, told and laid out for the printer", "s", [(ours,) for ours, _ in passes], _aim())
    yield figure("the same, and the bare sums", "s", passes)


def _aim() -> Aim:
    return Aim("at most", AT_MOST_S, "s")


def _day(terminal: Terminal, manager: Person, bare: Any, receipts: int) -> tuple[float, float]:
    """Seconds of the closing and of the bare sums."""
    shift = shifts.open_shift(terminal, manager, 10_000)
    for number in range(receipts):
        _sell(terminal, manager, number)
    with terminal.database.reading() as connection:
        counted = stored.read_expected(connection, shift.shift_id)
    ours, sums = Stopwatch("s"), Stopwatch("s")
    sums.time(lambda: [bare.execute(query, (shift.shift_id,)).fetchall() for query in _SUMS])
    ours.time(lambda: _close(terminal, manager, counted))
    return ours.mean, sums.mean


def _sell(terminal: Terminal, manager: Person, number: int) -> None:
    """Three of four pay cash, one by card; one in a hundred is taken back."""
    if number % 4 == 3:
        cart = fill(terminal, BREAD, MILK)
        total_minor = total_of(terminal, cart)
        sales.complete_sale(terminal, manager, cart, (Payment("card", total_minor, "123456"),), total_minor)
        return
    sale = sell(terminal, manager, BREAD, f"2*{EGGS}", MILK, BAG)
    if number % 100 == 0:
        sales.void_sale(terminal, manager, sale.sale_id, "Wrong goods")


def _close(terminal: Terminal, manager: Person, counted: dict[str, int]) -> bytes:
    """Everything between the press and the paper."""
    shifts.close_shift(terminal, manager, counted)
    closed = closings.read_last_closed(terminal)
    assert closed is not None
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    rows = z_rows(closed.shift, closed.totals, closed.closing, shop, Words("en"), 0, closed.clues)
    return receipt_escpos(rows, 42, "cp866")
