"""Tasks in hand and their scans: rows in, values out."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from desktop.domain.task import Scan, Task, TaskKind, What
from desktop.store.prepared import Prepared
from desktop.store.task_tables import scan, task

_add_scan = Prepared(insert(scan), [column.name for column in scan.columns])
_last = Prepared(select(func.coalesce(func.max(scan.c.n), 0)).where(scan.c.task_id == bindparam("task_id")))


def add(connection: Connection, opened: Task) -> None:
    """Keep a task that begins."""
    connection.execute(insert(task).values(asdict(opened)))


def read(connection: Connection, task_id: str) -> Task | None:
    """Give a task in hand, None when it was finished or dropped."""
    row = connection.execute(select(task).where(task.c.id == task_id)).first()
    return _task(*row) if row else None


def list_open(connection: Connection, person_id: str = "") -> list[Task]:
    """Give the tasks in hand, the newest first; of one person where one is named."""
    query = select(task).order_by(task.c.opened_at.desc(), task.c.id.desc())
    if person_id:
        query = query.where(task.c.person_id == person_id)
    return [_task(*row) for row in connection.execute(query)]


def _task(name: str, kind: str, *values: str) -> Task:
    return Task(name, TaskKind(kind), *values)


def next_number(connection: Connection, task_id: str) -> int:
    """Give the number of the next scan of a task."""
    row = _last.first(connection, task_id=task_id)
    assert row is not None
    return int(row[0]) + 1


def add_scan(connection: Connection, task_id: str, scanned: Scan) -> None:
    """Keep a scan."""
    _add_scan.run(connection, asdict(scanned) | {"task_id": task_id, "what": str(scanned.what)})


def list_scans(connection: Connection, task_id: str) -> tuple[Scan, ...]:
    """Give the scans of a task in their order."""
    columns = [column for column in scan.columns if column.name != "task_id"]
    query = select(*columns).where(scan.c.task_id == task_id).order_by(scan.c.n)
    return tuple(_scan(*row) for row in connection.execute(query))


def _scan(n: int, at: str, what: str, *values: Any) -> Scan:
    return Scan(n, at, What(what), *values)


def drop(connection: Connection, task_id: str) -> None:
    """Forget a task with its scans: it became a document, or nothing."""
    connection.execute(delete(scan).where(scan.c.task_id == task_id))
    connection.execute(delete(task).where(task.c.id == task_id))
