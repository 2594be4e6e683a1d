"""Picking at the screen: the next place, what to take there, too little with its reason, and the totes of orders."""

from dataclasses import replace
from typing import Any

from desktop.domain.picking import PickStep, Way, picks_here, progress
from desktop.domain.refusal import Refusal
from desktop.domain.sorting import shares_of, slot_of
from desktop.domain.staff import Person
from desktop.domain.task import HERE
from desktop.operations import picking, picking_scans, staff
from desktop.operations.picking import Picking, read_picking
from desktop.operations.picking_scans import SHORT
from desktop.operations.task_codes import plain_text
from desktop.store import orders, places
from desktop.ui import formats
from desktop.ui.warehouse.filling_presenter import FillingPresenter
from desktop.ui.warehouse.filling_rows import Filled, LineRow, StepRow


class PickPresenter(FillingPresenter):
    """One picking, for one order or several on one way."""

    def ask_short(self) -> None:
        """The place has too little: ask why."""
        if Way.SHORT in self.state.may:
            self._show(page="short", refusal=None, alarm=None)

    def report_short(self, reason: str) -> None:
        """Say why; where another place has it, that is the next step."""
        self._attempt(lambda: self._report_short(reason))

    def pack_now(self) -> None:
        """What was picked is packed next."""
        if self.state.finished is not None and self.state.finished.packs_id:
            self.packs.emit(self.state.finished.packs_id)

    # --- inside

    def _look_for(self, task_id: str) -> None:
        with self._terminal.database.reading() as connection:
            self._set(task=read_picking(connection, task_id).task)

    def _read(self) -> dict[str, Any]:
        with self._terminal.database.reading() as connection:
            at = read_picking(connection, self._task_id())
            enough = picking_scans.is_enough(connection, self._terminal, at)
            tree = places.read_tree(connection)
        codes = {ident: tree.name_on_way(ident) for ident in tree.places}
        checks = {place.id for place in tree.places.values() if place.check_code}
        lines = progress(at.wants, at.picked, at.ground)
        sorts = at.step.step is PickStep.SORT or bool(at.step.slot)
        return {
            "step": replace(self._step(at, codes, checks), enough=enough),
            "rows": self._sorted(at) if sorts else (*self._way(at, codes), *self._behind(at)),
            "lines": len(lines),
            "done": sum(not (line.open_milli or line.short_milli) for line in lines),
            "scans": at.picked.scans,
            "may": frozenset(map(str, at.step.ways)),
            "partner": at.begun.orders[0].partner if len(at.begun.orders) == 1 else "",
        }

    def _step(self, at: Picking, codes: dict[str, str], checks: set[str]) -> StepRow:
        step = at.step
        in_hand = at.picked.taken[-1].move if step.step in (PickStep.TOTE, PickStep.FACE) else None
        product_id = in_hand.product_id if in_hand else step.product_id
        name, unit = self._name(product_id) if product_id else ("", "")
        product = self._product(product_id) if product_id else None
        return StepRow(
            str(step.step),  # type: ignore[arg-type]
            codes.get(step.place_id or (at.picked.place_id if step.step is PickStep.GOODS else ""), ""),
            name,
            self._in_hand_milli(at) if in_hand else step.quantity_milli,
            unit,
            step.lot,
            step.expiry,
            self._numbers(at).get(step.order_id, ""),
            step.tote,
            step.instead,
            step.step in (PickStep.PLACE, PickStep.FACE) and step.place_id in checks,
            product.extra.picture if product else "",
            bundle=self._bundle(at, step.order_id, step.line),
            pack_milli=at.picked.taken[-1].pack_milli if in_hand else 0,
            slot=step.slot,
            unsorted=sum(share.left_milli > 0 for share in shares_of(at.picked)) if step.step is PickStep.SORT else 0,
        )

    def _in_hand_milli(self, at: Picking) -> int:
        """What waits for its tote, or everything that was fetched for a pick face."""
        moves = [one.move for one in at.picked.taken]
        return sum(move.quantity_milli for move in (moves if at.step.step is PickStep.FACE else moves[-1:]))

    def _numbers(self, at: Picking) -> dict[str, str]:
        return {order.id: order.number for order in at.begun.orders}

    def _bundle(self, at: Picking, order_id: str, n: int) -> str:
        """What a line is a part of; nothing for goods that were ordered themselves."""
        ids = (want.bundle_id for want in at.wants if (want.order_id, want.n) == (order_id, n))
        bundle_id = next(ids, "")
        return self._name(bundle_id)[0] if bundle_id else ""

    def _way(self, at: Picking, codes: dict[str, str]) -> list[LineRow]:
        """What is still to be fetched, as it is walked; what is to be taken here comes first."""
        numbers = self._numbers(at) if len(at.begun.orders) > 1 else {}
        here = picks_here(at.plan, at.picked.place_id) if at.plan else ()
        rows = []
        for each in (*here, *(each for each in at.plan if each not in here)):
            name, unit = self._name(each.product_id)
            name = _of_bundle(name, self._bundle(at, each.order_id, each.n))
            rows.append(
                LineRow(
                    "next" if each in here else "open", name, each.quantity_milli, unit,
                    codes.get(each.place_id, ""), each.lot, each.expiry, numbers.get(each.order_id, ""),
                )
            )  # fmt: skip
        return rows

    def _behind(self, at: Picking) -> list[LineRow]:
        """What no place has, and what was taken."""
        numbers = self._numbers(at) if len(at.begun.orders) > 1 else {}
        rows: list[LineRow] = []
        for line in progress(at.wants, at.picked, at.ground):
            name, unit = self._name(line.want.product_id)
            name = _of_bundle(name, self._bundle(at, line.want.order_id, line.want.n))
            number = numbers.get(line.want.order_id, "")
            if line.short_milli:
                rows.insert(0, LineRow("missing", name, line.short_milli, unit, order=number))
            if line.done_milli:
                wanted, done = line.want.quantity_milli, line.done_milli
                packs = {
                    one.pack_milli
                    for one in at.picked.taken
                    if (one.order_id, one.n) == (line.want.order_id, line.want.n)
                }
                pack_milli = packs.pop() if len(packs) == 1 else 0
                rows.append(LineRow("done", name, wanted, unit, order=number, done_milli=done, pack_milli=pack_milli))
        return rows

    def _sorted(self, at: Picking) -> tuple[LineRow, ...]:
        """What every order gets, with the number of its slot: what still waits comes first."""
        numbers, rows = self._numbers(at), []
        for share in shares_of(at.picked):
            name, unit = self._name(share.product_id)
            slot = f"{slot_of(at.wants, share.order_id)}{formats.NO_BREAK}· {numbers[share.order_id]}"
            rows.append(
                LineRow(
                    "open" if share.left_milli > 0 else "done", name, share.quantity_milli, unit,
                    lot=share.lot, order=slot, done_milli=share.sorted_milli,
                )
            )  # fmt: skip
        return tuple(sorted(rows, key=lambda row: row.stands == "done"))

    def _last_code(self) -> str:
        with self._terminal.database.reading() as connection:
            picked = read_picking(connection, self._task_id()).picked
        codes = [one.code for one in (picked.sorted or picked.taken)]
        return codes[-1] if codes and codes[-1] != HERE else ""

    def _keep(self, text: str, times: int, measured_milli: int, product_id: str = "") -> None:
        task_id, codes = self._task_id(), self._codes
        assert codes is not None
        if plain_text(text) == SHORT:
            raise Refusal("pick.reason", "Too little needs a reason.", "Say why.", field="reason")
        person = staff.signed_in(self._terminal)
        picking_scans.take_scan(
            self._terminal, person, task_id, codes, text, times, measured_milli=measured_milli, product_id=product_id
        )  # fmt: skip

    def _take_another(self, granter: Person | None) -> None:
        picking_scans.take_instead(self._terminal, staff.signed_in(self._terminal), self._task_id(), granter)

    def _report_short(self, reason: str) -> None:
        missed = self.state.step
        step = picking_scans.report_short(self._terminal, self._task_id(), reason)
        again = bool(step.place_id) and self._name(step.product_id)[0] == missed.goods
        self._went_on("other_place" if again else "rest", missed.goods)

    def _end(self, *, ends: bool) -> None:
        task_id, missing = self._task_id(), self.state.lines - self.state.done
        with self._terminal.database.reading() as connection:
            at = read_picking(connection, task_id)
            begun, kind = at.begun, at.task.kind
        documents = picking.post_picking(self._terminal, staff.signed_in(self._terminal), task_id, ends=ends)
        lines = sum(len(document.moves) for document in documents)
        packs_id = begun.orders[0].id if len(begun.orders) == 1 and begun.orders[0].packs and lines else ""
        with self._terminal.database.reading() as connection:
            packs_id = packs_id if packs_id and orders.find(connection, packs_id) else ""
        self.sounded.emit("ok")
        self._show(finished=Filled(kind, lines, missing, packs_id=packs_id), page="done", look="", refusal=None)


def _of_bundle(name: str, bundle: str) -> str:
    return f"{name} → {bundle}" if bundle else name
