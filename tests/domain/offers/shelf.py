"""Goods, carts and shops for tests of offers."""

from collections.abc import Sequence
from typing import Any

from desktop.domain.cart import Cart, CartLine
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.promotion import Promotion
from desktop.domain.pricing import PricedCart, price
from desktop.domain.shop import Shop

SHOP = Shop("s", "Shop", "EUR")
FIXED = Shop("s", "Shop", "EUR", offer_order="fixed")
WHOLE = 1_000_000


def line(product: str, pieces: int = 1, price_e4: int = 10_000, **fields: Any) -> CartLine:
    """Pieces of a product; its line, SKU and category have the product's name."""
    values: dict[str, Any] = {"rate_ppm": 190_000, "category": product, "unit": "pcs", **fields}
    line_id = values.pop("line_id", product)
    return CartLine(
        line_id, product, product.upper(), product, values.pop("unit"), "1", pieces * 1000, price_e4, **values
    )


def cart(lines: Sequence[CartLine], *promotions: Promotion, **fields: Any) -> Cart:
    """A cart under these promotions, on 21 November 2026."""
    offers = fields.pop("offers", Offers(promotions, day="2026-11-21"))
    return Cart(
        fields.pop("id", "c"),
        "2026-11-21T10:00:00+01:00",
        "EUR",
        fields.pop("tax_inclusive", True),
        tuple(lines),
        offers=offers,
        **fields,
    )


def promotion(kind: str, **fields: Any) -> Promotion:
    """A promotion by kind; id and name are the kind unless they are given."""
    return Promotion(**{"id": kind, "name": kind, "kind": kind, **fields})


def gave(priced: PricedCart) -> dict[str, int]:
    """What each promotion gave."""
    return {one.id: one.amount_minor for one in priced.promotions}


def on_lines(priced: PricedCart) -> dict[str, int]:
    """What was taken off each line."""
    return {one.line_id: one.discount_minor for one in priced.lines if one.discount_minor}


def total(lines: Sequence[CartLine], *promotions: Promotion, shop: Shop = SHOP, **fields: Any) -> int:
    """What a cart costs."""
    return price(cart(lines, *promotions, **fields), shop).total_minor
