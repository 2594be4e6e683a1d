"""Whose ticket it is, the coupons they hand in, and today's prices for a ticket of yesterday."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.customer import set_customer
from desktop.domain.offers.applied import NearMiss
from desktop.domain.offers.refreshing import Refreshed
from desktop.domain.refusal import Refusal
from desktop.operations.carts import find_missed_offers, refresh_cart
from desktop.operations.coupons import hand_in_coupon
from desktop.operations.customers import find_customer
from desktop.store import customers
from desktop.ui.till.ticket_presenter import Ticket


class Offering:
    """Steps that give the customer what is theirs."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket

    def take_code(self, text: str) -> bool:
        """Take a scanned code that no goods have as a customer's card or a coupon; false when it is neither."""
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        with ticket.terminal.database.reading() as connection:
            customer = customers.find_card(connection, text)
        if customer is not None:
            ticket.keep(set_customer(cart, customer), last=ticket.state.last)
        else:
            try:
                ticket.keep(hand_in_coupon(ticket.terminal, cart, text), last=ticket.state.last)
            except Refusal as refusal:
                if refusal.code == "coupon.unknown":
                    return False
                raise
        ticket.sounded.emit("ok")
        return True

    def name_customer(self, typed: str) -> None:
        """Make the ticket that customer's; nothing typed makes it nobody's."""
        self._ticket.attempt(self._name, typed=typed.strip())

    def hand_in(self, code: str) -> None:
        """Put a coupon to the ticket by its code."""
        if code.strip():
            self._ticket.attempt(self._hand_in, code=code)

    def compare(self, show: Callable[[Refreshed], None]) -> None:
        """Show the ticket by the prices of now, with what differs, if there is anything to price."""
        cart = self._ticket.state.cart
        if cart is not None and cart.lines:
            self._ticket.attempt(lambda: show(refresh_cart(self._ticket.terminal, cart)))

    def explain(self, show: Callable[[tuple[NearMiss, ...]], None]) -> None:
        """Show what the ticket would have got at another hour, for another customer or with a coupon."""
        cart = self._ticket.state.cart
        if cart is not None:
            self._ticket.attempt(lambda: show(find_missed_offers(self._ticket.terminal, cart)))

    def take_today(self, refreshed: Refreshed) -> None:
        """Go on with today's prices, if the ticket is still the one that was compared."""
        cart = self._ticket.state.cart
        if cart is not None and replace(cart, lines=(), offers=refreshed.cart.offers) == replace(
            refreshed.cart, lines=()
        ):
            self._ticket.attempt(self._ticket.keep, cart=refreshed.cart, last=self._ticket.state.last)

    def _name(self, typed: str) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        customer = find_customer(ticket.terminal, typed) if typed else None
        ticket.keep(set_customer(cart, customer), last=ticket.state.last)

    def _hand_in(self, code: str) -> None:
        ticket, (cart, _) = self._ticket, self._ticket.in_hand()
        ticket.keep(hand_in_coupon(ticket.terminal, cart, code), last=ticket.state.last)
