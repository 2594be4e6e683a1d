"""Servers behind the proxy as they really are: sockets that count who connects, and say what a test tells them."""

import asyncio
import base64
import hashlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server_stub.instances.approval import PROOF_PATH, proof_message
from tests.server_http.conftest import RunningCentre

PROXY = "/ECK/PROXY"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC_KEY = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for known, value in self.headers if known.lower() == name.lower()), None)


Say = Callable[[Seen], Awaitable[bytes]]


def response(body: bytes = b"ok", status: str = "200 OK", **headers: str) -> bytes:
    """Write an answer."""
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{named}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def say_ok(_seen: Seen) -> bytes:
    return response()


@dataclass
class Listener:
    """A port that counts connections and answers each request."""

    say: Say = say_ok
    port: int = 0
    connections: int = 0
    requests: list[Seen] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            seen = await _read(reader)
            self.requests.append(seen)
            writer.write(await self.say(seen))
            await writer.drain()
        writer.close()


async def _read(reader: asyncio.StreamReader) -> Seen:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")[:-2]
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    method, target, _ = first.split(" ")
    return Seen(method, target, headers, await reader.readexactly(length))


@asynccontextmanager
async def listening(
    say: Say = say_ok, hosts: Sequence[str] = ("127.0.0.1",), port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Listener]:
    """Listen on one port of some addresses of this machine."""
    listener = Listener(say, port)
    servers = []
    for host in hosts:
        servers.append(await asyncio.start_server(listener.serve, host, listener.port, ssl=tls))
        listener.port = servers[0].sockets[0].getsockname()[1]
    yield listener
    for server in servers:
        server.close()
        await server.wait_closed()


def add_instance(
    centre: RunningCentre,
    public_url: str | None,
    *,
    lan: str | None = "127.0.0.1",
    status: str = "active",
    shop: str | None = None,
    proved: bool = True,
) -> str:
    """Put an instance into the register as an admin's approval leaves it."""
    instance_id, now = str(uuid4()), centre.clock.now()
    centre.ask(
        """INSERT INTO instance (id, name, status, shop_id, public_key, public_url, lan_address, proved_at, asked_url,
             local_ips, port, traceroute, detected_ip, last_seen, created_at, updated_at)
           VALUES (%s, 'Instance', %s, %s, %s, %s, %s, %s, '', '{}', 3100, '', '', %s, %s, %s)""",
        instance_id, status, shop, PUBLIC_KEY, public_url, lan, now if proved else None, now, now, now,
    )  # fmt: skip
    return instance_id


def proxy_key(centre: RunningCentre, shop: str | None = None, scope: str = "proxy") -> dict[str, str]:
    """Give the headers of a program that may use the proxy."""
    key = f"eck_{uuid4().hex[:8]}_{uuid4().hex}"
    centre.ask(
        """INSERT INTO api_key (id, name, prefix, hash, scopes, shop_id, created_at)
           VALUES (%s, 'a scanner', %s, %s, %s, %s, %s)""",
        str(uuid4()), key[:12], hashlib.sha256(key.encode()).digest(), [scope], shop, centre.clock.now(),
    )  # fmt: skip
    return {"X-API-Key": key}


async def call(
    http: httpx.AsyncClient, headers: dict[str, str], method: str = "GET", rest: bytes = b"", **more: object
) -> httpx.Response:
    """Send a request to the proxy with exactly this path and query."""
    target = {"target": PROXY.encode() + rest}
    return await http.request(method, PROXY, headers=headers, extensions=target, **more)  # type: ignore[arg-type]


@dataclass
class HonestInstance:
    """Answers the centre's challenge with a key, for an id and an address."""

    instance_id: str
    url: str = ""
    key: Ed25519PrivateKey = KEY

    async def say(self, seen: Seen) -> bytes:
        """Prove what it is asked to prove; anything else is answered with ok."""
        asked = urlsplit(seen.target)
        if asked.path != PROOF_PATH:
            return response()
        message = proof_message(self.instance_id, self.url, parse_qs(asked.query)["challenge"][0])
        signature = base64.b64encode(self.key.sign(message)).decode()
        return response(f'{{"instanceId":"{self.instance_id}","signature":"{signature}"}}'.encode())
