"""What stock is worth: a pure fold over what came and went, by moving average and by FIFO (first in, first out).

The pool is a product in a shop: moving goods from shelf to shelf changes no value, another shop takes them in for what
they left with. Values are whole numbers of e7, a unit cost in ten-thousandths times thousandths of the unit.

Goods come in for what their document says, else for what goods of the pool cost last, else for the product's cost;
where nobody knows any cost they come in for nothing and the value is `guessed`. Below zero there is nothing to value:
what was sold short has its cost when it is covered, from the goods that cover it.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

Layers = list[tuple[int, int]]
"""Thousandths and what a unit of them cost (e4), the oldest first."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quantity (thousandths) that left the pool of one shop, came into that of another, or both; empty is outside.

    `cost_e4` is what the document says; `trade` is 1 for goods that a customer took, -1 for those one brought back.
    """

    day: date
    source: str
    target: str
    quantity_milli: int
    cost_e4: int | None = None
    trade: int = 0


@dataclass(frozen=True, slots=True)
class DayValue:
    """A pool at the end of a day, what came that day, and what the goods sold less those brought back had cost."""

    shop: str
    day: date
    quantity_milli: int
    average_e7: int
    fifo_e7: int
    came_milli: int
    sold_milli: int
    sold_average_e7: int
    sold_fifo_e7: int
    guessed: bool


@dataclass(slots=True)
class Pool:
    """One product in one shop. Never both short and worth something."""

    quantity_milli: int = 0
    average_e7: int = 0
    layers: deque[tuple[int, int]] = field(default_factory=deque)
    average_e4: int | None = None
    """What a unit is worth, or was when there was one."""
    last_e4: int | None = None
    """What the last unit that came in or went out by FIFO had cost."""
    guessed: bool = False
    came_milli: int = 0
    sold_milli: int = 0
    sold_average_e7: int = 0
    sold_fifo_e7: int = 0

    @property
    def fifo_e7(self) -> int:
        """What is there by FIFO."""
        return _sum(self.layers)

    def take(self, milli: int) -> tuple[int, Layers, int]:
        """Let a quantity go; gives the value by average and the layers of what was there, and how much was short."""
        there = min(milli, max(self.quantity_milli, 0))
        value_e7, gone = _share(self.average_e7, there, self.quantity_milli), self._peel(there)
        self.quantity_milli -= milli
        self.average_e7 -= value_e7
        if self.quantity_milli <= 0:
            self.guessed = False
        return value_e7, gone, milli - there

    def put(self, milli: int, value_e7: int, come: Layers) -> tuple[int, int]:
        """Take goods in; gives what covering a shortage took of them, by average and by FIFO."""
        covered = min(milli, max(-self.quantity_milli, 0))
        covered_e7 = _share(value_e7, covered, milli)
        for part, cost_e4 in come:
            self.layers.append((part, cost_e4))
            self.last_e4 = cost_e4
        last_e4 = self.last_e4
        covered_fifo_e7 = _sum(self._peel(covered))
        self.last_e4 = last_e4
        self.quantity_milli += milli
        self.came_milli += milli
        self.average_e7 += value_e7 - covered_e7
        self.average_e4 = _share(value_e7, 1, milli)
        if self.quantity_milli > 0:
            self.average_e4 = _share(self.average_e7, 1, self.quantity_milli)
        return covered_e7, covered_fifo_e7

    def _peel(self, milli: int) -> Layers:
        gone: Layers = []
        while milli:
            there, cost_e4 = self.layers.popleft()
            if there > milli:
                self.layers.appendleft((there - milli, cost_e4))
            gone.append((min(there, milli), cost_e4))
            self.last_e4 = cost_e4
            milli -= gone[-1][0]
        return gone


def value(passages: Iterable[Passage], product_e4: int | None) -> Iterator[DayValue]:
    """Value one product: its passages in their order to the end of each day on which a pool changed."""
    pools: defaultdict[str, Pool] = defaultdict(Pool)
    days: dict[str, date] = {}
    for one in passages:
        for shop in filter(None, (one.source, one.target)):
            if shop in days and days[shop] < one.day:
                yield _close(shop, days[shop], pools[shop])
            days[shop] = max(one.day, days.get(shop, one.day))
        _pass(pools, one, product_e4)
    for shop, day in days.items():
        yield _close(shop, day, pools[shop])


def _pass(pools: defaultdict[str, Pool], one: Passage, product_e4: int | None) -> None:
    milli = one.quantity_milli
    value_e7 = 0
    goods: Layers = []
    if one.source:
        source = pools[one.source]
        value_e7, goods, short = source.take(milli)
        if one.trade:
            _note_sold(source, milli, value_e7, _sum(goods))
        if short:
            value_e7 += short * _known(source.average_e4, product_e4)
            goods.append((short, _known(source.last_e4, product_e4)))
    if one.target:
        target = pools[one.target]
        if not one.source:
            value_e7, goods = _price(target, one, product_e4)
        _note_sold(target, 0, *target.put(milli, value_e7, goods))
        if one.trade:
            _note_sold(target, -milli, -value_e7, -_sum(goods))


def _price(pool: Pool, one: Passage, product_e4: int | None) -> tuple[int, Layers]:
    """What goods from outside come in for."""
    milli = one.quantity_milli
    if one.cost_e4 is not None:
        return milli * one.cost_e4, [(milli, one.cost_e4)]
    if pool.average_e4 is None and product_e4 is None:
        pool.guessed = True
    if pool.quantity_milli > 0:
        value_e7 = _share(pool.average_e7, milli, pool.quantity_milli)
    else:
        value_e7 = milli * _known(pool.average_e4, product_e4)
    return value_e7, [(milli, _known(pool.last_e4, product_e4))]


def _note_sold(pool: Pool, milli: int, average_e7: int, fifo_e7: int) -> None:
    pool.sold_milli += milli
    pool.sold_average_e7 += average_e7
    pool.sold_fifo_e7 += fifo_e7


def _close(shop: str, day: date, pool: Pool) -> DayValue:
    of_day = (pool.came_milli, pool.sold_milli, pool.sold_average_e7, pool.sold_fifo_e7)
    pool.came_milli = pool.sold_milli = pool.sold_average_e7 = pool.sold_fifo_e7 = 0
    return DayValue(shop, day, pool.quantity_milli, pool.average_e7, pool.fifo_e7, *of_day, pool.guessed)


def _sum(layers: Iterable[tuple[int, int]]) -> int:
    return sum(milli * cost_e4 for milli, cost_e4 in layers)


def _known(cost_e4: int | None, product_e4: int | None) -> int:
    return cost_e4 if cost_e4 is not None else product_e4 or 0


def _share(whole: int, part: int, parts: int) -> int:
    """Give a part of a whole, the half rounded up."""
    return (2 * whole * part + parts) // (2 * parts) if parts else 0
