"""The client against a real server: every way in which an exchange can fail, and the bytes of those that do not."""

import base64
import hashlib
import random
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard

from sync.chain import verify_signature
from sync.client import Client
from sync.download import fetch_snapshot
from sync.identity import load_identity, server_key
from sync.trouble import Broken, Busy, Degraded, Denied, Gone, Offline, Refused, TooLarge, Trouble
from sync.wire.changes import Change
from sync.wire.messages import Batch, Cursor, Manifest, Page, auth_message, registration_message
from sync.worker import Worker
from tests.sync.certificates import make_certificates
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import MemoryJournal
from tests.sync.web import Reply, Web, json_reply, serving

FEEDS = "GET /ECK/API/SYNC/FEEDS"
PUSH = "POST /ECK/API/SYNC/JOURNAL"
HTML = "text/html"
ANSWER = {"outcome": "landed", "acked_seq": 3, "epoch": "e1"}


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def web() -> Iterator[Web]:
    with serving(Web()) as running:
        yield running


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    made = Worker()
    yield made
    await made.close()


@pytest.fixture
async def client(web: Web, secrets: MemorySecrets, worker: Worker) -> AsyncIterator[Client]:
    made = Client(web.url, load_identity(secrets, 1), secrets, worker)
    yield made
    await made.close()


async def trouble_of(client: Client) -> Trouble:
    with pytest.raises(Trouble) as caught:
        await client.feeds()
    return caught.value


def batch(secrets: MemorySecrets, count: int = 3) -> Batch:
    journal = MemoryJournal(load_identity(secrets, 1))
    journal.seal(count)
    chain = journal.chains()[0]
    entries = journal.read_entries(chain.incarnation, 0, count, 1_000_000)
    return Batch(incarnation=chain.incarnation, first_seq=1, entries=entries)


# ---- what is sent ---------------------------------------------------------------------------------------------------


REGISTERED = {"success": True, "status": "active", "device_uuid": "u"}


async def test_registration_signs_what_the_protocol_says(client: Client, web: Web, secrets: MemorySecrets) -> None:
    key = base64.b64encode(b"k" * 32).decode()
    web.on(
        "POST /ECK/API/DEVICE/REGISTER",
        json_reply({"success": True, "status": "pending", "device_uuid": "u", "server_public_key": key}, 201),
    )
    assert (await client.register("Till 3", "invite")).status == "pending"
    assert server_key(secrets) == b"k" * 32
    (asked,) = web.seen("POST /ECK/API/DEVICE/REGISTER")
    sent = msgspec.json.decode(asked.body)
    me = load_identity(secrets, 1)
    message = registration_message(me.device_id, sent["devicePublicKey"])
    assert verify_signature(me.public_key, message, base64.b64decode(sent["signature"]))
    assert (sent["deviceName"], sent["inviteToken"], "nonce" in sent) == ("Till 3", "invite", False)
    assert "authorization" not in asked.headers


async def test_a_registration_signs_the_nonce_of_the_centre(client: Client, web: Web, secrets: MemorySecrets) -> None:
    nonce = {"success": True, "nonce": "ab" * 32, "expires_in": 120}
    web.on("GET /ECK/API/AUTH/DEVICE-CHALLENGE", json_reply({"error": "Too many"}, 429), json_reply(nonce))
    web.on("POST /ECK/API/DEVICE/REGISTER", json_reply(REGISTERED, 201))
    with pytest.raises(Busy):
        await client.register("Till")
    await client.register("Till")
    sent = msgspec.json.decode(web.seen("POST /ECK/API/DEVICE/REGISTER")[0].body)
    me = load_identity(secrets, 1)
    message = registration_message(me.device_id, sent["devicePublicKey"], "ab" * 32)
    assert verify_signature(me.public_key, message, base64.b64decode(sent["signature"]))


async def test_another_centre_under_the_same_address_is_noticed(client: Client, web: Web) -> None:
    replies = [
        json_reply(REGISTERED | {"server_public_key": base64.b64encode(key).decode()}) for key in (b"k" * 32, b"x" * 32)
    ]
    web.on("POST /ECK/API/DEVICE/REGISTER", *replies)
    await client.register("Till")
    with pytest.raises(Broken, match="another key"):
        await client.register("Till")


