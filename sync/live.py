"""The live channel: a WebSocket over which the centre says that there is something to pull; nothing depends on it."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from typing import Literal

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from sync.channel import is_here
from sync.edge import translate
from sync.trouble import Denied, Expired, Offline, Trouble
from sync.wire.live import BUNDLE_REQUEST, CLOSE_UNPROVEN, MESSAGE, Ack, LiveMessage, SignedIn
from sync.wire.messages import LIVE, Nudge

MESSAGE_LIMIT = 256 * 1024
OPEN_S = 15.0

Heard = Nudge | LiveMessage


class Standing:
    """Who stands at the terminal, by the id of a person; the line says it after each status and when it changes."""

    def __init__(self) -> None:
        self._person = ""
        self._due = asyncio.Event()

    def change(self, person: str) -> None:
        """Somebody else stands there now; empty for nobody."""
        if person != self._person:
            self._person = person
            self._due.set()

    def repeat(self) -> None:
        """The centre has to be told again."""
        self._due.set()

    async def next(self) -> str:
        """Wait until there is something to say and give the person."""
        await self._due.wait()
        self._due.clear()
        return self._person


Connect = Callable[[str, ssl.SSLContext, str, Standing], AsyncGenerator[Heard, None]]
"""Server address, TLS context, bearer token and who stands here to what is heard; first comes `Nudge(type="open")`."""


async def open_live(
    server_url: str, tls: ssl.SSLContext, token: str, standing: Standing
) -> AsyncGenerator[Heard, None]:
    """Connect, say that it stands, then give everything that is heard. Raises Trouble, Expired with the token's end.

    What wants to be confirmed is confirmed when the next one is asked for: by then the caller has kept it.
    """
    address = "ws" + server_url.removeprefix("http").rstrip("/") + LIVE
    context = tls if address.startswith("wss:") else None
    proxy: Literal[True] | None = None if is_here(httpx.URL(server_url)) else True
    headers = {"Authorization": f"Bearer {token}"}
    try:
        async with connect(
            address,
            ssl=context,
            proxy=proxy,
            additional_headers=headers,
            open_timeout=OPEN_S,
            max_size=MESSAGE_LIMIT,
        ) as line:
            yield Nudge(type="open")
            async with _telling(line, standing), aclosing(_hear(line, standing)) as all_heard:
                async for heard in all_heard:
                    yield heard
    except ConnectionClosed as error:
        if error.rcvd is not None and error.rcvd.code == CLOSE_UNPROVEN:
            raise Expired("live channel") from error
        raise Offline("server", f"live channel: {error}") from error
    except (OSError, WebSocketException) as error:
        raise _trouble(error) from error


async def _hear(line: ClientConnection, standing: Standing) -> AsyncGenerator[Heard, None]:
    async for message in line:
        try:
            heard = _read(message)
        except msgspec.DecodeError:
            continue  # a message of a later version; correctness never hangs on one
        if isinstance(heard, Nudge) and heard.status:
            standing.repeat()
        yield heard
        if heard.ack:
            await line.send(msgspec.json.encode(Ack(ack=heard.ack, msg_id=heard.ack)).decode())


def _read(message: str | bytes) -> Heard:
    nudge = msgspec.json.decode(message, type=Nudge)
    if nudge.ack and nudge.type in (MESSAGE, BUNDLE_REQUEST):
        return msgspec.json.decode(message, type=LiveMessage)
    return nudge


@asynccontextmanager
async def _telling(line: ClientConnection, standing: Standing) -> AsyncIterator[None]:
    """Tell who stands here while the line is open."""

    async def tell() -> None:
        with suppress(ConnectionClosed):  # who hears the line meets it too
            while True:
                person = await standing.next()
                await line.send(msgspec.json.encode(SignedIn(person=person)).decode())

    task = asyncio.create_task(tell())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, InvalidStatus):
        code = error.response.status_code
        if code == 401:
            return Expired("live channel")
        if code == 403:
            return Denied("unknown", "live channel")
        return Offline("server", f"live channel answered {code}")
    return translate(error)
