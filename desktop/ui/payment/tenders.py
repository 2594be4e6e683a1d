"""The middle of the payment: what is due, what was given, what comes back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.currency import currency_of
from desktop.domain.tender import GIFT, Payment
from desktop.ui import formats
from desktop.ui.payment.presenter import PaymentState
from desktop.ui.payment.purse_words import purse_words
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card, Rule
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text
from desktop.ui.words import method_words, step_words


class TenderLine(QWidget):
    """One payment with the cross that takes it back: `taken_back()`."""

    taken_back = Signal()

    def __init__(self, payment: Payment, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        method, amount = method_words(payment.method), formats.amount(payment.amount_minor, currency)
        if payment.method == GIFT:
            method = f"{method} {payment.reference}"
        elif foreign := currency_of(payment.method):
            method = f"{method} {formats.amount(payment.foreign_minor, foreign)}"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Text(method, "body"))
        line.addStretch(1)
        line.addWidget(Text(amount, "strong"))
        cross = Key(kind="ghost", size="control", icon="x")
        cross.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        cross.set_text("", name=self.tr("Take back: {0}").replace("{0}", f"{method} {amount}"))
        cross.clicked.connect(lambda: self.taken_back.emit())
        line.addWidget(cross)


class DueCard(Card):
    """What is left to pay, and the payments so far. `taken_back(int)` tells the place of one."""

    taken_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state = PaymentState()
        self._word = Text("", "quiet")
        self.due = Figure("", "total", align=Qt.AlignmentFlag.AlignLeft)
        self._in_cash = Text("", "quiet")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._shown: tuple[Payment, ...] = ()
        for widget in (self._word, self.due, self._in_cash):
            self.body.addWidget(widget)
        self.body.addLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def show_state(self, state: PaymentState) -> None:
        """Show due and payments."""
        self._state = state
        settlement, priced = state.settlement, state.priced
        if settlement is None or priced is None:
            return
        currency = priced.currency
        self._name(settlement.total_minor)
        self.due.set_text(formats.money(abs(settlement.due_minor), currency))
        rounded = settlement.due_cash_minor != settlement.due_minor and settlement.due_minor != 0
        cash = formats.money(abs(settlement.due_cash_minor), currency)
        is_abroad = bool(state.due_foreign_minor) and not settlement.complete
        abroad = formats.money(state.due_foreign_minor, currency_of(state.method)) if is_abroad else ""
        self._in_cash.setText(self.tr("in cash {0}").replace("{0}", abroad or cash) if rounded or abroad else "")
        self._in_cash.setVisible(rounded or bool(abroad))
        self._list(settlement.payments, currency)

    def retranslate(self) -> None:
        """Say everything again."""
        self._name(self._state.settlement.total_minor if self._state.settlement else 0)
        self._shown = ()
        self._clear()
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _name(self, total_minor: int) -> None:
        word = self.tr("To give back") if total_minor < 0 else self.tr("To pay")
        self._word.setText(word)
        self.due.set_name(word)

    def _list(self, payments: Sequence[Payment], currency: str) -> None:
        if tuple(payments) == self._shown:
            return
        self._clear()
        self._shown = tuple(payments)
        for index, payment in enumerate(payments):
            line = TenderLine(payment, currency)
            line.taken_back.connect(lambda index=index: self.taken_back.emit(index))
            self._lines.addWidget(Rule())
            self._lines.addWidget(line)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class ChangeCard(Card):
    """The amount being typed, or the change in the largest figures of the screen, with its notes and coins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state = PaymentState()
        self._word = Text("", "strong")
        self.figure = Figure("", "change", align=Qt.AlignmentFlag.AlignLeft)
        self._detail = Text("", "body", wrap=True)
        self.body.addStretch(1)
        for widget in (self._word, self.figure, self._detail):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.retranslate()

    def show_state(self, state: PaymentState) -> None:
        """Show what is typed, else the change."""
        self._state = state
        settlement, priced = state.settlement, state.priced
        if settlement is None or priced is None:
            return
        if state.takes_number and not settlement.complete:
            self._say_gift(state)
        elif state.typed:
            word = self.tr("Typed")
            if foreign := currency_of(state.method):
                word = self.tr("Typed in {0}").replace("{0}", foreign)
            self._say("", word, formats.decimal(state.typed), "text", self.tr("Enter applies it"))
        elif state.takes_purse and not settlement.complete:
            word, figure, detail = purse_words(state)
            self._say("", word, figure, "text", detail)
        elif settlement.complete and settlement.total_minor < 0:
            out = -sum(payment.amount_minor for payment in settlement.payments)
            self._say("ok", self.tr("Given back"), formats.money(out, priced.currency), "ok", "")
        elif settlement.complete:
            change = formats.money(settlement.change_minor, priced.currency)
            words = "\n".join(filter(None, (change_words(state), left_words(state))))
            self._say("ok", self.tr("Change"), change, "ok", words)
        else:
            gives, gets = (
                self.tr("Type what the customer gives, or press an amount."),
                self.tr("Type what the customer gets back, or press an amount."),
            )
            self._say("", "", "", "muted", gets if settlement.total_minor < 0 else gives)

    def _say_gift(self, state: PaymentState) -> None:
        if state.asking_gift:
            self._say("", self.tr("Gift certificate"), "", "text", self.tr("Head office is asked …"))
        elif state.typed:
            self._say("", state.typed, "", "text", self.tr("Enter applies it"))
        else:
            words = self.tr("Scan the certificate, or type its number.")
            self._say("", "", "", "muted", "\n".join(filter(None, (left_words(state), words))))

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self, ground: str, word: str, figure: str, tone: str, detail: str) -> None:
        self.set_ground("ok" if ground == "ok" else "")
        self._word.setText(word)
        self._word.set_tone(tone)
        self._word.setVisible(bool(word))
        self.figure.set_name(word)
        self.figure.set_text(figure, tone)
        self.figure.setVisible(bool(figure))
        self._detail.setText(detail)
        self._detail.set_tone("ok" if tone == "ok" else "muted")
        self._detail.setMinimumHeight(active().metrics("body").height())


def left_words(state: PaymentState) -> str:
    """What stays on the certificate that paid last: customers ask."""
    number, left_minor = state.gift_left
    paid = state.settlement.payments if state.settlement else ()
    if state.priced is None or not any((one.method, one.reference) == (GIFT, number) for one in paid):
        return ""
    words = QCoreApplication.translate("ChangeCard", "{0} stays on {1}.")
    return words.replace("{0}", formats.money(left_minor, state.priced.currency)).replace("{1}", number)


def change_words(state: PaymentState) -> str:
    """Notes and coins of the change: `1 × 5 · 2 × 0.20`."""
    currency = state.priced.currency if state.priced else ""
    return " · ".join(f"{pieces} {formats.TIMES} {coin_words(coin, currency)}" for coin, pieces in state.change)


def coin_words(minor: int, currency: str) -> str:
    """A note or coin without useless decimals: `5`, `0.20`."""
    words = formats.amount(minor, currency)
    mark = formats.decimal("0.1")[1]
    return words.removesuffix(f"{mark}00")


def tax_words(state: PaymentState) -> str:
    """The small print: a line for each tax, and for the rounding of cash."""
    if state.priced is None:
        return ""
    steps = [step for step in state.priced.explanation if step.kind.startswith("total.tax")]
    rounding = state.settlement.explanation if state.settlement else ()
    steps += [step for step in rounding if step.kind == "rounding.cash"]
    return "\n".join(step_words(step) for step in steps)
