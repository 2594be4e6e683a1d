"""Money that is paid in beside the goods: sums, means that may pay it, what a ticket takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cart import Cart, is_empty
from desktop.domain.customer import Customer, set_customer
from desktop.domain.offers.buyer import Buyer
from desktop.domain.purse import Purse
from desktop.domain.purse_pay_in import PayIn, paid_in, paying
from desktop.domain.purse_paying import bear, due_by, due_minor, pay_debt, paying_methods, settle_cart, top_up
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment
from desktop.domain.tender_terms import TenderTerms

SHOP = Shop("s1", "Corner shop", "EUR")
OPEN = replace(SHOP, tender=TenderTerms(pay_in_credit=True, gift_pays_debt=True, tips=True))
ANNA = Cart("c", "2026-03-02T09:00:00+00:00", "EUR", tax_inclusive=True, buyer=Buyer("c1"))
OWES = Purse("c1", "EUR", 100, -5000, 7, 20_000)
METHODS = ("cash", "card", "gift", "credit", "account", "points")


def refused(step: object, *values: object) -> str:
    with pytest.raises(Refusal) as refusal:
        step(*values)  # type: ignore[operator]
    return refusal.value.code


def test_a_debt_is_paid_whole_or_in_part_and_taken_off_again() -> None:
    part = pay_debt(ANNA, OWES, 2000, SHOP)
    assert part.pay_ins == (PayIn("account", 2000),)
    assert not is_empty(part)
    assert due_minor(part, 300) == 2300
    assert pay_debt(part, OWES, 5000, SHOP).pay_ins == (PayIn("account", 5000),)
    assert pay_debt(part, OWES, 0, SHOP).pay_ins == ()


def test_what_is_too_much_goes_to_store_credit_only_where_the_shop_takes_it() -> None:
    assert refused(pay_debt, ANNA, OWES, 5001, SHOP) == "purse.overpaid"
    assert pay_debt(ANNA, OWES, 5001, OPEN).pay_ins == (PayIn("account", 5000), PayIn("credit", 1))
    assert refused(top_up, ANNA, OWES, 100, SHOP) == "purse.no_top_up"
    both = top_up(pay_debt(ANNA, OWES, 5001, OPEN), OWES, 300, OPEN)
    assert both.pay_ins == (PayIn("account", 5000), PayIn("credit", 300))
    assert top_up(both, OWES, 0, OPEN).pay_ins == (PayIn("account", 5000),)


def test_what_cannot_be_paid_in() -> None:
    assert refused(pay_debt, replace(ANNA, buyer=None), OWES, 10, SHOP) == "purse.no_customer"
    assert refused(pay_debt, ANNA, None, 10, SHOP) == "purse.no_customer"
    assert refused(pay_debt, ANNA, replace(OWES, account_minor=1), 10, SHOP) == "purse.no_debt"
    assert refused(pay_debt, ANNA, replace(OWES, currency="USD"), 10, SHOP) == "purse.currency"
    assert refused(top_up, ANNA, OWES, -10, OPEN) == "purse.amount"
    owing = pay_debt(ANNA, OWES, 10, SHOP)
    assert refused(settle_cart, owing, -500, (), SHOP) == "purse.paying_out"


def test_another_customer_pays_nothing_of_what_this_one_owes() -> None:
    cart = pay_debt(ANNA, OWES, 10, SHOP)
    assert set_customer(cart, Customer("c1", "Anna")).pay_ins == cart.pay_ins
    assert set_customer(cart, Customer("c2", "Ben")).pay_ins == ()
    assert set_customer(cart, None).pay_ins == ()


def test_purses_pay_goods_only_and_certificates_where_the_shop_says_so() -> None:
    cart = pay_debt(ANNA, OWES, 2000, SHOP)
    for method in ("credit", "account", "points", "gift"):
        assert refused(settle_cart, cart, 300, [Payment(method, 301)], SHOP) == "purse.payer"
        assert settle_cart(cart, 300, [Payment(method, 300), Payment("card", 2000)], SHOP).complete
    assert settle_cart(cart, 300, [Payment("gift", 2300)], OPEN).complete
    assert paying_methods(cart, 0, METHODS, SHOP) == ("cash", "card")
    assert paying_methods(cart, 0, METHODS, OPEN) == ("cash", "card", "gift")
    assert paying_methods(cart, 300, METHODS, SHOP) == METHODS
    left = settle_cart(cart, 300, [Payment("credit", 100)], SHOP)
    assert (due_by(cart, left, "points", SHOP), due_by(cart, left, "card", SHOP)) == (200, 2200)


def test_a_return_pays_nothing_in() -> None:
    back = (Payment("account", -500), Payment("cash", -20))
    assert paid_in(-520, back) == {}
    assert paying(-520, back) == back


@given(st.integers(0, 10_000), st.integers(1, 5000), st.integers(0, 500), st.integers(0, 3000), st.integers(0, 20_000))
def test_the_sale_is_of_its_goods_and_each_purse_gets_what_was_paid_in(
    goods: int, debt: int, tip: int, by_card: int, cash: int
) -> None:
    tip = min(tip, goods)
    cart = replace(pay_debt(ANNA, OWES, debt, OPEN), tip_minor=tip)
    due = goods + debt + tip
    by_card = min(by_card, due)
    paid = [Payment("card", by_card)] * bool(by_card) + [Payment("cash", due - by_card + cash % 5000)]
    settled = bear(cart, settle_cart(cart, goods, paid, OPEN), OPEN)
    assert settled.complete
    assert settled.total_minor == goods
    assert sum(one.amount_minor for one in settled.payments) - settled.change_minor == goods + settled.rounding_minor
    assert sum(one.tip_minor for one in settled.payments) == tip
    assert paid_in(goods, settled.payments) == {"account": debt}
    assert len(paying(goods, settled.payments)) == len(paid)
