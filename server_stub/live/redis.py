"""As much of Redis as carrying announcements takes: PUBLISH and SUBSCRIBE over RESP2 (redis.io/docs, protocol spec).

Addresses are `redis://[user:password@]host[:port]`, `rediss://` for TLS and `unix:///path`.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

CONNECT_WITHIN_S = 5.0
QUIET_S = 15.0
"""A subscription that heard nothing for so long asks whether the server is still there."""
_LARGEST = 1 << 20

Reply = bytes | int | None | list["Reply"]


class RedisTrouble(OSError):
    """Redis said no, or something that is not its protocol."""


@dataclass(frozen=True, slots=True)
class Redis:
    """One open connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, *words: str) -> Reply:
        """Send a command and give its reply. Raises OSError, TimeoutError."""
        await self._send(*words)
        return await asyncio.wait_for(_read(self.reader), CONNECT_WITHIN_S)

    async def publish(self, channel: str, news: str) -> None:
        """Tell the subscribers of a channel."""
        await self.ask("PUBLISH", channel, news)

    async def subscribe(self, channel: str) -> AsyncIterator[str]:
        """Give the news of a channel for as long as the connection lives; first an empty one, when it stands."""
        await self.ask("SUBSCRIBE", channel)
        yield ""
        while True:
            match await self._next():
                case [b"message", _, bytes(news)]:
                    yield news.decode()

    async def _next(self) -> Reply:
        try:
            return await asyncio.wait_for(_read(self.reader), QUIET_S)
        except TimeoutError:
            await self._send("PING")
            return await asyncio.wait_for(_read(self.reader), CONNECT_WITHIN_S)

    async def _send(self, *words: str) -> None:
        parts = [f"*{len(words)}\r\n".encode()]
        for word in words:
            encoded = word.encode()
            parts.append(b"$%d\r\n%s\r\n" % (len(encoded), encoded))
        self.writer.write(b"".join(parts))
        await self.writer.drain()


@asynccontextmanager
async def open_redis(url: str) -> AsyncIterator[Redis]:
    """Connect and sign in. Raises OSError, TimeoutError."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        opening = asyncio.open_unix_connection(parts.path)
    else:
        tls = ssl.create_default_context() if parts.scheme == "rediss" else None
        opening = asyncio.open_connection(parts.hostname or "127.0.0.1", parts.port or 6379, ssl=tls)
    reader, writer = await asyncio.wait_for(opening, CONNECT_WITHIN_S)
    try:
        redis = Redis(reader, writer)
        if parts.password:
            await redis.ask("AUTH", *filter(None, (unquote(parts.username or ""), unquote(parts.password))))
        yield redis
    finally:
        writer.close()


async def _read(reader: asyncio.StreamReader) -> Reply:
    """Read one value of the protocol."""
    head = await reader.readline()
    if not head.endswith(b"\r\n"):
        raise ConnectionResetError("Redis closed the connection")
    kind, rest = head[:1], head[1:-2]
    match kind:
        case b"+":
            return rest
        case b":":
            return int(rest)
        case b"$":
            size = int(rest)
            if size > _LARGEST:
                raise RedisTrouble(f"a value of {size} bytes")
            return None if size < 0 else (await reader.readexactly(size + 2))[:-2]
        case b"*":
            return [await _read(reader) for _ in range(int(rest))]
    raise RedisTrouble(rest.decode(errors="replace"))
