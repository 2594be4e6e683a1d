"""The list of labels: what, with its article number below; the price; how many."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui import formats
from desktop.ui.labels.labels_rows import LabelRow
from desktop.ui.widgets.two_lines import BELOW

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, PRICE, COPIES = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
