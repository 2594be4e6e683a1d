"""Counting: what the scans of a count come to, and its difference from the book at each line's own moment. Pure.

A line's moment is that of the last scan of its goods at its place. What was sold or moved after that stays as it is, so
nobody has to stop selling: counted - book at that moment is right whenever it is posted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.order import Order, OrderLine
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, What, check_known, standing


@dataclass(frozen=True, slots=True)
class Contained:
    """Up to which number an incarnation's entries are in a book; `missing` ones below are not."""

    incarnation: str
    seq: int
    missing: tuple[int, ...] = ()


Book = tuple[Contained, ...]


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What was counted of one product and lot at one place, and what the book said at that moment, in thousandths."""

    product_id: str
    place_id: str
    counted_milli: int
    book_milli: int
    at: str
    book: int = 0
    lot: str = ""
    expiry: str = ""
    waits: bool = False

    @property
    def difference_milli(self) -> int:
        """More (or, below zero, less) than the book said."""
        return self.counted_milli - self.book_milli


@dataclass(frozen=True, slots=True)
class StockCounted:
    """A count that is finished; see `sync.wire.goods_facts.StockCounted`."""

    count_id: str
    other_place_id: str
    lines: tuple[CountedLine, ...]
    books: tuple[Book, ...]
    reference: str = ""
    note: str = ""
    zeroed: bool = False
    granted_by: str = ""
    order_id: str = ""
    order_lines: tuple[int, ...] = ()
    ends_order: bool = False
    looks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the scans of a count come to: `lines` in the order of their first scan, places that were scanned."""

    lines: tuple[CountedLine, ...] = ()
    place_ids: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def add_up(scans: Sequence[Scan]) -> Sheet:
    """Sum the scans by place, product and lot; each line has the moment and the book of its last scan."""
    lines: dict[tuple[str, str, str], CountedLine] = {}
    places: dict[str, None] = {}
    unknown: list[str] = []
    for scan in standing(scans):
        if scan.what is What.UNKNOWN:
            unknown.append(scan.code)
            continue
        places[scan.place_id] = None
        if scan.what is What.GOODS:
            key = (scan.place_id, scan.product_id, scan.lot)
            lines[key] = _with(lines.get(key), scan)
    return Sheet(tuple(lines.values()), tuple(places), tuple(unknown))


def _with(line: CountedLine | None, scan: Scan) -> CountedLine:
    counted = scan.quantity_milli + (line.counted_milli if line else 0)
    expiry = (line.expiry if line else "") or scan.expiry
    return CountedLine(scan.product_id, scan.place_id, counted, scan.book_milli, scan.at, scan.book, scan.lot, expiry)


def check_sheet(sheet: Sheet) -> None:
    """Refuse a sheet that is not finished. Refusals `task.unknown`, `count.empty`."""
    check_known(sheet.unknown)
    if not sheet.lines and not sheet.place_ids:
        raise Refusal("count.empty", "Nothing was counted.", "Scan a place and what lies there.")


def list_counted(order: Order, sheet: Sheet) -> tuple[OrderLine, ...]:
    """Give the lines of an order that a sheet has counted: their place was scanned, else their goods anywhere."""
    places, products = set(sheet.place_ids), {line.product_id for line in sheet.lines}
    return tuple(
        line for line in order.lines if (line.place_id in places if line.place_id else line.product_id in products)
    )


def is_asked(order: Order, counted: Sequence[OrderLine], place_id: str, product_id: str, lot: str) -> bool:
    """Whether lines that were counted ask for these goods by name: then those that nobody scanned are none.

    A line without a lot asks for every lot; in a recount, for the goods that have none.
    """
    exact = bool(order.not_by)
    return any(
        (line.place_id, line.product_id) == (place_id, product_id) and (line.lot == lot or not (line.lot or exact))
        for line in counted
    )


def check_counter(order: Order, person_id: str) -> None:
    """Refuse a recount by somebody who has counted the same before. Refusal `count.same_person`."""
    if person_id in order.not_by:
        raise Refusal("count.same_person", "Somebody else counts this once more.", "Leave it to a colleague.")
