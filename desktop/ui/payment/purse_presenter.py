"""Store credit, an account or points on the payment screen: head office is asked to hold what is paid by them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.cart import Cart
from desktop.domain.ids import new_id
from desktop.domain.purse import PURSES, Told, payment_of, units_of
from desktop.domain.refusal import Refusal
from desktop.domain.tender import Payment
from desktop.domain.tender_terms import TenderTerms
from desktop.operations import purses
from desktop.operations.terminal import Terminal
from desktop.ui.payment.purse_rows import PurseState, purse_state

AskPurse = Callable[[Callable[[Told | None], None], str, str, int, str], None]
"""Customer, purse, units, hold, and what takes the answer; None where nobody answered in time."""


def nobody_is_asked(done: Callable[[Told | None], None], customer_id: str, purse: str, units: int, hold: str) -> None:
    """Where there is no head office to ask."""
    done(None)


class PursePresenter(QObject):
    """`changed(PurseState)`, `paid(Payment)` what it came to, `refused(Refusal)`."""

    changed = Signal(object)
    paid = Signal(object)
    refused = Signal(object)

    def __init__(self, terminal: Terminal, ask: AskPurse = nobody_is_asked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._ask = terminal, ask
        self._cart: Cart | None = None
        self._asked = ""
        self.state = PurseState()

    def begin(self, cart: Cart, total_minor: int, terms: TenderTerms) -> tuple[str, ...]:
        """Look at the ticket that is paid; gives the purses that it may be paid by.

        An answer that is still on its way for another ticket is for nobody; what it held ends by itself.
        """
        self._cart, self._asked = cart, ""
        known = purses.find_purse(self._terminal, cart)
        self._show(purse_state(known, terms, cart.currency, total_minor, cart.returns))
        return self.state.methods

    def pay(self, purse: str, amount_minor: int, payments: Sequence[Payment]) -> None:
        """Pay so much by a purse; below zero it goes to it. Refusals by `refused`."""
        cart, terms = self._cart, self.state.terms
        if cart is None or cart.buyer is None or self._asked:
            return
        if amount_minor < 0:
            self.paid.emit(payment_of(purse, amount_minor, terms))
            return
        hold, paid = new_id(self._terminal.clock.now()), tuple(payments)
        self._asked = hold
        self._show(replace(self.state, asking=True))
        units = units_of(purse, amount_minor, terms)
        self._ask(lambda told: self._take(purse, amount_minor, paid, told, hold), cart.buyer.id, purse, units, hold)

    def give_up(self, payment: Payment) -> None:
        """Let go of what was held for a payment that is taken back."""
        if payment.method in PURSES and payment.hold and self._cart is not None and self._cart.buyer is not None:
            self._ask(lambda told: None, self._cart.buyer.id, payment.method, 0, payment.hold)

    def _take(self, purse: str, amount_minor: int, paid: Sequence[Payment], told: Told | None, hold: str) -> None:
        if self._asked != hold or self._cart is None:
            return
        self._asked = ""
        self._show(replace(self.state, asking=False))
        try:
            payment = purses.pay_by_purse(self._terminal, self._cart, purse, amount_minor, paid, told, hold)
        except Refusal as refusal:
            self.refused.emit(refusal)
        else:
            self.paid.emit(payment)

    def _show(self, state: PurseState) -> None:
        self.state = state
        self.changed.emit(state)
