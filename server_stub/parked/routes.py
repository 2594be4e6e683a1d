"""Parking across the tills of a shop: offering a ticket, opening it, ending it. The list comes with the feed."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.di import NamedDependency

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.parked import keeping
from server_stub.terminals.registration import is_uuid
from sync.wire.parked import PARKED, PARKED_DROP, PARKED_TAKE, Claim, Offer, TicketAnswer

LONGEST_NAME = 200
MOST_LINES = 2_000
MOST_MINOR = 10**14
MOST_VERSION = 10_000
LARGEST_CART = 256 * 1024
"""Letters; a till keeps what is larger to itself."""

Body = TypeVar("Body", Offer, Claim)
DeviceRequest = Request[Caller, Any, Any]


async def park(request: DeviceRequest, context: NamedDependency[Context]) -> TicketAnswer:
    """Keep a ticket for the other tills of the calling terminal's shop."""
    offer = await _read(request, Offer)
    texts = (offer.name, offer.valid_until, offer.currency, offer.cart)
    sound = _is_moment(offer.parked_at) and len(offer.name) <= LONGEST_NAME and not any("\0" in each for each in texts)
    within = 0 <= offer.lines <= MOST_LINES and abs(offer.total_minor) <= MOST_MINOR
    if not sound or not within or not 0 < offer.version <= MOST_VERSION or len(offer.cart) > LARGEST_CART:
        raise Denied(400, "the ticket cannot be")
    return await _do(request, context, keeping.park, offer)


async def take(request: DeviceRequest, context: NamedDependency[Context]) -> TicketAnswer:
    """Open a ticket at the calling terminal, and nowhere else."""
    return await _do(request, context, keeping.take, await _read(request, Claim))


async def drop(request: DeviceRequest, context: NamedDependency[Context]) -> TicketAnswer:
    """End a ticket that the calling terminal has."""
    return await _do(request, context, keeping.drop, await _read(request, Claim))


async def _read(request: DeviceRequest, shape: type[Body]) -> Body:
    try:
        body = msgspec.json.decode(await request.body(), type=shape)
    except msgspec.DecodeError as error:
        raise Denied(400, str(error)) from error
    if not is_uuid(body.id):
        raise Denied(400, "the id is no UUID")
    return body


async def _do(
    request: DeviceRequest,
    context: Context,
    act: Callable[[Connection, Caller, Body], Awaitable[TicketAnswer]],
    body: Body,
) -> TicketAnswer:
    async with context.pool.connection() as conn, conn.transaction():
        return await act(conn, request.user, body)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


ROUTES = (
    Route("POST", PARKED, Access.READER, park),
    Route("POST", PARKED_TAKE, Access.READER, take),
    Route("POST", PARKED_DROP, Access.READER, drop),
)
