import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from server_stub.live.hub import MAX_LINES_PER_OWNER
from server_stub.live.listener import FEED_CHANNEL
from server_stub.terminals.registry import STATUS_CHANNEL, approve, block, unblock
from sync.wire.changes import feeds_of
from sync.wire.live import LIVE_MESSAGE_LIMIT, PROTOCOL_NAME, TOKEN_PREFIX
from sync.wire.messages import LIVE
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal

FEEDS = list(feeds_of(SHOP))


@contextlib.asynccontextmanager
async def line_to(centre: RunningCentre, path: str = LIVE, **headers: str) -> AsyncIterator[ClientConnection]:
    address = centre.address.replace("http", "ws") + path
    async with connect(address, additional_headers=headers, proxy=None) as line:
        yield line


async def hear(line: ClientConnection) -> dict[str, object]:
    message: dict[str, object] = json.loads(await asyncio.wait_for(line.recv(), 10))
    return message


async def closing_code(line: ClientConnection) -> int:
    """Wait until the centre closes the line."""
    with pytest.raises(ConnectionClosed) as caught:
        await hear(line)
    assert caught.value.rcvd is not None
    return caught.value.rcvd.code


async def greeted(line: ClientConnection, status: str = "active") -> None:
    """Take the two messages with which every line begins."""
    first = await hear(line)
    assert (first["type"], first["status"]) == ("status", status)
    if status == "active":
        assert (await hear(line))["feeds"] == FEEDS


async def change_status(centre: RunningCentre, change: object, *arguments: object) -> None:
    async with await psycopg.AsyncConnection.connect(centre.database_url) as conn:
        await change(conn, *arguments, centre.clock.now())  # type: ignore[operator]


@pytest.mark.parametrize("path", [LIVE, "/eck/live"])
async def test_a_line_opens_by_header(enrolled: WireTerminal, centre_server: RunningCentre, path: str) -> None:
    async with line_to(centre_server, path, **enrolled.bearer) as line:
        await greeted(line)


async def test_a_line_opens_by_its_first_message(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server) as line:
        await line.send(json.dumps({"type": "auth", "token": enrolled.access}))
        await greeted(line)


async def test_a_bad_token_is_401_before_the_line_stands(centre_server: RunningCentre) -> None:
    with pytest.raises(InvalidStatus) as caught:
        async with line_to(centre_server, Authorization="Bearer nonsense"):
            pass
    assert caught.value.response.status_code == 401
    assert json.loads(caught.value.response.body or b"")["error"]


@pytest.mark.parametrize(
    ("message", "code"), [('{"type":"auth","token":"x"}', 4401), ("{}", 4401), ("not json", 1007), ("[]", 1007)]
)
async def test_a_line_without_a_token_is_closed(centre_server: RunningCentre, message: str, code: int) -> None:
    async with line_to(centre_server) as line:
        await line.send(message)
        with pytest.raises(ConnectionClosed) as caught:
            await hear(line)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == code


async def test_a_token_in_the_address_opens_nothing(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, f"{LIVE}?token={enrolled.access}") as line:
        await line.send("{}")
        with pytest.raises(ConnectionClosed):
            await hear(line)


