"""Today's prices for a cart that was opened under others: only when a person asks, and with what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.cart import Cart, CartLine
from desktop.domain.offers.pinned import Offers
from desktop.domain.pricing import PricedCart, price
from desktop.domain.product import Found
from desktop.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that the customer pays something else for now."""

    line_id: str
    name: str
    before_minor: int
    after_minor: int


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A cart with today's prices and what differs; `started` and `ended` name promotions, `gone` goods without a price
    of today, which keep the one they have.
    """

    cart: Cart
    before: PricedCart
    after: PricedCart
    lines: tuple[LineChange, ...]
    started: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def refresh_prices(cart: Cart, goods: Mapping[str, Found], offers: Offers, shop: Shop) -> Refreshed:
    """Price a cart by the goods and offers of now; `goods` are by product id.

    What a person set or typed, or a label says, stays, and so does what comes back. Refusals as `price`.
    """
    fresh = replace(
        cart, lines=tuple(_with_today(line, goods.get(line.product_id)) for line in cart.lines), offers=offers
    )
    before, after = price(cart, shop), price(fresh, shop)
    changes = (
        LineChange(new.line_id, new.name, old.total_minor, new.total_minor)
        for old, new in zip(before.lines, after.lines, strict=True)
        if old.total_minor != new.total_minor
    )
    then, now = ({one.id: one.name for one in each.promotions} for each in (cart.offers, offers))
    return Refreshed(
        cart=fresh,
        before=before,
        after=after,
        lines=tuple(changes),
        started=tuple(name for key, name in now.items() if key not in then),
        ended=tuple(name for key, name in then.items() if key not in now),
        gone=tuple(line.name for line in cart.lines if line.product_id not in goods),
    )


def _with_today(line: CartLine, found: Found | None) -> CartLine:
    if found is None:
        return line
    product = found.product
    return replace(
        line,
        name=product.name,
        price_e4=line.price_e4 if product.extra.open_price else product.price_e4,
        rate_ppm=product.rate_ppm,
        age_limit=product.age_limit,
        category=product.category,
        prices=() if product.extra.open_price else found.prices,
    )
