"""Values made one by one of what stands in a row: a step changes one or two of them, the others stay the same."""

from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
KEPT = 16
"""So many answers of `changed` are kept: one step asks for the same one up to five times."""

_answers: tuple[tuple[Sequence[object], Sequence[object], list[int]], ...] = ()


class Remembered(Generic[Made]):
    """What `make` made last. It must be pure: equal arguments are not asked for again."""

    def __init__(self, make: Callable[..., Made]) -> None:
        self._make = make
        self._columns: tuple[Sequence[Any], ...] = ()
        self._made: tuple[Made, ...] = ()
        self.moved: list[int] = []
        """The places that the last step made anew."""

    def follow(self, *columns: Sequence[Any]) -> tuple[Made, ...]:
        """Give a value for each row of arguments; columns are of one length, and stay as they are.

        What `make` raises leaves all as it was."""
        length, kept = len(columns[0]), len(self._made)
        others = {
            at
            for column, before in zip(columns, self._columns, strict=False)
            for at in _others(before, column)
            if at < kept
        }
        moved = [*sorted(others), *range(kept, length)]
        made = list(self._made[:length])
        for at in moved:
            made[at : at + 1] = [self._make(*[column[at] for column in columns])]
        row = tuple(made)
        _answer(self._made, row, [at for at in moved if at >= kept or row[at] is not self._made[at]])
        self._columns, self._made, self.moved = columns, row, moved
        return row


def _others(before: Sequence[object], after: Sequence[object]) -> Iterable[int]:
    """The places of both where what stands there is not equal."""
    if after is before or (not isinstance(after, tuple) and after == before):
        return ()
    both = min(len(before), len(after))
    return [at for at in changed(before, after) if at < both and before[at] != after[at]]


def changed(before: Sequence[object], after: Sequence[object]) -> Sequence[int]:
    """Give the places where another object stands than before, or where none stood."""
    for was, now, places in _answers:
        if was is before and now is after:
            return places
    places = [*compress(count(), map(is_not, after, before)), *range(len(before), len(after))]
    _answer(before, after, places)
    return places


def _answer(before: Sequence[object], after: Sequence[object], places: list[int]) -> None:
    """Keep what differs between two tuples, which stay as they are; a list might not."""
    global _answers
    if isinstance(before, tuple) and isinstance(after, tuple):
        _answers = ((before, after, places), *_answers[: KEPT - 1])
