"""The tip of the ticket in hand; it becomes a fact with the sale."""

from desktop.domain.card_payment import unclear_of, unclear_refusal
from desktop.domain.cart import Cart
from desktop.operations.terminal import Terminal
from desktop.store import card_attempts, carts


def keep_tip(terminal: Terminal, cart: Cart) -> None:
    """Put the cart with its tip on disk, also where a card paid a part already. Refusal `card.unclear`."""
    with terminal.database.writing() as connection:
        unclear = unclear_of(card_attempts.list_of_cart(connection, cart.id))
        if unclear is not None:
            raise unclear_refusal(unclear)
        carts.save(connection, cart)
