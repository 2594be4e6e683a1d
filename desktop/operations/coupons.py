"""Coupons at the till: handed in by their code, looked at again when the sale is made."""

from collections.abc import Iterable

from sqlalchemy import Connection

from desktop.domain.cart import Cart
from desktop.domain.offers.redeeming import check_coupon, hand_in
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import offers


def hand_in_coupon(terminal: Terminal, cart: Cart, code: str) -> Cart:
    """Put the coupon with this code, scanned or typed, to the cart.

    Refusals: `coupon.unknown`, `coupon.again`, and those of `check_coupon`.
    """
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        found = offers.find_coupon(connection, code.strip().upper())
    if found is None:
        raise Refusal("coupon.unknown", "There is no such coupon.", "Check the code.", field="coupon")
    coupon, untold = found
    check_coupon(coupon, cart.buyer, terminal.clock.now(), untold, shop.coupons_offline)
    return hand_in(cart, coupon)


def check_coupons(connection: Connection, terminal: Terminal, shop: Shop, cart: Cart, given: Iterable[str]) -> None:
    """Look again at those that gave something: a parked cart may hold one that another has redeemed. Refusals as above.

    One that the centre has withdrawn meanwhile counts as it did when it was handed in.
    """
    for coupon_id in given:
        found = offers.read_coupon(connection, coupon_id)
        if found is not None:
            check_coupon(found[0], cart.buyer, terminal.clock.now(), found[1], shop.coupons_offline)
