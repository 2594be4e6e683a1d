"""What can be done in the warehouse: begin a task, go on with one, take an order. A scan of an order's number opens it.

Which kinds there are and what an order leads to is said by `desktop.domain.task_step`; nothing here knows a kind.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.order import Order
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.domain.task import TaskKind
from desktop.domain.task_step import BY_HAND, ELSEWHERE, FOR_ORDER
from desktop.faults import Fault
from desktop.operations import receiving, staff, tasks
from desktop.operations.orders import take_order
from desktop.operations.permissions import check
from desktop.operations.terminal import Terminal
from desktop.operations.worked import read_worked
from desktop.reading import read_code
from desktop.store import orders, people
from desktop.store import tasks as kept
from desktop.store.topics import Topic
from desktop.ui.warehouse.home_rows import HomeState, InHand


class HomePresenter(QObject):
    """`changed(HomeState)`; `opened(str)` tells the id of a task to be shown; `sounded(str)`, `faulted(Fault)`."""

    changed = Signal(object)
    opened = Signal(str)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._shown = False
        self.state = HomeState()
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown."""
        self._shown = True
        self._attempt(self._reload)

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False

    def begin(self, kind: TaskKind, reason: str = "") -> None:
        """Begin a task by hand."""
        self._attempt(lambda: self._begin(kind, reason))

    def begin_order(self, order_id: str) -> None:
        """Begin what an order wants, and let the others know who is at it."""
        order = next(order for order in self.state.orders if order.id == order_id)
        self._attempt(lambda: self._begin_order(order))

    def go_on(self, task_id: str) -> None:
        """Show a task in hand."""
        self.opened.emit(task_id)

    def scan(self, raw: str | bytes) -> None:
        """Take an order by its number; everything else is scanned in a task."""
        self._attempt(lambda: self._scan(raw))

    def dismiss(self) -> None:
        """What was said was read."""
        self._put(refusal=None, code="")

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _begin(self, kind: TaskKind, reason: str) -> None:
        task = tasks.open_task(self._terminal, staff.signed_in(self._terminal), kind, reason=reason)
        self.opened.emit(task.id)

    def _begin_order(self, order: Order) -> None:
        person = staff.signed_in(self._terminal)
        kind = FOR_ORDER[order.kind]
        check(self._terminal, person, tasks.RIGHTS.get(kind, Right.MOVE_GOODS))
        if order.kind in receiving.KINDS:
            _, task = receiving.begin(self._terminal, person, order.id)
        else:
            take_order(self._terminal, person, order.id)
            task = tasks.open_task(self._terminal, person, kind, reference=order.number, order_id=order.id)
        self.opened.emit(task.id)

    def _scan(self, raw: str | bytes) -> None:
        text = read_code(raw).text.strip()
        named = [order for order in self.state.orders if text in (order.number, order.id)]
        at_it = [row.task.id for row in self.state.in_hand if text and text == row.task.reference]
        if len(named) == 1:
            self.sounded.emit("ok")
            self._begin_order(named[0])
        elif len(at_it) == 1:
            self.sounded.emit("ok")
            self.opened.emit(at_it[0])
        else:
            self._put(refusal=None, code=text)
            self.sounded.emit("attention")

    def _reload(self) -> None:
        person = staff.signed_in(self._terminal)
        with self._terminal.database.reading() as connection:
            scans = kept.count_scans(connection)
            names = {who.id: who.name for who in people.list_people(connection)}
            in_hand = tuple(
                InHand(task, names.get(task.person_id, ""), scans.get(task.id, 0))
                for task in kept.list_open(connection)
                if task.kind not in ELSEWHERE
            )
            begun = {row.task.order_id for row in in_hand}
            waiting = tuple(order for order in orders.list_open(connection, *FOR_ORDER) if order.id not in begun)
            worked = sorted(read_worked(connection, self._terminal).items(), key=lambda each: -each[1].scans)
        kinds = tuple(kind for kind in BY_HAND if self._may(kind)) if person else ()
        done = tuple((names.get(name, name), each) for name, each in worked)
        self._put(kinds=kinds, in_hand=in_hand, orders=waiting, worked=done, refusal=None, code="")

    def _may(self, kind: TaskKind) -> bool:
        try:
            check(self._terminal, staff.signed_in(self._terminal), tasks.RIGHTS.get(kind, Right.MOVE_GOODS))
        except Refusal:
            return False
        return True

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Refusal as refusal:
            self._put(refusal=refusal)
            self.sounded.emit("stop")
        except Fault as fault:
            self.faulted.emit(fault)

    def _put(self, **values: Any) -> None:
        self.state = replace(self.state, **values)
        self.changed.emit(self.state)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and topics & {Topic.STOCK, Topic.STAFF}:
            self._attempt(self._reload)
