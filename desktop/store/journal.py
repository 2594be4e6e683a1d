"""The journal table: append sealed entries, read them back; nothing here ever changes or deletes one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Connection, func, insert, select, text

from desktop.store.prepared import ONE, Prepared
from desktop.store.tables import handed_in, journal


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it is stored; `position` is its place in this database, over all incarnations.

    `recalled` tells that it was sealed by this terminal before, and fetched back from the centre.
    """

    position: int
    incarnation: str
    seq: int
    kind: str
    version: int
    occurred_at: str
    actor: str
    header: bytes
    body: bytes
    prev_hash: bytes
    hash: bytes
    signature: bytes
    recalled: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the chain that is being written."""

    incarnation: str
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Up to where the centre said that it holds an incarnation, with its signature over that word."""

    incarnation: str
    acked_seq: int
    acked_hash: bytes
    received_at: str
    signature: bytes


_first = journal.alias("first")
_current = select(_first.c.incarnation).where(text("first.seq = 1 AND first.recalled = 0"))
_head = Prepared(
    select(journal.c.incarnation, journal.c.seq, journal.c.hash)
    .where(journal.c.incarnation == _current.order_by(_first.c.position.desc()).limit(ONE).scalar_subquery())
    .order_by(journal.c.seq.desc())
    .limit(ONE)
)
_SEALED = [journal.c[field.name] for field in fields(Sealed)]
_append = Prepared(insert(journal), [column.name for column in journal.columns if column.name != "position"])


def read_head(connection: Connection) -> Head | None:
    """Give the head of the current incarnation, or None in an empty journal."""
    row = _head.first(connection)
    return Head(*row) if row else None


def append(connection: Connection, sealed: dict[str, object]) -> int:
    """Store an entry, given as the columns of `Sealed` without its position; gives the position."""
    return _append.run(connection, sealed)


def read_entry(connection: Connection, incarnation: str, seq: int) -> Sealed | None:
    """Give one entry."""
    query = select(*_SEALED).where(journal.c.incarnation == incarnation, journal.c.seq == seq)
    row = connection.execute(query).first()
    return Sealed(*row) if row else None


def read_at(connection: Connection, position: int) -> Sealed | None:
    """Give the entry at a place of this database."""
    row = connection.execute(select(*_SEALED).where(journal.c.position == position)).first()
    return Sealed(*row) if row else None


def read_after(connection: Connection, incarnation: str, seq: int, limit: int) -> list[Sealed]:
    """Give up to `limit` entries of an incarnation that follow `seq`, in order."""
    query = (
        select(*_SEALED)
        .where(journal.c.incarnation == incarnation, journal.c.seq > seq)
        .order_by(journal.c.seq)
        .limit(limit)
    )
    return [Sealed(*row) for row in connection.execute(query)]


def read_all(connection: Connection, after_position: int = 0, page: int = 1000) -> Iterator[Sealed]:
    """Give every entry in the order in which it came to this database, in bounded pages."""
    while True:
        query = select(*_SEALED).where(journal.c.position > after_position).order_by(journal.c.position).limit(page)
        rows = [Sealed(*row) for row in connection.execute(query)]
        yield from rows
        if len(rows) < page:
            return
        after_position = rows[-1].position


def read_tail(connection: Connection, count: int) -> list[Sealed]:
    """Give the last `count` entries, oldest first."""
    query = select(*_SEALED).order_by(journal.c.position.desc()).limit(count)
    return [Sealed(*row) for row in connection.execute(query)][::-1]


def read_last_of(connection: Connection, kind: str) -> Sealed | None:
    """Give the newest entry of a kind."""
    query = select(*_SEALED).where(journal.c.kind == kind).order_by(journal.c.position.desc()).limit(1)
    row = connection.execute(query).first()
    return Sealed(*row) if row else None


