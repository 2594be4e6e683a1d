"""Today's prices for a cart of yesterday, by a person's wish, with what differs."""

from dataclasses import replace

from hypothesis import given, settings

from desktop.domain.cart import Cart
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.price_list import Override
from desktop.domain.offers.refreshing import refresh_prices
from desktop.domain.pricing import price
from desktop.domain.product import Extra, Found, Product
from desktop.domain.shop import Shop
from tests.domain.offers import strategies
from tests.domain.offers.shelf import SHOP, cart, line, promotion

TENTH = promotion("percent", percent_ppm=100_000)


def today(product: str, price_e4: int, **fields: object) -> Found:
    return Found(Product(product, product, product, "pcs", price_e4, 70_000, product, **fields))  # type: ignore[arg-type]


def test_prices_of_today_and_what_differs() -> None:
    kept = line("soup", override=Override(5_000, "old", "p"))
    old = cart([line("tea", 2), line("cup"), kept, line("gone")], TENTH)
    goods = {"tea": today("tea", 12_000), "cup": today("cup", 10_000), "soup": today("soup", 90_000)}
    half = promotion("amount", id="new", name="Five off", amount_minor=5)
    fresh = refresh_prices(old, goods, Offers((half,), day="2026-11-22"), SHOP)
    assert [(one.line_id, one.before_minor, one.after_minor) for one in fresh.lines] == [
        ("tea", 180, 230),
        ("cup", 90, 95),
        ("gone", 90, 95),
    ]
    assert (fresh.started, fresh.ended, fresh.gone) == (("Five off",), ("percent",), ("gone",))
    assert (fresh.before.total_minor, fresh.after.total_minor) == (405, 465)
    assert (fresh.cart.offers.day, fresh.cart.lines[0].rate_ppm, fresh.cart.id) == ("2026-11-22", 70_000, old.id)
    assert price(fresh.cart, SHOP) == fresh.after


def test_a_price_that_somebody_typed_stays() -> None:
    old = cart([line("tea")])
    fresh = refresh_prices(old, {"tea": today("tea", 1, extra=Extra(open_price=True))}, old.offers, SHOP)
    assert (fresh.after.total_minor, fresh.lines) == (100, ())


@settings(max_examples=25)
@given(strategies.carts(), strategies.SHOPS)
def test_where_nothing_is_new_nothing_differs(cart: Cart, shop: Shop) -> None:
    goods = {
        line.product_id: Found(
            Product(line.product_id, line.sku, line.name, line.unit, line.price_e4, line.rate_ppm, line.category),
            prices=line.prices,
        )
        for line in cart.lines
    }
    alike = {line.product_id: (line.price_e4, line.rate_ppm, line.prices) for line in cart.lines}
    lines = tuple(
        replace(
            one, price_e4=alike[one.product_id][0], rate_ppm=alike[one.product_id][1], prices=alike[one.product_id][2]
        )
        for one in cart.lines
    )
    same = replace(cart, lines=lines)
    fresh = refresh_prices(same, goods, cart.offers, shop)
    assert (fresh.cart, fresh.lines, fresh.started, fresh.ended, fresh.gone) == (same, (), (), (), ())
