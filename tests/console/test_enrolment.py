"""Invitations: for one till of the reader's shop, once, whichever half of it is used, and for one lifetime."""

import re

import httpx

from tests.console.conftest import Visitor
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre, add_shop
from tests.server_http.terminal import WireTerminal

OTHER = "018f0000-0000-7000-8000-000000000002"


async def invite(admin: Visitor, shop: str, life: str = "15m") -> tuple[str, str]:
    """Make an invitation; gives its token and its code."""
    await admin.see("/console/tokens")
    page = (await admin.send("/console/tokens", shop=shop, life=life)).text
    text = re.findall(r"ECK\$2\$[^<]+", page)[0]
    return text.split("$")[5], re.findall(r'class="secret big">([^<]+)<', page)[0]


async def exchange(http: httpx.AsyncClient, code: str) -> str:
    """Type a code; gives the token that came for it, empty when it is not known."""
    answer = await http.post("/E/pair/code", json={"code": code})
    assert answer.status_code in (200, 404)
    return str(answer.json()["qr"].split("$")[5]) if answer.status_code == 200 else ""


async def enrol(http: httpx.AsyncClient, token: str) -> str:
    return str((await WireTerminal(http).register(token)).json()["status"])


async def test_a_manager_invites_no_till_of_another_shop(
    visitor: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    add_shop(centre_server.database_url, OTHER, "Elsewhere")
    theirs, free = WireTerminal(visitor.http, "theirs"), WireTerminal(visitor.http, "free")
    assert (await theirs.register(centre_server.token(shop=OTHER))).json()["shop"] == OTHER
    assert (await free.register()).json()["status"] == "pending"
    assert (await visitor.sign_in("marten")).status_code == 303
    await visitor.see("/console/tokens")
    for device in ("theirs", theirs.device_uuid, "nobody"):
        answer = await visitor.send("/console/tokens", shop=shop_day.shop, life="1h", device=device)
        assert (answer.status_code, "There is no such till" in answer.text) == (404, True), device
    assert centre_server.ask("SELECT count(*) FROM enrolment_token WHERE device_id IS NOT NULL") == [(0,)]
    invited = await visitor.send("/console/tokens", shop=shop_day.shop, life="1h", device="free")
    token = re.findall(r"ECK\$2\$[^<]+", invited.text)[0].split("$")[5]
    assert (await free.register(centre_server.token(shop=OTHER))).json()["shop"] == OTHER
    foreign = WireTerminal(visitor.http, "free", seed="another machine")
    assert (await foreign.register(token)).json()["status"] == "pending", "it works elsewhere by now"
    assert (await free.register()).json()["shop"] == OTHER
    assert (await visitor.sign_in("vera")).status_code == 303
    await visitor.see("/console/tokens")
    assert (await visitor.send("/console/tokens", shop=shop_day.shop, life="1h", device="theirs")).status_code == 200


async def test_an_invitation_admits_one_till(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    scanned, code = await invite(admin, shop_day.shop)
    assert await enrol(admin.http, scanned) == "active"
    assert await exchange(admin.http, code) == "", "it was scanned"
    scanned, code = await invite(admin, shop_day.shop)
    typed = await exchange(admin.http, code)
    assert await enrol(admin.http, scanned) == "pending", "its code was typed"
    assert await enrol(admin.http, typed) == "active"
    used = "SELECT count(*), count(used_at) FROM enrolment_token"
    assert centre_server.ask(used) == [(2, 2)]


async def test_a_code_prolongs_no_invitation(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    _, code = await invite(admin, shop_day.shop)
    centre_server.clock.advance(minutes=9)
    typed = await exchange(admin.http, code)
    centre_server.clock.advance(minutes=7)
    assert await enrol(admin.http, typed) == "pending"
