import gzip
import uuid

import msgspec
import pytest
import zstandard

from sync.chain import head_message, verify_signature
from sync.wire.changes import feeds_of
from sync.wire.messages import (
    CHAINS,
    ENTRIES,
    FEEDS,
    HEAD,
    MSGPACK,
    PAGE,
    FeedList,
    HeadAnswer,
    HeldChains,
    Page,
    PushAnswer,
    Recalled,
)
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal


async def test_a_push_lands_and_is_countersigned(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    entries = enrolled.entries(3)
    answer = await enrolled.push(entries)
    assert (answer.outcome, answer.acked_seq) == ("landed", 3)
    assert answer.head is not None
    assert answer.head.hash == entries[-1].hash
    message = head_message(enrolled.device_uuid, enrolled.incarnation, 3, entries[-1].hash, answer.head.received_at)
    key = (await enrolled.register()).json()["server_public_key"]
    assert verify_signature(msgspec.json.decode(f'"{key}"', type=bytes), message, answer.head.signature)
    again = await enrolled.push(entries)
    assert (again.outcome, again.acked_seq) == ("landed", 3)
    assert centre_server.ask("SELECT count(*) FROM entry") == [(3,)]
    head = msgspec.json.decode((await enrolled.get(HEAD, incarnation=enrolled.incarnation)).content, type=HeadAnswer)
    assert (head.seq, head.hash) == (3, entries[-1].hash.hex())


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "identity"])
async def test_a_push_may_be_compressed(enrolled: WireTerminal, encoding: str) -> None:
    body = enrolled.batch(enrolled.entries(50))
    packed = {"zstd": zstandard.ZstdCompressor().compress(body), "gzip": gzip.compress(body), "identity": body}
    answer = await enrolled.post_batch(packed[encoding], **{"Content-Encoding": encoding, "Accept": "application/json"})
    assert answer.headers["content-type"] == "application/json"
    assert msgspec.json.decode(answer.content, type=PushAnswer).acked_seq == 50


async def test_a_gap_is_told(enrolled: WireTerminal) -> None:
    entries = enrolled.entries(5)
    answer = await enrolled.push(entries[3:], first_seq=4)
    assert (answer.outcome, answer.acked_seq) == ("gap", 0)


async def test_a_pending_device_hands_in_and_reads_nothing(
    terminal: WireTerminal, centre_server: RunningCentre
) -> None:
    await terminal.register()
    await terminal.sign_in()
    assert (await terminal.push(terminal.entries(2))).acked_seq == 2
    for path in (FEEDS, PAGE.format(feed="catalogue"), "/ECK/API/SYNC/SNAPSHOT", "/ECK/API/SYNC/SNAPSHOT/" + "0" * 64):
        answer = await terminal.get(path)
        assert (answer.status_code, answer.json()["status"]) == (403, "pending")


