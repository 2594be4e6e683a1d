"""One verified HTTP channel to the centre: bounded answers, deadlines, every failure translated."""

import asyncio
import email.utils
import os
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import truststore

from sync.edge import check, content_encoding, content_kind, translate
from sync.packing import unpack
from sync.trouble import Broken

ANSWER_LIMIT = 32 * 1024 * 1024
"""Largest answer read into memory, as sent; a page of 5,000 rows has about 1.5 MB."""
ERROR_LIMIT = 64 * 1024
DEADLINE_S = 120.0
"""Longest exchange as a whole: a line that dribbles one byte a second is as good as none."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request; `token` is the bearer token, empty for the open routes."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    token: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer as it came: `kind` json, msgpack or file; `encoding` is not undone yet."""

    kind: str
    encoding: str
    body: bytes


def verified_context(ca_file: Path | None) -> ssl.SSLContext:
    """Trust what this computer and SSL_CERT_FILE trust, and the CA file. Raises OSError when that is no CA file."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    named = os.environ.get("SSL_CERT_FILE", "")
    if sys.platform != "linux" and Path(named).is_file():  # Windows and macOS know no such variable
        context.load_verify_locations(cafile=named)
    if ca_file is not None:
        context.load_verify_locations(cafile=str(ca_file))
    return context


class Channel:
    """Requests to one centre over kept connections; `clock_offset_s` is its clock minus ours at the last answer."""

    def __init__(
        self,
        server_url: str,
        *,
        ca_file: Path | None = None,
        timeout_s: float = 30.0,
        transport: httpx.AsyncBaseTransport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Make the channel; nothing is sent yet. Raises ValueError for an address that cannot be one."""
        self.url = parse_url(server_url)
        self.tls = verified_context(ca_file)
        self.clock_offset_s: float | None = None
        self._now = now
        self._http = httpx.AsyncClient(
            base_url=self.url,
            http2=True,
            verify=self.tls,
            transport=transport,
            trust_env=not is_here(self.url),
            timeout=httpx.Timeout(timeout_s, connect=min(timeout_s, 10.0)),
            headers={"Accept-Encoding": "zstd, gzip", "User-Agent": "eckwms"},
        )

    async def ask(self, request: Ask) -> Answer:
        """Send the request and read the whole answer. Raises Trouble; `Expired` for a token that is not good."""
        try:
            async with asyncio.timeout(DEADLINE_S), self.stream(request) as response:
                body = await _read(response, ANSWER_LIMIT)
        except TimeoutError as error:
            raise translate(error) from error
        return Answer(content_kind(response.headers), content_encoding(response.headers), body)

    @asynccontextmanager
    async def stream(self, request: Ask) -> AsyncIterator[httpx.Response]:
        """Open a good answer whose body the caller reads with `aiter_raw`; trouble in there is translated too."""
        headers = dict(request.headers)
        if request.token:
            headers["Authorization"] = f"Bearer {request.token}"
        try:
            async with self._http.stream(
                request.method, request.path, params=dict(request.params), headers=headers, content=request.body
            ) as response:
                self._note_clock(response.headers.get("date", ""))
                good = response.status_code in (200, 201, 206)
                body = b"" if good else await _read_error(response)
                check(response.status_code, response.headers, body, self._now())
                yield response
        except httpx.HTTPError as error:
            raise translate(error) from error

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def _note_clock(self, date: str) -> None:
        try:
            told = email.utils.parsedate_to_datetime(date)
        except (ValueError, TypeError):
            return
        self.clock_offset_s = (told - self._now()).total_seconds()


def parse_url(text: str) -> httpx.URL:
    """Read a server address. Raises ValueError with a sentence for the person who typed it."""
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL as error:
        raise ValueError(f"'{text}' is not an address: {error}") from error
    if url.scheme not in ("https", "http") or not url.host:
        raise ValueError(f"'{text}' is not an address: it has to begin with https:// or http:// and name a host")
    return url


def is_here(url: httpx.URL) -> bool:
    """Tell whether the centre runs on this computer, where no proxy has a say."""
    return url.host in ("localhost", "::1") or url.host.startswith("127.")


async def _read(response: httpx.Response, limit: int) -> bytes:
    """Read a body as sent. Raises Broken for more than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_raw():
        size += len(part)
        if size > limit:
            raise Broken(f"an answer of more than {limit} bytes")
        parts.append(part)
    return b"".join(parts)


async def _read_error(response: httpx.Response) -> bytes:
    """Read what a failed answer says; whatever cannot be read says nothing."""
    try:
        body = await _read(response, ERROR_LIMIT)
        return unpack(body, content_encoding(response.headers), ERROR_LIMIT)
    except Broken:
        return b""
