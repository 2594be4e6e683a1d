"""Stock put right by a person: goods received, counted, damaged, found or lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import REASONS, Adjustment, correction
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.store import stock
from desktop.store.topics import Topic

OTHER_PLACE = {
    "received": "supplier",
    "counted": "lost_and_found",
    "damaged": "waste",
    "found": "lost_and_found",
    "lost": "lost_and_found",
}
"""Reason -> kind of the place from which goods come, or to which they go."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more (or, below zero, less) of a product a place holds than the book says, in thousandths."""

    product_id: str
    place_id: str
    difference_milli: int


def adjust_stock(
    terminal: Terminal, person: Person | None, differences: Sequence[Difference], reason: str, note: str = ""
) -> Adjustment:
    """Write down that stock differs.

    Refusals `stock.reason`, `stock.empty`, `stock.no_difference`, `stock.no_place`.
    """
    if reason not in REASONS:
        known = ", ".join(REASONS)
        raise Refusal("stock.reason", f"{reason} is not a reason.", f"Use one of: {known}.", field="reason")
    if not differences:
        raise Refusal("stock.empty", "Nothing was given to adjust.", "Scan something first.")
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK)
        places = stock.list_places(connection)
        other = next((place.id for place in places if place.kind == OTHER_PLACE[reason]), None)
        if other is None:
            raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")
        moves = tuple(correction(one.product_id, one.place_id, other, one.difference_milli) for one in differences)
        adjustment = Adjustment(new_id(terminal.clock.now()), reason, note.strip(), moves)
        terminal.record(connection, adjustment, who)
    return adjustment


def count_difference(terminal: Terminal, product_id: str, place_id: str, counted_milli: int) -> Difference:
    """Give the difference between what was counted at a place and what the book says there now."""
    with terminal.database.reading() as connection:
        book = {row.place_id: row.on_hand_milli for row in stock.read_on_hand(connection, [product_id])}
    return Difference(product_id, place_id, counted_milli - book.get(place_id, 0))
