"""Devices as an admin sees and decides about them over HTTP; keys as people compare them."""

import base64
import hashlib
from uuid import uuid4

import httpx
import pytest

from sync.wire.fingerprint import fingerprint_groups, fingerprint_words, spell
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.people import SignedInPerson, sign_in_person
from tests.server_http.terminal import WireTerminal

DEVICES = "/E/api/admin/devices"
OTHER_SHOP = "018f0000-0000-7000-8000-000000000002"


@pytest.fixture
async def admin(http: httpx.AsyncClient, centre_server: RunningCentre) -> SignedInPerson:
    """An admin who has signed in."""
    return await sign_in_person(http, centre_server, "admin")


async def put(http: httpx.AsyncClient, who: SignedInPerson, device: str, **wish: object) -> httpx.Response:
    return await http.put(f"{DEVICES}/{device}/status", json=wish, headers=who.bearer)


async def test_status_is_polled_without_a_token(terminal: WireTerminal, admin: SignedInPerson) -> None:
    http, path = terminal.http, f"/ECK/API/DEVICE/{terminal.device_id}/STATUS"
    assert (await http.get(path)).status_code == 404
    await terminal.register()
    for status in ("active", "blocked", "pending", "active"):
        answer = await put(http, admin, terminal.device_id, status=status)
        assert answer.status_code == 200, answer.text
        assert answer.json()["status"] == status
        polled = await http.get(path.lower())
        assert (polled.status_code, polled.json()["status"], polled.json()["success"]) == (200, status, True)
    assert (await http.get("/ECK/API/DEVICE/nobody/STATUS")).json()["error"] == "Device not registered"


async def test_an_approved_device_gets_its_token_when_it_registers_again(
    terminal: WireTerminal, admin: SignedInPerson
) -> None:
    await terminal.register()
    await put(terminal.http, admin, terminal.device_id, status="active")
    again = (await terminal.register()).json()
    assert (again["status"], again["shop"], again["receipt_prefix"]) == ("active", SHOP, "T01")
    assert again["token"]
    await put(terminal.http, admin, terminal.device_id, status="blocked")
    assert (await terminal.register()).json()["token"] == ""


async def test_what_is_wrong_with_a_wish(
    terminal: WireTerminal, admin: SignedInPerson, centre_server: RunningCentre
) -> None:
    await terminal.register()
    for wish in ({"status": "gone"}, {}, {"status": 1}):
        assert (await put(terminal.http, admin, terminal.device_id, **wish)).status_code == 400
    assert (await put(terminal.http, admin, str(uuid4()), status="active")).status_code == 404
    assert (await put(terminal.http, admin, terminal.device_id, status="active", shop="nowhere")).status_code == 404
    add_shop(centre_server.database_url, OTHER_SHOP, "Other shop")
    assert (await put(terminal.http, admin, terminal.device_id, status="active")).status_code == 400
    told = (await put(terminal.http, admin, terminal.device_id, status="active", shop=OTHER_SHOP)).json()
    assert told["shop"] == OTHER_SHOP


async def test_a_manager_decides_for_the_own_shop(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    add_shop(centre_server.database_url, OTHER_SHOP, "Other shop")
    manager = await sign_in_person(http, centre_server, "manager")
    foreign, fresh = WireTerminal(http, "foreign"), WireTerminal(http, "fresh")
    await foreign.register(centre_server.token(shop=OTHER_SHOP))
    await fresh.register()
    assert (await put(http, manager, "foreign", status="blocked")).status_code == 404
    assert (await put(http, manager, "fresh", status="active", shop=OTHER_SHOP)).status_code == 403
    assert (await put(http, manager, "fresh", status="active")).json()["shop"] == SHOP
    seen = (await http.get(DEVICES, headers=manager.bearer)).json()
    assert [device["deviceId"] for device in seen["devices"]] == ["fresh"]
    cashier = await sign_in_person(http, centre_server, "cashier")
    assert (await put(http, cashier, "fresh", status="blocked")).status_code == 403
    assert (await http.get(DEVICES)).status_code == 401


async def test_the_list_has_pages_and_fingerprints(http: httpx.AsyncClient, admin: SignedInPerson) -> None:
    terminals = [WireTerminal(http, f"till {n}") for n in range(5)]
    for terminal in terminals:
        await terminal.register()
    first = (await http.get(DEVICES, params={"limit": 3}, headers=admin.bearer)).json()
    rest = (await http.get(DEVICES, params={"limit": 3, "after": first["next"]}, headers=admin.bearer)).json()
    listed = first["devices"] + rest["devices"]
    assert [device["deviceId"] for device in listed] == [terminal.device_id for terminal in terminals]
    assert (first["next"], rest["next"]) == ("till 2", None)
    for device, terminal in zip(listed, terminals, strict=True):
        assert device["fingerprint"]["groups"] == fingerprint_groups(terminal.public_key)
        assert device["fingerprint"]["words"] == fingerprint_words(terminal.public_key)
    for wrong in ({"limit": 0}, {"limit": 1001}, {"limit": "x"}):
        assert (await http.get(DEVICES, params=wrong, headers=admin.bearer)).status_code == 400


async def test_decisions_are_in_the_audit_log(
    terminal: WireTerminal, admin: SignedInPerson, centre_server: RunningCentre
) -> None:
    await terminal.register()
    await put(terminal.http, admin, terminal.device_id, status="blocked")
    lines = centre_server.ask("SELECT who, action, subject FROM audit WHERE action LIKE 'device.%%'")
    assert lines == [("person:admin", "device.blocked", terminal.device_uuid)]


def test_a_fingerprint_is_the_same_everywhere() -> None:
    key = base64.b64decode("A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=")
    digest = hashlib.sha256(key).hexdigest()[:20].upper()
    assert fingerprint_groups(key) == " ".join(digest[at : at + 4] for at in range(0, 20, 4))
    words = fingerprint_words(key).split("-")
    assert [len(word) for word in words] == [5] * 5
    assert fingerprint_words(b"") != fingerprint_words(key)


def test_words_are_proquints() -> None:
    """127.0.0.1 is lusab-babad, says the proposal."""
    assert [spell(number) for number in (0x7F00, 0x0001)] == ["lusab", "babad"]
