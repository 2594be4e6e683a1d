"""Stock on hand: the centre's figure plus this terminal's own movements which that figure does not contain yet."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select, union

from desktop.domain.counting import Book, Contained
from desktop.store import journal
from desktop.store.place_tables import plate
from desktop.store.tables import lot, movement, place, product, projected, stock

OUTSIDE = ("supplier", "customer", "repacking")
"""Kinds of place where nobody counts what is there."""
SEEN = ("shelf", "bin", "plate", "receiving", "packing", "transit", "quarantine")
"""Kinds of place whose goods a shop has, wherever on their way they are."""


@dataclass(frozen=True, slots=True)
class OnHand:
    """What one place holds of one product and lot, in thousandths of its unit; `expiry` as far as anybody told it."""

    product_id: str
    place_id: str
    on_hand_milli: int
    lot: str = ""
    expiry: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place where goods can be."""

    id: str
    code: str
    name: str
    kind: str


def list_places(connection: Connection) -> list[PlaceRow]:
    """Give the shop's places in the order of their codes, with the plates that were first met here."""
    told = {row.id: PlaceRow(*row) for row in connection.execute(select(place))}
    met = connection.execute(select(plate.c.place_id, plate.c.sscc))
    own = {ident: PlaceRow(ident, sscc, sscc, "plate") for ident, sscc in met}
    return sorted((own | told).values(), key=lambda row: row.code)


def find_kind(connection: Connection, kind: str) -> str | None:
    """Give the shop's first place of a kind, None when it has none."""
    query = select(place.c.id).where(place.c.kind == kind).order_by(place.c.code).limit(1)
    return connection.execute(query).scalar()


def read_on_hand(connection: Connection, product_ids: Sequence[str]) -> list[OnHand]:
    """Give the stock of these products by place and lot, where there is or was some; what nobody counts is left out."""
    inside = {row.id for row in list_places(connection) if row.kind in SEEN}
    figures = [row for row in read_book(connection, product_ids) if row.place_id in inside]
    return [row for row in figures if row.on_hand_milli or not row.lot]


def read_book(connection: Connection, product_ids: Sequence[str]) -> list[OnHand]:
    """Give what the books say of these products at every place, by product, place and lot."""
    figures: dict[tuple[str, str, str], int] = {}
    expiries: dict[tuple[str, str], str] = {}
    query = select(stock.c.product_id, stock.c.place_id, stock.c.on_hand_milli)
    for row in connection.execute(query.where(stock.c.product_id.in_(product_ids))):
        figures[row.product_id, row.place_id, ""] = row.on_hand_milli
    for row in connection.execute(select(lot).where(lot.c.product_id.in_(product_ids))):
        figures[row.product_id, row.place_id, row.lot] = row.on_hand_milli
        expiries[row.product_id, row.lot] = row.expiry
    for key, quantity_milli, expiry in _own_moves(connection, product_ids):
        figures[key] = figures.get(key, 0) + quantity_milli
        expiries.setdefault((key[0], key[2]), expiry)
    return [
        OnHand(product_id, place_id, milli, lot_name, expiries.get((product_id, lot_name), ""))
        for (product_id, place_id, lot_name), milli in sorted(figures.items())
    ]


def find_held(connection: Connection, product_id: str, lot_name: str) -> PlaceRow | None:
    """Give where in the shop the books have some of a lot, or the piece of this serial number; None where nowhere."""
    figures = Counter[str]()
    told = select(lot.c.place_id, lot.c.on_hand_milli).where(lot.c.product_id == product_id, lot.c.lot == lot_name)
    for row in connection.execute(told):
        figures[row.place_id] += row.on_hand_milli
    for (_, place_id, _), quantity_milli, _ in _own_moves(connection, [product_id], lot_name):
        figures[place_id] += quantity_milli
    here = {place_id for place_id, milli in figures.items() if milli > 0}
    known = list_places(connection) if here else []
    return next((row for row in known if row.id in here and row.kind in SEEN), None)


def _own_moves(
    connection: Connection, product_ids: Sequence[str], lot_name: str | None = None
) -> list[tuple[tuple[str, str, str], int, str]]:
    contained = read_projected(connection)
    moves: list[tuple[tuple[str, str, str], int, str]] = []
    query = select(movement).where(movement.c.product_id.in_(product_ids))
    if lot_name is not None:
        query = query.where(movement.c.lot == lot_name)
    for row in connection.execute(query):
        seq, missing = contained.get(row.incarnation, (0, frozenset()))
        if row.seq > seq or row.seq in missing:
            moves.append(((row.product_id, row.from_place_id, row.lot), -row.quantity_milli, row.expiry))
            moves.append(((row.product_id, row.to_place_id, row.lot), row.quantity_milli, row.expiry))
    return moves


def read_own_moves(connection: Connection) -> list[tuple[tuple[str, str, str], int]]:
    """Give what this terminal's movements take from places or bring there (product, place, lot; thousandths), those
    that the centre's figures do not contain yet."""
    contained = read_projected(connection)
    moves: list[tuple[tuple[str, str, str], int]] = []
    for incarnation in journal.list_incarnations(connection):
        seq, missing = contained.get(incarnation, (0, frozenset()))
        later = or_(movement.c.seq > seq, movement.c.seq.in_(sorted(missing)))
        for row in connection.execute(select(movement).where(movement.c.incarnation == incarnation, later)):
            moves.append(((row.product_id, row.from_place_id, row.lot), -row.quantity_milli))
            moves.append(((row.product_id, row.to_place_id, row.lot), row.quantity_milli))
    return moves


def read_projected(connection: Connection) -> dict[str, tuple[int, frozenset[int]]]:
    """Per incarnation the number up to which its entries are in the centre's figures, and those below that are not."""
    told = connection.execute(select(projected))
    return {row.incarnation: (row.seq, frozenset(json.loads(row.missing))) for row in told}


def read_contained(connection: Connection) -> Book:
    """Say which entries the books of this terminal contain: all its own, and of others what the centre's figures do."""
    own = journal.list_incarnations(connection)
    whole = {name: Contained(name, journal.read_last_seq(connection, name)) for name in own}
    told = {
        row.incarnation: Contained(row.incarnation, row.seq, tuple(json.loads(row.missing)))
        for row in connection.execute(select(projected))
    }
    return tuple(part for _, part in sorted((told | whole).items()))


def list_held_at(connection: Connection, place_id: str) -> list[str]:
    """Name the products of which a place has or had some, as far as the books know."""
    moved = movement.c.product_id
    here = (movement.c.from_place_id == place_id) | (movement.c.to_place_id == place_id)
    known = union(
        select(stock.c.product_id).where(stock.c.place_id == place_id),
        select(lot.c.product_id).where(lot.c.place_id == place_id),
        select(moved).where(here),
    )
    return sorted(connection.execute(known).scalars())


def list_stocked(connection: Connection, limit: int = 1000) -> list[str]:
    """Name the products that have stock rows, by SKU."""
    known = select(stock.c.product_id).union(select(lot.c.product_id))
    query = select(product.c.id).where(product.c.id.in_(known)).order_by(product.c.sku).limit(limit)
    return list(connection.execute(query).scalars())
