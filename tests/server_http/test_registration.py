import asyncio
import base64
import json

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.wire.fingerprint import fingerprint_groups
from sync.wire.messages import REGISTER, registration_message
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.terminal import WireTerminal

VECTOR = {
    "deviceId": "550e8400-e29b-41d4-a716-446655440000",
    "devicePublicKey": "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
    "signature": "ozxA475K1ZoQ5Q021MZi3ry8Y0IKlEpfMOjzfuUjKgxv/iDQDXyBjtmRkxOJLqFyuKME3nRxrofb2M4d3PqWBA==",
}
NONCE_VECTOR = VECTOR | {
    "nonce": "0123456789abcdef" * 4,
    "signature": "qI3VcJ/48IrYeBCQpYgxMygS61HsLWgLUL8cJJ51bhH8XIe3BMWOfgWQ6anGx/yICothEF20cxUwH6kAo5L8Cg==",
}


def test_the_signed_bytes_are_those_of_the_protocol() -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    plain = registration_message(VECTOR["deviceId"], VECTOR["devicePublicKey"])
    with_nonce = registration_message(VECTOR["deviceId"], VECTOR["devicePublicKey"], NONCE_VECTOR["nonce"])
    assert (len(plain), len(with_nonce)) == (116, 191)
    assert base64.b64encode(key.sign(plain)).decode() == VECTOR["signature"]
    assert base64.b64encode(key.sign(with_nonce)).decode() == NONCE_VECTOR["signature"]


@pytest.mark.parametrize("vector", [VECTOR, NONCE_VECTOR])
@pytest.mark.parametrize("path", [REGISTER, "/eck/api/device/register", "/Eck/Api/Device/Register/"])
async def test_a_known_signature_registers_in_any_spelling_of_the_path(
    http: httpx.AsyncClient, vector: dict[str, str], path: str
) -> None:
    for _ in range(2):  # new, then known
        answer = await http.post(path, json=vector | {"deviceName": "POS-01", "timestamp": 1765872000000})
        assert answer.status_code == 201
        body = answer.json()
        assert body["success"] is True
        assert body["status"] == "pending"
        assert body["message"] == "Device registered"
        assert body["token"] == ""
        assert body["device_uuid"] == VECTOR["deviceId"]
        assert len(base64.b64decode(body["server_public_key"])) == 32


