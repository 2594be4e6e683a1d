"""A serial number is one piece: it is sold once until it comes back, and comes in once until it has left."""

from sqlalchemy import Connection

from desktop.domain.refusal import Refusal
from desktop.domain.stock import GoodsMoved
from desktop.store import catalogue, places, serials, stock


def check_serial(connection: Connection, product_id: str, serial: str) -> None:
    """Refuse a piece that was sold at this till and has not come back (`serial.sold`)."""
    if serials.is_sold(connection, product_id, serial):
        raise Refusal(
            "serial.sold",
            f"The piece with serial number {serial} was sold here already.",
            "Look at the number again; a manager should know.",
            facts={"serial": serial},
        )


def check_new(connection: Connection, product_id: str, serial: str) -> None:
    """Refuse a piece from outside that the books have in the shop already (`serial.here`)."""
    place = stock.find_held(connection, product_id, serial)
    if place is not None:
        raise _here(serial, place.code)


def check_brought(connection: Connection, document: GoodsMoved) -> None:
    """Refuse a document that brings a piece from outside which is in the shop already (`serial.here`).

    The books are read once, however many pieces it brings.
    """
    sources = {move.from_place_id for move in document.moves if move.lot}
    outside = {source for source in sources if _is_outside(connection, source)}
    gone = {(move.product_id, move.lot) for move in document.moves if move.from_place_id not in outside}
    brought = [move for move in document.moves if move.from_place_id in outside and move.lot]
    goods = {name: catalogue.read_product(connection, name) for name in {move.product_id for move in brought}}
    numbered = {name for name, product in goods.items() if product is not None and product.extra.track_serials}
    new = {(move.product_id, move.lot) for move in brought if move.marks or move.product_id in numbered} - gone
    if not new:
        return
    inside = {place.id: place.code for place in stock.list_places(connection) if place.kind in stock.SEEN}
    for row in stock.read_book(connection, sorted({product_id for product_id, _ in new})):
        if (row.product_id, row.lot) in new and row.on_hand_milli > 0 and row.place_id in inside:
            raise _here(row.lot, inside[row.place_id])


def _here(serial: str, place: str) -> Refusal:
    said = f"The books have the piece {serial[:60]} already, at {place}."
    remedy = "Look at the number again; if the piece is not there, count that place first."
    return Refusal("serial.here", said, remedy, facts={"serial": serial[:60], "place": place})


def _is_outside(connection: Connection, place_id: str) -> bool:
    place = places.find_place(connection, place_id)
    return place is not None and place.kind not in stock.SEEN
