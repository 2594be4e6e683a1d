"""Foreign cash with change in the shop's own money, and property tests of settling by every method."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.currency import due_in, foreign_methods, pay_foreign, worth_minor
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CASH_ROUNDING_BY_COUNTRY, CashRounding
from desktop.domain.tender import Payment, is_cash, settle
from tests.domain.strategies import RULES

RATES = {"USD": 910_000, "JPY": 6_150, "EUR": 1_000_000, "XXX": 0}
METHODS = ["cash", "card", "gift", "points", "account", "cash:USD"]


def test_change_for_foreign_cash_is_given_in_the_shops_money() -> None:
    """20 USD at 0.91 are 18.20; of 12.91, rounded to 12.90, 5.30 come back."""
    paid = pay_foreign("cash:USD", 2_000, "EUR", RATES)
    assert paid == Payment("cash:USD", 1_820, foreign_minor=2_000)
    settled = settle(1_291, [paid], CashRounding(5), "EUR")
    assert (settled.complete, settled.change_minor, settled.rounding_minor) == (True, 530, -1)


def test_an_exchange_is_not_rounded_in_lithuania() -> None:
    rule = CASH_ROUNDING_BY_COUNTRY["LT"].rule
    settled = settle(1_291, [pay_foreign("cash:USD", 2_000, "EUR", RATES)], rule, "EUR")
    assert (settled.change_minor, settled.rounding_minor) == (529, 0)
    assert settle(1_291, [Payment("cash", 1_290)], rule, "EUR").rounding_minor == -1
    gift = settle(1_291, [Payment("gift", 1_291, "GC-000123")], rule, "EUR")
    assert (gift.complete, gift.rounding_minor) == (True, 0)


def test_only_currencies_with_a_rate_are_taken() -> None:
    assert foreign_methods(RATES, "EUR") == ("cash:JPY", "cash:USD")
    for method, amount, code in (
        ("cash:CHF", 100, "tender.currency"),
        ("cash:XXX", 100, "tender.currency"),
        ("cash:EUR", 100, "tender.currency"),
        ("cash:USD", 0, "tender.negative"),
    ):
        with pytest.raises(Refusal) as refused:
            pay_foreign(method, amount, "EUR", RATES)
        assert refused.value.code == code


@given(st.integers(1, 10**7), st.sampled_from(["USD", "JPY"]), st.sampled_from(["EUR", "KWD", "JPY"]))
def test_what_is_due_abroad_is_enough_and_no_more(home_minor: int, currency: str, home: str) -> None:
    rate = RATES[currency]
    due = due_in(home_minor, currency, home, rate)
    assert worth_minor(due, currency, home, rate) >= home_minor
    assert due == 0 or worth_minor(due - 1, currency, home, rate) < home_minor


@given(
    st.integers(-(10**6), 10**6),
    st.lists(st.tuples(st.sampled_from(METHODS), st.integers(-(10**6), 10**6)), max_size=6),
    RULES,
)
def test_by_every_method_in_any_order_sums_hold(total: int, paid: list[tuple[str, int]], rule: CashRounding) -> None:
    payments = [Payment(method, amount) for method, amount in paid]
    settled = None
    with contextlib.suppress(Refusal):
        settled = settle(total, payments, rule, "EUR")
    again = None
    with contextlib.suppress(Refusal):
        again = settle(total, payments[::-1], rule, "EUR")
    assert (settled is None) == (again is None)
    if settled is None or again is None:
        return
    figures = (settled.due_minor, settled.due_cash_minor, settled.rounding_minor, settled.change_minor)
    assert figures == (again.due_minor, again.due_cash_minor, again.rounding_minor, again.change_minor)
    assert settled.change_minor >= 0
    if settled.complete:
        assert total + settled.rounding_minor == sum(amount for _, amount in paid) - settled.change_minor
        assert abs(settled.rounding_minor) < max(1, rule.step_minor)
        assert not settled.rounding_minor or any(is_cash(method) for method, _ in paid)
