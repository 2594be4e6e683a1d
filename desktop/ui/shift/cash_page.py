"""Cash put into the drawer or taken out of it, with the reason."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.tender import CASH
from desktop.ui import formats
from desktop.ui.keymap import chosen_key
from desktop.ui.shift.pad_page import PadPage
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text


class CashPage(PadPage):
    """`direction_chosen(str)`, `reason_given(str)`. The usual reasons are keys, others are typed."""

    direction_chosen = Signal(str)
    reason_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShiftState()
        self.ways = Segments()
        self._word, self.refused = Text("", "quiet"), Text("", "body", tone="danger", wrap=True)
        self.amount = Figure("", "total", align=Qt.AlignmentFlag.AlignLeft)
        self.reason = Field()
        self.usual = [Key(kind="plain", size="control") for _ in range(3)]
        self._row_of_reasons = QHBoxLayout()
        for key in self.usual:
            self._row_of_reasons.addWidget(key)
            key.clicked.connect(lambda _=False, key=key: self._take(key.text()))
        for at, key in enumerate(self.usual, 1):
            QShortcut(QKeySequence(chosen_key(f"Ctrl+{at}")), key, key.click)
        for widget in (self.ways, self._word, self.amount, self.refused, self.reason):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(self._row_of_reasons)
        self.card.body.addStretch(1)
        self.ways.chosen.connect(self.direction_chosen)
        self.reason.edited.connect(self.reason_given)
        self._space_card()
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show what was typed, and what is wrong where it is wrong."""
        self._state = state
        going_in = state.move.direction == "in"
        self.ways.choose(state.move.direction)
        self.title.setText(self.tr("Cash in") if going_in else self.tr("Cash out"))
        self.detail.setText(
            self.tr("What is put into the drawer, for example change from the bank.")
            if going_in
            else self.tr("What is taken out of the drawer, for example for the safe or a supplier.")
        )
        self.amount.set_text(_figures(state), "text" if state.move.typed else "muted")
        self.go.set_text(self._step(state))
        self.go.setEnabled(bool(state.move.typed))
        if self.reason.value() != state.move.reason.strip():
            self.reason.set_value(state.move.reason)
        self._name_reasons(going_in, tips=bool(state.totals and dict(state.totals.tips).get(CASH)))
        self._tell_refusal(state)
        self.show_allow(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.ways.set_options([("in", self.tr("Put in")), ("out", self.tr("Take out"))])
        self.ways.setAccessibleName(self.tr("Direction"))
        self._word.setText(self.tr("Amount"))
        self.amount.set_name(self.tr("Amount"))
        self.reason.set_label(self.tr("Reason"))
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Space the card too in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space_card()

    def _take(self, reason: str) -> None:
        self.reason.set_value(reason)
        self.reason_given.emit(reason)

    def _step(self, state: ShiftState) -> str:
        words = self.tr("Put in {0}") if state.move.direction == "in" else self.tr("Take out {0}")
        return words.replace("{0}", _figures(state) if state.move.typed else "").strip()

    def _name_reasons(self, going_in: bool, *, tips: bool) -> None:
        last = self.tr("Tips") if tips else self.tr("Expenses")
        reasons = (
            (self.tr("Change"), self.tr("From the safe"), self.tr("Correction"))
            if going_in
            else (self.tr("To the safe"), self.tr("Supplier"), last)
        )
        for key, reason in zip(self.usual, reasons, strict=True):
            key.set_text(reason)

    def _tell_refusal(self, state: ShiftState) -> None:
        refusal, at_reason = state.refusal, bool(state.refusal and state.refusal.field == "reason")
        words = refusal_text(refusal, state.currency) if refusal else ""
        self.refused.setText("" if at_reason else words)
        self.refused.setVisible(bool(words) and not at_reason)
        if at_reason:
            self.reason.refuse(words)
        else:
            self.reason.clear_refusal()

    def _space_card(self) -> None:
        self.card.body.setSpacing(active().px(10))
        self._row_of_reasons.setSpacing(active().mm(active().density.gap_mm))


def _figures(state: ShiftState) -> str:
    typed = state.move.typed
    return formats.half_typed(typed, state.currency) if typed else formats.money(0, state.currency)
