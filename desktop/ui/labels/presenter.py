"""Labels to print: each scan adds one; a category or all changed prices add theirs."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.label import Label
from desktop.domain.money import parse_quantity_milli
from desktop.domain.refusal import Refusal
from desktop.domain.unknown_code import refuse_unknown
from desktop.faults import Fault
from desktop.operations import labels
from desktop.operations.labels import Listed
from desktop.operations.terminal import Terminal
from desktop.store import catalogue
from desktop.store.topics import Topic
from desktop.ui.labels.jobs_presenter import JobsPresenter, Print
from desktop.ui.labels.labels_rows import MOST_COPIES, LabelRow, LabelsState, PdfOrder

Many = Sequence[tuple[Label, int]]


@dataclass(frozen=True)
class LabelHands:
    """What the screen asks for, given by the composition root.

    `size()` is the size of the settings, `keep_size` keeps another; `preview(label, size, square)` gives a PNG.
    `print_labels(many, size, square)` and `make_pdf(many, size, square, order)`, which gives where the file lies, work
    beside the window; Refusals and Faults.
    """

    size: Callable[[], str]
    keep_size: Callable[[str], None]
    preview: Callable[[Label, str, bool], bytes]
    print_labels: Print
    make_pdf: Callable[[Many, str, bool, PdfOrder], Awaitable[str]]


class LabelsPresenter(QObject):
    """`changed(LabelsState)`, `sounded(str)`, `faulted(Fault)`. `jobs` are those that wait, and those that are done."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, hands: LabelHands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._hands = terminal, hands
        self.jobs = JobsPresenter(terminal, hands.print_labels, self)
        self._shown = False
        self._tasks: set[asyncio.Future[None]] = set()
        self.state = LabelsState()
        self._stop = terminal.database.listen(self._on_topics)

    def enter(self) -> None:
        """The screen is shown: what was chosen before is still there, at the prices of now."""
        self._shown = True
        self._put(size=self._hands.size(), done=None, refusal=None, fault=None)
        self._attempt(self._refresh)

    def leave(self) -> None:
        """Another screen is shown."""
        self._shown = False

    # --- what is to be printed

    def scan(self, code: str | bytes) -> None:
        """One label more of what was scanned."""
        self._attempt(lambda: self._scan(code))

    def add(self, product_id: str) -> None:
        """One label more of a product."""
        self._attempt(lambda: self._add_product(product_id))

    def add_weight(self, typed: str) -> None:
        """One label for a package of the chosen goods, of the weight that was typed, in their unit."""
        row = self.state.row
        if row is not None:
            self._attempt(lambda: self._add_weight(row.label, typed))

    def add_changed(self) -> None:
        """Labels of all goods whose price or name is another than on the label that hangs."""
        self._attempt(self._add_changed)

    def add_category(self, name: str) -> None:
        """Labels of all goods of a category."""
        self._attempt(lambda: self._add_listed(labels.list_category(self._terminal, name)))

    def step(self, by: int) -> None:
        """Choose the next row, or the one before."""
        if self.state.rows:
            self.choose(min(max(self.state.chosen + by, 0), len(self.state.rows) - 1))

    def choose(self, at: int) -> None:
        """Choose a row."""
        if at != self.state.chosen and at < len(self.state.rows):
            self._show(chosen=at)

    def change_copies(self, by: int) -> None:
        """More or fewer of the chosen label; without any it leaves the list."""
        row = self.state.row
        if row is not None:
            self.set_copies(row.copies + by)

    def set_copies(self, copies: int) -> None:
        """So many of the chosen label."""
        row, rows, at = self.state.row, list(self.state.rows), self.state.chosen
        if row is None:
            return
        if copies <= 0:
            del rows[at]
            self._show(rows=tuple(rows), chosen=min(at, len(rows) - 1), done=None)
        else:
            rows[at] = replace(row, copies=min(copies, MOST_COPIES))
            self._show(rows=tuple(rows), done=None)

    def clear(self) -> None:
        """Begin a new list; the old one can come back."""
        if self.state.rows:
            self._show(rows=(), chosen=-1, gone=self.state.rows, done=None, refusal=None, fault=None)

    def bring_back(self) -> None:
        """Put on the list again what was printed, or cleared, last."""
        if self.state.gone:
            rows = (*self.state.rows, *self.state.gone)
            self._show(rows=rows, chosen=len(self.state.rows), gone=(), done=None)

    # --- how

    def choose_size(self, size: str) -> None:
        """Print labels of another size from now on."""
        self._attempt(lambda: self._hands.keep_size(size))
        self._show(size=size)

    def choose_square(self, square: bool) -> None:
        """A QR code instead of bars."""
        self._show(square=square)

    def print_all(self) -> None:
        """Print what is on the list."""
        if self.state.rows and not self.state.busy:
            self._begin(self._print)

    def make_pdf(self, order: PdfOrder) -> None:
        """Write what is on the list as a PDF."""
        if self.state.rows and not self.state.busy:
            self._begin(lambda: self._make_pdf(order))

    def dismiss(self) -> None:
        """What was said was read."""
        self._put(done=None, refusal=None, fault=None)

    def close(self) -> None:
        """Listen no more; what runs beside is called off."""
        self._stop()
        self.jobs.close()
        for task in self._tasks:
            task.cancel()

    # --- inside

    def _scan(self, code: str | bytes) -> None:
        found = labels.find_goods(self._terminal, code)
        if not found:
            text = code.decode(errors="replace") if isinstance(code, bytes) else code
            raise refuse_unknown(text)
        if len(found) > 1:
            names = ", ".join(one.product.name for one in found)
            remedy = "Search for the goods by name."
            raise Refusal("label.several", f"This code is on several goods: {names}.", remedy, facts={"names": names})
        self._add(labels.make_label(self._terminal, found[0]))

    def _add_product(self, product_id: str) -> None:
        with self._terminal.database.reading() as connection:
            found = catalogue.find_product(connection, product_id)
        if found is not None:
            self._add(labels.make_label(self._terminal, found))

    def _add_weight(self, label: Label, typed: str) -> None:
        weight_milli = parse_quantity_milli(typed)
        with self._terminal.database.reading() as connection:
            found = catalogue.find_product(connection, label.product_id)
        if found is not None:
            self._add(labels.make_label(self._terminal, found, weight_milli))

    def _add(self, label: Label) -> None:
        rows = list(self.state.rows)
        at = next((at for at, row in enumerate(rows) if row.label == label), -1)
        if at < 0:
            at = len(rows)
            rows.append(LabelRow(label))
        else:
            rows[at] = replace(rows[at], copies=min(rows[at].copies + 1, MOST_COPIES))
        self._show(rows=tuple(rows), chosen=at, done=None, refusal=None, fault=None)
        self.sounded.emit("ok")

    def _add_changed(self) -> None:
        listed = labels.list_changed(self._terminal)
        if listed.labels:
            self._add_listed(listed)
        else:
            known = labels.has_printed(self._terminal)
            self._put(done="unchanged" if known else "never", refusal=None, fault=None)

    def _add_listed(self, listed: Listed) -> None:
        there = {row.label for row in self.state.rows}
        new = tuple(LabelRow(label) for label in listed.labels if label not in there)
        rows = (*self.state.rows, *new)
        chosen = len(self.state.rows) if new else self.state.chosen
        self._show(rows=rows, chosen=chosen, done="listed", count=len(new), more=listed.more, refusal=None, fault=None)

    def _refresh(self) -> None:
        """Show the prices of now; the labels of packages stay as they were weighed."""
        now = labels.refresh(self._terminal, [row.label for row in self.state.rows])
        rows = tuple(
            replace(row, label=replace(now[row.label.product_id], code=row.label.code))
            if row.label.product_id in now and not row.label.is_package
            else row
            for row in self.state.rows
        )
        self._show(rows=rows, categories=tuple(labels.list_categories(self._terminal)))

    def _many(self) -> Many:
        return [(row.label, row.copies) for row in self.state.rows]

    async def _print(self) -> None:
        """What does not come out now waits among the jobs: it is on the list no more."""
        rows = self.state.rows
        fault = await self.jobs.print(self._many(), self.state.size, self.state.square)
        if fault is None:
            self._finish(rows, "printed")
        else:
            self._finish(rows, "waiting")
            self._put(fault=fault, gone=())

    async def _make_pdf(self, order: PdfOrder) -> None:
        rows = self.state.rows
        where = await self._hands.make_pdf(self._many(), self.state.size, self.state.square, order)
        labels.note_printed(self._terminal, [row.label for row in rows if not row.label.is_package])
        self._finish(rows, "saved", where)

    def _finish(self, rows: tuple[LabelRow, ...], done: str, where: str = "") -> None:
        """What went out leaves the list; what was added meanwhile stays."""
        left = tuple(row for row in self.state.rows if row not in rows)
        count = sum(row.copies for row in rows)
        self._show(rows=left, chosen=len(left) - 1, gone=rows, done=done, count=count, where=where)
        self.sounded.emit("attention" if done == "waiting" else "ok")

    def _begin(self, work: Callable[[], Awaitable[None]]) -> None:
        self._put(busy=True, done=None, refusal=None, fault=None)
        task = asyncio.ensure_future(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self._put(fault=fault)
        finally:
            self._put(busy=False)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if self._shown and topics & {Topic.CATALOG, Topic.OFFERS}:
            self._attempt(self._refresh)

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self.faulted.emit(fault)

    def _refuse(self, refusal: Refusal) -> None:
        self._put(refusal=refusal, done=None, fault=None)
        self.sounded.emit("stop")

    def _show(self, **changes: Any) -> None:
        """Put changes, and draw the chosen label anew where they show in it."""
        before, after = self.state, replace(self.state, **changes)
        row = after.row
        if row is None:
            after = replace(after, preview=b"")
        elif _drawn_from(before) != _drawn_from(after) or not before.preview:
            after = replace(after, preview=self._hands.preview(row.label, after.size, after.square))
        self.state = after
        self.changed.emit(after)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _drawn_from(state: LabelsState) -> tuple[object, ...]:
    return (state.row.label if state.row else None, state.size, state.square)
