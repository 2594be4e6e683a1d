"""One request to another server: its name is resolved once, every answer is checked, and the connection goes there.

The name is never looked up a second time (DNS rebinding), no redirect is followed, no connection is kept: the next
request of another caller must not find one that was opened for a different name.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

import httpx

from server_stub.proxy.addresses import Address, admit_addresses, read_address
from server_stub.proxy.url import Url

CONNECT_S = 3.0
TOTAL_S = 15.0
ANSWER_LIMIT = 5 << 20
"""Bytes of an answer as it travels; it is passed on packed as it came."""

Headers = list[tuple[bytes, bytes]]
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses of a name; the second argument is the port. Raises OSError when there are none."""


class Forbidden(Exception):
    """The server's name leads to an address that the centre may not reach; nothing was sent."""


class Unreachable(Exception):
    """The server is down, too slow, or answers what cannot be passed on; the text says which, for people."""


async def resolve_name(host: str, port: int) -> list[str]:
    """Ask the system's resolver."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(answer[4][0]) for answer in found]


@cache
def _usual_tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Network:
    """How to reach other servers; `total_s` is the time for everything from the look-up to the answer's last byte."""

    resolve: Resolve = resolve_name
    tls: Callable[[], ssl.SSLContext] = _usual_tls
    connect_s: float = CONNECT_S
    total_s: float = TOTAL_S


@dataclass(frozen=True, slots=True)
class Target:
    """A server and, when it lies in the own network, the only address that may be reached for it."""

    url: Url
    lan_address: str | None


@dataclass(frozen=True, slots=True)
class Ask:
    """What to send: `rest` follows the path of the target's address, with its query, exactly as it goes out."""

    method: str
    rest: bytes = b""
    headers: Headers = field(default_factory=list)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `body` is as it travelled, still packed when a header says so."""

    status: int
    headers: Headers
    body: bytes


async def fetch(network: Network, target: Target, ask: Ask) -> Answer:
    """Send one request to an approved server. Raises Forbidden (nothing was sent) or Unreachable."""
    try:
        async with asyncio.timeout(network.total_s):
            addresses = await _find_addresses(network, target)
            return await _ask_first(network, target.url, addresses, ask)
    except TimeoutError as error:
        raise Unreachable("It did not answer in time") from error
    except (httpx.TransportError, OSError) as error:
        raise Unreachable(f"It could not be reached ({type(error).__name__})") from error


async def _find_addresses(network: Network, target: Target) -> tuple[Address, ...]:
    host = target.url.host
    answers = [host] if read_address(host) else await network.resolve(host, target.url.port)
    addresses = admit_addresses(answers, target.lan_address)
    if not addresses or (not target.lan_address and any(map(_is_own, addresses))):
        raise Forbidden(host)
    return addresses


def _is_own(address: Address) -> bool:
    """Tell whether an address is this machine's: then the system would call from that very address. Sends nothing."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect((str(address), 9))
        return read_address(str(probe.getsockname()[0])) == address
    return False


async def _ask_first(network: Network, url: Url, addresses: Sequence[Address], ask: Ask) -> Answer:
    """Ask the first address that takes a connection."""
    transport = httpx.AsyncHTTPTransport(verify=network.tls(), trust_env=False, limits=httpx.Limits(max_connections=1))
    async with transport:
        for address in addresses[:-1]:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await _ask(transport, network, url, address, ask)
        return await _ask(transport, network, url, addresses[-1], ask)


async def _ask(transport: httpx.AsyncHTTPTransport, network: Network, url: Url, address: Address, ask: Ask) -> Answer:
    host = f"[{address}]" if address.version == 6 else str(address)
    waits = {"connect": network.connect_s, "read": None, "write": None, "pool": network.connect_s}
    request = httpx.Request(
        ask.method,
        f"{url.scheme}://{host}:{url.port}/",
        headers=[(b"Host", url.authority.encode()), (b"Connection", b"close"), *ask.headers],
        content=ask.body,
        extensions={"timeout": waits, "sni_hostname": url.host, "target": _target(url, ask)},
    )
    response = await transport.handle_async_request(request)
    try:
        return await _read(response)
    finally:
        await response.aclose()


def _target(url: Url, ask: Ask) -> bytes:
    whole = url.path.encode() + ask.rest
    return whole if whole.startswith(b"/") else b"/" + whole


async def _read(response: httpx.Response) -> Answer:
    if response.status_code < 200 or (300 <= response.status_code < 400 and response.status_code != 304):
        raise Unreachable("It answers with a redirect, which is not followed")
    parts, size = [], 0
    async for part in response.stream:  # type: ignore[union-attr]
        parts.append(part)
        size += len(part)
        if size > ANSWER_LIMIT:
            raise Unreachable("Its answer is too large")
    return Answer(response.status_code, list(response.headers.raw), b"".join(parts))
