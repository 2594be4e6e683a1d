"""Counting what is in the drawer: by notes and coins or as a total, and what the other methods add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.domain.money import parse_money, scale
from desktop.domain.shift import MethodCount
from desktop.domain.tender import CASH

MOST_PIECES = 9_999
"""Nobody has more of one note or coin in a drawer."""

FAR_OFF_MAJOR = 20
FAR_OFF_SHARE = 10
"""A count is far off beyond so many major units and beyond one tenth of what should be there: likely a slip."""


@dataclass(frozen=True, slots=True)
class DrawerCount:
    """A count in hand, as far as it was typed; `pieces` is note or coin in minor units -> how many.

    `amounts` is method -> digits as typed; cash stands there too, unless it is counted `by_pieces`.
    """

    shift_id: str = ""
    by_pieces: bool = False
    pieces: Mapping[int, int] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)


def with_pieces(count: DrawerCount, note_minor: int, number: int | None) -> DrawerCount:
    """Count so many of a note or coin; None forgets it."""
    rest = {note: pieces for note, pieces in count.pieces.items() if note != note_minor}
    return replace(count, pieces=rest if number is None else rest | {note_minor: min(number, MOST_PIECES)})


def with_amount(count: DrawerCount, method: str, digits: str) -> DrawerCount:
    """Type an amount for a method; empty digits forget it."""
    rest = {name: text for name, text in count.amounts.items() if name != method}
    return replace(count, amounts=rest | {method: digits} if digits else rest)


def pieces_minor(count: DrawerCount) -> int:
    """Sum of the notes and coins."""
    return sum(note * number for note, number in count.pieces.items())


def counted_minor(count: DrawerCount, currency: str) -> dict[str, int]:
    """Give what was counted, by method; a method that nobody counted is not there. Refusals `money.*`."""
    amounts = {
        method: parse_money(digits.removesuffix("."), currency).minor
        for method, digits in count.amounts.items()
        if method != CASH or not count.by_pieces
    }
    if count.by_pieces and count.pieces:
        amounts[CASH] = pieces_minor(count)
    return amounts


def is_far_off(count: MethodCount, currency: str) -> bool:
    """Tell whether a count is so far from what should be there that it ought to be looked at again."""
    off_minor = abs(count.difference_minor)
    return off_minor > FAR_OFF_MAJOR * scale(currency) and off_minor * FAR_OFF_SHARE > abs(count.expected_minor)
