"""What a task wants next and how it may end: all that a screen must know of a kind of task. Pure.

A kind of its own way of working has its line in each of the tables here; the screen then needs words for it, no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.carrying import COURSES
from desktop.domain.order import Order, OrderKind
from desktop.domain.task import ALL, PART, Scan, Task, TaskKind, What, standing

BY_HAND = (
    TaskKind.RECEIVE,
    TaskKind.MOVE,
    TaskKind.WRITE_OFF,
    TaskKind.SUPPLIER_RETURN,
    TaskKind.REPACK,
    TaskKind.COUNT,
    TaskKind.PUT_AWAY,
)
"""Kinds that a person begins without an order, in the order of their keys."""
FOR_ORDER = {
    OrderKind.RECEIPT: TaskKind.RECEIVE,
    OrderKind.BLIND_RECEIPT: TaskKind.RECEIVE,
    OrderKind.PICKING: TaskKind.PICK,
    OrderKind.SENDING: TaskKind.SEND,
    OrderKind.ARRIVAL: TaskKind.TAKE_IN,
    OrderKind.SUPPLIER_RETURN: TaskKind.SUPPLIER_RETURN,
    OrderKind.COUNT: TaskKind.COUNT,
    OrderKind.REFILL: TaskKind.REFILL,
}
"""Which kind of task an order is done by; an order of another kind is not begun at a screen."""
FETCHING = frozenset({TaskKind.PICK, TaskKind.REFILL})
"""Kinds that fetch goods on a way (`domain.picking`): for orders, or for the face where they are picked."""
FILLING = FETCHING | {TaskKind.PACK}
"""Kinds that fill an order step by step (`domain.picking`, `domain.packing`) and have a page of their own."""
WITH_REASON = frozenset({TaskKind.WRITE_OFF})
"""Kinds that begin with the reason."""
GOES_OUT = frozenset({TaskKind.SEND, TaskKind.SUPPLIER_RETURN})
"""Kinds whose goods leave the shop: of their orders the rest is still to go, not to come."""
COMES_IN = frozenset({TaskKind.RECEIVE, TaskKind.TAKE_IN})
"""Kinds whose goods are new in the shop."""
SUGGESTS = frozenset({TaskKind.PUT_AWAY})
"""Kinds whose goods have a place that is suggested."""
TAKES = frozenset({*GOES_OUT, TaskKind.MOVE, TaskKind.WRITE_OFF})
"""Kinds that take goods from a place where the books have them."""


class Next(StrEnum):
    """What helps now; anything else is refused or changes the place."""

    PLACE = "place"
    GOODS = "goods"
    GOODS_OR_PLACE = "goods_or_place"
    MADE = "made"


class End(StrEnum):
    """How a task may be finished."""

    POST = "post"
    """As it is; of an order the rest comes later."""
    CLOSE = "close"
    """Nothing more comes for the order."""
    KEEP = "keep"
    """What nobody counted stays as the book has it."""
    ZERO = "zero"
    """What nobody counted at the counted places is gone."""
    ASK = "ask"
    """It is worth more than somebody may book alone, and waits for who may."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a task stands: `next`, the place that counts now ("" for none), and how many scans are in hand.

    `suggested_id` is the place where what is in hand goes best, `into_id` the bin where everything goes at once,
    `parts` the bins among which what is in hand was divided, each with its thousandths.
    """

    next: Next
    place_id: str = ""
    in_hand: int = 0
    suggested_id: str = ""
    into_id: str = ""
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def part_milli(self) -> int:
        """How much of it goes into the bin that is suggested, in thousandths; 0 where nothing was divided."""
        return sum(milli for bin_id, milli in self.parts if bin_id == self.suggested_id)


def ends_of(task: Task, *, is_whole: bool = True, by_name: bool = False) -> tuple[End, ...]:
    """Give the ways to finish, where there are several a person chooses; `is_whole` tells that an order is done.

    Of a count that is not whole it is asked first what becomes of the rest, then what of goods that nobody scanned.
    Where an order asks for goods `by_name`, others at their places are nobody's matter.
    """
    if task.kind is TaskKind.COUNT and is_whole:
        return (End.POST,) if by_name else (End.KEEP, End.ZERO)
    may_close = task.order_id and not is_whole and task.kind is not TaskKind.TAKE_IN
    return (End.POST, End.CLOSE) if may_close else (End.POST,)


def tasks_for(order: Order) -> tuple[TaskKind, ...]:
    """Give what can be begun for an order: what was picked may be packed while the rest is still to be fetched."""
    if order.kind is not OrderKind.PICKING or not order.packs:
        return (FOR_ORDER[order.kind],)
    picked = any(line.done_milli for line in order.lines)
    kinds = ((TaskKind.PICK, not order.is_done), (TaskKind.PACK, picked))
    return tuple(kind for kind, waits in kinds if waits)


def is_blind(kind: TaskKind) -> bool:
    """Whether nobody who is at it may see what the book says."""
    return kind is TaskKind.COUNT


def first_step(task: Task) -> Step:
    """Give the step of a task without scans."""
    course = COURSES.get(task.kind)
    if course is None or course.is_open:
        return _at(task.kind, task.source_id)
    return _at(task.kind, task.target_id if course.fixed_source else task.source_id)


def step_after(task: Task, scans: Sequence[Scan]) -> Step:
    """Give the step after these scans."""
    step = first_step(task)
    for scan in standing(scans):
        step = follow(task, step, scan)
    return step


def follow(task: Task, step: Step, scan: Scan) -> Step:
    """Give the step after one more scan, which takes none back."""
    course = COURSES.get(task.kind)
    is_open = course is not None and course.is_open
    if scan.what in (What.MAKE, What.MADE):
        return replace(step, next=Next.MADE)
    if step.next is Next.MADE:
        return replace(step, place_id=scan.place_id) if scan.what in (What.PLACE, What.PLATE) else step
    if scan.what is What.INTO:
        return replace(step, next=Next.GOODS, in_hand=0, suggested_id="", into_id=scan.place_id)
    if step.into_id and (scan.what is What.GOODS or scan.what is What.PLATE):
        return replace(step, suggested_id=scan.place_id if scan.what is What.GOODS else "")
    left = tuple(part for part in step.parts if part[0] != scan.place_id)
    if scan.what is What.PLACE and left and len(left) < len(step.parts):
        return replace(step, in_hand=len(left), suggested_id=left[0][0], parts=left)
    if scan.code == PART:
        parts = (*step.parts, (scan.place_id, scan.quantity_milli))
        return replace(step, next=Next.GOODS_OR_PLACE, in_hand=step.in_hand + 1, suggested_id=parts[0][0], parts=parts)
    carried = scan.what is What.PLATE and is_open and (not step.in_hand or scan.code == ALL)
    if scan.what in (What.PLACE, What.PLATE) and not carried:
        return _at(task.kind, step.place_id if is_open and step.in_hand else scan.place_id)
    if is_open and (carried or scan.what is What.GOODS):
        suggested_id = scan.place_id if task.kind in SUGGESTS and not carried else ""
        return replace(step, next=Next.GOODS_OR_PLACE, in_hand=step.in_hand + 1, suggested_id=suggested_id)
    return step


def leave_place() -> Step:
    """Give the step of a place that is done: the next one is scanned first."""
    return Step(Next.PLACE)


def _at(kind: TaskKind, place_id: str) -> Step:
    if not place_id:
        return Step(Next.PLACE)
    return Step(Next.GOODS_OR_PLACE if kind not in COURSES else Next.GOODS, place_id)
