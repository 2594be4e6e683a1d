"""Change what is kept of the ticket's customer: head office is asked what that is, and the ticket follows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.customer import set_customer
from desktop.domain.customer_data import KnownCustomer
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations.customers import change_customer, know_customer, name_price_list
from desktop.reading import read_code
from desktop.ui.customer.customer_rows import ChangingState
from desktop.ui.till.grant_presenter import GRANTABLE, Asked, GrantPresenter
from desktop.ui.till.ticket_presenter import Ticket

AskCustomer = Callable[[Callable[[KnownCustomer | None], None], str], None]
"""What takes the answer, and the customer's id; None where nobody answered in time."""


def nobody_tells(done: Callable[[KnownCustomer | None], None], customer_id: str) -> None:
    """Where there is no head office to ask."""
    done(None)


class ChangingPresenter(QObject):
    """`changed(ChangingState)`; `done()` when it is changed, or a question about it stands on the ticket.

    `ask` asks head office; it is given by the composition root."""

    changed = Signal(object)
    done = Signal()

    def __init__(self, ticket: Ticket, grant: GrantPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket, self._grant = ticket, grant
        self.ask: AskCustomer = nobody_tells
        self.state = ChangingState()

    def begin(self) -> None:
        """Show what this till knows of the ticket's customer, and ask head office for the rest."""
        self._put(known=None, asking=False)
        self._ticket.attempt(self._begin)

    def change(self, typed: Mapping[str, str], *, consent: bool) -> None:
        """Change the fields in `typed`; what does not do is said in the sheet."""
        given, known = dict(typed), self.state.known
        if known is None:
            return
        try:
            self._change(known, given, consent)
        except Refusal as refusal:
            right = Right.CUSTOMER_PRICES if "price_list" in given else Right.CHANGE_CUSTOMER
            asked = Asked(right, goods=known.data.name)
            if refusal.code == GRANTABLE and self._grant.offer(
                asked, lambda lender: self._lend(known, given, consent, lender)
            ):
                self.done.emit()
                self._ticket.refuse(refusal, grantable=True)
            else:
                self._put(refusal=refusal)

    def read_card(self, code: str | bytes) -> str:
        """Give what a scanned card says; nothing for what is no code."""
        try:
            return read_code(code).text
        except Refusal:
            self._ticket.sounded.emit("stop")
            return ""

    def _begin(self) -> None:
        cart, _ = self._ticket.in_hand()
        if cart.buyer is None:
            return
        ident = cart.buyer.id
        self._show(know_customer(self._ticket.terminal, ident), asking=True)
        self.ask(lambda told: self._ticket.attempt(self._take, ident=ident, told=told), ident)

    def _take(self, ident: str, told: KnownCustomer | None) -> None:
        if self.state.known is None or self.state.known.customer_id != ident or not self.state.asking:
            return
        self._show(know_customer(self._ticket.terminal, ident, told), asking=False)

    def _show(self, known: KnownCustomer, *, asking: bool) -> None:
        prices = name_price_list(self._ticket.terminal, known.price_list_id)
        self._put(known=known, asking=asking, price_list=prices)

    def _lend(self, known: KnownCustomer, given: Mapping[str, str], consent: bool, lender: Person) -> None:
        """Somebody lends the right for this once."""
        self._ticket.attempt(self._change, known=known, given=given, consent=consent, granter=lender)

    def _change(
        self, known: KnownCustomer, given: Mapping[str, str], consent: bool, granter: Person | None = None
    ) -> None:
        ticket = self._ticket
        person = ticket.person
        changed = change_customer(ticket.terminal, person, known, given, consent=consent, granter=granter)
        cart, _ = ticket.in_hand()
        if cart.buyer is not None and cart.buyer.id == changed.id:
            ticket.keep(set_customer(cart, changed), last=ticket.state.last)
            ticket.put(customer=changed.name)  # the ticket reads a name once for each customer
        ticket.sounded.emit("ok")
        self.done.emit()

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **{"refusal": None, **changes})
        self.changed.emit(self.state)
