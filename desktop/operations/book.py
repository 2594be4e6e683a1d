"""What the books say about goods in hand: that they lie elsewhere, or that there are not as many."""

from desktop.domain.carrying import carry
from desktop.domain.task import Task
from desktop.operations.rights import read_shop
from desktop.operations.stock import find_missing
from desktop.operations.terminal import Terminal
from desktop.store import stock, tasks


def find_elsewhere(terminal: Terminal, product_id: str, place_id: str) -> list[str]:
    """Give the places that have the goods, where this one has none; how many there are nobody says."""
    with terminal.database.reading() as connection:
        held = {row.place_id for row in stock.read_on_hand(connection, [product_id]) if row.on_hand_milli > 0}
    return [] if place_id in held else sorted(held)


def find_lacking(terminal: Terminal, task: Task, product_id: str, lot: str) -> str:
    """Give the place from which a task took more of the goods than the books have there; empty for none.

    A shop that allows it is not told.
    """
    with terminal.database.reading() as connection:
        shop = read_shop(connection, terminal)
        if shop is None or shop.stock_terms.negative == "allow":
            return ""
        state = carry(task, tasks.list_scans(connection, task.id))
        moves = [move for move in (*state.done, *state.in_hand) if (move.product_id, move.lot) == (product_id, lot)]
        source = moves[-1].from_place_id if moves else ""
        milli = sum(move.quantity_milli for move in moves if move.from_place_id == source)
        return source if source and find_missing(connection, product_id, source, lot, milli) else ""
