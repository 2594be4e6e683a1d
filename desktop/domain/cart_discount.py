"""The discount on a whole cart: checked against what is left to pay after promotions and the discounts of lines."""

from dataclasses import replace

from desktop.domain.cart import Cart
from desktop.domain.discount import Discount, check_discount
from desktop.domain.pricing import price
from desktop.domain.shop import Shop


def set_cart_discount(cart: Cart, discount: Discount | None, shop: Shop) -> Cart:
    """Give the whole cart a discount, spread over the lines when it is priced, or take it away with None.

    Refusals `discount.too_small`, also for a target that the cart does not reach, and `discount.limit`.
    """
    if discount is not None:
        check_discount(discount, discount_base_minor(cart, discount, shop))
    return replace(cart, discount=discount)


def discount_base_minor(cart: Cart, discount: Discount, shop: Shop) -> int:
    """What the discount of a cart takes off: a target is what the customer pays, others are in the basis of the price.

    What comes back has no part in it.
    """
    priced = price(replace(cart, discount=None, returns=()), shop)
    return priced.total_minor if discount.kind == "target" else priced.gross_minor - priced.discount_minor
