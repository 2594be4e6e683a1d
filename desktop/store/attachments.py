"""Personal data beside the journal: kept until the centre has them for sure, read for batches, blanked for good."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, exists, func, insert, null, or_, select, update

from desktop.domain.customer_data import CustomerData, Edits, with_edits
from desktop.store.attachment_tables import attachment, customer_entry, erased
from desktop.store.cases import Booked, read_told
from desktop.store.offer_tables import customer
from desktop.store.prepared import Prepared
from desktop.store.tables import feed, handed_in

AGAIN = 20
"""Earlier attachments, of whatever incarnation, that go along with a batch until the centre is known to have them.

Their entries may have reached it bare: from a copy of this disk that had fetched them back.
"""

_decode = msgspec.json.Decoder(CustomerData).decode


class _Edit(msgspec.Struct):
    edits: dict[str, tuple[str, str]]
    consent_at: str = ""


_decode_edit = msgspec.json.Decoder(_Edit).decode
_named = customer_entry.join(attachment, attachment.c.hash == customer_entry.c.attachment)
_has_content = attachment.c.content.is_not(None)
_makes, _changes = customer_entry.c.fields == "", customer_entry.c.fields != ""
_in_order = customer_entry.c.incarnation, customer_entry.c.seq
_edits = Prepared(
    select(*_in_order, customer_entry.c.customer_id, attachment.c.content)
    .select_from(_named)
    .where(_has_content, _changes)
    .order_by(*_in_order)
)
_in_replica = exists().where(customer.c.id == customer_entry.c.customer_id)
_is_this_centre = exists().where(feed.c.name.startswith("customers:"), feed.c.epoch == attachment.c.arrived_epoch)
"""It arrived, and on the history that the centre still has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a customer gave, as JSON of `CustomerData`, by its hash (hex); salt and content are None once blanked."""

    hash: str
    salt: bytes | None
    content: bytes | None


def keep(connection: Connection, made: Kept) -> None:
    """Keep what a customer gave, in the transaction that seals the entry."""
    connection.execute(insert(attachment), asdict(made) | {"arrived_epoch": "", "arrived_at": ""})


def keep_missing(connection: Connection, found: Iterable[Kept]) -> None:
    """Keep of what another file has what is not here."""
    rows = [asdict(each) | {"arrived_epoch": "", "arrived_at": ""} for each in found]
    if rows:
        connection.execute(insert(attachment).prefix_with("OR IGNORE"), rows)


def list_all(connection: Connection) -> list[Kept]:
    """Give everything that is here, blanked ones too."""
    query = select(attachment.c.hash, attachment.c.salt, attachment.c.content)
    return [Kept(*row) for row in connection.execute(query)]


def sizes(connection: Connection, incarnation: str, after_seq: int, last_seq: int) -> dict[int, int]:
    """Give how many bytes of attachments the entries of a stretch name, by number."""
    size = func.coalesce(func.length(attachment.c.salt) + func.length(attachment.c.content), 0)
    query = select(customer_entry.c.seq, size).select_from(_named)
    found = connection.execute(query.where(_within(incarnation, after_seq, last_seq)))
    return {row.seq: row[1] for row in found}


def read_for(connection: Connection, incarnation: str, after_seq: int, last_seq: int) -> tuple[Kept, ...]:
    """Give what the entries of a stretch name, blanked ones too, and `AGAIN` earlier ones that may not have arrived."""
    columns = select(attachment.c.hash, attachment.c.salt, attachment.c.content).select_from(_named)
    named = columns.where(_within(incarnation, after_seq, last_seq)).order_by(customer_entry.c.seq)
    before = or_(customer_entry.c.incarnation != incarnation, customer_entry.c.seq <= after_seq)
    earlier = columns.where(before, _has_content, ~and_(_is_this_centre, _in_replica))
    again = earlier.order_by(customer_entry.c.incarnation.desc(), customer_entry.c.seq.desc()).limit(AGAIN)
    return tuple(Kept(*row) for row in (*connection.execute(named), *connection.execute(again)))


def list_waiting(connection: Connection) -> list[tuple[str, CustomerData]]:
    """Give the customers made here who have not come by the feed yet, as they are by now, with their ids."""
    query = select(customer_entry.c.customer_id, attachment.c.content).select_from(_named)
    found = connection.execute(query.where(_has_content, _makes, ~_in_replica)).all()
    return [(ident, _edited(connection, ident, content)) for ident, content in found]


def read_data(connection: Connection, customer_id: str) -> CustomerData | None:
    """Give what a customer gave here, as it is by now; None for others, and where it was blanked."""
    query = select(attachment.c.content).select_from(_named)
    row = connection.execute(query.where(_has_content, _makes, customer_entry.c.customer_id == customer_id)).first()
    return _edited(connection, customer_id, row[0]) if row else None


def list_edits(connection: Connection) -> list[tuple[str, Edits]]:
    """Give what was changed here and is in what the centre has told not yet, in order, with the customers' ids."""
    found = _edits.all(connection)
    booked = read_told(connection) if found else {}
    return [
        (ident, _decode_edit(content).edits)
        for incarnation, seq, ident, content in found
        if not _is_in(booked, incarnation, seq)
    ]


