"""The list of labels: what, with its article number below; the price; how many."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import formats
from desktop.ui.labels.labels_rows import LabelRow
from desktop.ui.theme.theme import active

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, PRICE, COPIES = range(3)
BELOW = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class LabelModel(QAbstractTableModel):
    """One row a label."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LabelRow, ...] = ()

    def show_rows(self, rows: tuple[LabelRow, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Labels."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words and where they stand."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row, index.column())
        if role == BELOW:
            return _below(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != GOODS:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head line."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != GOODS:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Goods"), self.tr("Price"), self.tr("Labels"))[section]


class GoodsLines(QStyledItemDelegate):
    """The name, and quietly below it what tells it from others; only words are ever cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Both lines and some air."""
        theme = active()
        high = theme.metrics("body").height() + theme.metrics("label").height() + theme.px(14)
        return QSize(theme.px(160), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row's ground, then the lines."""
        theme = active()
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        rect = QRectF(option.rect).adjusted(theme.px(17), 0, -theme.px(4), 0)
        lines = (("body", "text", index.data()), ("label", "muted", index.data(BELOW)))
        top = rect.center().y() - sum(theme.metrics(role).height() for role, _, _ in lines) / 2
        painter.save()
        for role, colour, words in lines:
            metrics = theme.metrics(role)
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
            painter.drawText(QRectF(rect.left(), top, rect.width(), metrics.height()), _LINE, shown)
            top += metrics.height()
        painter.restore()


def _words(row: LabelRow, column: int) -> str:
    if column == GOODS:
        return row.label.name
    if column == COPIES:
        return str(row.copies)
    return formats.price(row.label.price_e4, row.label.currency) if row.label.price_e4 else "–"


def _below(row: LabelRow) -> str:
    label = row.label
    weight = formats.quantity(label.quantity_milli, label.unit) if label.quantity_milli not in (0, 1000) else ""
    code = label.code if label.code != label.sku else ""
    return " · ".join(part for part in (weight, label.sku, code) if part)
