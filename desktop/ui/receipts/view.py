"""The screen of receipts: a search field and the list at the left, one receipt and what can be done at the right."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.receipts.mail_words import problem_words
from desktop.ui.receipts.presenter import ReceiptsPresenter
from desktop.ui.receipts.receipt_card import ReceiptCard
from desktop.ui.receipts.receipt_list import ReceiptModel, ReceiptTable
from desktop.ui.receipts.receipts_rows import ReceiptsState
from desktop.ui.receipts.sheets import InvoiceSheet, MailSheet, VoidSheet
from desktop.ui.receipts.void_presenter import VoidState
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

RETRY, AGAIN, BY_HAND = "retry", "again", "by_hand"


class ReceiptsView(Panel):
    """Widgets and the presenter, nothing else."""

    def __init__(self, presenter: ReceiptsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._serial = presenter, 0
        self.title, self.search, self.strip = Text("", "title"), SearchField(), Strip()
        self.model = ReceiptModel(self)
        self.table = ReceiptTable(self.model)
        self.more, self.nothing = Key(kind="quiet"), EmptyState(icon_name="receipt")
        self.card = ReceiptCard()
        self.copy, self.gift = Key(shortcut="Ctrl+P", icon="printer", cap="right"), Key(icon="gift")
        self.returns, self.void = Key(kind="next", shortcut="F8", cap="right"), Key(kind="danger")
        self.invoice, self.mail = Key(icon="file-text"), Key()
        self._lay_out()
        self.void_sheet, self.invoice_sheet, self.mail_sheet = VoidSheet(self), InvoiceSheet(self), MailSheet(self)
        self.grant = GrantSheet(self, presenter.grant)
        self._connect()
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: ReceiptsState) -> None:
        """Show list and receipt as they are now."""
        self.model.show_rows(state.rows, state.day)
        self.table.setVisible(bool(state.rows))
        self.nothing.setVisible(not state.rows)
        self._say_nothing(state)
        self.more.setVisible(state.more)
        self.card.setVisible(state.receipt is not None)
        self.card.show_state(state)
        self._select(state)
        self._say_keys(state)
        self._say_done(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(self.tr("Receipts"))
        self.search.setPlaceholderText(self.tr("Number, amount, time or day"))
        self.search.setAccessibleName(self.tr("Find a receipt"))
        self.table.setAccessibleName(self.tr("Receipts"))
        self.more.set_text(self.tr("Show older ones"))
        self.copy.set_text(self.tr("Print again"))
        self.gift.set_text(self.tr("Gift receipt"))
        self.returns.set_text(self.tr("Return goods"))
        self.void.set_text(self.tr("Take back whole"))
        self.mail.set_text(self.tr("E-mail"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        self.card.retranslate()
        self.show_state(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose a receipt, whatever has the focus; letters and figures go into the search."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._presenter.step(1 if key == Qt.Key.Key_Down else -1)
        elif (
            event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.search.setFocus()
            self.search.insert(event.text())
            self._presenter.search(self.search.text())
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        for sheet in (self.void_sheet, self.invoice_sheet, self.mail_sheet, self.grant):
            sheet.shut()
        self.search.clear()
        self._presenter.leave()
        super().hideEvent(event)

    # --- inside

    def _connect(self) -> None:
        presenter = self._presenter
        self.search.query_changed.connect(presenter.search)
        self.search.submitted.connect(presenter.search)
        self.search.stepped.connect(presenter.step)
        self.search.left.connect(self.setFocus)
        self.table.clicked.connect(self._pick)
        self.more.clicked.connect(lambda: presenter.show_more())
        self.copy.clicked.connect(lambda: presenter.print_copy())
        self.gift.clicked.connect(lambda: presenter.print_gift())
        self.returns.clicked.connect(lambda: presenter.ask_return())
        self.void.clicked.connect(lambda: self._ask(self.void_sheet))
        self.mail.clicked.connect(lambda: self._ask(self.mail_sheet))
        self.invoice.clicked.connect(self._ask_invoice)
        self.void_sheet.reasoned.connect(presenter.void)
        self.invoice_sheet.filled.connect(self._make_invoice)
        presenter.buyers.known.connect(self.invoice_sheet.show_buyer)
        self.mail_sheet.addressed.connect(self._send)
        presenter.grant_asked.connect(self.grant.ask)
        self.strip.acted.connect(self._act)
        self.strip.dismissed.connect(presenter.dismiss)

    def _ask(self, sheet: VoidSheet | MailSheet) -> None:
        receipt = self._presenter.state.receipt
        if receipt is not None:
            sheet.ask(receipt)

    def _ask_invoice(self) -> None:
        receipt = self._presenter.state.receipt
        if receipt is not None and receipt.invoice is not None:
            self._presenter.invoice()
        elif receipt is not None:
            self.invoice_sheet.ask(receipt)
            self._presenter.buyers.begin(receipt.sale.customer_id)
            self.invoice_sheet.offer_keeping(offered=self._presenter.buyers.has_customer)

    def _make_invoice(self, buyer: object, keep: bool) -> None:
        if self._presenter.issue_invoice(buyer, keep=keep):  # type: ignore[arg-type]
            self.invoice_sheet.shut()
        elif self._presenter.state.refusal is not None:
            self.invoice_sheet.refuse(self._presenter.state.refusal)

    def _send(self, recipient: str, paper: str) -> None:
        if self._presenter.send(recipient, "invoice" if paper == "invoice" else "receipt"):
            self.mail_sheet.shut()
        elif self._presenter.state.refusal is not None:
            self.mail_sheet.refuse(self._presenter.state.refusal)

    def _act(self, name: str) -> None:
        if name == RETRY:
            self._presenter.retry_mail()
        elif name == AGAIN:
            self._presenter.voids.again()
        elif name == BY_HAND:
            self._presenter.voids.by_hand()

    def _pick(self, index: QModelIndex) -> None:
        self._presenter.choose(self.model.rows[index.row()].sale_id)

    def _select(self, state: ReceiptsState) -> None:
        shown = state.receipt.sale.sale_id if state.receipt else ""
        self.table.choose(next((at for at, row in enumerate(state.rows) if row.sale_id == shown), -1))

    def _say_nothing(self, state: ReceiptsState) -> None:
        if state.query:
            title = self.tr("No receipt fits “{0}”").replace("{0}", state.query)
            self.nothing.set_words(title, self.tr("Try the number on the paper, the total, or the time."))
        else:
            self.nothing.set_words(self.tr("No receipts yet"), self.tr("The first sale of this till will stand here."))

    def _say_keys(self, state: ReceiptsState) -> None:
        receipt = state.receipt
        there = receipt is not None
        has_invoice = receipt is not None and receipt.invoice is not None
        self.invoice.set_text(self.tr("Invoice again") if has_invoice else self.tr("Invoice"))
        for key in (self.copy, self.gift):
            key.setEnabled(there)
        self.invoice.setEnabled(there and (state.stands or has_invoice))
        self.mail.setEnabled(there and state.has_mail)
        self.returns.setEnabled(there and state.stands)
        self.void.setEnabled(there and state.can_void and not state.void.waiting)

    def _say_done(self, state: ReceiptsState) -> None:
        asked = self.invoice_sheet.isVisible() or self.mail_sheet.isVisible()
        if state.refusal is not None and not asked:
            self.strip.show_notice("warn", refusal_text(state.refusal))
        elif state.void.waiting:
            charges, gives = (
                self.tr("The card terminal takes the money again"),
                self.tr("The card terminal gives the money back"),
            )
            self.strip.show_notice("info", charges if state.void.charges else gives)
        elif state.void.stuck and state.receipt and state.receipt.sale.sale_id == state.void.sale_id:
            again = [StripAction(AGAIN, self.tr("Ask the terminal again"), "Ctrl+J")]
            given, taken = self.tr("Money given back by hand"), self.tr("Money taken by hand")
            hand = StripAction(BY_HAND, taken if state.void.charges else given, "Ctrl+G")
            actions = [hand] if state.void.stuck == "no_terminal" else [*again, hand]
            self.strip.show_notice("warn", self._stuck_words(state.void), actions)
        elif state.done is not None:
            if state.serial != self._serial:
                self.strip.show_notice("ok", self._done_words(state))
        elif state.mails and (problem := problem_words(state.mails[0])):
            kind = "danger" if state.mails[0].state == "failed" else "info"
            self.strip.show_notice(kind, problem, [StripAction(RETRY, self.tr("Try now"))])  # type: ignore[arg-type]
        else:
            self.strip.clear()
        self._serial = state.serial

    def _stuck_words(self, void: VoidState) -> str:
        if void.charges:
            words = {
                "declined": self.tr("The card was not charged; the receipt still stands."),
                "unclear": self.tr("Nobody knows yet whether the card was charged; the receipt still stands."),
                "no_terminal": self.tr("There is no card terminal to charge the card; the receipt still stands."),
            }
        else:
            words = {
                "declined": self.tr("The card terminal gave nothing back; the receipt still stands."),
                "unclear": self.tr("Nobody knows yet whether the card got its money back; the receipt still stands."),
                "no_terminal": self.tr("There is no card terminal to give the money back; the receipt still stands."),
            }
        return words[void.stuck]

    def _done_words(self, state: ReceiptsState) -> str:
        words = {
            "copy": self.tr("Printed again: copy {0}."),
            "gift": self.tr("The gift receipt is printed."),
            "invoice": self.tr("Invoice {0} is made."),
            "invoice_copy": self.tr("The invoice is there once more: copy {0}."),
            "mail": self.tr("The mail to {0} waits to be sent."),
            "mailed": self.tr("The mail to {0} is sent."),
            "void": self.tr("The receipt is taken back: {0}."),
        }
        return words[state.done or "copy"].replace("{0}", state.number)

    def _lay_out(self) -> None:
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.search, 1)
        self._head = head
        left = Card(flush=True)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.nothing, 1)
        left.body.addWidget(self.more)
        self._keys = QGridLayout()
        keys = (self.copy, self.gift, self.invoice, self.mail, self.returns, self.void)
        for at, key in enumerate(keys):
            self._keys.addWidget(key, at // 2, at % 2)
        self._right = QVBoxLayout()
        room = self.card.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the keys keep their size where no receipt is shown
        self.card.setSizePolicy(room)
        self._right.addWidget(self.card, 1)
        self._right.addLayout(self._keys)
        self._row.addWidget(left, 11)
        self._row.addLayout(self._right, 9)
        self._column.addLayout(head)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._row, 1)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._row.setSpacing(gap)
        self._right.setSpacing(gap)
        self._head.setSpacing(2 * gap)
        self._keys.setSpacing(theme.mm(theme.density.gap_mm))
