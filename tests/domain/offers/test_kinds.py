"""Each kind of promotion by example: what it takes off, off which lines, and what it says."""

from dataclasses import replace

import pytest

from desktop.domain.discount import Discount
from desktop.domain.explanation import explain_text
from desktop.domain.line_detail import LineDetail
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.promotion import Part, Promotion
from desktop.domain.pricing import price
from tests.domain.offers.shelf import FIXED, SHOP, WHOLE, cart, gave, line, on_lines, promotion, total

TENTH = promotion("percent", percent_ppm=100_000, categories=("tea",))
THREE_FOR_TWO = promotion("buy_get", buy_milli=2000, get_milli=1000, percent_ppm=WHOLE, categories=("tea", "cocoa"))
MENU = promotion(
    "combo",
    price_minor=500,
    parts=(
        Part("Soup", categories=("soup",)),
        Part("Bread", skus=("BREAD",)),
        Part("Tea", categories=("tea",), gift=True),
    ),
)


@pytest.mark.parametrize(
    ("one", "off"),
    [
        (promotion("percent", percent_ppm=100_000), {"tea": 30, "cup": 50}),
        (promotion("percent", percent_ppm=100_000, product_ids=("cup",)), {"cup": 50}),
        (promotion("percent", percent_ppm=100_000, from_milli=4000, skus=("TEA",)), {}),
        (promotion("percent", percent_ppm=100_000, from_milli=3000, skus=("TEA",)), {"tea": 30}),
        (promotion("percent", percent_ppm=WHOLE, max_times=2), {"cup": 500, "tea": 100}),
        (promotion("percent", percent_ppm=WHOLE, max_minor=80), {"cup": 50, "tea": 30}),
        (promotion("amount", amount_minor=40), {"tea": 120, "cup": 40}),
        (promotion("amount", amount_minor=140), {"tea": 300, "cup": 140}),
        (promotion("price", price_e4=9_000), {"tea": 30, "cup": 410}),
        (promotion("price", price_e4=20_000), {"cup": 300}),
        (promotion("buy_get", buy_milli=2000, get_milli=1000, percent_ppm=WHOLE), {"tea": 100}),
        (promotion("buy_get", buy_milli=1000, get_milli=1000, percent_ppm=500_000), {"tea": 100}),
        (promotion("mix", buy_milli=2000, price_minor=150), {"cup": 375, "tea": 125}),
        (promotion("mix", buy_milli=4000, percent_ppm=100_000), {"cup": 50, "tea": 30}),
        (promotion("ticket", from_minor=800, percent_ppm=100_000), {"tea": 30, "cup": 50}),
        (promotion("ticket", from_minor=801, percent_ppm=100_000), {}),
        (promotion("ticket", amount_minor=100), {"tea": 37, "cup": 63}),
        (promotion("ticket", from_minor=300, amount_minor=100, categories=("tea",)), {"tea": 100}),
    ],
)  # fmt: skip
def test_what_a_promotion_takes_off(one: Promotion, off: dict[str, int]) -> None:
    """Three teas at 1.00 and a cup at 5.00; where a mixed set would not be cheaper it is not made."""
    priced = price(cart([line("tea", 3), line("cup", price_e4=50_000)], one), SHOP)
    assert on_lines(priced) == off
    assert gave(priced) == ({one.id: sum(off.values())} if off else {})


def test_three_for_two_gives_the_cheapest_of_every_three() -> None:
    goods = [line("tea", 4, 30_000), line("cocoa", 3, 20_000)]
    assert on_lines(price(cart(goods, THREE_FOR_TWO), SHOP)) == {"tea": 300, "cocoa": 200}
    assert total(goods, replace(THREE_FOR_TWO, max_times=1)) == 1800 - 300
    assert total([line("tea", 2), line("cocoa", 1)], replace(THREE_FOR_TWO, same_product=True)) == 300
    assert total([line("tea", 3, weighed=True)], THREE_FOR_TWO) == 300


def test_a_limit_that_ends_within_a_piece_leaves_whole_sets_to_others() -> None:
    """377 g of the dearest and 623 thousandths of a tea are the one unit of the limit; both teas are still sets."""
    weighed = replace(line("cheese", price_e4=30_000, weighed=True), quantity_milli=377)
    limited = promotion("price", price_e4=5_000, max_times=1)
    assert total([line("tea", 2), weighed], limited, promotion("mix", buy_milli=1000, percent_ppm=500_000)) == 103


def test_one_and_one_is_three() -> None:
    steps = price(cart([line("tea", 3)], THREE_FOR_TWO), SHOP).lines[0].explanation
    assert [explain_text(step) for step in steps] == [
        "3 pcs at 1.00 is 3.00",
        "buy_get, of every 3 the cheapest 1 free: -1.00",
        "19 % tax is inside the price: 0.32",
    ]


