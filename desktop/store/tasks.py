"""Tasks in hand and their scans: rows in, values out."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from desktop.domain.counting import Book
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.store import photos
from desktop.store.prepared import ONE, Prepared
from desktop.store.task_tables import picking_task, scan, task, task_book

_add_scan = Prepared(insert(scan), [column.name for column in scan.columns])
_last = Prepared(select(func.coalesce(func.max(scan.c.n), 0)).where(scan.c.task_id == bindparam("task_id")))
_last_at = Prepared(
    select(scan.c.at).where(scan.c.task_id == bindparam("task_id")).order_by(scan.c.n.desc()).limit(ONE)
)

_last_book = Prepared(
    select(task_book.c.n, task_book.c.content)
    .where(task_book.c.task_id == bindparam("task_id"))
    .order_by(task_book.c.n.desc())
    .limit(ONE)
)
_WHATS = {str(what): what for what in What}
"""A count has tens of thousands of scans: this is quicker than asking the enumeration."""
_BOOKS = msgspec.json.Encoder()


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


def _task(name: str, kind: str, *values: Any) -> Task:
    *words, aside = values
    return replace(Task(name, TaskKind(kind), *words), aside=bool(aside))


def next_number(connection: Connection, task_id: str) -> int:
    """Give the number of the next scan of a task."""
    row = _last.first(connection, task_id=task_id)
    assert row is not None
    return int(row[0]) + 1


def read_last_at(connection: Connection, task_id: str) -> str:
    """Give when the last scan of a task was made (RFC 3339), empty before the first."""
    row = _last_at.first(connection, task_id=task_id)
    return str(row[0]) if row else ""


def add_scan(connection: Connection, task_id: str, scanned: Scan) -> None:
    """Keep a scan."""
    _add_scan.run(connection, asdict(scanned) | {"task_id": task_id, "what": str(scanned.what)})


def add_scans(connection: Connection, task_id: str, scans: Sequence[Scan]) -> None:
    """Keep many scans."""
    _add_scan.run_many(connection, [asdict(one) | {"task_id": task_id, "what": str(one.what)} for one in scans])


def keep_reference(connection: Connection, task_in_hand: Task) -> None:
    """Keep the reference of a task."""
    connection.execute(update(task).where(task.c.id == task_in_hand.id).values(reference=task_in_hand.reference))


def keep_person(connection: Connection, task_in_hand: Task) -> None:
    """Keep who is at a task."""
    connection.execute(update(task).where(task.c.id == task_in_hand.id).values(person_id=task_in_hand.person_id))


def keep_in_hand(connection: Connection, task_id: str) -> None:
    """Forget that a task was set aside: somebody goes on with it."""
    connection.execute(update(task).where(task.c.id == task_id).values(aside=False))


def count_scans(connection: Connection) -> dict[str, int]:
    """Give how many scans every task in hand has."""
    query = select(scan.c.task_id, func.count()).group_by(scan.c.task_id)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def count_unknown(connection: Connection, of: Task) -> int:
    """Give how many scans a task that was set aside has of codes that mean nothing yet; 0 for any other."""
    scans = standing(list_scans(connection, of.id)) if of.aside else ()
    return sum(one.what is What.UNKNOWN for one in scans)


def replace_scan(connection: Connection, task_id: str, learned: Scan) -> None:
    """Keep what a scan means by now in its place."""
    place = (scan.c.task_id == task_id) & (scan.c.n == learned.n)
    connection.execute(update(scan).where(place).values(asdict(learned) | {"what": str(learned.what)}))


def list_scans(connection: Connection, task_id: str, after: int = 0) -> tuple[Scan, ...]:
    """Give the scans of a task in their order, those behind the number `after`."""
    columns = [column for column in scan.columns if column.name != "task_id"]
    query = select(*columns).where(scan.c.task_id == task_id, scan.c.n > after).order_by(scan.c.n)
    return tuple(_scan(*row) for row in connection.execute(query))


def _scan(n: int, at: str, what: str, *values: Any) -> Scan:
    return Scan(n, at, _WHATS[what], *values)


def keep_book(connection: Connection, task_id: str, book: Book) -> int:
    """Give the number of what the book contains now, kept once as long as nothing changes."""
    content = _BOOKS.encode(book).decode()
    last = _last_book.first(connection, task_id=task_id)
    if last is not None and last[1] == content:
        return int(last[0])
    number = int(last[0]) + 1 if last else 0
    connection.execute(insert(task_book).values(task_id=task_id, n=number, content=content))
    return number


def list_books(connection: Connection, task_id: str) -> tuple[Book, ...]:
    """Give what the book contained, by number."""
    query = select(task_book.c.content).where(task_book.c.task_id == task_id).order_by(task_book.c.n)
    return tuple(msgspec.json.decode(content, type=Book) for content in connection.execute(query).scalars())


def drop(connection: Connection, task_id: str) -> None:
    """Forget a task with its scans: it became a document, or nothing, and its photos go where no entry names them."""
    taken = select(scan.c.code).where(scan.c.task_id == task_id, scan.c.what == str(What.PHOTO))
    names = connection.execute(taken).scalars().all()
    connection.execute(delete(scan).where(scan.c.task_id == task_id))
    connection.execute(delete(task_book).where(task_book.c.task_id == task_id))
    connection.execute(delete(picking_task).where(picking_task.c.task_id == task_id))
    connection.execute(delete(task).where(task.c.id == task_id))
    photos.drop_unnamed(connection, names)
