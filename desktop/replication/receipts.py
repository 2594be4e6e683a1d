"""A receipt put together from what is known of it: this terminal's journal, the shop's feed, the centre's answer."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec
from sqlalchemy import Connection

from desktop.domain.returning import Receipt, SoldLine, with_taken
from desktop.store import returns, sales
from sync.wire import receipts as wire
from sync.wire.facts import SaleCompleted, SaleLine

_SEALED = msgspec.json.Decoder(SaleCompleted)
_PUBLISHED = msgspec.msgpack.Decoder(wire.Receipt)
_SOLD = tuple(name for name in SoldLine.__dataclass_fields__ if name != "gift")


def find_receipt(connection: Connection, number: str) -> Receipt | None:
    """Give a receipt of this terminal, or of another one as the centre published it, by its number."""
    own = sales.read_by_receipt(connection, number)
    if own is not None:
        return read_receipt(connection, own.sale_id)
    told = _told(returns.read_published_by_number(connection, number))
    return _with_own(connection, told_receipt(told)) if told and not told.own else None


def read_receipt(connection: Connection, sale_id: str) -> Receipt | None:
    """Give a receipt by the id of its sale, with all that is known here of what came back.

    None for one of this terminal that is not in its journal any more: the centre tells it only what came back.
    """
    told = _told(returns.read_published(connection, sale_id))
    sealed = _sealed(connection, sale_id)
    if sealed is None:
        return _with_own(connection, told_receipt(told)) if told and not told.own else None
    if told is not None:
        published = told_receipt(told)
        sealed = replace(sealed, taken=published.taken, voided=sealed.voided or published.voided)
    return _with_own(connection, sealed)


def told_receipt(answer: wire.Receipt) -> Receipt:
    """Give the receipt that the centre answered with."""
    return msgspec.convert(answer, Receipt, from_attributes=True)


def joined_receipt(connection: Connection, told: Receipt) -> Receipt:
    """Give the receipt that the centre told, and with it what only this terminal knows yet."""
    known = read_receipt(connection, told.sale_id)
    if known is None:
        return _with_own(connection, told)
    return replace(told, taken=with_taken(told.taken, known.taken), voided=told.voided or known.voided)


def _told(content: bytes | None) -> wire.Receipt | None:
    return _PUBLISHED.decode(content) if content is not None else None


def _with_own(connection: Connection, receipt: Receipt) -> Receipt:
    return replace(receipt, taken=with_taken(receipt.taken, returns.list_taken(connection, receipt.sale_id)))


def _sealed(connection: Connection, sale_id: str) -> Receipt | None:
    row, sealed = sales.read_sale(connection, sale_id), sales.read_body(connection, sale_id)
    if row is None or sealed is None:
        return None
    fact = _SEALED.decode(sealed[0])
    return Receipt(
        sale_id=fact.sale_id,
        receipt=fact.receipt,
        occurred_at=row.occurred_at,
        currency=fact.currency,
        tax_inclusive=fact.tax_inclusive,
        lines=tuple(_sold(line) for line in fact.lines if line.quantity_milli > 0),
        paid=_positive(sales.takings(fact.payments, fact.change_minor).items()),
        voided=row.voided_at is not None,
        points=max(0, fact.points),
        customer_id=fact.customer_id,
    )


def _sold(line: SaleLine) -> SoldLine:
    gift = line.detail.serial if line.detail is not None and line.detail.gift else ""
    return SoldLine(**{name: getattr(line, name) for name in _SOLD}, gift=gift)


def _positive(takings: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((method, amount) for method, amount in takings if amount > 0))
