"""One receipt as it was sold, beside the list: its lines, its sums, and what followed it."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.mail import Mail
from desktop.domain.receipts import Receipt
from desktop.domain.tips import tip_total
from desktop.ui import formats
from desktop.ui.receipts.mail_words import state_words
from desktop.ui.receipts.receipts_rows import ReceiptsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card, Rule
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.pairs import Pair, Pairs
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.text import Text
from desktop.ui.words import method_words


class ReceiptCard(Card):
    """Figures only; what can be done with it is on the keys below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.number, self.about = Text("", "strip"), Text("", "quiet", wrap=True)
        self.mark = Text("", "strong", tone="danger", wrap=True)
        self.total = Figure("", "figure")
        self.goods, self.sums, self.after = Pairs(), Pairs(), Text("", "quiet", wrap=True)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        parts: tuple[QWidget, ...] = (self.goods, Rule(), self.sums, self.after)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_by_finger(self._area)
        for widget in (self.number, self.about, self.mark, self.total):
            self.body.addWidget(widget)
        self.body.addWidget(self._area, 1)
        self._state = ReceiptsState()
        self._space()

    def show_state(self, state: ReceiptsState) -> None:
        """Show the receipt of the state."""
        self._state = state
        receipt = state.receipt
        if receipt is None:
            return
        sale = receipt.sale
        self.number.setText(sale.receipt)
        sold = formats.moment(datetime.fromisoformat(sale.occurred_at))
        self.about.setText(" · ".join(part for part in (sold, sale.cashier, sale.terminal) if part))
        self.mark.setText(self._told(state))
        self.mark.setVisible(bool(self.mark.text()))
        self.total.set_name(self.tr("Total"))
        self.total.set_text(formats.money(sale.total_minor, sale.currency))
        self.goods.set_pairs([self._goods(receipt, at) for at in range(len(sale.lines))])
        self.sums.set_pairs(self._sums(receipt))
        self.after.setText("\n".join(self._after(receipt, state.mails)))

    def _told(self, state: ReceiptsState) -> str:
        if state.receipt is not None and state.receipt.sale.voided_at:
            return self.tr("This receipt was taken back.")
        twice = self.tr("One parked sale, paid more than once: {0}")
        return twice.replace("{0}", ", ".join(state.paid_with)) if state.paid_with else ""

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_column"):
            self._space()
        super().changeEvent(event)

    def _goods(self, receipt: Receipt, at: int) -> Pair:
        line, currency = receipt.sale.lines[at], receipt.sale.currency
        quantity = formats.quantity(line.quantity_milli, line.unit)
        words = line.name if line.quantity_milli == 1000 else f"{quantity} {formats.TIMES} {line.name}"
        given = [
            f"{one.name} {formats.amount(-one.amount_minor, currency)}" for one in line.promotions if one.amount_minor
        ]
        return Pair("\n".join([words, *given]), formats.amount(line.total_minor, currency))

    def _sums(self, receipt: Receipt) -> list[Pair]:
        sale = receipt.sale
        saved = sum(line.discount_minor for line in sale.lines if line.discount_minor > 0)
        pairs = [Pair(self.tr("Saved"), formats.amount(saved, sale.currency))] if saved else []
        tip = tip_total(sale.payments)
        if tip:
            pairs.append(Pair(self.tr("Tip"), formats.amount(tip, sale.currency)))
        if sale.rounding_minor:
            pairs.append(Pair(self.tr("Rounding"), formats.amount(sale.rounding_minor, sale.currency)))
        for paid in sale.payments:
            words = f"{method_words(paid.method)} {paid.reference}".strip()
            pairs.append(Pair(words, formats.amount(paid.amount_minor + paid.tip_minor, sale.currency)))
        if sale.change_minor:
            pairs.append(Pair(self.tr("Change"), formats.amount(-sale.change_minor, sale.currency)))
        return pairs

    def _after(self, receipt: Receipt, mails: tuple[Mail, ...]) -> list[str]:
        lines = []
        if receipt.copies:
            lines.append(self.tr("Printed again: %n time(s)", "", receipt.copies))
        if receipt.invoice is not None:
            buyer = receipt.invoice.buyer
            words = self.tr("Invoice {0}").replace("{0}", receipt.invoice.number)
            lines.append(f"{words} · {buyer.name}" if buyer else words)
        if receipt.fiscal is not None:
            lines.append(self.tr("Signed, transaction {0}").replace("{0}", receipt.fiscal.transaction_no))
        return lines + [f"{state_words(mail)}: {mail.recipient}" for mail in mails[:3]]

    def _space(self) -> None:
        self._column.setSpacing(active().px(10))
        self.body.setSpacing(active().px(6))
