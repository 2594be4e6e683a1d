"""Jobs of the label printer: what waits is tried again, what went out is printed again, and both are counted."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.label_job import LabelJob, Printable
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations import label_jobs
from desktop.operations.terminal import Terminal
from desktop.ui.labels.labels_rows import JobsState, Printed

Many = Sequence[tuple[Printable, int]]
Print = Callable[[Many, str, bool], Awaitable[Printed]]


class JobsPresenter(QObject):
    """`changed(JobsState)`."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, print_labels: Print, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._print_labels = terminal, print_labels
        self._tasks: set[asyncio.Future[None]] = set()
        self.state = JobsState()

    def reload(self) -> None:
        """Read the jobs, as many as were shown; the chosen one stays chosen."""
        shown = max(len(self.state.jobs), label_jobs.PAGE)
        jobs, before = tuple(label_jobs.list_label_jobs(self._terminal, shown)), self.state.job
        at = next((at for at, job in enumerate(jobs) if before is not None and job.job_id == before.job_id), 0)
        self._put(jobs=jobs, chosen=at if jobs else -1)

    def read_more(self) -> None:
        """The end of the list is seen: read what is older."""
        if self.state.jobs:
            last = self.state.jobs[-1].job_id
            self._put(jobs=(*self.state.jobs, *label_jobs.list_label_jobs(self._terminal, before=last)))

    async def print(self, many: Many, size: str, square: bool) -> Fault | None:
        """Print labels as a new job; gives what stands in its way. A Refusal leaves no job behind."""
        job, before = label_jobs.begin_labels(self._terminal, many, size, square=square)
        try:
            return await self._send(job, many)
        except Refusal:
            label_jobs.give_up(self._terminal, job, before)
            raise

    def choose(self, at: int) -> None:
        """Choose a job."""
        if at != self.state.chosen and 0 <= at < len(self.state.jobs):
            self._put(chosen=at, refusal=None)

    def step(self, by: int) -> None:
        """Choose the next job, or the one before."""
        self.choose(self.state.chosen + by)

    def print_again(self) -> None:
        """Print the chosen job once more, at the prices of now."""
        job = self.state.job
        if job is not None and not self.state.busy:
            self._put(busy=True, refusal=None)
            task = asyncio.ensure_future(self._print_again(job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def confirm(self) -> None:
        """A person has looked: the labels of the chosen job are there."""
        job = self.state.job
        if job is not None and job.state == "unknown" and not self.state.busy:
            label_jobs.settle_labels(self._terminal, job, label_jobs.read_labels(self._terminal, job), "confirmed")
            self.reload()

    def drop(self) -> None:
        """Nobody waits for the chosen job any more."""
        job = self.state.job
        if job is not None and job.waits and not self.state.busy:
            label_jobs.drop_labels(self._terminal, job)
            self.reload()

    def close(self) -> None:
        """What runs beside is called off."""
        for task in self._tasks:
            task.cancel()

    async def _print_again(self, job: LabelJob) -> None:
        try:
            many = label_jobs.read_labels(self._terminal, job)
            await self._send(label_jobs.begin_again(self._terminal, job), many)
        except Refusal as refusal:
            label_jobs.give_up(self._terminal, job, job)
            self._put(refusal=refusal)
        finally:
            self._put(busy=False)

    async def _send(self, job: LabelJob, many: Many) -> Fault | None:
        try:
            outcome = await self._print_labels(many, job.size, bool(job.square))
        except Fault as fault:
            outcome = Printed("queued", fault)
        reason = outcome.fault.code if outcome.fault is not None else ""
        label_jobs.settle_labels(self._terminal, job, many, outcome.state, reason)
        self.reload()
        return outcome.fault

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)
