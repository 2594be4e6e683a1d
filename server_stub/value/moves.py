"""A sale's moves on gift certificates, as lines of PostgreSQL's COPY."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sync.wire.facts import SaleCompleted

GIFT = "gift"
"""The method by which a certificate pays; its number is the payment's reference."""
ISSUED, RETURNED = "issued", "returned"
"""Kinds of moves: what a certificate was sold with, and what went out of it as money when it came back unused."""
GIFT_COLUMNS = {"gift_move": "sale_id, n, shop_id, number, kind, currency, amount_minor, occurred_at"}


@dataclass(slots=True)
class GiftRows:
    """The certificates that a run moves, and the holds that became payments, or money for what came back."""

    numbers: set[str] = field(default_factory=set)
    holds: set[str] = field(default_factory=set)


def gift_lines(sale: SaleCompleted, shop: str, occurred_at: str, rows: GiftRows) -> Iterator[str]:
    """Give a line for each certificate that was sold, came back for money, or has paid (or was paid back to); texts are
    escaped.
    """
    for n, line in enumerate(sale.lines, 1):
        if line.detail is not None and line.detail.gift and line.detail.serial:
            rows.numbers.add(line.detail.serial)
            number, kind = line.detail.serial, ISSUED if line.quantity_milli > 0 else RETURNED
            if line.detail.hold:
                rows.holds.add(line.detail.hold)
            yield f"{sale.sale_id}\t{n}\t{shop}\t{number}\t{kind}\t{sale.currency}\t{line.total_minor}\t{occurred_at}\n"
    for n, paid in enumerate(sale.payments, 1):
        if paid.method == GIFT and paid.reference:
            rows.numbers.add(paid.reference)
            if paid.hold:
                rows.holds.add(paid.hold)
            yield (
                f"{sale.sale_id}\t{-n}\t{shop}\t{paid.reference}\tredeemed\t{sale.currency}\t{-paid.amount_minor}\t"
                f"{occurred_at}\n"
            )
