"""The list of what was scanned, the newest first: what, with its code or lot below, and how many."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.task import RECIPE, What
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.task_rows import ScanRow
from desktop.ui.warehouse.task_words import lot_words, row_quantity
from desktop.ui.widgets.two_lines import BELOW

AnyIndex = QModelIndex | QPersistentModelIndex
GOODS, QUANTITY = range(2)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INKS = {What.UNKNOWN: "danger", What.PLACE: "primary", What.INTO: "ok", What.DAMAGED: "warn", What.WRONG: "warn"}
_INKS |= {What.MADE: "ok", What.MAKE: "ok"}
_SIGNS = {What.UNKNOWN: "✕ ", What.PLACE: "→ ", What.DAMAGED: "▲ ", What.WRONG: "▲ ", What.PHOTO: "▣ ", What.MADE: "⇒ "}
_SIGNS |= {What.INTO: "⇒ "}


class ScanModel(QAbstractTableModel):
    """One row a scan that stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ScanRow, ...] = ()

    def show_rows(self, rows: tuple[ScanRow, ...]) -> None:
        """Show other rows; one more at the top leaves the others where they are."""
        if rows is self.rows:
            return
        if len(rows) == len(self.rows) + 1 and rows[1:2] == self.rows[:1]:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self.rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Scans."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Two."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, where they stand, and their colour."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._name(row) if index.column() == GOODS else row_quantity(row)
        if role == BELOW and row.what not in (What.PLACE, What.INTO, What.MAKE):
            if row.what is What.PHOTO:
                return self.tr("photo")
            if row.code == RECIPE and not row.lot:
                return self.tr("by its recipe")
            return lot_words(row) or (row.code if row.name else self.tr("unknown code"))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == QUANTITY:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and row.what in _INKS:
            return active().colour(_INKS[row.what])
        return None

    def _name(self, row: ScanRow) -> str:
        if row.what is What.MAKE:
            return self.tr("What is made of it:")
        return _SIGNS.get(row.what, "") + (row.name or row.code)
