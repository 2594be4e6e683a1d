"""Pickings that wait until goods were brought to the face where they are picked. Pure.

Everything is read from what this terminal knows itself, so a picking goes on as soon as the refill was done here or
heard of. A book that somebody found wrong is not believed until the refill is done.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.domain.order import Order, OrderKind

Faces = Mapping[tuple[str, str], int]
"""(product, face) -> what the book says lies there, in thousandths."""


def faces_of(refills: Sequence[Order]) -> list[tuple[str, str]]:
    """Give the product and the face of every open refill."""
    return [(line.product_id, refill.target_place_id) for refill in refills for line in refill.lines[:1]]


def waits_for(order: Order, refills: Sequence[Order], held: Faces) -> tuple[str, ...]:
    """Give the ids of the faces that a picking waits for; none for one that is wanted at once.

    It waits where it wants more of the goods of a face than lie there, and they are being brought.
    """
    if order.kind is not OrderKind.PICKING or order.at_once:
        return ()
    wanted: Counter[tuple[str, str]] = Counter()
    for line in order.lines:
        wanted[line.product_id, line.place_id] += line.open_milli
    found = []
    for refill, (product_id, face_id) in zip(refills, faces_of(refills), strict=True):
        milli = wanted[product_id, ""] + wanted[product_id, face_id]
        if milli and (refill.missed or held.get((product_id, face_id), 0) < milli):
            found.append(face_id)
    return tuple(found)
