"""Copies, invoices, their buyers and fiscal answers, read back; buyers are written here too, as working data."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from desktop.domain.papers import Fiscal, Invoice, Paper
from desktop.store.paper_tables import fiscal, invoice, invoice_buyer, receipt_copy
from desktop.store.tables import sale

_FISCAL = tuple(fiscal.c[name] for name in Fiscal.__slots__)


@dataclass(frozen=True, slots=True)
class KeptBuyer:
    """A buyer's data as they were hashed."""

    salt: bytes
    content: bytes


def count_copies(connection: Connection, sale_id: str, paper: Paper) -> int:
    """Give the number of the last copy, 0 before the first."""
    of_paper = (receipt_copy.c.sale_id == sale_id) & (receipt_copy.c.paper == paper)
    return connection.execute(select(func.max(receipt_copy.c.copy_no)).where(of_paper)).scalar() or 0


def read_invoice(connection: Connection, sale_id: str) -> Invoice | None:
    """Give a sale's invoice without its buyer."""
    columns = ("invoice_id", "sale_id", "series", "invoice_no", "number", "buyer_hash", "occurred_at")
    query = select(*(invoice.c[name] for name in columns)).where(invoice.c.sale_id == sale_id)
    row = connection.execute(query.order_by(invoice.c.occurred_at).limit(1)).first()
    return Invoice(*row) if row else None


def read_last_invoice_no(connection: Connection, series: str) -> int:
    """Give the last number of a series, 0 before the first."""
    return connection.execute(select(func.max(invoice.c.invoice_no)).where(invoice.c.series == series)).scalar() or 0


def save_buyer(connection: Connection, invoice_id: str, kept: KeptBuyer) -> None:
    """Keep the buyer of an invoice."""
    row = {"invoice_id": invoice_id, "salt": kept.salt, "content": kept.content}
    connection.execute(insert(invoice_buyer), row)


def read_buyer(connection: Connection, invoice_id: str) -> KeptBuyer | None:
    """Give the buyer of an invoice; None where another disk had it."""
    query = select(invoice_buyer.c.salt, invoice_buyer.c.content).where(invoice_buyer.c.invoice_id == invoice_id)
    row = connection.execute(query).first()
    return KeptBuyer(*row) if row else None


def read_fiscal(connection: Connection, sale_id: str, void_id: str = "") -> Fiscal | None:
    """Give what a fiscal device signed of a sale, or of its void."""
    query = select(*_FISCAL).where(fiscal.c.sale_id == sale_id, fiscal.c.void_id == void_id)
    row = connection.execute(query.limit(1)).mappings().first()
    return Fiscal(**{**row, "late": bool(row["late"])}) if row else None


def read_position(connection: Connection, sale_id: str) -> int | None:
    """Give the place of a sale's entry in this database."""
    return connection.execute(select(sale.c.position).where(sale.c.sale_id == sale_id)).scalar()


def read_sale_at(connection: Connection, position: int) -> str:
    """Give the id of the sale whose entry is at a place; empty when there is none."""
    return connection.execute(select(sale.c.sale_id).where(sale.c.position == position)).scalar() or ""
