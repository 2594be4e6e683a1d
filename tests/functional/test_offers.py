"""Offers and customers from head office to the till and back: prices of their own, coupons, and being forgotten."""

import json
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.functional.programs import Office, Till, start_day

PATIENCE_S = 30
CAFE, JUERGEN = "9001000066", "9001000042"
COFFEE, MILK = "DD-0181", "DD-0033"
ONCE = "SORRY-7K2M"


@pytest.fixture
def customers(office: Office, tmp_path: Path) -> dict[str, Any]:
    """The customers of head office by card."""
    office.do("export", "customers", str(tmp_path / "customers.json"))
    rows = json.loads((tmp_path / "customers.json").read_text("utf-8"))
    return {row["card"]: row for row in rows}


def test_a_customer_pays_by_their_list_and_the_quantity(working: Till) -> None:
    (usual,) = working.do("price", f"6*{COFFEE}")["lines"]
    (trade,) = working.do("price", f"6*{COFFEE}", "--customer", CAFE)["lines"]
    (few,) = working.do("price", COFFEE, "--customer", "sonne caf")["lines"]
    assert (usual["unit_price"], trade["unit_price"], few["unit_price"]) == ("0.54", "0.48", "0.51")


def test_a_coupon_that_two_tills_took_is_a_case_and_both_sales_stand(
    office: Office, working: Till, tmp_path: Path
) -> None:
    other = start_day(office, Till(tmp_path / "other"))
    for till in (working, other):
        bare = till.do("price", f"3*{MILK}")
        sold = till.do("sell", f"3*{MILK}", "--coupon", ONCE.lower(), "--pay", "card")
        assert round(float(bare["total"]) - float(sold["total"]), 2) == 5.0
        again = till.run("sell", f"3*{MILK}", "--coupon", ONCE)
        assert (again.exit, again.error) == (3, "coupon.used")
    deadline = monotonic() + PATIENCE_S
    kinds: list[str] = []
    while "coupon_overspent" not in kinds:
        assert monotonic() < deadline, kinds
        for till in (working, other):
            assert till.do("sync")["unsent"] == 0
        kinds = [case["kind"] for case in working.do("cases")["cases"]]
    assert office.do("verify")["ok"]


def test_a_customer_whom_head_office_forgets_is_gone_at_the_till(
    office: Office, working: Till, customers: dict[str, Any]
) -> None:
    assert working.run("price", MILK, "--customer", JUERGEN).exit == 0
    office.do("customers", "erase", customers[JUERGEN]["id"])
    deadline = monotonic() + PATIENCE_S
    while working.run("price", MILK, "--customer", JUERGEN).exit == 0:
        assert monotonic() < deadline, "the till still knows them"
        working.do("sync")
    refused = working.run("price", MILK, "--customer", "Jürgen")
    assert (refused.exit, refused.error) == (3, "customer.unknown")
