"""The end of a task: its document, and what may be told of it to whoever finished it."""

from desktop.domain.counting import StockCounted
from desktop.domain.ids import new_id
from desktop.domain.order import Order
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.task import Task, TaskKind
from desktop.domain.task_step import End
from desktop.operations import counting, receiving, staff, tasks
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.store import orders
from desktop.ui.warehouse.tally_presenter import Tally
from desktop.ui.warehouse.task_rows import Difference, Finished

WHY = ("receiving.over", "receiving.short", "receiving.expiring")
"""Refusals that a reason answers."""
LENT = {TaskKind.WRITE_OFF: Right.ADJUST_STOCK, TaskKind.RECEIVE: Right.RECEIVE_OVER}
"""What somebody else may allow at the end of a task."""


def finish(
    terminal: Terminal,
    tally: Tally,
    task: Task,
    end: End,
    reason: str = "",
    *,
    closes: bool = False,
    granter: Person | None = None,
) -> Finished:
    """Post a task this way; `reason` says why it is not as ordered, `closes` that its order is counted no more,
    `granter` allows what this person may not do alone.

    Counted for an order nobody is told what the book said. Refusals as the operations.
    """
    person, pieces_milli = staff.signed_in(terminal), sum(tally.sums.values())
    aside_id = new_id(terminal.clock.now())
    if task.kind in receiving.KINDS.values():
        closing = end is End.CLOSE
        document = receiving.post(
            terminal, person, task.id, ends=closing, reason=reason, aside_id=aside_id, granter=granter
        )
        return Finished(str(task.kind), len(document.moves), pieces_milli)
    if task.kind is not TaskKind.COUNT:
        asks = end is End.ASK
        document = tasks.post_task(terminal, person, task.id, aside_id=aside_id, granter=granter, asks=asks)
        return Finished(str(task.kind), len(document.moves), pieces_milli, waits=document.waits)
    closes = closes or end is End.CLOSE
    counted = counting.post_count(terminal, person, task.id, zero_uncounted=end is End.ZERO, ends_order=closes)
    places = len({line.place_id for line in counted.lines} | set(tally.places))
    differences = _differences(tally, counted) if not task.order_id and _may_see(terminal) else None
    return Finished(str(task.kind), len(counted.lines), pieces_milli, places, differences)


def is_delivery(task: Task) -> bool:
    """Whether goods are received, sent or returned for an order."""
    return bool(task.order_id) and task.kind in receiving.KINDS.values()


def read_wanted(terminal: Terminal, task: Task) -> dict[str, int]:
    """Say what the order of a delivery wants by product, in thousandths; a blind one says nothing."""
    wanted: dict[str, int] = {}
    found = _read_order(terminal, task)
    for line in (line for order in found if not order.is_blind for line in order.lines):
        wanted[line.product_id] = wanted.get(line.product_id, 0) + line.open_milli
    return wanted


def is_blind_order(terminal: Terminal, task: Task) -> bool:
    """Whether nobody here is told what the order of a delivery wants: more may come until a person says no."""
    return any(order.is_blind for order in _read_order(terminal, task))


def _read_order(terminal: Terminal, task: Task) -> list[Order]:
    if not is_delivery(task):
        return []
    with terminal.database.reading() as connection:
        return orders.find(connection, task.order_id)


def read_left(terminal: Terminal, tally: Tally, task: Task) -> tuple[tuple[str, int, str], ...]:
    """Say what the order of a delivery still wants: name, thousandths, unit."""
    lines = receiving.read_received(terminal, task.id).lines if is_delivery(task) else ()
    return tuple(
        (tally.name(line.line.product_id), line.left_milli, tally.unit(line.line.product_id))
        for line in lines
        if line.left_milli
    )


def _may_see(terminal: Terminal) -> bool:
    try:
        check(terminal, staff.signed_in(terminal), Right.SEE_EXPECTED)
    except Refusal:
        return False
    return True


def _differences(tally: Tally, counted: StockCounted) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            tally.name(line.product_id),
            tally.codes.get(line.place_id, ""),
            line.counted_milli,
            line.book_milli,
            tally.unit(line.product_id),
            line.lot,
            line.waits,
        )
        for line in counted.lines
        if line.difference_milli
    )
