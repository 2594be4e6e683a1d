"""What one promotion makes of some lines, remembered: a scan changes one line, and most promotions see what they saw.

A line's state (its goods and portions) is known by a number, so that what a promotion did to nine lines is found by its
position and nine numbers.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop.domain.offers.giving import give
from desktop.domain.offers.matching import Goods
from desktop.domain.offers.near import Near, find_near
from desktop.domain.offers.portions import Portion, State
from desktop.domain.offers.promotion import Promotion

FULL = 20_000
"""Results that are remembered before all is forgotten."""

Frozen = tuple[int, int, int, tuple[int, ...]]
"""A portion at rest: quantity, what is left to pay, flags, and by whom."""

Numbers = tuple[int, ...]


class Result(NamedTuple):
    """What a promotion made of lines: their new numbers, what it took off each, and off all of them."""

    numbers: Numbers
    offs: tuple[int, ...]
    total_minor: int


class Ledger:
    """The states of lines by number, and the results of the promotions of one pinned set on them.

    `carts` is for what is kept of the last few carts that were worked out with these numbers.
    """

    def __init__(self, promotions: Sequence[Promotion], currency: str) -> None:
        self.left_minor: list[int] = []
        self.carts: dict[Any, Any] = {}
        self.promotions, self._currency = promotions, currency
        self._states: list[tuple[Goods, tuple[Frozen, ...]]] = []
        self._number_of: dict[tuple[Goods, tuple[Frozen, ...]], int] = {}
        self._fresh: dict[Goods, int] = {}
        self._results: dict[tuple[int, Numbers], Result] = {}
        self._near: dict[tuple[int, Numbers], Near | None] = {}

    @property
    def full(self) -> bool:
        """Whether so much is remembered that a new ledger is better."""
        return len(self._results) + len(self._near) > FULL or len(self._states) > FULL

    def begin(self, goods: Goods) -> int:
        """Number a line that no promotion has seen."""
        number = self._fresh.get(goods)
        if number is None:
            number = self._number(goods, ((goods.quantity_milli, goods.gross_minor, 0, ()),))
            self._fresh[goods] = number
        return number

    def lots(self, number: int) -> list[tuple[int, int]]:
        """Give what is left to pay for each portion of a state, and its flags."""
        return [(left, flags) for _, left, flags, _ in self._states[number][1]]

    def apply(self, position: int, numbers: Numbers) -> Result:
        """Say what a promotion makes of its lines."""
        known = self._results.get((position, numbers))
        if known is None:
            known = self._results[position, numbers] = self._apply(position, numbers)
        return known

    def near(self, position: int, numbers: Numbers) -> Near | None:
        """Say what a promotion misses on its lines."""
        key = (position, numbers)
        if key not in self._near:
            state = self._state(numbers)
            self._near[key] = find_near(state, position, self.promotions[position], range(len(numbers)))
        return self._near[key]

    def _apply(self, position: int, numbers: Numbers) -> Result:
        state, promotion = self._state(numbers), self.promotions[position]
        total = state.accept(position, promotion, give(state, promotion, range(len(numbers)), self._currency))
        if not total:
            return Result(numbers, (0,) * len(numbers), 0)
        after = tuple(self._number(goods, _freeze(lots)) for goods, lots in zip(state.goods, state.lines, strict=True))
        return Result(after, tuple(given.get(position, 0) for given in state.given), total)

    def _state(self, numbers: Numbers) -> State:
        goods = [self._states[number][0] for number in numbers]
        lines = [[Portion(line, *frozen) for frozen in self._states[number][1]] for line, number in enumerate(numbers)]
        return State(goods, lines, [{} for _ in numbers])

    def _number(self, goods: Goods, portions: tuple[Frozen, ...]) -> int:
        state = (goods, portions)
        number = self._number_of.get(state)
        if number is None:
            number = self._number_of[state] = len(self._states)
            self._states.append(state)
            self.left_minor.append(sum(portion[1] for portion in portions))
        return number


def _freeze(portions: Sequence[Portion]) -> tuple[Frozen, ...]:
    return tuple((one.quantity_milli, one.left_minor, one.flags, one.by) for one in portions)
