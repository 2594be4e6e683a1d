"""The cart in hand, on disk after every step; work in hand is no fact, so nothing here is sealed."""

from dataclasses import replace

import msgspec

from desktop.domain.card_payment import check_free
from desktop.domain.cart import Cart, is_empty
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.offers.pinned import pin_offers, shared
from desktop.domain.offers.refreshing import Refreshed, refresh_prices
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import card_attempts, carts, catalogue, offers
from desktop.store.topics import Topic

_DECODER = msgspec.json.Decoder(Cart)


def open_cart(terminal: Terminal) -> Cart:
    """Give the cart in hand as it was left, or a new one that pins the shop's terms and offers of now."""
    with terminal.database.reading() as connection:
        content = carts.read_open(connection)
    return new_cart(terminal) if content is None else _decode(content)


def new_cart(terminal: Terminal) -> Cart:
    """Give an empty cart that pins the shop's terms and offers of now."""
    with terminal.database.reading() as connection:
        require_open(connection)
        shop, now = require_shop(connection, terminal), terminal.clock.now()
        promotions, price_lists = offers.read_promotions(connection), offers.read_price_lists(connection)
    return Cart(
        id=new_id(now),
        opened_at=iso(now),
        currency=shop.currency,
        tax_inclusive=shop.tax_inclusive,
        offers=pin_offers(promotions, price_lists, now, shop.time_zone),
    )


def pin_now(terminal: Terminal, cart: Cart) -> Cart:
    """Give an empty cart that has waited the terms and offers of now; it is opened when the first goods come."""
    fresh = new_cart(terminal)
    terms = {"currency": fresh.currency, "tax_inclusive": fresh.tax_inclusive, "offers": fresh.offers}
    return replace(cart, opened_at=fresh.opened_at, **terms)  # type: ignore[arg-type]


def refresh_cart(terminal: Terminal, cart: Cart) -> Refreshed:
    """Give the cart with the prices and offers of now, and what differs; nothing is kept yet."""
    with terminal.database.reading() as connection:
        shop, now = require_shop(connection, terminal), terminal.clock.now()
        known = {line.product_id: catalogue.find_product(connection, line.product_id) for line in cart.lines}
        promotions, price_lists = offers.read_promotions(connection), offers.read_price_lists(connection)
    goods = {product: found for product, found in known.items() if found is not None and found.product.active}
    return refresh_prices(cart, goods, pin_offers(promotions, price_lists, now, shop.time_zone), shop)


def keep_cart(terminal: Terminal, cart: Cart) -> None:
    """Put the cart on disk as it is now; an empty one leaves nothing behind.

    Refusals `card.unclear`, `card.paid` while card money hangs on it.
    """
    with terminal.database.writing() as connection:
        check_free(card_attempts.list_of_cart(connection, cart.id))
        if is_empty(cart):
            carts.drop(connection, cart.id)
        else:
            carts.save(connection, cart.id, msgspec.json.encode(cart).decode())


def park_cart(terminal: Terminal, cart: Cart) -> None:
    """Put the cart aside for later."""
    with terminal.database.writing(Topic.CART) as connection:
        carts.save(connection, cart.id, msgspec.json.encode(cart).decode(), carts.KEPT)


def drop_cart(terminal: Terminal, cart_id: str) -> None:
    """Forget a parked cart."""
    with terminal.database.writing(Topic.CART) as connection:
        carts.drop(connection, cart_id)


def recall_cart(terminal: Terminal, cart_id: str) -> None:
    """Take a parked cart back in hand."""
    with terminal.database.writing(Topic.CART) as connection:
        carts.set_state(connection, cart_id, carts.OPEN)


def list_parked(terminal: Terminal) -> list[Cart]:
    """Give the parked carts, oldest first."""
    with terminal.database.reading() as connection:
        return [_decode(content) for _, content in carts.list_kept(connection)]


def _decode(content: str) -> Cart:
    cart = _DECODER.decode(content)
    return replace(cart, offers=shared(cart.offers))
