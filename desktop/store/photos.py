"""Photos beside the journal: kept in the transaction of their scan, until head office has had them for long."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, delete, exists, func, insert, null, or_, select, update

from desktop.domain.photo import Photo
from desktop.domain.task import What
from desktop.store.photo_tables import photo, photo_entry
from desktop.store.tables import handed_in
from desktop.store.task_tables import scan

_has_content = photo.c.content.is_not(None)
_named = exists().where(photo_entry.c.hash == photo.c.hash)
_handed_in = exists().where(
    photo_entry.c.hash == photo.c.hash,
    photo_entry.c.incarnation == handed_in.c.incarnation,
    handed_in.c.acked_seq >= photo_entry.c.seq,
)
_in_hand = exists().where(scan.c.what == str(What.PHOTO), scan.c.code == photo.c.hash)


def keep(connection: Connection, made: Photo) -> None:
    """Keep a photo; one that is here already stays, and has its content again."""
    row = {"hash": made.hash, "content": made.content, "arrived_epoch": "", "arrived_at": ""}
    if not connection.execute(insert(photo).prefix_with("OR IGNORE"), row).rowcount:
        fill = update(photo).where(photo.c.hash == made.hash, photo.c.content.is_(None))
        connection.execute(fill.values(content=made.content, arrived_epoch="", arrived_at=""))


def read(connection: Connection, name: str) -> bytes | None:
    """Give the JPEG file of a photo (hash, hexadecimal); None when it is not here, or not any more."""
    content: bytes | None = connection.execute(select(photo.c.content).where(photo.c.hash == name)).scalar()
    return content


def read_for(connection: Connection, incarnation: str, seq: int) -> tuple[Photo, ...]:
    """Give the photos that an entry names and that are still here."""
    named = select(photo.c.hash, photo.c.content).join(photo_entry, photo_entry.c.hash == photo.c.hash)
    named = named.where(photo_entry.c.incarnation == incarnation, photo_entry.c.seq == seq, _has_content)
    return tuple(Photo(*row) for row in connection.execute(named.order_by(photo.c.hash)))


def list_kept(connection: Connection) -> list[str]:
    """Name every photo that an entry names and that is still here."""
    return list(connection.execute(select(photo.c.hash).where(_has_content, _named)).scalars())


def drop_unnamed(connection: Connection, names: Sequence[str]) -> None:
    """Forget those of these photos that neither an entry nor a task in hand names."""
    if names:
        connection.execute(delete(photo).where(photo.c.hash.in_(names), ~_named, ~_in_hand))


def list_unsent(connection: Connection, epoch: str) -> list[str]:
    """Name the photos whose entry is handed in, and which this history of the centre is not known to have yet."""
    query = select(photo.c.hash).where(_has_content, _handed_in, photo.c.arrived_epoch != epoch)
    return list(connection.execute(query.order_by(photo.c.hash)).scalars())


def count_waiting(connection: Connection, epoch: str) -> int:
    """Count the photos that entries name and the centre is not known to have."""
    waits = or_(photo.c.arrived_epoch == "", photo.c.arrived_epoch != epoch)
    query = select(func.count()).select_from(photo).where(_has_content, _named, waits)
    return connection.execute(query).scalar_one()


def note_arrived(connection: Connection, name: str, epoch: str, at: str) -> None:
    """Write down that the centre has a photo, since when, and on which of its histories."""
    query = update(photo).where(photo.c.hash == name)
    connection.execute(query.values(arrived_epoch=epoch, arrived_at=at))


def list_done(connection: Connection, before: str, epoch: str) -> list[str]:
    """Name the photos that arrived before a time (RFC 3339, UTC) at a centre that still is the same one."""
    old = and_(photo.c.arrived_at != "", photo.c.arrived_at < before, photo.c.arrived_epoch == epoch)
    return list(connection.execute(select(photo.c.hash).where(_has_content, old)).scalars())


def blank(connection: Connection, names: Iterable[str]) -> None:
    """Let go of what photos show; their hashes stay."""
    connection.execute(update(photo).where(photo.c.hash.in_([*names])).values(content=null()))