async def test_a_blocked_device_hands_in(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    centre_server.ask("UPDATE registered_devices SET status = 'blocked'")
    assert (await enrolled.push(enrolled.entries(2))).acked_seq == 2


async def test_a_fork_leaves_the_feeds_open(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    one, other = enrolled.entries(3), enrolled.entries(3)
    await enrolled.push(one)
    assert (await enrolled.push(other)).outcome == "fork"
    assert centre_server.ask("SELECT status FROM registered_devices") == [("pending",)]
    assert (await enrolled.get(FEEDS)).status_code == 200


async def test_a_first_entry_that_does_not_hold_is_422(enrolled: WireTerminal) -> None:
    first, *rest = enrolled.entries(2)
    forged = msgspec.structs.replace(first, body=b"{}")
    answer = await enrolled.post_batch(enrolled.batch((forged, *rest)))
    assert answer.status_code == 422
    assert (answer.json()["seq"], bool(answer.json()["reason"])) == (1, True)


async def test_entries_of_another_terminal_do_not_land(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    enrolled.device_uuid = str(uuid.uuid4())
    assert (await enrolled.post_batch(enrolled.batch(enrolled.entries(1)))).status_code == 422
    assert centre_server.ask("SELECT count(*) FROM entry") == [(0,)]


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", {}, 400),
        (b"\x00", {}, 400),
        (b"{}", {}, 400),
        (b"\xc1", {}, 400),
        (msgspec.msgpack.encode({"incarnation": "x", "first_seq": 1, "entries": [], "protocol": 99}), {}, 400),
        (msgspec.msgpack.encode({"incarnation": "x", "first_seq": 1, "entries": []}), {}, 400),
        (msgspec.msgpack.encode({"incarnation": "\x00", "first_seq": 1, "entries": []}), {}, 400),
        (msgspec.msgpack.encode({"incarnation": str(uuid.UUID(int=0)), "first_seq": 0, "entries": []}), {}, 400),
        (msgspec.msgpack.encode({"incarnation": str(uuid.UUID(int=0)), "first_seq": 2**63, "entries": []}), {}, 400),
        (b"x", {"Content-Encoding": "br"}, 415),
        (b"x", {"Content-Encoding": "zstd"}, 400),
        (zstandard.ZstdCompressor().compress(b"\x93" * 2000)[:-9], {"Content-Encoding": "zstd"}, 400),
        (zstandard.ZstdCompressor().compress(bytes(33 << 20)), {"Content-Encoding": "zstd"}, 413),
    ],
)
async def test_what_is_no_batch_is_told(
    enrolled: WireTerminal, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = await enrolled.post_batch(body, **headers)
    assert answer.status_code == status
    assert answer.json()["error"]


async def test_a_push_of_more_than_8_mib_is_413(enrolled: WireTerminal) -> None:
    assert (await enrolled.post_batch(bytes((8 << 20) + 1))).status_code == 413


@pytest.mark.parametrize("incarnation", ["", "x", "\x00", "018f0000-0000-7000-8000-0000000000ff"])
async def test_head_of_an_unknown_incarnation(enrolled: WireTerminal, incarnation: str) -> None:
    answer = await enrolled.get(HEAD, incarnation=incarnation)
    if incarnation.count("-") == 4:
        assert msgspec.json.decode(answer.content, type=HeadAnswer).seq == 0
    else:
        assert answer.status_code == 400


async def test_a_restored_terminal_gets_its_own_entries_back(
    enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    centre_server.ask(
        "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, 'C', 'Customers', 'customer')", SHOP, SHOP
    )
    entries = enrolled.entries(40)
    await enrolled.push(entries)
    held = msgspec.json.decode((await enrolled.get(CHAINS)).content, type=HeldChains)
    assert [(each.incarnation, each.seq, each.hash) for each in held.chains] == [
        (enrolled.incarnation, 40, entries[-1].hash.hex())
    ]
    assert held.chains[0].receipt_prefix == "T01"
    asked = {"incarnation": enrolled.incarnation, "after": 10, "hash": entries[9].hash.hex(), "limit": 20}
    answer = await enrolled.get(ENTRIES, **asked)
    back = msgspec.msgpack.decode(answer.content, type=Recalled)
    assert (back.entries, back.more) == (entries[10:30], True)
    other = await enrolled.get(ENTRIES, **(asked | {"hash": entries[8].hash.hex()}))
    assert msgspec.msgpack.decode(other.content, type=Recalled).entries == ()


@pytest.mark.parametrize("wrong", [{"hash": "xy"}, {"after": -1}, {"incarnation": "no"}, {"limit": 0}])
async def test_bad_questions_for_entries_are_400(enrolled: WireTerminal, wrong: dict[str, object]) -> None:
    good: dict[str, object] = {"incarnation": enrolled.incarnation}
    assert (await enrolled.get(ENTRIES, **(good | wrong))).status_code == 400


async def test_the_feeds_of_the_own_shop(enrolled: WireTerminal) -> None:
    feeds = msgspec.json.decode((await enrolled.get(FEEDS)).content, type=FeedList)
    names = [cursor.feed for cursor in feeds.cursors]
    assert names == list(feeds_of(SHOP))
    for name in names:
        answer = await enrolled.get(PAGE.format(feed=name).lower())
        assert answer.headers["content-type"] == MSGPACK
        page = msgspec.msgpack.decode(answer.content, type=Page)
        assert (page.cursor.feed, page.from_position, page.more) == (name, 0, False)


async def test_the_feeds_of_other_shops_are_closed(enrolled: WireTerminal) -> None:
    other = str(uuid.uuid4())
    for name in (f"people:{other}", f"stock:{other}", "nonsense", f"shop:{SHOP}x"):
        assert (await enrolled.get(PAGE.format(feed=name))).status_code == 403


@pytest.mark.parametrize(
    "params", [{"position": -1}, {"position": "x"}, {"limit": 0}, {"limit": 5001}, {"position": 2**63}]
)
async def test_bad_cursors_are_400(enrolled: WireTerminal, params: dict[str, object]) -> None:
    answer = await enrolled.get(PAGE.format(feed="catalogue"), **params)
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_a_place_of_another_history_is_gone(enrolled: WireTerminal) -> None:
    for token in ("unknown", "\x00"):
        answer = await enrolled.get(PAGE.format(feed="catalogue"), position=7, token=token)
        assert answer.status_code == 410
        assert answer.json()["error"]
