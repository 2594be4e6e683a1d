"""The cart: merging, taking out and putting back, quantities that cannot be, discounts that may not be."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import cart as carts
from desktop.domain.cart import Cart, add, remove, restore, set_discount, set_quantity
from desktop.domain.cart_discount import set_cart_discount
from desktop.domain.discount import Discount
from desktop.domain.pricing import price
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from tests.domain import strategies

EMPTY = Cart("c", "2026-11-21T10:00:00+01:00", "EUR", True)
MILK = Product("milk", "M1", "Milk", "pcs", 12_900, 90_000)
CHEESE = Product("cheese", "C1", "Сыр", "kg", 149_000, 90_000, weighed=True)
SHOP = Shop("s", "Shop", "EUR")


def with_milk(pieces: int = 1, code: str = "400") -> Cart:
    return add(EMPTY, Found(MILK, code), "line", pieces * 1000)


def test_the_same_thing_again_goes_into_its_line_and_moves_nothing() -> None:
    cart = add(add(with_milk(), Found(replace(MILK, id="bread"), "401"), "two"), Found(MILK, "400"), "three", 3000)
    assert [(line.line_id, line.quantity_milli) for line in cart.lines] == [("line", 4000), ("two", 1000)]


@pytest.mark.parametrize(
    "other",
    [Found(MILK, "pack", 6000), Found(replace(MILK, price_e4=13_900), "400"), Found(replace(MILK, rate_ppm=0), "400"),
     Found(CHEESE, "400", quantity_milli=250), Found(MILK, "400", fixed_total_minor=99)],
)  # fmt: skip
def test_another_code_price_or_measure_gets_its_own_line(other: Found) -> None:
    assert len(add(with_milk(), other, "two").lines) == 2


def test_a_discounted_line_does_not_grow() -> None:
    cart = set_discount(with_milk(), "line", Discount("percent", 500_000))
    assert [line.quantity_milli for line in add(cart, Found(MILK, "400"), "two").lines] == [1000, 1000]


def test_weighed_goods_stay_alone_and_need_a_quantity() -> None:
    cart = add(add(EMPTY, Found(CHEESE, "c"), "one", 250), Found(CHEESE, "c", quantity_milli=300), "two")
    assert [line.quantity_milli for line in cart.lines] == [250, 300]
    assert price(cart, SHOP).total_minor == 373 + 447
    with pytest.raises(Refusal, match="by weight"):
        add(EMPTY, Found(CHEESE, "c"), "one")


def test_a_price_label_is_sold_for_what_it_says() -> None:
    cart = add(EMPTY, Found(CHEESE, "22", fixed_total_minor=500), "one")
    assert cart.lines[0].quantity_milli == 336
    assert price(cart, SHOP).total_minor == 500
    assert add(EMPTY, Found(MILK, "22", fixed_total_minor=500), "one").lines[0].quantity_milli == 1000


@pytest.mark.parametrize(
    ("found", "times_milli", "code"),
    [
        (Found(MILK), 0, "quantity.too_small"),
        (Found(MILK), -1000, "quantity.too_small"),
        (Found(MILK), 4_006_381_333_931_000, "quantity.too_large"),
        (Found(MILK), 1500, "quantity.pieces"),
        (Found(replace(MILK, active=False)), 1000, "product.inactive"),
        (Found(CHEESE, quantity_milli=250), 3000, "quantity.fixed"),
        (Found(CHEESE, fixed_total_minor=0), None, "label.empty"),
    ],
)
def test_what_cannot_be_sold_is_refused(found: Found, times_milli: int | None, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        add(EMPTY, found, "one", times_milli)
    assert refused.value.code == code


def test_a_merged_line_keeps_to_the_limit_and_so_does_the_cart() -> None:
    with pytest.raises(Refusal, match="9999"):
        add(with_milk(9_999), Found(MILK, "400"), "two")
    full = replace(EMPTY, lines=tuple(replace(with_milk().lines[0], line_id=str(n)) for n in range(carts.MAX_LINES)))
    with pytest.raises(Refusal, match="1000 lines"):
        add(full, Found(CHEESE, "c", quantity_milli=5), "one")


def test_quantities_change_unless_a_label_says_them() -> None:
    assert set_quantity(with_milk(), "line", 5000).lines[0].quantity_milli == 5000
    labelled = add(EMPTY, Found(CHEESE, "22", fixed_total_minor=500), "one")
    for cart, line_id, number in ((labelled, "one", 1000), (with_milk(), "line", 0), (with_milk(), "gone", 1000)):
        with pytest.raises(Refusal):
            set_quantity(cart, line_id, number)


def test_a_discount_beyond_the_limit_is_refused() -> None:
    for discount in (Discount("percent", 100_001, limit_ppm=100_000), Discount("amount", 14, limit_ppm=100_000)):
        with pytest.raises(Refusal, match="10 %"):
            set_discount(with_milk(), "line", discount)
        with pytest.raises(Refusal, match="10 %"):
            set_cart_discount(with_milk(), discount, SHOP)
    with pytest.raises(Refusal, match="more than zero"):
        set_discount(with_milk(), "line", Discount("amount", 0))


def test_an_amount_granted_on_many_shrinks_with_the_quantity() -> None:
    cart = set_discount(with_milk(10), "line", Discount("amount", 129, limit_ppm=100_000))
    cart = set_quantity(cart, "line", 1000)
    sold = price(cart, SHOP).lines[0]
    assert (sold.discount_minor, sold.explanation[1].kind) == (13, "discount.limited")


def test_line_and_receipt_discounts_together_keep_to_the_limit() -> None:
    tenth = Discount("percent", 100_000, limit_ppm=100_000)
    cart = set_cart_discount(set_discount(with_milk(10), "line", tenth), tenth, SHOP)
    assert price(cart, SHOP).discount_minor == 129
    assert price(set_cart_discount(with_milk(10), tenth, SHOP), SHOP).discount_minor == 129


@given(strategies.carts(least=1), st.data())
def test_what_was_taken_out_comes_back_where_it_stood(cart: Cart, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from(cart.lines))
    fewer, removed = remove(cart, line.line_id)
    assert line not in fewer.lines
    assert restore(fewer, removed) == cart
    assert restore(cart, removed) == cart


@given(st.lists(st.tuples(strategies.PRODUCTS, st.integers(1, 9_000)), max_size=20))
def test_merging_loses_no_quantity_and_no_order(scans: list[tuple[Product, int]]) -> None:
    cart = EMPTY
    for number, (product, quantity) in enumerate(scans):
        cart = add(cart, Found(product, "1"), str(number), quantity)
    assert sum(line.quantity_milli for line in cart.lines) == sum(quantity for _, quantity in scans)
    order = [int(line.line_id) for line in cart.lines]
    assert order == sorted(order)
    assert len({(line.product_id, line.price_e4, line.rate_ppm, line.name) for line in cart.lines}) == len(cart.lines)


@given(strategies.carts())
def test_a_cart_is_kept_as_json(cart: Cart) -> None:
    assert msgspec.json.decode(msgspec.json.encode(cart), type=Cart) == cart


def test_small_questions() -> None:
    assert carts.is_empty(EMPTY)
    assert carts.age_limit(EMPTY) == 0
    assert carts.age_limit(add(EMPTY, Found(replace(MILK, age_limit=18)), "one")) == 18


def test_broken_lines_and_absurd_totals_are_refused() -> None:
    line = with_milk().lines[0]
    for broken in (replace(line, price_e4=-1), replace(line, rate_ppm=-1), replace(line, quantity_milli=0)):
        with pytest.raises(Refusal, match="cannot be sold"):
            price(replace(EMPTY, lines=(broken,)), SHOP)
    with pytest.raises(Refusal, match="too large"):
        price(replace(EMPTY, lines=(replace(line, price_e4=10**18),)), SHOP)
