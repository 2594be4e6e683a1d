"""A bin that a task has just emptied, by the books: who stands before it says at once whether it is. Pure.

It is the cheapest count there is. Goods that were taken lie in hand until their document is posted, so the books have
them at their bin until then: an empty bin is counted as what was taken from it, and whatever the books have beyond that
is the difference. If the task is dropped the goods go back, and the count is right all the same.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.counting import CountedLine
from desktop.domain.stock import Movement
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.domain.task_step import FETCHING

ASKS = FETCHING | {TaskKind.MOVE, TaskKind.PUT_AWAY}
"""Kinds of task that empty bins."""
BINS = frozenset({"bin", "shelf"})
"""Kinds of place that somebody stands before and sees the whole of."""


@dataclass(frozen=True, slots=True)
class InBook:
    """What the books have of one product and lot at a place, in thousandths."""

    product_id: str
    lot: str
    on_hand_milli: int
    expiry: str = ""


def is_emptied(place_id: str, held: Sequence[InBook], moves: Sequence[Movement]) -> bool:
    """Whether these moves took something from a place and nothing is left there by the books, whatever its lot."""
    left = Counter[str]()
    for row in held:
        left[row.product_id] += row.on_hand_milli
    taken = [move for move in moves if move.from_place_id == place_id]
    for move in taken:
        left[move.product_id] -= move.quantity_milli
    return bool(taken) and all(milli <= 0 for milli in left.values())


def count_empty(
    place_id: str, held: Sequence[InBook], moves: Sequence[Movement], at: str, book: int = 0
) -> tuple[CountedLine, ...]:
    """Give the lines of a count that found nothing at a place but what is in hand; those without a difference, too."""
    taken, expiry = Counter[tuple[str, str]](), {(row.product_id, row.lot): row.expiry for row in held}
    for move in moves:
        if move.from_place_id == place_id:
            taken[move.product_id, move.lot] += move.quantity_milli
            expiry.setdefault((move.product_id, move.lot), move.expiry)
    milli = {(row.product_id, row.lot): row.on_hand_milli for row in held}
    keys = [key for key in dict.fromkeys([*milli, *taken]) if milli.get(key, 0) or taken[key]]
    return tuple(
        CountedLine(product, place_id, taken[product, lot], milli.get((product, lot), 0), at, book, lot,
                    expiry[product, lot])
        for product, lot in keys
    )  # fmt: skip


def bin_of(task: Task, scans: Sequence[Scan]) -> str:
    """Give the place that somebody at a task stands before: scanned last, or suggested for the goods in hand."""
    suggested_id = ""
    for scan in reversed(standing(scans)):
        if scan.what is What.INTO:
            return scan.place_id
        if scan.what is What.PLACE:
            return suggested_id or scan.place_id
        if task.kind is TaskKind.PUT_AWAY:
            suggested_id = suggested_id or scan.place_id
    return suggested_id or task.source_id


def taken_last(scans: Sequence[Scan]) -> bool:
    """Whether the last scan that stands took goods, or put them into their tote or place."""
    last = next(iter(reversed(standing(scans))), None)
    return last is not None and last.what in (What.GOODS, What.TOTE)
