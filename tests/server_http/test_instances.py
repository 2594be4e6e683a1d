"""Servers of the family: they register, an admin approves them where they prove their address, clients find the way."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server_stub.cli import run_command_line
from server_stub.database import Pool
from server_stub.faults import Refusal
from server_stub.instances import approval, registry
from server_stub.instances.announcement import read_announcement
from server_stub.instances.approval import Terms
from server_stub.proxy.outgoing import Network
from tests.edges import OPENING, SettableClock
from tests.server_http.conftest import RunningCentre, running_centre
from tests.server_http.proxy_targets import (
    KEY,
    PUBLIC_KEY,
    HonestInstance,
    Listener,
    Seen,
    call,
    listening,
    proxy_key,
    response,
)

REGISTER, INFO = "/ECK/API/INTERNAL/REGISTER-INSTANCE", "/ECK/API/INTERNAL/GET-INSTANCE-INFO"
SYNC = "/ECK/API/INTERNAL/SYNC"
FAMILY = {"X-Internal-Api-Key": "the key of the family"}
KEY_TEXT = base64.b64encode(PUBLIC_KEY).decode()


@pytest.fixture
def centre_server(database_url: str, clock: SettableClock, tmp_path: Path) -> Iterator[RunningCentre]:
    """A centre that has the family's key."""
    with running_centre(database_url, clock, tmp_path, instance_key=FAMILY["X-Internal-Api-Key"]) as running:
        yield running


@pytest.fixture
async def server() -> AsyncIterator[Listener]:
    """A socket where an instance may live."""
    async with listening() as listener:
        yield listener


def announce(**more: object) -> dict[str, object]:
    return {"instanceId": str(uuid4()), "serverPublicKey": KEY_TEXT, "localIps": ["192.168.1.100"]} | more


async def test_an_instance_registers_with_the_key_of_the_family(
    http: httpx.AsyncClient, centre_server: RunningCentre
) -> None:
    said = announce(port=3210, tracerouteToGlobal=[{"hop": 1}])
    for message in ("Instance registered successfully", "Instance updated successfully"):
        answer = await http.post(REGISTER.lower(), json=said, headers=FAMILY)
        assert (answer.status_code, answer.json()) == (
            200,
            {"success": True, "message": message, "instanceId": said["instanceId"], "detectedIp": "127.0.0.1"},
        )
    rows = centre_server.ask("SELECT status, asked_url, public_url, port FROM instance")
    assert rows == [("pending", "http://127.0.0.1:3210", None, 3210)]
    for headers in ({}, {"X-Internal-Api-Key": "guess"}):
        refused = await http.post(REGISTER, json=said, headers=headers)
        assert (refused.status_code, refused.json()["error"]) == (403, "Forbidden")


@pytest.mark.parametrize(
    "wrong",
    [{"instanceId": ""}, {"instanceId": 7}, {"instanceId": "x" * 65}, {"instanceId": "a\0b"}, {"port": 0},
     {"port": 65536}, {"port": "x"}, {"port": True}, {"serverPublicKey": "x"}, {"serverPublicKey": 1},
     {"serverPublicKey": "AAAA"}, {"publicUrl": "http://u@h/"}, {"publicUrl": 1}],
)  # fmt: skip
async def test_what_cannot_be_an_instance_is_400(http: httpx.AsyncClient, wrong: dict[str, object]) -> None:
    answer = await http.post(REGISTER, json=announce(**wrong), headers=FAMILY)
    assert (answer.status_code, bool(answer.json()["error"])) == (400, True)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"instanceId": NaN}', b"[" * 100_000])
async def test_a_body_that_is_no_object_is_400(http: httpx.AsyncClient, body: bytes) -> None:
    for path in (REGISTER, SYNC):
        assert (await http.post(path, content=body, headers=FAMILY)).status_code == 400
    assert (await http.post(INFO, content=body)).status_code == 400


def test_an_announcement_is_read_as_its_real_forms_are() -> None:
    ips = ["192.168.1.7", "169.254.0.1", "127.0.0.1", "fe80::1", "fd00::7", "x", None, "192.168.1.7"]
    body = {"instanceId": "i", "localIps": ips, "serverPublicKey": PUBLIC_KEY.hex().upper(), "port": "3210"}
    said = read_announcement(json.dumps(body).encode(), "2a00::1")
    assert (said.local_ips, said.public_key, said.port) == (("192.168.1.7", "fd00::7"), PUBLIC_KEY, 3210)
    assert said.asked_url == "http://[2a00::1]:3210"
    said = read_announcement(b'{"instanceId": "i", "localIps": "x", "publicUrl": "HTTPS://Pda.Example:443/E/"}', "h")
    assert (said.local_ips, said.public_key, said.asked_url) == ((), b"", "https://pda.example/E")


