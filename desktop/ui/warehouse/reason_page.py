"""Why has a place too little? One key a reason, and the picking goes on at the next place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_words import reason_words
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text
from desktop.ui.words_picking import SHORT_REASONS

_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7")


class ReasonPage(Panel):
    """`chosen(str)` tells the reason, `back_pressed()` that the place has enough after all."""

    chosen = Signal(str)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FillState()
        self._title = Text("", "strip", wrap=True)
        self.reasons = KeyGrid([Key(shortcut=key, cap="below") for key in _KEYS], most=3)
        self._keys = tuple(self.reasons.keys)
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(Scrolled(self.reasons), 1)
        self._column.addWidget(self.back)
        for key, reason in zip(self._keys, SHORT_REASONS, strict=True):
            key.clicked.connect(lambda _=False, reason=reason: self.chosen.emit(reason))
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self._space()

    def show_state(self, state: FillState) -> None:
        """Ask about the place of this step."""
        self._state = state
        about = " · ".join(part for part in (state.step.place, state.step.goods) if part)
        self._title.setText(self.tr("Too little: why? {0}").replace("{0}", about))
        self.back.set_text(self.tr("Back"))
        for key, reason in zip(self._keys, SHORT_REASONS, strict=True):
            key.set_text(reason_words(reason))
        self.reasons.lay_out()

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)
