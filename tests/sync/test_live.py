"""The live channel against a real WebSocket server."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from http import HTTPStatus
from pathlib import Path

import msgspec
import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from sync.channel import verified_context
from sync.live import Heard, Standing, open_live
from sync.trouble import Denied, Expired, Offline, Trouble
from sync.wire.live import CLOSE_UNPROVEN, LiveMessage
from sync.wire.messages import Nudge
from tests.sync.certificates import make_certificates

Talk = Callable[[ServerConnection], Awaitable[None]]


@asynccontextmanager
async def talking(talk: Talk, tls: ssl.SSLContext | None = None, refuse: int = 0) -> AsyncIterator[str]:
    """Serve the live channel on a free port; gives the centre's address."""

    def gate(connection: ServerConnection, request: Request) -> Response | None:
        if refuse:
            return connection.respond(HTTPStatus(refuse), "no")
        assert request.path == "/ECK/LIVE"
        assert request.headers["Authorization"] == "Bearer t"
        return None

    async with serve(talk, "127.0.0.1", 0, process_request=gate, ssl=tls) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"{'https' if tls else 'http'}://127.0.0.1:{port}"


async def gather(
    url: str, ca_file: Path | None = None, standing: Standing | None = None
) -> tuple[list[Heard], Trouble]:
    """Listen until the line ends."""
    heard: list[Heard] = []
    try:
        async with aclosing(open_live(url, verified_context(ca_file), "t", standing or Standing())) as nudges:
            async for nudge in nudges:
                heard.append(nudge)
    except Trouble as trouble:
        return heard, trouble
    return heard, Offline("server", "closed in good order")


async def test_nudges_come_in_order_and_wanted_ones_are_confirmed() -> None:
    confirmed: list[dict[str, str]] = []

    async def talk(line: ServerConnection) -> None:
        await line.send(msgspec.json.encode(Nudge(type="feeds", feeds=("catalogue",))).decode())
        await line.send("this is of a later version")
        await line.send(msgspec.json.encode({"type": "message", "text": "Ring me", "ack": "m1", "new": 1}).decode())
        confirmed.append(msgspec.json.decode(await line.recv()))

    async with talking(talk) as url:
        heard, _ = await gather(url)
    assert [nudge.type for nudge in heard] == ["open", "feeds", "message"]
    assert heard[1] == Nudge(type="feeds", feeds=("catalogue",))
    assert heard[2].text == "Ring me"
    assert confirmed == [{"type": "ack", "ack": "m1", "msgId": "m1"}]


async def test_a_message_that_was_not_kept_is_not_confirmed() -> None:
    answers: list[str | bytes] = []

    async def talk(line: ServerConnection) -> None:
        await line.send('{"type": "message", "text": "Ring me", "ack": "m1", "author": "Vera", "audience": "till"}')
        with suppress(ConnectionClosed):
            answers.append(await line.recv())

    async with talking(talk) as url:
        async with aclosing(open_live(url, verified_context(None), "t", Standing())) as all_heard:
            assert await anext(all_heard) == Nudge(type="open")
            message = await anext(all_heard)
            assert isinstance(message, LiveMessage)
            assert (message.text, message.author) == ("Ring me", "Vera")
    assert not answers


async def test_who_stands_here_is_told_after_each_status_and_each_change() -> None:
    standing, told = Standing(), list[dict[str, str]]()

    async def talk(line: ServerConnection) -> None:
        for status in ("pending", "active"):
            await line.send(msgspec.json.encode(Nudge(type="status", status=status)).decode())
            told.append(msgspec.json.decode(await line.recv()))
        standing.change("p1")
        standing.change("p2")
        told.append(msgspec.json.decode(await line.recv()))

    async with talking(talk) as url:
        await gather(url, standing=standing)
    assert told == [{"type": "signed_in", "person": person} for person in ("", "", "p2")]


async def test_a_line_that_ends_with_its_token_is_expired() -> None:
    async def talk(line: ServerConnection) -> None:
        await line.close(CLOSE_UNPROVEN, "Authentication required")

    async with talking(talk) as url:
        assert isinstance((await gather(url))[1], Expired)


@pytest.mark.parametrize(("code", "kind"), [(401, Expired), (403, Denied), (404, Offline), (503, Offline)])
async def test_a_refused_handshake_is_an_outcome(code: int, kind: type[Trouble]) -> None:
    async def talk(line: ServerConnection) -> None:
        """Never reached."""

    async with talking(talk, refuse=code) as url:
        heard, trouble = await gather(url)
    assert not heard
    assert type(trouble) is kind


async def test_a_line_that_drops_is_offline() -> None:
    async def talk(line: ServerConnection) -> None:
        line.transport.abort()

    async with talking(talk) as url:
        heard, trouble = await gather(url)
    assert [nudge.type for nudge in heard] == ["open"]
    assert trouble.cause == "offline.server"


async def test_a_flood_is_cut_off() -> None:
    async def talk(line: ServerConnection) -> None:
        await line.send("x" * 1_000_000)
        await line.wait_closed()

    async with talking(talk) as url:
        heard, trouble = await gather(url)
    assert [nudge.type for nudge in heard] == ["open"]
    assert isinstance(trouble, Offline)


async def test_the_channel_is_verified_like_everything_else(tmp_path: Path) -> None:
    certificates = make_certificates(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificates.server, certificates.key)

    async def talk(line: ServerConnection) -> None:
        """Say nothing."""

    async with talking(talk, tls) as url:
        assert (await gather(url))[1].cause == "offline.certificate"
        assert [nudge.type for nudge in (await gather(url, certificates.ca))[0]] == ["open"]


async def test_nobody_listens(free_port: int) -> None:
    assert (await gather(f"http://127.0.0.1:{free_port}"))[1].cause == "offline.server"


async def test_leaving_closes_the_line() -> None:
    left = asyncio.Event()

    async def talk(line: ServerConnection) -> None:
        await line.wait_closed()
        left.set()

    async with talking(talk) as url:
        async with aclosing(open_live(url, verified_context(None), "t", Standing())) as nudges:
            assert (await anext(nudges)).type == "open"
        await asyncio.wait_for(left.wait(), 5)
