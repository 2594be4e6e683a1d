"""Bodies of entries about goods in the warehouse: every document is a reason for movements between places."""

from msgspec import Struct


class GoodsMove(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A quantity (thousandths, above zero) of one product that went from one place to another.

    `lot` is what the ledger keeps the goods apart by: a lot, or the serial number of one piece; empty for goods that
    are all alike. `expiry` is a date (ISO 8601), empty when nobody told it. `order_line` is the line of the document's
    order that it is for, 0 for none. `cost_e4` is what a unit of received goods cost without tax, None when not told.
    `marks` are the codes of single pieces as they were scanned, byte for byte.
    """

    product_id: str
    from_place_id: str
    to_place_id: str
    quantity_milli: int
    lot: str = ""
    expiry: str = ""
    order_line: int = 0
    cost_e4: int | None = None
    marks: tuple[str, ...] = ()


class Deviation(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """What was not as ordered, in thousandths: `kind` is short, over, damaged, wrong or substituted; `reason` says why.

    `instead_of` is the product that was ordered where another one was taken. `photos` (`sync.wire.photos`) are named by
    their SHA-256 in hexadecimal; they come after the entry, and are no part of what is hashed.
    """

    product_id: str
    quantity_milli: int
    kind: str
    reason: str = ""
    place_id: str = ""
    lot: str = ""
    instead_of: str = ""
    photos: tuple[str, ...] = ()


class Override(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """Goods were put elsewhere than was suggested; the quantity in thousandths."""

    product_id: str
    quantity_milli: int
    suggested_place_id: str
    chosen_place_id: str
    lot: str = ""


class WeightCheck(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """How the weight of a parcel was checked, in thousandths of a kilogram.

    `expected_milli` is what the goods weigh whose weight is known; of the products `unknown` nobody knows it.
    `verdict`: right (all are known, and it is within `tolerance_milli` of them), unchecked (some are not known, and it
    is no lighter than the known ones), accepted (it cannot be, and `accepted_by`, a person, said for this `reason`
    that it is right all the same: packaging, catalogue, counted, scale or a person's own words), off (it cannot be, and
    nobody is known to have said so).
    """

    expected_milli: int
    tolerance_milli: int
    verdict: str
    accepted_by: str = ""
    reason: str = ""
    unknown: tuple[str, ...] = ()


class GoodsMoved(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """What one document moved; `purpose` is received, moved, put_away, written_off, supplier_return, adjusted,
    shipped, repacked, sent (to another shop), or of goods that another shop sent: arrived, lost, never_sent.

    `reference` is what people know the document by (an order, a delivery note), `reason` and `note` say why goods were
    put right, `granted_by` is the person who lent the entry's actor the right for this once. `order_id` is the order it
    was made for; with `ends_order` nothing more comes, whatever is missing.
    `began_at` (RFC 3339) is when work on it began, which took so many `scans`, and `refused` ones of something else.
    A parcel (shipped for an order) has a `weight_milli`, thousandths of a kilogram, when somebody weighed it, and a
    `weight_check`, which older versions do not tell.
    """

    document_id: str
    purpose: str
    moves: tuple[GoodsMove, ...]
    reference: str = ""
    reason: str = ""
    note: str = ""
    granted_by: str = ""
    order_id: str = ""
    ends_order: bool = False
    deviations: tuple[Deviation, ...] = ()
    overrides: tuple[Override, ...] = ()
    began_at: str = ""
    scans: int = 0
    refused: int = 0
    weight_milli: int = 0
    weight_check: WeightCheck | None = None


REPACKED = "repacked"
"""Purpose of a document that makes goods of others: those go to the place of repacking, these come from it."""
NEVER_SENT = "never_sent"
"""Purpose of a document that takes back from an order what arrived and nobody had sent."""


def done_by_line(fact: GoodsMoved) -> dict[int, int]:
    """Give what a document did of its order by line, in thousandths: the same at both ends."""
    sign, done_milli = -1 if fact.purpose == NEVER_SENT else 1, dict[int, int]()
    for move in fact.moves:
        if move.order_line:
            done_milli[move.order_line] = done_milli.get(move.order_line, 0) + sign * move.quantity_milli
    return done_milli


class Contained(Struct, gc=False, frozen=True, array_like=True):
    """Up to which number an incarnation's entries were in the terminal's book; `missing` ones below were not."""

    incarnation: str
    seq: int
    missing: tuple[int, ...] = ()


class CountedLine(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody counted of one product and lot at one place; quantities in thousandths.

    `at` is the moment of the last scan of it (RFC 3339), `book` the place in `StockCounted.books` of what the
    terminal's book contained then, and `book_milli` what that book said: the sum of the movements that it contained.
    What moved later stays as it is, so the difference is `counted_milli` - `book_milli`, whenever it is posted.
    A line that `waits` is above what the shop lets pass: nothing moves before a person has decided.
    """

    product_id: str
    place_id: str
    counted_milli: int
    book_milli: int
    at: str
    book: int = 0
    lot: str = ""
    expiry: str = ""
    waits: bool = False


class StockCounted(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A count: lines without a difference are proof, too. Differences come from `other_place_id` or go there.

    `zeroed` tells that what was not scanned at the counted places was counted as none, by explicit choice.
    `order_lines` are the lines of the order that were counted; with `ends_order` nothing more is counted for it.
    `looks` are places that somebody wants counted and has not counted: the centre orders a count of them.
    """

    count_id: str
    other_place_id: str
    lines: tuple[CountedLine, ...]
    books: tuple[tuple[Contained, ...], ...]
    reference: str = ""
    note: str = ""
    zeroed: bool = False
    granted_by: str = ""
    order_id: str = ""
    order_lines: tuple[int, ...] = ()
    ends_order: bool = False
    looks: tuple[str, ...] = ()


def count_moves(fact: StockCounted) -> list[GoodsMove]:
    """Give the movements that put the book level with a count, without those of lines that wait."""
    return [
        settle(line, fact.other_place_id, line.counted_milli - line.book_milli)
        for line in fact.lines
        if line.counted_milli != line.book_milli and not line.waits
    ]


def settle(line: CountedLine, other_place_id: str, milli: int) -> GoodsMove:
    """Give the movement that brings so many thousandths, not 0, to a line's place, or (below zero) takes them."""
    source, target = (other_place_id, line.place_id) if milli > 0 else (line.place_id, other_place_id)
    return GoodsMove(
        product_id=line.product_id,
        from_place_id=source,
        to_place_id=target,
        quantity_milli=abs(milli),
        lot=line.lot,
        expiry=line.expiry,
    )
