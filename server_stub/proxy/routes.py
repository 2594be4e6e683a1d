"""`/ECK/PROXY[/rest]`: a request passed on to an instance that is registered, active and has proved its address.

What the caller names is looked up and never used as an address. Every refusal reads the same, so that nobody learns
here which instances exist; only a registered one that is down is told apart (502).
"""

import json
import re
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import jwt
import structlog
from litestar import Request
from litestar.di import NamedDependency
from litestar.types import ASGIApp, Receive, Scope, Send

from server_stub.audit.log import name_caller
from server_stub.centre import Centre
from server_stub.context import Context
from server_stub.database import DATABASE_AWAY
from server_stub.http.route import Access, Route
from server_stub.identity.callers import AnyCaller, shop_filter
from server_stub.proxy import headers, lookup
from server_stub.proxy.gate import Gate
from server_stub.proxy.lookup import Call, Found
from server_stub.proxy.outgoing import Ask, Forbidden, Headers, Unreachable, fetch

PREFIX = "/ECK/PROXY"
SCOPE = "proxy"
_TARGET_URL = b"x-eckwms-target-url"
_TARGET_INSTANCE = b"x-target-instance"
_TOKEN_LIFE = timedelta(seconds=60)
_log = structlog.get_logger("server_stub.proxy")
_VISIBLE = re.compile(rb"[\x21-\x7e]*")
_CLIMBS = re.compile(rb"(?:^|[/\\]|%2f|%5c)(?:\.|%2e){1,2}(?=$|[/\\]|%2f|%5c)", re.IGNORECASE)
_MISSING = {
    "error": "Missing X-eckWMS-Target-Url header",
    "message": "Name a registered instance by X-Target-Instance, or by its address in X-eckWMS-Target-Url",
    "example": "X-Target-Instance: 9f0c6d1e-0000-4000-8000-000000000001",
}
_FORBIDDEN = {"error": "Forbidden", "message": "This target is not a registered, active instance"}


@dataclass(frozen=True, slots=True)
class Relayed:
    """An answer of exactly these bytes; `reason` is for the record, empty when the instance itself answered."""

    status: int
    headers: Headers
    body: bytes
    reason: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, as an ASGI application."""
        bare = scope["method"] == "HEAD" or self.status in (204, 304)  # type: ignore[typeddict-item]
        length = [] if bare else [(b"content-length", str(len(self.body)).encode())]
        await send({"type": "http.response.start", "status": self.status, "headers": [*self.headers, *length]})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


def _tell(status: int, body: dict[str, str], reason: str) -> Relayed:
    return Relayed(status, [(b"content-type", b"application/json")], json.dumps(body).encode(), reason)


async def forward(
    request: Request[AnyCaller, Any, Any], context: NamedDependency[Context], gate: NamedDependency[Gate]
) -> ASGIApp:
    """Pass a request on and its answer back; writes one line about it whatever happens."""
    who, shop = name_caller(request.user), shop_filter(request.user)
    began = time.perf_counter()
    with gate.enter(who):
        body = await request.body()
        found, answer = await _answer(request, context, gate, body)
    call = Call(
        who=who,
        shop=shop,
        instance_id=found.instance_id if found else None,
        method=request.method,
        path=_rest(request.scope)[0].decode("latin-1"),
        status=answer.status,
        reason=answer.reason,
        request_bytes=len(body),
        answer_bytes=len(answer.body),
        took_ms=round((time.perf_counter() - began) * 1000),
    )
    try:
        async with context.pool.connection() as conn:
            await lookup.note_call(conn, call, context.now())
    except DATABASE_AWAY:  # what has reached the instance must not look as if it had not
        _log.error("a call could not be recorded", who=who, instance=call.instance_id, status=call.status)
    return answer


async def _answer(
    request: Request[AnyCaller, Any, Any], context: Context, gate: Gate, body: bytes
) -> tuple[Found | None, Relayed]:
    raw: Headers = request.scope["headers"]  # type: ignore[assignment]
    urls = [value.decode("latin-1") for name, value in raw if name == _TARGET_URL]
    ids = [value.decode("latin-1") for name, value in raw if name == _TARGET_INSTANCE]
    if not any(urls) and not any(ids):
        return None, _tell(400, _MISSING, "no target named")
    path, query = _rest(request.scope)
    if not _VISIBLE.fullmatch(path + query) or _CLIMBS.search(path):
        return None, _tell(400, {"error": "The path or query is not valid in a request"}, "path")
    if len(urls) > 1 or len(ids) > 1:
        return None, _tell(403, _FORBIDDEN, "several targets named")
    async with context.pool.connection() as conn:
        wanted = ("".join(ids).replace("\0", ""), "".join(urls), shop_filter(request.user))
        found = await lookup.find_target(conn, *wanted)
    if found is None:
        return None, _tell(403, _FORBIDDEN, "no such target")
    ask = Ask(request.method, path + (b"?" + query if query else b""), _to_target(request, context, found), body)
    return found, await _fetch(gate, found, ask)


def _rest(scope: Any) -> tuple[bytes, bytes]:
    """Give what follows the prefix, and the query, as they were sent."""
    raw: bytes = scope["raw_path"].partition(b"?")[0]
    return raw[len(PREFIX) :], scope["query_string"]


def _to_target(request: Request[AnyCaller, Any, Any], context: Context, found: Found) -> Headers:
    token = sign_call(context.centre, found.instance_id, name_caller(request.user), context.now())
    raw: Headers = request.scope["headers"]  # type: ignore[assignment]
    return [*headers.pass_asked(raw), (b"authorization", b"Bearer " + token.encode())]


def sign_call(centre: Centre, instance_id: str, who: str, now: datetime) -> str:
    """Make a token by which the instance knows that the centre passed a call on, for whom, a minute long.

    It is a JWT signed with the centre's own Ed25519 key and says nothing at any other instance.
    """
    claims = {"iss": "eckwms-centre", "aud": instance_id, "sub": who, "iat": now, "exp": now + _TOKEN_LIFE}
    return jwt.encode(claims, centre.key, algorithm="EdDSA")


async def _fetch(gate: Gate, found: Found, ask: Ask) -> Relayed:
    try:
        answer = await fetch(gate.network, found.target, ask)
    except Forbidden:
        return _tell(403, _FORBIDDEN, "address")
    except Unreachable as trouble:
        told = {"error": "Proxy failed", "message": str(trouble), "targetUrl": found.public_url}
        return _tell(502, told, str(trouble))
    return Relayed(answer.status, headers.pass_answered(answer.headers), answer.body)


_METHODS: tuple[Literal["OPTIONS", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], ...] = (
    "OPTIONS",  # first: with any other method the framework adds an OPTIONS of its own
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
)
ROUTES = tuple(
    Route(method, path, Access.CLIENT, forward, scope=SCOPE)
    for method in _METHODS
    for path in (PREFIX, PREFIX + "/{rest:path}")
)
