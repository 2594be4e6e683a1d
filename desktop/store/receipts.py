"""The receipts of this till, a page at a time, the newest first: found by number, amount, day or time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from desktop.domain.papers import INVOICE
from desktop.domain.receipt_search import Wanted
from desktop.domain.receipts import ReceiptRow
from desktop.store.paper_tables import invoice, mail, receipt_copy
from desktop.store.tables import sale, void

_COPIES = (
    select(func.count())
    .select_from(receipt_copy)
    .where(receipt_copy.c.sale_id == sale.c.sale_id, receipt_copy.c.paper == "receipt")
    .scalar_subquery()
)
_INVOICE = select(func.max(invoice.c.number)).where(invoice.c.sale_id == sale.c.sale_id).scalar_subquery()
_MAIL = (
    select(mail.c.state)
    .where(mail.c.sale_id == sale.c.sale_id)
    .order_by(mail.c.made_at.desc(), mail.c.mail_id.desc())
    .limit(1)
    .scalar_subquery()
)
_ROW = (
    sale.c.sale_id,
    sale.c.position,
    sale.c.receipt,
    sale.c.occurred_at,
    sale.c.currency,
    sale.c.total_minor,
    func.coalesce(sale.c.voided_at, ""),
    _COPIES,
    func.coalesce(_INVOICE, ""),
    func.coalesce(_MAIL, ""),
)


def list_receipts(
    connection: Connection, wanted: Sequence[Wanted], limit: int, before_position: int | None = None
) -> list[ReceiptRow]:
    """Give up to `limit` receipts for which every word fits, those sold before a position."""
    query = select(*_ROW).where(and_(True, *(_fits(one) for one in wanted)))
    if before_position is not None:
        query = query.where(sale.c.position < before_position)
    rows = connection.execute(query.order_by(sale.c.position.desc()).limit(limit)).all()
    return [_row(row) for row in rows]


def find_receipt(connection: Connection, number: str) -> str | None:
    """Give the id of the sale whose receipt, void or invoice has this number."""
    for column, owner in ((sale.c.receipt, sale), (void.c.receipt, void), (invoice.c.number, invoice)):
        found = connection.execute(select(owner.c.sale_id).where(column == number)).scalars().first()
        if found is not None:
            return str(found)
    return None


def _row(row: Sequence[Any]) -> ReceiptRow:
    return ReceiptRow(*row)


def _fits(wanted: Wanted) -> ColumnElement[bool]:
    pattern = f"%{_literal(wanted.number)}%"
    of_void = select(void.c.sale_id).where(void.c.receipt.like(pattern, escape="\\"))
    any_of: list[ColumnElement[bool]] = [sale.c.receipt.like(pattern, escape="\\"), sale.c.sale_id.in_(of_void)]
    if wanted.number.startswith(INVOICE):  # an invoice's number ends like that of some other receipt
        any_of.append(sale.c.sale_id.in_(select(invoice.c.sale_id).where(invoice.c.number.like(pattern, escape="\\"))))
    if wanted.total_minor is not None:
        any_of.append(sale.c.total_minor == wanted.total_minor)
    if wanted.moment:
        any_of.append(sale.c.occurred_at.like(wanted.moment))
    return or_(*any_of)


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
