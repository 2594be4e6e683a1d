"""The payment screen: the ticket quiet at the left, what is due in the middle, amounts and keys at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.currency import currency_of
from desktop.domain.tender import Payment
from desktop.ui import formats
from desktop.ui.payment.card_panel import CardPanel
from desktop.ui.payment.done import DonePage
from desktop.ui.payment.paid_ticket import PaidTicket
from desktop.ui.payment.presenter import PaymentPresenter, PaymentState
from desktop.ui.payment.tenders import ChangeCard, DueCard, coin_words
from desktop.ui.payment.tips_bar import TipBar
from desktop.ui.sides import is_mirrored, mirror
from desktop.ui.tab_order import chain
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.strip import Strip
from desktop.ui.words import method_words, refusal_text

QUICK = 6
METHOD_KEYS = tuple(f"F{number}" for number in range(2, 9))


class PaymentView(Panel):
    """`back_asked()` leads to the till with the cart in hand, `next_asked()` to the next customer.

    `park_asked()` puts the cart aside, because nobody knows what became of its card payment."""

    back_asked = Signal()
    park_asked = Signal()
    next_asked = Signal()

    def __init__(self, presenter: PaymentPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._chained: tuple[Payment, ...] | None = None
        self._methods: tuple[str, ...] = ()
        self.ticket, self.strip = PaidTicket(), Strip()
        self.methods = Segments(shortcuts=METHOD_KEYS)
        self.due, self.change, self.card = DueCard(), ChangeCard(), CardPanel()
        self.tips = TipBar(presenter.tips, self)
        self.quick = [Key(kind="plain") for _ in range(QUICK)]
        self.pad = Keypad()
        self.apply = Key(kind="primary", shortcut="Enter", cap="right", bind=False)
        self.finish = Key(kind="done", size="key", shortcut="F9")
        self.done = DonePage()
        self.grant = GrantSheet(self, presenter.card.grant)
        self._lay_out()
        self._connect()
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: PaymentState) -> None:
        """Show the payment as it is."""
        self._pages.setCurrentIndex(1 if state.sale else 0)
        if state.sale:
            self.done.show_state(state)
            return
        self.ticket.show_state(state)
        self.due.show_state(state)
        self._chain(state)
        self.change.show_state(state)
        self.card.show_state(state.card)
        self.change.setVisible(state.card.attempt is None)
        self.card.setVisible(state.card.attempt is not None)
        self.methods.setEnabled(state.card.attempt is None)
        self.tips.setEnabled(state.card.attempt is None)
        if self._methods != state.methods:
            self._name_methods(state)
        if self.methods.choice() != state.method:
            self.methods.choose(state.method)
        self._show_quick(state)
        self.apply.setEnabled(bool(state.typed))
        self.finish.setEnabled(state.can_finish)
        self._tell_refusal(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self._name_methods(self._presenter.state)
        self.methods.setAccessibleName(self.tr("Payment methods"))
        self.finish.set_text(self.tr("Finish"))
        self.apply.set_text(self.tr("Apply"), name=self.tr("Apply the typed amount"))
        self.strip.clear()
        self.show_state(self._presenter.state)

    def mirror(self, on: bool) -> None:
        """Keys at the left for the left hand, or at the right."""
        mirror(self._row, on)
        self._chained = None
        self._chain(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type amounts; Enter applies one and never finishes."""
        key, text, presenter = Qt.Key(event.key()), event.text(), self._presenter
        if len(text) == 1 and (text in "0123456789" or self._is_sign(text)):
            presenter.press_digit(text)
        elif text in (",", "."):
            presenter.press_mark()
        elif key in _KEYS:
            _KEYS[key](presenter)
        elif key == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _is_sign(self, text: str) -> bool:
        """Letters and hyphens belong to the number of a certificate."""
        return self._presenter.state.takes_number and text.isascii() and (text.isalnum() or text == "-")

    def _step_back(self) -> None:
        state = self._presenter.state
        if state.sale:
            self.next_asked.emit()
        elif state.typed or state.refusal or state.scan_refused:
            self._presenter.dismiss()
            while self._presenter.state.typed:
                self._presenter.press_backspace()
        else:
            self.back_asked.emit()

    def _chain(self, state: PaymentState) -> None:
        payments = state.settlement.payments if state.settlement else ()
        if payments != self._chained:
            self._chained = payments
            middle = [self.methods, self.due, self.tips, self.card]
            keys = [*self.quick, self.pad, self.apply, self.finish]
            chain([*keys, *middle] if is_mirrored(self._row) else [*middle, *keys])

    def _show_quick(self, state: PaymentState) -> None:
        currency = currency_of(state.method) or (state.priced.currency if state.priced else "")
        for at, key in enumerate(self.quick):
            amount = state.quick[at] if at < len(state.quick) else None
            key.setEnabled(amount is not None and not state.can_finish and state.card.attempt is None)
            if amount is None:
                key.set_text("")
            elif state.takes_purse or amount < 0:  # what is given back has no change
                key.set_text(formats.amount(amount, currency))
            elif at == 0:
                key.set_text(f"{self.tr('Exact')}  {formats.amount(amount, currency)}")
            else:
                key.set_text(coin_words(amount, currency))
            key.setVisible(amount is not None)

    def _name_methods(self, state: PaymentState) -> None:
        self._methods = state.methods
        self.methods.set_options([(method, method_words(method)) for method in state.methods])

    def _tell_refusal(self, state: PaymentState) -> None:
        if state.scan_refused:
            words = self.tr("A scan does nothing while money is taken. Finish, or go back to the sale.")
            self.strip.show_notice("warn", words)
        elif state.refusal:
            currency = state.priced.currency if state.priced else ""
            self.strip.show_notice("warn", refusal_text(state.refusal, currency))
        else:
            self.strip.clear()

    def _pay_quick(self, at: int) -> None:
        if at < len(self._presenter.state.quick):
            self._presenter.pay(self._presenter.state.quick[at])

    def _connect(self) -> None:
        presenter = self._presenter
        self.methods.chosen.connect(presenter.choose_method)
        self.due.taken_back.connect(presenter.take_back)
        for at, key in enumerate(self.quick):
            key.clicked.connect(lambda _=False, at=at: self._pay_quick(at))
        self.pad.digit.connect(presenter.press_digit)
        self.pad.decimal_mark.connect(presenter.press_mark)
        self.pad.backspace.connect(presenter.press_backspace)
        self.apply.clicked.connect(lambda: presenter.press_enter())
        self.finish.clicked.connect(lambda: presenter.finish())
        self.strip.dismissed.connect(presenter.dismiss)
        self.card.cancelled.connect(presenter.card.cancel)
        self.card.asked_again.connect(presenter.card.ask_again)
        self.card.parked.connect(self.park_asked)
        self.card.decided.connect(self._decide)
        presenter.card.approval_asked.connect(self.grant.ask)
        self.done.reprint_asked.connect(presenter.reprint)
        self.done.next_asked.connect(self.next_asked)

    def _decide(self, happened: bool) -> None:
        reason = self.tr("The slip says that it was paid") if happened else self.tr("There is no slip of a payment")
        self._presenter.card.decide(happened, reason)

    def _lay_out(self) -> None:
        page = QWidget()
        self._row = QHBoxLayout(page)
        self._row.addWidget(self.ticket, 31)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.methods)
        self._middle.addWidget(self.strip)
        self._middle.addWidget(self.due)
        self._middle.addWidget(self.tips)
        self._middle.addWidget(self.change, 1)
        self._middle.addWidget(self.card, 1)
        self._row.addLayout(self._middle, 41)
        self._right = QVBoxLayout()
        self._amounts = QGridLayout()
        for at, key in enumerate(self.quick):
            self._amounts.addWidget(key, at // 2, at % 2)
            self._amounts.setColumnStretch(at % 2, 1)
        self._right.addLayout(self._amounts)
        self._right.addStretch(1)
        for widget in (self.pad, self.apply, self.finish):
            self._right.addWidget(widget)
        self._row.addLayout(self._right, 28)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        key_gap = theme.mm(theme.density.gap_mm)
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(gap)
        self._middle.setSpacing(gap)
        self._right.setSpacing(key_gap)
        self._amounts.setSpacing(key_gap)


_KEYS: dict[Qt.Key, Callable[[PaymentPresenter], None]] = {
    Qt.Key.Key_Return: PaymentPresenter.press_enter,
    Qt.Key.Key_Enter: PaymentPresenter.press_enter,
    Qt.Key.Key_Backspace: PaymentPresenter.press_backspace,
    Qt.Key.Key_Delete: PaymentPresenter.take_last_back,
    Qt.Key.Key_Minus: PaymentPresenter.take_last_back,
    Qt.Key.Key_Plus: PaymentPresenter.finish,
}
