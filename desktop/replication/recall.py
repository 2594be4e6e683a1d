"""Read facts back from the journal as values of the domain."""

import msgspec
from sqlalchemy import Connection

from desktop.domain.sale import Sale, Void
from desktop.domain.shift import Closing
from desktop.store import customers, journal, people, sales
from sync.wire.facts import SaleCompleted, SaleVoided, ShiftClosed

_DECODER = msgspec.json.Decoder(SaleCompleted)
_CLOSED = msgspec.json.Decoder(ShiftClosed)
_VOIDED = msgspec.json.Decoder(SaleVoided)


def recall_sale(connection: Connection, sale_id: str) -> Sale | None:
    """Give a sale from its sealed body, so a reprint shows what was sold, to the letter; None when there is none."""
    row = sales.read_sale(connection, sale_id)
    sealed = sales.read_body(connection, sale_id)
    if row is None or sealed is None:
        return None
    body, hashed = sealed
    who = people.read_person(connection, row.actor)
    fact = _DECODER.decode(body)
    fields = msgspec.to_builtins(fact) | {
        "occurred_at": row.occurred_at,
        "cashier": who.name if who else "",
        "seq": row.seq,
        "hash": hashed.hex(),
        "voided_at": row.voided_at or "",
        "customer": customers.read_name(connection, fact.customer_id),
    }
    return msgspec.convert(fields, Sale)


def recall_void(sealed: journal.Sealed) -> Void:
    """Give a void from its entry, without the name of who did it."""
    fields = msgspec.to_builtins(_VOIDED.decode(sealed.body)) | {
        "occurred_at": sealed.occurred_at,
        "seq": sealed.seq,
        "hash": sealed.hash.hex(),
    }
    return msgspec.convert(fields, Void)


def recall_last_closing(connection: Connection) -> Closing | None:
    """Give the newest closing as it was sealed; None before the first."""
    sealed = journal.read_last_of(connection, "shift.closed")
    if sealed is None:
        return None
    who, fact = people.read_person(connection, sealed.actor), _CLOSED.decode(sealed.body)
    granter = people.read_person(connection, fact.granted_by) if fact.granted_by else None
    fields = msgspec.to_builtins(fact) | {
        "granter": granter.name if granter else "",
        "occurred_at": sealed.occurred_at,
        "cashier": who.name if who else "",
        "seq": sealed.seq,
        "hash": sealed.hash.hex(),
    }
    return msgspec.convert(fields, Closing)
