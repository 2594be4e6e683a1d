"""A crowd of terminals on the wire: real keys, real chains, real sockets; sealed beforehand, so they cost little."""

import asyncio
import contextlib
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import perf_counter
from urllib.parse import urlsplit

import msgspec

from server_stub.database import Pool
from server_stub.identity.tokens import issue_access
from sync.chain import derive_key_id
from sync.wire.messages import MSGPACK, PUSH, PushAnswer
from tests.prove.quantile import quantile
from tests.server.terminal import Ground, Terminal, new_id

TILLS_PER_ADDRESS = 20
"""As in shops: a till does not call from an address of its own, and limits count by address."""
_ANSWER = msgspec.msgpack.Decoder(PushAnswer)


@dataclass
class Tally:
    """What a crowd met: seconds of each push that landed, what was refused and asked again, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    later: int = 0
    errors: list[str] = field(default_factory=list)
    landed: int = 0

    def quantile_ms(self, share: float) -> float:
        """Give the milliseconds that this share of the pushes stayed within."""
        return quantile(self.seconds, share) * 1000

    def __str__(self) -> str:
        told = f"{self.landed} entries in {len(self.seconds)} pushes, p50 {self.quantile_ms(0.5):.0f} ms"
        told += f", p99 {self.quantile_ms(0.99):.0f} ms, {self.later} told to come back, {len(self.errors)} errors"
        return told + (f" ({self.errors[0]})" if self.errors else "")


class Caller:
    """One terminal's connection: kept open, opened again when the centre has closed it."""

    def __init__(self, terminal: Terminal, token: str, address: str, number: int) -> None:
        self.terminal, self._token = terminal, token
        where = urlsplit(address)
        self._host, self._port = where.hostname or "", where.port or 0
        self._from = f"127.1.{number // TILLS_PER_ADDRESS // 250}.{number // TILLS_PER_ADDRESS % 250 + 1}"
        self.sent = 0
        self._in_flight = asyncio.Lock()
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def push(self, count: int, tally: Tally) -> None:
        """Hand in the next entries; told to come back it does, and a connection that is gone is opened again."""
        began = perf_counter()
        async with self._in_flight:
            await self._hand_in(count, began, tally)

    async def _hand_in(self, count: int, began: float, tally: Tally) -> None:
        batch = self.terminal.batch(self.sent + 1, self.sent + count)
        body = msgspec.msgpack.encode(batch)
        for _ in range(100):
            try:
                status, headers, answer = await self._post(body)
            except (ConnectionError, asyncio.IncompleteReadError):
                self.close()
                continue
            if status in (429, 503):
                tally.later += 1
                await asyncio.sleep(float(headers.get(b"retry-after", b"1")) * random.uniform(0.5, 1))
                continue
            if status != 200 or _ANSWER.decode(answer).acked_seq != self.sent + count:
                tally.errors.append(f"{status} {answer[:200]!r}")
                return
            self.sent += count
            tally.landed += count
            tally.seconds.append(perf_counter() - began)
            return
        tally.errors.append("no answer after 100 tries")

    async def _post(self, body: bytes) -> tuple[int, dict[bytes, bytes], bytes]:
        reader, writer = self._streams or await self._connect()
        head = (
            f"POST {PUSH} HTTP/1.1\r\nHost: centre\r\nAuthorization: Bearer {self._token}\r\n"
            f"Content-Type: {MSGPACK}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()
        status, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
        answer = await reader.readexactly(int(headers.get(b"content-length", b"0")))
        return int(status.split()[1]), headers, answer

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self._streams = await asyncio.open_connection(self._host, self._port, local_addr=(self._from, 0))
        return self._streams

    def close(self) -> None:
        """Hang up."""
        if self._streams:
            with contextlib.suppress(OSError):
                self._streams[1].close()
            self._streams = None


async def gather_crowd(pool: Pool, secret: bytes, ground: Ground, address: str, size: int, sales: int) -> list[Caller]:
    """Enrol so many terminals, each with a journal of so many sales that nobody has seen yet."""
    now = datetime.now(UTC)
    callers = []
    product = new_id()
    async with pool.connection() as conn:
        for number in range(size):
            terminal = Terminal(ground)
            await terminal.enrol(conn)
            terminal.open()
            for _ in range(sales):
                terminal.sell(product)
            token = issue_access(secret, terminal.device, derive_key_id(terminal.public_key), now, timedelta(days=1))
            callers.append(Caller(terminal, token, address, number))
            if number % 50 == 0:
                await asyncio.sleep(0)
    return callers
