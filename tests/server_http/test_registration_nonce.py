"""Nonces: asked for by later clients, needed where the policy says so, good once and for two minutes."""

import asyncio

import httpx
import pytest

from server_stub.cli import run_command_line
from server_stub.terminals.nonces import make_nonce, read_nonce
from sync.wire.messages import REGISTER
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal
from tests.server_http.test_registration import NONCE_VECTOR

CHALLENGE = "/E/api/auth/device-challenge"
ALIASES = [
    "/E/api/internal/register-device",
    "/e/API/internal/Register-Device",
    "/ECK/API/INTERNAL/REGISTER-DEVICE",
    "/api/internal/register-device",
    "/api/public/devices/register",
    "/E/api/public/devices/register",
]


async def ask_nonce(http: httpx.AsyncClient) -> str:
    return str((await http.get(CHALLENGE)).json()["nonce"])


async def require_nonce(centre: RunningCentre) -> None:
    options = ["--database-url", centre.database_url, "--data-dir", str(centre.data_dir)]
    assert await asyncio.to_thread(run_command_line, ["policy", "--require-nonce", *options]) == 0


@pytest.mark.parametrize("path", [CHALLENGE, "/api/auth/device-challenge", "/eck/api/auth/device-challenge"])
async def test_a_challenge_is_64_hex_digits(http: httpx.AsyncClient, path: str) -> None:
    told = (await http.get(path)).json()
    assert (told["success"], told["expires_in"]) == (True, 120)
    assert len(bytes.fromhex(told["nonce"])) == 32
    assert told["nonce"] != await ask_nonce(http)


@pytest.mark.parametrize("path", ALIASES)
async def test_the_other_paths_answer_200(http: httpx.AsyncClient, path: str) -> None:
    terminal = WireTerminal(http)
    for _ in range(2):
        answer = await http.post(path, json=terminal.registration(nonce=await ask_nonce(http)))
        assert answer.status_code == 200
        told = answer.json()
        assert (told["success"], told["status"], told["token"]) == (True, "pending", "")
        assert told["message"] == "Device handshake complete"
    assert (await http.post(path, json={})).status_code == 400
    assert (await http.post(path, json=terminal.registration() | {"deviceId": "x"})).status_code == 403


async def test_a_nonce_is_good_once(terminal: WireTerminal) -> None:
    nonce = await ask_nonce(terminal.http)
    assert (await terminal.register(nonce=nonce)).status_code == 201
    answer = await terminal.register(nonce=nonce)
    assert (answer.status_code, answer.json()) == (403, {"error": "The nonce has been used"})


async def test_of_many_at_once_one_gets_the_nonce(http: httpx.AsyncClient) -> None:
    nonce = await ask_nonce(http)
    answers = await asyncio.gather(*(WireTerminal(http).register(nonce=nonce) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] + [403] * 7


async def test_a_bad_signature_does_not_use_a_nonce_up(terminal: WireTerminal) -> None:
    nonce = await ask_nonce(terminal.http)
    forged = terminal.registration(nonce=nonce) | {"deviceId": "somebody"}
    assert (await terminal.http.post(REGISTER, json=forged)).status_code == 403
    assert (await terminal.register(nonce=nonce)).status_code == 201


async def test_a_nonce_expires(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    nonce = await ask_nonce(terminal.http)
    centre_server.clock.advance(seconds=121)
    answer = await terminal.register(nonce=nonce)
    assert (answer.status_code, answer.json()) == (403, {"error": "The nonce has expired"})


async def test_where_it_is_required_nothing_goes_without(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    await require_nonce(centre_server)
    for more in ({}, {"nonce": ""}, {"nonce": "00" * 32}, {"nonce": "x"}, {"nonce": "0123456789abcdef" * 4}):
        answer = await terminal.register(**more)
        assert (answer.status_code, bool(answer.json()["error"])) == (403, True), more
    assert (await terminal.http.post(REGISTER, json=NONCE_VECTOR)).status_code == 403
    assert centre_server.ask("SELECT count(*) FROM registered_devices") == [(0,)]
    assert (await terminal.register(nonce=await ask_nonce(terminal.http))).status_code == 201


def test_a_nonce_is_read_strictly(centre_server: RunningCentre) -> None:
    now = centre_server.clock.now()
    nonce = make_nonce(b"secret", now)
    assert read_nonce(b"secret", nonce) is not None
    for wrong in ("", nonce[:-2], nonce + "00", f" {nonce}", nonce[:-1] + "é", "g" * 64, nonce[:-2] + "00"):
        assert wrong == nonce or read_nonce(b"secret", wrong) is None
    assert read_nonce(b"another", nonce) is None


async def test_only_an_enrolment_token_enrols(enrolled: WireTerminal) -> None:
    other = WireTerminal(enrolled.http, "another till")
    for token in (enrolled.access, enrolled.refresh, "eyJhbGciOiJub25lIn0.eyJ0eXBlIjoiaW52aXRlIn0.", "x" * 5000):
        assert (await other.register(token)).json()["status"] == "pending"
