"""The key of a database is kept sealed and given to its own terminal alone; a successor learns what it must."""

import httpx

from sync.wire.escrow import ESCROW, RETIRE, SUCCESSION
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal

KEY = bytes(range(32))


async def test_a_key_is_kept_sealed_and_given_back_with_a_note(
    enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    assert (await enrolled.get(ESCROW)).status_code == 404
    for key in (bytes(32), KEY):
        answer = await http.put(ESCROW, json={"key": key.hex()}, headers=enrolled.bearer)
        assert answer.status_code == 200, answer.text
    assert (await enrolled.get(ESCROW)).json() == {"key": KEY.hex()}
    ((sealed,),) = centre_server.ask("SELECT sealed FROM escrow")
    assert KEY not in bytes(sealed)  # type: ignore[arg-type]
    assert centre_server.ask("SELECT count(*) FROM audit WHERE action = 'escrow.given'") == [(1,)]
    assert (await http.put(ESCROW, json={"key": "00"}, headers=enrolled.bearer)).status_code == 400


async def test_who_waits_or_is_blocked_gets_nothing(
    terminal: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    await terminal.register()
    await terminal.sign_in()
    assert (await terminal.get(ESCROW)).status_code == 403
    assert (await http.put(ESCROW, json={"key": KEY.hex()}, headers=terminal.bearer)).status_code == 403
    assert (await http.post(RETIRE, headers=terminal.bearer)).status_code == 403


async def test_only_a_token_for_this_very_terminal_tells_its_successor_anything(
    enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    await enrolled.push(enrolled.entries(3))

    async def asked(token: str, name: str) -> httpx.Response:
        return await http.post(SUCCESSION, json={"inviteToken": token, "name": name})

    token = centre_server.token(enrolled.device_id)
    assert (await asked(token, "another")).status_code == 403
    assert (await asked(centre_server.token(), enrolled.device_id)).status_code == 403
    told = (await asked(token, enrolled.device_id)).json()
    assert (told["device_id"], told["incarnation"], told["seq"]) == (enrolled.device_id, enrolled.incarnation, 3)
    assert told["keys"] == [enrolled.public_key.hex()]
    successor = WireTerminal(http, enrolled.device_id, seed="new hardware")
    assert (await successor.register(token)).json()["status"] == "active"
    assert (await asked(token, enrolled.device_id)).status_code == 403, "it is used up"


async def test_a_terminal_that_retires_is_blocked(
    enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    assert (await http.post(RETIRE, headers=enrolled.bearer)).json()["status"] == "blocked"
    assert centre_server.ask("SELECT status FROM registered_devices") == [("blocked",)]
