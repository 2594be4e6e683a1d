"""What a scale says, and which of it counts: only a weight that is stable, above zero, new, and not the last one."""

from dataclasses import dataclass
from typing import Literal

WeightState = Literal["stable", "moving", "overload", "below_zero", "error"]

EMPTY_MG = 5_000
"""Up to here the pan is empty: dust and drift are no goods."""
OTHER_MG = 20_000
"""From here on it is another weight than the last one, although nobody saw the pan empty."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One answer of a scale. `at_s` is the monotonic time at which it was asked, of a scale that is not asked: came."""

    state: WeightState
    weight_mg: int = 0
    at_s: float = 0.0


class Weighing:
    """Lets one weight through for each selection of goods.

    A weight counts when it is stable, above `EMPTY_MG` and asked for after the goods were selected. The last weight
    never counts again: since it was taken the pan must have been seen empty, or the weight must be quite another.
    """

    def __init__(self) -> None:
        self._selected_at_s: float | None = None
        self._taken_mg: int | None = None

    def select(self, at_s: float) -> None:
        """Goods wait for a weight from now on."""
        self._selected_at_s = at_s

    def cancel(self) -> None:
        """No goods wait any more."""
        self._selected_at_s = None

    def offer(self, weight: Weight) -> int | None:
        """Give the weight in milligrams if it counts; it is taken by that."""
        if weight.state == "below_zero" or (weight.state == "stable" and weight.weight_mg <= EMPTY_MG):
            self._taken_mg = None
            return None
        if weight.state != "stable" or self._selected_at_s is None or weight.at_s <= self._selected_at_s:
            return None
        if self._taken_mg is not None and abs(weight.weight_mg - self._taken_mg) < OTHER_MG:
            return None
        self._selected_at_s, self._taken_mg = None, weight.weight_mg
        return weight.weight_mg
