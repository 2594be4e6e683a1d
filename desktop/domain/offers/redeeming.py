"""Coupons in a cart: which hold now, for this customer, and how often."""

from dataclasses import replace
from datetime import datetime

from desktop.domain.cart import Cart
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.refusal import Refusal


def hand_in(cart: Cart, coupon: Coupon) -> Cart:
    """Put a coupon to the cart. Refusal `coupon.again` when it is there already."""
    if any(one.id == coupon.id for one in cart.coupons):
        raise Refusal("coupon.again", "This coupon is in the cart already.", "Go on with the next.")
    return replace(cart, coupons=(*cart.coupons, coupon))


def hand_back(cart: Cart, coupon_id: str) -> Cart:
    """Take a coupon out of the cart; one that is not there is no harm."""
    return replace(cart, coupons=tuple(one for one in cart.coupons if one.id != coupon_id))


def check_coupon(coupon: Coupon, buyer: Buyer | None, now: datetime, untold: int = 0, offline_limit: int = 0) -> None:
    """Refuse a coupon that does not hold at this moment, or no more.

    `untold` of its uses are this till's own that the centre has not told of yet; of a limited coupon there may be
    `offline_limit` such uses, 0 for as many as it has left. Refusals `coupon.early`, `coupon.ended`, `coupon.used`,
    `coupon.customer`, `coupon.used_by`, `coupon.offline`.
    """
    _check_time(coupon, now)
    if coupon.uses and coupon.used >= coupon.uses:
        raise Refusal("coupon.used", "This coupon was redeemed already.", "Ask for another one.", field="coupon")
    if coupon.uses_per_customer:
        if buyer is None:
            raise Refusal(
                "coupon.customer", "This coupon is for known customers.", "Name the customer first.", field="coupon"
            )
        if coupon.used_by.get(buyer.id, 0) >= coupon.uses_per_customer:
            raise Refusal(
                "coupon.used_by",
                "This customer has redeemed this coupon already.",
                "Ask for another one.",
                field="coupon",
            )
    if offline_limit and untold >= offline_limit and (coupon.uses or coupon.uses_per_customer):
        raise Refusal(
            "coupon.offline",
            "Head office has not counted the last uses of this coupon yet.",
            "Wait until the till is connected again.",
            field="coupon",
        )


def _check_time(coupon: Coupon, now: datetime) -> None:
    if coupon.starts_at and now < datetime.fromisoformat(coupon.starts_at):
        raise Refusal("coupon.early", "This coupon does not hold yet.", "Sell without it.", field="coupon")
    if coupon.ends_at and now >= datetime.fromisoformat(coupon.ends_at):
        raise Refusal("coupon.ended", "This coupon has run out.", "Sell without it.", field="coupon")
