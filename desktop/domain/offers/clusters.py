"""Promotions on the goods of one cart, worked out where a step changed something.

Promotions that give something are joined by the lines that they have in common, be it by way of other promotions; what
is not joined cannot disturb each other.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from desktop.domain.offers.best import OfferOrder, give_on_goods, orders
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
    """Lines that promotions join. `offs` and `after` are what was taken off each line, and its number then."""

    def __init__(self, ledger: Ledger, promotions: Sequence[Promotion], order: OfferOrder) -> None:
        self._ledger, self._promotions, self._order = ledger, promotions, order
        self._forget()

    def _forget(self) -> None:
        self.offs: list[Offs] = []
        self.after: list[int] = []
        self._looks: Sequence[Look] = ()
        self._in_order: list[int] = []
        self._about: dict[int, list[int]] = defaultdict(list)
        self._alone: dict[int, int] = {}
        self._joined: dict[int, list[int]] = {}
        self._near: dict[int, Near | None] = {}

    def follow(self, looks: Sequence[Look]) -> None:
        """Work out what these lines get."""
        if len(looks) < len(self._looks):
            self._forget()
        lines = changed(self._looks, looks)
        try:
            touched = self._put(lines, looks)
            self._work_out(touched, set(lines))
        except BaseException:
            self._forget()
            raise

    @property
    def near(self) -> list[Near]:
        """What nearly fired, in no order."""
        return [one for one in self._near.values() if one is not None]

    @property
    def order(self) -> Sequence[int]:
        """Numbers of the lines in an order that depends on what they are and not on when they were scanned."""
        return self._in_order

    def _put(self, lines: Sequence[int], looks: Sequence[Look]) -> set[int]:
        """Take other looks of these lines; gives the promotions that see a difference."""
        before, self._looks = self._looks, looks
        known = [line for line in lines if line < len(before)]
        for line in known:
            for among in (self._in_order, *(self._about[position] for position in before[line].on_goods)):
                among.remove(line)
        more = len(looks) - len(before)
        self.offs += [()] * more
        self.after += [0] * more
        for line in lines:
            self.offs[line], self.after[line] = (), looks[line].number
            for among in (self._in_order, *(self._about[position] for position in looks[line].on_goods)):
                insort(among, line, key=lambda one: (looks[one].content, one))
        seen = (look.on_goods for look in chain((before[line] for line in known), (looks[line] for line in lines)))
        return set(chain.from_iterable(seen))

    def _work_out(self, touched: set[int], lines: set[int]) -> None:
        """Work the groups of these promotions out again, those that they were in and those that they are in now."""
        for position in touched:
            self._alone[position] = self._ledger.apply(position, self._numbers(position, fresh=True)).total_minor
        loose = touched.union(*(self._joined.get(position, ()) for position in touched))
        groups = self._group(loose)
        loose.update(*groups)
        # What gave nothing and gives nothing took nothing off its lines: what others give on them stays as it is.
        gave = {position for position in loose if self._joined.get(position)}.union(*groups)
        before = {line: self.after[line] for position in gave for line in self._about[position]}
        for line in before:
            self.offs[line], self.after[line] = (), self._looks[line].number
        for position in loose:
            self._joined[position] = []
        for group in groups:
            self._give(group)
        moved = lines | {line for line, number in before.items() if number != self.after[line]}
        for position in touched.union(*(self._looks[line].on_goods for line in moved)):
            self._near[position] = self._ledger.near(position, self._numbers(position))

    def _group(self, positions: Iterable[int]) -> list[list[int]]:
        """Groups of promotions that give something and have lines in common, as far as they reach from these."""
        seen, groups = set[int](), []
        for first in sorted(positions):
            group = [first] if self._alone[first] and first not in seen else []
            seen.update(group)
            for position in group:
                reached = {one for line in self._about[position] for one in self._looks[line].on_goods}
                joined = [one for one in reached - seen if self._alone[one]]
                group += joined
                seen.update(joined)
            if group:
                groups.append(sorted(group))
        return groups

    def _give(self, group: list[int]) -> None:
        lines = {position: self._about[position] for position in group}
        numbers = {line: self._looks[line].number for about in lines.values() for line in about}
        tried = [group] if self._order == "fixed" else orders(self._promotions, group, self._alone)
        outcome = give_on_goods(self._ledger, tried, numbers, lines)
        for line, number in outcome.numbers.items():
            self.after[line] = number
        for position, offs in sorted(outcome.steps):
            for line, off in zip(lines[position], offs, strict=True):
                if off:
                    self.offs[line] += ((position, off),)
        for position in group:
            self._joined[position] = group

    def _numbers(self, position: int, *, fresh: bool = False) -> tuple[int, ...]:
        """The lines that a promotion is about by number, before anything was taken off or after it."""
        if fresh:
            return tuple([self._looks[line].number for line in self._about[position]])
        return tuple([self.after[line] for line in self._about[position]])
