"""The lines of a picking or packing: what comes next on top, what no place has, what is done."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import LineRow
from desktop.ui.warehouse.filling_words import line_quantity, lot_words
from desktop.ui.widgets.two_lines import BELOW

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, QUANTITY = range(2)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIGNS = {"next": "→ ", "done": "✓ ", "missing": "▲ "}
_INKS = {"next": "primary", "done": "ok", "missing": "warn"}


class LineModel(QAbstractTableModel):
    """One row a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LineRow, ...] = ()

    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Two."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, where they stand, and their colour."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _SIGNS.get(row.stands, "") + row.goods if index.column() == GOODS else line_quantity(row)
        if role == BELOW:
            missing = self.tr("no place has it") if row.stands == "missing" else ""
            parts = (row.place, missing, lot_words(row.lot, row.expiry), row.order)
            return " · ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == QUANTITY:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and row.stands in _INKS:
            return active().colour(_INKS[row.stands])
        return None
