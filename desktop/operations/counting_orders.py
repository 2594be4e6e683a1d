"""Counts that head office wants: begun by whoever has not counted the same before, place by place on one way."""

from desktop.domain.counting import check_counter
from desktop.domain.counting_route import Stop, make_route
from desktop.domain.order import Order, OrderKind
from desktop.domain.picking_route import Spot
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.task import Task, TaskKind
from desktop.operations import tasks
from desktop.operations.orders import find_order, take_order
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.store import orders, places


def begin_count(
    terminal: Terminal,
    person: Person | None,
    name: str,
    *,
    reference: str = "",
    note: str = "",
    take_over: bool = False,
) -> tuple[Order, Task]:
    """Begin to count for the open order with this id or number, and let the others know who is at it.

    Several may be at a count of several places; at one of a single place nobody else is without `take_over`.
    Refusals `order.none`, `order.several`, `order.taken`, `order.assigned`, `count.order`, `count.same_person`,
    `right.*`.
    """
    order = find_order(terminal, name)
    if order.kind is not OrderKind.COUNT:
        said = f"Nothing is to be counted for the order {name[:60]}."
        raise Refusal("count.order", said, "Name an order to count.", facts={"order": name[:60]})
    check_counter(order, check(terminal, person, tasks.RIGHTS[TaskKind.COUNT]).id)
    take_order(terminal, person, order.id, take_over=take_over)
    number = reference or order.number
    return order, tasks.open_task(terminal, person, TaskKind.COUNT, reference=number, note=note, order_id=order.id)


def check_order_counter(terminal: Terminal, person: Person | None, task: Task) -> None:
    """Refuse a count in hand to somebody who has counted the same before. Refusal `count.same_person`."""
    order = _find(terminal, task)
    if order and person:
        check_counter(order, person.id)


def read_route(terminal: Terminal, task: Task) -> tuple[Stop, ...]:
    """Give the way of a count in hand; none where no order says what to count."""
    order = _find(terminal, task)
    if order is None:
        return ()
    with terminal.database.reading() as connection:
        tree = places.read_tree(connection)
    return make_route(order, [Spot(place.id, place.code, place.pick_sequence) for place in tree.places.values()])


def _find(terminal: Terminal, task: Task) -> Order | None:
    if task.kind is not TaskKind.COUNT or not task.order_id:
        return None
    with terminal.database.reading() as connection:
        return next(iter(orders.find(connection, task.order_id)), None)
