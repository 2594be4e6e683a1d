"""Whom the invoice of a sale is for: its customer, as this till and head office know them."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.customer_data import KnownCustomer
from desktop.domain.invoice_buyer import bill_to, worth_keeping
from desktop.domain.papers import BillTo
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations.customers import change_customer, know_customer
from desktop.operations.terminal import Terminal
from desktop.ui.customer.changing_presenter import AskCustomer, nobody_tells


class BuyerPresenter(QObject):
    """`known(BillTo)` tells what is known of the buyer, twice where head office says more. `ask` asks head office."""

    known = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.ask: AskCustomer = nobody_tells
        self._customer: KnownCustomer | None = None

    @property
    def has_customer(self) -> bool:
        """Whether what is typed can be kept with somebody."""
        return self._customer is not None

    def begin(self, customer_id: str) -> None:
        """Look the customer of a sale up; nobody's when the id is empty."""
        self._customer = None
        if customer_id and self._show(customer_id, None):
            self.ask(lambda told: self._take(customer_id, told), customer_id)

    def keep(self, buyer: BillTo) -> None:
        """Keep with the customer what the invoice says of them and nobody knew; they agree. Refusals of the change."""
        if self._customer is None:
            return
        new = worth_keeping(buyer, self._customer.data)
        if new:
            person = staff.signed_in(self._terminal)
            change_customer(self._terminal, person, self._customer, new, consent=True)

    def _take(self, customer_id: str, told: KnownCustomer | None) -> None:
        if told is not None and self._customer is not None and self._customer.customer_id == customer_id:
            self._show(customer_id, told)

    def _show(self, customer_id: str, told: KnownCustomer | None) -> bool:
        try:
            self._customer = know_customer(self._terminal, customer_id, told)
        except Refusal:  # erased since, or told to this shop no more
            return False
        self.known.emit(bill_to(self._customer.data))
        return True
