"""Goods received, sent or returned against an order, part by part: begun, marked, looked at after each scan, posted."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.carrying import COURSES
from desktop.domain.order import Order, OrderKind
from desktop.domain.receiving import Received, compare, last_goods, to_deviations
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.operations import tasks
from desktop.operations.expiring import find_expiring
from desktop.operations.orders import find_order, leave_order, take_order
from desktop.operations.permissions import permit
from desktop.operations.setting_aside import has_goods, set_aside
from desktop.operations.terminal import Terminal, require_open
from desktop.operations.transfers import open_transfer
from desktop.store import orders
from desktop.store import tasks as kept
from desktop.store.topics import Topic

KINDS = {
    OrderKind.RECEIPT: TaskKind.RECEIVE,
    OrderKind.BLIND_RECEIPT: TaskKind.RECEIVE,
    OrderKind.ARRIVAL: TaskKind.TAKE_IN,
    OrderKind.SENDING: TaskKind.SEND,
    OrderKind.SUPPLIER_RETURN: TaskKind.SUPPLIER_RETURN,
}
"""Which kind of task brings in the goods of an order, sends them, or returns them to their supplier."""


def begin(
    terminal: Terminal, person: Person | None, name: str, *kinds: OrderKind, place_id: str = "", take_over: bool = False
) -> tuple[Order, Task]:
    """Begin a delivery for the open order with this id or number, of these kinds where some are named.

    Goods lie at a place (or come from it when they leave the shop), else where the order says.
    Refusals `order.none`, `order.several`, `order.kind`, `order.taken`, `order.assigned`, and those of `open_task`.
    """
    order = find_order(terminal, name, *kinds)
    if order.kind not in KINDS:
        raise Refusal("order.kind", "Nothing is received for this order.", "Choose an order that expects goods.")
    take_order(terminal, person, order.id, take_over=take_over)
    if order.kind in (OrderKind.ARRIVAL, OrderKind.SENDING):
        return order, open_transfer(terminal, person, order, place_id)
    kind = KINDS[order.kind]
    said_id = order.target_place_id if kind is TaskKind.RECEIVE else order.source_place_id
    task = tasks.open_task(
        terminal,
        person,
        kind,
        place_id=place_id or said_id,
        reference=order.number,
        order_id=order.id,
    )
    return order, task


def mark(terminal: Terminal, task_id: str, what: What) -> Scan:
    """Mark the goods of the last scan as damaged or wrong. Refusals `task.gone`, `receiving.nothing`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        goods = last_goods(kept.list_scans(connection, task_id))
        return tasks.keep_scan(connection, terminal, task_id, replace(goods, what=what, code=f"CMD:{what.upper()}"))


def read_received(terminal: Terminal, task_id: str) -> Received:
    """Say what is left and what is too much, with every scan so far. Refusal `task.gone`."""
    with terminal.database.reading() as connection:
        return _read(connection, tasks.require_task(connection, task_id))


def _read(connection: Connection, task: Task) -> Received:
    found = orders.find(connection, task.order_id) if task.order_id else []
    return compare(found[0] if found else None, task, kept.list_scans(connection, task.id))


def post(
    terminal: Terminal,
    person: Person | None,
    task_id: str,
    *,
    ends: bool = False,
    reasons: Mapping[str, str] | None = None,
    reason: str = "",
    costs_e4: Mapping[str, int] | None = None,
    aside_id: str = "",
    granter: Person | None = None,
) -> GoodsMoved:
    """Finish a delivery; the order ends with it when nothing is left, or with `ends`, when nothing more comes.

    What another shop sent ends when it is level: what is missing or too much stays on its way until a person decides.
    `reasons` by product, or `reason` for all, say why something is not as ordered. With `ends` nothing has to have
    come. `aside_id` as `post_task`. More than is taken without a reason, and what expires too soon for a shop that
    forbids it, needs a right beside it, or a `granter` with it. Refusals as `to_deviations`, `find_expiring` and
    `post_task`, `staff.approval`.
    """
    with terminal.database.reading() as connection:
        task = tasks.require_task(connection, task_id)
        received, scans = _read(connection, task), kept.list_scans(connection, task_id)
        deviations = to_deviations(received, ends=ends, reasons=reasons or {}, reason=reason)
        expiring = find_expiring(connection, terminal, task, scans, reasons or {}, reason)
        lent = ""
        if task.kind is TaskKind.RECEIVE and (expiring or any(line.is_too_much for line in received.lines)):
            _, lent = permit(connection, terminal, person, Right.RECEIVE_OVER, granter)
    done = received.is_level if task.kind is TaskKind.TAKE_IN else ends or received.is_whole
    if ends and not has_goods(scans) and (aside_id or not _is_unknown(scans)):
        document = GoodsMoved(task.id, COURSES[task.kind].purpose, (), task.reference, order_id=task.order_id)
        return _say(terminal, person, task, replace(document, ends_order=done, deviations=deviations), aside_id)
    return tasks.post_task(
        terminal,
        person,
        task_id,
        ends_order=done,
        deviations=(*deviations, *expiring),
        costs_e4=costs_e4 or {},
        aside_id=aside_id,
        granted_by=lent,
    )


def _is_unknown(scans: tuple[Scan, ...]) -> bool:
    """Whether a code stands that means nothing yet."""
    return any(scan.what is What.UNKNOWN for scan in standing(scans))


def _say(terminal: Terminal, person: Person | None, task: Task, document: GoodsMoved, aside_id: str) -> GoodsMoved:
    """Seal that nothing came and nothing more will; codes that mean nothing yet are kept all the same."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        set_aside(connection, terminal, task, aside_id)
        terminal.record(connection, document, who)
        leave_order(connection, terminal, task)
        kept.drop(connection, document.document_id)
    return document
