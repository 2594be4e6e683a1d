"""What a terminal says that it sold, and what the centre says: the same, or something was lost or doubled."""

from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection

from desktop.domain.money import parse_money
from desktop.store.database import Database

_KEPT = """
SELECT s.currency, sum(p.paid - s.change_minor) FROM sale s
JOIN (SELECT sale_id, sum(amount_minor) AS paid FROM payment GROUP BY sale_id) p USING (sale_id)
WHERE s.voided_at IS NULL GROUP BY s.currency
"""


@dataclass(frozen=True)
class Figures:
    """Counts over everything, and payments kept by currency in minor units, as the centre's `stats` counts."""

    entries: int
    sales: int
    movements: int
    payments_minor: dict[str, int]

    def since(self, before: Self) -> "Figures":
        """Give what has come since then."""
        paid = {name: minor - before.payments_minor.get(name, 0) for name, minor in self.payments_minor.items()}
        return Figures(
            self.entries - before.entries,
            self.sales - before.sales,
            self.movements - before.movements,
            {name: minor for name, minor in paid.items() if minor},
        )


def terminal_figures(database: Database) -> Figures:
    """Count what a terminal's own database holds."""
    with database.reading() as connection:
        paid = connection.exec_driver_sql(_KEPT).all()
        return Figures(
            _count(connection, "journal"),
            _count(connection, "sale"),
            _count(connection, "movement"),
            {currency: minor for currency, minor in paid if minor},
        )


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def centre_figures(stats: dict[str, Any]) -> Figures:
    """Take the same out of what `eckwms-server stats --json` prints."""
    paid = {currency: parse_money(amount, currency).minor for currency, amount in stats["payments"].items()}
    return Figures(stats["entries"], stats["sales"], stats["movements"], paid)
