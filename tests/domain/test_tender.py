"""Paying by cash, card and both; what comes back; what is refused."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.explanation import explain_text
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CashRounding
from desktop.domain.tender import Payment, Settlement, change_by_denomination, denominations, quick_amounts, settle
from tests.domain.strategies import CURRENCIES, RULES

FIVE = CashRounding(5)


def paid(total: int, *payments: tuple[str, int], rule: CashRounding = FIVE) -> Settlement:
    return settle(total, [Payment(method, amount) for method, amount in payments], rule, "EUR")


def test_mixed_tender_with_cash_back() -> None:
    """Total 12.91, card 15.59, cash back −2.70 (odoo PR #218430)."""
    settled = paid(1291, ("card", 1559), ("cash", -270))
    assert (settled.complete, settled.rounding_minor, settled.change_minor) == (True, -2, 0)
    assert 1291 + settled.rounding_minor == 1559 - 270


def test_only_the_cash_part_is_rounded() -> None:
    settled = paid(1291, ("card", 500), ("cash", 1000))
    assert (settled.rounding_minor, settled.change_minor, settled.complete) == (-1, 210, True)
    assert [explain_text(step) for step in settled.explanation] == [
        "Left to pay: 7.91",
        "Rounded to 0.05 because it is paid in cash: -0.01",
    ]
    assert paid(1291, ("card", 1291)).rounding_minor == 0


def test_small_coins_pay_to_the_cent() -> None:
    """The customer may still pay 2.31 with small coins (odoo#41327)."""
    settled = paid(231, ("cash", 231))
    assert (settled.complete, settled.rounding_minor, settled.change_minor) == (True, 0, 0)


def test_what_is_left_is_said_both_ways() -> None:
    settled = paid(1291, ("cash", 500))
    assert (settled.complete, settled.due_minor, settled.due_cash_minor) == (False, 791, 790)
    assert (paid(1291).due_minor, paid(1291).due_cash_minor) == (1291, 1290)
    assert paid(1291, ("cash", 500), ("card", 791)).complete
    assert paid(0).complete


def test_a_rest_below_the_step_is_settled_by_no_cash_at_all() -> None:
    assert not paid(1002, ("gift", 1000)).complete
    settled = paid(1002, ("gift", 1000), ("cash", 0))
    assert (settled.complete, settled.rounding_minor) == (True, -2)


@pytest.mark.parametrize(
    ("payments", "code"),
    [
        ([("card", 1292)], "tender.overpaid"),
        ([("card", 1292), ("cash", 100)], "tender.overpaid"),
        ([("gift", 1559), ("cash", -270)], "tender.overpaid"),
        ([("card", 1559), ("cash", -300)], "tender.cash_back"),
        ([("cash", -5)], "tender.cash_back"),
        ([("card", 0)], "tender.negative"),
        ([("card", -5)], "tender.negative"),
        ([("cash", 4_006_381_333_931)], "tender.absurd"),
    ],
)
def test_impossible_payments_are_refused(payments: list[tuple[str, int]], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        paid(1291, *payments)
    assert refused.value.code == code


def test_a_total_below_zero_is_paid_out() -> None:
    """A refund in cash rounds as the payment did (EE rounds refunds by law); by card it is exact."""
    left = paid(-1291)
    assert (left.complete, left.due_minor, left.due_cash_minor) == (False, -1291, -1290)
    settled = paid(-1291, ("cash", -1290))
    assert (settled.complete, settled.rounding_minor, settled.change_minor) == (True, 1, 0)
    assert paid(-1291, ("card", -1291)).rounding_minor == 0
    assert paid(-1291, ("cash", -1291)).rounding_minor == 0
    split = paid(-1291, ("card", -500), ("cash", -790))
    assert (split.complete, split.rounding_minor) == (True, 1)
    assert paid(-1291, ("cash", -500)).due_cash_minor == -790
    settled = paid(-1002, ("card", -1000), ("cash", 0))
    assert (settled.complete, settled.rounding_minor) == (True, 2)


@pytest.mark.parametrize(
    ("payments", "code"),
    [
        ([("cash", 1290)], "tender.pay_out"),
        ([("card", -1300), ("cash", 10)], "tender.pay_out"),
        ([("card", -1292)], "tender.paid_out"),
        ([("cash", -1295)], "tender.paid_out"),
        ([("card", -1000), ("cash", -300)], "tender.paid_out"),
    ],
)
def test_never_more_is_paid_out_than_is_due(payments: list[tuple[str, int]], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        paid(-1291, *payments)
    assert refused.value.code == code


@given(
    st.integers(-(10**7), -1),
    st.lists(st.tuples(st.sampled_from(["cash", "card", "gift"]), st.integers(-(10**7), 0)), max_size=4),
    RULES,
)
def test_any_paying_out_is_settled_or_refused(total: int, payments: list[tuple[str, int]], rule: CashRounding) -> None:
    settled = None
    with contextlib.suppress(Refusal):
        settled = paid(total, *payments, rule=rule)
    if settled is None:
        return
    assert max(settled.due_minor, settled.due_cash_minor) <= 0
    assert settled.change_minor == 0
    if settled.complete:
        assert total + settled.rounding_minor == sum(amount for _, amount in payments)
        assert abs(settled.rounding_minor) < max(1, rule.step_minor)
    else:
        more = (("cash", settled.due_cash_minor), ("card", settled.due_minor))
        assert any(paid(total, *payments, way, rule=rule).complete for way in more)


@given(
    st.integers(0, 10**7), st.lists(st.tuples(st.sampled_from(["cash", "card", "gift"]), st.integers(0, 10**7))), RULES
)
def test_any_payments_are_settled_or_refused(total: int, payments: list[tuple[str, int]], rule: CashRounding) -> None:
    settled = None
    with contextlib.suppress(Refusal):
        settled = paid(total, *payments, rule=rule)
    if settled is None:
        return
    assert min(settled.due_minor, settled.due_cash_minor, settled.change_minor) >= 0
    if settled.complete:
        assert total + settled.rounding_minor == sum(amount for _, amount in payments) - settled.change_minor
    else:
        assert settled.due_minor or settled.due_cash_minor
        more = (("cash", settled.due_cash_minor), ("card", settled.due_minor))
        assert any(paid(total, *payments, way, rule=rule).complete for way in more if way[1] or way[0] == "cash")


def test_quick_amounts_are_what_people_hand_over() -> None:
    assert quick_amounts(1290, "EUR") == (1290, 1300, 1500, 2000)
    assert quick_amounts(129100, "RUB") == (129100, 130000, 150000, 200000)
    assert quick_amounts(5000, "EUR", 3) == (5000, 6000, 10000)
    assert quick_amounts(0, "EUR") == ()


@given(st.integers(0, 10**7), CURRENCIES, st.integers(1, 6))
def test_quick_amounts_start_exact_and_grow(due: int, currency: str, count: int) -> None:
    amounts = quick_amounts(due, currency, count)
    assert len(amounts) <= count
    assert list(amounts) == sorted(set(amounts))
    assert not due or amounts[0] == due


@given(st.integers(0, 10**7), CURRENCIES)
def test_change_is_given_in_real_money(change: int, currency: str) -> None:
    pieces = change_by_denomination(change, currency)
    given_out = sum(note * number for note, number in pieces)
    assert change - given_out in range(denominations(currency)[-1])
    assert denominations("XXX")[0] == 50_000
