"""The journal's life: opened at enrolment, gone on with in a new incarnation when the old chain may not be."""

import json

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.staff import Person
from desktop.operations.shifts import close_interrupted
from desktop.operations.terminal import Terminal
from desktop.replication import incarnations
from desktop.replication.incarnations import Doubt, HeadNote, Verdict
from desktop.replication.rebuild import rebuild
from desktop.store import journal, shifts
from desktop.store.journal import Head
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic


def open_journal(terminal: Terminal, receipt_prefix: str) -> Head:
    """Open the journal of a newly enrolled terminal; one that is open already is left alone."""
    now = terminal.clock.now()
    with terminal.database.writing(Topic.SYNC) as connection:
        head = journal.read_head(connection)
        if head is not None:
            return head
        return incarnations.open_first(connection, terminal.signer, new_id(now), receipt_prefix, iso(now))


def go_on_anew(terminal: Terminal, doubt: Doubt, note: HeadNote | None = None) -> Head:
    """Go on in a new incarnation and tell the manager why; an open shift is closed as interrupted.

    `note` is the highest head known from outside, when it is ahead of the journal.
    """
    now = terminal.clock.now()
    with terminal.database.writing(Topic.SYNC, Topic.SHIFT, Topic.CASES) as connection:
        after = _highest(incarnations.read_note(connection), note)
        if after is None:
            raise ValueError("a terminal without a journal has nothing to go on from")
        head = incarnations.open_next(connection, terminal.signer, new_id(now), after, doubt, iso(now))
        close_interrupted(connection, terminal, _itself(terminal))
        doubts = json.loads(read_known(connection, Known.DOUBTS) or "{}")
        doubts[doubt.incarnation] = {"reason": doubt.reason, "detail": doubt.detail, "good_seq": doubt.good_seq}
        save_known(connection, doubts=json.dumps(doubts))
    return head


def end_recall(terminal: Terminal) -> None:
    """Close as interrupted the shifts that a restored terminal had left open, now that all their sales are back."""
    with terminal.database.reading() as connection:
        if not shifts.list_left(connection):
            return
    with terminal.database.writing(Topic.SYNC, Topic.SHIFT) as connection:
        for shift in shifts.list_left(connection):
            close_interrupted(connection, terminal, _itself(terminal), shift)


def _itself(terminal: Terminal) -> Person:
    """The terminal, for what no person did."""
    return Person(id=terminal.signer.terminal, login="", name=terminal.name, role="")


def _highest(at_hand: HeadNote | None, noted: HeadNote | None) -> HeadNote | None:
    if at_hand is None or noted is None:
        return at_hand or noted
    return max(at_hand, noted, key=lambda note: (note.last_receipt_no, note.seq))


def read_note(terminal: Terminal) -> HeadNote | None:
    """Give the head as it is to be kept outside the database."""
    with terminal.database.reading() as connection:
        return incarnations.read_note(connection)


def find_doubt(terminal: Terminal, note: HeadNote | None) -> Doubt | None:
    """Tell why the journal at hand may not be gone on with; None when it may."""
    with terminal.database.reading() as connection:
        return incarnations.find_doubt(connection, note)


def verify_journal(terminal: Terminal) -> Verdict | None:
    """Check every entry of the journal; None when the chain is whole."""
    with terminal.database.reading() as connection:
        return incarnations.verify_all(connection)


def rebuild_projections(terminal: Terminal) -> tuple[int, int]:
    """Recreate every projection from the journal; gives how many entries were projected and how many wait."""
    topics = (Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.STAFF, Topic.SYNC)
    with terminal.database.writing(*topics) as connection:
        return rebuild(connection)