async def test_the_challenge_is_answered_and_the_token_used(client: Client, web: Web, secrets: MemorySecrets) -> None:
    web.on(FEEDS, json_reply({"cursors": []}))
    await client.feeds()
    me = load_identity(secrets, 1)
    proof = msgspec.json.decode(web.seen("POST /ECK/API/AUTH/DEVICE")[0].body)
    assert verify_signature(me.public_key, auth_message(me.device_id, "n"), base64.b64decode(proof["signature"]))
    assert web.seen(FEEDS)[0].headers["authorization"] == "Bearer a1"


async def test_a_batch_travels_as_it_was_sealed(client: Client, web: Web, secrets: MemorySecrets) -> None:
    web.on(PUSH, json_reply(ANSWER))
    sent = batch(secrets)
    assert (await client.push(await client.pack(sent))).acked_seq == 3
    asked = web.seen(PUSH)[0]
    assert (asked.headers["content-type"], asked.headers["content-encoding"]) == ("application/msgpack", "zstd")
    assert msgspec.msgpack.decode(zstandard.decompress(asked.body), type=Batch) == sent


@pytest.mark.parametrize("packed", [True, False])
async def test_a_page_is_read_in_either_form(client: Client, web: Web, packed: bool) -> None:
    cursor = Cursor(feed="shop:s1", epoch="e", position=9, token="t")
    page = Page(cursor=cursor, from_position=4, more=False, changes=(Change(9, "place", "p", msgspec.Raw(b"\x01")),))
    body = msgspec.msgpack.encode(page)
    reply = Reply(200, body, "application/msgpack")
    if packed:
        reply = Reply(200, zstandard.compress(body), "application/msgpack", {"content-encoding": "zstd"})
    web.on("GET /ECK/API/SYNC/FEEDS/shop:s1", reply)
    old = Cursor(feed="shop:s1", epoch="old", position=4, token="x")
    assert await client.page("shop:s1", old, 50) == page
    assert web.asked[-1].query == "epoch=old&position=4&token=x&limit=50"
    with pytest.raises(Broken, match="from 4, not"):
        await client.page("shop:s1", None, 50)


# ---- tokens ---------------------------------------------------------------------------------------------------------


async def test_a_token_that_runs_out_is_renewed_unseen(client: Client, web: Web) -> None:
    web.on(FEEDS, Reply(401), json_reply({"cursors": []}))
    web.on("POST /ECK/API/AUTH/REFRESH", json_reply({"access": "a2", "refresh": "r2", "expires_in": 900}))
    await client.feeds()
    assert [each.headers["authorization"] for each in web.seen(FEEDS)] == ["Bearer a1", "Bearer a2"]


async def test_a_spent_refresh_token_leads_back_to_the_challenge(client: Client, web: Web) -> None:
    web.on(FEEDS, Reply(401), json_reply({"cursors": []}))
    web.on("POST /ECK/API/AUTH/REFRESH", Reply(401))
    await client.feeds()
    assert len(web.seen("POST /ECK/API/AUTH/DEVICE")) == 2


async def test_a_key_that_is_not_accepted_is_denied_after_one_more_try(client: Client, web: Web) -> None:
    web.on(FEEDS, Reply(401))
    web.on("POST /ECK/API/AUTH/REFRESH", Reply(401))
    trouble = await trouble_of(client)
    assert isinstance(trouble, Denied)
    assert len(web.seen(FEEDS)) == 2


async def test_tokens_are_kept_for_the_next_run(web: Web, secrets: MemorySecrets, worker: Worker) -> None:
    web.on(FEEDS, json_reply({"cursors": []}))
    for _ in range(2):
        client = Client(web.url, load_identity(secrets, 1), secrets, worker)
        await client.feeds()
        await client.close()
    assert len(web.seen("POST /ECK/API/AUTH/DEVICE")) == 1


# ---- what goes wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(429, headers={"retry-after": "12"}), Busy),
        (Reply(503), Degraded),
        (Reply(413, b"<h1>too large</h1>", HTML), TooLarge),
        (Reply(410), Gone),
        (Reply(422, b'{"error":"entry 4"}'), Refused),
        (Reply(403, b'{"error":"x","status":"pending"}'), Denied),
        (Reply(200, b'{"cursors": 7}'), Broken),
        (Reply(200, b"\xff", headers={"content-encoding": "zstd"}), Broken),
    ],
)
async def test_answers_become_outcomes(client: Client, web: Web, reply: Reply, kind: type[Trouble]) -> None:
    web.on(FEEDS, reply)
    trouble = await trouble_of(client)
    assert type(trouble) is kind
    if isinstance(trouble, Busy) and reply.headers:
        assert trouble.retry_after_s == 12


