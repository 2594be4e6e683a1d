"""What stock is worth: a pure fold over what came and went, by moving average and by FIFO (first in, first out).

The pool is a product in a shop: moving goods from shelf to shelf changes no value, another shop takes them in for what
they left with, and what is made of other goods costs what was taken for it.

Goods come in for what their document says, else for what goods of the pool cost last, else for the product's cost;
where nobody knows any cost they come in for nothing and the value is `guessed`. Below zero there is nothing to value:
what was sold short has its cost when it is covered, from the goods that cover it.

Freight and the like (`landed_e7`) come on top, to the last e7. Where no document says what such goods cost, that
follows from a first fold in which nothing carries any: else the freight of one delivery would come again in the next.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter

from server_stub.goods.pool import Layers, Pool, known, layers_e7, share, split, spread
from sync.wire import places

OUTSIDE = (*places.OUTSIDE, "waste", "lost_and_found")
"""Kinds of place where goods are not the shop's, or worth nothing."""
Pools = defaultdict[tuple[str, str], Pool]
"""By product and shop."""
Costs = Mapping[str, int | None]
"""What head office says that a product costs (e4), by product."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quantity (thousandths) that left the pool of one shop, came into that of another, or both; empty is outside.

    `cost_e4` is what the document says; `trade` is 1 for goods that a customer took, -1 for those one brought back.
    `repacking` names the document that they were taken for, or made by, out of other goods; its passages are together.
    `landed_e7` is what it cost to get them here, beside what their document says.
    """

    product: str
    day: date
    source: str
    target: str
    quantity_milli: int
    cost_e4: int | None = None
    trade: int = 0
    repacking: str = ""
    landed_e7: int = 0


@dataclass(frozen=True, slots=True)
class DayValue:
    """A pool at the end of a day, what came that day, and what the goods sold less those brought back had cost."""

    product: str
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


def value(passages: Iterable[Passage], costs: Costs) -> Iterator[DayValue]:
    """Value goods: the passages of all that are linked, in their order, to the end of each day a pool changed on."""
    told, prices = list(passages), _Prices()
    if any(one.landed_e7 for one in told):
        deque(_fold(told, costs, prices), maxlen=0)
    prices.laden = True
    yield from _fold(told, costs, prices)


@dataclass(slots=True)
class _Prices:
    """What goods that carry costs come in for without any, in their order; then those `laden` with them."""

    noted: deque[tuple[int, Layers]] = field(default_factory=deque)
    laden: bool = False

    def load(self, one: Passage, value_e7: int, goods: Layers) -> tuple[int, Layers]:
        """Give what such goods come in for."""
        if not self.laden:
            self.noted.append((value_e7, goods))
            return value_e7, goods
        value_e7, goods = self.noted.popleft()
        return value_e7 + one.landed_e7, spread(layers_e7(goods) + one.landed_e7, one.quantity_milli)


def _fold(passages: Iterable[Passage], costs: Costs, prices: _Prices) -> Iterator[DayValue]:
    pools: Pools = defaultdict(Pool)
    days: dict[tuple[str, str], date] = {}
    for repacking, together in groupby(passages, key=attrgetter("repacking")):
        document: list[Passage] = []
        for one in together:
            for key in [(one.product, shop) for shop in (one.source, one.target) if shop]:
                if key in days and days[key] < one.day:
                    yield _close(key, days[key], pools[key])
                days[key] = max(one.day, days.get(key, one.day))
            if repacking:
                document.append(one)
            else:
                _pass(pools, one, costs.get(one.product), prices)
        _repack(pools, document, costs)
    for key, day in days.items():
        yield _close(key, day, pools[key])


def _pass(pools: Pools, one: Passage, product_e4: int | None, prices: _Prices) -> None:
    milli = one.quantity_milli
    value_e7 = 0
    goods: Layers = []
    if one.source:
        source = pools[one.product, one.source]
        value_e7, goods, short = source.take(milli, product_e4)
        if one.trade:
            there = goods[:-1] if short else goods
            unpaid_e7 = short * known(source.average_e4, product_e4)
            source.note_sold(milli, value_e7 - unpaid_e7, layers_e7(there))
            source.owed_milli += short
    if one.target:
        target = pools[one.product, one.target]
        if not one.source:
            value_e7, goods = _price(target, one, product_e4)
            if one.landed_e7:
                value_e7, goods = prices.load(one, value_e7, goods)
        target.put(milli, value_e7, goods)
        if one.trade:
            target.note_sold(-milli, -value_e7, -layers_e7(goods))


def _price(pool: Pool, one: Passage, product_e4: int | None) -> tuple[int, Layers]:
    """What goods from outside come in for."""
    milli = one.quantity_milli
    if one.cost_e4 is not None:
        return milli * one.cost_e4, [(milli, one.cost_e4)]
    if pool.average_e4 is None and product_e4 is None:
        pool.guessed = True
    if pool.quantity_milli > 0:
        value_e7 = share(pool.average_e7, milli, pool.quantity_milli)
    else:
        value_e7 = milli * known(pool.average_e4, product_e4)
    return value_e7, [(milli, known(pool.last_e4, product_e4))]


def _repack(pools: Pools, document: Sequence[Passage], costs: Costs) -> None:
    """Give what was taken to what was made of it, to the last e7."""
    average_e7 = fifo_e7 = 0
    guessed = not any(one.source for one in document)
    for one in document:
        if one.source:
            pool, cost_e4 = pools[one.product, one.source], costs.get(one.product)
            guessed |= pool.guessed  # before it is gone
            value_e7, goods, short = pool.take(one.quantity_milli, cost_e4)
            guessed |= bool(short) and pool.average_e4 is None and cost_e4 is None
            average_e7 += value_e7
            fifo_e7 += layers_e7(goods)
    made = [one for one in document if one.target]
    weights = _weigh(pools, made, costs)
    for one, average, fifo in zip(made, split(average_e7, weights), split(fifo_e7, weights), strict=True):
        pool = pools[one.product, one.target]
        pool.guessed |= guessed
        pool.put(one.quantity_milli, average, spread(fifo, one.quantity_milli))


def _weigh(pools: Pools, made: Sequence[Passage], costs: Costs) -> list[int]:
    """Share by what the goods cost until now; by their quantity where nobody knows that of all."""
    units = [pools[one.product, one.target].average_e4 for one in made]
    units = [costs.get(one.product) if unit is None else unit for one, unit in zip(made, units, strict=True)]
    quantities = [one.quantity_milli for one in made]
    weights = [milli * (unit or 0) for milli, unit in zip(quantities, units, strict=True)]
    return quantities if None in units or not sum(weights) else weights


def _close(key: tuple[str, str], day: date, pool: Pool) -> DayValue:
    of_day = (pool.came_milli, pool.sold_milli, pool.sold_average_e7, pool.sold_fifo_e7)
    pool.came_milli = pool.sold_milli = pool.sold_average_e7 = pool.sold_fifo_e7 = 0
    return DayValue(*key, day, pool.quantity_milli, pool.average_e7, pool.fifo_e7, *of_day, pool.guessed)
