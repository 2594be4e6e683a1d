"""English sentences about prices, customers and coupons, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

OFFER_REFUSALS: dict[str, tuple[str, str]] = {
    "price.reason": (
        QT_TRANSLATE_NOOP("Refusals", "A price of your own needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why."),
    ),
    "customer.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "{name} is no customer here."),
        QT_TRANSLATE_NOOP("Refusals", "Check the card or the name."),
    ),
    "customer.several": (
        QT_TRANSLATE_NOOP("Refusals", "This can be several customers: {names}."),
        QT_TRANSLATE_NOOP("Refusals", "Use the number in brackets."),
    ),
    "coupon.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "There is no such coupon."),
        QT_TRANSLATE_NOOP("Refusals", "Check the code."),
    ),
    "coupon.again": (
        QT_TRANSLATE_NOOP("Refusals", "This coupon is in the cart already."),
        QT_TRANSLATE_NOOP("Refusals", "Go on with the next."),
    ),
    "coupon.used": (
        QT_TRANSLATE_NOOP("Refusals", "This coupon was redeemed already."),
        QT_TRANSLATE_NOOP("Refusals", "Ask for another one."),
    ),
    "coupon.customer": (
        QT_TRANSLATE_NOOP("Refusals", "This coupon is for known customers."),
        QT_TRANSLATE_NOOP("Refusals", "Name the customer first."),
    ),
    "coupon.used_by": (
        QT_TRANSLATE_NOOP("Refusals", "This customer has redeemed this coupon already."),
        QT_TRANSLATE_NOOP("Refusals", "Ask for another one."),
    ),
    "coupon.offline": (
        QT_TRANSLATE_NOOP("Refusals", "Head office has not counted the last uses of this coupon yet."),
        QT_TRANSLATE_NOOP("Refusals", "Wait until the till is connected again."),
    ),
    "coupon.early": (
        QT_TRANSLATE_NOOP("Refusals", "This coupon does not hold yet."),
        QT_TRANSLATE_NOOP("Refusals", "Sell without it."),
    ),
    "coupon.ended": (
        QT_TRANSLATE_NOOP("Refusals", "This coupon has run out."),
        QT_TRANSLATE_NOOP("Refusals", "Sell without it."),
    ),
}
"""Code -> what the trade says, and the way out."""
