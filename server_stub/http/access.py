"""Who may call a route, decided in one place, before any handler runs."""

import hmac
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import unquote

from litestar.connection import ASGIConnection
from litestar.exceptions import TooManyRequestsException
from litestar.handlers import BaseRouteHandler

from server_stub.console import sessions
from server_stub.context import Context
from server_stub.database import single_statements
from server_stub.faults import Denied
from server_stub.http.limits import Rate, caller_address
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller, expired
from server_stub.identity.callers import AnyCaller, ApiKey, Instance, Person, require_shop
from server_stub.identity.keys import INSTANCE_SCOPE, find_key
from server_stub.identity.sign_in import authenticate_person
from server_stub.identity.tokens import read_access


@dataclass(eq=False)
class NotNow(Exception):
    """The device is known, but its state does not allow this; `status` is that state."""

    status: str


@dataclass(eq=False)
class NotInstance(Exception):
    """No key of a server of the family; `configured` tells whether this centre has such a key at all."""

    configured: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """Token buckets: what is asked without a token by address, sign-ins by address and by login, the rest by caller.

    Whoever asks is counted by address before anything else is looked at. Pushes are counted apart from reads, so that
    neither waits for the other.
    """

    address: Rate
    prove: Rate
    push: Rate
    read: Rate
    login: Rate

    @classmethod
    def usual(cls) -> "Rates":
        """Give the limits of a centre in service: generous to a shop of twenty tills behind one address."""
        return cls(
            address=Rate(200, 600),
            prove=Rate(20, 200),
            push=Rate(50, 200),
            read=Rate(50, 200),
            login=Rate(10 / 60, 10),
        )


Incoming = ASGIConnection[Any, Any, Any, Any]


async def admit(connection: Incoming, handler: BaseRouteHandler) -> None:
    """Guard every route: limit its rate, ask for what its `access` demands, and tell the handler who calls.

    Raises Denied 401 and 403, NotNow, NotInstance, TooManyRequestsException.
    """
    if "route" not in handler.opt and connection.scope.get("method") == "OPTIONS":
        return  # the framework's own answer: which methods there are
    route: Route | None = handler.opt["route"]
    if route is None:
        return  # a WebSocket, which asks for a token itself
    rates: Rates = connection.app.state.rates
    if route.access is Access.ANYONE:
        _take_open(rates, route.rate, caller_address(connection.scope))
        return
    caller = await _identify_for(connection, route.access)
    _take(rates.push if route.rate == "push" else rates.read, _bucket(caller, connection))
    _authorise(caller, route)
    if route.shop and (asked := _parameter(connection, route.shop)) is not None:
        require_shop(caller, asked)
    connection.scope["user"] = caller


def _take_open(rates: Rates, name: str, address: str) -> None:
    if name == "login":
        _take(rates.login, f"address:{address}")
    elif name == "prove":
        _take(rates.prove, address)


async def _identify_for(connection: Incoming, access: Access) -> AnyCaller:
    if access is Access.INSTANCE:
        return await _identify_instance(connection)
    if access is Access.PAGE:
        return await _identify_page(connection)
    return await identify(connection)


async def _identify_page(connection: Incoming) -> Person:
    """Recognise the console's cookie, and keep the mark that its forms must carry. Raises Denied 401."""
    context: Context = connection.app.state.context
    token = connection.cookies.get(sessions.COOKIE, "")
    async with context.pool.connection() as conn:
        person = await sessions.recognise(conn, token, context.now())
    if person is None:
        raise Denied(401, "Authentication required")
    connection.scope["csrf"] = sessions.make_csrf(token)  # type: ignore[typeddict-unknown-key]
    return person


async def identify(connection: Incoming) -> AnyCaller:
    """Give the device, person or program that the request's token or API key belongs to. Raises Denied 401."""
    context: Context = connection.app.state.context
    token, key = bearer(connection), connection.headers.get("x-api-key", "")
    if not token and not key:
        raise Denied(401, "Authentication required")
    secret, now = context.centre.jwt_secret, context.now()
    if token and (claims := read_access(secret, token, now)):  # tills call far more often than people
        caller = await context.roll.call(claims.device_uuid, claims.key_id, now)
        if caller is None:
            raise expired()
        return caller
    async with single_statements(context.pool) as conn:
        if token:
            person = await authenticate_person(conn, secret, token, now)
            if person is None:
                raise expired()
            return person
        found = await find_key(conn, key, now)
        if found is None:
            raise Denied(401, "Invalid or expired API key")
        return found


async def _identify_instance(connection: Incoming) -> Instance:
    """Recognise the internal key of the family, or an API key with the scope for it. Raises NotInstance."""
    context: Context = connection.app.state.context
    key = connection.headers.get("x-internal-api-key", "") or connection.headers.get("x-api-key", "")
    if key and context.instance_key and hmac.compare_digest(key.encode(), context.instance_key.encode()):
        return Instance("")
    if key:
        async with context.pool.connection() as conn:
            found = await find_key(conn, key, context.now())
        if found is not None and INSTANCE_SCOPE in found.scopes:
            return Instance(found.name)
    raise NotInstance(configured=bool(context.instance_key))


def _authorise(caller: AnyCaller, route: Route) -> None:
    """Decide by the route's access, roles and scope; only routes for people and clients have these.

    Raises Denied 403, NotNow.
    """
    match caller:
        case Instance():
            allowed = route.access is Access.INSTANCE
        case Person():
            allowed = caller.role in route.roles
        case ApiKey():
            allowed = (
                route.access in (Access.PERSON, Access.CLIENT) and bool(route.scope) and route.scope in caller.scopes
            )
        case Caller():
            allowed = route.access in (Access.DEVICE, Access.READER, Access.CLIENT)
            if route.access is Access.READER and not caller.may_read:
                raise NotNow(caller.status)
            if route.access is Access.CLIENT and caller.status != "active":
                raise NotNow(caller.status)
    if not allowed:
        raise Denied(403, "You may not do this")


def _bucket(caller: AnyCaller, connection: Incoming) -> str:
    match caller:
        case Caller():
            return caller.device_uuid
        case Person():
            return caller.person_id
        case ApiKey():
            return caller.key_id
        case Instance():
            return f"instance:{caller.instance_id or caller_address(connection.scope)}"


def _parameter(connection: Incoming, name: str) -> str | None:
    """Give what the path or the query says under a name; several times the same is nobody's shop."""
    if name in connection.path_params:
        return unquote(str(connection.path_params[name]))
    asked = connection.query_params.getall(name, [])
    return cast(str | None, asked[0] if len(asked) == 1 else ("," if asked else None))


def bearer(connection: Incoming) -> str:
    """Take the token out of the Authorization header; empty when there is none."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _take(rate: Rate, key: str) -> None:
    wait_s = rate.take(key)
    if wait_s:
        raise TooManyRequestsException("Too many requests", headers={"Retry-After": str(wait_s)})
