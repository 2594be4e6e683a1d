"""Halves, cash steps and residual cents; the cases are those of the laws that the rules come from."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.rounding import CASH_ROUNDING_BY_COUNTRY, CashRounding, allocate, half_up, round_cash
from desktop.domain.taxes import line_taxes, tax_inside, tax_on_top
from desktop.domain.tender import Payment, settle
from tests.domain.strategies import RULES


def test_euro_countries_round_to_five_cents() -> None:
    """1, 2 → 0 · 3, 4 → 5 · 6, 7 → 5 · 8, 9 → 10 (EE, LT, SK, BE, FI, IT, NL, IE)."""
    for country in ("EE", "LT", "SK", "BE", "FI", "IT", "NL", "IE"):
        rule = CASH_ROUNDING_BY_COUNTRY[country].rule
        assert [round_cash(1290 + cent, rule) - 1290 for cent in range(10)] == [0, 0, 0, 5, 5, 5, 5, 5, 10, 10]
        assert [round_cash(-1290 - cent, rule) + 1290 for cent in range(5)] == [0, 0, 0, -5, -5]


NICKELS = ("BE", "EE", "FI", "IE", "IT", "LT", "NL", "SK", "AU", "CA", "CH")
CASES_BY_COUNTRY = {
    **{key: {1: 0, 2: 0, 3: 5, 7: 5, 8: 10} for key in NICKELS},
    "NZ": {4: 0, 5: 0, 6: 10, 15: 10, 16: 20},
    "ZA": {5: 0, 9: 0, 10: 10, 19: 10},
    "IL": {4: 0, 5: 10, 14: 10, 15: 20},
    "DK": {24: 0, 25: 50, 74: 50, 75: 100},
    **{key: {49: 0, 50: 100, 149: 100, 150: 200} for key in ("CZ", "NO", "SE")},
    "HU": {249: 0, 250: 500, 749: 500, 750: 1000},
}
"""Minor units to pay -> what is paid in cash, ties among them."""


@pytest.mark.parametrize("country", sorted(CASH_ROUNDING_BY_COUNTRY))
def test_every_country_rounds_its_way_paying_and_giving_back(country: str) -> None:
    rule = CASH_ROUNDING_BY_COUNTRY[country].rule
    assert CASH_ROUNDING_BY_COUNTRY[country].source
    for amount, rounded in CASES_BY_COUNTRY[country].items():
        assert round_cash(amount, rule) == rounded
        assert round_cash(-amount, rule) == -rounded
        split = settle(10_000 + amount, [Payment("card", 10_000)], rule, "EUR")
        assert (split.due_minor, split.due_cash_minor) == (amount, rounded)
        assert settle(10_000 + amount, [Payment("card", 10_000 + amount)], rule, "EUR").rounding_minor == 0
        assert settle(-amount, [Payment("cash", -rounded)], rule, "EUR").rounding_minor == amount - rounded


@pytest.mark.parametrize(("method", "expected"), [("nearest", 1300), ("half_down", 1250), ("up", 1300), ("down", 1250)])
def test_a_tie_goes_where_the_method_says(method: str, expected: int) -> None:
    assert round_cash(1275, CashRounding(50, method)) == expected  # type: ignore[arg-type]


@given(st.integers(-(10**9), 10**9), RULES)
def test_cash_rounding_is_small_symmetric_and_stays_put(amount: int, rule: CashRounding) -> None:
    rounded = round_cash(amount, rule)
    step = max(1, rule.step_minor)
    assert rounded % step == 0
    assert abs(rounded - amount) < step
    assert round_cash(-amount, rule) == -rounded
    assert round_cash(rounded, rule) == rounded


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_largest_remainder_is_fair(total: int, weights: list[int]) -> None:
    if not sum(weights):
        weights = [1, *weights]
    shares = allocate(total, weights)
    exact = [Fraction(total * weight, sum(weights)) for weight in weights]
    assert sum(shares) == total
    assert all(abs(share - part) < 1 for share, part in zip(shares, exact, strict=True))
    lifted = [part - int(part) for share, part in zip(shares, exact, strict=True) if share > part]
    left = [part - int(part) for share, part in zip(shares, exact, strict=True) if share <= part]
    assert not lifted or not left or min(lifted) >= max(left)


def test_the_residual_cent_goes_to_the_earlier_of_equals() -> None:
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(0, [0, 0]) == [0, 0]
    with pytest.raises(ValueError, match="nothing to share"):
        allocate(1, [0])


def test_halves_go_away_from_zero() -> None:
    assert [half_up(number, 2) for number in (-3, -1, 0, 1, 3)] == [-2, -1, 0, 1, 2]


def test_tax_inside_and_on_top() -> None:
    assert (tax_inside(1190, 190_000), tax_on_top(1000, 190_000), tax_on_top(1000, 88_750)) == (190, 190, 89)


def test_per_line_and_per_receipt_differ_by_the_residual_cents() -> None:
    """Three lines of 0.05 at 20 % on top: 0.01 each by line, 0.03 in one; of 0.02: nothing by line, 0.01 in one."""
    amounts = [(2, 200_000)] * 3
    assert line_taxes(amounts, inclusive=False, rounding="line") == [0, 0, 0]
    assert line_taxes(amounts, inclusive=False, rounding="receipt") == [1, 0, 0]
