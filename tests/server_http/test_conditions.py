"""How a till is stands on its page: what a till of this version tells, and what others do."""

import httpx

from sync.wire.condition import CONDITION, LONGEST
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal


async def test_what_a_till_tells_replaces_what_it_told_and_is_cut(
    enrolled: WireTerminal, http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    told = {"version": "9.1", "schema": "0042", "unsent": 3, "of_a_newer_version": [1], "printer": "x" * 5000 + "\x00"}
    for body in ({}, told):
        answer = await http.put(CONDITION, json=body, headers=enrolled.bearer)
        assert answer.status_code == 200, answer.text
    ((kept,),) = centre_server.ask("SELECT convert_from(told, 'UTF8')::jsonb FROM device_condition")
    assert isinstance(kept, dict)
    assert (kept["version"], kept["schema"], kept["unsent"], len(kept["printer"])) == ("9.1", "0042", 3, LONGEST)
    assert (await http.put(CONDITION, json={"unsent": "many"}, headers=enrolled.bearer)).status_code == 400
    assert (await http.put(CONDITION, json={})).status_code == 401
