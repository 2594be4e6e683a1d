"""The right to one pulse of the drawer: a fact that opens it, sealed a moment ago, and every fact only once.

Those facts are sealed by operations that ask for the person's right, so no pulse goes out that nobody had a right to
and that is not on record.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store import journal

OPENS = frozenset({"sale.completed", "sale.voided", "drawer.opened", "shift.opened", "shift.closed"})
"""Kinds of facts at which cash is in play."""
AT_ONCE = timedelta(minutes=1)
LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class DrawerPermit:
    """One pulse: the kind of the fact that allows it, and its position in the journal."""

    kind: str
    position: int


def permit_drawer(terminal: Terminal, used: int = 0) -> DrawerPermit:
    """Allow one pulse for the newest fact behind `used`. Refusal `drawer.unasked` when there is none."""
    now = terminal.clock.now()
    with terminal.database.reading() as connection:
        newest = journal.read_tail(connection, LOOK_BACK)[::-1]
    for entry in newest:
        fresh = entry.position > used and now - datetime.fromisoformat(entry.occurred_at) <= AT_ONCE
        if entry.kind in OPENS and fresh:
            return DrawerPermit(entry.kind, entry.position)
    raise Refusal("drawer.unasked", "Nothing happened that opens the drawer.", "Open it with a reason.")
