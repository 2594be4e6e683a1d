"""Choose the customer of a ticket while a person types, or make a new one, who is on the ticket at once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.customer import Customer, set_customer
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations.customers import register_customer
from desktop.store import customers
from desktop.ui.customer.changing_presenter import ChangingPresenter
from desktop.ui.customer.customer_rows import CustomerState
from desktop.ui.till.grant_presenter import GRANTABLE, Asked, GrantPresenter
from desktop.ui.till.ticket_presenter import Ticket

SHOWN = 6


class CustomersPresenter(QObject):
    """`changed(CustomerState)`; `done()` when the ticket has its customer, or a question about it stands there."""

    changed = Signal(object)
    done = Signal()

    def __init__(self, ticket: Ticket, grant: GrantPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket, self._grant = ticket, grant
        self.changing = ChangingPresenter(ticket, grant, self)
        self.state = CustomerState()

    def begin(self) -> None:
        """Nothing is typed yet."""
        self.state = CustomerState()
        self.changed.emit(self.state)

    def search(self, typed: str) -> None:
        """Show who is meant by what is typed."""
        with self._ticket.terminal.database.reading() as connection:
            known = customers.find_card(connection, typed.strip())
            found = [known] if known else customers.search_customers(connection, typed, SHOWN + 1)
        self._put(typed=typed, found=tuple(found[:SHOWN]), at=0, more=len(found) > SHOWN)

    def step(self, by: int) -> None:
        """Mean the one before or behind."""
        self._put(at=min(max(self.state.at + by, 0), max(len(self.state.found) - 1, 0)))

    def take(self) -> None:
        """Take who is meant; nothing typed makes the ticket nobody's."""
        if self.state.meant is not None:
            self.choose(self.state.meant)
        elif not self.state.typed.strip():
            self.choose(None)

    def choose(self, customer: Customer | None) -> None:
        """Make the ticket this customer's, or nobody's."""
        self._ticket.attempt(self._keep, customer=customer)
        self.done.emit()

    def read_card(self, code: str | bytes) -> str:
        """Give what a scanned card says; nothing for what is no code."""
        return self.changing.read_card(code)

    def register(self, typed: Mapping[str, str], *, consent: bool) -> None:
        """Make a customer of what is typed by field, and the ticket theirs; what does not do is said in the sheet."""
        given = dict(typed)
        try:
            self._register(given, consent)
        except Refusal as refusal:
            asked = Asked(Right.ADD_CUSTOMER, goods=given.get("name", ""))
            if refusal.code == GRANTABLE and self._grant.offer(asked, lambda lender: self._lend(given, lender)):
                self.done.emit()
                self._ticket.refuse(refusal, grantable=True)
            else:
                self._put(refusal=refusal)
                self._ticket.sounded.emit("stop")
        except Fault as fault:
            self._ticket.faulted.emit(fault)

    def _lend(self, given: Mapping[str, str], lender: Person) -> None:
        """Somebody lends the right for this once; consent was given, or nobody would have been asked."""
        self._ticket.attempt(self._register, given=given, consent=True, granter=lender)

    def _register(self, given: Mapping[str, str], consent: bool, granter: Person | None = None) -> None:
        ticket = self._ticket
        made = register_customer(ticket.terminal, ticket.person, given, consent=consent, granter=granter)
        self._keep(made)
        ticket.sounded.emit("ok")
        self.done.emit()

    def _keep(self, customer: Customer | None) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        ticket.keep(set_customer(cart, customer), last=ticket.state.last)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **{"refusal": None, **changes})
        self.changed.emit(self.state)
