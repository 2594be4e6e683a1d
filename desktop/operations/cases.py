"""Cases: what a manager has to decide, from head office and from this terminal.

What this terminal knows by itself is shown until head office has a case for it, and forgotten when that is closed.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.case import QUARANTINE, REFUSED, TOO_LARGE, Case
from desktop.operations.terminal import Terminal
from desktop.operations.unsent import read_problems
from desktop.replication.unsent import describe
from desktop.store import cases, journal
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

_KINDS = {"quarantined": QUARANTINE, "too_large": TOO_LARGE}


def list_cases(terminal: Terminal) -> tuple[Case, ...]:
    """Give the open cases of the shop and those that only this terminal knows, the newest first."""
    with terminal.database.reading() as connection:
        told = cases.list_open(connection)
        covered = _covered(connection, told)
        local = [case for case in _local(connection, terminal.name) if case.id not in covered]
        found = [*(_with_entry(connection, case) for case in told), *local]
    return tuple(sorted(found, key=lambda case: (case.opened_at, case.id), reverse=True))


def settle_cases(terminal: Terminal) -> None:
    """Forget what head office has dealt with; to be called when its feeds are read to their end.

    That is: what it had a case for which is closed now, an entry that it has booked, one that it has taken after all.
    """
    with terminal.database.reading() as connection:
        known = set(json.loads(read_known(connection, Known.TOLD_CASES) or "[]"))
        local = list(_local(connection, terminal.name))
        if not local and not known:
            return
        open_now = _covered(connection, cases.list_open(connection)) & {case.id for case in local}
        done = {case.id for case in local if case.id in known - open_now or _is_over(connection, case)}
    if done or known != open_now:
        with terminal.database.writing(Topic.CASES, Topic.SYNC) as connection:
            _forget(connection, done)
            save_known(connection, told_cases=json.dumps(sorted(open_now - done)) if open_now - done else "")


def _forget(connection: Connection, done: set[str]) -> None:
    problems = json.loads(read_known(connection, Known.PROBLEMS) or "{}")
    left = {place: reason for place, reason in problems.items() if place not in done}
    doubts = json.loads(read_known(connection, Known.DOUBTS) or "{}")
    for incarnation in done & doubts.keys():
        doubts[incarnation]["settled"] = True  # never forgotten: the chain still holds only so far
    save_known(connection, problems=json.dumps(left) if left else "", doubts=json.dumps(doubts) if doubts else "")


def _is_over(connection: Connection, case: Case) -> bool:
    if case.kind == QUARANTINE:
        return cases.is_booked(connection, case.incarnation, case.seq)
    acked = journal.read_handed_in(connection, case.incarnation)
    return case.entry is not None and acked is not None and case.seq <= acked.acked_seq


def _covered(connection: Connection, told: list[Case]) -> set[str]:
    """Name what this terminal knows by itself and head office has a case for."""
    openings = [first.incarnation for first in journal.list_openings(connection)]
    before = dict(zip(openings[1:], openings, strict=False))
    covered = {f"{case.incarnation}/{case.seq}" for case in told if case.kind == QUARANTINE}
    return covered | {before.get(case.incarnation, "") for case in told if case.kind.startswith("journal.")}


def _with_entry(connection: Connection, case: Case) -> Case:
    sealed = journal.read_entry(connection, case.incarnation, case.seq) if case.seq else None
    if sealed is None:
        return case
    entry = describe(connection, sealed)
    return replace(case, entry=entry, subject=case.subject or entry.subject)


def _local(connection: Connection, device: str) -> Iterator[Case]:
    yield from _apart(connection, device)
    yield from _left(connection, device)


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
    for incarnation, doubt in json.loads(read_known(connection, Known.DOUBTS) or "{}").items():
        if doubt.get("settled"):
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
