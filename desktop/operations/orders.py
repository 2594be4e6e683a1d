"""Orders of the warehouse: who is at one, and what is left of it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain.order import Order, OrderKind, OrderTaken, allot, is_renewed, is_taken
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Task
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open
from desktop.store import orders, people, tasks
from desktop.store import picking as begun_orders
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


def take_order(terminal: Terminal, person: Person | None, order_id: str, *, take_over: bool = False) -> Order:
    """Tell the others who is at an order now. One that somebody else took within the last half hour, or that head
    office gave to somebody else, needs `take_over`.

    Refusals `order.none`, `order.taken`, `order.assigned`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        found = find_open(connection, order_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        if not take_over:
            check_free(connection, found, who, terminal.clock.now())
        terminal.record(connection, OrderTaken(found.id), who)
    return found


def check_free(connection: Connection, order: Order, who: Person, now: datetime) -> None:
    """Refuse what somebody else is at, or should do. Refusals `order.taken`, `order.assigned`.

    Who does not work here any more, and who is at it already, keep nobody from it.
    """
    if not order.is_shared and is_taken(order, who.id, now):
        raise refuse_taken(connection, order.number, order.taken_by, order.taken_on, order.taken_at)
    if order.assigned_to in ("", who.id) or order.taken_by == who.id:
        return
    other = people.read_person(connection, order.assigned_to)
    if other is not None:
        said, facts = f"{order.number} is for {other.name}.", {"who": other.name, "order": order.number}
        raise Refusal("order.assigned", said, "Take it only when they cannot do it.", facts=facts)


def refuse_taken(connection: Connection, number: str, person_id: str, device: str, since: str) -> Refusal:
    """Say who is at an order, on which device and since when. Gives `order.taken`."""
    person = people.read_person(connection, person_id)
    name = person.name if person else person_id
    said = f"{name} is at {number} since {since}."
    facts = {"who": name, "order": number, "since": since, "device": device}
    return Refusal("order.taken", said, "Take it over only when you know that they left it.", facts=facts)


def renew_orders(connection: Connection, terminal: Terminal, task: Task) -> None:
    """Say with a scan that somebody is still at the orders of a task, in time before others may take them."""
    last_at = tasks.read_last_at(connection, task.id) or task.opened_at
    if not is_renewed(task.opened_at, last_at, terminal.clock.now()):
        return
    if person := people.read_person(connection, task.person_id):
        for order_id in begun_orders.list_orders(connection, task):
            terminal.record(connection, OrderTaken(order_id), person)


def leave_order(connection: Connection, terminal: Terminal, task: Task) -> None:
    """Leave the order of a task to others, unless it has ended or somebody else has taken it over."""
    found = next(iter(orders.find(connection, task.order_id)), None) if task.order_id else None
    person = people.read_person(connection, task.person_id)
    if found is not None and person is not None and found.taken_by in ("", person.id):
        terminal.record(connection, OrderTaken(found.id, left=True), person)


def to_order(connection: Connection, document: GoodsMoved) -> GoodsMoved:
    """Say of each movement of a document which line of its order it is for; an order that ended meanwhile has none."""
    found = orders.find(connection, document.order_id) if document.order_id else []
    return replace(document, moves=allot(found[0].lines, document.moves)) if found else document