@pytest.mark.parametrize(
    "reply", [Reply(200, b"<h1>Welcome to our Wi-Fi</h1>", HTML), Reply(302, b"", HTML, {"location": "http://portal/"})]
)
async def test_a_captive_portal_is_recognised(client: Client, web: Web, reply: Reply) -> None:
    for route in ("GET /ECK/API/AUTH/DEVICE", FEEDS):
        web.on(route, reply)
    trouble = await trouble_of(client)
    assert trouble.cause == "offline.captive"
    assert "sign in" in trouble.remedy


@pytest.mark.parametrize("stall", [True, False])
async def test_a_slow_centre_is_given_up_in_time(web: Web, secrets: MemorySecrets, worker: Worker, stall: bool) -> None:
    web.on(FEEDS, Reply(200, b'{"cur', stall=True) if stall else Reply(408))
    client = Client(web.url, load_identity(secrets, 1), secrets, worker, timeout_s=0.2)
    trouble = await trouble_of(client)
    await client.close()
    assert isinstance(trouble, Offline)
    assert (trouble.reason, trouble.timed_out) == ("server", True)


async def test_nobody_listens(secrets: MemorySecrets, worker: Worker, free_port: int) -> None:
    client = Client(f"http://127.0.0.1:{free_port}", load_identity(secrets, 1), secrets, worker)
    assert (await trouble_of(client)).cause == "offline.server"
    await client.close()


