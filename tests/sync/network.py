"""The network between a terminal and the model of the centre: it loses, doubles, delays, cuts and lies."""

import asyncio
import random
import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass

import httpx
import msgspec
import zstandard

from sync.live import Standing
from sync.trouble import Expired, Offline
from sync.wire.messages import CHAINS, ENTRIES, PUSH, Batch, Nudge
from tests.sync.model_centre import HttpError, ModelCentre

TIMEOUT_S = 30.0
JSON = {"content-type": "application/json"}
PACKED = {"content-type": "application/msgpack", "content-encoding": "zstd"}


@dataclass
class Weather:
    """What the network does at the moment; `loss` is the chance of each kind of accident per request."""

    down: bool = False
    captive: bool = False
    throttled: bool = False
    loss: float = 0.0


@dataclass(frozen=True)
class Sent:
    """An answer as it leaves the centre."""

    code: int
    headers: dict[str, str]
    content: bytes


class SimulatedNetwork(httpx.AsyncBaseTransport):
    """Carries requests to the model in virtual time; accidents are drawn from the seeded source."""

    def __init__(self, centre: ModelCentre, rng: random.Random, device: str) -> None:
        self.centre = centre
        self.device = device
        self.rng = rng
        self.weather = Weather()
        self.patience = ""
        self.late: set[asyncio.Task[None]] = set()
        self.moved = asyncio.Event()
        self.requests = 0
        self.pushes = 0
        self.most_pushes = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry a request; `most_pushes` is how many were under way at once so far."""
        is_push = request.url.path == PUSH
        self.pushes += is_push
        self.most_pushes = max(self.most_pushes, self.pushes)
        try:
            return await self._carry(request)
        finally:
            self.pushes -= is_push

    async def _carry(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        body = await request.aread()
        if self.weather.down:
            await self._unreachable(request)
        await asyncio.sleep(self.rng.uniform(0.005, 0.2))
        if self.weather.captive:
            return httpx.Response(200, headers={"content-type": "text/html"}, stream=_Body(b"<h1>Hello</h1>", None))
        if self._happens():
            await self._unreachable(request)
        if self._happens():
            self._deliver_late(request, body)
        if self._happens():
            self._answer(request, body)
        answer = self._answer(request, body)
        if self._happens():
            await asyncio.sleep(TIMEOUT_S)
            raise httpx.ReadTimeout("the answer was lost", request=request)
        await asyncio.sleep(self.rng.uniform(0.005, 0.2) if not self._happens() else self.rng.uniform(1, 25))
        cut = self.rng.randrange(len(answer.content) + 1) if self._happens() else None
        return httpx.Response(answer.code, headers=answer.headers, stream=_Body(answer.content, cut))

    async def connect(
        self, url: str, tls: ssl.SSLContext, token: str, standing: Standing
    ) -> AsyncGenerator[Nudge, None]:
        """The live channel: nudges when something was published, until the line drops."""
        await asyncio.sleep(self.rng.uniform(0.01, 0.3))
        if self.weather.down or self.weather.captive:
            raise Offline("server", "simulated")
        if token not in self.centre.access:
            raise Expired("simulated")
        yield Nudge(type="open")
        while not self._happens():
            await self.moved.wait()
            await asyncio.sleep(self.rng.uniform(0.01, 1.0))
            if self.weather.down:
                break
            yield Nudge(type="feeds")
        raise Offline("server", "the line dropped")

    def announce(self) -> None:
        """Something was published."""
        self.moved.set()
        self.moved.clear()

    def _happens(self) -> bool:
        return self.rng.random() < self.weather.loss

    async def _unreachable(self, request: httpx.Request) -> None:
        if self.rng.random() < 0.5:
            await asyncio.sleep(10)
            raise httpx.ConnectTimeout("no way", request=request)
        await asyncio.sleep(0.01)
        raise httpx.ConnectError("no way", request=request)

    def _deliver_late(self, request: httpx.Request, body: bytes) -> None:
        """A copy of the request wanders about and arrives after later ones."""

        async def arrive() -> None:
            await asyncio.sleep(self.rng.uniform(0.1, 90))
            self._answer(request, body)

        task = asyncio.ensure_future(arrive())
        self.late.add(task)
        task.add_done_callback(self.late.discard)

    def _answer(self, request: httpx.Request, body: bytes) -> Sent:
        try:
            if self.weather.throttled and self.rng.random() < 0.7:
                raise HttpError(self.rng.choice((429, 503)), "busy", retry_after=self.rng.choice(("", "7", "90")))
            if self.patience:
                raise HttpError(503, "busy", retry_after=self.patience)
            return self._route(request, body)
        except HttpError as error:
            return Sent(error.code, JSON | error.headers, error.body)

    def _route(self, request: httpx.Request, body: bytes) -> Sent:
        centre, path, params = self.centre, request.url.path, request.url.params
        if path == "/ECK/API/AUTH/DEVICE":
            if request.method == "GET":
                return _json(centre.challenge(params["deviceId"]))
            proof = msgspec.json.decode(body)
            return _json(centre.prove(proof["deviceId"], proof["nonce"], proof["signature"]))
        if path == "/ECK/API/AUTH/REFRESH":
            return _json(centre.refresh(msgspec.json.decode(body)["refresh"]))
        if request.headers.get("authorization", "").removeprefix("Bearer ") not in centre.access:
            raise HttpError(401, "token expired")
        if path == "/ECK/API/SYNC/JOURNAL":
            plain = zstandard.ZstdDecompressor().decompress(body, max_output_size=1 << 24)
            return _json(centre.push(self.device, msgspec.msgpack.decode(plain, type=Batch)))
        if path == "/ECK/API/SYNC/JOURNAL/HEAD":
            return _json(centre.head(params["incarnation"]))
        if path == CHAINS:
            return _json(centre.chains(self.device))
        if path == ENTRIES:
            hashed = bytes.fromhex(params["hash"])
            found = centre.recall(params["incarnation"], int(params["after"]), hashed, int(params["limit"]))
            return Sent(200, PACKED, zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(found)))
        if centre.status != "active":
            raise HttpError(403, "not now", status=centre.status)
        if path == "/ECK/API/SYNC/FEEDS":
            return _json(centre.feeds())
        if path.startswith("/ECK/API/SYNC/FEEDS/"):
            feed = path.removeprefix("/ECK/API/SYNC/FEEDS/")
            page = centre.page(feed, int(params["position"]), params["token"], int(params["limit"]))
            return Sent(200, PACKED, zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(page)))
        if path == "/ECK/API/SYNC/SNAPSHOT":
            return _json(centre.manifest())
        return self._file(request, path.rpartition("/")[2])

    def _file(self, request: httpx.Request, hashed: str) -> Sent:
        data = self.centre.files.get(hashed)
        if data is None:
            raise HttpError(404, "no such snapshot")
        start = int(request.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        headers = {"content-type": "application/octet-stream"}
        if start and self.rng.random() < 0.8:
            return Sent(206, headers, data[start:])
        return Sent(200, headers, data)


class _Body(httpx.AsyncByteStream):
    """A body on its way; when it is `cut`, that many bytes arrive before the line breaks."""

    def __init__(self, content: bytes, cut: int | None) -> None:
        self.content = content
        self.cut = cut

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.content[: self.cut]
        await asyncio.sleep(0.01)
        if self.cut is not None:
            raise httpx.ReadError("cut")


def _json(body: object) -> Sent:
    return Sent(200, JSON, msgspec.json.encode(body))
