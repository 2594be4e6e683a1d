"""Drills of the rehearsal: five things to be able to do with a queue waiting, judged by what was sealed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BEST = 100
PER_SLIP = 20
"""Points that a step which had to be put right costs."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry as a drill sees it; what an entry of its kind does not have stays empty.

    `pieces_milli` is what was sold, `most_milli` the largest quantity on one line, both in thousandths;
    `difference_minor` is counted less expected over all methods.
    """

    kind: str
    sale_id: str = ""
    pieces_milli: int = 0
    most_milli: int = 0
    methods: frozenset[str] = frozenset()
    change_minor: int = 0
    takes_back: bool = False
    difference_minor: int = 0


@dataclass(frozen=True, slots=True)
class Drill:
    """One exercise: `goal_s` is what somebody needs who knows how; `passed` looks at what happened since it began."""

    key: str
    goal_s: int
    passed: Callable[[Sequence[Happened]], bool]


@dataclass(frozen=True, slots=True)
class Result:
    """How a drill went."""

    key: str
    seconds: int
    slips: int
    points: int


def _cash_with_change(happened: Sequence[Happened]) -> bool:
    return any(one.pieces_milli >= 3_000 and one.change_minor > 0 for one in _sales(happened))


def _three_at_once(happened: Sequence[Happened]) -> bool:
    return any(one.most_milli >= 3_000 and "card" in one.methods for one in _sales(happened))


def _parked_meanwhile(happened: Sequence[Happened]) -> bool:
    """Ids of sales are made when their tickets are opened, and sort by time: the older ticket was sold later."""
    sold = [one.sale_id for one in _sales(happened)]
    return any(later < earlier for earlier, later in pairwise(sold))


def _taken_back(happened: Sequence[Happened]) -> bool:
    return any(one.takes_back for one in happened)


def _closed(happened: Sequence[Happened]) -> bool:
    return any(one.kind == "shift.closed" and one.difference_minor == 0 for one in happened)


DRILLS = (
    Drill("cash", 40, _cash_with_change),
    Drill("three", 25, _three_at_once),
    Drill("park", 60, _parked_meanwhile),
    Drill("return", 40, _taken_back),
    Drill("close", 90, _closed),
)


def judge(drill: Drill, happened: Sequence[Happened], seconds: float) -> Result | None:
    """Give the result once the drill is passed, else None.

    Full points within the goal, none after three times as long; a void or a drawer opened for nothing is a slip.
    """
    if not drill.passed(happened):
        return None
    slips = sum(one.kind in ("sale.voided", "drawer.opened") for one in happened)
    late = max(0.0, seconds - drill.goal_s) / (2 * drill.goal_s)
    points = round(BEST * max(0.0, 1 - late)) - PER_SLIP * slips
    return Result(drill.key, round(seconds), slips, max(0, points))


def _sales(happened: Sequence[Happened]) -> list[Happened]:
    return [one for one in happened if one.kind == "sale.completed"]
