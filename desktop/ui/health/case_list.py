"""The list of cases: what happened on one line, whose it is and who decides on a quieter one below."""

from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.health.case_words import CaseRow
from desktop.ui.theme import paint
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.widgets.scrolling import scroll_by_finger

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WRAP = Qt.TextFlag.TextWordWrap
ROW = Qt.ItemDataRole.UserRole


class CaseModel(QAbstractListModel):
    """Rows in words; a screen reader hears both lines."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CaseRow] = []

    def show_rows(self, rows: list[CaseRow]) -> None:
        """Show other rows; the place in the list is kept when only words changed."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            changed = [at for at, row in enumerate(rows) if row != self.rows[at]]
            self.rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Cases."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The first line, the whole row for the painter, or all of it for a screen reader."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.title, row.second_line, row.age) if part)
        return None


class CaseList(QListView):
    """`chosen(str)` tells the id of a case that was pressed, or entered with Enter or Space."""

    chosen = Signal(str)

    def __init__(self, model: CaseModel) -> None:
        super().__init__()
        self.setModel(model)
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)
        scroll_by_finger(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; arrows walk."""
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if opens and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW).id)


class _Painter(QStyledItemDelegate):
    """Two wrapped texts and an age; nothing is elided."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        width = self._view.viewport().width()
        return QSize(width, _height(index.data(ROW), width, active()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row, rect = active(), index.data(ROW), option.rect
        title, second, age = _places(rect, row)
        picked = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.save()
        painter.fillRect(rect, theme.colour("raised" if picked else "surface"))
        side = theme.px(10)
        mark = QRectF(rect.left() + theme.px(16), title.top() + theme.px(5), side, side)
        paint.shape(painter, mark, "diamond", theme.colour("warn"))
        for place, words, font, ink in (
            (title, row.title, _title_font(), "text"),
            (second, row.second_line, _second_font(), "muted"),
            (age, row.age, _second_font(), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            side_flag = Qt.AlignmentFlag.AlignRight if place is age else Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, int(side_flag | Qt.AlignmentFlag.AlignTop | _WRAP), words)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            paint.focus_ring(painter, QRectF(rect), theme.px(8), theme)


def _places(rect: QRect, row: CaseRow) -> tuple[QRect, QRect, QRect]:
    """Where title, second line and age stand."""
    theme = active()
    left, top = rect.left() + theme.px(36), rect.top() + theme.px(10)
    small = QFontMetrics(_second_font())
    age_wide = small.horizontalAdvance(row.age) + theme.px(2)
    right = rect.left() + rect.width() - theme.px(16)
    title = _box(_title_font(), left, top, right - age_wide - theme.px(12) - left, row.title)
    second = _box(_second_font(), left, title.bottom() + 1 + theme.px(2), right - left, row.second_line)
    return title, second, QRect(right - age_wide, top + theme.px(2), age_wide, small.height())


@lru_cache(maxsize=1024)
def _height(row: CaseRow, width: int, theme: Theme) -> int:
    """How high a row has to be; the list asks for all of them whenever one has changed."""
    title, second, _ = _places(QRect(0, 0, width, 0), row)
    return max(second.bottom() + 1 + theme.px(10), title.bottom(), theme.mm(theme.density.row_mm))


def _title_font() -> QFont:
    return active().font("quiet", 600)


def _second_font() -> QFont:
    return active().font("label")


def _box(font: QFont, left: int, top: int, width: int, words: str) -> QRect:
    needs = QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_WRAP), words)
    return QRect(left, top, width, needs.height())
