"""The relay: two servers that cannot reach one another find each other here, leave packets and tasks, fetch them."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.instances import relay
from server_stub.instances.relay_routes import PUSH_LIMIT
from tests.edges import SettableClock
from tests.server_http.conftest import RunningCentre, running_centre

FAMILY = {"X-Internal-Api-Key": "the key of the family"}
MESH = "mesh-1"


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    """A centre that has the family's key."""
    with running_centre(database_url, clock, tmp_path, instance_key=FAMILY["X-Internal-Api-Key"]) as running:
        yield running


async def post(http: httpx.AsyncClient, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
    return await http.post(path, json=body, headers=FAMILY)


async def get(http: httpx.AsyncClient, path: str) -> Any:
    answer = await http.get(path, headers=FAMILY)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def call_in(http: httpx.AsyncClient, *names: str, **more: Any) -> None:
    for name in names:
        body = {"instance_id": name, "mesh_id": MESH, "external_ip": "0.0.0.0", "port": 0} | more
        answer = await post(http, "/E/register", body)
        assert answer.json() == {"ok": True, "instance_id": name, "mesh_id": MESH, "status": "online"}


def packet(target: str = "*", payload: bytes = b"\x00sealed\xff", **more: Any) -> dict[str, Any]:
    return {
        "mesh_id": MESH,
        "target_instance_id": target,
        "sender_instance_id": "a",
        "payload_cipher": base64.b64encode(payload).decode(),
        "nonce": base64.b64encode(b"n" * 12).decode(),
    } | more


async def fetch(http: httpx.AsyncClient, name: str) -> list[bytes]:
    told = await get(http, f"/E/pull/{MESH}/{name}")
    assert told["mesh_id"] == MESH
    return [base64.b64decode(row["payload_cipher"]) for row in told["packets"]]


async def test_servers_find_each_other(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    await call_in(http, "a")
    centre_server.clock.advance(minutes=5)
    await call_in(http, "b", port=3210, base_url="https://b.example/E", node_role="cache", status=None, license="x")
    nodes = (await get(http, f"/e/Mesh/{MESH}/STATUS"))["nodes"]
    assert [(node["instance_id"], node["status"]) for node in nodes] == [("b", "online"), ("a", "online")]
    one = await get(http, f"/E/mesh/{MESH}/resolve/b")
    assert (one["port"], one["base_url"], one["node_role"]) == (3210, "https://b.example/E", "cache")
    centre_server.clock.advance(minutes=11)
    nodes = (await get(http, f"/E/mesh/{MESH}/status"))["nodes"]
    assert [(node["instance_id"], node["status"]) for node in nodes] == [("b", "online"), ("a", "offline")]
    assert (await http.get(f"/E/mesh/{MESH}/resolve/c", headers=FAMILY)).status_code == 404
    assert (await get(http, "/E/mesh/another/status"))["nodes"] == []


async def test_a_packet_reaches_its_target_once(http: httpx.AsyncClient) -> None:
    await call_in(http, "a", "b", "c")
    answer = await post(http, "/E/push", packet("b"))
    assert answer.json()["ok"]
    told = await get(http, f"/E/pull/{MESH}/b")
    (row,) = told["packets"]
    assert row["id"] == answer.json()["packet_id"]
    assert (row["sender_instance_id"], row["target_instance_id"], row["mesh_id"]) == ("a", "b", MESH)
    assert base64.b64decode(row["payload_cipher"]) == b"\x00sealed\xff"
    assert base64.b64decode(row["nonce"]) == b"n" * 12
    assert row["created_at"] < row["ttl"]
    assert [await fetch(http, name) for name in "abc"] == [[], [], []]


async def test_a_packet_for_nobody_in_particular_reaches_all_others(http: httpx.AsyncClient) -> None:
    await call_in(http, "a", "b", "c")
    for target in ("*", "", "unknown"):
        await post(http, "/E/push", packet(target, target.encode()))
    assert [len(await fetch(http, name)) for name in "abc"] == [0, 3, 3]


async def test_packets_run_out(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    await call_in(http, "a", "b")
    await post(http, "/E/push", packet("b", ttl_seconds=60))
    await post(http, "/E/push", packet("b", b"an hour"))
    centre_server.clock.advance(seconds=61)
    assert await fetch(http, "b") == [b"an hour"]
    await post(http, "/E/push", packet("b"))
    assert centre_server.ask("SELECT count(*) FROM relay_packet") == [(1,)]


async def test_a_receiver_that_fetches_nothing_is_not_buried(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay, "MOST_WAITING", 2)
    await call_in(http, "a", "b")
    answers = [await post(http, "/E/push", packet("b")) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"]
    assert len(await fetch(http, "b")) == 2
    assert (await post(http, "/E/push", packet("b"))).status_code == 200


async def test_packets_have_at_most_a_mib(http: httpx.AsyncClient) -> None:
    await call_in(http, "a", "b")
    assert (await post(http, "/E/push", packet("b", bytes(relay.PACKET_LIMIT)))).status_code == 200
    for size in (relay.PACKET_LIMIT + 1, PUSH_LIMIT):
        assert (await post(http, "/E/push", packet("b", bytes(size)))).status_code == 413
    assert len(await fetch(http, "b")) == 1


async def test_an_answer_has_a_few_mib_and_at_least_one_packet(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call_in(http, "a", "b")
    sizes = (100, 300, 100, 100, 400)
    for limit, told in ((400, [[100, 300], [100, 100], [400], []]), (250, [[100], [300], [100, 100], [400], []])):
        monkeypatch.setattr(relay, "PULL_LIMIT", limit)
        for size in sizes:
            assert (await post(http, "/E/push", packet("b", bytes(size)))).status_code == 200
        assert [[len(payload) for payload in await fetch(http, "b")] for _ in told] == told


async def test_tasks_are_small(http: httpx.AsyncClient) -> None:
    """They are given again at every poll until they are answered."""
    task = {"envelope": {"target_uuid": "b", "sender_uuid": "a", "kind": "pull"}, "payload": "x" * relay.TASK_LIMIT}
    assert (await post(http, "/E/m/dispatch/b", task)).status_code == 413
    task["payload"] = "x" * (relay.TASK_LIMIT - 200)
    assert (await post(http, "/E/m/dispatch/b", task)).status_code == 200
    (given,) = (await get(http, "/E/m/poll/b"))["tasks"]
    assert given["payload"] == task
    assert relay.TASK_LIMIT * relay.AT_ONCE <= relay.PULL_LIMIT


async def test_a_task_is_given_until_it_is_answered(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    envelope = {"target_uuid": "b", "sender_uuid": "a", "kind": "pull"}
    asked = {"envelope": envelope, "payload": {"entity_type": "product", "n": [1, None, "\u0000é"]}}
    task = (await post(http, "/E/m/dispatch/b", asked)).json()
    assert task["queued_at"]
    assert await get(http, "/E/m/poll/a") == {"tasks": [], "next_poll_in_seconds": 30}
    for _ in range(2):
        polled = await get(http, "/E/m/poll/b")
        assert polled["next_poll_in_seconds"] == 3
        (given,) = polled["tasks"]
        assert (given["id"], given["kind"], given["sender_uuid"]) == (task["task_id"], "pull", "a")
        assert given["payload"] == asked
    result = f"/E/m/result/{task['task_id']}"
    assert (await get(http, result))["status"] == "pending"
    for rows in ([1, 2], [3]):
        answer = await post(http, f"/E/m/ack/{task['task_id']}", {"rows": rows})
        assert answer.json() == {"ok": True, "task_id": task["task_id"]}
    done = await get(http, result)
    assert (done["status"], done["result"]) == ("completed", {"rows": [1, 2]})
    assert (await get(http, "/E/m/poll/b"))["tasks"] == []
    centre_server.clock.advance(minutes=61)
    await post(http, "/E/m/dispatch/b", asked)
    assert (await http.get(result, headers=FAMILY)).status_code == 404


async def test_what_is_not_there_is_404(http: httpx.AsyncClient) -> None:
    for task in ("018f0000-0000-7000-8000-000000000001", "nonsense"):
        assert (await post(http, f"/E/m/ack/{task}", {})).status_code == 404
        assert (await http.get(f"/E/m/result/{task}", headers=FAMILY)).status_code == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/E/register", {"mesh_id": MESH}),
        ("/E/register", {"instance_id": "a", "mesh_id": MESH, "port": 70000}),
        ("/E/register", {"instance_id": "a", "mesh_id": MESH, "external_ip": 5}),
        ("/E/register", {"instance_id": "a\x00", "mesh_id": MESH}),
        ("/E/push", packet() | {"payload_cipher": "!"}),
        ("/E/push", packet() | {"nonce": None}),
        ("/E/push", packet() | {"ttl_seconds": 0}),
        ("/E/push", packet() | {"mesh_id": ""}),
        ("/E/m/dispatch/b", {}),
        ("/E/m/dispatch/b", {"envelope": {"target_uuid": "c"}}),
    ],
)
async def test_nonsense_is_400(http: httpx.AsyncClient, path: str, body: dict[str, Any]) -> None:
    answer = await post(http, path, body)
    assert (answer.status_code, bool(answer.json()["error"])) == (400, True)


async def test_without_the_familys_key_nothing_goes_in_or_out(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    await call_in(http, "a", "b")
    await post(http, "/E/push", packet("b"))
    for headers in ({}, {"X-Internal-Api-Key": "guess"}):
        for path in (f"/E/pull/{MESH}/b", f"/E/mesh/{MESH}/status", "/E/m/poll/b"):
            assert (await http.get(path, headers=headers)).status_code == 403
        assert (await http.post("/E/push", json=packet("b"), headers=headers)).status_code == 403
    assert centre_server.ask("SELECT count(*) FROM relay_packet") == [(1,)]
