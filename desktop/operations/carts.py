"""The cart in hand, on disk after every step; work in hand is no fact, so nothing here is sealed."""

from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.card_payment import check_free
from desktop.domain.cart import Cart, is_empty
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.offers.applied import NearMiss
from desktop.domain.offers.missed import find_missed
from desktop.domain.offers.pinned import pin_offers
from desktop.domain.offers.refreshing import Refreshed, refresh_prices
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import card_attempts, cart_steps, carts, catalogue, offers, parking, pinned
from desktop.store.topics import Topic


def open_cart(terminal: Terminal) -> Cart:
    """Give the cart in hand as it was left, or a new one that pins the shop's terms and offers of now.

    One that was emptied goes on under its id, by which the steps on it can be taken back."""
    with terminal.database.reading() as connection:
        cart = carts.read_open(connection)
        emptied = cart_steps.read_last_id(connection) if cart is None else None
    if cart is not None:
        return cart
    fresh = new_cart(terminal)
    return fresh if emptied is None else replace(fresh, id=emptied)


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


def find_missed_offers(terminal: Terminal, cart: Cart) -> tuple[NearMiss, ...]:
    """Say which promotions would fire at another hour, for another customer or with a coupon. Refusals as `price`."""
    with terminal.database.reading() as connection:
        shop, promotions = require_shop(connection, terminal), offers.read_promotions(connection)
    return find_missed(cart, shop, promotions, terminal.clock.now())


def keep_cart(terminal: Terminal, cart: Cart, before: Cart | None = None) -> None:
    """Put the cart on disk as it is now; an empty one leaves nothing behind but the steps on it.

    `before` is the cart that this step changed, and can be taken back to; without it there is no way back from here.
    Refusals `card.unclear`, `card.paid` while card money hangs on it.
    """
    with terminal.database.writing() as connection:
        check_free(card_attempts.list_of_cart(connection, cart.id))
        if before is None:
            cart_steps.drop(connection, cart.id)
        else:
            cart_steps.add(connection, before, cart)
        _put(connection, cart)


def take_back(terminal: Terminal, cart: Cart) -> Cart | None:
    """Take the last step on the cart back, on disk as well; None when there is none. Refusals as `keep_cart`."""
    with terminal.database.writing() as connection:
        before = cart_steps.take_last(connection, cart)
        if before is not None:
            check_free(card_attempts.list_of_cart(connection, cart.id))
            _put(connection, before)
    return before


def tidy(terminal: Terminal) -> None:
    """Forget the sets of offers that no cart names any more; called in a quiet moment, off the sale's path."""
    with terminal.database.writing() as connection:
        pinned.drop_unnamed(connection)


def park_cart(terminal: Terminal, cart: Cart) -> None:
    """Put the cart aside for later; the other tills of the shop may hear of it."""
    kept = replace(cart, parked_id=cart.parked_id or cart.id)
    with terminal.database.writing(Topic.CART) as connection:
        carts.save(connection, kept, carts.KEPT)
        cart_steps.drop(connection, kept.id)
        parking.note_parked(connection, kept.parked_id, kept.id, iso(terminal.clock.now()))


def forget_steps(terminal: Terminal) -> None:
    """Whoever comes next takes no step back that somebody else did."""
    with terminal.database.writing() as connection:
        cart_steps.drop_all(connection)


def drop_cart(terminal: Terminal, cart_id: str) -> None:
    """Forget a parked cart."""
    with terminal.database.writing(Topic.CART) as connection:
        carts.drop(connection, cart_id)


def recall_cart(terminal: Terminal, cart_id: str) -> None:
    """Take a parked cart back in hand; there is no way back to what was in hand before."""
    with terminal.database.writing(Topic.CART) as connection:
        cart_steps.drop_all(connection)
        carts.set_state(connection, cart_id, carts.OPEN)


def list_parked(terminal: Terminal) -> list[Cart]:
    """Give the parked carts, oldest first."""
    with terminal.database.reading() as connection:
        return carts.list_kept(connection)


def _put(connection: Connection, cart: Cart) -> None:
    if is_empty(cart):
        carts.clear(connection, cart.id)
    else:
        carts.save(connection, cart)