def test_a_menu_has_one_price_and_a_gift() -> None:
    goods = [line("soup", 2, 40_000), line("bread", 2, 20_000), line("tea", 1, 30_000)]
    priced = price(cart(goods, MENU), SHOP)
    assert on_lines(priced) == {"soup": 67, "bread": 33, "tea": 300}
    assert total([line("soup"), line("bread"), line("tea")], MENU) == 200  # cheaper without: only the gift
    assert [explain_text(one.step) for one in priced.near_misses] == ["1 more for combo: Tea"]
    near = price(cart(goods[:2], MENU), SHOP).near_misses
    assert [(one.promotion, explain_text(one.step)) for one in near] == [("combo", "1 more for combo: Tea")]


def test_goods_of_two_parts_are_not_counted_twice() -> None:
    pair = promotion("combo", price_minor=100, parts=(Part("A", skus=("TEA", "CUP")), Part("B", skus=("TEA",))))
    assert total([line("tea"), line("cup")], pair) == 100
    assert total([line("tea")], pair) == 100
    assert total([line("tea", 2)], pair) == 100
    assert total([line("tea", 5)], replace(pair, max_times=1)) == 400


def test_a_price_label_is_no_piece_and_keeps_its_price() -> None:
    labelled = line("tea", 3, fixed_total_minor=300)
    assert total([labelled], THREE_FOR_TWO, promotion("price", price_e4=1)) == 300
    assert total([labelled], TENTH) == 270


@pytest.mark.parametrize(("order", "left"), [(SHOP, 100), (FIXED, 180)])
def test_best_for_the_customer_or_in_the_shops_order(order: object, left: int) -> None:
    first = promotion("percent", percent_ppm=100_000, exclusive=True, priority=1)
    second = promotion("amount", amount_minor=50, priority=2)
    shop = SHOP if order is SHOP else FIXED
    assert total([line("tea", 2)], first, second, shop=shop) == left


def test_an_exclusive_promotion_leaves_other_pieces_to_others() -> None:
    """Of four teas three are in the exclusive set, the fourth is 10 % off."""
    exclusive = replace(THREE_FOR_TWO, exclusive=True)
    priced = price(cart([line("tea", 4)], exclusive, TENTH), SHOP)
    assert gave(priced) == {"buy_get": 100, "percent": 10}


def test_combinable_promotions_add_up() -> None:
    assert gave(price(cart([line("tea", 3)], THREE_FOR_TWO, TENTH), FIXED)) == {"buy_get": 100, "percent": 20}


def test_a_member_and_a_birthday_and_a_coupon() -> None:
    member = replace(TENTH, groups=("gold", "silver"))
    birthday = promotion("percent", id="b", percent_ppm=200_000, birthday=True, birthday_days=1)
    coupon = promotion("ticket", amount_minor=100, coupon=True)
    goods, offers = [line("tea", 10)], (member, birthday, coupon)
    assert total(goods, *offers) == 1000
    assert total(goods, *offers, buyer=Buyer("1", group="bronze")) == 1000
    assert total(goods, *offers, buyer=Buyer("1", group="silver")) == 900
    assert total(goods, *offers, buyer=Buyer("1", birthday="11-22")) == 800
    assert total(goods, *offers, buyer=Buyer("1", birthday="11-23")) == 1000
    priced = price(cart(goods, *offers, coupons=(Coupon("c1", "SAVE", "ticket"), Coupon("c2", "X", "gone"))), SHOP)
    assert (priced.total_minor, priced.coupons) == (900, ("c1",))


@pytest.mark.parametrize(
    ("one", "pieces", "missing"),
    [
        (THREE_FOR_TWO, 2, ["1 more for buy_get"]),
        (THREE_FOR_TWO, 1, []),
        (THREE_FOR_TWO, 3, []),
        (THREE_FOR_TWO, 5, ["1 more for buy_get"]),
        (replace(THREE_FOR_TWO, max_times=1), 5, []),
        (promotion("mix", buy_milli=4000, price_minor=300), 3, ["1 more for mix"]),
        (promotion("percent", percent_ppm=1, from_milli=3000), 2, ["1 more for percent"]),
        (promotion("ticket", percent_ppm=1, from_minor=910), 5, ["4.10 more for ticket"]),
        (promotion("ticket", percent_ppm=1, from_minor=910), 4, []),
    ],
)
def test_what_nearly_fired(one: Promotion, pieces: int, missing: list[str]) -> None:
    priced = price(cart([line("tea", pieces)], one), SHOP)
    assert [explain_text(near.step) for near in priced.near_misses] == missing


def test_a_certificate_is_worth_what_it_costs() -> None:
    certificate = line("card", 1, 200_000, detail=LineDetail(serial="GC-1", gift=True))
    goods, tenth = [line("tea", 10), certificate], promotion("ticket", percent_ppm=100_000)
    assert on_lines(price(cart(goods, tenth), SHOP)) == {"tea": 100}
    assert on_lines(price(cart(goods, discount=Discount("percent", 200_000)), SHOP)) == {"tea": 200}
    assert total(goods, discount=Discount("target", 500)) == 2000
    assert total([certificate], tenth, discount=Discount("amount", 100)) == 2000
