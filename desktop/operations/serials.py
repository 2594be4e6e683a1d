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
        said = f"The books have the piece {serial[:60]} already, at {place.code}."
        remedy = "Look at the number again; if the piece is not there, count that place first."
        raise Refusal("serial.here", said, remedy, facts={"serial": serial[:60], "place": place.code})


def check_brought(connection: Connection, document: GoodsMoved) -> None:
    """Refuse a document that brings a piece from outside which is in the shop already (`serial.here`)."""
    sources = {move.from_place_id for move in document.moves if move.lot}
    outside = {source for source in sources if _is_outside(connection, source)}
    gone = {(move.product_id, move.lot) for move in document.moves if move.from_place_id not in outside}
    for move in document.moves:
        if move.from_place_id in outside and move.lot and (move.product_id, move.lot) not in gone:
            product = catalogue.read_product(connection, move.product_id)
            if move.marks or (product is not None and product.extra.track_serials):
                check_new(connection, move.product_id, move.lot)


def _is_outside(connection: Connection, place_id: str) -> bool:
    place = places.find_place(connection, place_id)
    return place is not None and place.kind not in stock.SEEN
