"""Labels for goods that come in: those of the last goods while they are scanned, all that are missing at the end."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.label import Label
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind, What
from desktop.operations.labels import list_received
from desktop.operations.terminal import Terminal
from desktop.ui.labels.jobs_presenter import JobsPresenter
from desktop.ui.labels.presenter import LabelHands
from desktop.ui.warehouse.arrival_labels_rows import ArrivalLabelsState
from desktop.ui.warehouse.task_presenter import TaskPresenter
from desktop.ui.warehouse.task_rows import TaskState

KINDS = frozenset({TaskKind.RECEIVE, TaskKind.TAKE_IN})
"""Kinds of task that bring goods in."""


class ArrivalLabels(QObject):
    """`changed(ArrivalLabelsState)`, `sounded(str)`. Nothing is offered without `hands`."""

    changed = Signal(object)
    sounded = Signal(str)

    def __init__(self, terminal: Terminal, task: TaskPresenter, hands: LabelHands | None) -> None:
        super().__init__(task)
        self._terminal, self._task, self._hands = terminal, task, hands
        self._jobs = JobsPresenter(terminal, hands.print_labels, self) if hands else None
        self._printed: Counter[tuple[str, str]] = Counter()
        self._running: set[asyncio.Future[None]] = set()
        self._before = TaskState()
        self.state = ArrivalLabelsState()
        task.changed.connect(self._on_task)

    def print(self) -> None:
        """Print the labels that the goods scanned last have not yet; of a finished task those of all goods."""
        task, offered = self._task.state.task, self.state.offered and not self.state.busy
        if task is None or self._hands is None or self._jobs is None or not offered:
            return
        many = self._missing(task.id)
        if not many:
            nothing = Refusal("label.nothing", "There are no labels to print.", "Scan goods, or choose some.")
            self._put(done="", fault=None, refusal=nothing)
            self.sounded.emit("attention")
            return
        self._put(busy=True, done="", refusal=None, fault=None)
        running = asyncio.ensure_future(self._print(self._jobs, task.id, many, self._hands.size()))
        self._running.add(running)
        running.add_done_callback(self._running.discard)

    def close(self) -> None:
        """What is on its way is called off."""
        for running in self._running:
            running.cancel()

    def _missing(self, task_id: str) -> list[tuple[Label, int]]:
        rows = [row for row in self._task.state.rows if row.what is What.GOODS]
        last = {row.product_id for row in rows[:1]}
        wanted: Counter[str] = Counter()
        for row in reversed(rows):
            if self._task.state.finished is not None or row.product_id in last:
                wanted[row.product_id] += row.quantity_milli
        left = [
            (label, copies - self._printed[task_id, label.product_id])
            for label, copies in list_received(self._terminal, wanted)
        ]
        return [(label, copies) for label, copies in left if copies > 0]

    async def _print(self, jobs: JobsPresenter, task_id: str, many: Sequence[tuple[Label, int]], size: str) -> None:
        """What does not come out waits among the jobs: it is not missing any more."""
        try:
            fault = await jobs.print(many, size, False)
        except Refusal as refusal:
            self._put(busy=False, refusal=refusal)
            self.sounded.emit("stop")
            return
        for label, copies in many:
            self._printed[task_id, label.product_id] += copies
        count = sum(copies for _, copies in many)
        self._put(busy=False, done="waiting" if fault else "printed", count=count, fault=fault)
        self.sounded.emit("attention" if fault else "ok")

    def _on_task(self, state: TaskState) -> None:
        """What was said of labels is old news once something else is scanned; on their way they still are."""
        before, self._before = self._before, state
        offered = self._hands is not None and state.task is not None and state.task.kind in KINDS
        if state.rows is not before.rows or state.finished is not before.finished or state.task is not before.task:
            self._put(offered=offered, done="", refusal=None, fault=None)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
