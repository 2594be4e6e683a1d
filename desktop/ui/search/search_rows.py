"""Hits as rows of a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui import formats
from desktop.ui.search.presenter import Hit, SearchState

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, SKU, STOCK, PRICE = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SearchModel(QAbstractTableModel):
    """Name, article number, stock here, price."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = SearchState()

    def show_state(self, state: SearchState) -> None:
        """Show other hits."""
        if state.hits is not self._state.hits:
            self.beginResetModel()
            self._state = state
            self.endResetModel()
        self._state = state

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Hits."""
        return 0 if parent.isValid() else len(self._state.hits)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Four."""
        return 0 if parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words and where they stand."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._state.hits[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (STOCK, PRICE):
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head line."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (STOCK, PRICE):
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Goods"), self.tr("Article"), self.tr("In stock"), self.tr("Price"))[section]

    def _words(self, hit: Hit, column: int) -> str:
        product = hit.product
        if column == NAME:
            return product.name
        if column == SKU:
            return product.sku
        if column == STOCK:
            return "–" if hit.on_hand_milli is None else formats.quantity(hit.on_hand_milli, product.unit)
        return formats.price(product.price_e4, self._state.currency)
