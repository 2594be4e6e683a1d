"""Sales as they were made here: read back for reports, reprints and voids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Text, bindparam, case, cast, func, literal_column, select

from desktop.domain.stock import Movement
from desktop.domain.tips import Tipped, tips_by_method
from desktop.store.prepared import Prepared
from desktop.store.tables import journal, movement, payment, sale, sale_line, sale_tax, tally
from desktop.store.tip_tables import sale_tip

CASH = "cash"
TOUCHED_LINES = 5_000
"""So many lines say what is sold by touch."""


class Paid(Protocol):
    """A payment: method and amount, whatever its class."""

    @property
    def method(self) -> str:
        """Its payment method."""

    @property
    def amount_minor(self) -> int:
        """What was handed over."""


class Tendered(Paid, Tipped, Protocol):
    """A payment with what came beside it."""


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale's figures without its lines."""

    sale_id: str
    receipt: str
    shift_id: str
    incarnation: str
    seq: int
    occurred_at: str
    actor: str
    currency: str
    total_minor: int
    rounding_minor: int
    change_minor: int
    voided_at: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """What this terminal counts for ever: receipts, shifts, and the total of all its sales."""

    receipt_prefix: str
    last_receipt_no: int
    last_shift_no: int
    grand_total_minor: int


_ROW = [sale.c[name] for name in SaleRow.__slots__]
_one = Prepared(select(*_ROW).where(sale.c.sale_id == bindparam("id")))
_tally = Prepared(select(*(tally.c[name] for name in Tally.__slots__)))


def takings(payments: Iterable[Paid], change_minor: int) -> dict[str, int]:
    """Give what a sale leaves in the till by method: change goes out of the cash."""
    amounts: dict[str, int] = {}
    for paid in payments:
        amounts[paid.method] = amounts.get(paid.method, 0) + paid.amount_minor
    if change_minor:
        amounts[CASH] = amounts.get(CASH, 0) - change_minor
    return amounts


def held(payments: Iterable[Tendered], change_minor: int) -> dict[str, int]:
    """Give what a sale puts into the till by method: its takings, and the tips that came with them."""
    paid = tuple(payments)
    amounts = takings(paid, change_minor)
    for method, tip_minor in tips_by_method(paid).items():
        amounts[method] += tip_minor
    return amounts


def read_tally(connection: Connection) -> Tally | None:
    """Give the counters, None before the journal was opened."""
    row = _tally.first(connection)
    return Tally(*row) if row else None


def read_sale(connection: Connection, sale_id: str) -> SaleRow | None:
    """Give one sale."""
    row = _one.first(connection, id=sale_id)
    return SaleRow(*row) if row else None


def read_last(connection: Connection, shift_id: str) -> SaleRow | None:
    """Give the last sale of a shift that was not taken back."""
    query = select(*_ROW).where(sale.c.shift_id == shift_id, sale.c.voided_at.is_(None))
    row = connection.execute(query.order_by(sale.c.position.desc()).limit(1)).first()
    return SaleRow(*row) if row else None


def read_by_receipt(connection: Connection, receipt: str) -> SaleRow | None:
    """Give the newest sale with this receipt number."""
    query = select(*_ROW).where(sale.c.receipt == receipt).order_by(sale.c.position.desc()).limit(1)
    row = connection.execute(query).first()
    return SaleRow(*row) if row else None


def list_recent(connection: Connection, limit: int) -> list[SaleRow]:
    """Give the newest sales, newest first."""
    query = select(*_ROW).order_by(sale.c.position.desc()).limit(limit)
    return [SaleRow(*row) for row in connection.execute(query)]


def read_body(connection: Connection, sale_id: str) -> tuple[bytes, bytes] | None:
    """Give the sealed body and the hash of a sale's entry, for a reprint that shows what was sold, to the letter."""
    query = (select(journal.c.body, journal.c.hash).join(sale, sale.c.position == journal.c.position)).where(
        sale.c.sale_id == sale_id
    )
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def read_lines(connection: Connection, sale_id: str) -> list[Mapping[str, Any]]:
    """Give a sale's lines in order, as mappings of the columns."""
    query = select(sale_line).where(sale_line.c.sale_id == sale_id).order_by(sale_line.c.line_no)
    return [dict(row) for row in connection.execute(query).mappings()]


def read_taxes(connection: Connection, sale_id: str) -> list[Mapping[str, Any]]:
    """Give a sale's amounts by tax rate."""
    query = select(sale_tax).where(sale_tax.c.sale_id == sale_id).order_by(sale_tax.c.rate_ppm)
    return [dict(row) for row in connection.execute(query).mappings()]


def read_moves(connection: Connection, sale_id: str) -> list[Movement]:
    """Give the stock movements of a sale; what only movements of documents have is not kept of them."""
    columns = [movement.c[name] for name in Movement.__slots__ if name in movement.c]
    same_entry = (movement.c.incarnation == sale.c.incarnation) & (movement.c.seq == sale.c.seq)
    query = select(*columns).join(sale, same_entry).where(sale.c.sale_id == sale_id).order_by(movement.c.move_no)
    return [Movement(**row) for row in connection.execute(query).mappings()]


def read_takings(connection: Connection, sale_id: str) -> dict[str, int]:
    """Give what a sale put into the till by method, tips too."""
    tip = sale_tip.c.tip_minor
    query = select(payment.c.method, payment.c.amount_minor, func.coalesce(tip, 0).label("tip_minor"))
    same = (sale_tip.c.sale_id == payment.c.sale_id) & (sale_tip.c.payment_no == payment.c.payment_no)
    query = query.outerjoin(sale_tip, same).where(payment.c.sale_id == sale_id)
    change = connection.execute(select(sale.c.change_minor).where(sale.c.sale_id == sale_id)).scalar_one()
    return held(connection.execute(query).all(), change)


def list_touched(connection: Connection, limit: int) -> list[str]:
    """Name the goods that were sold most without a code, by touch or search, among the newest lines."""
    newest = select(sale_line.c.product_id, sale_line.c.code).order_by(literal_column("sale_line.rowid").desc())
    lines = newest.limit(TOUCHED_LINES).subquery()
    times = func.count()
    query = select(lines.c.product_id).where(lines.c.code == "").group_by(lines.c.product_id)
    return list(connection.execute(query.order_by(times.desc(), lines.c.product_id).limit(limit)).scalars())


def count_in_shift(connection: Connection, shift_id: str) -> tuple[int, int]:
    """Count a shift's sales that stand, and give their total in minor units."""
    query = select(sale.c.total_minor).where(sale.c.shift_id == shift_id, sale.c.voided_at.is_(None))
    totals = connection.execute(query).scalars().all()
    return len(totals), sum(totals)


def sum_after(connection: Connection, incarnation: str, seq: int) -> list[tuple[str, int]]:
    """Give per currency what the sales that were sealed after `seq` come to, less what was taken back after it."""
    body = cast(journal.c.body, Text)
    sale_id = func.json_extract(case((func.json_valid(body) == 1, body)), "$.sale_id")
    sign = case((journal.c.kind == "sale.completed", 1), else_=-1)
    query = (
        select(sale.c.currency, func.sum(sale.c.total_minor * sign))
        .select_from(journal.join(sale, sale.c.sale_id == sale_id))
        .where(journal.c.incarnation == incarnation, journal.c.seq > seq)
        .where(journal.c.kind.in_(("sale.completed", "sale.voided")))
        .group_by(sale.c.currency)
    )
    return [(currency, minor) for currency, minor in connection.execute(query)]
