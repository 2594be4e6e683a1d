"""The closing of a shift, read back whole: for the screen after it, and for printing it again."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from desktop.domain.detective import Clue, suspect
from desktop.domain.shift import UNCOUNTED, Closing, Shift, ShiftTotals
from desktop.operations.terminal import Terminal
from desktop.replication.recall import recall_last_closing
from desktop.store import evidence, people, shifts


@dataclass(frozen=True, slots=True)
class Closed:
    """A shift that ended: what it was, what happened in it, what was counted, and what a difference may come from."""

    shift: Shift
    totals: ShiftTotals
    closing: Closing
    clues: tuple[Clue, ...] = ()


def read_last_closed(terminal: Terminal) -> Closed | None:
    """Give the shift that was closed last; None before the first."""
    with terminal.database.reading() as connection:
        closing = recall_last_closing(connection)
        shift = shifts.read_shift(connection, closing.shift_id) if closing else None
        if closing is None or shift is None:
            return None
        totals = shifts.read_totals(connection, shift.shift_id)
        clues = find_clues(connection, shift, closing)
        return Closed(named(connection, terminal, shift), totals, closing, clues)


def find_clues(connection: Connection, shift: Shift, closing: Closing) -> tuple[Clue, ...]:
    """Ask the entries of a shift what its difference may come from; nothing where nobody counted."""
    if closing.interrupted or UNCOUNTED in closing.remarks:
        return ()
    deals = evidence.read_deals(connection, shift.shift_id)
    openings = evidence.read_openings(connection, shift.shift_id)
    return suspect(closing.counts, deals, openings, shift.float_minor, shift.currency)


def named(connection: Connection, terminal: Terminal, shift: Shift) -> Shift:
    """Give a shift with the names that paper and screen show: who opened it, and where."""
    who = people.read_person(connection, shift.cashier)
    return replace(shift, cashier=who.name if who else "", terminal=terminal.name)
