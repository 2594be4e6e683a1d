"""Who may call a route, decided in one place, before any handler runs."""

from dataclasses import dataclass
from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import TooManyRequestsException
from litestar.handlers import BaseRouteHandler

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.limits import Rate, caller_address
from server_stub.http.route import Access
from server_stub.identity.auth import Caller, authenticate


@dataclass(frozen=True, slots=True)
class NotNow(Exception):
    """The device is known, but its state does not allow this; `status` is that state."""

    status: str


@dataclass(frozen=True, slots=True)
class Rates:
    """Token buckets: registrations and proofs by address, everything else by device, pushes apart from reads."""

    prove: Rate
    push: Rate
    read: Rate

    @classmethod
    def usual(cls) -> "Rates":
        """Give the limits of a centre in service: generous to a shop of twenty tills behind one address."""
        return cls(prove=Rate(20, 200), push=Rate(50, 200), read=Rate(50, 200))


Incoming = ASGIConnection[Any, Any, Any, Any]


async def admit(connection: Incoming, handler: BaseRouteHandler) -> None:
    """Guard every route: limit its rate, then ask for what its `access` demands.

    Raises Denied 401, NotNow, TooManyRequestsException.
    """
    access: Access = handler.opt["access"]
    rates: Rates = connection.app.state.rates
    if access is Access.ANYONE:
        if handler.opt.get("rate") == "prove":
            _take(rates.prove, caller_address(connection.scope))
        return
    if access in (Access.PERSON, Access.INSTANCE):
        raise Denied(401, "Authentication required")
    caller = await identify(connection)
    _take(rates.push if handler.opt.get("rate") == "push" else rates.read, caller.device_uuid)
    if access is Access.READER and not caller.may_read:
        raise NotNow(caller.status)
    if access is Access.CLIENT and caller.status != "active":
        raise NotNow(caller.status)
    connection.scope["user"] = caller


async def identify(connection: Incoming) -> Caller:
    """Give the device whose bearer token the request carries. Raises Denied 401."""
    context: Context = connection.app.state.context
    token = bearer(connection)
    if not token:
        raise Denied(401, "Authentication required")
    async with context.pool.connection() as conn:
        return await authenticate(conn, context.centre.jwt_secret, token, context.now())


def bearer(connection: Incoming) -> str:
    """Take the token out of the Authorization header; empty when there is none."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _take(rate: Rate, key: str) -> None:
    wait_s = rate.take(key)
    if wait_s:
        raise TooManyRequestsException("Too many requests", headers={"Retry-After": str(wait_s)})
