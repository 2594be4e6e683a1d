"""The sheet of print jobs: what waits, what came out and how often; keys do something with the chosen one."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.label_job import LabelJob
from desktop.faults import Fault
from desktop.ui import formats
from desktop.ui.labels.jobs_presenter import JobsPresenter
from desktop.ui.labels.labels_rows import JobsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.two_lines import BELOW, TwoLineTable
from desktop.ui.words import fault_words, refusal_text

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, COUNT, STATE = range(3)


class JobModel(QAbstractTableModel):
    """One row a job."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: tuple[LabelJob, ...] = ()

    def show_jobs(self, jobs: tuple[LabelJob, ...]) -> None:
        """Show other jobs."""
        known = len(self.jobs)
        if known and len(jobs) > known and jobs[:known] == self.jobs:  # older ones: the list stays where it is
            self.beginInsertRows(QModelIndex(), known, len(jobs) - 1)
            self.jobs = jobs
            self.endInsertRows()
        elif jobs != self.jobs:
            self.beginResetModel()
            self.jobs = jobs
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Jobs."""
        return 0 if parent.isValid() else len(self.jobs)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and what stands below them."""
        job = self.jobs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (job.title, str(job.labels), self._state(job))[index.column()]
        if role == BELOW:
            return self._below(job)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == COUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head line."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("First label"), self.tr("Labels"), self.tr("State"))[section]

    def _state(self, job: LabelJob) -> str:
        if job.state == "queued":
            return self.tr("waits")
        if job.state == "unknown":
            return self.tr("unclear")
        if job.state == "saved":
            return self.tr("in a file")
        return self.tr("printed %n time(s)", "", job.prints) if job.prints > 1 else self.tr("printed")

    def _below(self, job: LabelJob) -> str:
        at = formats.moment(datetime.fromisoformat(job.last_at or job.made_at))
        trouble = fault_words(Fault(job.reason, job.reason, "", ""))[0] if job.reason else ""
        size = job.size.replace("x", f" {formats.TIMES} ")
        kind = {"place": self.tr("places"), "parcel": self.tr("parcels"), "plate": self.tr("pallets")}.get(job.kind, "")
        return " · ".join(part for part in (trouble, kind, at, job.actor, size) if part)


class JobsSheet(Sheet):
    """Up and Down choose, Enter prints; keys say that the labels are there, or take the job off."""

    def __init__(self, host: QWidget, presenter: JobsPresenter) -> None:
        super().__init__(host, width_mm=190.0)
        self._presenter = presenter
        self.model = JobModel(self)
        self.table, self.strip = TwoLineTable(self.model, GOODS), Strip()
        self.nothing = EmptyState(icon_name="tag")
        self.drop, self.there = Key(icon="trash-2"), Key(icon="check")
        self.again = Key(kind="primary", icon="printer")
        keys = QHBoxLayout()
        for key in (self.drop, self.there, self.again):
            keys.addWidget(key, 1)
        keys.setSpacing(active().gap)
        for widget in (self.strip, self.table, self.nothing):
            self.body.addWidget(widget, 0 if widget is self.strip else 1)
        self.body.addLayout(keys)
        self.table.verticalScrollBar().valueChanged.connect(self._see_end)
        self.table.clicked.connect(lambda index: presenter.choose(index.row()))
        self.drop.clicked.connect(lambda: presenter.drop())
        self.there.clicked.connect(lambda: presenter.confirm())
        self.again.clicked.connect(lambda: presenter.print_again())
        presenter.changed.connect(self.show_state)

    def show_jobs(self) -> None:
        """Open with the jobs as they are."""
        self.set_title(self.tr("Print jobs"))
        self.table.setAccessibleName(self.tr("Print jobs"))
        words = self.tr("Labels that wait for the printer stay here.")
        self.nothing.set_words(self.tr("Nothing was printed yet"), words)
        self.drop.set_text(self.tr("Take off"), name=self.tr("Take the job off the list"))
        self.there.set_text(self.tr("They are there"), name=self.tr("I have looked: the labels came out"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        self._presenter.reload()
        self.open()
        self.setFocus()

    def show_state(self, state: JobsState) -> None:
        """Show the jobs and what can be done with the chosen one."""
        job = state.job
        self.model.show_jobs(state.jobs)
        self.table.choose(state.chosen)
        self.table.setVisible(bool(state.jobs))
        self.nothing.setVisible(not state.jobs)
        is_new = job is not None and not job.prints
        self.again.set_text(self.tr("Print now") if is_new else self.tr("Print again"))
        self.there.setVisible(job is not None and job.state == "unknown")
        for key in (self.drop, self.there, self.again):
            key.setEnabled(job is not None and not state.busy)
        self.drop.setVisible(job is not None and job.waits)  # what was printed stays told
        if state.refusal is not None:
            self.strip.show_notice("warn", refusal_text(state.refusal))
        else:
            self.strip.clear()

    def _see_end(self, at: int) -> None:
        if at and at == self.table.verticalScrollBar().maximum():
            self._presenter.read_more()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts, arrows choose; nothing is typed into the screen below."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._presenter.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.again.click()
        else:
            super().keyPressEvent(event)
        event.accept()
