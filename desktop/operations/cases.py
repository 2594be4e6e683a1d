"""Cases: what a manager has to decide, from head office and from this terminal.

What this terminal knows by itself is shown until head office has a case for it, and forgotten when that is closed. It
goes by a name: `incarnation/seq` for an entry, `incarnation` for a journal that was not gone on with.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from desktop.domain.case import OF_CUSTOMERS, QUARANTINE, REFUSED, TOO_LARGE, Case
from desktop.operations.terminal import Terminal
from desktop.replication.unsent import describe
from desktop.store import cases, customers, journal
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

DESCRIBED = 100
_QUARANTINED = "quarantined"
_KINDS = {_QUARANTINED: QUARANTINE, "too_large": TOO_LARGE}


def list_cases(terminal: Terminal) -> tuple[Case, ...]:
    """Give the open cases of the shop and those that only this terminal knows, the newest first.

    The first `DESCRIBED` of the shop come with the journal entry they are about, where it is one of this terminal's.
    """
    with terminal.database.reading() as connection:
        told = [_with_name(connection, case) for case in cases.list_open(connection)]
        covered = _covered(connection, told)
        local = [*_apart(connection, terminal.name, covered), *_left(connection, terminal.name, covered)]
        found = sorted([*told, *local], key=lambda case: (case.opened_at, case.id), reverse=True)
        own = set(journal.list_incarnations(connection))
        first = [_with_entry(connection, case) if case.incarnation in own else case for case in found[:DESCRIBED]]
    return (*first, *found[DESCRIBED:])


def count_cases(terminal: Terminal) -> int:
    """Count what `list_cases` gives, without reading journal entries."""
    with terminal.database.reading() as connection:
        told = cases.list_open(connection)
        local = {*_read(connection, Known.PROBLEMS), *_doubts(connection)}
        return len(told) + len(local - _covered(connection, told))


def settle_cases(terminal: Terminal) -> None:
    """Forget what head office has dealt with; to be called when its feeds are read to their end.

    That is: what it had a case for which is closed now, an entry that it has booked, one that it has taken after all.
    """
    with terminal.database.reading() as connection:
        known = set(json.loads(read_known(connection, Known.TOLD_CASES) or "[]"))
        problems, doubts = _read(connection, Known.PROBLEMS), _doubts(connection)
        local = problems.keys() | doubts.keys()
        if not local and not known:
            return
        told = _covered(connection, cases.list_open(connection)) & local
        done = ((known - told) & local) | _over(connection, problems)
    if done or known != told:
        with terminal.database.writing(Topic.CASES, Topic.SYNC) as connection:
            _forget(connection, done)
            save_known(connection, told_cases=json.dumps(sorted(told - done)) if told - done else "")


def _with_name(connection: Connection, case: Case) -> Case:
    """A customer is told by id, and shown by the name that this till knows; so are two."""
    if case.kind not in OF_CUSTOMERS:
        return case
    names = [customers.read_name(connection, ident) or ident for ident in case.subject.split()]
    return replace(case, subject=" + ".join(names))


def _forget(connection: Connection, done: set[str]) -> None:
    left = {name: reason for name, reason in _read(connection, Known.PROBLEMS).items() if name not in done}
    doubts = _read(connection, Known.DOUBTS)
    for incarnation in done & doubts.keys():
        doubts[incarnation]["settled"] = True  # never forgotten: the chain still holds only so far
    save_known(connection, problems=json.dumps(left) if left else "", doubts=json.dumps(doubts) if doubts else "")


def _over(connection: Connection, problems: dict[str, str]) -> set[str]:
    """Name the entries that were booked, or taken, after all."""
    booked = cases.read_booked(connection)
    over = set()
    for name, reason in problems.items():
        incarnation, _, number = name.partition("/")
        seq, missing = booked.get(incarnation, (0, frozenset()))
        if reason != _QUARANTINED:
            acked = journal.read_handed_in(connection, incarnation)
            seq, missing = acked.acked_seq if acked else 0, frozenset()
        if int(number) <= seq and int(number) not in missing:
            over.add(name)
    return over


def _covered(connection: Connection, told: list[Case]) -> set[str]:
    """Name what this terminal knows by itself and head office has a case for."""
    openings = [first.incarnation for first in journal.list_openings(connection)]
    before = dict(zip(openings[1:], openings, strict=False))
    covered = {f"{case.incarnation}/{case.seq}" for case in told if case.kind == QUARANTINE}
    return covered | {before.get(case.incarnation, "") for case in told if case.kind.startswith("journal.")}


def _with_entry(connection: Connection, case: Case) -> Case:
    sealed = journal.read_entry(connection, case.incarnation, case.seq) if case.seq and not case.entry else None
    if sealed is None:
        return case
    entry = describe(connection, sealed)
    return replace(case, entry=entry, subject=case.subject or entry.subject)


def _apart(connection: Connection, device: str, covered: set[str]) -> Iterator[Case]:
    """Entries of this terminal that head office keeps apart or did not take."""
    for name, reason in _read(connection, Known.PROBLEMS).items():
        incarnation, _, seq = name.partition("/")
        sealed = None if name in covered else journal.read_entry(connection, incarnation, int(seq))
        if sealed is None:
            continue
        entry = describe(connection, sealed)
        yield Case(
            id=name,
            kind=_KINDS.get(reason.partition(":")[0], REFUSED),
            opened_at=entry.occurred_at,
            device=device,
            subject=entry.subject,
            detail=reason,
            incarnation=incarnation,
            seq=int(seq),
            entry=entry,
            state="local",
        )


def _left(connection: Connection, device: str, covered: set[str]) -> Iterator[Case]:
    """Journals of this terminal that were not gone on with; each was left when the next one was opened."""
    opened = [(first.incarnation, first.occurred_at) for first in journal.list_openings(connection)]
    names = [name for name, _ in opened]
    for incarnation, doubt in _doubts(connection).items():
        if incarnation in covered:
            continue
        after = names.index(incarnation) + 1 if incarnation in names else 0
        yield Case(
            id=incarnation,
            kind=f"journal.{doubt['reason']}",
            opened_at=opened[after][1] if after < len(opened) else "",
            device=device,
            detail=doubt["detail"],
            incarnation=incarnation,
            seq=doubt["good_seq"],
            state="local",
        )


def _doubts(connection: Connection) -> dict[str, Any]:
    found = _read(connection, Known.DOUBTS)
    return {incarnation: doubt for incarnation, doubt in found.items() if not doubt.get("settled")}


def _read(connection: Connection, name: Known) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read_known(connection, name) or "{}")
    return found
