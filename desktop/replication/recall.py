"""Read facts back from the journal as values of the domain."""

import msgspec
from sqlalchemy import Connection

from desktop.domain.sale import Sale
from desktop.store import people, sales
from sync.wire.facts import SaleCompleted

_DECODER = msgspec.json.Decoder(SaleCompleted)


def recall_sale(connection: Connection, sale_id: str) -> Sale | None:
    """Give a sale from its sealed body, so a reprint shows what was sold, to the letter; None when there is none."""
    row = sales.read_sale(connection, sale_id)
    sealed = sales.read_body(connection, sale_id)
    if row is None or sealed is None:
        return None
    body, hashed = sealed
    who = people.read_person(connection, row.actor)
    fields = msgspec.to_builtins(_DECODER.decode(body)) | {
        "occurred_at": row.occurred_at,
        "cashier": who.name if who else "",
        "seq": row.seq,
        "hash": hashed.hex(),
        "voided_at": row.voided_at or "",
    }
    return msgspec.convert(fields, Sale)
