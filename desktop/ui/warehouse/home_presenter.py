"""What can be done in the warehouse: begin a task, go on with one, take an order. A scan of an order's number opens it.

Which kinds there are and what an order leads to is said by `desktop.domain.task_step`; nothing here knows a kind.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.clock import iso
from desktop.domain.order import Order, is_taken, list_waiting
from desktop.domain.packing import find_next
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.domain.task import Task, TaskKind
from desktop.domain.task_step import BY_HAND, FETCHING, FOR_ORDER, tasks_for
from desktop.operations import packing, picking, receiving, staff, tasks
from desktop.operations.approvals import count_approvals
from desktop.operations.counting_orders import begin_count, check_order_counter
from desktop.operations.permissions import check
from desktop.operations.refilling import read_waits
from desktop.operations.rights import read_shop
from desktop.operations.task_codes import Codes, name_goods, read_codes
from desktop.operations.terminal import Terminal
from desktop.operations.worked import read_worked
from desktop.reading import read_code
from desktop.store import orders, people
from desktop.store import picking as begun_orders
from desktop.store import tasks as kept
from desktop.store.counting import list_matters
from desktop.store.topics import Topic
from desktop.ui.warehouse.home_rows import Chosen, Held, HomeState, InHand, Why
from desktop.ui.warehouse.screen_presenter import ScreenPresenter

HOLDS: dict[str, Why] = {"order.taken": "take_over", "order.assigned": "assigned", "order.waits": "at_once"}
"""What holds the begin of a picking back, and what a person may say against it."""


class HomePresenter(ScreenPresenter):
    """`changed(HomeState)`; `opened(str)` tells the id of a task to be shown; `sounded(str)`, `faulted(Fault)`."""

    opened = Signal(str)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._shown = False
        self.state: HomeState = HomeState()
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown."""
        self._shown = True
        self._attempt(self._reload)

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False

    def begin(self, kind: TaskKind, reason: str = "", note: str = "") -> None:
        """Begin a task by hand."""
        self._attempt(lambda: self._begin(kind, reason, note))

    def begin_order(self, order_id: str, kind: str = "") -> None:
        """Begin what an order wants (where there are several tasks this `kind`), and let the others know who is at it.

        Where somebody else is at it, `taken` says so and nothing is begun.
        """
        order = next(order for order in self.state.orders if order.id == order_id)
        self._attempt(lambda: self._begin_order(order, TaskKind(kind) if kind else tasks_for(order)[0]))

    def pack_order(self, order_id: str) -> None:
        """Pack an order that was picked just now."""
        self._attempt(lambda: self._pack(order_id))

    def begin_anyway(self) -> None:
        """Go on with what somebody else had taken, or with what waits for a refill of its pick face."""
        held = self.state.held
        if held is not None and held.kind not in FETCHING:
            order = next(order for order in self.state.orders if order.id in held.chosen.order_ids)
            self._attempt(lambda: self._begin_order(order, held.kind, take_over=True))
        elif held is not None:
            chosen, over = held.chosen, held.why != "at_once"
            said = replace(chosen, take_over=chosen.take_over or over, at_once=chosen.at_once or not over)
            self._attempt(lambda: self._pick(said))

    def gather(self) -> None:
        """Choose several orders that are fetched on one way."""
        self._show(gathered=(), refusal=None, held=None, code="")

    def gather_none(self) -> None:
        """Choose no more."""
        self._show(gathered=None)

    def toggle_order(self, order_id: str) -> None:
        """Choose an order, or let go of it."""
        chosen = self.state.gathered or ()
        kept = tuple(each for each in chosen if each != order_id)
        self._show(gathered=kept if order_id in chosen else (*chosen, order_id))

    def begin_several(self, with_totes: bool) -> None:
        """Fetch the chosen orders on one way; with totes each has its own."""
        chosen = self.state.gathered
        if chosen:
            self._show(gathered=None)
            self._attempt(lambda: self._pick(Chosen(chosen, with_totes)))

    def go_on(self, task_id: str) -> None:
        """Show a task in hand; a picking that somebody else has begun is taken over first."""
        task = next((row.task for row in self.state.in_hand if row.task.id == task_id), None)
        if task is not None and task.kind in FETCHING:
            self._attempt(lambda: self._pick(Chosen((task.order_id,))))
        elif task is not None:
            self._attempt(lambda: self._go_on(task))

    def scan(self, raw: str | bytes) -> None:
        """Take an order by its number; everything else is scanned in a task."""
        self._attempt(lambda: self._scan(raw))

    def dismiss(self) -> None:
        """What was said was read."""
        self._show(refusal=None, held=None, code="", wanted="", waiting=())

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _begin(self, kind: TaskKind, reason: str, note: str) -> None:
        task = tasks.open_task(self._terminal, staff.signed_in(self._terminal), kind, reason=reason, note=note)
        self.opened.emit(task.id)

    def _go_on(self, task: Task) -> None:
        check_order_counter(self._terminal, staff.signed_in(self._terminal), task)
        self.opened.emit(task.id)

    def _begin_order(self, order: Order, kind: TaskKind, *, take_over: bool = False) -> None:
        if kind in FETCHING:
            self._pick(Chosen((order.id,)))
            return
        if kind is TaskKind.PACK:
            self._pack(order.id)
            return
        person = staff.signed_in(self._terminal)
        check(self._terminal, person, tasks.RIGHTS.get(kind, Right.MOVE_GOODS))
        begin = begin_count if kind is TaskKind.COUNT else receiving.begin
        try:
            _, task = begin(self._terminal, person, order.id, take_over=take_over)
        except Refusal as refusal:
            self._hold(refusal, Chosen((order.id,)), kind)
            return
        self._show(held=None)
        self.opened.emit(task.id)

    def _pick(self, chosen: Chosen) -> None:
        person = staff.signed_in(self._terminal)
        try:
            task = picking.begin_picking(
                self._terminal, person, chosen.order_ids, take_over=chosen.take_over, with_totes=chosen.with_totes,
                at_once=chosen.at_once,
            )  # fmt: skip
        except Refusal as refusal:
            self._hold(refusal, chosen)
            return
        self._show(held=None)
        self.opened.emit(task.id)

    def _hold(self, refusal: Refusal, chosen: Chosen, kind: TaskKind = TaskKind.PICK) -> None:
        """Ask whether it is begun anyway; what holds nothing back for a while is refused."""
        if refusal.code not in HOLDS:
            raise refusal
        told: dict[str, Any] = {name: str(value) for name, value in refusal.facts.items()}
        self._show(held=Held(HOLDS[refusal.code], chosen, **told, kind=kind), refusal=None, code="")
        self.sounded.emit("attention")

    def _pack(self, order_id: str, codes: Codes | None = None, raw: str | bytes = "") -> None:
        """Pack an order; goods that were scanned for it are the first."""
        person = staff.signed_in(self._terminal)
        task = packing.begin_packing(self._terminal, person, order_id)
        if codes is not None:
            text = raw if isinstance(raw, str) else raw.decode("utf-8", errors="surrogateescape")
            packing.take_scan(self._terminal, person, task.id, codes, text)
            self.sounded.emit("ok")
        self.opened.emit(task.id)

    def _gather_scan(self, text: str) -> None:
        """The number of an order chooses it, that of a supply all of its orders."""
        chosen = self.state.gathered or ()
        open_orders = [order for order in self.state.orders if TaskKind.PICK in tasks_for(order)]
        named = [order.id for order in open_orders if text and text in (order.number, order.supply)]
        self._show(gathered=tuple(dict.fromkeys((*chosen, *named))))
        self.sounded.emit("ok" if named else "attention")

    def _scan(self, raw: str | bytes) -> None:
        text = read_code(raw).text.strip()
        if self.state.gathered is not None:
            self._gather_scan(text)
            return
        named = [order for order in self.state.orders if text in (order.number, order.id)]
        at_it = [row.task.id for row in self.state.in_hand if text and text == row.task.reference]
        if len(named) == 1:
            self.sounded.emit("ok")
            self._begin_order(named[0], tasks_for(named[0])[0])
        elif len(at_it) == 1:
            self.sounded.emit("ok")
            self.opened.emit(at_it[0])
        elif not self._open_by_goods(raw):
            self._show(refusal=None, code=text, wanted="")
            self.sounded.emit("attention")

    def _open_by_goods(self, raw: str | bytes) -> bool:
        """Goods that come in lead to the order that waits for them, of several to the choice; the scan takes none in.

        Goods that were picked lead to the next order they are packed for, and are in its first parcel then.
        Tells whether any order waits for them."""
        codes = read_codes(self._terminal)
        goods = name_goods(self._terminal, codes, raw)
        waiting = list_waiting(self.state.orders, goods)
        packs = None if waiting else find_next(self.state.orders, goods)
        if packs is not None:
            self._pack(packs.id, codes, raw)
            return True
        if len(waiting) == 1:
            self.sounded.emit("ok")
            self._begin_order(waiting[0], tasks_for(waiting[0])[0])
        elif waiting:
            self._show(
                refusal=None, code="", wanted=" / ".join(goods.values()), waiting=tuple(order.id for order in waiting)
            )
            self.sounded.emit("attention")
        return bool(waiting)

    def _reload(self) -> None:
        person, decides = staff.signed_in(self._terminal), self._allows(Right.APPROVE_COUNT)
        with self._terminal.database.reading() as connection:
            scans = kept.count_scans(connection)
            names = {who.id: who.name for who in people.list_people(connection)}
            in_hand = tuple(
                InHand(task, names.get(task.person_id, ""), scans.get(task.id, 0), kept.count_unknown(connection, task))
                for task in kept.list_open(connection)
            )
            begun = {order_id for row in in_hand for order_id in begun_orders.list_orders(connection, row.task)}
            told_of = [order for order in orders.list_open(connection, *FOR_ORDER) if order.id not in begun]
            mine = frozenset(order.id for order in told_of if person and order.assigned_to == person.id)
            told_of.sort(key=lambda order: order.id not in mine)
            waiting = tuple(self._named(order, names) for order in told_of)
            waits = read_waits(connection, waiting)
            matters = len(list_matters(connection)) if decides else 0
            matters += count_approvals(connection, self._terminal, person)
            shop = read_shop(connection, self._terminal)
            worked = sorted(read_worked(connection, self._terminal).items(), key=lambda each: -each[1].scans)
        kinds = tuple(kind for kind in BY_HAND if self._may(kind)) if person else ()
        done = tuple((names.get(name, name), each) for name, each in worked)
        told: dict[str, Any] = {"kinds": kinds, "in_hand": in_hand, "orders": waiting, "worked": done}
        told["waits"] = {order_id: ", ".join(faces) for order_id, faces in waits.items()}
        told["matters"], told["mine"] = matters, mine
        told["reasons"] = shop.stock_terms.reasons if shop else ()
        self._show(**told, refusal=None, code="", wanted="", waiting=())

    def _named(self, order: Order, names: Mapping[str, str]) -> Order:
        """Tell by name who is at an order, as long as they are believed to be, whom it is for, and times as here."""
        now = self._terminal.clock.now()
        if order.cut_off:
            order = replace(order, cut_off=iso(datetime.fromisoformat(order.cut_off).astimezone(now.tzinfo)))
        order = replace(order, assigned_to=names.get(order.assigned_to, ""))
        if not is_taken(order, "", now):
            return replace(order, taken_by="", taken_on="")
        return replace(order, taken_by=names.get(order.taken_by, order.taken_by))

    def _may(self, kind: TaskKind) -> bool:
        try:
            with self._terminal.database.reading() as connection:
                tasks.permit_begin(connection, self._terminal, staff.signed_in(self._terminal), kind)
        except Refusal:
            return False
        return True

    def _allows(self, right: Right) -> bool:
        try:
            check(self._terminal, staff.signed_in(self._terminal), right)
        except Refusal:
            return False
        return True

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and topics & {Topic.STOCK, Topic.STAFF}:
            self._attempt(self._reload)
