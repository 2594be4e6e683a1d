"""Scans over HTTP: both generations, what codes mean, and a message number that counts once, whatever happens."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from server_stub.app import Settings, build_app
from server_stub.eckwms.smart_codes import PlaceCode
from server_stub.eckwms.smart_tags import Tag, seal_code, seal_tag, write_plain
from server_stub.serving import Server, bind
from tests.server_http.callers import OTHER_SHOP
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.eckwms_shop import EckShop, stock_shop
from tests.server_http.people import sign_in_person
from tests.server_http.terminal import WireTerminal

SCAN_PATHS = ["/ECK/API/SCAN", "/eck/api/scan", "/E/api/scan", "/e/API/Scan", "/api/scan"]


@pytest.fixture
def shop(centre_server: RunningCentre) -> EckShop:
    return stock_shop(centre_server)


@contextlib.contextmanager
def another_process(centre: RunningCentre) -> Iterator[str]:
    """Start the centre once more on the same database: what is kept in memory is not there."""
    listening = bind("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = Server(build_app(Settings(centre.database_url, centre.data_dir, now=centre.clock.now)), address)
    ready = threading.Event()
    server.on_ready = lambda _address: ready.set()
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    assert ready.wait(30)
    yield address
    server.should_exit = True
    thread.join(30)


async def send(terminal: WireTerminal, code: str, path: str = "/E/api/scan", **more: Any) -> httpx.Response:
    return await terminal.http.post(path, json={"barcode": code} | more, headers=terminal.bearer)


async def test_either_field_on_every_path(enrolled: WireTerminal, shop: EckShop) -> None:
    for path in SCAN_PATHS:
        for field in ("payload", "barcode"):
            await either_field(enrolled, shop, path, field)


async def either_field(enrolled: WireTerminal, shop: EckShop, path: str, field: str) -> None:
    shop.centre.ask("DELETE FROM client_reply")
    shop.centre.ask("DELETE FROM scan")
    body = {"deviceId": enrolled.device_id, field: "4006381333931", "type": "EAN_13", "msgId": "m1"}
    answer = await enrolled.http.post(path, json=body, headers=enrolled.bearer)
    assert answer.status_code == (201 if path.upper().startswith("/ECK/") else 200)
    told = answer.json()
    assert told["success"] is True
    assert (told["type"], told["action"], told["msgId"], told["checksum"]) == ("product", "found", "m1", "8cf8b70f")
    assert (told["data"]["default_code"], told["data"]["barcode"]) == ("TEA", "4006381333931")
    row = shop.centre.ask("SELECT id, device_uuid::text, shop_id::text, code, symbology, type, entity_id FROM scan")
    assert row == [
        (told["scan_id"], enrolled.device_uuid, SHOP, "4006381333931", "EAN_13", "product", shop.goods["TEA"])
    ]


async def test_later_generations_get_their_check_sum_back(enrolled: WireTerminal, shop: EckShop) -> None:
    assert (await send(enrolled, "4006381333931", checksum="125fc446")).json()["checksum"] == "125fc446"


async def test_a_number_counts_once(enrolled: WireTerminal, shop: EckShop) -> None:
    first = (await send(enrolled, "96385074", msgId="m1")).json()
    again = await send(enrolled, "96385074", "/ECK/API/SCAN", msgId="m1")
    assert again.status_code == 200
    marks = {"type": "duplicate", "action": "ignore", "duplicate": True}
    assert again.json() == first | marks
    assert (await send(enrolled, "4006381333931", msgId="m1")).status_code == 409
    assert (await send(enrolled, "4006381333931", msgId="m2")).json()["type"] == "product"
    await send(enrolled, "4006381333931")
    await send(enrolled, "4006381333931")
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(4,)]


async def test_numbers_belong_to_their_device(enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient) -> None:
    other = WireTerminal(http)
    await other.register(shop.centre.token())
    await other.sign_in()
    assert (await send(enrolled, "96385074", msgId="same")).json()["type"] == "product"
    assert (await send(other, "4006381333931", msgId="same")).json()["type"] == "product"


async def test_a_number_is_known_after_a_restart(enrolled: WireTerminal, shop: EckShop) -> None:
    first = (await send(enrolled, "96385074", msgId="m1")).json()
    with another_process(shop.centre) as address:
        async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as http:
            body = {"barcode": "96385074", "msgId": "m1"}
            again = (await http.post("/E/api/scan", json=body, headers=enrolled.bearer)).json()
    assert (again["duplicate"], again["scan_id"]) == (True, first["scan_id"])


async def test_many_copies_at_once_are_one(enrolled: WireTerminal, shop: EckShop) -> None:
    answers = await asyncio.gather(*(send(enrolled, "96385074", msgId="m1") for _ in range(12)))
    told = [answer.json() for answer in answers]
    assert {answer.status_code for answer in answers} == {200}
    assert [body["type"] for body in told].count("product") == 1
    assert len({body["scan_id"] for body in told}) == 1
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(1,)]


async def test_a_token_stands_for_its_own_device(
    enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient
) -> None:
    other = WireTerminal(http)
    await other.register(shop.centre.token())
    assert (await send(enrolled, "96385074", deviceId=other.device_id)).status_code == 403
    assert (await send(enrolled, "96385074", deviceId="nobody")).status_code == 403
    assert (await send(enrolled, "96385074", deviceId=enrolled.device_uuid.upper())).status_code == 200
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(1,)]


async def test_the_first_generation_has_a_key(enrolled: WireTerminal, shop: EckShop) -> None:
    key = shop.add_key("scan")
    body = {"deviceId": enrolled.device_id, "payload": "96385074", "msgId": "m1"}

    async def scan(headers: dict[str, str], **more: str) -> httpx.Response:
        return await enrolled.http.post("/ECK/API/SCAN", json=body | more, headers=headers)

    assert (await scan(key)).status_code == 201
    assert (await scan(enrolled.bearer)).json()["duplicate"]  # the same device, by whichever proof
    assert (await scan(key, deviceId="unknown")).json() == {"error": "Device not registered"}
    assert (await scan(shop.add_key("items:read"))).status_code == 403
    assert (await scan({"X-API-Key": "guess"})).status_code == 401
    assert (await scan({})).status_code == 401
    shop.centre.ask("UPDATE registered_devices SET status = 'blocked'")
    blocked = await scan(key, msgId="m2")
    assert (blocked.status_code, blocked.json()) == (403, {"error": "Device is blocked", "status": "blocked"})
    add_shop(shop.centre.database_url, OTHER_SHOP, "Elsewhere")
    elsewhere = shop.add_key("scan", shop=OTHER_SHOP)
    assert (await scan(elsewhere, msgId="m3")).json() == {"error": "Device not registered"}


async def test_a_pending_or_blocked_device_scans_nothing(enrolled: WireTerminal, shop: EckShop) -> None:
    for status in ("pending", "blocked"):
        shop.centre.ask("UPDATE registered_devices SET status = %s", status)
        answer = await send(enrolled, "96385074")
        assert (answer.status_code, answer.json()["error"]) == (403, f"Device is {status}")


NO_SCANS = [
    b"", b"[]", b"nonsense", b"{}", b'{"barcode":""}', b'{"barcode":"  "}', b'{"barcode":7}',
     b'{"barcode":"a\\u0000b"}',
     b'{"barcode":"1","type":[]}', b'{"barcode":"1","priority":"high"}', b'{"barcode":"1","msgId":{}}', b"\xff",
     b'{"barcode":"\\ud800"}', b'{"barcode":"' + b"9" * 513 + b'"}', b"[" * 100_000
]  # fmt: skip


async def test_what_is_no_scan_is_400(enrolled: WireTerminal, shop: EckShop) -> None:
    for body in NO_SCANS:
        answer = await enrolled.http.post("/E/api/scan", content=body, headers=enrolled.bearer)
        assert answer.status_code == 400, body
        assert answer.json()["error"]
    assert shop.centre.ask("SELECT count(*) FROM scan") == [(0,)]


async def told(terminal: WireTerminal, code: str) -> tuple[str, str, Any]:
    answer = await send(terminal, code)
    assert answer.status_code == 200, answer.text
    return answer.json()["type"], answer.json()["action"], answer.json()["data"]


async def test_what_codes_mean(enrolled: WireTerminal, shop: EckShop) -> None:
    places = (await enrolled.get("/E/api/warehouse")).json()[0]["children"]
    shelf = next(place for place in places if place["code"] == "A-01")
    for code in ("A-01", shelf["barcode"], f"p-{shelf['id']}", f"P-{shelf['id'].upper()}"):
        kind, action, data = await told(enrolled, code)
        assert (kind, action, data["id"]) == ("place", "found", shelf["id"])
    for code in ("MUG", "4262373862555", "04262373862555", f"a-{shop.goods['MUG']}"):
        assert (await told(enrolled, code))[2]["id"] == shop.goods["MUG"]
    kind, action, data = await told(enrolled, "iDAB124262373862555")
    assert (kind, action, data["id"], data["serial"]) == ("item", "found", shop.goods["MUG"], "AB12")
    assert (await told(enrolled, "iD00009999999999994"))[:2] == ("item", "decoded")
    assert (await told(enrolled, "1234567"))[2]["code"] == "i700000000001234567"
    kind, action, data = await told(enrolled, "b140U0P0FAB000009IX")
    assert (kind, action, data["weight_g"], data["serial"]) == ("box", "decoded", 5500, 12345)
    kind, action, data = await told(enrolled, "l04LATESTPAYLOAD123")
    assert (kind, action, data["date"], data["payload"]) == ("label", "decoded", "2025-06-15", "TESTPAYLOAD123")
    assert (await told(enrolled, "p000000000000999999"))[:2] == ("place", "unknown")
    assert (await told(enrolled, "RMA2508011234AB"))[2]["order_type"] == "rma"
    assert (await told(enrolled, "o00000000000000A17Z"))[:2] == ("order", "decoded")
    nobody = "018f0000-0000-7000-8000-00000000abcd"
    assert [(await told(enrolled, f"{letter}-{nobody}"))[:2] for letter in "chdblu"] == [
        ("company", "decoded"), ("person", "decoded"), ("opp", "decoded"), ("box", "decoded"), ("label", "decoded"),
        ("user", "unknown"),
    ]  # fmt: skip
    assert await told(enrolled, "no such thing") == ("unknown", "unknown", {"barcode": "no such thing"})


async def test_a_code_of_several_things_is_a_choice(enrolled: WireTerminal, shop: EckShop) -> None:
    shop.add_product("TEA-2", "4006381333931")
    shop.add_place("4006381333931", "shelf")
    kind, action, data = await told(enrolled, "4006381333931")
    assert (kind, action) == ("ambiguous", "interaction")
    assert [(choice["type"], choice["title"]) for choice in data["candidates"]] == [
        ("product", "The TEA"), ("product", "The TEA-2"), ("place", "Corner shop/Place 4006381333931"),
    ]  # fmt: skip
    assert all(choice["id"] and choice["barcode"] for choice in data["candidates"])


async def test_labels_of_this_installation_are_read(enrolled: WireTerminal, shop: EckShop) -> None:
    status = (await enrolled.get("/api/status")).json()
    key, suffix = bytes.fromhex(status["enc_key"]), status["qr_tenant_suffix"]
    places = (await enrolled.get("/E/api/warehouse")).json()[0]["children"]
    number = int(places[0]["barcode"][1:])
    assert (await told(enrolled, seal_code(key, PlaceCode(number), suffix)))[2]["id"] == places[0]["id"]
    tag = Tag("a", shop.goods["PEN"])
    assert (await told(enrolled, seal_tag(key, tag, suffix)))[2]["default_code"] == "PEN"
    assert (await told(enrolled, write_plain(tag)))[2]["default_code"] == "PEN"
    assert (await told(enrolled, seal_tag(bytes(24), tag, suffix)))[0] == "unknown"


async def test_places_and_orders_of_other_shops_are_unknown(enrolled: WireTerminal, shop: EckShop) -> None:
    add_shop(shop.centre.database_url, OTHER_SHOP, "Elsewhere")
    there = shop.add_place("Z-99", "shelf", OTHER_SHOP)
    assert (await told(enrolled, "Z-99"))[0] == "unknown"
    assert (await told(enrolled, f"p-{there}"))[1] == "unknown"


async def test_the_buffer_is_emptied_once(enrolled: WireTerminal, shop: EckShop) -> None:
    for code, priority in (("one", 0), ("two", 5), ("three", 0)):
        await send(enrolled, code, priority=priority)
    key = shop.add_key("scans:pull", "scans:read")
    assert (await enrolled.get("/ECK/API/PULL")).status_code == 403
    urgent = (await enrolled.http.get("/ECK/API/PULL?priority_min=1", headers=key)).json()
    assert [scan["payload"] for scan in urgent["scans"]] == ["two"]
    pulls = await asyncio.gather(*(enrolled.http.get("/eck/api/pull?limit=1", headers=key) for _ in range(3)))
    pulled = [scan for answer in pulls for scan in answer.json()["scans"]]
    assert sorted(scan["payload"] for scan in pulled) == ["one", "three"]
    assert pulled[0]["deviceId"] == enrolled.device_uuid
    ids = [scan["scan_id"] for scan in pulled]
    confirmed = await enrolled.http.post("/ECK/API/CONFIRM", json={"scan_ids": ids}, headers=key)
    assert confirmed.json() == {"success": True, "confirmed_count": 2}
    shop.centre.clock.advance(days=8)
    await enrolled.http.post("/ECK/API/CONFIRM", json={"scan_ids": [10**9]}, headers=key)
    shown = (await enrolled.http.get("/ECK/API/SCANS?limit=10", headers=key)).json()
    assert [scan["payload"] for scan in shown] == ["two"]


async def test_a_confirmation_names_scans(shop: EckShop, http: httpx.AsyncClient) -> None:
    key = shop.add_key("scans:pull")
    for body in ({}, {"scan_ids": []}, {"scan_ids": "1"}, {"scan_ids": [0]}, {"scan_ids": [2**63]}):
        assert (await http.post("/ECK/API/CONFIRM", json=body, headers=key)).status_code == 400


async def test_scans_are_shown_to_those_who_may(shop: EckShop, http: httpx.AsyncClient) -> None:
    manager = await sign_in_person(http, shop.centre, "manager")
    assert (await http.get("/ECK/API/SCANS")).status_code == 401
    assert (await http.get("/E/api/scans", headers=manager.bearer)).json() == []
    for query in ("limit=0", "limit=1001", "limit=x", "before=-1"):
        assert (await http.get(f"/ECK/API/SCANS?{query}", headers=manager.bearer)).status_code == 400
