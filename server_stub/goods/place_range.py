"""Ranges of places made at once: `A-{01..12}-{01..06}-{1..4}` is 12 aisles of 6 racks of 4 bins. Pure.

The way through them goes by the pattern's groups, the last one fastest. A boustrophedon way turns round at the end of
each row, as who walks an aisle up comes back down it: the second group runs backwards in every other aisle.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

MOST = 20_000
"""Places of one range."""
_GROUP = re.compile(r"\{([0-9]{1,4}|[A-Z])\.\.([0-9]{1,4}|[A-Z])\}")
_LETTERS = "23456789CFHJKMPRTVWX"
"""Of check codes: none that is taken for another one when it is read or said."""
_STEP = 157
"""How far check codes of neighbours are apart; without a common factor with their number, so 400 differ in a row."""


class BadRange(ValueError):
    """The pattern is none; the text says why."""


@dataclass(frozen=True, slots=True)
class Made:
    """One place of a range: its code, where it is on the way (from 1), its last group as a level, its check code.

    `beginnings` are its code up to each group of the pattern, the whole of it last.
    """

    code: str
    sequence: int
    level: int
    check_code: str
    beginnings: tuple[str, ...]


def make_range(pattern: str, *, turning: bool = True) -> list[Made]:
    """Give the places of a range by code. Raises BadRange."""
    groups = [_values(*found) for found in _GROUP.findall(pattern)]
    fixed = _GROUP.sub("\0", pattern).split("\0")
    if any("{" in part or "}" in part for part in fixed):
        raise BadRange("a group is {01..12} or {A..F}")
    total = 1
    for values in groups:
        total *= len(values)
    if not groups or total > MOST:
        raise BadRange(f"a range has a group such as {{01..12}}, and at most {MOST} places")
    made = []
    for sequence, at in enumerate(_way([len(values) for values in groups], turning=turning), 1):
        parts = [values[n] for values, n in zip(groups, at, strict=True)]
        steps = [a + b for a, b in zip(fixed, [*parts, ""], strict=True)]
        beginnings = tuple("".join(steps[: n + 1]) for n in range(len(parts)))
        made.append(Made("".join(steps), sequence, at[-1] + 1, check_code(sequence), beginnings))
    return sorted(made, key=lambda one: one.code)


def check_code(sequence: int) -> str:
    """Give the check code of the place that is so far along the way."""
    tens, ones = divmod(sequence * _STEP % len(_LETTERS) ** 2, len(_LETTERS))
    return _LETTERS[tens] + _LETTERS[ones]


def _values(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        values = [str(n).zfill(len(first)) for n in range(int(first), int(last) + 1)]
    elif first.isalpha() and last.isalpha():
        values = [chr(n) for n in range(ord(first), ord(last) + 1)]
    else:
        raise BadRange("a group runs from a number to a number, or from a letter to a letter")
    if not values:
        raise BadRange("a group runs upwards")
    return values


def _way(sizes: Sequence[int], *, turning: bool) -> Iterator[tuple[int, ...]]:
    """Go through all places by the positions of their groups."""
    if not turning or len(sizes) < 2:
        yield from product(*(range(size) for size in sizes))
        return
    row, *rest = sizes[1:]
    for aisle in range(sizes[0]):
        along = range(row) if aisle % 2 == 0 else reversed(range(row))
        for at in along:
            for inner in product(*(range(size) for size in rest)):
                yield (aisle, at, *inner)
