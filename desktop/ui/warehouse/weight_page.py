"""What does the parcel weigh? From the scale, or typed; how far it is from what its goods weigh is said beside."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import FillState
from desktop.ui.warehouse.filling_words import weight_words
from desktop.ui.warehouse.number_pad import NumberPad
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class WeightPage(Panel):
    """`accepted()` says that a weight which cannot be is right all the same; `pad` types it, `back_pressed()`."""

    accepted = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FillState()
        self._figure, self._about = Text("", "title"), Text("", "body", wrap=True)
        self._card = Card()
        for words in (self._figure, self._about):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._card.body.addWidget(words)
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self.accept = Key(shortcut="F4", cap="right", icon="check")
        self.pad, self.keys = NumberPad(), KeyGrid((self.back, self.accept))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self.pad)
        self._column.addWidget(self.keys)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self.accept.clicked.connect(lambda: self.accepted.emit())
        self._space()

    def show_state(self, state: FillState) -> None:
        """Show what is typed, else what was weighed."""
        self._state = state
        weighed = state.weighed
        typed = state.typed.replace(".", QLocale().decimalPoint())
        known = formats.quantity(weighed.weight_milli, "kg") if weighed.weight_milli else "—"
        self._figure.setText(f"{typed}{formats.NO_BREAK}{formats.unit_name('kg')}" if typed else known)
        wrong = state.refusal is not None and state.refusal.code in ("pack.weight", "pack.light")
        hint = self.tr("Put the parcel on the scale, or type what it weighs.")
        says_all = weighed.weight_milli or weighed.unknown  # names of goods need the room
        self._about.setText(weight_words(weighed) if says_all else f"{hint} {weight_words(weighed)}")
        self._about.set_tone("danger" if wrong else "muted")
        self.back.set_text(self.tr("Back"))
        self.accept.set_text(self.tr("The weight is right"))
        self.keys.show_key(self.accept, wrong)

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _space(self) -> None:
        theme = active()
        self._column.setSpacing(theme.gap)
        self._card.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(8))
        self._card.body.setSpacing(0)
