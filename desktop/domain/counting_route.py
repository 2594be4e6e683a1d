"""The way of who counts for an order: which place comes next, and which goods are asked for there by name. Pure.

Nothing of what the book expects is in it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.domain.order import Order
from desktop.domain.picking_route import Spot, walk_key


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to count; `product_ids` are goods that are asked for by name, none where everything is counted.

    An empty place is wherever the goods are found.
    """

    place_id: str
    product_ids: tuple[str, ...] = ()

    def is_counted(self, place_ids: Collection[str], product_ids: Collection[str]) -> bool:
        """Whether its place was scanned, or without a place all of its goods."""
        return self.place_id in place_ids if self.place_id else set(self.product_ids) <= set(product_ids)


def make_route(order: Order, spots: Sequence[Spot]) -> tuple[Stop, ...]:
    """Give the places of what is still to be counted, as they are walked; places that nobody knows come last."""
    asked: dict[str, dict[str, None]] = {}
    everything: set[str] = set()
    for line in order.lines:
        if line.open_milli:
            goods = asked.setdefault(line.place_id, {})
            if line.product_id:
                goods[line.product_id] = None
            else:
                everything.add(line.place_id)
    way = {spot.place_id: at for at, spot in enumerate(sorted(spots, key=walk_key))}
    return tuple(
        Stop(place_id, () if place_id in everything else tuple(asked[place_id]))
        for place_id in sorted(asked, key=lambda place_id: way.get(place_id, len(way)))
    )


def list_left(route: Sequence[Stop], place_ids: Collection[str], product_ids: Collection[str]) -> tuple[Stop, ...]:
    """Give the stops that nobody has counted, beginning behind the place that was counted last."""
    counted = list(place_ids)
    at = next((at for at, stop in enumerate(route) if counted and stop.place_id == counted[-1]), -1) + 1
    return tuple(stop for stop in (*route[at:], *route[:at]) if not stop.is_counted(place_ids, product_ids))
