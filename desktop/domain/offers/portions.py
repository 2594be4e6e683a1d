"""Goods of a cart in portions, while promotions are worked out: a piece that was in one set is in no other.

A portion is a quantity of one line with what is left to pay for it. Amounts always add up: a portion that is split
loses exactly what the new one gets.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.offers.matching import Goods
from desktop.domain.offers.promotion import Promotion
from desktop.domain.rounding import allocate, half_up

SET_KINDS = ("buy_get", "mix", "combo")
TOUCHED, CLAIMED, SEALED = 1, 2, 4
"""A promotion gave something on it; it was a piece of a set; what gave something was exclusive."""


class Portion:
    """A quantity of one line; `by` are the positions of the promotions that gave something on it or counted it."""

    __slots__ = ("by", "flags", "left_minor", "line", "quantity_milli")

    def __init__(
        self, line: int, quantity_milli: int, left_minor: int, flags: int = 0, by: tuple[int, ...] = ()
    ) -> None:
        self.line, self.quantity_milli, self.left_minor, self.flags, self.by = (
            line,
            quantity_milli,
            left_minor,
            flags,
            by,
        )


class Gift(NamedTuple):
    """What a promotion would give: so much off some portions, and all the portions that counted for it."""

    offs: Sequence[tuple[Portion, int]] = ()
    used: Sequence[Portion] = ()


class State:
    """The portions of every line, and what each promotion has given on it so far: `given[line][position]`."""

    def __init__(self, goods: Sequence[Goods], lines: list[list[Portion]], given: list[dict[int, int]]) -> None:
        self.goods, self.lines, self.given = goods, lines, given

    def open_to(self, promotion: Promotion, lines: Iterable[int]) -> list[Portion]:
        """Portions of these lines on which a promotion may still give something."""
        blocked = blocking(promotion)
        if promotion.kind in SET_KINDS:
            lines = [line for line in lines if self.goods[line].countable]
        return [one for line in lines for one in self.lines[line] if not one.flags & blocked]

    def take(self, portion: Portion, quantity_milli: int) -> Portion:
        """Split so much off a portion; all of it is the portion itself."""
        if quantity_milli >= portion.quantity_milli:
            return portion
        amount = half_up(portion.left_minor * quantity_milli, portion.quantity_milli)
        taken = Portion(portion.line, quantity_milli, amount, portion.flags, portion.by)
        portion.quantity_milli -= quantity_milli
        portion.left_minor -= amount
        self.lines[portion.line].append(taken)
        return taken

    def accept(self, position: int, promotion: Promotion, gift: Gift) -> int:
        """Take a gift off the portions, held to the promotion's limit; gives how much it was."""
        offs = [(portion, min(off, portion.left_minor)) for portion, off in gift.offs if off > 0]
        total = sum(off for _, off in offs)
        if not total:
            return 0
        if promotion.max_minor and total > promotion.max_minor:
            total = promotion.max_minor
            shares = allocate(total, [off for _, off in offs])
            offs = [(portion, share) for (portion, _), share in zip(offs, shares, strict=True) if share]
        for portion, off in offs:
            portion.left_minor -= off
            given = self.given[portion.line]
            given[position] = given.get(position, 0) + off
        flags = touching(promotion)
        for portion in gift.used:
            portion.flags |= flags
            portion.by = (*portion.by, position)
        return total


def blocking(promotion: Promotion) -> int:
    """Flags of a portion on which a promotion gives nothing."""
    blocked = TOUCHED | CLAIMED | SEALED if promotion.exclusive else SEALED
    return blocked | CLAIMED if promotion.kind in SET_KINDS else blocked


def touching(promotion: Promotion) -> int:
    """Flags of a portion on which a promotion gave something."""
    return TOUCHED | (SEALED if promotion.exclusive else 0) | (CLAIMED if promotion.kind in SET_KINDS else 0)


def dearest_first(portions: Iterable[Portion]) -> list[Portion]:
    """Sort by what a unit costs; equals stay in the order of their lines."""
    return sorted(portions, key=lambda one: -(one.left_minor * 1_000_000 // one.quantity_milli))
