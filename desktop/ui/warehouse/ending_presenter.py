"""The end of a task: its document, and what may be told of it to whoever finished it."""

from desktop.domain.counting import StockCounted
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.domain.task import Task
from desktop.domain.task_step import End
from desktop.operations import counting, staff, tasks
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.ui.warehouse.tally_presenter import Tally
from desktop.ui.warehouse.task_rows import Difference, Finished


def finish(terminal: Terminal, tally: Tally, task: Task, end: End) -> Finished:
    """Post a task this way. Refusals as the operations."""
    person, pieces_milli = staff.signed_in(terminal), sum(tally.sums.values())
    if end is End.POST:
        document = tasks.post_task(terminal, person, task.id)
        return Finished(str(task.kind), len(document.moves), pieces_milli)
    counted = counting.post_count(terminal, person, task.id, zero_uncounted=end is End.ZERO)
    places = len({line.place_id for line in counted.lines} | set(tally.places))
    differences = _differences(tally, counted) if _may_see(terminal) else None
    return Finished(str(task.kind), len(counted.lines), pieces_milli, places, differences)


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
        )
        for line in counted.lines
        if line.difference_milli
    )
