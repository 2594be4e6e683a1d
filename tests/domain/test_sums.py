"""Σ lines = Σ rates = total, total + rounding = Σ payments − change: for any cart, rates, discounts and payments."""

from dataclasses import replace
from fractions import Fraction

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cart import Cart
from desktop.domain.explanation import explain_text
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.promotion import Promotion
from desktop.domain.pricing import PricedCart, price
from desktop.domain.sale import Header, Sale, check_sums, make_sale
from desktop.domain.shift import Shift, ShiftTotals, close_shift, expected, with_drawer, with_sale, with_void
from desktop.domain.shop import Shop
from desktop.domain.tender import settle
from sync.wire import facts
from tests.domain.strategies import carts, finished_payments, shops

HEADER = Header("sale", "T03-000001", 1, "shift", "shelf", "2026-11-21T10:03:00+01:00", "Anna", "Till 3")


def sell(data: st.DataObject, cart: Cart, shop: Shop) -> Sale:
    priced = price(cart, shop)
    payments = data.draw(finished_payments(priced, shop.cash_rounding))
    return make_sale(priced, settle(priced.total_minor, payments, shop.cash_rounding, priced.currency), HEADER)


@given(carts(), shops())
def test_lines_and_rates_add_up_to_the_total(cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    assert sum(line.total_minor for line in priced.lines) == priced.total_minor
    assert sum(tax.gross_minor for tax in priced.taxes) == priced.total_minor
    assert all(tax.gross_minor == tax.net_minor + tax.tax_minor for tax in priced.taxes)
    for line in priced.lines:
        assert line.total_minor == line.net_minor + line.tax_minor
        basis = line.total_minor if cart.tax_inclusive else line.net_minor
        assert basis == line.gross_minor - line.discount_minor
        assert 0 <= line.discount_minor <= line.gross_minor
        assert min(line.net_minor, line.tax_minor) >= 0


NEVER = Offers((Promotion("never", "Never", "percent", product_ids=("none",), percent_ppm=1),), day="2026-11-21")


@given(carts(), shops())
def test_a_line_alone_costs_what_it_costs_beside_others(cart: Cart, shop: Shop) -> None:
    together = price(replace(cart, offers=NEVER), shop)  # where there is a promotion, all lines are looked at
    assert price(cart, shop) == together


@given(carts(), shops())
def test_explanation_adds_up_and_can_be_read(cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    assert sum(step.amount_minor for step in priced.explanation) == priced.total_minor
    for line in priced.lines:
        assert sum(step.amount_minor for step in line.explanation) == line.total_minor
    steps = [*priced.explanation, *(step for line in priced.lines for step in line.explanation)]
    assert all(explain_text(step) for step in steps)


@given(carts(), shops())
def test_a_rate_is_taxed_once_when_rounding_per_receipt(cart: Cart, shop: Shop) -> None:
    priced = price(cart, replace(shop, tax_rounding="receipt"))
    for tax in priced.taxes:
        base, whole = (tax.gross_minor, 1_000_000 + tax.rate_ppm) if cart.tax_inclusive else (tax.net_minor, 1_000_000)
        assert abs(2 * (tax.tax_minor * whole - base * tax.rate_ppm)) <= whole


@given(carts(), shops())
def test_discounts_keep_to_what_was_allowed(cart: Cart, shop: Shop) -> None:
    for line, sold in zip(cart.lines, price(cart, shop).lines, strict=True):
        limits = [discount.limit_ppm for discount in (line.discount, cart.discount) if discount]
        allowed = Fraction(sold.gross_minor * max(limits, default=0), 1_000_000)
        # Half a cent from rounding the cart's discount, less than one from handing it out.
        assert sold.discount_minor < allowed + Fraction(3, 2)


@given(st.data(), carts(least=1), shops())
def test_payments_less_change_are_total_and_rounding(data: st.DataObject, cart: Cart, shop: Shop) -> None:
    sale = sell(data, cart, shop)
    check_sums(sale)
    paid = sum(payment.amount_minor for payment in sale.payments)
    assert paid - sale.change_minor == sale.total_minor + sale.rounding_minor
    step = max(1, shop.cash_rounding_step_minor)
    assert abs(sale.rounding_minor) < step
    if not any(payment.method == "cash" for payment in sale.payments):
        assert sale.rounding_minor == sale.change_minor == 0


@given(st.data(), carts(least=1), shops())
def test_settlement_steps_add_up_to_the_cash_due(data: st.DataObject, cart: Cart, shop: Shop) -> None:
    priced = price(cart, shop)
    payments = data.draw(finished_payments(priced, shop.cash_rounding))
    settled = settle(priced.total_minor, payments, shop.cash_rounding, priced.currency)
    cash = sum(payment.amount_minor for payment in payments if payment.method == "cash")
    if settled.explanation:
        assert sum(step.amount_minor for step in settled.explanation) == cash - settled.change_minor


@given(st.data(), carts(least=1), shops())
def test_a_sale_travels_as_a_fact_and_comes_back(data: st.DataObject, cart: Cart, shop: Shop) -> None:
    sale = sell(data, cart, shop)
    fact = msgspec.convert(sale, facts.SaleCompleted, from_attributes=True)
    _, _, body = facts.encode_fact(fact)
    again = msgspec.convert(facts.decode_fact("sale.completed", 1, body), Sale, from_attributes=True)
    bare = tuple(replace(line, explanation=()) for line in sale.lines)
    assert again == replace(sale, lines=bare, occurred_at="", cashier="", terminal="")


@given(st.data(), st.lists(carts(least=1), max_size=4), shops(), st.integers(9_000, 50_000), st.integers(-9_000, 9_000))
def test_a_shift_holds_what_it_took(data: st.DataObject, day: list[Cart], shop: Shop, start: int, moved: int) -> None:
    shift = Shift("shift", 7, "2026-11-21", "EUR", start)
    totals = with_drawer(ShiftTotals(), moved)
    sales = [sell(data, cart, shop) for cart in day]
    for sale in sales:
        totals = with_sale(totals, sale)
    money = sum(amount for _, amount in expected(shift, totals))
    assert money == start + moved + totals.total_minor + totals.rounding_minor
    assert sum(tax.gross_minor for tax in totals.taxes) == totals.total_minor
    closing = close_shift(shift, totals, {"cash": dict(expected(shift, totals))["cash"] + 5}, 1_000)
    assert [count.difference_minor for count in closing.counts if count.method == "cash"] == [5]
    assert closing.grand_total_minor == 1_000
    for sale in sales:
        totals = with_void(totals, sale)
    assert totals.total_minor == totals.rounding_minor == 0
    assert sum(amount for _, amount in expected(shift, totals)) == start + moved


def test_an_empty_cart_costs_nothing() -> None:
    priced: PricedCart = price(Cart("c", "", "EUR", True), Shop("s", "S", "EUR"))
    assert (priced.total_minor, priced.taxes, priced.lines) == (0, (), ())
