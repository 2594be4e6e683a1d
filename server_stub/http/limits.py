"""Keep one caller from starving the others: token buckets by key, and a ceiling on requests in hand."""

import json
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from litestar.exceptions import TooManyRequestsException

from server_stub.http.paths import App, Receive, Scope, Send

BODY_LIMIT = 1 << 20
PUSH_LIMIT = 8 << 20
UNPACKED_LIMIT = 32 << 20
"""Bytes: of any body, of a journal push as sent, and of a push after decompression."""

IN_HAND_LIMIT = 256
_MAX_KEYS = 20_000


class Rate:
    """A token bucket per key: `burst` at once, then `per_s` a second. Forgets the keys unused for longest."""

    def __init__(self, per_s: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s = per_s
        self._burst = float(burst)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Take a token: 0 when there was one, else the whole seconds after which there will be."""
        now = self._clock()
        tokens, since = self._buckets.pop(key, (self._burst, now))
        tokens = min(self._burst, tokens + (now - since) * self._per_s)
        wait_s = 0 if tokens >= 1 else math.ceil((1 - tokens) / self._per_s)
        self._buckets[key] = (tokens if wait_s else tokens - 1, now)
        if len(self._buckets) > _MAX_KEYS:
            self._buckets.popitem(last=False)
        return wait_s


def take_login(rate: Rate, login: str) -> None:
    """Count a sign-in of a login, from wherever it comes. Raises TooManyRequestsException."""
    wait_s = rate.take(f"login:{login[:200].casefold()}")
    if wait_s:
        raise TooManyRequestsException("Too many requests", headers={"Retry-After": str(wait_s)})


def caller_address(scope: Mapping[str, object]) -> str:
    """Name the caller by network address, as the proxy in front tells it or as the socket has it."""
    client = scope.get("client")
    return str(client[0]) if isinstance(client, list | tuple) and client else "local"


def limit_requests(app: App, rate: Rate, in_hand_limit: int = IN_HAND_LIMIT) -> App:
    """Wrap an ASGI application: 429 beyond the rate of one address, 503 when too much is in hand already.

    Comes before authentication, so that a flood without a token meets a limit too.
    """
    in_hand = 0

    async def limiting(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal in_hand
        if scope["type"] == "lifespan":
            return await app(scope, receive, send)
        wait_s = rate.take(caller_address(scope))
        if wait_s:
            return await _refuse(scope, send, 429, "Too many requests", wait_s)
        if scope["type"] == "http" and in_hand >= in_hand_limit:
            return await _refuse(scope, send, 503, "The centre is busy", 2)
        weight = scope["type"] == "http"
        in_hand += weight
        try:
            return await app(scope, receive, send)
        finally:
            in_hand -= weight

    return limiting


async def _refuse(scope: Scope, send: Send, status: int, message: str, retry_after_s: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1013, "reason": message})
        return
    body = json.dumps({"error": message, "retry_after": retry_after_s}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"retry-after", str(retry_after_s).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
