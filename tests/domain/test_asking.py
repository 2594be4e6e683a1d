"""What is asked of goods before they are a line, and the limits that hold then."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import asking
from desktop.domain.cart import Cart, add, confirm_age, is_age_open, set_note, set_quantity, without_restricted
from desktop.domain.product import Extra, Found, Product
from desktop.domain.refusal import Refusal

MILK = Product("milk", "M1", "Milk", "pcs", 12_900, 90_000)
TEA = Product("tea", "T1", "Tea", "kg", 399_000, 90_000, weighed=True)
WINE = Product("wine", "W1", "Wine", "pcs", 79_000, 90_000, age_limit=18)
EMPTY = Cart("c", "", "EUR", tax_inclusive=True)


def found(product: Product = MILK, **extra: object) -> Found:
    return Found(replace(product, extra=Extra(**extra)))


@pytest.mark.parametrize(
    ("goods", "times_milli", "need"),
    [
        (found(), None, None),
        (found(TEA), None, "weight"),
        (found(TEA), 500, None),
        (replace(found(TEA), quantity_milli=300), None, None),
        (found(open_price=True), None, "price"),
        (replace(found(open_price=True), fixed_total_minor=250), None, None),
        (replace(found(open_price=True, open_quantity=True), typed_price_e4=10), None, "pieces"),
        (found(open_quantity=True), 3000, None),
        (found(track_serials=True, track_lots=True), None, "serial"),
        (replace(found(track_serials=True, track_lots=True), serial="1"), None, "lot"),
        (replace(found(track_lots=True), lot="A"), None, None),
    ],
)
def test_what_is_missing_is_asked_in_its_order(goods: Found, times_milli: int | None, need: str | None) -> None:
    assert asking.missing(goods, times_milli) == need


def test_a_serial_number_that_nobody_keeps_is_forgotten() -> None:
    assert asking.normal(replace(found(), serial="1")) == found()
    kept = replace(found(track_serials=True), serial="1")
    assert asking.normal(kept) is kept


@settings(max_examples=30)
@given(gross=st.integers(0, 5_000), tare=st.integers(1, 5_000))
def test_goods_and_packaging_are_the_gross_weight(gross: int, tare: int) -> None:
    if gross <= tare:
        with pytest.raises(Refusal, match="packaging"):
            asking.with_weight(found(TEA), gross, tare)
    else:
        weighed = asking.with_weight(found(TEA), gross, tare)
        assert weighed.quantity_milli + weighed.tare_milli == gross


@pytest.mark.parametrize("text", ["", "   ", "x" * 21])
def test_a_number_is_neither_empty_nor_endless(text: str) -> None:
    with pytest.raises(Refusal, match="characters at most"):
        asking.with_number(found(track_lots=True), "lot", text)


def test_the_day_of_expiry_still_counts() -> None:
    goods = replace(found(), expiry=date(2026, 3, 1))
    asking.check_expiry(goods, "2026-03-01")
    with pytest.raises(Refusal, match="expired"):
        asking.check_expiry(goods, "2026-03-02")


@settings(max_examples=30)
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(1, 6)), max_size=12), cap=st.integers(1, 8))
def test_a_cap_holds_whatever_is_done(steps: list[tuple[bool, int]], cap: int) -> None:
    cart, goods = EMPTY, found(cap_milli=cap * 1000)
    for number, (adds, pieces) in enumerate(steps):
        try:
            if adds or not cart.lines:
                cart = add(cart, goods, str(number), pieces * 1000)
                cart = set_note(cart, cart.lines[-1].line_id, f"line {number}")
            else:
                cart = set_quantity(cart, cart.lines[-1].line_id, pieces * 1000)
        except Refusal as refusal:
            assert refusal.code == "quantity.cap"
        assert sum(line.quantity_milli for line in cart.lines) <= cap * 1000


def test_an_age_is_asked_again_only_for_a_stricter_one() -> None:
    strong = replace(WINE, id="rum", age_limit=21)
    cart = confirm_age(add(EMPTY, Found(WINE), "1"), "anna")
    assert not is_age_open(add(cart, Found(WINE), "2", 2000))
    stricter = add(cart, Found(strong), "3")
    assert is_age_open(stricter)
    assert [line.product_id for line in without_restricted(stricter).lines] == ["wine"]
