"""The tip on the payment screen: a share of the total, an amount, or the sum that the customer wants to pay."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.cart import Cart
from desktop.domain.money import parse_money
from desktop.domain.refusal import Refusal
from desktop.domain.tender_terms import TenderTerms
from desktop.domain.tips import fitting_tip, tip_up_to, with_tip
from desktop.ui.payment.tips_rows import TipState, tip_options


class TipPresenter(QObject):
    """`chosen(Cart)` is the ticket with another tip, not kept yet; `changed(TipState)`, `refused(Refusal)`."""

    chosen = Signal(object)
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cart: Cart | None = None
        self._terms = TenderTerms()
        self._total_minor = 0
        self._typed = ""
        self.state = TipState()

    def begin(self, cart: Cart, total_minor: int, terms: TenderTerms) -> Cart:
        """Take the ticket that is paid; gives it without a tip that does not fit it any more."""
        self._total_minor, self._terms, self._typed = total_minor, terms, ""
        cart = fitting_tip(cart, total_minor)
        self._show(cart, TipState(tip_options(total_minor, cart.currency, terms), currency=cart.currency))
        return cart

    def show_cart(self, cart: Cart, typed: str) -> None:
        """Follow the ticket and what is typed."""
        self._typed = typed
        self._show(cart, self.state)

    def _show(self, cart: Cart, state: TipState) -> None:
        self._cart = cart
        state = replace(state, tip_minor=cart.tip_minor, typed=bool(self._typed))
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def choose(self, at: int) -> None:
        """Take one of the options."""
        if 0 <= at < len(self.state.options):
            self._put(self.state.options[at].tip_minor)

    def take_typed(self) -> None:
        """The typed amount is the tip."""
        self._put_typed(lambda typed_minor: typed_minor)

    def take_up_to(self) -> None:
        """The typed amount is the sum that is paid, the tip in it."""
        self._put_typed(lambda typed_minor: tip_up_to(self._total_minor, typed_minor, self.state.currency))

    def _put_typed(self, tip_of: Callable[[int], int]) -> None:
        if self._typed:
            try:
                tip_minor = tip_of(parse_money(self._typed, self.state.currency).minor)
            except Refusal as refusal:
                self.refused.emit(refusal)
            else:
                self._put(tip_minor)

    def _put(self, tip_minor: int) -> None:
        if self._cart is None:
            return
        try:
            tipped = with_tip(self._cart, tip_minor, self._total_minor, self._terms)
        except Refusal as refusal:
            self.refused.emit(refusal)
        else:
            self.chosen.emit(tipped)
