"""Cases: what a manager has to decide, from head office and from this terminal; read, never written."""

from collections.abc import Iterator

from sqlalchemy import Connection

from desktop.domain.case import QUARANTINE, REFUSED, TOO_LARGE, Case
from desktop.operations.terminal import Terminal
from desktop.operations.unsent import read_broken, read_problems
from desktop.store import journal

_KINDS = {"quarantined": QUARANTINE, "too_large": TOO_LARGE}


def list_cases(terminal: Terminal) -> tuple[Case, ...]:
    """Give the open cases of the shop and those that only this terminal knows, the newest first."""
    with terminal.database.reading() as connection:
        cases = [*_apart(connection, terminal.name), *_left(connection, terminal.name)]
    return tuple(sorted(cases, key=lambda case: (case.opened_at, case.id), reverse=True))


def _apart(connection: Connection, device: str) -> Iterator[Case]:
    """Entries of this terminal that head office keeps apart or did not take."""
    for problem in read_problems(connection):
        entry = problem.entry
        yield Case(
            id=f"{entry.incarnation}/{entry.seq}",
            kind=_KINDS.get(problem.reason.partition(":")[0], REFUSED),
            opened_at=entry.occurred_at,
            device=device,
            subject=entry.subject,
            detail=problem.reason,
            incarnation=entry.incarnation,
            seq=entry.seq,
            entry=entry,
            state="local",
        )


def _left(connection: Connection, device: str) -> Iterator[Case]:
    """Journals of this terminal that were not gone on with; each was left when the next one was opened."""
    opened = [(first.incarnation, first.occurred_at) for first in journal.list_openings(connection)]
    names = [name for name, _ in opened]
    for broken in read_broken(connection):
        after = names.index(broken.incarnation) + 1 if broken.incarnation in names else 0
        yield Case(
            id=broken.incarnation,
            kind=f"journal.{broken.reason}",
            opened_at=opened[after][1] if after < len(opened) else "",
            device=device,
            detail=broken.detail,
            incarnation=broken.incarnation,
            seq=broken.good_seq,
            state="local",
        )
