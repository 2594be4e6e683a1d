"""Goods fetched for orders: where to go next, what to take there, and what the scans of a picking come to. Pure.

A picking may be for several orders at once. What each line wanted when it began is kept with the task, so that the
scans come to the same whatever is heard of the orders meanwhile. The way leads by the sequence of the places; of goods
that lie in several lots the one that expires first goes first. With totes each order has one of its own: what was taken
waits in hand until the tote of its order was scanned; without, what was fetched together is sorted when all of it is
there. What is fetched for a pick face is put there last of all.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.order import Order
from desktop.domain.picked import Picked, Short, Taken
from desktop.domain.picking_route import Held, Pick, Spot, Want, plan
from desktop.domain.sorting import give, is_sorted, slot_of, waits_for_sorting
from desktop.domain.stock import Movement
from desktop.domain.task import HERE, Scan, What, standing


class PickStep(StrEnum):
    """What is done next: `TOTE` puts what is in hand where its order is, `FACE` what was fetched where it is picked,
    `SORT` gives what was fetched together to its orders, `FINISH` when nothing is left to do."""

    PLACE = "place"
    GOODS = "goods"
    TOTE = "tote"
    FACE = "face"
    SORT = "sort"
    FINISH = "finish"


class Way(StrEnum):
    """What else somebody may do at a step, beside scanning what it asks for."""

    SHORT = "short"
    INSTEAD = "instead"
    BACK = "back"
    POST = "post"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step as a screen shows it; what does not matter is empty. `quantity_milli` is what to take there.

    At `TOTE` a screen asks for the tote of `order_id`: `tote` if it has one, any free one if it is empty. When
    pieces are sorted, order, product and quantity are those of the last one, and `slot` says where it goes.
    """

    step: PickStep
    ways: tuple[Way, ...]
    place_id: str = ""
    product_id: str = ""
    lot: str = ""
    expiry: str = ""
    quantity_milli: int = 0
    order_id: str = ""
    line: int = 0
    tote: str = ""
    instead: bool = False
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a picking is planned on: places by their way, what lies there, and whether totes are used.

    `face_id` is the pick face that everything is fetched for, if it is.
    """

    spots: tuple[Spot, ...]
    held: tuple[Held, ...]
    with_totes: bool = False
    face_id: str = ""


@dataclass(frozen=True, slots=True)
class LineProgress:
    """How far a line is: picked, still to be fetched somewhere, and given up because no place has it."""

    want: Want
    done_milli: int
    open_milli: int
    short_milli: int


def wants_of(orders: Sequence[Order]) -> tuple[Want, ...]:
    """Give what is open of orders, the most urgent order first."""
    urgent = sorted(orders, key=lambda order: (-order.priority, order.due or "9999-12-31", order.number, order.id))
    return tuple(
        Want(
            order.id,
            line.n,
            line.product_id,
            line.open_milli,
            line.place_id,
            line.lot,
            line.quantity_milli * order.over_ppm_of(line) // 1_000_000,
            line.bundle_id,
        )
        for order in urgent
        for line in order.lines
        if line.open_milli
    )


def pick(wants: Sequence[Want], scans: Sequence[Scan], *, with_totes: bool = False, face_id: str = "") -> Picked:
    """Go through the scans of a picking; for a pick face goods are carried until that was scanned."""
    state = Picked(refused=sum(scan.what is What.REFUSED for scan in scans))
    left = {(want.order_id, want.n): want.quantity_milli for want in wants}
    kept = [scan for scan in scans if scan.what is not What.REFUSED]
    for scan in standing(kept):
        state = replace(state, scans=state.scans + (scan.code != HERE))
        match scan.what:
            case What.PLACE:
                state = replace(state, place_id=scan.place_id, carried=state.carried and scan.place_id != face_id)
            case What.SHORT:
                short = Short(scan.product_id, scan.place_id, scan.quantity_milli, scan.code)
                state = replace(state, short=(*state.short, short))
            case What.INSTEAD:
                state = replace(state, instead_of=scan.product_id)
            case What.TOTE:
                order_id = state.taken[-1].order_id if state.taken else ""
                totes = state.totes if state.tote_of(order_id) else (*state.totes, (scan.code, order_id))
                state = replace(state, in_hand=False, totes=totes)
            case What.SORTED:
                state = replace(state, sorted=(*state.sorted, give(state, scan)))
            case What.GOODS:
                taken = _take(wants, left, scan, state)
                state = replace(state, taken=(*state.taken, *taken), instead_of="", in_hand=with_totes)
                state = replace(state, carried=bool(face_id))
    return state


def _take(wants: Sequence[Want], left: dict[tuple[str, int], int], scan: Scan, state: Picked) -> list[Taken]:
    """Give a scan to the lines it fits, the line of its place first, each up to what it wants; the rest to the last."""
    wanted = state.instead_of or scan.product_id
    fit = [want for want in wants if want.product_id == wanted and (state.instead_of or want.lot in ("", scan.lot))]
    fit.sort(key=lambda want: want.place_id != state.place_id)
    taken, rest_milli = [], scan.quantity_milli
    for want in fit:
        key = want.order_id, want.n
        part_milli = rest_milli if want is fit[-1] else min(rest_milli, left[key])
        if part_milli:
            left[key] = max(left[key] - part_milli, 0)
            rest_milli -= part_milli
            move = Movement(scan.product_id, state.place_id, "", part_milli, scan.lot, scan.expiry, order_line=want.n)
            taken.append(Taken(want.order_id, want.n, move, scan.code, state.instead_of, scan.pack_milli))
    return taken


def plan_left(wants: Sequence[Want], picked: Picked, ground: Ground) -> tuple[Pick, ...]:
    """Give what is still to be fetched, place by place in the order of the way."""
    done = _done(picked)
    open_wants = [
        replace(want, quantity_milli=want.quantity_milli - done[want.order_id, want.n])
        for want in wants
        if want.quantity_milli > done[want.order_id, want.n]
    ]
    taken: Counter[tuple[str, str, str]] = Counter()
    for one in picked.taken:
        taken[one.move.product_id, one.move.from_place_id, one.move.lot] += one.move.quantity_milli
    held = [
        replace(row, quantity_milli=row.quantity_milli - taken[row.product_id, row.place_id, row.lot])
        for row in ground.held
    ]
    empty = frozenset((short.product_id, short.place_id) for short in picked.short)
    return plan(open_wants, held, ground.spots, empty)


def _done(picked: Picked) -> Counter[tuple[str, int]]:
    done: Counter[tuple[str, int]] = Counter()
    for one in picked.taken:
        done[one.order_id, one.n] += one.move.quantity_milli
    return done


def next_step(wants: Sequence[Want], picked: Picked, ground: Ground) -> NextStep:
    """Say what to do next."""
    if picked.in_hand:
        order_id = picked.taken[-1].order_id
        return NextStep(PickStep.TOTE, (Way.BACK,), order_id=order_id, tote=picked.tote_of(order_id))
    picks = plan_left(wants, picked, ground)
    if picked.instead_of:
        milli = sum(each.quantity_milli for each in picks if each.product_id == picked.instead_of)
        return NextStep(PickStep.GOODS, (Way.BACK,), product_id=picked.instead_of, quantity_milli=milli, instead=True)
    if not picks and picked.carried:
        return NextStep(PickStep.FACE, (Way.BACK,), ground.face_id)
    if not picks:
        return _sorting(wants, picked, ground)
    here = picks_here(picks, picked.place_id)
    first = here[0] if here else picks[0]
    ways = (Way.SHORT, *((Way.INSTEAD,) if here and not ground.face_id else ()), Way.BACK)
    return NextStep(
        PickStep.GOODS if here else PickStep.PLACE, (*ways, *_ending(picked)), first.place_id, first.product_id,
        first.lot, first.expiry, first.quantity_milli, first.order_id, first.n, picked.tote_of(first.order_id),
    )  # fmt: skip


def _sorting(wants: Sequence[Want], picked: Picked, ground: Ground) -> NextStep:
    """All is fetched: what was fetched together is sorted, if anybody wants to; a picking may end without."""
    together = not (ground.with_totes or ground.face_id)
    sorts = together and waits_for_sorting(picked) and not is_sorted(picked)
    step = NextStep(PickStep.SORT if sorts else PickStep.FINISH, (Way.BACK, *_ending(picked)))
    if not picked.sorted:
        return step
    last = picked.sorted[-1]
    return replace(
        step, product_id=last.product_id, lot=last.lot, quantity_milli=last.quantity_milli, order_id=last.order_id,
        slot=slot_of(wants, last.order_id),
    )  # fmt: skip


def picks_here(picks: Sequence[Pick], place_id: str) -> tuple[Pick, ...]:
    """Give what is to be taken at this place; where nothing is left but goods of no known place, these."""
    here = tuple(each for each in picks if place_id and each.place_id == place_id)
    return here or (tuple(picks) if place_id and not picks[0].place_id else ())


def _ending(picked: Picked) -> tuple[Way, ...]:
    return (Way.POST,) if picked.taken or picked.short else ()


def progress(wants: Sequence[Want], picked: Picked, ground: Ground) -> tuple[LineProgress, ...]:
    """Say of each line what is picked, what is still to be fetched, and what no place has."""
    done = _done(picked)
    offered: Counter[tuple[str, int]] = Counter()
    for each in plan_left(wants, picked, ground):
        offered[each.order_id, each.n] += each.quantity_milli
    lines = []
    for want in wants:
        key = want.order_id, want.n
        left_milli = max(want.quantity_milli - done[key], 0)
        lines.append(LineProgress(want, done[key], offered[key], left_milli - offered[key]))
    return tuple(lines)
