"""What came back here, and the shop's receipts as the centre publishes them."""

from sqlalchemy import Connection, bindparam, select

from desktop.domain.returning import Taken
from desktop.store.prepared import ONE, Prepared
from desktop.store.return_tables import receipt, sale_return
from desktop.store.tables import payment, sale

_taken = Prepared(
    select(sale_return.c.sale_id, sale_return.c.returns_line, sale_return.c.quantity_milli)
    .join(sale)
    .where(sale_return.c.returns_sale == bindparam("id"), sale.c.voided_at.is_(None))
    .order_by(sale.c.position, sale_return.c.line_no)
)
_published = Prepared(select(receipt.c.content).where(receipt.c.id == bindparam("id")))
_by_number = Prepared(
    select(receipt.c.content)
    .where(receipt.c.receipt == bindparam("number"))
    .order_by(receipt.c.occurred_at.desc())
    .limit(ONE)
)


def list_taken(connection: Connection, sale_id: str) -> list[Taken]:
    """Give the tickets of this terminal that took goods of a sale back and were not voided themselves."""
    parts: dict[str, list[tuple[str, int]]] = {}
    for ticket, line, milli in _taken.all(connection, id=sale_id):
        parts.setdefault(ticket, []).append((line, milli))
    return [Taken(ticket, tuple(taken), _paid_out(connection, ticket)) for ticket, taken in parts.items()]


def read_published(connection: Connection, sale_id: str) -> bytes | None:
    """Give a published receipt as it came, by the id of its sale."""
    row = _published.first(connection, id=sale_id)
    return row[0] if row else None


def read_published_by_number(connection: Connection, number: str) -> bytes | None:
    """Give the newest published receipt with this number."""
    row = _by_number.first(connection, number=number)
    return row[0] if row else None


def _paid_out(connection: Connection, ticket: str) -> tuple[tuple[str, int], ...]:
    query = select(payment.c.method, payment.c.amount_minor).where(payment.c.sale_id == ticket)
    out = query.where(payment.c.amount_minor < 0).order_by(payment.c.payment_no)
    return tuple((method, -amount) for method, amount in connection.execute(out))
