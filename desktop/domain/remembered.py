"""Values made one by one of what stands in a row: a step changes one or two of them, the others stay the same."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """What `make` made last. It must be pure: equal arguments are not asked for again."""

    def __init__(self, make: Callable[..., Made]) -> None:
        self._make = make
        self._columns: tuple[Sequence[Any], ...] = ()
        self._made: list[Made] = []
        self.moved: list[int] = []
        """The places that the last step made anew."""

    def follow(self, *columns: Sequence[Any]) -> list[Made]:
        """Give a value for each row of arguments; columns are of one length, and they and the list stay as they are.

        What `make` raises leaves all as it was."""
        made = self._made[: len(columns[0])]
        kept = len(made)
        others = {
            at
            for column, before in zip(columns, self._columns, strict=False)
            if column != before
            for at in changed(before, column)
            if at < kept and column[at] != before[at]
        }
        moved = [*others, *range(kept, len(columns[0]))]
        for at in others:
            made[at] = self._make(*[column[at] for column in columns])
        made += [self._make(*[column[at] for column in columns]) for at in range(kept, len(columns[0]))]
        self._columns, self._made, self.moved = columns, made, moved
        return made


def changed(before: Sequence[object], after: Sequence[object]) -> list[int]:
    """Give the places where another object stands than before, or where none stood."""
    return [*compress(count(), map(is_not, after, before)), *range(len(before), len(after))]
