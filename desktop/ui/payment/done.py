"""The sale is done: the change once more, the receipt's number, and the next customer by a scan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.purse_pay_in import paid_in
from desktop.domain.tips import tip_total
from desktop.ui import formats
from desktop.ui.payment.presenter import PaymentState
from desktop.ui.payment.tenders import change_words, left_words
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class DonePage(Panel):
    """`reprint_asked()` and `next_asked()`."""

    reprint_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PaymentState()
        self.card = Card(ground="ok")
        self._word = Text("", "strip", tone="ok")
        self.change = Figure("", "count", tone="ok", align=Qt.AlignmentFlag.AlignHCenter)
        self._coins, self._receipt = Text("", "body", tone="ok", wrap=True), Text("", "strong", wrap=True)
        self._paper = Text("", "quiet", wrap=True)
        self.card.body.addStretch(2)
        for widget in (self._word, self.change, self._coins):
            self.card.body.addWidget(widget)
        self.card.body.addStretch(2)
        for widget in (self._receipt, self._paper):
            self.card.body.addWidget(widget)
        for label in (self._word, self._coins, self._receipt, self._paper):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.reprint, self.go_on = Key(shortcut="Ctrl+P", cap="right"), Key(kind="primary", size="key", shortcut="F9")
        self._row, self._keys = QVBoxLayout(self), QHBoxLayout()
        self._row.addWidget(self.card, 1)
        self._keys.addWidget(self.reprint, 1)
        self._keys.addWidget(self.go_on, 2)
        self._row.addLayout(self._keys)
        self.reprint.clicked.connect(lambda: self.reprint_asked.emit())
        self.go_on.clicked.connect(lambda: self.next_asked.emit())
        self._space()
        self.retranslate()

    def show_state(self, state: PaymentState) -> None:
        """Show a finished sale."""
        self._state = state
        sale = state.sale
        if sale is None:
            return
        into = sum(paid_in(sale.total_minor, sale.payments).values())
        paid = formats.money(sale.total_minor + into, sale.currency)
        given_back = sale.change_minor > 0
        if sale.total_minor < 0:
            out = -sum(payment.amount_minor for payment in sale.payments)
            self._say(self.tr("Given back"), formats.money(out, sale.currency))
        elif given_back:
            self._say(self.tr("Change"), formats.money(sale.change_minor, sale.currency))
        else:
            given = sale.total_minor + sale.rounding_minor + into
            self._say(self.tr("Paid, no change"), formats.money(given, sale.currency))
        self._coins.setText("\n".join(filter(None, (change_words(state), left_words(state)))))
        receipt = self.tr("Receipt {0}").replace("{0}", sale.receipt)
        tip = tip_total(sale.payments)
        tip_words = " · " + self.tr("tip {0}").replace("{0}", formats.money(tip, sale.currency)) if tip else ""
        self._receipt.setText(f"{receipt} · {paid}{tip_words}")
        copies = self.tr("%n copy(ies) printed", "", state.copies) if state.copies else ""
        self._paper.setText(copies or self.tr("The next scan begins the next sale."))

    def _say(self, word: str, figure: str) -> None:
        self._word.setText(word)
        self.change.set_name(word)
        self.change.set_text(figure)

    def retranslate(self) -> None:
        """Say everything again."""
        self.reprint.set_text(self.tr("Print again"))
        self.go_on.set_text(self.tr("Next customer"))
        self.show_state(self._state)

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(gap)
        self._keys.setSpacing(theme.mm(theme.density.gap_mm))
