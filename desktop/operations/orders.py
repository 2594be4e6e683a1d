"""Orders of the warehouse: who is at one, and what is left of it."""

from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.order import Order, OrderKind, OrderTaken, allot
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.store import orders
from desktop.store.topics import Topic


def find_order(terminal: Terminal, name: str, *kinds: OrderKind) -> Order:
    """Give the open order with this id or number, of these kinds where some are named.

    Refusals `order.none`, `order.several`.
    """
    with terminal.database.reading() as connection:
        return find_open(connection, name, *kinds)


def find_open(connection: Connection, name: str, *kinds: OrderKind) -> Order:
    """Give the open order with this id or number, of these kinds where some are named. Refusals as `find_order`."""
    found = [order for order in orders.find(connection, name) if not kinds or order.kind in kinds]
    if not found:
        said = f"There is no open order {name[:60]}."
        raise Refusal("order.none", said, "It may be done already, or not be here yet.", facts={"order": name[:60]})
    if len(found) > 1:
        said = f"Several orders have the number {name[:60]}."
        raise Refusal("order.several", said, "Choose one of them from the list.", facts={"order": name[:60]})
    return found[0]


def take_order(terminal: Terminal, person: Person | None, order_id: str, *, left: bool = False) -> Order:
    """Tell the others who is at an order now, or that it is left to them. Refusals `order.none`, `right.*`."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        found = find_open(connection, order_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        terminal.record(connection, OrderTaken(found.id, left), who)
    return found


def to_order(connection: Connection, document: GoodsMoved) -> GoodsMoved:
    """Say of each movement of a document which line of its order it is for; an order that ended meanwhile has none."""
    found = orders.find(connection, document.order_id) if document.order_id else []
    return replace(document, moves=allot(found[0].lines, document.moves)) if found else document
