"""Prices before promotions: lists, tiers, prices that a person set; and discounts on the whole cart."""

from dataclasses import replace

import pytest

from desktop.domain import cart as trade
from desktop.domain.cart_discount import discount_base_minor, set_cart_discount
from desktop.domain.discount import Discount
from desktop.domain.explanation import explain_text
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.price_list import ListPrice, Override, PriceList, Tier
from desktop.domain.pricing import price
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from tests.domain.offers.shelf import SHOP, WHOLE, cart, line, promotion, total

LISTS = Offers((), (PriceList("whole", "Wholesale"), PriceList("all", "Tiers")), "2026-11-21")
PRICES = (
    ListPrice("whole", (Tier(1000, 8_000), Tier(10_000, 7_000))),
    ListPrice("all", (Tier(5_000, 9_000),)),
    ListPrice("old", (Tier(1000, 1),)),
)
DEALER = Buyer("b", price_list_id="whole")
TIERED = replace(SHOP, price_list_id="all")


@pytest.mark.parametrize(
    ("pieces", "buyer", "paid"),
    [
        (1, None, 100),
        (5, None, 450),
        (1, DEALER, 80),
        (5, DEALER, 400),
        (10, DEALER, 700),
        (5, Buyer("b", price_list_id="old"), 450),
    ],
)
def test_the_customers_list_then_the_shops_then_the_catalogue(pieces: int, buyer: Buyer | None, paid: int) -> None:
    goods = [line("tea", pieces, prices=PRICES)]
    assert total(goods, offers=LISTS, buyer=buyer, shop=TIERED) == paid


def test_a_tier_counts_the_product_over_all_lines() -> None:
    goods = [line("tea", 3, prices=PRICES), line("tea", 2, prices=PRICES, line_id="two"), line("cup", 4, prices=PRICES)]
    assert total(goods, offers=LISTS, shop=TIERED) == 450 + 400


def test_a_line_says_whose_price_it_has_and_what_the_list_asks() -> None:
    goods = [line("tea", 2, prices=PRICES), line("cup", override=Override(4_000, "scratched", "p1"))]
    tea, cup = price(cart(goods, offers=LISTS, buyer=DEALER), SHOP).lines
    assert [explain_text(one.explanation[0]) for one in (tea, cup)] == [
        "2 pcs at 0.80 by Wholesale, not 1.00, is 1.60",
        "1 pcs at 0.40, not 1.00 (scratched), is 0.40",
    ]
    assert (tea.price_e4, tea.list_price_e4, tea.price_by) == (8_000, 10_000, "")
    assert (cup.price_e4, cup.list_price_e4, cup.price_by, cup.price_reason) == (4_000, 10_000, "p1", "scratched")


def test_a_price_of_ones_own_needs_a_reason_and_no_label() -> None:
    plain, labelled = cart([line("tea")]), cart([line("tea", fixed_total_minor=50)])
    assert trade.set_price(plain, "tea", Override(1, "old", "p")).lines[0].override == Override(1, "old", "p")
    assert trade.set_price(plain, "tea", None) == plain
    for one, reason, code in ((plain, " ", "price.reason"), (labelled, "old", "quantity.fixed")):
        with pytest.raises(Refusal) as refused:
            trade.set_price(one, "tea", Override(1, reason, "p"))
        assert refused.value.code == code
    with pytest.raises(Refusal, match="cannot be sold"):
        price(trade.set_price(plain, "tea", Override(-1, "old", "p")), SHOP)


def test_goods_with_a_list_price_merge_and_one_with_its_own_price_does_not() -> None:
    found = Found(Product("tea", "TEA", "tea", "pcs", 10_000, 190_000, "drinks"), "1", prices=PRICES)
    two = trade.add(trade.add(cart([]), found, "one"), found, "two")
    assert [(one.quantity_milli, one.category, one.prices) for one in two.lines] == [(2000, "drinks", PRICES)]
    assert len(trade.add(trade.set_price(two, "one", Override(1, "old", "p")), found, "two").lines) == 2


@pytest.mark.parametrize(
    ("discount", "paid"),
    [
        (Discount("target", 500), 500),
        (Discount("target", 0), 0),
        (Discount("percent", 500_000), 450),
        (Discount("amount", 1), 899),
        (Discount("target", 899, limit_ppm=100_000), 899),
    ],
)
def test_a_cart_discount_comes_after_promotions(discount: Discount, paid: int) -> None:
    goods = cart([line("tea", 4), line("cup", 6)], promotion("percent", percent_ppm=100_000))
    assert discount_base_minor(goods, discount, SHOP) == 900
    assert price(set_cart_discount(goods, discount, SHOP), SHOP).total_minor == paid


@pytest.mark.parametrize(
    ("discount", "code"),
    [
        (Discount("target", 900), "discount.too_small"),
        (Discount("target", 809, limit_ppm=100_000), "discount.limit"),
        (Discount("percent", 100_001, limit_ppm=100_000), "discount.limit"),
        (Discount("amount", 91, limit_ppm=100_000), "discount.limit"),
    ],
)
def test_a_cart_discount_keeps_to_the_limit_of_its_giver(discount: Discount, code: str) -> None:
    goods = cart([line("tea", 4), line("cup", 6)], promotion("percent", percent_ppm=100_000))
    with pytest.raises(Refusal) as refused:
        set_cart_discount(goods, discount, SHOP)
    assert refused.value.code == code
    assert set_cart_discount(goods, None, SHOP) == goods


def test_a_target_is_what_the_customer_pays_where_tax_comes_on_top() -> None:
    goods = [line("tea", 4), line("cup", 6, rate_ppm=70_000)]
    added = cart(goods, tax_inclusive=False, discount=Discount("target", 1000))
    assert price(added, SHOP).total_minor == 1000
    exempt = cart(goods, buyer=Buyer("b", tax_exempt="export"), discount=Discount("target", 700))
    assert price(exempt, SHOP).total_minor == 700


def test_a_discount_is_spread_over_the_tax_rates_to_the_cent() -> None:
    goods = [line("tea", 1), line("cup", 2, rate_ppm=70_000), line("soup", rate_ppm=0)]
    priced = price(cart(goods, discount=Discount("amount", 100)), SHOP)
    assert [tax.gross_minor for tax in priced.taxes] == [75, 150, 75]
    assert [one.discount_minor for one in price(cart(goods, discount=Discount("amount", 101)), SHOP).lines] == [
        25,
        51,
        25,
    ]


def test_who_is_exempt_pays_no_tax_and_reads_why() -> None:
    priced = price(cart([line("tea", 10)], buyer=Buyer("b", tax_exempt="export")), SHOP)
    assert (priced.total_minor, priced.tax_minor, priced.tax_exempt) == (840, 0, "export")
    assert [explain_text(step) for step in priced.lines[0].explanation] == [
        "10 pcs at 1.00 is 10.00",
        "19 % tax is not taken (export): -1.60",
    ]
    assert explain_text(priced.explanation[1]) == "No tax is taken (export): -1.60"


def test_a_discount_on_a_line_comes_after_its_promotion() -> None:
    half = promotion("percent", percent_ppm=WHOLE // 2)
    goods = [line("tea", 10, discount=Discount("percent", 100_000, granted_by="p")), line("cup")]
    assert [one.discount_minor for one in price(cart(goods, half), SHOP).lines] == [550, 50]
