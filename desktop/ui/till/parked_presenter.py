"""Carts put aside: the list, and one of them in hand again."""

from desktop.domain import cart as trade
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.operations import carts
from desktop.operations.terminal import Terminal
from desktop.ui.till.till_rows import Parked


def list_parked(terminal: Terminal, shop: Shop) -> tuple[Parked, ...]:
    """Give the parked carts as they are listed, oldest first."""
    return tuple(
        Parked(
            cart.id,
            cart.opened_at,
            len(cart.lines) + len(cart.returns),
            price(cart, shop).total_minor,
            cart.currency,
            cart.name,
            cart.valid_until,
        )
        for cart in carts.list_parked(terminal)
    )


def park(terminal: Terminal, cart: trade.Cart) -> None:
    """Put a cart aside; an empty one leaves nothing behind."""
    if not trade.is_empty(cart):
        carts.park_cart(terminal, cart)


def recall(terminal: Terminal, cart: trade.Cart, cart_id: str, today: str) -> None:
    """Put the cart in hand aside and take a parked one. Refusal `quote.expired`, and the quote is off the list."""
    for offer in carts.list_parked(terminal):
        if offer.id == cart_id and offer.valid_until and offer.valid_until < today:
            carts.drop_cart(terminal, cart_id)
            raise Refusal(
                "quote.expired",
                f"This quote held until {offer.valid_until}.",
                "Scan the goods again at the prices of today.",
                facts={"date": offer.valid_until},
            )
    park(terminal, cart)
    carts.recall_cart(terminal, cart_id)
