"""What a count sheet lists: places on their way, and the names of goods that are asked for or known to lie there."""

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.domain.counting_route import Stop, make_route
from desktop.domain.order import Order
from desktop.domain.picking_route import Spot, walk_key
from desktop.domain.place_label import is_like
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, places, stock

Goods = tuple[str, str, str]
"""Name, article number, lot."""


def list_sheet(terminal: Terminal, order: Order | None, patterns: Sequence[str]) -> list[tuple[str, list[Goods]]]:
    """Give places by code with what is to be counted there: those of an order, or whose codes are like a pattern.

    Refusal `count.no_sheet` where there is none.
    """
    with terminal.database.reading() as connection:
        tree = places.read_tree(connection)
        spots = [Spot(place.id, place.code, place.pick_sequence) for place in tree.places.values()]
        chosen = [spot for spot in spots if tree.places[spot.place_id].takes_goods and _fits(spot, patterns)]
        route = make_route(order, spots) if order else [Stop(spot.place_id) for spot in sorted(chosen, key=walk_key)]
        known = {spot.place_id: spot.code for spot in spots}
        listed = [(known[stop.place_id], _goods(connection, stop)) for stop in route if stop.place_id in known]
    if not listed:
        raise Refusal("count.no_sheet", "No place fits.", "Write for example A-01-*, or name an order to count.")
    return listed


def _fits(spot: Spot, patterns: Sequence[str]) -> bool:
    return any(is_like(spot.code, pattern) for pattern in patterns)


def _goods(connection: Connection, stop: Stop) -> list[Goods]:
    """Name what lies there as the book has it, by lot; of goods that are asked for by name those alone."""
    products = list(stop.product_ids) or stock.list_held_at(connection, stop.place_id)
    here = [row for row in stock.read_book(connection, products) if row.place_id == stop.place_id and row.on_hand_milli]
    lots = {product_id: [row.lot for row in here if row.product_id == product_id] for product_id in products}
    found = ((catalogue.read_product(connection, product_id), lots[product_id]) for product_id in products)
    asked = bool(stop.product_ids)
    return sorted(
        (product.name, product.sku, lot)
        for product, names in found
        if product
        for lot in (names or ([""] if asked else []))
    )
