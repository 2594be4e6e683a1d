"""Promotions on the goods of one cart, worked out where a step changed something.

Lines that no promotion joins, not even by way of other lines, cannot disturb each other.
"""

from bisect import insort
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from desktop.domain.offers.best import OfferOrder, give_on_goods, lines_by_position
from desktop.domain.offers.ledger import Ledger
from desktop.domain.offers.matching import Goods
from desktop.domain.offers.near import Near
from desktop.domain.offers.promotion import Promotion
from desktop.domain.remembered import changed


class Look(NamedTuple):
    """A line as promotions see it: what puts it before or behind others, its number as nobody has touched it, and the
    positions of the promotions that it can be in."""

    content: tuple[object, ...]
    goods: Goods
    number: int
    on_goods: tuple[int, ...]
    on_receipt: tuple[int, ...]


Offs = tuple[tuple[int, int], ...]
"""Positions of promotions, ascending, and how much each took off a line."""


class Clusters:
    """Lines that promotions join. `offs` and `after` are what was taken off each line, and its number then.

    Clusters that a line joins become one and stay one when it goes, which only costs more.
    """

    def __init__(self, ledger: Ledger, promotions: Sequence[Promotion], order: OfferOrder) -> None:
        self._ledger, self._promotions, self._order = ledger, promotions, order
        self._forget()

    def _forget(self) -> None:
        self.offs: list[Offs] = []
        self.after: list[int] = []
        self._looks: list[Look] = []
        self._root: dict[int, int] = {}
        self._members: dict[int, list[tuple[tuple[object, ...], int]]] = {}
        self._near: dict[int, list[Near]] = {}

    def follow(self, looks: list[Look]) -> None:
        """Work out what these lines get."""
        if len(looks) < len(self._looks):
            self._forget()
        before, self._looks = self._looks, looks
        touched = set[int]()
        try:
            for line in changed(before, looks):
                touched.update(before[line].on_goods[:1] if line < len(before) else ())
                self._put(line, before, looks[line])
                touched.update(looks[line].on_goods[:1])
            for root in {self._root[position] for position in touched}:
                self._work_out(root)
        except BaseException:
            self._forget()
            raise

    @property
    def near(self) -> list[Near]:
        """What nearly fired, in no order."""
        return list(chain.from_iterable(self._near.values()))

    def order(self) -> list[int]:
        """Numbers of the lines in an order that depends on what they are and not on when they were scanned."""
        return sorted(range(len(self._looks)), key=lambda line: self._looks[line].content)

    def _put(self, line: int, before: Sequence[Look], look: Look) -> None:
        if line < len(before):
            self.offs[line], self.after[line] = (), look.number
            if before[line].on_goods:
                self._members[self._root[before[line].on_goods[0]]].remove((before[line].content, line))
        else:
            self.offs.append(())
            self.after.append(look.number)
        if look.on_goods:
            insort(self._members[self._join(look.on_goods)], (look.content, line))

    def _join(self, positions: Sequence[int]) -> int:
        """Give the cluster of a line with these promotions."""
        roots = {self._root.setdefault(position, position) for position in positions}
        root = min(roots)
        if len(roots) > 1:
            self._root = {position: root if one in roots else one for position, one in self._root.items()}
            joined = [self._members.pop(one, []) for one in roots]
            self._members[root] = sorted(chain.from_iterable(joined))
            for one in roots:
                self._near.pop(one, None)
        self._members.setdefault(root, [])
        return root

    def _work_out(self, root: int) -> None:
        lines = [line for _, line in self._members[root]]
        matches = [self._looks[line].on_goods for line in lines]
        numbers = [self._looks[line].number for line in lines]
        offs: list[list[tuple[int, int]]] = [[] for _ in lines]
        for position, about, taken in give_on_goods(self._ledger, self._promotions, matches, numbers, self._order):
            for member, off in zip(about, taken, strict=True):
                if off:
                    offs[member].append((position, off))
        for line, number, taken_off in zip(lines, numbers, offs, strict=True):
            self.offs[line], self.after[line] = tuple(sorted(taken_off)), number
        near = (
            self._ledger.near(position, tuple([numbers[member] for member in about]))
            for position, about in lines_by_position(matches).items()
        )
        self._near[root] = [one for one in near if one is not None]
