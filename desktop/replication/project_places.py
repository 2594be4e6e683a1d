"""Plates at the terminal: which it met, and where it carried them."""

from sqlalchemy import Connection

from desktop.store import rows
from sync.chain import Header
from sync.wire.places import PlaceMade, PlaceMoved


def project_made(connection: Connection, position: int, header: Header, fact: PlaceMade) -> None:
    """Keep a plate; one that is known, because an entry was fetched back, stays as it is."""
    rows.add_plate(connection, fact.place_id, fact.sscc, fact.parent_id)


def project_moved(connection: Connection, position: int, header: Header, fact: PlaceMoved) -> None:
    """Keep where a plate was carried."""
    told = {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "place_id": fact.place_id,
        "from_place_id": fact.from_place_id,
        "to_place_id": fact.to_place_id,
        "document_id": fact.document_id,
    }
    rows.add(connection, "plate_move", [told])
