"""Goods carried from place to place: what the scans of a task come to. Pure.

Goods that are repacked go to the place of repacking, and what is made of them comes back from there.

Where goods come from is open or fixed, and so is where they go. With both open (a move) a place is the source, then
goods are taken in hand, then a place is the target; what is scanned behind it comes from the same source until a place
is scanned with empty hands. With one end fixed a place sets the other one, for the goods behind it.

Where goods are put away a bin may come first, with nothing in hand: what is scanned behind it, goods or a whole plate,
goes there at once, until another bin is scanned, or the place where goods come from.

Goods that were divided among bins are in hand part by part: the scan of one of these bins takes its part, the rest
stays in hand. At any other place they all are put, as whatever is in hand.

A plate that is scanned with empty hands where both ends are open is carried itself, with all that is on it, unless
goods are scanned behind it: those are taken off it. Everywhere else it is a place like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.place import PlateMoved
from desktop.domain.refusal import Refusal
from desktop.domain.repacking import check_repacked
from desktop.domain.stock import GoodsMoved, Movement, Override
from desktop.domain.task import ALL, PART, TELLING, Scan, Task, TaskKind, What, check_known, standing


@dataclass(frozen=True, slots=True)
class Course:
    """What a kind of task is for: `purpose` of its document, and the kinds of place where goods come from and go to.

    An end in `fixed` no scan can change. `default` is where the other end lies before a place was scanned: a kind of
    place, `selling` for the shop's own, empty where nobody can know.
    """

    purpose: str
    fixed_source: str = ""
    fixed_target: str = ""
    default: str = ""

    @property
    def is_open(self) -> bool:
        """Whether both ends are scanned."""
        return not (self.fixed_source or self.fixed_target)


COURSES = {
    TaskKind.RECEIVE: Course("received", fixed_source="supplier", default="receiving"),
    TaskKind.MOVE: Course("moved"),
    TaskKind.PUT_AWAY: Course("put_away", default="receiving"),
    TaskKind.WRITE_OFF: Course("written_off", fixed_target="waste", default="selling"),
    TaskKind.SEND: Course("sent", fixed_target="transit", default="selling"),
    TaskKind.TAKE_IN: Course("arrived", fixed_source="transit", default="receiving"),
    TaskKind.REPACK: Course("repacked", fixed_target="repacking", default="selling"),
    TaskKind.SUPPLIER_RETURN: Course("supplier_return", fixed_target="supplier", default="selling"),
}


@dataclass(frozen=True, slots=True)
class Carried:
    """What the scans come to: `done` lies where it belongs, `in_hand` waits for its place.

    Goods in hand go to the place that was suggested for them, if any; those that went elsewhere are `overrides`.
    `parts` of it were divided among bins. Plates are carried themselves: `plates_in_hand` wait for their place, and
    nobody knows here where `plates` stood before. `source_id` and `target_id` hold for the next goods, empty where
    a place must be scanned first; `loose` are goods that were scanned while nobody knew where they are; `unknown`
    are codes that mean nothing yet.
    """

    source_id: str
    target_id: str
    done: tuple[Movement, ...] = ()
    in_hand: tuple[Movement, ...] = ()
    loose: int = 0
    unknown: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    plates: tuple[PlateMoved, ...] = ()
    plates_in_hand: tuple[str, ...] = ()
    parts: tuple[Movement, ...] = ()


def carry(task: Task, scans: Sequence[Scan], before: Carried | None = None) -> Carried:
    """Go through the scans of a task, or on from what those `before` came to, of which none is taken back."""
    course, state = COURSES[task.kind], before or Carried(task.source_id, task.target_id)
    for scan in standing(scans):
        if scan.what in TELLING or scan.what is What.MAKE:
            continue
        if scan.what is What.UNKNOWN:
            state = replace(state, unknown=(*state.unknown, scan.code))
        elif scan.what is What.INTO:
            state = replace(_lay(task, state, scan.place_id), target_id=scan.place_id)
        elif scan.what is What.PLATE and course.is_open and (not state.in_hand or scan.code == ALL):
            state = replace(state, plates_in_hand=(*dict.fromkeys((*state.plates_in_hand, scan.place_id)),))
            state = _lay(task, state, state.target_id) if state.target_id else state
        elif scan.what in (What.PLACE, What.PLATE):
            state = _at(course, task, state, scan.place_id)
        else:
            state = _take(course, task, state, scan)
    return state


def _at(course: Course, task: Task, state: Carried, place_id: str) -> Carried:
    if course.fixed_source:
        return replace(state, target_id=place_id)
    if course.fixed_target:
        return replace(state, source_id=place_id)
    if not (state.in_hand or state.plates_in_hand):
        return replace(state, source_id=place_id, target_id="")
    bins = {part.to_place_id for part in state.parts}
    if place_id not in bins or bins == {place_id}:
        return _lay(task, state, place_id)
    rest = tuple(part for part in state.parts if part.to_place_id != place_id)
    laid = _lay(task, replace(state, in_hand=tuple(move for move in state.in_hand if move not in rest)), place_id)
    return replace(laid, in_hand=rest, parts=rest)


def _lay(task: Task, state: Carried, place_id: str) -> Carried:
    """What is in hand lies there."""
    laid = tuple(replace(move, to_place_id=place_id) for move in state.in_hand)
    elsewhere = tuple(
        Override(move.product_id, move.quantity_milli, move.to_place_id, place_id, move.lot)
        for move in state.in_hand
        if move.to_place_id not in ("", place_id)
    )
    put = tuple(PlateMoved(plate, "", place_id, task.id) for plate in state.plates_in_hand)
    state = replace(state, done=state.done + laid, overrides=state.overrides + elsewhere, plates=state.plates + put)
    return replace(state, in_hand=(), plates_in_hand=(), parts=())


def _take(course: Course, task: Task, state: Carried, scan: Scan) -> Carried:
    if state.plates_in_hand and not state.in_hand:
        *others, plate = state.plates_in_hand
        state = replace(state, source_id=plate, plates_in_hand=tuple(others))
    if not state.source_id:
        return replace(state, loose=state.loose + 1)
    target_id = scan.place_id if course.is_open else state.target_id
    way = (state.source_id, target_id) if scan.what is What.GOODS else (target_id, state.source_id)
    marks = (scan.mark,) if scan.mark and course.fixed_source else ()  # kept of what comes in
    goods = Movement(scan.product_id, *way, scan.quantity_milli, scan.lot, scan.expiry, marks=marks)
    if course.is_open:
        parts = (*state.parts, goods) if scan.code == PART else state.parts
        taken = replace(state, in_hand=(*state.in_hand, goods), parts=parts)
        return _lay(task, taken, state.target_id) if state.target_id else taken
    return replace(state, done=(*state.done, goods)) if state.target_id else replace(state, loose=state.loose + 1)


def to_document(task: Task, scans: Sequence[Scan]) -> GoodsMoved:
    """Give what a finished task moves, equal goods on one line in the order of their first scan; plates beside them.

    Refusals `task.loose` (goods of which nobody knows whence or whither), `task.in_hand`, `task.unknown`, and
    `stock.empty` when nothing was scanned.
    """
    state = carry(task, scans)
    check_known(state.unknown)
    if state.loose:
        raise Refusal(
            "task.loose", "Goods were scanned before their place.", "Take them back and scan the place first."
        )
    if state.in_hand or state.plates_in_hand:
        raise Refusal("task.in_hand", "Goods are still in hand.", "Scan the place where you put them.")
    moves = _summed(state.done)
    if not (moves or state.plates):
        raise Refusal("stock.empty", "Nothing was scanned.", "Scan something first.")
    if task.kind is TaskKind.REPACK:
        check_repacked(task.target_id, moves)
    purpose = COURSES[task.kind].purpose
    document = GoodsMoved(task.id, purpose, moves, task.reference, task.reason, task.note, order_id=task.order_id)
    return replace(document, overrides=_summed_overrides(state.overrides), plates=state.plates)


def _summed_overrides(overrides: Sequence[Override]) -> tuple[Override, ...]:
    lines: dict[tuple[str, ...], Override] = {}
    for one in overrides:
        key = (one.product_id, one.lot, one.suggested_place_id, one.chosen_place_id)
        known = lines.get(key)
        lines[key] = replace(one, quantity_milli=one.quantity_milli + (known.quantity_milli if known else 0))
    return tuple(lines.values())


def _summed(moves: Sequence[Movement]) -> tuple[Movement, ...]:
    lines: dict[tuple[str, str, str, str], Movement] = {}
    for move in moves:
        key = (move.product_id, move.from_place_id, move.to_place_id, move.lot)
        known = lines.get(key)
        milli = move.quantity_milli + (known.quantity_milli if known else 0)
        expiry = (known.expiry if known else "") or move.expiry
        marks = (*known.marks, *move.marks) if known else move.marks
        lines[key] = replace(move, quantity_milli=milli, expiry=expiry, marks=marks)
    return tuple(line for line in lines.values() if line.from_place_id != line.to_place_id)
