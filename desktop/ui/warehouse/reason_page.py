"""Why has a place too little, or is a weight right that cannot be? One key a reason, and the work goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_words import reason_words, weight_words
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7")


class ReasonPage(Panel):
    """`chosen(str)` tells which of the `reasons` it is, `back_pressed()` that there is none after all."""

    chosen = Signal(str)
    back_pressed = Signal()

    def __init__(self, reasons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._reasons = FillState(), reasons
        self._title = Text("", "strip", wrap=True)
        self.reasons = KeyGrid([Key(shortcut=key, cap="below") for key in _KEYS[: len(reasons)]], most=3)
        self._keys = tuple(self.reasons.keys)
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(Scrolled(self.reasons), 1)
        self._column.addWidget(self.back)
        for key, reason in zip(self._keys, reasons, strict=True):
            key.clicked.connect(lambda _=False, reason=reason: self.chosen.emit(reason))
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self._space()

    def show_state(self, state: FillState) -> None:
        """Ask about the place of this step, or the weight of the parcel."""
        self._state = state
        about = " · ".join(part for part in (state.step.place, state.step.goods) if part)
        why = self.tr("Too little: why? {0}").replace("{0}", about)
        if state.page == "right":
            why = f"{self.tr('Why is the weight right?')} {weight_words(state.weighed)}"
        self._title.setText(refusal_text(state.refusal) if state.refusal else why)
        self._title.set_tone("danger" if state.refusal else "")
        self.back.set_text(self.tr("Back"))
        for key, reason in zip(self._keys, self._reasons, strict=True):
            key.set_text(reason_words(reason))
        self.reasons.lay_out()

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)
