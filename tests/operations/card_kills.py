"""A till that is killed (SIGKILL) at every statement and every word to the card terminal; run as a program of its own.

For each step a child pays a ticket by card and sells it, and is killed there; another child starts as after a crash,
asks again what is unclear, pays what is missing and sells. Prints per step what was charged and what was sold.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from desktop.devices.card_terminal import Outcome
from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.domain.card_payment import payments_of, unclear_of
from desktop.operations import carts, sales, shifts, staff, tenders
from desktop.operations.terminal import Terminal
from desktop.store.sales import list_recent, read_takings
from tests.core import fill, total_of
from tests.edges import SettableClock
from tests.terminals import BREAD, EGGS, PIN, build_terminal, reopen_terminal


class Deadly(SimulatedCardTerminal):
    """Counts before and after what it does."""

    def begin(self, attempt_id: str, amount_minor: int, currency: str) -> Outcome:
        step()
        made = super().begin(attempt_id, amount_minor, currency)
        step()
        return made


left = 0


def step() -> None:
    """Die when the count is down."""
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)


def count_statements(terminal: Terminal) -> None:
    """Make each statement, its COMMITs among them, a step before it."""
    with terminal.database.reading() as connection:
        driver: Any = connection.connection.dbapi_connection
    driver.set_trace_callback(lambda sql: step())


def sell_by_card(terminal: Terminal, device: SimulatedCardTerminal) -> None:
    """Pay the ticket in hand as the screen does: ask again what is unclear, charge what is missing, sell."""
    cart, person = carts.open_cart(terminal), staff.signed_in(terminal)
    if not cart.lines:
        return
    unclear = unclear_of(tenders.list_attempts(terminal, cart.id))
    if unclear is not None:
        state, reference, _ = tenders.put_to_terminal(device, unclear, again=True)
        tenders.note_answer(terminal, unclear.attempt_id, state, reference)
    total, paid = total_of(terminal, cart), payments_of(tenders.list_attempts(terminal, cart.id))
    missing = total - sum(payment.amount_minor for payment in paid)
    if missing:
        attempt = tenders.begin_charge(terminal, person, cart, missing)
        state, reference, _ = tenders.put_to_terminal(device, attempt)
        tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    paid = payments_of(tenders.list_attempts(terminal, cart.id))
    sales.complete_sale(terminal, person, cart, paid, total)


def in_child(work: Any) -> int:
    """Run in a process of its own; gives how it ended."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def build(folder: Path) -> None:
    """The till before the payment: a shift is open and there is a ticket in hand."""
    terminal = build_terminal(folder, SettableClock())
    person = staff.sign_in(terminal, "mira", PIN)
    shifts.open_shift(terminal, person, 10_000)
    fill(terminal, BREAD, EGGS)
    terminal.database.close()


def begin(folder: Path, at: int) -> None:
    """Pay and sell, and die on the way."""
    terminal = reopen_terminal(folder, SettableClock())
    count_statements(terminal)
    global left
    left = at
    sell_by_card(terminal, Deadly(folder / "card"))


def go_on(folder: Path) -> None:
    """Start again, bring it to its end, and tell what there is."""
    terminal, device = reopen_terminal(folder, SettableClock()), SimulatedCardTerminal(folder / "card")
    sell_by_card(terminal, device)
    with terminal.database.reading() as connection:
        rows = list_recent(connection, 10)
        taken = [read_takings(connection, row.sale_id) for row in rows]
    open_attempts = len(tenders.list_attempts(terminal, rows[0].sale_id)) if rows else -1
    told = {"sales": len(rows), "taken": taken, "charged": device.charged_minor(), "open": open_attempts}
    (folder / "told.json").write_text(json.dumps(told), "utf-8")


def trial(before: Path, folder: Path, at: int) -> dict[str, Any]:
    """One ticket, killed at a step, then brought to its end."""
    shutil.copytree(before, folder)
    ended = in_child(lambda: begin(folder, at))
    code = in_child(lambda: go_on(folder))
    found: dict[str, Any] = json.loads((folder / "told.json").read_text("utf-8"))
    return found | {"step": at, "ended": ended, "code": code}


if __name__ == "__main__":
    number, done, before = 0, False, Path(sys.argv[1]) / "before"
    before.mkdir()
    in_child(lambda: build(before))
    while not done:
        number += 1
        told = trial(before, before.with_name(str(number)), number)
        print(json.dumps(told), flush=True)
        done = told["ended"] != -signal.SIGKILL
