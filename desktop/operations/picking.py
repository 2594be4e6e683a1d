"""Picking for orders: begun and taken over, kept scan by scan, and posted as one document for each order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.order import Order, OrderKind, OrderTaken
from desktop.domain.picked import Picked
from desktop.domain.picking import Ground, NextStep, next_step, pick, plan_left, wants_of
from desktop.domain.picking_document import to_documents
from desktop.domain.picking_route import Pick, Want
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Task
from desktop.domain.task_step import FETCHING, FOR_ORDER
from desktop.operations.orders import check_free, find_open, refuse_taken
from desktop.operations.permissions import permit
from desktop.operations.refilling import check_waits
from desktop.operations.stock import record_document
from desktop.operations.tasks import require_task
from desktop.operations.terminal import Terminal, require_open
from desktop.operations.worked import note_work
from desktop.store import picking as kept
from desktop.store import stock, tasks
from desktop.store.picking import Begun
from desktop.store.topics import Topic

FETCHED = (OrderKind.PICKING, OrderKind.REFILL)
"""Kinds of order whose goods are fetched on a way."""


@dataclass(frozen=True, slots=True)
class Picking:
    """A picking in hand: what it is for, what was done of it, and the step that is next."""

    task: Task
    begun: Begun
    wants: tuple[Want, ...]
    picked: Picked
    ground: Ground
    plan: tuple[Pick, ...]
    step: NextStep


def begin_picking(
    terminal: Terminal,
    person: Person | None,
    names: Sequence[str],
    *,
    take_over: bool = False,
    with_totes: bool = False,
    at_once: bool = False,
) -> Task:
    """Begin with orders (ids or numbers), or go on with the picking that is in hand for one of them.

    Others are told who is at it. What somebody else took within the last half hour needs `take_over`, what waits for
    goods at its pick face has to be wanted `at_once`. A refill goes alone: it has a face of its own.
    Refusals `order.none`, `order.several`, `order.kind`, `order.taken`, `order.assigned`, `order.waits`,
    `stock.no_place`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        now = terminal.clock.now()
        task = _in_hand(connection, names)
        if task is not None:
            if task.person_id != who.id and not take_over:
                raise refuse_taken(connection, task.reference, task.person_id, "", task.opened_at)
            orders = kept.read(connection, task.id).orders
            task = replace(task, person_id=who.id)
            tasks.keep_person(connection, task)
        else:
            orders = tuple(find_open(connection, name, *FETCHED) for name in dict.fromkeys(names))
            _check_alone(orders)
            if not at_once:
                check_waits(connection, orders)
            for order in () if take_over else orders:
                check_free(connection, order, who, now)
            task = _open(connection, who, orders, now, with_totes=with_totes)
        for order in orders:
            terminal.record(connection, OrderTaken(order.id), who)
    return task


def _check_alone(orders: Sequence[Order]) -> None:
    if len(orders) > 1 and any(order.kind is OrderKind.REFILL for order in orders):
        raise Refusal("order.kind", "This is not an order of that kind.", "Choose one of the list.")


def _in_hand(connection: Connection, names: Sequence[str]) -> Task | None:
    for task in tasks.list_open(connection):
        if task.kind in FETCHING:
            orders = kept.read(connection, task.id).orders
            if any({order.id, order.number} & set(names) for order in orders):
                return task
    return None


def _open(connection: Connection, who: Person, orders: Sequence[Order], now: datetime, *, with_totes: bool) -> Task:
    task = Task(
        new_id(now), FOR_ORDER[orders[0].kind], iso(now), who.id, "", target_of(connection, orders[0]),
        ", ".join(order.number for order in orders), order_id=orders[0].id,
    )  # fmt: skip
    tasks.add(connection, task)
    kept.keep(connection, task.id, Begun(tuple(orders), with_totes))
    return task


def target_of(connection: Connection, order: Order) -> str:
    """Give where an order's goods go: the place it names, the shop's packing, or the customer. Refusal."""
    for target_id in (
        order.target_place_id, stock.find_kind(connection, "packing"), stock.find_kind(connection, "customer")
    ):  # fmt: skip
        if target_id:
            return target_id
    raise Refusal("stock.no_place", "The shop has no place for this.", "Ask head office to add it.")


def read_picking(connection: Connection, task_id: str) -> Picking:
    """Give a picking in hand as it stands. Refusal `task.gone`."""
    task = require_task(connection, task_id)
    begun = kept.read(connection, task_id)
    wants, ground = wants_of(begun.orders), kept.read_ground(connection, begun)
    scans = tasks.list_scans(connection, task_id)
    picked = pick(wants, scans, with_totes=begun.with_totes, face_id=ground.face_id)
    plan = plan_left(wants, picked, ground)
    return Picking(task, begun, wants, picked, ground, plan, next_step(wants, picked, ground))


def post_picking(terminal: Terminal, person: Person | None, task_id: str, *, ends: bool = False) -> list[GoodsMoved]:
    """Seal what was picked, a document for each order, and forget the task, in one transaction.

    An order that lacks something, or that is packed next, stays open and is left to others; what lacks something `ends`
    as it is where that is said, and a refill always does: what it lacks the centre asks for anew. What was picked is
    kept whatever became of its order meanwhile. Refusals `task.gone`, `task.in_hand`, `stock.empty`, `right.*`.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        picking = read_picking(connection, task_id)
        if picking.picked.in_hand or picking.picked.carried:
            raise Refusal("task.in_hand", "Goods are still in hand.", "Scan the place where you put them.")
        documents = _documents(connection, terminal, picking, ends=ends)
        if not documents:
            raise Refusal("stock.empty", "Nothing was scanned.", "Scan something first.")
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        for document in documents:
            record_document(connection, terminal, person, document, Right.MOVE_GOODS)
            if not document.ends_order:
                terminal.record(connection, OrderTaken(document.order_id, left=True), who)
        lines = sum(len(document.moves) for document in documents)
        note_work(connection, terminal, who.id, scans=picking.picked.scans, lines=lines)
        tasks.drop(connection, task_id)
    return documents


def _documents(connection: Connection, terminal: Terminal, picking: Picking, *, ends: bool) -> list[GoodsMoved]:
    task, orders = picking.task, picking.begun.orders
    targets = {order.id: target_of(connection, order) for order in orders}
    ids = {order.id: task.id if order is orders[0] else new_id(terminal.clock.now()) for order in orders}
    numbers = {order.id: order.number for order in orders}
    packs = {order.id for order in orders if order.packs}
    refills = {order.id for order in orders if order.kind is OrderKind.REFILL}
    outside = stock.find_kind(connection, "customer")
    documents = to_documents(picking.wants, picking.picked, targets, ids, ends=ends)
    return [
        replace(
            document,
            purpose="shipped" if targets[document.order_id] == outside else "moved",
            reference=numbers[document.order_id],
            ends_order=(document.ends_order or document.order_id in refills) and document.order_id not in packs,
            began_at=task.opened_at,
            scans=picking.picked.scans if document is documents[0] else 0,
            refused=picking.picked.refused if document is documents[0] else 0,
        )
        for document in documents
    ]


def drop_picking(terminal: Terminal, person: Person | None, task_id: str) -> None:
    """Forget a picking or packing: nothing happened, its orders are left to others. Refusals `task.gone`, `right.*`."""
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_task(connection, task_id)
        who, _ = permit(connection, terminal, person, Right.MOVE_GOODS)
        for order in kept.read(connection, task_id).orders:
            terminal.record(connection, OrderTaken(order.id, left=True), who)
        tasks.drop(connection, task_id)
