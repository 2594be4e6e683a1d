import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server_stub.live.listener import FEED_CHANNEL
from server_stub.terminals.registry import STATUS_CHANNEL, approve, block, unblock
from sync.wire.messages import LIVE
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal

FEEDS = ["catalogue", f"shop:{SHOP}", f"people:{SHOP}", f"stock:{SHOP}"]


@contextlib.asynccontextmanager
async def line_to(centre: RunningCentre, path: str = LIVE, **headers: str) -> AsyncIterator[ClientConnection]:
    address = centre.address.replace("http", "ws") + path
    async with connect(address, additional_headers=headers, proxy=None) as line:
        yield line


async def hear(line: ClientConnection) -> dict[str, object]:
    message: dict[str, object] = json.loads(await asyncio.wait_for(line.recv(), 10))
    return message


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


async def test_a_block_silences_the_feeds_until_it_is_lifted(
    enrolled: WireTerminal, centre_server: RunningCentre
) -> None:
    async with line_to(centre_server, **enrolled.bearer) as line:
        await greeted(line)
        await change_status(centre_server, block, enrolled.device_id)
        assert (await hear(line))["status"] == "blocked"
        centre_server.ask("SELECT pg_notify(%s, %s)", FEED_CHANNEL, "catalogue")
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
