"""Tokens: a device signs a challenge, a person gives login and password; refresh tokens exchange what they got."""

from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody

from server_stub.audit import log as audit
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.limits import caller_address, take_login
from server_stub.http.route import Access, Route
from server_stub.identity import auth, families, sign_in, tokens
from server_stub.identity.callers import ROLES, Person
from server_stub.identity.sign_in import Credentials, SignedIn
from server_stub.terminals.registration import is_device_id
from sync.wire import messages
from sync.wire.messages import Challenge, DeviceProof, Renewal, Tokens

LOGIN = "/ECK/API/AUTH/LOGIN"
LOGOUT = "/ECK/API/AUTH/LOGOUT"


async def give_challenge(context: NamedDependency[Context], deviceId: FromQuery[str]) -> Challenge:  # noqa: N803
    """Give a nonce for a device to sign, known or not: asking tells nothing about who is registered."""
    if not is_device_id(deviceId):
        raise Denied(400, "deviceId must have 1 to 64 characters and no control characters")
    nonce = tokens.make_challenge(context.centre.jwt_secret, deviceId, context.now())
    return Challenge(nonce=nonce, expires_in=int(tokens.CHALLENGE_LIFE.total_seconds()))


async def prove_device(context: NamedDependency[Context], data: JSONBody[DeviceProof]) -> Tokens:
    """Give tokens for a signed challenge, to blocked devices too: they may still hand in what they sealed."""
    async with context.pool.connection() as conn:
        return await auth.answer_challenge(conn, context.centre.jwt_secret, data, context.now())


async def log_in(
    request: Request[Any, Any, Any], context: NamedDependency[Context], data: JSONBody[Credentials]
) -> SignedIn:
    """Give tokens for login and password of a person."""
    take_login(request.app.state.rates.login, data.login)
    address = caller_address(request.scope)
    return await sign_in.sign_in(context.pool, context.centre.jwt_secret, data, context.now(), address)


async def refresh_tokens(context: NamedDependency[Context], data: JSONBody[Renewal]) -> Tokens:
    """Exchange a refresh token of a device or a person, once; used again it ends the whole family."""
    secret, now = context.centre.jwt_secret, context.now()
    async with context.pool.connection() as conn:
        async with conn.transaction():  # committed also when the token was a used one, which ends its family
            holder = await families.exchange(conn, data.refresh, now)
            if holder is not None and holder.reused:
                whose = f"person:{holder.person_id}" if holder.person_id else f"device:{holder.device_uuid}"
                await audit.note(conn, "nobody", "refresh.reused", whose, at=now)
            elif holder is not None and holder.person_id is None:
                return await auth.renew_device(conn, secret, holder, now)
            elif holder is not None:
                return await sign_in.renew_person(conn, secret, holder, now)
    raise families.refused()


async def log_out(request: Request[Person, Any, Any], context: NamedDependency[Context]) -> Response[dict[str, bool]]:
    """End the sign-in whose access token this is: its refresh tokens are no good any more, nor is the token itself."""
    now = context.now()
    async with context.pool.connection() as conn:
        await families.end(conn, request.user.family, now)
        await audit.note(conn, request.user, "sign_in.ended", at=now)
    return Response({"success": True})


ROUTES = (
    Route("GET", messages.AUTH_DEVICE, Access.ANYONE, give_challenge, rate="prove"),
    Route("POST", messages.AUTH_DEVICE, Access.ANYONE, prove_device, rate="prove"),
    Route("POST", LOGIN, Access.ANYONE, log_in, rate="login"),
    Route("POST", messages.AUTH_REFRESH, Access.ANYONE, refresh_tokens, rate="prove"),
    Route("POST", LOGOUT, Access.PERSON, log_out, roles=ROLES),
)
