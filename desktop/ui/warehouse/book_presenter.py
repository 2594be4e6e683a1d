"""What is odd about goods that were scanned: by themselves, or as the books have them elsewhere, or not as many."""

from desktop.domain.product import Found
from desktop.domain.task import Scan, Task, TaskKind
from desktop.domain.task_step import COMES_IN, TAKES
from desktop.operations.book import find_elsewhere, find_lacking
from desktop.operations.terminal import Terminal
from desktop.ui.warehouse.tally_presenter import Tally
from desktop.ui.warehouse.task_rows import Look

MOST_PLACES = 2


def see_odd(terminal: Terminal, tally: Tally, task: Task, found: Found, scan: Scan) -> tuple[Look, str]:
    """Give what is odd about goods that were just taken, and what to name; how many there should be nobody says."""
    doubt = tally.doubt(found, terminal.clock.now().date(), comes=task.kind in COMES_IN)
    if doubt:
        return doubt, scan.expiry
    if task.kind is TaskKind.COUNT:
        places = find_elsewhere(terminal, scan.product_id, scan.place_id)[:MOST_PLACES]
        return ("elsewhere", ", ".join(tally.codes.get(place, "") for place in places)) if places else ("", "")
    if task.kind in TAKES and (place := find_lacking(terminal, task, scan.product_id, scan.lot)):
        return "not_there", tally.codes.get(place, "")
    return "", scan.expiry
