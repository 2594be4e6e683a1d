"""What the books say about goods in hand: that they lie elsewhere, or that there are not as many."""

from sqlalchemy import Connection

from desktop.domain.carrying import carry
from desktop.domain.product import Found
from desktop.domain.task import Task
from desktop.operations.rights import read_shop
from desktop.operations.stock import find_missing
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, orders, stock, tasks

MOST_GOODS = 60


def find_elsewhere(terminal: Terminal, product_id: str, place_id: str) -> list[str]:
    """Give the places that have the goods, where this one has none; how many there are nobody says."""
    with terminal.database.reading() as connection:
        held = {row.place_id for row in stock.read_on_hand(connection, [product_id]) if row.on_hand_milli > 0}
    return [] if place_id in held else sorted(held)


def list_goods(terminal: Terminal, task: Task, place_id: str) -> list[Found]:
    """Give what goods without a readable label may be: what the order waits for, else what the books have there.

    At most `MOST_GOODS`, by name; how many there should be nobody says.
    """
    with terminal.database.reading() as connection:
        order = orders.find(connection, task.order_id) if task.order_id else []
        wanted = set[str]().union(*(one.waits_for for one in order))
        known = wanted - {""} or _held_at(connection, place_id)
        found = [catalogue.find_product(connection, product_id) for product_id in sorted(known)[:MOST_GOODS]]
    return sorted((one for one in found if one is not None), key=lambda one: one.product.name.casefold())


def _held_at(connection: Connection, place_id: str) -> set[str]:
    rows = stock.read_book(connection, stock.list_held_at(connection, place_id))
    return {row.product_id for row in rows if row.place_id == place_id and row.on_hand_milli > 0}


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
