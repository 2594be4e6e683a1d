"""The live channel: a WebSocket over which the centre says that there is something to pull; nothing depends on it."""

import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Literal

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from sync.channel import is_here
from sync.edge import translate
from sync.trouble import Denied, Expired, Offline, Trouble
from sync.wire.messages import LIVE, Nudge

MESSAGE_LIMIT = 256 * 1024
OPEN_S = 15.0

Connect = Callable[[str, ssl.SSLContext, str], AsyncGenerator[Nudge, None]]
"""Server address, TLS context and bearer token to nudges; the first is `Nudge(type="open")`."""


async def open_live(server_url: str, tls: ssl.SSLContext, token: str) -> AsyncGenerator[Nudge, None]:
    """Connect, say that it stands, then give every nudge, confirming those that want it. Raises Trouble."""
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
            async with aclosing(_nudges(line)) as nudges:
                async for nudge in nudges:
                    yield nudge
    except ConnectionClosed as error:
        raise Offline("server", f"live channel: {error}") from error
    except (OSError, WebSocketException) as error:
        raise _trouble(error) from error


async def _nudges(line: ClientConnection) -> AsyncGenerator[Nudge, None]:
    async for message in line:
        try:
            nudge = msgspec.json.decode(message, type=Nudge)
        except msgspec.DecodeError:
            continue  # a message of a later version; correctness never hangs on one
        if nudge.ack:
            await line.send(msgspec.json.encode({"type": "ack", "ack": nudge.ack, "msgId": nudge.ack}).decode())
        yield nudge


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, InvalidStatus):
        code = error.response.status_code
        if code == 401:
            return Expired("live channel")
        if code == 403:
            return Denied("unknown", "live channel")
        return Offline("server", f"live channel answered {code}")
    return translate(error)
