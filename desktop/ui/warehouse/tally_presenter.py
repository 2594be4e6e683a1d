"""The scans of a task as they come: one row each, with the sum of its goods, without going over all of them again."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.domain.money import parse_quantity_milli
from desktop.domain.product import WHOLE_UNITS, Found, Product, is_too_soon
from desktop.domain.refusal import Refusal
from desktop.domain.task import MARKS, OF_GOODS, PART, Scan, What
from desktop.operations.terminal import Terminal
from desktop.store import catalogue
from desktop.ui.warehouse.task_rows import Look, ScanRow

MOST_TIMES_MILLI = 99_999_000
_Goods = tuple[str, str, str]
"""Place (of a count, else empty), product, lot."""
MADE = ("", "made")
"""What stands for the place of goods: those that were made of others are no more of the same."""


@dataclass
class Tally:
    """What stands, the newest first; `sums` by place, product and lot in thousandths."""

    terminal: Terminal
    codes: dict[str, str]
    """Code of a place by its id."""
    by_place: bool = False
    """Whether goods are summed place by place."""
    wanted: dict[str, int] = field(default_factory=dict)
    """What the order wants by product, in thousandths."""
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

    def total(self, product_id: str) -> int:
        """How much there is of goods, whatever the place and lot."""
        return sum(milli for (_, product, _), milli in self.sums.items() if product == product_id)

    def unknown(self) -> int:
        """How many codes mean nothing yet."""
        return sum(row.what is What.UNKNOWN for row in self.rows)

    def doubt(self, found: Found, today: date, *, comes: bool = False) -> Look:
        """What is odd about goods that were taken; `comes` when they are new in the shop."""
        extra, wanted = found.product.extra, self.wanted
        if wanted and found.product.id not in wanted:
            return "unordered"
        if wanted and self.total(found.product.id) > wanted[found.product.id]:
            return "over"
        until = found.keeps_until
        if until is not None and until < today:
            return "expired"
        if comes and until is not None and is_too_soon(found.product, until, today):
            return "too_soon"
        if extra.track_serials and not found.serial:
            return "no_serial"
        return "no_lot" if extra.track_lots and not found.lot else ""

    def more(self) -> Found | None:
        """The goods of the newest scan of any, as one piece more of them: of a numbered piece there is no other."""
        row = next((row for row in self.rows if row.what in OF_GOODS), None)
        product = self._product(row.product_id) if row else None
        if row is None or product is None:
            return None
        serial = row.lot if product.extra.track_serials else ""
        lot = "" if serial else row.lot
        return Found(
            product, row.code, expiry=date.fromisoformat(row.expiry) if row.expiry else None, lot=lot, serial=serial
        )

    def name(self, product_id: str) -> str:
        """What goods are called."""
        product = self._product(product_id)
        return product.name if product else ""

    def unit(self, product_id: str) -> str:
        """The unit of goods."""
        product = self._product(product_id)
        return product.unit if product else ""

    def _row(self, scan: Scan) -> ScanRow:
        if scan.what in MARKS:
            name = self.name(scan.product_id)
            return ScanRow(scan.n, scan.what, scan.code, name, scan.quantity_milli, self.unit(scan.product_id))
        if scan.what is What.PHOTO:
            return ScanRow(scan.n, scan.what, "", self.name(scan.product_id), picture=scan.code)
        if scan.what not in OF_GOODS:
            if scan.place_id and scan.what is not What.UNKNOWN:
                self.places[scan.place_id] = None
            unknown = scan.what is What.UNKNOWN  # of a case its goods are known
            name = self.name(scan.product_id) if unknown else self.codes.get(scan.place_id, scan.code)
            return ScanRow(scan.n, scan.what, scan.code, name, scan.quantity_milli)
        key = (scan.place_id if self.by_place else MADE[scan.what is What.MADE], scan.product_id, scan.lot)
        self.sums[key] = self.sums.get(key, 0) + scan.quantity_milli
        product = self._product(scan.product_id)
        return ScanRow(
            scan.n,
            scan.what,
            "" if scan.code == PART else scan.code,
            product.name if product else scan.code,
            scan.quantity_milli,
            product.unit if product else "",
            scan.lot,
            scan.expiry,
            product.extra.picture if product else "",
            self.sums[key],
            self.wanted.get(scan.product_id, 0),
            scan.product_id,
            scan.pack_milli,
        )

    def _product(self, product_id: str) -> Product | None:
        if product_id not in self._products:
            with self.terminal.database.reading() as connection:
                self._products[product_id] = catalogue.read_product(connection, product_id)
        return self._products[product_id]


def typed_milli(typed: str) -> int:
    """Read how many somebody typed, in thousandths. Refusals `quantity.too_small` and those of a number."""
    milli = parse_quantity_milli(typed)
    if not 0 < milli <= MOST_TIMES_MILLI:
        raise Refusal("quantity.too_small", "A quantity must be more than zero.", "Remove the line instead.")
    return milli


def measure(found: Found, times_milli: int | None) -> tuple[Found, int]:
    """Give the goods and how often they count; of what is measured the typed quantity is the measure.

    Refusal `quantity.pieces`.
    """
    if times_milli is None:
        return found, 1
    whole = times_milli % 1000 == 0
    if whole and not (found.product.weighed and not found.quantity_milli):
        return found, times_milli // 1000
    if found.product.unit in WHOLE_UNITS or found.quantity_milli or found.serial:
        raise Refusal("quantity.pieces", "This is sold in whole pieces.", "Use a whole number.")
    return replace(found, quantity_milli=times_milli), 1
