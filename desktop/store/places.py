"""The tree of places: what the centre tells, with the plates that this terminal met and carried since."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.place import PLATE, Place, Tree, make_tree
from desktop.store import stock
from desktop.store.place_tables import place_extra, plate, plate_move
from desktop.store.tables import lot
from desktop.store.tables import place as place_table
from desktop.store.tables import stock as stock_table

_decode = msgspec.json.Decoder(Place).decode


@dataclass(frozen=True, slots=True)
class _Carried:
    """Per incarnation the number up to which its entries are in a plate's parent."""

    moved: Mapping[str, int] = field(default_factory=dict)


_contained = msgspec.json.Decoder(_Carried).decode


_READ = "places read"
_MARK = """
SELECT file, (SELECT count(*) FROM plate), (SELECT count(*) FROM plate_move), (
    SELECT incarnation || seq || place_id || to_place_id FROM plate_move ORDER BY rowid DESC LIMIT 1)
FROM pragma_database_list WHERE name = 'r'
"""
"""What changes when places do: whether another connection wrote the replica, its file, and this till's own plates."""


def read_tree(connection: Connection) -> Tree:
    """Give the shop's places; a plate stands where this terminal put it, until the centre has heard of that.

    They are read again only when the replica or a plate has changed: every scan of a picking asks for them.
    """
    written = connection.exec_driver_sql("PRAGMA r.data_version").scalar_one()
    mark = (written, *connection.exec_driver_sql(_MARK).one())
    known: tuple[object, Tree] | None = connection.info.get(_READ)
    if known is None or known[0] != mark:
        known = mark, _read_tree(connection)
        connection.info[_READ] = known
    return known[1]


def _read_tree(connection: Connection) -> Tree:
    query = select(place_table, place_extra.c.content).outerjoin(place_extra, place_extra.c.id == place_table.c.id)
    places: dict[str, Place] = {}
    contained: dict[str, Mapping[str, int]] = {}
    for ident, code, name, kind, content in connection.execute(query):
        places[ident] = _decode(content) if content else Place(ident, code, name, kind)
        if kind == PLATE and content:
            contained[ident] = _contained(content).moved
    for ident, sscc, parent_id in connection.execute(select(plate)):
        places.setdefault(ident, Place(ident, sscc, sscc, PLATE, parent_id))
    for row in connection.execute(select(plate_move).order_by(plate_move.c.incarnation, plate_move.c.seq)):
        known = places.get(row.place_id)
        if known and row.seq > contained.get(row.place_id, {}).get(row.incarnation, 0):
            places[row.place_id] = replace(known, parent=row.to_place_id)
    return make_tree(places.values())


def find_place(connection: Connection, place_id: str) -> Place | None:
    """Give one place as the centre tells of it, None for one that it does not; quicker than the tree."""
    query = select(place_table, place_extra.c.content).outerjoin(place_extra, place_extra.c.id == place_table.c.id)
    row = connection.execute(query.where(place_table.c.id == place_id)).first()
    if row is None:
        return None
    return _decode(row.content) if row.content else Place(row.id, row.code, row.name, row.kind)


def read_content(connection: Connection, tree: Tree) -> dict[str, dict[tuple[str, str], int]]:
    """Give what lies in bins by product and lot, in thousandths; what stands on a plate counts where the plate is."""
    bins = {place.id: place.id for place in tree.places.values() if place.kind == "bin"}
    bins |= {place.id: place.parent for place in tree.places.values() if place.kind == PLATE and place.parent in bins}
    content: dict[str, dict[tuple[str, str], int]] = {}
    holding = select(place_table.c.id).where(place_table.c.kind.in_(("bin", PLATE)))
    loose = connection.execute(select(stock_table).where(stock_table.c.place_id.in_(holding)))
    lots = connection.execute(select(lot).where(lot.c.place_id.in_(holding)))
    told = [((row.product_id, row.place_id, ""), row.on_hand_milli) for row in loose]
    told += [((row.product_id, row.place_id, row.lot), row.on_hand_milli) for row in lots]
    for (product_id, place_id, lot_name), milli in (*told, *stock.read_own_moves(connection)):
        if place_id in bins:
            held = content.setdefault(bins[place_id], {})
            held[product_id, lot_name] = held.get((product_id, lot_name), 0) + milli
    return content
