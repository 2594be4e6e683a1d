"""The lines of a receipt, what is left of each, and what comes back now."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent

from desktop.domain.returning import Condition
from desktop.ui import formats
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.returns.returns_rows import BackRow, ReturnsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.data_table import DataTable

AnyIndex = QModelIndex | QPersistentModelIndex
_HEADS = (
    QT_TRANSLATE_NOOP("Returned", "Goods"),
    QT_TRANSLATE_NOOP("Returned", "Sold"),
    QT_TRANSLATE_NOOP("Returned", "Left"),
    QT_TRANSLATE_NOOP("Returned", "Comes back"),
    QT_TRANSLATE_NOOP("Returned", "Money"),
)
_CONDITIONS = {
    Condition.GOOD: QT_TRANSLATE_NOOP("Returned", "To the shelf"),
    Condition.DAMAGED: QT_TRANSLATE_NOOP("Returned", "Damaged"),
    Condition.CHECK: QT_TRANSLATE_NOOP("Returned", "To be checked"),
}
_LETTERS = 48
"""So wide is a table that has room for all its columns and a name."""
_GOODS, _SOLD, _LEFT, _BACK, _MONEY = range(5)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Returned", text)


def condition_words(condition: Condition) -> str:
    """What goods are like that come back."""
    return _tr(_CONDITIONS[condition])


class _Model(QAbstractTableModel):
    state = ReturnsState()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_HEADS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.state.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_tr(_HEADS[column])}: {self._words(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.FontRole and row.picked_milli and column in (_GOODS, _BACK, _MONEY):
            font = QFont(active().font("body"))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row.is_known and not row.left_milli and not row.picked_milli:
            return QColor(active().colour("muted"))
        return None

    def _words(self, row: BackRow, column: int) -> str:
        if column == _GOODS:
            return row.name
        if column == _SOLD:
            return formats.quantity(row.sold_milli, row.unit) if row.is_known else "–"
        if column == _LEFT:
            return formats.quantity(row.left_milli, row.unit) if row.is_known else "–"
        if not row.picked_milli:
            return ""
        if column == _BACK:
            picked = formats.quantity(row.picked_milli, row.unit)
            return picked if row.condition is Condition.GOOD else f"{condition_words(row.condition)}  {picked}"
        return formats.amount(row.back_minor, self.state.currency)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == _GOODS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class ReturnedTable(DataTable):
    """`selected(str)` tells the key of the line that a person chose."""

    selected = Signal(str)

    def __init__(self) -> None:
        self._rows = _Model()
        super().__init__(self._rows)
        self._rows.setParent(self)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self._telling = True

    def show_state(self, state: ReturnsState) -> None:
        """Show the lines."""
        self._telling = False
        if state.rows != self._rows.state.rows:
            self._rows.beginResetModel()
            self._rows.state = state
            self._rows.endResetModel()
        self._rows.state = state
        at = next((at for at, row in enumerate(state.rows) if row.key == state.selected), -1)
        if at >= 0:
            self.selectRow(at)
        self._telling = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters are large the name of the goods needs the room of what the right side tells too."""
        super().resizeEvent(event)
        is_narrow = self.width() < _LETTERS * active().metrics("body").averageCharWidth()
        for column in (_SOLD, _MONEY):
            self.setColumnHidden(column, is_narrow)

    def retranslate(self) -> None:
        """Say everything again."""
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)
        self.viewport().update()

    def _on_row(self, index: QModelIndex) -> None:
        if self._telling and index.isValid():
            self.selected.emit(self._rows.state.rows[index.row()].key)
