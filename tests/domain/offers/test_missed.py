"""What would fire at another hour, for another customer or with a coupon."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from desktop.domain.cart import Cart
from desktop.domain.explanation import explain_text
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.missed import find_missed
from desktop.domain.offers.promotion import Promotion
from desktop.domain.pricing import price
from desktop.domain.shop import Shop
from tests.domain.offers import strategies
from tests.domain.offers.shelf import SHOP, cart, line, promotion

TENTH = promotion("percent", percent_ppm=100_000)
HAPPY = replace(TENTH, from_minute=17 * 60, until_minute=19 * 60, weekdays=(6,))
BERLIN = replace(SHOP, time_zone="Europe/Berlin")


def missed(one: Promotion, at: str = "12:00", **fields: object) -> list[str]:
    """What is said on 21 November 2026 of ten teas at 1.00 that were scanned when the promotion was not in force."""
    now = datetime.fromisoformat(f"2026-11-21T{at}+01:00").astimezone(UTC)
    found = find_missed(cart([line("tea", 10)], **fields), BERLIN, [one], now)
    return [explain_text(near.step) for near in found]


@pytest.mark.parametrize(
    ("one", "at", "words"),
    [
        (HAPPY, "16:29", []),
        (HAPPY, "16:30", ["percent begins at 17:00: 1.00 less"]),
        (HAPPY, "17:05", ["percent began after this ticket was opened: 1.00 less at the prices of today"]),
        (HAPPY, "19:00", ["percent ended at 19:00: 1.00 less until then"]),
        (HAPPY, "19:31", []),
        (replace(HAPPY, weekdays=(5,)), "16:50", []),
        (replace(TENTH, starts_on="2026-11-22"), "23:45", ["percent begins at 00:00: 1.00 less"]),
        (replace(TENTH, ends_on="2026-11-20"), "00:10", ["percent ended at 00:00: 1.00 less until then"]),
        (replace(HAPPY, groups=("gold",)), "16:50", []),
        (replace(HAPPY, from_milli=11_000), "16:50", []),
        (replace(HAPPY, skus=("CUP",)), "16:50", []),
    ],
)
def test_an_hour_that_is_near(one: Promotion, at: str, words: list[str]) -> None:
    assert missed(one, at) == words


def test_who_buys_and_a_coupon() -> None:
    pinned = [replace(TENTH, groups=("gold", "silver")), replace(TENTH, birthday=True), replace(TENTH, coupon=True)]
    said = ["percent, for customers of group gold, silver", "percent, for customers at their birthday"]
    said.append("percent with a coupon")
    for one, words in zip(pinned, said, strict=True):
        offers = replace(cart([]).offers, promotions=(one,))
        assert missed(replace(one, percent_ppm=1), offers=offers) == [f"{words}: 1.00 less"]
    birthday = replace(cart([]).offers, promotions=(pinned[1],))
    assert missed(pinned[1], offers=birthday, buyer=Buyer("b", birthday="03-01")) == []
    member = replace(cart([]).offers, promotions=(pinned[0],))
    assert missed(pinned[0], offers=member, buyer=Buyer("b", group="silver")) == []


@settings(max_examples=25)
@given(strategies.carts(), strategies.SHOPS)
def test_what_is_promised_for_a_coupon_is_given_for_it_and_asking_changes_nothing(cart: Cart, shop: Shop) -> None:
    before = price(cart, shop)
    for near in find_missed(cart, shop, (), datetime(2026, 11, 21, tzinfo=UTC)):
        if near.step.kind == "near.coupon":
            coupon = Coupon("new", "NEW", near.promotion_id)
            after = price(replace(cart, coupons=(*cart.coupons, coupon)), shop)
            assert before.total_minor - after.total_minor == near.step.fact("saved_minor") > 0
    assert price(cart, shop) == before
