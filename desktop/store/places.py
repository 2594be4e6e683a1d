"""The tree of places: what the centre tells, with the plates that this terminal met and carried since."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.place import PLATE, Place, Tree, make_tree
from desktop.store import stock
from desktop.store.place_tables import place_extra, plate, plate_move
from desktop.store.tables import lot, movement
from desktop.store.tables import place as place_table
from desktop.store.tables import stock as stock_table

_decode = msgspec.json.Decoder(Place).decode


@dataclass(frozen=True, slots=True)
class _Carried:
    """Per incarnation the number up to which its entries are in a plate's parent."""

    moved: Mapping[str, int] = field(default_factory=dict)


_contained = msgspec.json.Decoder(_Carried).decode


def read_tree(connection: Connection) -> Tree:
    """Give the shop's places; a plate stands where this terminal put it, until the centre has heard of that."""
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


def read_content(connection: Connection, tree: Tree) -> dict[str, dict[tuple[str, str], int]]:
    """Give what lies in bins by product and lot, in thousandths; what stands on a plate counts where the plate is."""
    content: defaultdict[str, defaultdict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    bins = {place.id: place.id for place in tree.places.values() if place.kind == "bin"}
    bins |= {place.id: place.parent for place in tree.places.values() if place.kind == PLATE and place.parent in bins}
    for row in stock.read_book(connection, _list_products(connection, bins)):
        if row.place_id in bins and row.on_hand_milli:
            content[bins[row.place_id]][row.product_id, row.lot] += row.on_hand_milli
    return {place_id: dict(held) for place_id, held in content.items()}


def _list_products(connection: Connection, bins: Mapping[str, str]) -> list[str]:
    known = {
        product_id
        for table in (stock_table, lot)
        for product_id, place_id in connection.execute(select(table.c.product_id, table.c.place_id))
        if place_id in bins
    }
    moved = select(movement.c.product_id, movement.c.to_place_id)
    return sorted(known | {product_id for product_id, place_id in connection.execute(moved) if place_id in bins})
