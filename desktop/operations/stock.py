"""Goods moved between places: received, put away, carried, shipped, put right. One document, one entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.domain.ids import new_id
from desktop.domain.place import check_takes_goods
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import REASONS, GoodsMoved, check_moves, correction
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.store import neighbours, places, stock
from desktop.store.topics import Topic

OTHER_PLACE = {
    "received": "supplier",
    "counted": "lost_and_found",
    "damaged": "waste",
    "found": "lost_and_found",
    "lost": "lost_and_found",
}
"""Reason -> kind of the place from which goods come, or to which they go."""
PURPOSE = {"received": "received", "damaged": "written_off"}
"""Reason -> what the document is for; everything else is an adjustment."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more (or, below zero, less) of a product a place holds than the book says, in thousandths."""

    product_id: str
    place_id: str
    difference_milli: int
    lot: str = ""


def record_document(
    connection: Connection, terminal: Terminal, person: Person | None, document: GoodsMoved, right: Right
) -> None:
    """Seal what a document moves, inside the caller's transaction.

    Refusals of `check_moves`, `check_takes_goods`, `stock.no_place`, `right.*`.
    """
    if document.moves or not document.deviations:
        check_moves(document.moves)
    require_open(connection)
    who, _ = permit(connection, terminal, person, right)
    _require_places(connection, document)
    terminal.record(connection, document, who)


def _require_places(connection: Connection, document: GoodsMoved) -> None:
    known, away = places.read_tree(connection).places, neighbours.name_transits(connection)
    for move in document.moves:
        if move.from_place_id not in known or move.to_place_id not in known.keys() | away.keys():
            raise _no_place()
    check_takes_goods([known[move.to_place_id] for move in document.moves if move.to_place_id not in away])


def _no_place() -> Refusal:
    return Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")


def adjust_stock(
    terminal: Terminal, person: Person | None, differences: Sequence[Difference], reason: str, note: str = ""
) -> GoodsMoved:
    """Write down that stock differs.

    Refusals `stock.reason`, `stock.empty`, `stock.no_difference`, `stock.no_place`.
    """
    if reason not in REASONS:
        known = ", ".join(REASONS)
        raise Refusal("stock.reason", f"{reason} is not a reason.", f"Use one of: {known}.", field="reason")
    with terminal.database.reading() as connection:
        other = stock.find_kind(connection, OTHER_PLACE[reason])
    if other is None:
        raise _no_place()
    moves = tuple(correction(one.product_id, one.place_id, other, one.difference_milli, one.lot) for one in differences)
    purpose = PURPOSE.get(reason, "adjusted")
    document = GoodsMoved(new_id(terminal.clock.now()), purpose, moves, reason=reason, note=note.strip())
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        record_document(connection, terminal, person, document, Right.ADJUST_STOCK)
    return document


def count_difference(terminal: Terminal, product_id: str, place_id: str, counted_milli: int) -> Difference:
    """Give the difference between what was counted at a place and what the book says there now, whatever the lot."""
    with terminal.database.reading() as connection:
        book = sum(
            row.on_hand_milli for row in stock.read_on_hand(connection, [product_id]) if row.place_id == place_id
        )
    return Difference(product_id, place_id, counted_milli - book)
