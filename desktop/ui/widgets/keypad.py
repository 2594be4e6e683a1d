"""Digits, decimal mark and backspace. What they mean is the screen's business."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel

_PLACES = {"7": (0, 0), "8": (0, 1), "9": (0, 2), "4": (1, 0), "5": (1, 1), "6": (1, 2)}
_PLACES |= {"1": (2, 0), "2": (2, 1), "3": (2, 2), "0": (3, 0)}


class Keypad(Panel):
    """Twelve keys. `digit("7")`, `decimal_mark()` and `backspace()` are its signals.

    Without `decimal` it is for PINs. A column to the right (`add_column`) holds the functions that belong to it."""

    digit = Signal(str)
    decimal_mark = Signal()
    backspace = Signal()

    def __init__(self, *, decimal: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for text, (row, column) in _PLACES.items():
            key = Key(text, kind="digit", size="key")
            key.clicked.connect(lambda _=False, sent=text: self.digit.emit(sent))
            self._grid.addWidget(key, row, column, 1, 1 if decimal or text != "0" else 2)
        self._mark = Key(kind="digit", size="key", parent=self)
        self._mark.clicked.connect(self.decimal_mark)
        if decimal:
            self._grid.addWidget(self._mark, 3, 1)
        else:
            self._mark.hide()
        self._back = Key(kind="digit", size="key", icon="delete")
        self._back.clicked.connect(self.backspace)
        self._grid.addWidget(self._back, 3, 2)
        for column in range(3):
            self._grid.setColumnStretch(column, 3)
        self._space()
        self.retranslate()

    def add_column(self, keys: list[Key]) -> None:
        """Put function keys in a fourth, wider column, from the top."""
        for row, key in enumerate(keys):
            self._grid.addWidget(key, row, 3)
        self._grid.setColumnStretch(3, 4)

    def retranslate(self) -> None:
        """Names for screen readers, and the decimal mark of the language."""
        mark = QLocale().decimalPoint()
        self._mark.set_text(mark, name=self.tr("Decimal mark"))
        self._back.set_text("", name=self.tr("Backspace"))

    def _space(self) -> None:
        self._grid.setSpacing(active().mm(active().density.gap_mm))
