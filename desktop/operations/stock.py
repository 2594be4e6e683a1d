"""Goods moved between places: received, put away, carried, shipped, put right. One document, one entry."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from desktop.domain.approval import GoodsAsked
from desktop.domain.counting_terms import worth_minor
from desktop.domain.ids import new_id
from desktop.domain.money import exponent
from desktop.domain.place import check_takes_goods
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import REASONS, GoodsMoved, check_moves, correction
from desktop.operations.permissions import permit, permit_asking
from desktop.operations.serials import check_brought
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import catalogue, neighbours, places, stock
from desktop.store.topics import Topic

OTHER_PLACE = {
    "received": "supplier",
    "counted": "lost_and_found",
    "damaged": "waste",
    "found": "lost_and_found",
    "lost": "lost_and_found",
}
"""Reason -> kind of the place from which goods come, or to which they go."""
NEEDS_APPROVAL = "staff.approval"
"""The refusal of what somebody else may allow."""
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

    Refusals of `check_moves`, `check_takes_goods`, `check_brought`, `stock.no_place`, `right.*`.
    """
    if document.moves or not document.deviations:
        check_moves(document.moves)
    require_open(connection)
    who, _ = permit(connection, terminal, person, right)
    require_places(connection, document)
    check_held(connection, terminal, document)
    check_brought(connection, document)
    terminal.record(connection, document, who)


def record_or_ask(
    connection: Connection,
    terminal: Terminal,
    person: Person | None,
    document: GoodsMoved,
    *,
    granter: Person | None = None,
    asks: bool = False,
    strict: bool = False,
) -> GoodsMoved:
    """Seal a document that writes goods off or puts stock right, inside the caller's transaction.

    Above the worth that the person may book alone `granter` lends the right for this once; without one it is refused,
    or with `asks` sealed as a document that waits and moves nothing; so it is for a reason that is `strict`. Gives the
    document as it was sealed.
    Refusals as `record_document`; that of `staff.approval` says the worth (`amount_minor`).
    """
    check_moves(document.moves)
    require_open(connection)
    require_places(connection, document)
    check_held(connection, terminal, document)
    check_brought(connection, document)
    worth, right = read_worth(connection, terminal, document), Right.ADJUST_STOCK
    try:
        who, lent = permit(connection, terminal, person, Right.ADJUST_STOCK, granter, amount_minor=worth)
        if strict:
            right = Right.WRITE_OFF_STRICT
            _, needed = permit(connection, terminal, person, right, granter)
            lent = lent or needed
    except Refusal as refusal:
        if refusal.code != NEEDS_APPROVAL:
            raise
        if not asks:
            refusal.facts["amount_minor"], refusal.facts["right"] = worth, right
            raise
        asking = permit_asking(connection, terminal, person, Right.ADJUST_STOCK)
        terminal.record(connection, GoodsAsked(document, worth), asking)
        return replace(document, waits=True)
    document = replace(document, granted_by=lent)
    terminal.record(connection, document, who)
    return document


def check_held(connection: Connection, terminal: Terminal, document: GoodsMoved) -> None:
    """Refuse to take more from a place than the books have there, where the shop forbids it. Refusal `stock.not_there`.

    What another shop has sent is there, whatever the books say."""
    if require_shop(connection, terminal).stock_terms.negative != "forbid":
        return
    taken = Counter[tuple[str, str, str]]()
    for move in document.moves:
        taken[move.product_id, move.from_place_id, move.lot] += move.quantity_milli
        taken[move.product_id, move.to_place_id, move.lot] -= move.quantity_milli
    for (product_id, place_id, lot), milli in taken.items():
        if milli > 0 and find_missing(connection, product_id, place_id, lot, milli):
            product, codes = catalogue.read_product(connection, product_id), places.read_tree(connection).places
            name, place = product.name if product else product_id, codes[place_id].code
            message = f"The books do not have that much of {name} at {place}."
            remedy = "Count the place first, or take less."
            raise Refusal("stock.not_there", message, remedy, facts={"name": name, "place": place})


def find_missing(connection: Connection, product_id: str, place_id: str, lot: str, milli: int) -> int:
    """Give how much (thousandths) the books lack at a place to take so much; 0 of places where nobody counts."""
    known = places.read_tree(connection).places.get(place_id)
    if known is None or known.kind not in stock.SEEN or known.kind == "transit":
        return 0
    held = {(row.place_id, row.lot): row.on_hand_milli for row in stock.read_book(connection, [product_id])}
    return max(milli - held.get((place_id, lot), 0), 0)


def read_worth(connection: Connection, terminal: Terminal, document: GoodsMoved) -> int:
    """Give what the goods of a document are worth in minor units, at the price of the catalogue, each way counted."""
    digits, worth = exponent(require_shop(connection, terminal).currency), 0
    for move in document.moves:
        product = catalogue.read_product(connection, move.product_id)
        worth += worth_minor(move.quantity_milli, product.price_e4, digits) if product else 0
    return worth


def require_places(connection: Connection, document: GoodsMoved) -> None:
    """Refuse a document about places that are not here, or take no goods. Refusals `stock.no_place`, `place.*`."""
    known, away = places.read_tree(connection).places, neighbours.name_transits(connection)
    for move in document.moves:
        if move.from_place_id not in known or move.to_place_id not in known.keys() | away.keys():
            raise _no_place()
    check_takes_goods([known[move.to_place_id] for move in document.moves if move.to_place_id not in away])


def _no_place() -> Refusal:
    return Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")


def adjust_stock(
    terminal: Terminal,
    person: Person | None,
    differences: Sequence[Difference],
    reason: str,
    note: str = "",
    *,
    asks: bool = False,
) -> GoodsMoved:
    """Write down that stock differs; with `asks` as `record_or_ask`.

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
        return record_or_ask(connection, terminal, person, document, asks=asks)


def count_difference(terminal: Terminal, product_id: str, place_id: str, counted_milli: int) -> Difference:
    """Give the difference between what was counted at a place and what the book says there now, whatever the lot."""
    with terminal.database.reading() as connection:
        book = sum(
            row.on_hand_milli for row in stock.read_on_hand(connection, [product_id]) if row.place_id == place_id
        )
    return Difference(product_id, place_id, counted_milli - book)
