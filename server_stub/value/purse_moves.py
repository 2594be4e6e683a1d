"""A sale's moves in its customer's purses, as lines of PostgreSQL's COPY."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sync.wire.facts import SaleCompleted
from sync.wire.purses import moves_of

PURSE_COLUMNS = {"purse_move": "sale_id, n, shop_id, customer_id, purse, currency, amount, occurred_at"}


@dataclass(slots=True)
class PurseRows:
    """The customers whose purses a run moves, those of them who spent, and the holds that became payments."""

    customers: set[str] = field(default_factory=set)
    spenders: set[str] = field(default_factory=set)
    holds: set[str] = field(default_factory=set)


def purse_lines(sale: SaleCompleted, shop: str, occurred_at: str, rows: PurseRows) -> Iterator[str]:
    """Give a line for each move; texts are escaped."""
    for move in moves_of(sale):
        rows.customers.add(move.customer_id)
        if move.n > 0 and move.amount < 0:
            rows.spenders.add(move.customer_id)
        if move.hold:
            rows.holds.add(move.hold)
        yield (
            f"{sale.sale_id}\t{move.n}\t{shop}\t{move.customer_id}\t{move.purse}\t{sale.currency}\t{move.amount}\t"
            f"{occurred_at}\n"
        )