async def test_clients_and_servers_find_the_way(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    said = announce(instanceId="9f0c6d1e-0000-4000-8000-000000000001", localIps=["192.168.1.100", "fd00::7"])
    await http.post(REGISTER, json=said, headers=FAMILY)
    asked = {"instance_id": said["instanceId"], "client_ip": "192.168.1.5"}
    told = (await http.post("/ECK/api/internal/get-instance-info", json=asked)).json()
    assert told == {
        "instanceId": said["instanceId"],
        "name": "Instance 9f0c6d1e",
        "tier": "free",
        "serverPublicKey": KEY_TEXT,
        "lastSeen": OPENING.isoformat(timespec="milliseconds"),
        "candidates": [
            {"url": "http://192.168.1.100:3100", "type": "LOCAL_LAN", "priority": 1, "reason": "local IP"},
            {"url": "http://[fd00::7]:3100", "type": "LOCAL_LAN", "priority": 1, "reason": "local IP"},
            {"url": f"{centre_server.address}/ECK/PROXY", "type": "GLOBAL_PROXY", "priority": 3, "reason": "fallback"},
        ],
    }
    assert (await http.get(f"{INFO}/{said['instanceId']}", headers=FAMILY)).json() == told
    assert (await http.get(f"{INFO}/{said['instanceId']}")).status_code == 403
    for answer in (
        await http.post(INFO, json={"instance_id": "nobody"}),
        await http.get(f"{INFO}/nobody%00", headers=FAMILY),
    ):
        assert (answer.status_code, answer.json()["error"]) == (404, "Instance not found")
    assert (await http.post(INFO, json={})).status_code == 400
    centre_server.ask("UPDATE instance SET status = 'blocked'")
    assert (await http.post(INFO, json=asked)).status_code == 404
    await http.post(REGISTER, json=said, headers=FAMILY)
    assert centre_server.ask("SELECT status FROM instance") == [("blocked",)]


async def test_another_key_is_not_taken(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    said = announce()
    await http.post(REGISTER, json=said, headers=FAMILY)
    for _ in range(2):
        forged = said | {"serverPublicKey": base64.b64encode(bytes(32)).decode(), "publicUrl": "https://evil.test"}
        assert (await http.post(REGISTER, json=forged, headers=FAMILY)).status_code == 409
    assert centre_server.ask("SELECT public_key, asked_url FROM instance") == [(PUBLIC_KEY, "http://127.0.0.1:3100")]
    assert centre_server.ask("SELECT kind, subject FROM cases") == [("instance.other_key", said["instanceId"])]


async def test_an_item_is_stored(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    for data in ({"a": 1}, {"a": "\0\u00e9"}, None):
        item = {"id": "i-1", "type": "item", "data": data}
        answer = await http.post(SYNC, json=item, headers=FAMILY)
        assert answer.json() == {"success": True, "message": "Item stored", "syncedItem": {"id": "i-1", "type": "item"}}
    await http.post(SYNC, json={"id": "i-2", "type": "item", "data": [1.5]}, headers=FAMILY)
    assert centre_server.ask("SELECT type, id, data::text FROM instance_item ORDER BY id") == [
        ("item", "i-1", "null"), ("item", "i-2", "[1.5]"),
    ]  # fmt: skip
    assert (await http.post(SYNC, json={"id": "i"}, headers=FAMILY)).status_code == 400
    assert (await http.post(SYNC, json={"id": "i", "type": "item"})).status_code == 403


Admin = Callable[..., dict[str, object]]


@pytest.fixture
def admin(centre_server: RunningCentre, capsys: pytest.CaptureFixture[str]) -> Admin:
    """The command line of the centre's admin."""

    def run(*arguments: str, code: int = 0) -> dict[str, object]:
        options = ["--database-url", centre_server.database_url, "--data-dir", str(centre_server.data_dir), "--json"]
        capsys.readouterr()
        assert run_command_line(["instances", *arguments, *options]) == code
        told: dict[str, object] = json.loads(capsys.readouterr().out)
        return told

    return run


async def test_an_instance_from_first_word_to_first_call(
    http: httpx.AsyncClient, centre_server: RunningCentre, server: Listener, admin: Admin
) -> None:
    instance = HonestInstance(str(uuid4()), f"http://127.0.0.1:{server.port}")
    server.say = instance.say
    headers = proxy_key(centre_server) | {"X-Target-Instance": instance.instance_id}
    await http.post(REGISTER, json=announce(instanceId=instance.instance_id, port=server.port), headers=FAMILY)
    assert (await call(http, headers)).status_code == 403, "pending cannot be a target"
    listed = (await asyncio.to_thread(admin, "list"))["instances"]
    assert isinstance(listed, list)
    assert [(row["status"], row["asked_url"]) for row in listed] == [("pending", instance.url)]
    failed = await asyncio.to_thread(admin, "approve", instance.instance_id, code=3)
    assert failed["error"]["code"] == "instance.url", "http is for the own network only"  # type: ignore[index]
    told = await asyncio.to_thread(admin, "approve", instance.instance_id, "--lan", "127.0.0.1")
    assert (told["status"], told["public_url"], told["lan_address"]) == ("active", instance.url, "127.0.0.1")
    assert (await call(http, headers)).content == b"ok"
    await http.post(REGISTER, json=announce(instanceId=instance.instance_id, port=1), headers=FAMILY)
    assert (await call(http, headers)).content == b"ok", "what was approved holds until an admin says otherwise"
    assert (await asyncio.to_thread(admin, "block", instance.instance_id))["status"] == "blocked"
    assert (await call(http, headers)).status_code == 403
    await asyncio.to_thread(admin, "forget", instance.instance_id)
    assert (await asyncio.to_thread(admin, "list"))["instances"] == []
    await asyncio.to_thread(admin, "block", instance.instance_id, code=3)
    actions = [row[0] for row in centre_server.ask("SELECT action FROM audit ORDER BY n")]
    assert actions == ["instance.active", "instance.blocked", "instance.forgotten"]


async def register_at(pool: Pool, server: Listener, key: bytes = PUBLIC_KEY, host: str = "127.0.0.1") -> HonestInstance:
    """Register an instance that says it lives at a socket, and have it live there."""
    instance = HonestInstance(str(uuid4()), f"http://{host}:{server.port}")
    server.say = instance.say
    body = announce(instanceId=instance.instance_id, publicUrl=instance.url) | {"serverPublicKey": key.hex()}
    async with pool.connection() as conn:
        await registry.register(conn, read_announcement(json.dumps(body).encode(), "127.0.0.1"), OPENING)
    return instance


async def refused(pool: Pool, instance: HonestInstance, terms: Terms, network: Network | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        await approval.approve(pool, network or Network(total_s=1.0), instance.instance_id, terms, OPENING)
    async with pool.connection() as conn:
        found = await registry.get_instance(conn, instance.instance_id)
    assert (found.status, found.public_url, found.proved_at) == ("pending", "", None)
    return caught.value.code


LAN = Terms(lan_address="127.0.0.1")


async def test_a_server_with_another_key_proves_nothing(pool: Pool, server: Listener) -> None:
    instance = await register_at(pool, server)
    instance.key = Ed25519PrivateKey.generate()
    assert await refused(pool, instance, LAN) == "instance.unproved"
    assert server.connections == 1


async def test_a_proof_for_another_address_proves_nothing(pool: Pool, server: Listener) -> None:
    """A server that passes the challenge on to the real instance gets a signature over the real one's address."""
    instance = await register_at(pool, server)
    instance.url = "https://the-real-one.example"
    assert await refused(pool, instance, LAN) == "instance.unproved"


@pytest.mark.parametrize(
    "said", [response(b""), response(b"{}"), response(b'{"signature":"!"}'), response(b"[]"), b"", response(b"\xff"),
             response(b'{"signature":1}'), response(b"", "302 Found", Location="/")],
)  # fmt: skip
async def test_an_answer_that_is_no_proof_is_not_told(pool: Pool, server: Listener, said: bytes) -> None:
    instance = await register_at(pool, server)

    async def say(_seen: Seen) -> bytes:
        return said

    server.say = say
    assert await refused(pool, instance, LAN) == "instance.unproved"


async def test_an_address_inside_needs_to_be_named(pool: Pool, server: Listener) -> None:
    instance = await register_at(pool, server, host="inside.test")

    async def lead_inside(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    network = Network(resolve=lead_inside)
    for terms, code in (
        (Terms("https://inside.test"), "instance.address"),
        (Terms(lan_address="127.0.0.2"), "instance.address"),
        (Terms(lan_address="localhost"), "instance.address"),
        (Terms(), "instance.url"),
        (Terms("https://inside.test:22"), "instance.url"),
        (Terms("nonsense"), "instance.url"),
    ):
        assert await refused(pool, instance, terms, network) == code, terms
    assert server.connections == 0
    found = await approval.approve(pool, network, instance.instance_id, LAN, OPENING)
    assert (found.status, found.public_url) == ("active", f"http://inside.test:{server.port}")


async def test_an_address_belongs_to_one(pool: Pool, server: Listener) -> None:
    first = await register_at(pool, server)
    await approval.approve(pool, Network(), first.instance_id, LAN, OPENING)
    second = await register_at(pool, server)
    assert await refused(pool, second, LAN) == "instance.url"


async def test_without_a_key_nothing_can_be_proved(pool: Pool, server: Listener, database_url: str) -> None:
    instance = await register_at(pool, server)
    with psycopg.connect(database_url) as conn:
        conn.execute("UPDATE instance SET public_key = NULL")
    assert await refused(pool, instance, LAN) == "instance.key"
    assert KEY.public_key()
