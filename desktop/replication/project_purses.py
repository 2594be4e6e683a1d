"""Project what sales move in the purses of customers, so that this till knows it before head office has booked it."""

from typing import Any

from sqlalchemy import Connection, select

from desktop.store import rows
from desktop.store.purse_tables import purse_move
from sync.chain import Header
from sync.wire.facts import SaleCompleted
from sync.wire.purses import moves_of


def project_purses(connection: Connection, header: Header, fact: SaleCompleted) -> None:
    """Note what a sale moved."""
    made = _entry(header) | {"sale_id": fact.sale_id}
    rows.add(connection, "purse_move", [made | move._asdict() for move in moves_of(fact)])


def move_back(connection: Connection, header: Header, sale_id: str) -> None:
    """Move back what a sale moved that was taken back; what head office held for it was no part of that."""
    sold = connection.execute(select(purse_move).where(purse_move.c.sale_id == sale_id)).mappings().all()
    back = [dict(row) | _entry(header) | {"amount": -row["amount"], "hold": ""} for row in sold]
    rows.add(connection, "purse_move", back)


def _entry(header: Header) -> dict[str, Any]:
    return {"incarnation": header.incarnation, "seq": header.seq}