async def test_a_body_with_escaped_slashes_is_verified_over_its_values(http: httpx.AsyncClient) -> None:
    body = json.dumps(VECTOR).replace("/", "\\/")
    answer = await http.post(REGISTER, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 201


@pytest.mark.parametrize("missing", ["deviceId", "devicePublicKey", "signature"])
async def test_missing_fields_are_400(http: httpx.AsyncClient, missing: str) -> None:
    for value in (None, ""):
        answer = await http.post(REGISTER, json=VECTOR | {missing: value})
        assert (answer.status_code, answer.json()) == (400, {"error": "Missing required fields"})


async def test_a_changed_name_breaks_the_signature(http: httpx.AsyncClient) -> None:
    answer = await http.post(REGISTER, json=VECTOR | {"deviceId": "another"})
    assert (answer.status_code, answer.json()) == (403, {"error": "Invalid signature"})


@pytest.mark.parametrize(
    "change",
    [
        {"devicePublicKey": "AAAA"},
        {"devicePublicKey": "not base64!"},
        {"devicePublicKey": "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg="},
        {"signature": "AAAA"},
        {"signature": "%%%"},
        {"deviceId": "x" * 65},
        {"deviceId": "a\x00b"},
        {"deviceId": "\ud800"},
        {"deviceId": 17},
        {"nonce": ["n"]},
    ],
)
async def test_malformed_fields_are_4xx_and_told(http: httpx.AsyncClient, change: dict[str, object]) -> None:
    content = json.dumps(VECTOR | change)
    answer = await http.post(REGISTER, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"deviceId":NaN}'])
async def test_a_body_that_is_no_registration_is_400(http: httpx.AsyncClient, body: bytes) -> None:
    answer = await http.post(REGISTER, content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_a_key_of_small_order_proves_nothing(http: httpx.AsyncClient) -> None:
    zero = base64.b64encode(bytes(32)).decode()
    answer = await http.post(
        REGISTER, json=VECTOR | {"devicePublicKey": zero, "signature": base64.b64encode(bytes(64)).decode()}
    )
    assert answer.status_code == 400


async def test_android_ids_are_kept_as_they_are(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    for device_id in ("9774d56d682e549c", "Kasse / 3 é", "ABC"):
        terminal = WireTerminal(http, device_id)
        answer = await terminal.register(deviceName="  Kasse\x07 ")
        assert answer.status_code == 201, answer.text
        assert answer.json()["device_uuid"] != device_id
        quoted = httpx.URL(path=device_id.replace("/", "%2F")).raw_path.decode().replace("%252F", "%2F")
        status = await http.get(f"/eck/api/device/{quoted}/status")
        assert status.json()["deviceId"] == device_id
    assert centre_server.ask("SELECT DISTINCT name FROM registered_devices") == [("Kasse",)]


async def test_a_token_activates_at_once_and_holds_once(
    http: httpx.AsyncClient, terminal: WireTerminal, centre_server: RunningCentre
) -> None:
    token = centre_server.token()
    body = (await terminal.register(f" {token.lower()} ")).json()
    assert (body["status"], body["shop"], body["receipt_prefix"]) == ("active", SHOP, "T01")
    assert body["token"]
    again = (await terminal.register(token)).json()  # the answer was lost on its way
    assert (again["status"], again["receipt_prefix"]) == ("active", "T01")
    other = (await WireTerminal(http).register(token)).json()
    assert (other["status"], other["token"], other["receipt_prefix"]) == ("pending", "", "")


async def test_an_expired_token_leaves_the_device_pending(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    token = centre_server.token()
    centre_server.clock.advance(minutes=15)
    assert (await terminal.register(token)).json()["status"] == "pending"
    assert (await terminal.register(centre_server.token())).json()["status"] == "active"


async def test_receipt_prefixes_are_unique_in_a_shop(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    other_shop = "018f0000-0000-7000-8000-000000000002"
    add_shop(centre_server.database_url, other_shop, "Other shop")
    answers = await asyncio.gather(
        *(WireTerminal(http, f"till {n}").register(centre_server.token()) for n in range(6)),
        WireTerminal(http, "elsewhere").register(centre_server.token(shop=other_shop)),
    )
    prefixes = [answer.json()["receipt_prefix"] for answer in answers]
    assert sorted(prefixes[:6]) == ["T01", "T02", "T03", "T04", "T05", "T06"]
    assert prefixes[6] == "T01"


async def test_another_key_never_replaces_the_first(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    thief = WireTerminal(enrolled.http, enrolled.device_id, seed="a thief")
    for token in ("", centre_server.token()):
        answer = await thief.register(token, deviceName="Mine now")
        assert answer.status_code == 201
        assert (answer.json()["status"], answer.json()["token"], answer.json()["shop"]) == ("pending", "", "")
    assert centre_server.ask("SELECT status, name FROM registered_devices") == [("active", "")]
    assert centre_server.ask("SELECT count(*) FROM enrolment_token WHERE used_at IS NULL") == [(1,)]
    ((detail,),) = centre_server.ask("SELECT detail FROM cases")
    assert fingerprint_groups(thief.public_key) in str(detail)
    cases = centre_server.ask("SELECT kind, device_uuid::text FROM cases")
    assert cases == [("device.other_key", enrolled.device_uuid)], "one case, however often it is tried"
    keys = centre_server.ask("SELECT public_key FROM device_key")
    assert keys == [(enrolled.public_key,)]
    proof = await enrolled.http.post("/ECK/API/AUTH/DEVICE", json=await thief.proof())
    assert proof.status_code == 403


async def test_a_token_for_this_very_device_adds_a_key(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.clock.advance(seconds=1)
    replaced = WireTerminal(enrolled.http, enrolled.device_id, seed="new hardware")
    assert (await replaced.register()).json()["status"] == "pending"
    assert centre_server.ask("SELECT count(*) FROM cases WHERE closed_at IS NULL") == [(1,)]
    body = (await replaced.register(centre_server.token(enrolled.device_id))).json()
    assert (body["status"], body["receipt_prefix"], body["device_uuid"]) == ("active", "T01", enrolled.device_uuid)
    assert len(centre_server.ask("SELECT 1 FROM device_key")) == 2
    assert centre_server.ask("SELECT count(*) FROM cases WHERE closed_at IS NULL") == [(0,)]
    await replaced.sign_in()
    assert (await replaced.get("/ECK/API/SYNC/FEEDS")).status_code == 200
    old = await enrolled.get("/ECK/API/SYNC/FEEDS")  # the old key hands in, and reads no more
    assert (old.status_code, old.json()["status"]) == (403, "pending")
    assert (await enrolled.push(enrolled.entries(2))).acked_seq == 2
    assert (await enrolled.register()).json()["token"] == ""


async def test_a_token_for_another_device_gives_nothing(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    answer = await terminal.register(centre_server.token("some other till"))
    assert answer.json()["status"] == "pending"


async def test_a_blocked_device_stays_blocked(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.ask("UPDATE registered_devices SET status = 'blocked'")
    for token in ("", centre_server.token(), centre_server.token(enrolled.device_id)):
        answer = await enrolled.register(token)
        assert answer.status_code == 201
        assert (answer.json()["status"], answer.json()["token"]) == ("blocked", "")
    assert centre_server.ask("SELECT count(*) FROM enrolment_token WHERE used_at IS NULL") == [(2,)]


async def test_the_name_is_kept_when_absent(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    await terminal.register(deviceName="Till 3")
    await terminal.register()
    assert centre_server.ask("SELECT name FROM registered_devices") == [("Till 3",)]


async def test_two_first_registrations_at_once_are_one_device(
    terminal: WireTerminal, centre_server: RunningCentre
) -> None:
    answers = await asyncio.gather(*(terminal.register() for _ in range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert centre_server.ask("SELECT count(*) FROM registered_devices") == [(1,)]


async def test_nobody_takes_the_number_made_for_another(http: httpx.AsyncClient) -> None:
    made = (await WireTerminal(http, "android").register()).json()["device_uuid"]
    assert (await WireTerminal(http, made).register()).status_code == 409


async def test_status_of_a_device(enrolled: WireTerminal, http: httpx.AsyncClient) -> None:
    answer = await http.get(f"/ECK/API/DEVICE/{enrolled.device_id}/STATUS")
    body = answer.json()
    assert answer.status_code == 200
    assert body | {"success": True, "deviceId": enrolled.device_id, "status": "active", "shop": SHOP} == body
    assert body["lastSeen"].startswith("2026-11-21T08:00:00")
    for unknown in ("nobody", "%00", "x" * 65):
        missing = await http.get(f"/ECK/API/DEVICE/{unknown}/STATUS")
        assert (missing.status_code, missing.json()["error"]) == (404, "Device not registered")
