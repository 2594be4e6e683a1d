"""A code that nobody knows is bound where it was scanned: the goods that are scanned next are what it is."""

from desktop.domain.refusal import Refusal
from desktop.domain.task import What
from desktop.operations import staff
from desktop.operations.parked_codes import ONE_MILLI, bind_code
from desktop.operations.task_codes import Understood
from desktop.operations.terminal import Terminal
from desktop.ui.warehouse.task_rows import TaskState


def bind_scanned(terminal: Terminal, code: str, meant: Understood, times_milli: int | None) -> str:
    """Say that a code is of scanned goods, so many in one of it, and give what they are called.

    Refusals `bind.goods` for a scan that names no goods, or several, and those of `bind_code`.
    """
    if len(meant.found) != 1:
        said, remedy = "This names no goods by itself.", "Scan goods that are known, or type their article number."
        raise Refusal("bind.goods", said, remedy)
    product = meant.found[0].product
    bind_code(terminal, staff.signed_in(terminal), code, product, times_milli or ONE_MILLI)
    return product.name or product.sku


def find_unknown(state: TaskState) -> str:
    """Give the code that is to be bound: that of the chosen row, else the newest that nobody knows.

    Refusal `bind.nothing`.
    """
    unknown = [row for row in state.rows if row.what is What.UNKNOWN]
    chosen = [row.code for row in unknown if row.n == state.chosen] or [row.code for row in unknown]
    if not chosen:
        raise Refusal("bind.nothing", "No code here waits for its goods.", "Scan the code first.")
    return chosen[0]
