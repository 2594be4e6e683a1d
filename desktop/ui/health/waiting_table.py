"""The list of what waits, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.unsent import Unsent
from desktop.ui.health.health_words import age, kind_words, subject_words
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PADDING = 40
"""What the style sheet and the style keep free at both sides of a cell, and a little more."""


@dataclass(frozen=True)
class Row:
    """One entry in words: its number, what it is, how old."""

    occurred_at: str
    cells: tuple[str, str, str]

    def aged(self, now: datetime) -> "Row":
        """The same line as old as it is now; itself while that is said in the same words."""
        words = age(self.occurred_at, now)
        return self if words == self.cells[2] else Row(self.occurred_at, (*self.cells[:2], words))


def row_of(entry: Unsent, now: datetime) -> Row:
    """Make the line of an entry."""
    return Row(entry.occurred_at, (subject_words(entry), kind_words(entry), age(entry.occurred_at, now)))


class WaitingModel(QAbstractTableModel):
    """Three columns of words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show other lines; the view is reset only when their number changes."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 2))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; ages are quiet and stand right."""
        last = index.column() == 2
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return active().colour("muted" if last else "text")
        if role == Qt.ItemDataRole.FontRole:
            return active().font("quiet")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class Lines(QStyledItemDelegate):
    """Rows as high as their words need; the last has no hairline below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words need beside the padding, and never less than a row of the density."""
        return QSize(*_size(str(index.data()), option.rect.width(), active()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The cell, and what covers the last hairline."""
        super().paint(painter, option, index)
        if index.row() == index.model().rowCount() - 1:
            below = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(below, active().colour("surface"))


@lru_cache(maxsize=4096)
def _size(words: str, width: int, theme: Theme) -> tuple[int, int]:
    """Width and height that a cell of this width needs; the table asks for all of them whenever its rows change."""
    metrics, padding = theme.metrics("quiet"), theme.px(_PADDING)
    room = QRect(0, 0, max(width - padding, 1), 10_000)
    high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() + theme.px(16)
    return metrics.horizontalAdvance(words) + padding, max(high, theme.mm(theme.density.row_mm))