def read_kinds(connection: Connection, kinds: Sequence[str], first: str, last: str) -> list[Sealed]:
    """Give the entries of these kinds that happened on these days (ISO 8601), as the terminal's clock had them."""
    query = select(*_SEALED).where(journal.c.kind.in_(kinds), journal.c.occurred_at >= first)
    query = query.where(func.substr(journal.c.occurred_at, 1, 10) <= last).order_by(journal.c.position)
    return [Sealed(*row) for row in connection.execute(query)]


def read_first_of(connection: Connection, kinds: Sequence[str], after_position: int) -> Sealed | None:
    """Give the oldest entry of these kinds behind a position that was sealed here, not fetched back."""
    waits = (journal.c.position > after_position) & journal.c.kind.in_(kinds) & (journal.c.recalled == 0)
    query = select(*_SEALED).where(waits)
    row = connection.execute(query.order_by(journal.c.position).limit(1)).first()
    return Sealed(*row) if row else None


def list_incarnations(connection: Connection) -> list[str]:
    """Name the incarnations of this database, oldest first; the one that is being written comes last."""
    query = select(journal.c.incarnation).where(journal.c.seq == 1)
    return list(connection.execute(query.order_by(journal.c.recalled.desc(), journal.c.position)).scalars())


def list_openings(connection: Connection) -> list[Sealed]:
    """Give the first entries of the incarnations that were begun here, oldest first."""
    query = select(*_SEALED).where(journal.c.seq == 1, journal.c.recalled == 0).order_by(journal.c.position)
    return [Sealed(*row) for row in connection.execute(query)]


def read_last_seq(connection: Connection, incarnation: str) -> int:
    """Give the number of the last entry of an incarnation, 0 if it has none."""
    query = select(func.max(journal.c.seq)).where(journal.c.incarnation == incarnation)
    return connection.execute(query).scalar() or 0


def read_tip(connection: Connection, incarnation: str) -> Head:
    """Give the last entry of an incarnation that has one."""
    seq = read_last_seq(connection, incarnation)
    query = select(journal.c.hash).where(journal.c.incarnation == incarnation, journal.c.seq == seq)
    return Head(incarnation, seq, connection.execute(query).scalar_one())


def read_handed_in(connection: Connection, incarnation: str) -> HandedIn | None:
    """Give what the centre acknowledged of an incarnation."""
    row = connection.execute(select(handed_in).where(handed_in.c.incarnation == incarnation)).first()
    return HandedIn(*row) if row else None


def save_handed_in(connection: Connection, acked: HandedIn) -> None:
    """Keep the centre's newest word, also when it went down."""
    connection.execute(
        insert(handed_in).prefix_with("OR REPLACE"),
        {name: getattr(acked, name) for name in HandedIn.__slots__},
    )


def count_entries(connection: Connection) -> int:
    """Count all entries of all incarnations."""
    return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def count_kinds(connection: Connection) -> dict[str, int]:
    """Count the entries of each kind."""
    query = select(journal.c.kind, func.count()).group_by(journal.c.kind).order_by(journal.c.kind)
    return {row[0]: row[1] for row in connection.execute(query)}


def read_unsent(connection: Connection) -> tuple[int, str | None]:
    """Count the entries the centre has not acknowledged, and give the time of the oldest."""
    count, oldest = 0, None
    for incarnation in list_incarnations(connection):
        acked = read_handed_in(connection, incarnation)
        acked_seq = acked.acked_seq if acked else 0
        waiting = read_last_seq(connection, incarnation) - acked_seq
        if waiting > 0 and oldest is None:
            entry = read_entry(connection, incarnation, acked_seq + 1)
            oldest = entry.occurred_at if entry else None
        count += max(waiting, 0)
    return count, oldest


def count_unsent(connection: Connection, kinds: Sequence[str]) -> int:
    """Count the entries of some kinds that the centre has not acknowledged."""
    count = 0
    for incarnation in list_incarnations(connection):
        acked = read_handed_in(connection, incarnation)
        waits = (journal.c.incarnation == incarnation) & (journal.c.seq > (acked.acked_seq if acked else 0))
        query = select(func.count()).select_from(journal).where(waits, journal.c.kind.in_(kinds))
        count += connection.execute(query).scalar_one()
    return count
