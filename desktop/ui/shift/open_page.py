"""Opening a shift: what lies in the drawer."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.ui import formats
from desktop.ui.shift.count_card import CountCard
from desktop.ui.shift.pad_page import PadPage
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.widgets.key import Key
from desktop.ui.words import refusal_text


class OpenPage(PadPage):
    """The float, the last closing, and the way into the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShiftState()
        self.count = CountCard(methods=False)
        self.again = Key(kind="quiet", size="control")
        self.card.body.addWidget(self.count, 1)
        self.aside.addWidget(self.again)
        self.retranslate()

    def show_state(self, state: ShiftState) -> None:
        """Show what was typed, and the closing before."""
        self._state = state
        self.title.setText(self.tr("Open shift {0}").replace("{0}", str(state.number)))
        self.detail.setText(self._last(state))
        self.count.show_state(state)
        self.keep_in_sight(self.count.rows.get(state.slot))
        self.again.setVisible(state.last is not None)
        self.go.setEnabled("cash" in state.counted_minor)
        if state.refusal:
            self.strip.show_notice("warn", refusal_text(state.refusal, state.currency))
        elif state.copies:
            self.strip.show_notice("info", self.tr("The closing was sent to the printer, marked as a copy."))
        else:
            self.strip.clear()

    def retranslate(self) -> None:
        """Say everything again."""
        self.go.set_text(self.tr("Open shift"))
        self.again.set_text(self.tr("Print the last closing again"))
        self.show_state(self._state)

    def _last(self, state: ShiftState) -> str:
        last = state.last
        if last is None:
            return self.tr("Count what lies in the drawer before the first sale.")
        when = formats.moment(datetime.fromisoformat(last.closed_at))
        cash = formats.money(last.cash_minor, state.currency)
        words = self.tr("Shift {number} was closed {when} by {who} with {cash} in cash.")
        return words.format(number=last.number, when=when, who=last.cashier or "–", cash=cash)
