"""What tickets say beyond goods and money, as rows at the terminal."""

from sqlalchemy import Connection

from desktop.store import rows, serials
from sync.chain import Header
from sync.wire.facts import SaleCompleted
from sync.wire.ticket_facts import CodeBound, CodeUnknown


def project_serials(connection: Connection, fact: SaleCompleted) -> None:
    """Serial numbers go with the goods and come back with their line; that of a certificate is never sold again."""
    for line in fact.lines:
        if line.returns_sale and not (line.detail is not None and line.detail.gift):
            serials.forget(connection, line.returns_sale, line.returns_line)
    pieces = [
        {
            "product_id": line.product_id,
            "serial": line.detail.serial,
            "sale_id": fact.sale_id,
            "line_id": line.line_id,
        }
        for line in fact.lines
        if line.detail is not None and line.detail.serial and line.quantity_milli > 0
    ]
    serials.put_sold(connection, pieces)


def project_code(connection: Connection, position: int, header: Header, fact: CodeUnknown) -> None:
    """A code that no goods have."""
    serials.note_code(connection, fact.code, header.occurred_at)


def project_bound(connection: Connection, position: int, header: Header, fact: CodeBound) -> None:
    """Goods that have a code from now on, at this terminal."""
    row = {"code": fact.code, "product_id": fact.product_id, "pack_milli": fact.pack_milli}
    rows.add(connection, "bound_code", [row | {"incarnation": header.incarnation, "seq": header.seq}])
