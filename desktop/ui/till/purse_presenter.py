"""What the customer of the ticket pays in: a debt, or money for later."""

from desktop.domain.money import format_minor, parse_money
from desktop.operations.purses import pay_in
from desktop.ui.till.ticket_presenter import Ticket
from desktop.ui.till.till_rows import PAY_IN


class PayingIn:
    """Steps that put it on the ticket."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket

    def can_pay(self) -> bool:
        """Whether the customer of the ticket owes something."""
        seen = self._ticket.state.seen
        return seen is not None and bool(seen.purse.owed_minor)

    def can_top_up(self) -> bool:
        """Whether there is a customer, and the shop takes money into store credit."""
        return self._ticket.state.seen is not None and self._ticket.state.tops_up

    def owed(self) -> str:
        """What is owed, as it would be typed."""
        seen = self._ticket.state.seen
        return format_minor(seen.purse.owed_minor, seen.purse.currency) if seen and seen.purse.currency else ""

    def put(self, purse: str, typed: str) -> None:
        """Pay so much in; nothing typed takes it off the ticket again."""
        self._ticket.attempt(self._put, purse=purse, typed=typed.strip())

    def _put(self, purse: str, typed: str) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        amount_minor = parse_money(typed, cart.currency).minor if typed else 0
        ticket.keep(pay_in(ticket.terminal, cart, purse, amount_minor), last=f"{PAY_IN}{purse}")
        ticket.sounded.emit("ok")
