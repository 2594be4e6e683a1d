"""Tips: who bears them, what stays of the sums, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cart import Cart
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CashRounding
from desktop.domain.tender import Payment, Settlement
from desktop.domain.tender_terms import TenderTerms
from desktop.domain.tips import (
    bear_tip,
    due_without_tip,
    fitting_tip,
    round_up,
    settle_with_tip,
    tip_by_rate,
    tip_total,
    tip_up_to,
    tips_by_method,
    with_tip,
)
from tests.domain.strategies import RULES

METHODS = ("cash", "card")
EXACT = CashRounding()
OPEN = TenderTerms(tips=True)
CART = Cart("c", "2026-03-02T09:00:00+00:00", "EUR", tax_inclusive=True)


def paid(total: int, tip: int, *payments: tuple[str, int], methods: tuple[str, ...] = METHODS) -> Settlement:
    given_ = [Payment(method, amount) for method, amount in payments]
    settled = settle_with_tip(total, tip, given_, EXACT, "EUR", methods)
    return bear_tip(settled, tip, methods, "EUR") if settled.complete else settled


def borne(settled: Settlement) -> list[tuple[str, int, int]]:
    return [(one.method, one.amount_minor, one.tip_minor) for one in settled.payments]


@pytest.mark.parametrize(
    ("payments", "expected", "change"),
    [
        ([("card", 2000)], [("card", 1800, 200)], 0),
        ([("cash", 5000)], [("cash", 4800, 200)], 3000),
        ([("card", 1800), ("cash", 200)], [("card", 1800, 0), ("cash", 0, 200)], 0),
        ([("gift", 1800), ("card", 200)], [("gift", 1800, 0), ("card", 0, 200)], 0),
        ([("card", 1900), ("cash", 150)], [("card", 1800, 100), ("cash", 50, 100)], 50),
        ([("cash:USD", 2500)], [("cash:USD", 2300, 200)], 500),
        ([("card", 5000), ("cash", -3000)], [("card", 4800, 200), ("cash", -3000, 0)], 0),
    ],
)
def test_the_last_payments_bear_the_tip(
    payments: list[tuple[str, int]], expected: list[tuple[str, int, int]], change: int
) -> None:
    settled = paid(1800, 200, *payments)
    assert (borne(settled), settled.change_minor, settled.total_minor) == (expected, change, 1800)


def test_a_tip_is_due_until_it_is_paid() -> None:
    settled = paid(1800, 200, ("card", 1800))
    assert (settled.complete, settled.due_minor, settled.total_minor) == (False, 200, 2000)


@pytest.mark.parametrize(
    ("methods", "payments"),
    [
        (METHODS, [("gift", 2000)]),
        (METHODS, [("gift", 1900)]),
        (("card",), [("cash", 2000)]),
        (("cash",), [("card", 2000)]),
    ],
)
def test_a_method_that_takes_no_tip_pays_none(methods: tuple[str, ...], payments: list[tuple[str, int]]) -> None:
    with pytest.raises(Refusal) as refused:
        paid(1800, 200, *payments, methods=methods)
    assert refused.value.code == "tip.method"


def test_what_such_a_method_may_pay_is_the_goods() -> None:
    begun = paid(1800, 200, ("gift", 800))
    assert [due_without_tip(begun, 200, method, METHODS) for method in ("gift", "card", "cash:USD")] == [
        1000,
        1200,
        1200,
    ]
    assert due_without_tip(paid(1800, 0), 0, "gift", METHODS) == 1800
    assert due_without_tip(paid(1800, 200, ("cash", 1900)), 200, "gift", METHODS) == 100


@pytest.mark.parametrize(
    ("terms", "total", "tip", "code"),
    [
        (TenderTerms(), 1800, 200, "tip.off"),
        (OPEN, -1800, 200, "tip.no_sale"),
        (OPEN, 0, 1, "tip.no_sale"),
        (OPEN, 1800, 1801, "tip.absurd"),
        (OPEN, 1800, -1, "tip.absurd"),
    ],
)
def test_tips_that_cannot_be(terms: TenderTerms, total: int, tip: int, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        with_tip(CART, tip, total, terms)
    assert refused.value.code == code


def test_a_tip_is_put_on_and_taken_away() -> None:
    tipped = with_tip(CART, 1800, 1800, OPEN)
    assert tipped.tip_minor == 1800
    assert with_tip(tipped, 0, 1800, TenderTerms()).tip_minor == 0
    assert fitting_tip(tipped, 1800) is tipped
    assert (fitting_tip(tipped, 1799).tip_minor, fitting_tip(tipped, -5).tip_minor) == (0, 0)


def test_percents_and_round_sums() -> None:
    assert (tip_by_rate(1837, 100_000), tip_by_rate(5, 100_000)) == (184, 1)
    assert (round_up(1837, "EUR"), round_up(2000, "EUR"), round_up(230, "JPY")) == (1900, 2000, 250)
    assert tip_up_to(1837, 2000, "EUR") == 163
    with pytest.raises(Refusal) as refused:
        tip_up_to(1837, 1800, "EUR")
    assert refused.value.code == "tip.below"


@given(
    st.integers(1, 50_000),
    st.integers(0, 1_000_000),
    RULES,
    st.lists(st.tuples(st.sampled_from(["card", "gift", "cash", "cash:USD"]), st.integers(1, 40_000)), max_size=4),
    st.sampled_from([METHODS, ("cash",), ("card",)]),
)
def test_sums_hold_and_no_tip_is_lost(
    total: int, share: int, rule: CashRounding, given_: list[tuple[str, int]], methods: tuple[str, ...]
) -> None:
    """Σ amounts − change = total + rounding; amounts and tips are what was handed over; nothing goes below zero."""
    tip = tip_by_rate(total, share)
    payments = [Payment(method, amount) for method, amount in given_]
    try:
        settled = settle_with_tip(total, tip, payments, rule, "EUR", methods)
        if not settled.complete:
            payments.append(Payment("cash", max(settled.due_cash_minor, settled.due_minor)))
            settled = settle_with_tip(total, tip, payments, rule, "EUR", methods)
    except Refusal:
        return
    assert settled.complete
    done = bear_tip(settled, tip, methods, "EUR")
    amounts = sum(one.amount_minor for one in done.payments)
    assert amounts - done.change_minor == total + done.rounding_minor
    assert tip_total(done.payments) == tip == sum(tips_by_method(done.payments).values())
    assert [one.amount_minor + one.tip_minor for one in done.payments] == [one.amount_minor for one in payments]
    assert all(one.amount_minor >= 0 for one in done.payments)
    assert set(tips_by_method(done.payments)) <= {*methods, *(["cash:USD"] if "cash" in methods else [])}
