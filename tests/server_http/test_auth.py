import base64

import httpx
import msgspec
import pytest

from server_stub.http.route import Access
from server_stub.http.table import LIVE_PATHS, ROUTES
from sync.wire.messages import AUTH_DEVICE, AUTH_REFRESH, FEEDS, Tokens
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal

OPEN = {
    "/ECK/API/DEVICE/REGISTER",
    "/ECK/API/INTERNAL/REGISTER-DEVICE",
    "/E/api/internal/register-device",
    "/api/internal/register-device",
    "/E/api/public/devices/register",
    "/api/public/devices/register",
    "/ECK/API/AUTH/DEVICE-CHALLENGE",
    "/E/api/auth/device-challenge",
    "/api/auth/device-challenge",
    "/ECK/API/DEVICE/{device:str}/STATUS",
    "/ECK/API/DEVICE/SUCCESSION",  # asks for an enrolment token that was issued for that very terminal
    "/E/pair/code",
    "/ECK/API/INTERNAL/GET-INSTANCE-INFO",
    "/ECK/API/AUTH/DEVICE",
    "/ECK/API/AUTH/LOGIN",
    "/ECK/API/AUTH/REFRESH",
    "/ECK/API/OPENAPI.JSON",
    "/ECK/{code:str}",
    "/ECK/HEALTH",
    "/health",
    "/ready",
    "/E/health",
    "/ECK/PROXY/HEALTH",
    "/ECK/METRICS",
    "/console/sign-in",
    "/console/look",
    "/console/static/{name:str}",
}
"""What is open to everybody, said a second time: who opens one more says it here too."""


async def renew(http: httpx.AsyncClient, refresh: str) -> httpx.Response:
    return await http.post(AUTH_REFRESH, json={"refresh": refresh})


async def test_a_signed_challenge_gives_tokens(enrolled: WireTerminal) -> None:
    tokens = await enrolled.sign_in()
    assert (tokens.expires_in, tokens.status) == (900, "active")
    assert (await enrolled.get(FEEDS)).status_code == 200


async def test_a_pending_device_gets_tokens_that_say_so(terminal: WireTerminal) -> None:
    await terminal.register()
    assert (await terminal.sign_in()).status == "pending"


async def test_a_challenge_holds_once(enrolled: WireTerminal) -> None:
    proof = await enrolled.proof()
    assert (await enrolled.http.post(AUTH_DEVICE, json=proof)).status_code == 200
    again = await enrolled.http.post(AUTH_DEVICE, json=proof)
    assert (again.status_code, again.json()) == (401, {"error": "Invalid or expired challenge"})


async def test_a_challenge_expires(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    proof = await enrolled.proof()
    centre_server.clock.advance(seconds=121)
    assert (await enrolled.http.post(AUTH_DEVICE, json=proof)).status_code == 401


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"signature": base64.b64encode(bytes(64)).decode()}, 403),
        ({"signature": "?"}, 400),
        ({"signature": ""}, 403),
        ({"nonce": "0123"}, 401),
        ({"nonce": ""}, 401),
        ({"deviceId": "another"}, 401),
        ({"deviceId": None}, 400),
    ],
)
async def test_a_bad_proof_gives_nothing(enrolled: WireTerminal, change: dict[str, object], status: int) -> None:
    answer = await enrolled.http.post(AUTH_DEVICE, json=await enrolled.proof() | change)
    assert answer.status_code == status
    assert answer.json()["error"]


async def test_an_unknown_device_is_told_to_register(terminal: WireTerminal) -> None:
    answer = await terminal.http.post(AUTH_DEVICE, json=await terminal.proof())
    assert (answer.status_code, answer.json()["error"]) == (404, "Device not registered")


@pytest.mark.parametrize("query", ["", "deviceId=", "deviceId=%00", "deviceId=" + "x" * 65])
async def test_a_challenge_needs_a_device_id(http: httpx.AsyncClient, query: str) -> None:
    answer = await http.get(f"{AUTH_DEVICE}?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_refresh_rotates(enrolled: WireTerminal) -> None:
    answer = await renew(enrolled.http, enrolled.refresh)
    tokens = msgspec.json.decode(answer.content, type=Tokens)
    assert tokens.refresh != enrolled.refresh
    enrolled.access = tokens.access
    assert (await enrolled.get(FEEDS)).status_code == 200
    assert (await renew(enrolled.http, tokens.refresh)).status_code == 200


async def test_a_refresh_token_used_twice_ends_its_family(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    newer = (await renew(enrolled.http, enrolled.refresh)).json()["refresh"]
    assert (await renew(enrolled.http, enrolled.refresh)).status_code == 401
    assert (await renew(enrolled.http, newer)).status_code == 401
    written = centre_server.ask("SELECT DISTINCT action, subject FROM audit")
    assert written == [("refresh.reused", f"device:{enrolled.device_uuid}")]
    other = await enrolled.sign_in()  # the key still opens a new family
    assert (await renew(enrolled.http, other.refresh)).status_code == 200


async def test_a_refresh_token_lives_seven_days(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.clock.advance(days=7)
    assert (await renew(enrolled.http, enrolled.refresh)).status_code == 401
    assert (await renew(enrolled.http, "nonsense")).status_code == 401


async def test_an_access_token_expires(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.clock.advance(minutes=15)
    answer = await enrolled.get(FEEDS)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


async def test_a_block_works_at_once(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.ask("UPDATE registered_devices SET status = 'blocked'")
    answer = await enrolled.get(FEEDS)
    assert answer.status_code == 403
    assert answer.json() == {"error": "Device is blocked", "status": "blocked"}


def test_no_route_is_open_but_those() -> None:
    assert {route.path for route in ROUTES if route.access is Access.ANYONE} == OPEN
    assert LIVE_PATHS == ("/ECK/LIVE",), "every live path needs a test of its own"


async def test_last_seen_follows_the_requests(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    moment = centre_server.clock.advance(minutes=5)
    await enrolled.get(FEEDS)
    assert centre_server.ask("SELECT last_seen FROM registered_devices") == [(moment,)]
