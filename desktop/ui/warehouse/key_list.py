"""A list of keys, one below the other: rows that are chosen by a finger, by Ctrl and a digit, or by a scan of that."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key, Size
from desktop.ui.widgets.row_key import RowKey

_LISTED = 9


class KeyList(QWidget):
    """Keys one below the other; `chosen(str)` tells the id of the pressed row. The first have Ctrl and a digit."""

    chosen = Signal(str)

    def __init__(self, size: Size = "key", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size: Size = size
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[str, str, str]] = []
        self._first = 0
        self.keys: list[Key] = []

    def show_rows(self, rows: list[tuple[str, str]], first: int, values: Sequence[str] = ()) -> None:
        """Show (id, words); the first has Ctrl and the digit `first`. With `values` each row has one at its right."""
        told = [(*row, value) for row, value in zip(rows, values or [""] * len(rows), strict=True)]
        if (told, first) == (self._rows, self._first):
            return
        self._rows, self._first = told, first
        for key in self.keys:
            self._column.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = [self._key(first + at, *row) for at, row in enumerate(told)]
        self._column.setSpacing(active().mm(active().density.gap_mm))

    def _key(self, number: int, name: str, words: str, value: str) -> Key:
        key = RowKey(size=self._size, shortcut=f"Ctrl+{number}" if number <= _LISTED else "", cap="right")
        spoken = f"{words}\n{value}".strip().replace("\n", ", ")
        key.set_text(words, name=spoken, value=value)
        key.clicked.connect(lambda: self.chosen.emit(name))
        self._column.addWidget(key)
        key.show()  # at once: its keyboard key must work with it
        return key