async def test_a_line_opens_by_subprotocol(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    address = centre_server.address.replace("http", "ws") + LIVE
    offered = [Subprotocol(PROTOCOL_NAME), Subprotocol(TOKEN_PREFIX + enrolled.access)]
    async with connect(address, subprotocols=offered, proxy=None) as line:
        assert line.subprotocol == PROTOCOL_NAME, "the token does not come back"
        await greeted(line)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://[", "file://"])
async def test_a_page_of_another_site_opens_nothing(
    enrolled: WireTerminal, centre_server: RunningCentre, origin: str
) -> None:
    with pytest.raises(InvalidStatus) as caught:
        async with line_to(centre_server, Origin=origin, **enrolled.bearer):
            pass
    assert caught.value.response.status_code == 403
    async with line_to(centre_server, Origin=centre_server.address, **enrolled.bearer) as line:
        await greeted(line)


async def test_a_message_has_64_kib_at_most(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        await line.send(json.dumps({"msgId": "m-1", "pad": "x" * (LIVE_MESSAGE_LIMIT - 40)}))
        assert (await hear(line))["ack"] == "m-1"
        await line.send("x" * (LIVE_MESSAGE_LIMIT + 1))
        assert await closing_code(line) == 1009


async def test_a_line_that_floods_is_closed(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        with contextlib.suppress(ConnectionClosed):
            for _ in range(5000):
                await line.send("{}")
        assert await closing_code(line) == 1008


async def test_the_oldest_of_too_many_lines_goes(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with contextlib.AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(line_to(centre_server, **enrolled.bearer)) for _ in range(1)]
        await greeted(lines[0])
        for _ in range(MAX_LINES_PER_OWNER):
            lines.append(await stack.enter_async_context(line_to(centre_server, **enrolled.bearer)))
            await greeted(lines[-1])
        assert await closing_code(lines[0]) == 4409


async def test_a_token_of_somebody_else_prolongs_nothing(
    enrolled: WireTerminal, centre_server: RunningCentre, http: httpx.AsyncClient
) -> None:
    other = WireTerminal(http)
    await other.register(centre_server.token())
    await other.sign_in()
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        await line.send(json.dumps({"type": "auth", "token": other.access}))
        assert await closing_code(line) == 4401


async def test_messages_are_acknowledged_under_both_names(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        await line.send(json.dumps({"type": "DEVICE_IDENTIFY", "deviceId": enrolled.device_id, "msgId": "m-1"}))
        assert await hear(line) == {"type": "ACK", "ack": "m-1", "msgId": "m-1"}


async def test_moved_feeds_are_nudged_to_those_who_read_them(
    enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        centre_server.ask("SELECT pg_notify(%s, %s)", FEED_CHANNEL, "people:elsewhere")
        centre_server.ask("SELECT pg_notify(%s, %s)", FEED_CHANNEL, f"stock:{SHOP} catalogue people:elsewhere")
        assert (await hear(line))["feeds"] == ["catalogue", f"stock:{SHOP}"]


async def test_a_push_from_one_till_nudges_the_other(
    http: httpx.AsyncClient, enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    """Whatever moves in the database reaches the line through the sequencer."""
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        centre_server.ask(
            "INSERT INTO feed_item (feed, entity, entity_id) VALUES ('catalogue', 'product', %s)",
            "018f0000-0000-7000-8000-0000000000aa",
        )
        assert (await hear(line))["feeds"] == ["catalogue"]


async def test_approval_is_heard_at_once(terminal: WireTerminal, centre_server: RunningCentre) -> None:
    await terminal.register()
    await terminal.sign_in()
    async with line_to(centre_server, **terminal.bearer) as line:
        await greeted(line, "pending")
        await change_status(centre_server, approve, terminal.device_id, SHOP)
        await greeted(line)


async def test_a_block_and_its_end_are_told_at_once(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        await change_status(centre_server, block, enrolled.device_id)
        assert (await hear(line))["status"] == "blocked"
    async with line_to(centre_server, **enrolled.bearer) as line:
        assert (await hear(line))["status"] == "blocked"
        await change_status(centre_server, unblock, enrolled.device_id)
        await greeted(line)


async def test_a_line_ends_with_its_token_unless_prolonged(
    enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    centre_server.clock.advance(minutes=14, seconds=59)
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        with pytest.raises(ConnectionClosed) as caught:
            await hear(line)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4401
    centre_server.clock.instant = centre_server.clock.instant.replace(minute=0, second=0)
    fresh = await enrolled.sign_in()
    centre_server.clock.advance(minutes=14, seconds=59)
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        centre_server.clock.instant = centre_server.clock.instant.replace(minute=10)
        await line.send(json.dumps({"type": "auth", "token": fresh.access, "msgId": "again"}))
        assert (await hear(line))["ack"] == "again"
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(line.recv(), 1.5)


@pytest.mark.expects_log("listener lost its connection")
async def test_a_lost_listener_comes_back_and_nudges_everybody(
    enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        killed = centre_server.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%' AND state = 'idle'"
        )
        assert killed
        await greeted(line)
        centre_server.ask("SELECT pg_notify(%s, %s)", FEED_CHANNEL, "catalogue")
        assert (await hear(line))["feeds"] == ["catalogue"]


async def test_news_of_unknown_devices_harm_nobody(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        news = json.dumps({"device_uuid": "nobody", "status": "blocked"})
        centre_server.ask("SELECT pg_notify(%s, %s)", STATUS_CHANNEL, news)
        centre_server.ask("SELECT pg_notify(%s, %s)", FEED_CHANNEL, "")
        assert (await hear(line))["feeds"] == FEEDS
