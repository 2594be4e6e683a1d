"""Which bin goods are best put into, by what the books and the task in hand say."""

from sqlalchemy import Connection

from desktop.domain.carrying import Carried, carry
from desktop.domain.product import Found
from desktop.domain.putting_away import Goods, Suggestion, suggest
from desktop.operations.tasks import require_task
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, places, tasks


def suggest_bin(terminal: Terminal, task_id: str, found: Found, times: int = 1) -> Suggestion | None:
    """Say where the next goods of a task go best; who scans them hands the place to `tasks.scan_goods`.

    Refusal `task.gone`.
    """
    with terminal.database.reading() as connection:
        state = carry(require_task(connection, task_id), tasks.list_scans(connection, task_id))
        milli = (found.quantity_milli or found.pack_milli) * times
        return find_bin(connection, state, found.product.id, milli, found.serial or found.lot)


def find_bin(connection: Connection, state: Carried, product_id: str, milli: int, lot: str) -> Suggestion | None:
    """Say where goods go best, goods on their way counted where they go."""
    tree = places.read_tree(connection)
    content = places.read_content(connection, tree)
    for move in (*state.done, *state.in_hand):
        for place_id, sign in ((move.from_place_id, -1), (move.to_place_id, 1)):
            held = content.setdefault(place_id, {})
            key = (move.product_id, move.lot)
            held[key] = held.get(key, 0) + sign * move.quantity_milli
    product = catalogue.read_product(connection, product_id)
    return suggest(tree, content, Goods(product_id, milli, lot, product.category if product else ""))
