"""Tokens for devices: a signed challenge gives a pair, the refresh token exchanges it."""

from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity import auth, tokens
from server_stub.terminals.registration import is_device_id
from sync.wire import messages
from sync.wire.messages import Challenge, DeviceProof, Renewal, Tokens


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


async def refresh_tokens(context: NamedDependency[Context], data: JSONBody[Renewal]) -> Tokens:
    """Exchange a refresh token, once; used again it ends the whole family."""
    async with context.pool.connection() as conn:
        return await auth.rotate_refresh(conn, context.centre.jwt_secret, data.refresh, context.now())


ROUTES = (
    Route("GET", messages.AUTH_DEVICE, Access.ANYONE, give_challenge, rate="prove"),
    Route("POST", messages.AUTH_DEVICE, Access.ANYONE, prove_device, rate="prove"),
    Route("POST", messages.AUTH_REFRESH, Access.ANYONE, refresh_tokens, rate="prove"),
)
