"""One endpoint: what it asks and answers is written once; its handler and its description come from that."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeVar
from urllib.parse import unquote

import msgspec
from litestar import Request, Response
from litestar.di import NamedDependency
from msgspec import Struct

from server_stub.api import idempotency
from server_stub.api.paging import Listing, Paged, Row, read_page
from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.callers import AnyCaller, require_shop, shop_filter
from server_stub.terminals.registration import parse_uuid

PREFIX = "/ECK/API/V1"
_WITHIN_MS = "15000"
"""A question that takes longer is one for a smaller range: 503, not a database that works for nobody."""
_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
_WITHIN = "SELECT set_config('statement_timeout', %s, true)"

AnyRequest = Request[Any, Any, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One request in hand: a connection in a transaction, who asks, and the ids of the path."""

    conn: Connection
    context: Context
    caller: AnyCaller
    ids: dict[str, str]
    now: datetime

    def id_of(self, name: str) -> str:
        """Give an id of the path. Raises Denied 404 for one that cannot be."""
        found = parse_uuid(self.ids[name])
        if found is None:
            raise missing()
        return found

    def shop(self, asked: object = None) -> str | None:
        """Give the shop to ask for: the named one, else the caller's own, None for all. Raises Denied 403."""
        if asked is None:
            return shop_filter(self.caller)
        require_shop(self.caller, str(asked))
        return str(asked)

    def sees(self, shop: object) -> bool:
        """Tell whether the caller sees what belongs to this shop."""
        return shop_filter(self.caller) in (None, str(shop))

    async def page(self, listing: Listing, paged: Paged, **values: Any) -> tuple[list[Row], str | None]:
        """Give a page of a list: rows and the cursor of the next."""
        return await read_page(self.conn, self.context.centre.jwt_secret, listing, paged, values)


@dataclass(frozen=True, slots=True)
class File:
    """An answer that is not JSON."""

    content: bytes
    media: str
    name: str


class Conflict(Exception):
    """The thing is not as the caller believes: 409 with the thing as it is."""

    def __init__(self, message: str, present: Struct) -> None:
        super().__init__(message)
        self.message = message
        self.present = present


Work = Callable[[Call, Any], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method of a path: `work` gets the call and what was asked (a struct of query or body, or None).

    `answer` is the type of the JSON answer, None when there is none; `media` are types of files that may come instead.
    `refuses` are statuses beside those that follow from the rest. A GET reads its query, everything else its body.
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    work: Work
    answer: Any
    roles: frozenset[str]
    scope: str
    asks: type[Struct] | None = None
    status: int = 200
    media: tuple[str, ...] = ()
    one_moment: bool = False
    """Its questions are answered from one snapshot of the database."""
    refuses: frozenset[int] = field(default_factory=frozenset)

    def route(self) -> Route:
        """Give the route of the application."""
        names_shop = self.method == "GET" and self.asks is not None and "shop" in self.asks.__struct_fields__
        return Route(
            self.method,
            PREFIX + self.path,
            Access.PERSON,
            _make_handler(self),
            roles=self.roles,
            scope=self.scope,
            shop="shop" if names_shop else "",
        )


def missing() -> Denied:
    """Say that there is no such thing, or none that the caller may see."""
    return Denied(404, "Not found")


def _make_handler(endpoint: Endpoint) -> Callable[..., Awaitable[Response[bytes]]]:
    async def handle(request: AnyRequest, context: NamedDependency[Context]) -> Response[bytes]:
        body = b"" if endpoint.method == "GET" else await request.body()
        asked = _read_asked(endpoint, request, body)
        key = request.headers.get("idempotency-key")
        ids = {name: unquote(str(value)) for name, value in request.path_params.items()}
        try:
            async with context.pool.connection() as conn, conn.transaction():
                call = Call(conn, context, request.user, ids, context.now())
                if endpoint.one_moment:
                    await conn.execute(_ONE_MOMENT)
                await conn.execute(_WITHIN, (_WITHIN_MS,))
                if endpoint.method == "GET" or key is None:
                    return _respond(endpoint, await endpoint.work(call, asked))
                return await _once(endpoint, call, asked, idempotency.check_key(key), _print(request, body))
        except Conflict as conflict:
            told = {"error": conflict.message, "present": conflict.present}
            return Response(msgspec.json.encode(told), status_code=409, media_type="application/json")

    handle.__doc__ = endpoint.work.__doc__
    return handle


def _print(request: AnyRequest, body: bytes) -> bytes:
    return idempotency.fingerprint(request.method, request.url.path, body)


async def _once(endpoint: Endpoint, call: Call, asked: Any, key: str, request: bytes) -> Response[bytes]:
    kept = await idempotency.begin(call.conn, call.caller, key, request, call.now)
    if kept is not None:
        status, content = kept
        headers = {"Idempotency-Replayed": "true"}
        return Response(content, status_code=status, headers=headers, media_type="application/json")
    answer = await endpoint.work(call, asked)
    response = _respond(endpoint, answer)
    about = getattr(answer, "id", None)
    await idempotency.keep(call.conn, call.caller, key, endpoint.status, response.content, about)
    return response


def _respond(endpoint: Endpoint, answer: Any) -> Response[bytes]:
    if isinstance(answer, File):
        headers = {"Content-Disposition": f'attachment; filename="{answer.name}"'}
        return Response(answer.content, media_type=answer.media, headers=headers)
    return Response(msgspec.json.encode(answer), status_code=endpoint.status, media_type="application/json")


def _read_asked(endpoint: Endpoint, request: AnyRequest, body: bytes) -> Any:
    if endpoint.method != "GET":
        return None if endpoint.asks is None else _decode(body, endpoint.asks)
    pairs = list(request.query_params.multi_items())
    if any("\0" in name or "\0" in value for name, value in pairs):
        raise Denied(400, "A parameter holds a NUL")
    if len(dict(pairs)) < len(pairs):
        raise Denied(400, "A parameter is given twice")
    if endpoint.asks is None:
        if pairs:
            raise Denied(400, "There are no parameters here")
        return None
    try:
        asked = msgspec.convert(dict(pairs), endpoint.asks, strict=False)
    except msgspec.ValidationError as error:
        raise Denied(400, f"Query: {error}") from error
    for part in msgspec.structs.fields(endpoint.asks):
        if part.encode_name in dict(pairs) and getattr(asked, part.name) is None:  # msgspec takes the word null for it
            raise Denied(400, f"Query: {part.encode_name} is null; leave it out instead")
        if isinstance(getattr(asked, part.name), datetime) and ":" not in dict(pairs).get(part.encode_name, ":"):
            raise Denied(400, f"Query: {part.encode_name} is not RFC 3339")  # msgspec takes a number for seconds
    return asked


def _decode(body: bytes, kind: type[T]) -> T:
    try:
        asked = msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Denied(400, f"Body: {error}") from error
    if b"u0000" in body and _holds_nul(msgspec.to_builtins(asked)):
        raise Denied(400, "Body: a text holds a NUL")
    return asked


def _holds_nul(value: Any) -> bool:
    """Whether a text anywhere in it has a NUL, which PostgreSQL keeps nowhere."""
    match value:
        case str():
            return "\0" in value
        case dict():
            return any(_holds_nul(part) for pair in value.items() for part in pair)
        case list():
            return any(_holds_nul(part) for part in value)
    return False
