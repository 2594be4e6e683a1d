"""A list beside a detail: rows of two lines, one of them chosen; the keys and the search field move the choice."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.data_table import DataTable

BELOW = Qt.ItemDataRole.UserRole + 1
"""The role by which a model says the second line; empty for none."""
MARGINS = 21
"""Left and right of both lines, at text size 100 %."""
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TwoLineTable(DataTable):
    """A table whose column `wide` has what a row is, and quietly below it what is to know about it."""

    def __init__(self, model: QAbstractTableModel, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(model, stretch=wide, parent=parent)
        self._wide = wide
        self.setItemDelegateForColumn(wide, _TwoLines(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def choose(self, row: int) -> None:
        """Show which row is chosen; none below 0."""
        if row < 0:
            self.clearSelection()
        elif not self.selectionModel().isRowSelected(row, QModelIndex()):
            self.selectRow(row)
            self.scrollTo(self.model().index(row, self._wide))

    def _space(self) -> None:
        super()._space()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(max(_height(), rows.defaultSectionSize()))


class _TwoLines(QStyledItemDelegate):
    """Draws both lines; only words are ever cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Both lines and some air."""
        return QSize(active().px(160), _height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground, then the lines."""
        theme = active()
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        rect = QRectF(option.rect).adjusted(theme.px(17), 0, -theme.px(4), 0)
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or theme.colour("text")
        lines = [("body", colour, index.data()), ("label", theme.colour("muted"), index.data(BELOW))]
        lines = [line for line in lines if line[2]]
        top = rect.center().y() - sum(theme.metrics(role).height() for role, _, _ in lines) / 2
        painter.save()
        for role, colour, words in lines:
            metrics = theme.metrics(role)
            painter.setFont(theme.font(role))
            painter.setPen(colour)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
            painter.drawText(QRectF(rect.left(), top, rect.width(), metrics.height()), _LINE, shown)
            top += metrics.height()
        painter.restore()


def _height() -> int:
    theme = active()
    return theme.metrics("body").height() + theme.metrics("label").height() + theme.px(14)
