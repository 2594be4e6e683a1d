"""Plates: met for the first time, and carried with all that is on them, each time one entry."""

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.domain.place import PLATE, PlateMade, PlateMoved, check_takes_goods, plate_id
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import places


def meet_plate(connection: Connection, terminal: Terminal, person: Person, sscc: str, parent_id: str) -> str:
    """Give the id of a plate, which stands at `parent_id` when nobody has met it before.

    Refusal `plate.unknown` for such a one without a place.
    """
    tree = places.read_tree(connection)
    known = plate_id(require_shop(connection, terminal).id, sscc)
    if known in tree.places:
        return known
    parent = tree.places.get(parent_id)
    if parent is None:
        raise Refusal(
            "plate.unknown", f"Nobody has met the plate {sscc} yet.", "Receive it first.", facts={"plate": sscc}
        )
    terminal.record(connection, PlateMade(known, sscc, parent.parent if parent.kind == PLATE else parent.id), person)
    return known


def record_plates(connection: Connection, terminal: Terminal, person: Person, carried: Sequence[PlateMoved]) -> None:
    """Seal where plates were carried; one that was put back where it stood has not moved.

    Refusals `plate.on_plate`, `place.no_goods`, `terminal.unenrolled`, `terminal.blocked`.
    """
    require_open(connection)
    for move in carried:
        tree = places.read_tree(connection)
        plate, target = tree.places[move.place_id], tree.places[move.to_place_id]
        if target.kind == PLATE:
            raise Refusal("plate.on_plate", "A plate cannot stand on another plate.", "Scan a bin.")
        check_takes_goods([target])
        if plate.parent != target.id:
            terminal.record(connection, PlateMoved(plate.id, plate.parent, target.id, move.document_id), person)
