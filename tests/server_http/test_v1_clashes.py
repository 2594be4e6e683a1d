"""A customer changed in two places, decided over REST: field by field, once, and nothing personal stays behind."""

import httpx
import pytest

from server_stub.database import open_pool
from tests.server.clashing import AGREED, clash
from tests.server.terminal import Ground, make_ground
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre

WAITING = "SELECT count(*) FROM attachment WHERE bytes IS NOT NULL AND given_text(bytes, 'edits') <> ''"
AUDIT = "SELECT action, subject, detail FROM audit ORDER BY n"


@pytest.fixture
async def ground(centre_server: RunningCentre) -> Ground:
    async with open_pool(centre_server.database_url) as pool, pool.connection() as conn:
        return await make_ground(conn)


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_each_field_is_decided_and_the_last_one_closes_the_case(
    http: httpx.AsyncClient, erp: Program, ground: Ground, centre_server: RunningCentre
) -> None:
    ident = await clash(centre_server.database_url, ground)
    [case] = await erp.walk("/cases", kind="customer.clash")
    path = f"/cases/{case['id']}/clash"
    told = await erp.get(path)
    assert (told["customer"], [(one["field"], one["ours"]) for one in told["fields"]]) == (
        ident,
        [("address", "Hof 1"), ("phone", "0170 2")],
    )
    [theirs] = told["fields"][0]["theirs"]
    assert (theirs["till"], theirs["before"], theirs["value"]) == ("Till 2", "", "Hof 3")
    elsewhere = await make_program(http, centre_server, shop=SHOP)
    assert (await elsewhere.call("GET", path)).status_code == 404
    for wrong in ({"email": "ours"}, {"address": ident}, {}):
        assert (await erp.call("POST", path, {"choices": wrong})).status_code == 400, wrong
    open_still = await erp.call("POST", path, {"choices": {"address": theirs["change"]}})
    assert (open_still.json()["status"], open_still.json()["detail"]) == ("open", "phone")
    lena = await erp.get(f"/customers/{ident}")
    assert (lena["address"], lena["phone"], lena["consent_at"]) == ("Hof 3", "0170 2", AGREED)
    assert [one["field"] for one in (await erp.get(path))["fields"]] == ["phone"]
    closed = await erp.call("POST", path, {"choices": {"phone": "ours"}, "note": "She has called"})
    assert (closed.json()["status"], closed.json()["note"]) == ("closed", "She has called")
    assert (await erp.get(f"/customers/{ident}"))["phone"] == "0170 2"
    assert (await erp.call("GET", path)).status_code == 404
    assert centre_server.ask(WAITING) == [(0,)]
    lines = centre_server.ask(AUDIT)
    assert [line[0] for line in lines] == ["customer.decided", "customer.decided", "case.close"]
    assert lines[0][1:] == (f"customer:{ident}", f'{{"case":{case["id"]},"ours":[],"till":["address"]}}')


async def test_what_waits_is_kept_while_the_customer_is_changed_and_goes_when_they_are_erased(
    erp: Program, ground: Ground, centre_server: RunningCentre
) -> None:
    taken = await erp.make("/customers", {"shop": ground.shop, "name": "Anna", "card": "900700"})
    ident = await clash(centre_server.database_url, ground, card=("", "900700"), name=("Lena Sommer", "Lena Winter"))
    [case] = await erp.walk("/cases", kind="customer.clash")
    path = f"/cases/{case['id']}/clash"
    await erp.call("PATCH", f"/customers/{ident}", {"note": "asks for a chair"})
    [field] = (await erp.get(path))["fields"]
    wish = {"choices": {"card": field["theirs"][0]["change"]}}
    assert (field["field"], field["theirs"][0]["value"]) == ("card", "900700")
    assert (await erp.call("POST", path, wish)).status_code == 409
    await erp.call("PATCH", f"/customers/{taken['id']}", {"card": ""})
    assert centre_server.ask(WAITING) == [(1,)]
    await erp.call("DELETE", f"/customers/{ident}")
    assert centre_server.ask(WAITING) == [(0,)]
    assert (await erp.get(path))["fields"] == []
    assert (await erp.call("POST", path, wish)).status_code == 400
