"""The list of what waits: things for a person on top and red, the rest oldest first."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import (
    age,
    broken_words,
    kind_words,
    problem_words,
    subject_words,
    verdict_words,
    why_words,
)
from desktop.ui.theme.theme import active

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Row:
    """One line in words; `person` marks what does not go by itself."""

    cells: tuple[str, str, str, str, str]
    person: bool = False


def rows_of(state: HealthState) -> list[Row]:
    """Make the lines of a state."""
    translate = QCoreApplication.translate
    manager, by_itself = translate("Health", "a manager decides"), translate("Health", "will go by itself")
    support = translate("Health", "tell support")
    rows: list[Row] = []
    if state.checked and state.checked.bad_seq:
        what = translate("Health", "Journal, entry {0}").replace("{0}", str(state.checked.bad_seq))
        bad = (what, translate("Health", "does not hold"), "", verdict_words(state.checked.reason), support)
        rows.append(Row(bad, person=True))
    for broken in state.waiting.broken:
        what = translate("Health", "up to entry {0}").replace("{0}", str(broken.good_seq))
        rows.append(Row((translate("Health", "Journal"), what, "", broken_words(broken), support), person=True))
    for problem in state.waiting.problems:
        entry = problem.entry
        words = (subject_words(entry), kind_words(entry), age(entry.occurred_at, state.now))
        rows.append(Row((*words, problem_words(problem.reason), manager), person=True))
    why = why_words(state)
    kept_apart = {(problem.entry.incarnation, problem.entry.seq) for problem in state.waiting.problems}
    for entry in state.waiting.rows:
        if (entry.incarnation, entry.seq) in kept_apart:
            continue
        words = (subject_words(entry), kind_words(entry), age(entry.occurred_at, state.now))
        rows.append(Row((*words, why, by_itself)))
    return rows


class WaitingModel(QAbstractTableModel):
    """Five columns of words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._heads: tuple[str, ...] = ("",) * 5
        self.retranslate()

    def show_rows(self, rows: list[Row]) -> None:
        """Show other lines; the view is reset only when their number changes."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 4))

    def retranslate(self) -> None:
        """Heads of the columns."""
        translate = QCoreApplication.translate
        self._heads = (
            translate("Health", "Waiting"),
            translate("Health", "What"),
            translate("Health", "Age"),
            translate("Health", "Why"),
            "",
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 4)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Five."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; what a person has to do is red and strong."""
        row, last = self.rows[index.row()], index.column() == 4
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.BackgroundRole and row.person:
            return active().colour("danger_ground")
        if role == Qt.ItemDataRole.ForegroundRole:
            return active().colour("danger" if row.person and last else "muted" if last else "text")
        if role == Qt.ItemDataRole.FontRole:
            return active().font("quiet", 600 if row.person and last else 400)
        return None


class Tinted(QStyledItemDelegate):
    """Paints the ground of a line, which the style sheet would leave out; the last has no hairline below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words, and never less than a row of the density."""
        hint, theme = super().sizeHint(option, index), active()
        return QSize(hint.width(), max(hint.height() + theme.px(8), theme.mm(theme.density.row_mm)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground first, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QColor):
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        if index.row() == index.model().rowCount() - 1:
            below = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(below, ground if isinstance(ground, QColor) else active().colour("surface"))
