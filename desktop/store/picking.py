"""Pickings in hand: the orders as they were told when somebody began with them, and what lies where they are picked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection, insert, select

from desktop.domain.order import Order, OrderKind
from desktop.domain.picking import Ground, wants_of
from desktop.domain.picking_route import Held, Spot
from desktop.domain.task import Task
from desktop.domain.task_step import FILLING
from desktop.store import places, stock
from desktop.store.held_lots import read_held_lots
from desktop.store.stock import OnHand
from desktop.store.task_tables import picking_task

PICKED_FROM = ("shelf", "bin", "plate")
"""Kinds of place that goods are fetched from, unless an order names another."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The orders that a picking is for, and whether each has a tote of its own."""

    orders: tuple[Order, ...]
    with_totes: bool = False


def keep(connection: Connection, task_id: str, begun: Begun) -> None:
    """Keep what a picking is for."""
    connection.execute(insert(picking_task).values(task_id=task_id, content=msgspec.json.encode(begun).decode()))


def read(connection: Connection, task_id: str) -> Begun:
    """Give what a picking in hand is for."""
    content = connection.execute(select(picking_task.c.content).where(picking_task.c.task_id == task_id)).scalar_one()
    return msgspec.json.decode(content, type=Begun)


def list_orders(connection: Connection, task: Task) -> tuple[str, ...]:
    """Give the ids of the orders that a task is for: a picking is for several at once."""
    if task.kind in FILLING:
        return tuple(order.id for order in read(connection, task.id).orders)
    return (task.order_id,)


def read_ground(connection: Connection, begun: Begun) -> Ground:
    """Give the places and what the book says lies there of the wanted goods.

    For a pick face they are fetched from everywhere else. What is held is as if it were not there.
    """
    wants = wants_of(begun.orders)
    named = {want.place_id for want in wants}
    tree = places.read_tree(connection)
    spots = {
        place.id: Spot(place.id, at.code, at.pick_sequence)
        for place in tree.places.values()
        for at in [tree.bin_of(place.id) or place]
        if (place.kind in PICKED_FROM and place.id not in tree.quarantined) or place.id in named
    }
    kept_back = read_held_lots(connection)
    book = [
        row
        for row in stock.read_on_hand(connection, sorted({want.product_id for want in wants}))
        if (row.product_id, row.lot) not in kept_back
    ]
    refill = begun.orders[0].kind is OrderKind.REFILL
    face_id = begun.orders[0].target_place_id if refill else ""
    held = [
        replace(row, face=at.is_face_of(row.product_id))
        for row in _held(book, spots)
        for at in [tree.bin_of(row.place_id)]
        if at and at.id != face_id
    ]
    return Ground(tuple(spots.values()), tuple(held), begun.with_totes, face_id)


def _held(book: Collection[OnHand], spots: Mapping[str, Spot]) -> tuple[Held, ...]:
    return tuple(
        Held(row.product_id, row.place_id, row.on_hand_milli, row.lot, row.expiry)
        for row in book
        if row.place_id in spots
    )
