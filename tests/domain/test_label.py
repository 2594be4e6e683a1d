"""What a label says: price, former price, price per kilogram; which promotions a label may name; codes of weights."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.label import Label, best_code, lasting, shelf_label, weight_label
from desktop.domain.label_weight import weight_code
from desktop.domain.measured_codes import parse_rules
from desktop.domain.offers.pinned import NO_OFFERS, Offers, pin_offers
from desktop.domain.offers.price_list import ListPrice, PriceList, Tier
from desktop.domain.offers.promotion import Promotion
from desktop.domain.product import Extra, Found, Measure, Product
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop

SHOP = Shop("s1", "Corner shop", "EUR", price_list_id="home")
MILK = Product("milk", "MILK", "Milk 930 ml", "pcs", 16_900, 70_000, "Dairy", extra=Extra(measure=Measure(930, "l")))
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TENTH = Promotion("p1", "Ten off", "percent", percent_ppm=100_000)


def label(product: Product, offers: Offers = NO_OFFERS, found: Found | None = None) -> Label:
    return shelf_label(found or Found(product), ("4000417025005",), SHOP, lasting(offers))


def running(*promotions: Promotion, lists: tuple[PriceList, ...] = ()) -> Offers:
    return pin_offers(promotions, lists, NOW, "UTC")


def test_a_piece_says_what_a_litre_costs() -> None:
    made = label(MILK)
    assert (made.price_e4, made.former_e4, made.quantity_milli) == (16_900, 0, 0)
    assert (made.base_e4, made.base_unit, made.code) == (18_200, "l", "4000417025005")
    assert label(replace(MILK, extra=Extra())).base_e4 == 0
    by_gram = label(replace(MILK, unit="g", price_e4=25, extra=Extra()))
    assert (by_gram.base_e4, by_gram.base_unit) == (25_000, "kg")


def test_a_promotion_says_the_former_price_and_the_litre_of_the_new_one() -> None:
    made = label(MILK, running(TENTH))
    assert (made.price_e4, made.former_e4, made.base_e4) == (15_200, 16_900, 16_300)
    kilo = label(replace(MILK, unit="kg", weighed=True, extra=Extra()), running(TENTH))
    assert (kilo.price_e4, kilo.former_e4, kilo.quantity_milli, kilo.base_e4) == (15_200, 16_900, 1000, 0)


def test_a_reduction_says_the_lowest_price_of_the_30_days_before() -> None:
    assert label(MILK).lowest_e4 == 0
    assert label(MILK, running(TENTH)).lowest_e4 == 16_900, "nothing was told: it never cost less"
    told = replace(TENTH, prior=(("milk", 15_900), ("bread", 900)), prior_since="2026-11-20")
    made = label(MILK, running(told, replace(TENTH, id="p2", skus=("BREAD",), prior=(("milk", 1),))))
    assert (made.former_e4, made.lowest_e4, made.lowest_since) == (16_900, 15_900, "2026-11-20")
    assert label(MILK, running(replace(told, prior=(("milk", 17_900),)))).lowest_e4 == 16_900


@pytest.mark.parametrize(
    "other",
    [
        replace(TENTH, coupon=True),
        replace(TENTH, groups=("loyal",)),
        replace(TENTH, birthday=True),
        replace(TENTH, from_milli=2000),
        replace(TENTH, from_minute=0, until_minute=1200),
        replace(TENTH, kind="ticket"),
        replace(TENTH, kind="buy_get", buy_milli=1000, get_milli=1000),
        replace(TENTH, categories=("Bakery",)),
        replace(TENTH, ends_on="2026-11-21"),
    ],
)
def test_what_is_not_for_everybody_all_day_on_one_piece_is_on_no_label(other: Promotion) -> None:
    assert label(MILK, running(other)).former_e4 == 0


def test_the_shops_own_price_list_is_its_price() -> None:
    found = Found(MILK, prices=(ListPrice("home", (Tier(1000, 15_000),)),))
    made = label(MILK, running(lists=(PriceList("home", "Home"),)), found)
    assert (made.price_e4, made.former_e4) == (15_000, 0)


def test_the_makers_code_is_printed_before_the_shops() -> None:
    assert best_code(["2000000000015", "40170725", "4000417025005", "X1"]) == "4000417025005"
    assert best_code(["X1", "2000000000015"]) == "2000000000015"
    assert best_code([]) == ""


@pytest.mark.parametrize(
    ("rule", "stored"),
    [
        ("21IIIIIWWwwwC", "2100010000002"),
        ("21IIIIIWWwwwC -> item", "00010"),
        ("21IIIIIWWwwwC -> plu", "10"),
        ("21IIIIIWWwwwC -> prefix", "2100010"),
    ],
)
def test_a_weighed_package_gets_the_code_that_the_till_reads(rule: str, stored: str) -> None:
    assert weight_code(parse_rules([rule]), ["4006381333931", stored], 342) == "2100010003423"


def test_what_no_rule_can_say_is_refused() -> None:
    rules = parse_rules(["21IIIIIWWwwwC"])
    for codes, milli, code in (
        (["4006381333931"], 342, "label.no_rule"),
        (["2100010000002"], 100_000, "label.weight"),
        (["2100010000002"], 0, "label.weight"),
    ):
        with pytest.raises(Refusal) as refused:
            weight_code(rules, codes, milli)
        assert refused.value.code == code


def test_a_package_says_its_weight_its_price_and_the_kilogram() -> None:
    shelf = label(replace(MILK, unit="kg", price_e4=149_900, weighed=True, extra=Extra()))
    made = weight_label(shelf, 342, "2100010003423")
    assert (made.price_e4, made.quantity_milli, made.base_e4, made.base_unit) == (51_300, 342, 149_900, "kg")
