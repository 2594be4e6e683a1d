"""Scans that mean nothing yet are set aside into a task of their own, so that the rest can be posted without them.

Such a task is marked, and booked by itself when goods have its codes (`parked_codes.book_parked`).
"""

from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.operations.terminal import Terminal
from desktop.store import tasks

KINDS = frozenset({TaskKind.RECEIVE, TaskKind.TAKE_IN, TaskKind.SEND, TaskKind.SUPPLIER_RETURN, TaskKind.WRITE_OFF})
"""Kinds of task that can be posted without the scans that mean nothing yet."""


def set_aside(connection: Connection, terminal: Terminal, task: Task, aside_id: str) -> None:
    """Move the scans that mean nothing yet into a task of their own with this id, each with its place.

    It is part of the transaction that posts the rest: either both happened, or neither.
    """
    aside = _unknown_with_places(tasks.list_scans(connection, task.id)) if task.kind in KINDS else []
    if not aside:
        return
    now = terminal.clock.now()
    other = replace(task, id=aside_id, opened_at=iso(now), aside=True)
    tasks.add(connection, other)
    for n, scan in enumerate(aside, 1):
        tasks.add_scan(connection, other.id, replace(scan, n=n))
    for scan in aside:
        if scan.what is What.UNKNOWN:
            back = Scan(tasks.next_number(connection, task.id), iso(now), What.BACK, str(scan.n))
            tasks.add_scan(connection, task.id, back)


def has_goods(scans: tuple[Scan, ...]) -> bool:
    """Tell whether anything stands that can be posted, places and codes that mean nothing aside."""
    return any(scan.what not in (What.PLACE, What.PLATE, What.INTO, What.UNKNOWN) for scan in standing(scans))


def _unknown_with_places(scans: tuple[Scan, ...]) -> list[Scan]:
    """Give the scans that mean nothing, each behind the place that counted for it."""
    aside: list[Scan] = []
    here: Scan | None = None
    for scan in standing(scans):
        if scan.what in (What.PLACE, What.PLATE):
            here = scan
        elif scan.what is What.UNKNOWN:
            aside += [here] if here else []
            aside.append(scan)
            here = None
    return aside
