"""What customers have, over REST: read, put right with a reason; and the enquiry of a till."""

import httpx
import pytest

from sync.wire.purses import PURSE
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_an_account_is_put_right_with_a_reason(erp: Program) -> None:
    anna = await erp.make("/customers", {"shop": SHOP, "name": "Anna Rot", "account_limit": "100.00"})
    path = f"/customers/{anna['id']}/purses"
    nothing = await erp.get(path)
    assert (nothing["credit"], nothing["account"], nothing["account_limit"], nothing["points"]) == (
        "0.00",
        "0.00",
        "100.00",
        0,
    )
    for purse, amount in (("account", "-40.00"), ("account", "15.50"), ("points", "20"), ("credit", "5")):
        told = await erp.make(f"{path}/adjustments", {"purse": purse, "amount": amount, "reason": "by transfer"})
    assert (told["credit"], told["account"], told["points"]) == ("5.00", "-24.50", 20)
    assert await erp.get(path) == told
    moves = (await erp.get(f"{path}/moves"))["items"]
    assert [(move["purse"], move["amount"], move["reason"]) for move in moves][:2] == [
        ("account", "-40.00", "by transfer"),
        ("account", "15.50", "by transfer"),
    ]
    export = await erp.get(f"/customers/{anna['id']}/export")
    assert [move["amount"] for move in export["purse_moves"]] == [-4000, 1550, 20, 500]
    for wrong in (
        {"purse": "points", "amount": "1.5", "reason": "x"},
        {"purse": "credit", "amount": "0", "reason": "x"},
        {"purse": "credit", "amount": "1", "reason": ""},
        {"purse": "cash", "amount": "1", "reason": "x"},
    ):
        assert (await erp.call("POST", f"{path}/adjustments", wrong)).status_code == 400
    assert (await erp.call("GET", "/customers/01a1f000-0000-7000-8000-000000000000/purses")).status_code == 404


async def test_only_a_till_may_hold(http: httpx.AsyncClient) -> None:
    asked = {"customer_id": "x", "purse": "credit", "amount": 1, "hold": "x"}
    assert (await http.post(PURSE, json=asked)).status_code == 401
