"""Stock as a ledger: every change is a movement between two places, on hand is a sum, a document is the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.place import PlateMoved
from desktop.domain.refusal import Refusal

REASONS = ("received", "counted", "damaged", "found", "lost")
"""Why a person puts stock right."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A quantity of one product that goes from one place to another; always above zero.

    `lot` is what its goods are kept apart by: a lot, or the serial number of one piece. `expiry` is a date (ISO 8601).
    `order_line` is the line of the document's order that it is for, 0 for none.
    `cost_e4` is what a unit of received goods cost without tax, None when nobody says. `marks` are the codes of single
    pieces as they were scanned, byte for byte.
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


@dataclass(frozen=True, slots=True)
class Deviation:
    """What was not as ordered, in thousandths; `kind` and the rest as `sync.wire.goods_facts.Deviation`."""

    product_id: str
    quantity_milli: int
    kind: str
    reason: str = ""
    place_id: str = ""
    lot: str = ""
    instead_of: str = ""
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """Goods that were put elsewhere than was suggested, in thousandths."""

    product_id: str
    quantity_milli: int
    suggested_place_id: str
    chosen_place_id: str
    lot: str = ""


@dataclass(frozen=True, slots=True)
class WeightCheck:
    """How a parcel's weight was checked, in grams; as `sync.wire.goods_facts.WeightCheck`."""

    expected_milli: int
    tolerance_milli: int
    verdict: str
    accepted_by: str = ""
    reason: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoodsMoved:
    """What one document moves; `purpose` is a word of `sync.wire.goods_facts.GoodsMoved`.

    `order_id` is the order it is made for, `deviations` what was not as ordered; with `ends_order` nothing more comes.
    `began_at` (RFC 3339) is when work on it began, which took so many `scans`, and `refused` ones of something else.
    A parcel has a `weight_milli` (thousandths of a kilogram) when somebody weighed it, and how that was checked.
    `plates` were carried in the same task, each a fact of its own; a task of plates alone moves no goods.
    One that `waits` for an approval is asked for and has moved nothing yet.
    """

    document_id: str
    purpose: str
    moves: tuple[Movement, ...]
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
    plates: tuple[PlateMoved, ...] = ()
    waits: bool = False


def correction(product_id: str, place_id: str, other_place_id: str, difference_milli: int, lot: str = "") -> Movement:
    """The movement that adds a difference to a place, taken from or put to the other. Refusal `stock.no_difference`."""
    if difference_milli == 0:
        raise Refusal("stock.no_difference", "This changes nothing.", "Type a quantity other than zero.")
    source, target = (other_place_id, place_id) if difference_milli > 0 else (place_id, other_place_id)
    return Movement(product_id, source, target, abs(difference_milli), lot)


def check_moves(moves: Sequence[Movement]) -> None:
    """Refuse what is no movement. Refusals `stock.empty`, `stock.no_difference`, `stock.same_place`."""
    if not moves:
        raise Refusal("stock.empty", "Nothing was scanned.", "Scan something first.")
    if any(move.quantity_milli <= 0 for move in moves):
        raise Refusal("stock.no_difference", "This changes nothing.", "Type a quantity other than zero.")
    if any(move.from_place_id == move.to_place_id for move in moves):
        raise Refusal("stock.same_place", "The goods are there already.", "Scan another place.")
