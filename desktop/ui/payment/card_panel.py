"""The card terminal on the payment screen: what it is asked for, and the keys while nobody knows what became of it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui import formats
from desktop.ui.payment.card_rows import CardState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text


class CardPanel(Card):
    """`cancelled()`, `asked_again()`, `parked()`, and `decided(bool)`: whether the payment happened."""

    cancelled = Signal()
    asked_again = Signal()
    parked = Signal()
    decided = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state = CardState()
        self._word = Text("", "strong", wrap=True)
        self.figure = Figure("", "change", align=Qt.AlignmentFlag.AlignLeft)
        self._detail = Text("", "body", wrap=True)
        self.cancel, self.again = Key(), Key(kind="next")
        self.park, self.paid, self.unpaid = Key(), Key(), Key()
        self._keys = QGridLayout()
        for at, key in enumerate((self.again, self.park, self.paid, self.unpaid)):
            self._keys.addWidget(key, at // 2, at % 2)
        self._keys.addWidget(self.cancel, 2, 0, 1, 2)
        self.body.addStretch(1)
        for widget in (self._word, self.figure, self._detail):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addLayout(self._keys)
        self.cancel.clicked.connect(lambda: self.cancelled.emit())
        self.again.clicked.connect(lambda: self.asked_again.emit())
        self.park.clicked.connect(lambda: self.parked.emit())
        self.paid.clicked.connect(lambda: self.decided.emit(True))
        self.unpaid.clicked.connect(lambda: self.decided.emit(False))
        self.retranslate()

    def show_state(self, state: CardState) -> None:
        """Show the dialogue, or what is unclear."""
        self._state = state
        attempt = state.attempt
        if attempt is None:
            return
        self.set_ground("warn" if state.unclear else "info")
        self.figure.set_text(formats.money(attempt.amount_minor, attempt.currency))
        back = attempt.kind == "refund"
        if state.unclear:
            self._word.setText(self.tr("Payment unclear"))
            words = self.tr("Nobody knows whether the card was charged. Ask the terminal again; take no other card.")
            given = self.tr("Nobody knows whether the money went back to the card. Ask the terminal again.")
            self._detail.setText(given if back else words)
        else:
            self._word.setText(self.tr("Back to the card") if back else self.tr("At the card terminal"))
            waits = self.tr("The customer follows what the terminal says.")
            self._detail.setText(self.tr("Breaking off …") if state.cancelling else waits)
        self.figure.set_name(self._word.text())
        for key in (self.again, self.park, self.paid, self.unpaid):
            key.setVisible(state.unclear)
        self.cancel.setVisible(not state.unclear)
        self.cancel.setEnabled(not state.cancelling)

    def retranslate(self) -> None:
        """Say everything again."""
        self.cancel.set_text(self.tr("Break off at the terminal"))
        self.again.set_text(self.tr("Ask again"))
        self.park.set_text(self.tr("Put aside"))
        self.paid.set_text(self.tr("It was paid"))
        self.unpaid.set_text(self.tr("It was not paid"))
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            theme = active()
            self._keys.setSpacing(theme.mm(theme.density.gap_mm))
        super().changeEvent(event)
