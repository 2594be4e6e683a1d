"""Packing at the screen: every piece once more, parcel by parcel, their weight, their stickers, and the supply."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from desktop.domain.order import Order, OrderKind
from desktop.domain.packing import PackStep, check_sticker, picked_of
from desktop.domain.parcel import expect
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.faults import Fault
from desktop.operations import packing, staff
from desktop.operations.label_jobs import confirm_parcels
from desktop.operations.packing import PARCEL, Packing, read_packing
from desktop.operations.task_codes import plain_text
from desktop.operations.terminal import Terminal
from desktop.store import orders
from desktop.ui.warehouse.filling_presenter import FillingPresenter
from desktop.ui.warehouse.filling_rows import Filled, LineRow, ParcelRow, Stands, StepRow, Weighed, some_names

Told = Callable[[Refusal | Fault | None], None]
"""What became of stickers: None when they are on their way to the paper."""
Stick = Callable[[Order, Sequence[ParcelRow], Told], None]


class PackPresenter(FillingPresenter):
    """One packing; `stick` prints a label for each parcel, where there is a printer for them."""

    def __init__(self, terminal: Terminal, stick: Stick | None = None) -> None:
        super().__init__(terminal)
        self._stick = stick
        self._order: Order | None = None

    def next_parcel(self) -> None:
        """What comes now goes into another parcel."""
        self._attempt(self._next_parcel)

    def show_weight(self) -> None:
        """Ask what the open parcel weighs: it is typed, or comes from the scale; once more puts it away."""
        if self.state.page == "weigh":
            self.press_escape()
        elif self.state.scans:
            self._attempt(lambda: self._show(typed="", page="weigh", refusal=None, weighed=self._weighed()))

    def take_weight(self, weight_milli: int) -> None:
        """The scale says what the parcel weighs, in thousandths of a kilogram."""
        if self.state.page == "weigh":
            self._attempt(lambda: self._weigh(weight_milli))

    def press_enter(self) -> None:
        """Take what is typed for the weight that is asked, else for a code."""
        if self.state.page == "weigh" and self.state.typed:
            self._attempt(lambda: self._weigh(self._typed_milli()))
        else:
            super().press_enter()

    def ask_right(self) -> None:
        """The weight is right, whatever is known of the goods: ask why."""
        if self.state.page == "weigh" and self.state.weighed.weight_milli:
            self._show(page="right", refusal=None)

    def accept_weight(self, reason: str) -> None:
        """Say why the weight is right, if this person may, or somebody allows it."""
        if self.state.page == "right":
            self._attempt(lambda: self._do_lent(Right.ACCEPT_WEIGHT, lambda granter: self._accept(reason, granter)))

    def scan(self, raw: str | bytes) -> None:
        """Take a scan; behind the last parcel it is of the label that was stuck on one."""
        finished = self.state.finished
        if finished is None:
            super().scan(raw)
        elif finished.parcels and self._order is not None:
            order = self._order
            self._set(alarm=None)
            self._attempt(lambda: self._see_sticker(finished, order, plain_text(raw)), plain_text(raw))

    def print_again(self) -> None:
        """Print the stickers of the parcels that are done."""
        if self.state.finished is not None:
            self._print(self.state.finished)

    # --- inside

    def _look_for(self, task_id: str) -> None:
        with self._terminal.database.reading() as connection:
            self._set(task=read_packing(connection, task_id).task)

    def _at(self) -> Packing:
        with self._terminal.database.reading() as connection:
            return read_packing(connection, self._task_id())

    def _read(self) -> dict[str, Any]:
        at = self._at()
        self._order = at.order
        picked, done = picked_of(at.order), at.packed.done_milli
        pieces = [piece for parcel in at.packed.parcels for piece in parcel.goods]
        rows = []
        for product_id, wanted in picked.items():
            name, unit = self._name(product_id)
            stands: Stands = "done" if done[product_id] >= wanted else "open"
            packs = {piece.scan.pack_milli for piece in pieces if piece.wanted_id == product_id}
            pack_milli = packs.pop() if len(packs) == 1 else 0
            rows.append(LineRow(stands, name, wanted, unit, done_milli=done[product_id], pack_milli=pack_milli))
        rows.sort(key=lambda row: row.stands == "done")
        may = {"back", "post"} | ({"instead"} if at.step.left_milli else set())
        return {
            "step": self._step(at),
            "rows": tuple(rows),
            "lines": len(picked),
            "done": sum(row.stands == "done" for row in rows),
            "scans": at.packed.scans,
            "may": frozenset(may | ({"parcel"} if at.packed.parcels[-1].goods else set())),
            "partner": at.order.partner,
        }

    def _step(self, at: Packing) -> StepRow:
        parcel = at.packed.parcels[-1]
        last = parcel.goods[-1].scan if parcel.goods else None
        name, unit = self._name(last.product_id) if last else ("", "")
        product = self._product(last.product_id) if last else None
        return StepRow(
            "finish" if at.step.step is PackStep.FINISH else "pack",
            goods=name,
            quantity_milli=last.quantity_milli if last else 0,
            unit=unit,
            lot=last.lot if last else "",
            order=at.order.number,
            instead=bool(at.packed.instead_of),
            picture=product.extra.picture if product else "",
            parcel=len(at.packed.parcels),
            weight_milli=parcel.weight_milli,
            pack_milli=last.pack_milli if last else 0,
        )

    def _last_code(self) -> str:
        goods = self._at().packed.parcels[-1].goods
        return goods[-1].scan.code if goods else ""

    def _keep(self, text: str, times: int, measured_milli: int, product_id: str = "") -> None:
        task_id, codes = self._task_id(), self._codes
        assert codes is not None
        person = staff.signed_in(self._terminal)
        packing.take_scan(
            self._terminal, person, task_id, codes, text, times, measured_milli=measured_milli, product_id=product_id
        )  # fmt: skip

    def _take_another(self, granter: Person | None) -> None:
        packing.take_instead(self._terminal, staff.signed_in(self._terminal), self._task_id(), granter)

    def _next_parcel(self) -> None:
        self._keep(PARCEL, 1, 0)
        self._went_on("parcel")

    def _weighed(self, weight_milli: int = 0) -> Weighed:
        parcel = self._at().packed.parcels[-1]
        with self._terminal.database.reading() as connection:
            should = expect(parcel, packing.read_packed(connection, parcel))
        names = tuple(self._name(product_id)[0] for product_id in should.unknown)
        return Weighed(weight_milli or parcel.weight_milli, should.weight_milli, names)

    def _weigh(self, weight_milli: int) -> None:
        self._set(typed="", weighed=self._weighed(weight_milli))
        packing.weigh(self._terminal, self._task_id(), weight_milli)
        self._kept_weight()

    def _accept(self, reason: str, granter: Person | None) -> None:
        person, weight_milli = staff.signed_in(self._terminal), self.state.weighed.weight_milli
        packing.accept_weight(self._terminal, person, self._task_id(), weight_milli, reason, granter)
        self._kept_weight()

    def _kept_weight(self) -> None:
        unknown = self.state.weighed.unknown
        self._went_on("unchecked" if unknown else "weighed", some_names(unknown))

    def _end(self, *, ends: bool) -> None:
        task_id, missing, order = self._task_id(), self.state.lines - self.state.done, self._order
        documents = packing.post_packing(self._terminal, staff.signed_in(self._terminal), task_id, ends=ends)
        parcels = tuple(_parcel(document) for document in documents)
        lines = sum(len(document.moves) for document in documents)
        supply = order.supply if order and order.supply and not self._others(order) else ""
        self.sounded.emit("ok")
        finished = Filled("pack", lines, missing, parcels, supply=supply)
        self._show(finished=finished, page="done", look="", refusal=None)
        self._print(finished)

    def _see_sticker(self, finished: Filled, order: Order, code: str) -> None:
        numbers = [parcel.number for parcel in finished.parcels]
        stuck = finished.stuck | {check_sticker(code, order.sticker, numbers, finished.stuck)}
        if len(stuck) == len(numbers):
            confirm_parcels(self._terminal, numbers[0])
        self._set(finished=replace(finished, stuck=stuck))
        self._flash("ok")

    def _others(self, order: Order) -> bool:
        """Whether something else of its supply is still to be done here."""
        with self._terminal.database.reading() as connection:
            found = orders.list_open(connection, OrderKind.PICKING)
        return any(one.supply == order.supply and one.id != order.id for one in found)

    def _print(self, finished: Filled) -> None:
        if self._stick is None or self._order is None:
            return
        self._tell_stickers(finished, "printing")
        self._stick(self._order, finished.parcels, lambda trouble: self._stuck(finished, trouble))

    def _stuck(self, finished: Filled, trouble: Refusal | Fault | None) -> None:
        """Said where the parcels still are, not over what was begun since."""
        if self.state.finished is None or self.state.finished.parcels is not finished.parcels:
            return
        if isinstance(trouble, Refusal) and trouble.code == "label.no_printer":
            self._tell_stickers(finished, "none")
        else:
            self._tell_stickers(finished, "failed" if trouble else "sent", trouble)

    def _tell_stickers(self, finished: Filled, state: Any, trouble: Refusal | Fault | None = None) -> None:
        refusal = trouble if isinstance(trouble, Refusal) else None
        if isinstance(trouble, Fault):
            self.faulted.emit(trouble)
        self._show(finished=replace(self.state.finished or finished, stickers=state), refusal=refusal)


def _parcel(document: GoodsMoved) -> ParcelRow:
    pieces = sum(move.quantity_milli for move in document.moves)
    verdict = document.weight_check.verdict if document.weight_check else ""
    return ParcelRow(document.reference, len(document.moves), pieces, document.weight_milli, verdict)
