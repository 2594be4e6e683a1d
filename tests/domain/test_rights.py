"""Offline rights in the domain: what is left of a right after 7 and 30 days, and while nothing can be proven."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.permission import Grade, discount_limit_ppm, grade_of, permit
from desktop.domain.refusal import Refusal
from desktop.domain.rights import LASTING, STEPS, Reach, Standing, add_steps, reach_at
from desktop.domain.shop import Shop
from desktop.domain.staff import ROLES, Person, Right

SHOP = Shop("s1", "Corner shop", "EUR", discount_limits={"manager": 300_000, "cashier": 100_000})
ADA, MIRA, ANNA, IGOR, WIM = (
    Person(name.lower(), name.lower(), name, role)
    for name, role in zip(("Ada", "Mira", "Anna", "Igor", "Wim"), ROLES, strict=True)
)
A, W, D = Grade.ALLOWED, Grade.APPROVAL, Grade.DENIED
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def test_every_right_has_its_place_in_the_table():
    assert set(LASTING) == set(Right)


@pytest.mark.parametrize(
    ("who", "right", "full", "senior", "counter", "doubted"),
    [
        (ADA, Right.SETTINGS, A, A, A, D),
        (MIRA, Right.SETTINGS, A, W, W, D),
        (ANNA, Right.SETTINGS, D, D, D, D),
        (ADA, Right.OVERRIDE_PRICE, A, A, D, D),
        (MIRA, Right.OVERRIDE_PRICE, A, W, D, D),
        (ANNA, Right.OVERRIDE_PRICE, W, W, D, D),
        (MIRA, Right.VOID, A, W, D, D),
        (MIRA, Right.RETURN_BLIND, A, W, D, D),
        (MIRA, Right.RETURN, A, A, A, A),
        (ANNA, Right.RETURN, A, A, A, A),
        (IGOR, Right.RETURN, W, W, D, D),
        (MIRA, Right.CASH_MOVE, A, A, D, A),
        (ANNA, Right.OPEN_DRAWER, A, A, D, A),
        (MIRA, Right.SEE_EXPECTED, A, W, D, D),
        (MIRA, Right.ADJUST_STOCK, A, W, D, D),
        (WIM, Right.ADJUST_STOCK, A, A, D, D),
        (WIM, Right.SEE_STOCK, A, A, A, A),
        (MIRA, Right.SETTLE_CARD, A, A, A, D),
        (MIRA, Right.JOURNAL, A, A, A, D),
        (ADA, Right.DISCOUNT, A, A, A, A),
        (MIRA, Right.CLOSE_UNCOUNTED, A, A, A, D),
        (ANNA, Right.X_REPORT, A, A, A, A),
    ],
    ids=lambda value: str(getattr(value, "id", value)),
)
def test_what_is_left_of_a_right(who, right, full, senior, counter, doubted):
    graded = [grade_of(who, right, replace(SHOP, reach=reach)) for reach in Reach]
    assert graded == [full, senior, counter, doubted]


@pytest.mark.parametrize("reach", Reach)
@pytest.mark.parametrize("who", [ADA, MIRA, ANNA], ids=lambda who: who.id)
@pytest.mark.parametrize("right", [Right.SELL, Right.SHIFT])
def test_selling_and_closing_never_end(who, right, reach):
    assert grade_of(who, right, replace(SHOP, reach=reach)) is A


@pytest.mark.parametrize("reach", [Reach.SENIOR, Reach.COUNTER, Reach.DOUBTED])
@pytest.mark.parametrize("who", [ADA, MIRA, ANNA, IGOR, WIM], ids=lambda who: who.id)
@pytest.mark.parametrize("right", Right)
def test_nobody_ever_gains_a_right(who, right, reach):
    order = list(Grade)
    before, after = (grade_of(who, right, shop, amount_minor=2_000) for shop in (SHOP, replace(SHOP, reach=reach)))
    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(
    ("who", "minor", "full", "senior", "counter", "doubted"),
    [
        (MIRA, 10_000, A, A, A, A),
        (MIRA, 10_001, A, W, D, D),
        (ANNA, 10_001, W, W, D, D),
        (ADA, 10_001, A, A, D, D),
    ],
    ids=str,
)
def test_returns_stay_within_a_cashiers_limit(who, minor, full, senior, counter, doubted):
    graded = [grade_of(who, Right.RETURN, replace(SHOP, reach=reach), amount_minor=minor) for reach in Reach]
    assert graded == [full, senior, counter, doubted]


@pytest.mark.parametrize(
    ("who", "limits"),
    [(MIRA, [300_000, 100_000, 100_000, 100_000]), (ANNA, [100_000] * 4), (ADA, [1_000_000] * 2 + [100_000] * 2)],
    ids=["manager", "cashier", "admin"],
)
def test_discounts_stay_within_a_cashiers_limit(who, limits):
    assert [discount_limit_ppm(who, replace(SHOP, reach=reach)) for reach in Reach] == limits


@pytest.mark.parametrize(
    ("who", "granter", "right", "reach", "code"),
    [
        (MIRA, None, Right.SETTINGS, Reach.SENIOR, "staff.approval"),
        (ANNA, MIRA, Right.OVERRIDE_PRICE, Reach.SENIOR, "rights.senior"),
        (ANNA, IGOR, Right.OVERRIDE_PRICE, Reach.SENIOR, "staff.granter"),
        (MIRA, ADA, Right.OVERRIDE_PRICE, Reach.COUNTER, "rights.expired"),
        (ANNA, MIRA, Right.OVERRIDE_PRICE, Reach.DOUBTED, "rights.doubted"),
        (ANNA, MIRA, Right.SETTINGS, Reach.DOUBTED, "staff.right"),
    ],
)
def test_a_refusal_says_that_head_office_was_not_reached(who, granter, right, reach, code):
    with pytest.raises(Refusal) as refused:
        permit(who, right, replace(SHOP, reach=reach), granter)
    assert refused.value.code == code


def test_an_administrator_lends_what_a_manager_has_lost():
    assert permit(ANNA, Right.OVERRIDE_PRICE, replace(SHOP, reach=Reach.SENIOR), ADA) == (ANNA, ADA.id)


@pytest.mark.parametrize(
    ("days", "reach", "left"),
    [
        (0, Reach.FULL, 7),
        (6.5, Reach.FULL, 0.5),
        (7, Reach.SENIOR, 23),
        (29, Reach.SENIOR, 1),
        (30, Reach.COUNTER, None),
    ],
)
def test_steps(days, reach, left):
    age = timedelta(days=days)
    assert reach_at(age) is reach
    assert Standing(reach, age).left == (None if left is None else timedelta(days=left))


def test_what_is_doubted_runs_out_no_further():
    assert Standing(Reach.DOUBTED, timedelta(days=1), "people").left is None


@pytest.mark.parametrize(
    ("hours", "passed"),
    [
        ([1, 2, 3], 3),
        ([5, 2, 3], 6),  # set back by three hours: time counts on from there
        ([-100, -98, -97], 3),
        ([24 * 365], 24 * 365),
        ([], 0),
    ],
)
def test_time_is_added_up_and_never_taken_off(hours, passed):
    moments = [NOW + timedelta(hours=hour) for hour in hours]
    assert add_steps(0.0, NOW, moments) == (passed * 3600, moments[-1] if moments else NOW)


@given(st.lists(st.integers(-10_000, 10_000)), st.lists(st.integers(-10_000, 10_000)))
def test_time_counted_in_parts_is_time_counted_at_once(first, second):
    one, other = ([NOW + timedelta(seconds=each) for each in part] for part in (first, second))
    assert add_steps(*add_steps(0.0, NOW, one), other) == add_steps(0.0, NOW, one + other)
    assert add_steps(0.0, NOW, one)[0] >= 0
    assert STEPS[0][0] < STEPS[1][0]
