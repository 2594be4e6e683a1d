"""A list of keys, one below the other: rows that are chosen by a finger, by Ctrl and a digit, or by a scan of that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key, Size

_LISTED = 9


class KeyList(QWidget):
    """Keys one below the other; `chosen(str)` tells the id of the pressed row. The first have Ctrl and a digit."""

    chosen = Signal(str)

    def __init__(self, size: Size = "key", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size: Size = size
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: list[tuple[str, str]] = []
        self._first = 0
        self.keys: list[Key] = []

    def show_rows(self, rows: list[tuple[str, str]], first: int) -> None:
        """Show (id, words); the first has Ctrl and the digit `first`."""
        if (rows, first) == (self._rows, self._first):
            return
        self._rows, self._first = rows, first
        for key in self.keys:
            self._column.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = [self._key(first + at, *row) for at, row in enumerate(rows)]
        self._column.setSpacing(active().mm(active().density.gap_mm))

    def _key(self, number: int, name: str, words: str) -> Key:
        key = Key(size=self._size, shortcut=f"Ctrl+{number}" if number <= _LISTED else "", cap="right")
        key.set_text(words, name=words.replace("\n", ", "))
        key.clicked.connect(lambda: self.chosen.emit(name))
        self._column.addWidget(key)
        key.show()  # at once: its keyboard key must work with it
        return key
