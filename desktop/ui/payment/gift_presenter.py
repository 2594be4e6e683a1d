"""A gift certificate on the payment screen: its number is read, head office is asked, and it pays what it can."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.gift import GiftBalance, parse_gift_number
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.tender import GIFT, Payment
from desktop.operations import gifts
from desktop.operations.terminal import Terminal

AskGift = Callable[[Callable[[GiftBalance | None], None], str, int, str], None]
"""Number, amount, hold, and what takes the answer; None where nobody answered in time."""


def nobody_answers(done: Callable[[GiftBalance | None], None], number: str, amount_minor: int, hold: str) -> None:
    """Where there is no head office to ask."""
    done(None)


class GiftPresenter(QObject):
    """`changed(bool)` tells whether head office is being asked, `paid(Payment)` what it came to, `refused(Refusal)`.

    `left_on(str, int)` tells what stays on a certificate that pays by head office's word."""

    changed = Signal(bool)
    left_on = Signal(str, int)
    paid = Signal(object)
    refused = Signal(object)

    def __init__(self, terminal: Terminal, ask: AskGift = nobody_answers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._ask = terminal, ask
        self._asked = ""

    def look_up(self, text: str, due_minor: int, payments: Sequence[Payment]) -> None:
        """Pay what is due with this certificate, or as much as it has; below zero it goes onto it.

        Refusals `gift.number`, `tender.nothing_due` at once, the others by `refused`.
        """
        number, hold = parse_gift_number(text), new_id(self._terminal.clock.now())
        if due_minor < 0:
            self.paid.emit(Payment(GIFT, due_minor, number))
        elif not self._asked:
            self._asked = hold if due_minor else ""
            self.changed.emit(bool(due_minor))
            paid = tuple(payments)
            self._ask(lambda told: self._take(number, due_minor, paid, told, hold), number, due_minor, hold)

    def give_up(self, payment: Payment) -> None:
        """Let go of what was held for a payment that is taken back."""
        if payment.method == GIFT and payment.hold:
            self._ask(lambda told: None, payment.reference, 0, payment.hold)

    def forget(self) -> None:
        """Another ticket: an answer that is still on its way is for nobody; what it held ends by itself."""
        self._asked = ""
        self.changed.emit(False)

    def _take(self, number: str, due_minor: int, paid: Sequence[Payment], told: GiftBalance | None, hold: str) -> None:
        if due_minor and self._asked != hold:
            return
        self._asked = ""
        self.changed.emit(False)
        try:
            payment = gifts.pay_by_gift(self._terminal, number, due_minor, paid, told, hold)
        except Refusal as refusal:
            self.refused.emit(refusal)
        else:
            self.paid.emit(payment)
            if told is not None:
                self.left_on.emit(number, told.balance_minor - payment.amount_minor)