def _edited(connection: Connection, customer_id: str, content: bytes) -> CustomerData:
    query = select(attachment.c.content).select_from(_named)
    query = query.where(_has_content, _changes, customer_entry.c.customer_id == customer_id).order_by(*_in_order)
    data = _decode(content)
    for (changed,) in connection.execute(query):
        edit = _decode_edit(changed)
        data = replace(with_edits(data, edit.edits), consent_at=edit.consent_at or data.consent_at)
    return data


def list_erased(connection: Connection) -> list[str]:
    """Name the attachments (hashes) that are still here of customers whom head office has erased."""
    query = select(attachment.c.hash).select_from(_named).join(erased, erased.c.id == customer_entry.c.customer_id)
    return list(connection.execute(query.where(_has_content)).scalars())


def list_arrived(connection: Connection) -> list[tuple[str, str]]:
    """Give the attachments that the centre has for sure and is not known to have yet, each with the centre's epoch.

    For sure: the entry is acknowledged, and the customer has come back by the feed of that epoch; with what was changed
    in it.
    """
    query = select(*_in_order, customer_entry.c.fields, attachment.c.hash, feed.c.epoch).select_from(
        _named.join(customer, customer.c.id == customer_entry.c.customer_id)
        .join(feed, feed.c.name.startswith("customers:"))
        .join(handed_in, handed_in.c.incarnation == customer_entry.c.incarnation)
    )
    news = and_(_has_content, attachment.c.arrived_epoch != feed.c.epoch)
    found = connection.execute(query.where(news, handed_in.c.acked_seq >= customer_entry.c.seq)).all()
    booked = read_told(connection) if found else {}
    return [
        (hashed, epoch)
        for incarnation, seq, changed, hashed, epoch in found
        if not changed or _is_in(booked, incarnation, seq)
    ]


def list_done(connection: Connection, before: str) -> list[str]:
    """Name the attachments that arrived before a time (RFC 3339, UTC) at a centre that still is the same one."""
    old = and_(attachment.c.arrived_at != "", attachment.c.arrived_at < before)
    return list(connection.execute(select(attachment.c.hash).where(_has_content, old, _is_this_centre)).scalars())


def note_arrived(connection: Connection, arrived: Iterable[tuple[str, str]], at: str) -> None:
    """Write down that the centre has them, since when, and on which of its histories."""
    for hashed, epoch in arrived:
        query = update(attachment).where(attachment.c.hash == hashed)
        connection.execute(query.values(arrived_epoch=epoch, arrived_at=at))


def blank(connection: Connection, hashes: Sequence[str]) -> None:
    """Let go of salt and content; the hash stays, and what names it still verifies."""
    query = update(attachment).where(attachment.c.hash.in_(hashes))
    connection.execute(query.values(salt=null(), content=null()))


def _is_in(booked: Booked, incarnation: str, seq: int) -> bool:
    last, missing = booked.get(incarnation, (0, frozenset()))
    return seq <= last and seq not in missing


def _within(incarnation: str, after_seq: int, last_seq: int) -> Any:
    seq = customer_entry.c.seq
    return and_(customer_entry.c.incarnation == incarnation, seq > after_seq, seq <= last_seq)
