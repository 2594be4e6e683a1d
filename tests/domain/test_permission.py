"""Who may do what: the table, the shop's own rules, limits, and what somebody else may allow."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.permission import (
    Grade,
    Rule,
    discount_limit_ppm,
    grade_of,
    may,
    parse_rule,
    permit,
    rights_of,
    rule_of,
)
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import ROLES, Person, Right

SHOP = Shop("s", "Shop", "EUR", discount_limits={"cashier": 100_000})
ANNA, IGOR, MIRA = (
    Person("p1", "anna", "Anna", "cashier"),
    Person("p2", "igor", "Igor", "salesperson"),
    Person("p3", "mira", "Mira", "manager"),
)
RULES = st.sampled_from(["allowed", "approval", "denied", "allowed 20", "approval 20", "allowed 10%", "gibberish"])


def refused(*args: object, **kwargs: object) -> str:
    with pytest.raises(Refusal) as caught:
        permit(*args, **kwargs)  # type: ignore[arg-type]
    return caught.value.code


def test_rules_are_read_and_nothing_else() -> None:
    assert parse_rule("allowed", "EUR") == Rule(Grade.ALLOWED)
    assert parse_rule("allowed 12.50", "EUR") == Rule(Grade.ALLOWED, limit_minor=1250)
    assert parse_rule("approval 500", "JPY") == Rule(Grade.APPROVAL, limit_minor=500)
    assert parse_rule("allowed 12.5%", "EUR") == Rule(Grade.ALLOWED, limit_ppm=125_000)
    for text in ("", "yes", "allowed -5", "allowed 1,5", "denied 5 %", "allowed  5", "allowed 5.005", "ALLOWED"):
        with pytest.raises(Refusal):
            parse_rule(text, "EUR")


def test_an_admin_may_everything_and_an_unknown_role_nothing() -> None:
    strict = replace(SHOP, permissions={right: {"admin": "denied"} for right in Right})
    assert rights_of(Person("p", "a", "A", "admin"), strict) == frozenset(Right)
    assert rights_of(Person("p", "a", "A", "future_role"), SHOP) == frozenset()
    assert rights_of(replace(MIRA, active=False), SHOP) == frozenset()
    assert set(ROLES) == {"admin", "manager", "cashier", "salesperson", "warehouse_worker"}


def test_above_a_limit_somebody_else_has_to_allow_it_and_is_named() -> None:
    assert permit(ANNA, Right.CASH_MOVE, SHOP, amount_minor=-50_000) == (ANNA, "")
    assert refused(ANNA, Right.CASH_MOVE, SHOP, amount_minor=-50_001) == "staff.approval"
    assert permit(ANNA, Right.CASH_MOVE, SHOP, MIRA, amount_minor=-50_001) == (ANNA, "p3")
    assert permit(ANNA, Right.CASH_MOVE, SHOP, MIRA, amount_minor=1) == (ANNA, ""), "who did not need it names nobody"
    assert refused(IGOR, Right.OPEN_DRAWER, SHOP) == "staff.approval"
    assert permit(IGOR, Right.OPEN_DRAWER, SHOP, ANNA) == (IGOR, "p1")


def test_nobody_allows_themselves_nor_what_they_may_not_do_nor_what_is_denied() -> None:
    assert refused(None, Right.SELL, SHOP, MIRA) == "staff.signed_out"
    assert refused(IGOR, Right.OPEN_DRAWER, SHOP, IGOR) == "staff.approval"
    assert refused(IGOR, Right.VOID, SHOP, ANNA) == "staff.granter"
    assert refused(IGOR, Right.SETTINGS, SHOP, MIRA) == "staff.right"
    assert refused(IGOR, Right.VOID, SHOP, replace(MIRA, active=False)) == "staff.granter"


def test_the_shop_changes_rules_and_what_it_says_unreadably_changes_nothing() -> None:
    own = replace(SHOP, permissions={"void": {"cashier": "allowed 20"}, "sell": {"cashier": "denied"}, "new": {}})
    assert may(ANNA, Right.VOID, own, amount_minor=2_000)
    assert grade_of(ANNA, Right.VOID, own, amount_minor=2_001) is Grade.APPROVAL
    assert grade_of(ANNA, Right.SELL, own) is Grade.DENIED
    newer = replace(SHOP, permissions={"void": {"cashier": "allowed on mondays"}})
    assert rule_of("cashier", Right.VOID, newer) == rule_of("cashier", Right.VOID, SHOP) == Rule(Grade.APPROVAL)


def test_a_discount_follows_the_limits_of_the_shop_until_it_has_a_rule() -> None:
    assert (discount_limit_ppm(ANNA, SHOP), discount_limit_ppm(MIRA, SHOP)) == (100_000, 0)
    own = replace(
        SHOP, permissions={"discount": {"cashier": "allowed 5%", "manager": "allowed", "salesperson": "denied"}}
    )
    assert [discount_limit_ppm(person, own) for person in (ANNA, MIRA, IGOR)] == [50_000, 1_000_000, 0]
    assert permit(ANNA, Right.DISCOUNT, own, MIRA, share_ppm=500_000) == (ANNA, "p3")


@given(
    mine=RULES,
    theirs=RULES,
    amount_minor=st.integers(-5_000, 5_000),
    share_ppm=st.integers(0, 1_000_000),
    right=st.sampled_from(list(Right)),
)
def test_whatever_the_rules_nothing_happens_that_neither_of_both_may(
    mine: str, theirs: str, amount_minor: int, share_ppm: int, right: Right
) -> None:
    shop = replace(SHOP, permissions={right: {"cashier": mine, "manager": theirs}})
    how = {"amount_minor": amount_minor, "share_ppm": share_ppm}
    try:
        _, granted_by = permit(ANNA, right, shop, MIRA, **how)
    except Refusal:
        assert not may(ANNA, right, shop, **how)
        return
    assert may(MIRA if granted_by else ANNA, right, shop, **how)
    assert granted_by == ("" if may(ANNA, right, shop, **how) else "p3")
