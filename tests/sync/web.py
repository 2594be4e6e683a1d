"""A small real HTTP server whose answers the test writes down beforehand."""

import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import uvicorn

from tests.sync.certificates import Certificates

JSON = "application/json"
Scope = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """An answer; `stall` sends the head and then nothing until the client gives up."""

    code: int = 200
    body: bytes = b"{}"
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    stall: bool = False


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


def json_reply(body: object, code: int = 200) -> Reply:
    return Reply(code, msgspec.json.encode(body))


class Web:
    """An ASGI program: the next reply of the path, the last one for ever after."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.url = ""
        nonce = {"nonce": "n", "expires_in": 60}
        tokens = {"access": "a1", "refresh": "r1", "expires_in": 900}
        self.on("GET /ECK/API/AUTH/DEVICE", json_reply(nonce))
        self.on("POST /ECK/API/AUTH/DEVICE", json_reply(tokens))

    def on(self, route: str, *replies: Reply) -> None:
        """Answer `METHOD /path` with these, one after the other."""
        self.replies[route] = list(replies)

    def seen(self, route: str) -> list[Asked]:
        return [each for each in self.asked if f"{each.method} {each.path}" == route]

    async def __call__(
        self, scope: Scope, receive: Callable[[], Awaitable[Scope]], send: Callable[[Scope], Awaitable[None]]
    ) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        self.asked.append(Asked(scope["method"], scope["path"], scope["query_string"].decode(), headers, body))
        waiting = self.replies.get(f"{scope['method']} {scope['path']}", [Reply(404, b'{"error":"not found"}')])
        reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        sent = {"content-type": reply.kind} | reply.headers
        pairs = [(name.encode(), value.encode()) for name, value in sent.items()]
        await send({"type": "http.response.start", "status": reply.code, "headers": pairs})
        await send({"type": "http.response.body", "body": reply.body, "more_body": reply.stall})
        if reply.stall:
            await receive()  # comes when the client has gone


@contextmanager
def serving(web: Web, certificates: Certificates | None = None) -> Iterator[Web]:
    """Serve on a free loopback port in a thread of its own."""
    tls: dict[str, Any] = {}
    if certificates is not None:
        tls = {"ssl_certfile": str(certificates.server), "ssl_keyfile": str(certificates.key)}
    server = uvicorn.Server(uvicorn.Config(web, lifespan="off", ws="none", log_config=None, **tls))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        web.url = f"{'https' if certificates else 'http'}://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield web
        finally:
            server.should_exit = True
            thread.join()
