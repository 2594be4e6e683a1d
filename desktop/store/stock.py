"""Stock on hand: the centre's figure plus this terminal's own movements which that figure does not contain yet."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.store.tables import movement, place, product, projected, stock


@dataclass(frozen=True, slots=True)
class OnHand:
    """What one place holds of one product, in thousandths of its unit."""

    product_id: str
    place_id: str
    on_hand_milli: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place where goods can be."""

    id: str
    code: str
    name: str
    kind: str


def list_places(connection: Connection) -> list[PlaceRow]:
    """Give the shop's places in the order of their codes."""
    return [PlaceRow(*row) for row in connection.execute(select(place).order_by(place.c.code))]


def read_on_hand(connection: Connection, product_ids: Sequence[str]) -> list[OnHand]:
    """Give the stock of these products at every place that has or had some; virtual places outside are left out."""
    figures: dict[tuple[str, str], int] = {}
    query = select(stock.c.product_id, stock.c.place_id, stock.c.on_hand_milli)
    for row in connection.execute(query.where(stock.c.product_id.in_(product_ids))):
        figures[row.product_id, row.place_id] = row.on_hand_milli
    for product_id, place_id, quantity_milli in _own_moves(connection, product_ids):
        figures[product_id, place_id] = figures.get((product_id, place_id), 0) + quantity_milli
    inside = {row.id for row in list_places(connection) if row.kind in ("shelf", "receiving")}
    return [OnHand(*key, milli) for key, milli in sorted(figures.items()) if key[1] in inside]


def _own_moves(connection: Connection, product_ids: Sequence[str]) -> list[tuple[str, str, int]]:
    contained = {
        row.incarnation: (row.seq, frozenset(json.loads(row.missing))) for row in connection.execute(select(projected))
    }
    moves: list[tuple[str, str, int]] = []
    query = select(movement).where(movement.c.product_id.in_(product_ids))
    for row in connection.execute(query):
        seq, missing = contained.get(row.incarnation, (0, frozenset()))
        if row.seq > seq or row.seq in missing:
            moves.append((row.product_id, row.from_place_id, -row.quantity_milli))
            moves.append((row.product_id, row.to_place_id, row.quantity_milli))
    return moves


def list_stocked(connection: Connection, limit: int = 1000) -> list[str]:
    """Name the products that have stock rows, by SKU."""
    known = select(stock.c.product_id).distinct()
    query = select(product.c.id).where(product.c.id.in_(known)).order_by(product.c.sku).limit(limit)
    return list(connection.execute(query).scalars())