async def test_something_that_speaks_no_http(secrets: MemorySecrets, worker: Worker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(1000)
                line.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        client = Client(f"http://127.0.0.1:{listener.getsockname()[1]}", load_identity(secrets, 1), secrets, worker)
        assert (await trouble_of(client)).cause == "offline.server"
        await client.close()
        thread.join()


@pytest.mark.parametrize(
    "address", ["", "centre.example", "ftp://centre.example", "http://", "http://[::1", "file:///etc"]
)
async def test_an_address_that_cannot_be_one_is_said_at_once(
    address: str, secrets: MemorySecrets, worker: Worker
) -> None:
    with pytest.raises(ValueError, match="not an address"):
        Client(address, load_identity(secrets, 1), secrets, worker)


# ---- TLS ------------------------------------------------------------------------------------------------------------


async def test_an_unknown_certificate_names_the_remedy(tmp_path: Path, secrets: MemorySecrets, worker: Worker) -> None:
    certificates = make_certificates(tmp_path)
    with serving(Web(), certificates) as web:
        web.on(FEEDS, json_reply({"cursors": []}))
        client = Client(web.url, load_identity(secrets, 1), secrets, worker)
        trouble = await trouble_of(client)
        await client.close()
        assert trouble.cause == "offline.certificate"
        assert "ca_file" in trouble.remedy
        assert not web.asked, "nothing may be sent to a stranger"
        trusting = Client(web.url, load_identity(secrets, 1), secrets, worker, ca_file=certificates.ca)
        assert (await trusting.feeds()).cursors == ()
        await trusting.close()


async def test_a_certificate_from_the_future_means_the_clock(
    tmp_path: Path, secrets: MemorySecrets, worker: Worker
) -> None:
    certificates = make_certificates(tmp_path, begins_in_days=3)
    with serving(Web(), certificates) as web:
        client = Client(web.url, load_identity(secrets, 1), secrets, worker, ca_file=certificates.ca)
        assert (await trouble_of(client)).cause == "offline.clock"
        await client.close()


@pytest.mark.parametrize(("begins", "host"), [(-40, "127.0.0.1"), (-1, "127.0.0.2")])
async def test_an_old_or_foreign_certificate_is_no_certificate(
    tmp_path: Path, secrets: MemorySecrets, worker: Worker, begins: int, host: str
) -> None:
    certificates = make_certificates(tmp_path, begins_in_days=begins, host=host)
    with serving(Web(), certificates) as web:
        client = Client(web.url, load_identity(secrets, 1), secrets, worker, ca_file=certificates.ca)
        assert (await trouble_of(client)).cause == "offline.certificate"
        await client.close()


@pytest.mark.expects_log("Invalid HTTP request received")
async def test_https_to_a_plain_port_says_that_there_is_no_tls(
    web: Web, secrets: MemorySecrets, worker: Worker
) -> None:
    client = Client(web.url.replace("http:", "https:"), load_identity(secrets, 1), secrets, worker)
    trouble = await trouble_of(client)
    await client.close()
    assert trouble.cause == "offline.captive"
    assert "TLS" in trouble.detail


async def test_a_ca_file_that_is_none_is_an_error_at_once(
    tmp_path: Path, secrets: MemorySecrets, worker: Worker
) -> None:
    with pytest.raises(OSError, match="No such file"):
        Client("https://x", load_identity(secrets, 1), secrets, worker, ca_file=tmp_path / "none.pem")


# ---- snapshots ------------------------------------------------------------------------------------------------------


def snapshot(size: int = 3_000_000) -> tuple[bytes, Manifest]:
    data = random.Random(1).randbytes(size)
    hashed = hashlib.sha256(data).hexdigest()
    return data, Manifest(schema=1, hash=hashed, size=size, key="", cursors=(), signature=b"")


def has_replica(folder: Path) -> bool:
    return any(folder.glob("replica-*"))


def file_reply(data: bytes, code: int = 200) -> Reply:
    return Reply(code, data, "application/octet-stream")


async def test_a_cut_download_goes_on_where_it_was_cut(
    client: Client, web: Web, worker: Worker, tmp_path: Path
) -> None:
    data, manifest = snapshot()
    part = tmp_path / f"snapshot-{manifest.hash}.part"
    part.write_bytes(data[:1_234_567])
    (tmp_path / "snapshot-other.part").write_bytes(b"old")
    route = f"GET /ECK/API/SYNC/SNAPSHOT/{manifest.hash}"
    web.on(route, file_reply(data[1_234_567:], 206))
    told: list[tuple[int, int]] = []
    path = await fetch_snapshot(client, worker, manifest, tmp_path, lambda done, total: told.append((done, total)))
    assert path.read_bytes() == data
    assert web.seen(route)[0].headers["range"] == "bytes=1234567-"
    assert told[-1] == (manifest.size, manifest.size)
    assert sorted(told) == told
    assert not (tmp_path / "snapshot-other.part").exists()


async def test_a_server_without_ranges_starts_over(client: Client, web: Web, worker: Worker, tmp_path: Path) -> None:
    data, manifest = snapshot()
    (tmp_path / f"snapshot-{manifest.hash}.part").write_bytes(b"x" * 1000)
    web.on(f"GET /ECK/API/SYNC/SNAPSHOT/{manifest.hash}", file_reply(data))
    path = await fetch_snapshot(client, worker, manifest, tmp_path, lambda done, total: None)
    assert path.read_bytes() == data


async def test_a_replica_in_use_is_never_overwritten(client: Client, web: Web, worker: Worker, tmp_path: Path) -> None:
    data, manifest = snapshot(1000)
    web.on(f"GET /ECK/API/SYNC/SNAPSHOT/{manifest.hash}", file_reply(data))
    paths = {await fetch_snapshot(client, worker, manifest, tmp_path, lambda done, total: None) for _ in range(3)}
    assert len(paths) == 3
    assert all(path.read_bytes() == data for path in paths)


@pytest.mark.parametrize("change", [lambda data: data[:-1] + b"!", lambda data: data[:-5], lambda data: data + b"more"])
async def test_a_file_that_is_not_the_manifests_is_not_taken(
    client: Client, web: Web, worker: Worker, tmp_path: Path, change: object
) -> None:
    assert callable(change)
    data, manifest = snapshot(100_000)
    web.on(f"GET /ECK/API/SYNC/SNAPSHOT/{manifest.hash}", file_reply(change(data)))
    with pytest.raises(Broken):
        await fetch_snapshot(client, worker, manifest, tmp_path, lambda done, total: None)
    assert not has_replica(tmp_path)


async def test_no_snapshot_is_none(client: Client, web: Web) -> None:
    assert await client.manifest() is None
