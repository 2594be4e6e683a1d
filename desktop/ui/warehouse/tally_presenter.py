"""The scans of a task as they come: one row each, with the sum of its goods, without going over all of them again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.domain.product import Product
from desktop.domain.task import Scan, What
from desktop.operations.terminal import Terminal
from desktop.store import catalogue
from desktop.ui.warehouse.task_rows import ScanRow

_Goods = tuple[str, str, str]
"""Place (of a count, else empty), product, lot."""


@dataclass
class Tally:
    """What stands, the newest first; `sums` by place, product and lot in thousandths."""

    terminal: Terminal
    codes: dict[str, str]
    """Code of a place by its id."""
    by_place: bool = False
    """Whether goods are summed place by place."""
    rows: tuple[ScanRow, ...] = ()
    sums: dict[_Goods, int] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    _products: dict[str, Product | None] = field(default_factory=dict)

    def begin(self, scans: Iterable[Scan]) -> None:
        """Begin anew with scans that stand."""
        self.rows, self.sums, self.places = (), {}, {}
        rows = [self._row(scan) for scan in scans]
        self.rows = tuple(reversed(rows))

    def add(self, scan: Scan) -> None:
        """Take one more."""
        self.rows = (self._row(scan), *self.rows)

    def here(self, place_id: str) -> int:
        """How many different goods were counted at a place."""
        return sum(place == place_id for place, _, _ in self.sums)

    def unknown(self) -> int:
        """How many codes mean nothing yet."""
        return sum(row.what is What.UNKNOWN for row in self.rows)

    def name(self, product_id: str) -> str:
        """What goods are called."""
        product = self._product(product_id)
        return product.name if product else ""

    def unit(self, product_id: str) -> str:
        """The unit of goods."""
        product = self._product(product_id)
        return product.unit if product else ""

    def _row(self, scan: Scan) -> ScanRow:
        if scan.what is not What.GOODS:
            if scan.place_id and scan.what is not What.UNKNOWN:
                self.places[scan.place_id] = None
            name = "" if scan.what is What.UNKNOWN else self.codes.get(scan.place_id, scan.code)
            return ScanRow(scan.n, scan.what, scan.code, name, scan.quantity_milli)
        key = (scan.place_id if self.by_place else "", scan.product_id, scan.lot)
        self.sums[key] = self.sums.get(key, 0) + scan.quantity_milli
        product = self._product(scan.product_id)
        return ScanRow(
            scan.n,
            scan.what,
            scan.code,
            product.name if product else scan.code,
            scan.quantity_milli,
            product.unit if product else "",
            scan.lot,
            scan.expiry,
            product.extra.picture if product else "",
            self.sums[key],
        )

    def _product(self, product_id: str) -> Product | None:
        if product_id not in self._products:
            with self.terminal.database.reading() as connection:
                self._products[product_id] = catalogue.read_product(connection, product_id)
        return self._products[product_id]
