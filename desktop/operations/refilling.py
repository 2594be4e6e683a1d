"""Pickings and the refills of pick faces that they wait for."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from desktop.domain.order import Order, OrderKind
from desktop.domain.refilling import faces_of, waits_for
from desktop.domain.refusal import Refusal
from desktop.store import orders, places, stock


def read_waits(connection: Connection, pickings: Sequence[Order]) -> Mapping[str, tuple[str, ...]]:
    """Give by id of an order the codes of the faces that it waits for, where it waits for any."""
    refills = [
        refill
        for refill in orders.list_open(connection, OrderKind.REFILL)
        if refill.lines and refill.target_place_id and not refill.is_done
    ]
    if not refills:
        return {}
    faces, tree = faces_of(refills), places.read_tree(connection)
    at = {face_id: {face_id, *(place.id for place in tree.list_inside(face_id))} for _, face_id in faces}
    book = stock.read_on_hand(connection, sorted({product_id for product_id, _ in faces}))
    held = {
        (product_id, face_id): sum(
            row.on_hand_milli for row in book if row.product_id == product_id and row.place_id in at[face_id]
        )
        for product_id, face_id in faces
    }
    found = {order.id: waits_for(order, refills, held) for order in pickings}
    return {
        order_id: tuple(tree.places[face].code for face in waits if face in tree.places)
        for order_id, waits in found.items()
        if waits
    }


def check_waits(connection: Connection, pickings: Sequence[Order]) -> None:
    """Refuse pickings whose goods are still being brought to their face. Refusal `order.waits`."""
    waits = read_waits(connection, pickings)
    order = next((order for order in pickings if order.id in waits), None)
    if order is not None:
        faces = ", ".join(waits[order.id])
        said = f"{order.number} waits for refill of {faces}."
        raise Refusal(
            "order.waits",
            said,
            "Do the refill first, or pick it at once from where the goods lie.",
            facts={"order": order.number, "faces": faces},
        )
