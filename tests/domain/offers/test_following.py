"""A cart that grows scan by scan costs what the same cart costs at once."""

from dataclasses import replace

from hypothesis import given, settings

from desktop.domain.cart import Cart
from desktop.domain.offers.pinned import Offers
from desktop.domain.pricing import price
from desktop.domain.shop import Shop
from tests.domain.offers import strategies
from tests.domain.offers.shelf import SHOP, cart, gave, line, on_lines, promotion

TENTH = promotion("percent", percent_ppm=100_000, product_ids=("tea",))


def test_a_scan_that_only_nears_a_set_leaves_what_others_gave() -> None:
    three = promotion("mix", buy_milli=3000, price_minor=250, product_ids=("tea", "cup"))
    tea = cart([line("tea")], TENTH, three, id="grows")
    assert on_lines(price(tea, SHOP)) == {"tea": 10}
    with_cup = replace(tea, lines=(*tea.lines, line("cup")))
    assert on_lines(price(with_cup, SHOP)) == {"tea": 10}
    with_two = replace(with_cup, lines=(*with_cup.lines, line("cup", line_id="cup 2")))
    assert gave(price(with_two, SHOP)) == {"mix": 50, "percent": 8}  # a tenth of the 0.83 that are left
    assert on_lines(price(with_cup, SHOP)) == {"tea": 10}


def test_a_promotion_that_was_renamed_meanwhile_has_its_new_name_in_the_total() -> None:
    before = cart([line("tea")], TENTH, id="renewed")
    assert [one.name for one in price(before, SHOP).promotions] == ["percent"]
    after = replace(before, offers=Offers((replace(TENTH, name="Tenth off"),), day="2026-11-21"))
    assert [one.name for one in price(after, SHOP).promotions] == ["Tenth off"]


@settings(max_examples=25)
@given(strategies.carts(), strategies.SHOPS)
def test_a_buyer_and_coupons_that_come_late_count_as_if_they_had_been_there(cart: Cart, shop: Shop) -> None:
    price(replace(cart, id="followed", buyer=None, coupons=()), shop)
    followed = price(replace(cart, id="followed"), shop)
    assert followed == replace(price(replace(cart, id="at once"), shop), cart_id="followed")
