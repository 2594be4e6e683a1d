"""The way of a count that an order wants, as its screen tells it: where to go, what is asked for, what is left."""

from collections.abc import Sequence
from typing import Any

from desktop.domain.counting_route import Stop, list_left
from desktop.domain.task_step import Next, Step
from desktop.ui.warehouse.tally_presenter import Tally


class CountWay:
    """The stops of an order; without any, nothing is told but what the step itself suggests."""

    def __init__(self, route: Sequence[Stop] = ()) -> None:
        self._route = tuple(route)

    @property
    def is_by_name(self) -> bool:
        """Whether all that is asked for are goods by name."""
        return bool(self._route) and all(stop.product_ids for stop in self._route)

    def tell(self, step: Step, tally: Tally) -> dict[str, Any]:
        """Give what the screen shows of the way at this step."""
        if not self._route:
            told = {"suggested": step.suggested_id, "into": step.into_id}
            codes = {name: tally.codes.get(place_id, "") for name, place_id in told.items()}
            return codes | {"part_milli": step.part_milli}
        left = self._left(tally)
        following = tally.codes.get(left[0].place_id, "") if left else ""
        is_there = step.next is not Next.PLACE
        here = next((stop for stop in self._route if is_there and stop.place_id == step.place_id), None)
        asked = here if is_there else next(iter(left), None)
        return {
            "suggested": "" if is_there else following,
            "then": following if is_there else "",
            "asks": tuple(map(tally.name, asked.product_ids)) if asked else (),
            "stops": len(self._route),
            "stops_done": len(self._route) - len(left),
        }

    def tell_left(self, tally: Tally) -> tuple[tuple[str, int, str], ...]:
        """Give what is not counted yet in words: a place with the goods that are asked for there."""
        return tuple((self._name(stop, tally), 0, "") for stop in self._left(tally))

    def _left(self, tally: Tally) -> tuple[Stop, ...]:
        return list_left(self._route, tally.places, {product for _, product, _ in tally.sums})

    def _name(self, stop: Stop, tally: Tally) -> str:
        goods = ", ".join(map(tally.name, stop.product_ids))
        return ": ".join(part for part in (tally.codes.get(stop.place_id, ""), goods) if part)
