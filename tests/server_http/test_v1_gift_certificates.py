"""Gift certificates over REST: issued, read, closed; and the enquiry of a till."""

import httpx
import pytest

from sync.wire.tenders import GIFT
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_a_certificate_is_issued_read_and_closed(erp: Program) -> None:
    made = await erp.make("/gift-certificates", {"shop": SHOP, "amount": "50.00"})
    assert made["number"].startswith("GC-")
    assert (made["balance"], made["issued"], made["active"]) == ("50.00", "50.00", True)
    path = f"/gift-certificates/{made['number']}"
    assert await erp.get(path) == made
    assert made in (await erp.get("/gift-certificates", number=made["number"]))["items"]
    moves = (await erp.get(f"{path}/moves"))["items"]
    assert [(move["kind"], move["amount"]) for move in moves] == [("issued", "50.00")]
    closed = (await erp.call("PATCH", path, {"active": False, "expires_on": "2030-12-31"})).json()
    assert (closed["active"], closed["expires_on"]) == (False, "2030-12-31")
    taken = await erp.call("POST", "/gift-certificates", {"shop": SHOP, "amount": "1", "number": made["number"]})
    assert taken.status_code == 409
    for nonsense in ({"shop": SHOP, "amount": "0"}, {"shop": SHOP, "amount": "-1"}, {"amount": "1", "number": "x"}):
        assert (await erp.call("POST", "/gift-certificates", nonsense)).status_code == 400
    assert (await erp.call("GET", "/gift-certificates/NONE-1")).status_code == 404


async def test_only_a_till_may_hold(erp: Program, http: httpx.AsyncClient) -> None:
    answer = await http.post(GIFT, json={"number": "GC-1", "amount_minor": 1, "hold": "x"})
    assert answer.status_code == 401


async def test_a_shop_says_how_it_is_paid(erp: Program) -> None:
    tender = {"country": "EE", "gift_offline": "50.00", "rates": {"USD": "0.91"}, "purse_offline": "25.00"}
    tender |= {"point_every": "1.00", "point_value": "0.05"}
    changed = (await erp.call("PATCH", f"/shops/{SHOP}", {"tender": tender})).json()["tender"]
    assert {name: changed[name] for name in tender} == tender
    assert (await erp.get("/shops"))["items"][0]["tender"] == changed
    for wrong in ({"rates": {"EUR": "1"}}, {"rates": {"USD": "0"}}, {"gift_offline": "-1"}, {"country": "Estonia"}):
        assert (await erp.call("PATCH", f"/shops/{SHOP}", {"tender": wrong})).status_code == 400
    await erp.call("PATCH", f"/shops/{SHOP}", {"tender": {}})
