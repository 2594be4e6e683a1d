"""One product in one shop, and what it is worth: by moving average and by FIFO (first in, first out).

Values are whole numbers of e7, a unit cost in ten-thousandths times thousandths of the unit.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Layers = list[tuple[int, int]]
"""Thousandths and what a unit of them cost (e4), the oldest first."""


@dataclass(slots=True)
class Pool:
    """Never both short and worth something; `owed_milli` is how much of what is short was sold."""

    quantity_milli: int = 0
    average_e7: int = 0
    layers: deque[tuple[int, int]] = field(default_factory=deque)
    average_e4: int | None = None
    """What a unit is worth, or was when there was one."""
    last_e4: int | None = None
    """What the last unit that came in or went out by FIFO had cost."""
    guessed: bool = False
    owed_milli: int = 0
    came_milli: int = 0
    sold_milli: int = 0
    sold_average_e7: int = 0
    sold_fifo_e7: int = 0

    @property
    def fifo_e7(self) -> int:
        """What is there by FIFO."""
        return layers_e7(self.layers)

    def take(self, milli: int, product_e4: int | None) -> tuple[int, Layers, int]:
        """Let a quantity go; gives its value by average and its layers, and how much of it was not there.

        What was not there goes for what goods of the pool cost last, else for the product's cost.
        """
        there = min(milli, max(self.quantity_milli, 0))
        value_e7, gone = share(self.average_e7, there, self.quantity_milli), self._peel(there)
        self.quantity_milli -= milli
        self.average_e7 -= value_e7
        if self.quantity_milli <= 0:
            self.guessed = False
        if short := milli - there:
            value_e7 += short * known(self.average_e4, product_e4)
            gone.append((short, known(self.last_e4, product_e4)))
        return value_e7, gone, short

    def put(self, milli: int, value_e7: int, come: Layers) -> None:
        """Take goods in; those that cover what was sold before it was there are what it had cost."""
        covered = min(milli, max(-self.quantity_milli, 0))
        covered_e7 = share(value_e7, covered, milli)
        for part, cost_e4 in come:
            self.layers.append((part, cost_e4))
            self.last_e4 = cost_e4
        last_e4 = self.last_e4
        gone = self._peel(covered)
        self.last_e4 = last_e4
        self._cover(covered, covered_e7, gone)
        self.quantity_milli += milli
        self.came_milli += milli
        self.average_e7 += value_e7 - covered_e7
        self.average_e4 = share(value_e7, 1, milli)
        if self.quantity_milli > 0:
            self.average_e4 = share(self.average_e7, 1, self.quantity_milli)

    def note_sold(self, milli: int, average_e7: int, fifo_e7: int) -> None:
        """Add to what was sold that day."""
        self.sold_milli += milli
        self.sold_average_e7 += average_e7
        self.sold_fifo_e7 += fifo_e7

    def _cover(self, covered: int, covered_e7: int, gone: Layers) -> None:
        """What was sold is covered first; what went short another way has no cost of sales."""
        sold = min(covered, self.owed_milli)
        self.owed_milli -= sold
        self.note_sold(0, share(covered_e7, sold, covered), share(layers_e7(gone), sold, covered))

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


def layers_e7(layers: Iterable[tuple[int, int]]) -> int:
    """Give what layers are worth."""
    return sum(milli * cost_e4 for milli, cost_e4 in layers)


def known(cost_e4: int | None, product_e4: int | None) -> int:
    """Give a cost that somebody knows, else nothing."""
    return cost_e4 if cost_e4 is not None else product_e4 or 0


def share(whole: int, part: int, parts: int) -> int:
    """Give a part of a whole, the half rounded up."""
    return (2 * whole * part + parts) // (2 * parts) if parts else 0


def split(whole: int, weights: Sequence[int]) -> list[int]:
    """Give what each weight gets of a whole; together it is the whole."""
    total, gone, shares = sum(weights), 0, []
    reached = 0
    for weight in weights:
        reached += weight
        upto = share(whole, reached, total)
        shares.append(upto - gone)
        gone = upto
    return shares


def spread(value_e7: int, milli: int) -> Layers:
    """Give layers of a quantity that are worth exactly so much: unit costs are whole, so there may be two."""
    cost_e4, rest = divmod(value_e7, milli)
    return [(part, each_e4) for part, each_e4 in ((milli - rest, cost_e4), (rest, cost_e4 + 1)) if part]
