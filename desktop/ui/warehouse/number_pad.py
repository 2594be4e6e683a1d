"""Keys to type a quantity or a code with, for a hand in a glove: two rows, which a low screen has room for, too."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel


class NumberPad(Panel):
    """`typed(str)` for a digit or the decimal mark ".", `times()`, `backspace()`, `entered()`."""

    typed = Signal(str)
    times = Signal()
    backspace = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at, digit in enumerate("1234567890"):
            key = self._key(digit, at // 5, at % 5)
            key.clicked.connect(lambda _=False, digit=digit: self.typed.emit(digit))
        self._mark, self._back = self._key("", 1, 5), self._key("", 0, 5, icon="delete")
        self._times, self._enter = self._key(formats.TIMES, 0, 6), self._key("", 1, 6, icon="check")
        self._mark.clicked.connect(lambda: self.typed.emit("."))
        self._back.clicked.connect(lambda: self.backspace.emit())
        self._times.clicked.connect(lambda: self.times.emit())
        self._enter.clicked.connect(lambda: self.entered.emit())
        self._space()
        self.retranslate()

    def retranslate(self) -> None:
        """Names for screen readers, and the decimal mark of the language."""
        self._mark.set_text(QLocale().decimalPoint(), name=self.tr("Decimal mark"))
        self._back.set_text("", name=self.tr("Backspace"))
        self._times.set_text(formats.TIMES, name=self.tr("So many times the next goods"))
        self._enter.set_text("", name=self.tr("Apply what is typed"))

    def _key(self, text: str, row: int, column: int, icon: str = "") -> Key:
        key = Key(text, kind="digit", icon=icon)
        self._grid.addWidget(key, row, column)
        return key

    def _space(self) -> None:
        self._grid.setSpacing(active().mm(active().density.gap_mm))
