"""The enquiries of a till: about a gift certificate, about what a customer has, and about what is kept of them."""

from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.di import NamedDependency

from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.terminals.registration import is_uuid
from server_stub.value.customer_asked import answer_customer
from server_stub.value.holding import hold_gift
from server_stub.value.purse_holding import hold_purse
from sync.wire.customer_facts import CUSTOMER, CustomerAnswer, CustomerQuestion
from sync.wire.purses import PURSE, PURSES, PurseAnswer, PurseQuestion
from sync.wire.tenders import GIFT, GiftAnswer, GiftQuestion

T = TypeVar("T")
LONGEST_NUMBER = 40
MOST_MINOR = 10**14


async def ask_gift(request: Request[Caller, Any, Any], context: NamedDependency[Context]) -> GiftAnswer:
    """Tell what is on a certificate and hold some of it for the calling terminal; 404 when there is none."""
    asked = await _read(request, GiftQuestion)
    sound = 0 < len(asked.number) <= LONGEST_NUMBER and "\0" not in asked.number
    if not sound or not is_uuid(asked.hold) or not 0 <= asked.amount_minor <= MOST_MINOR:
        raise Denied(400, "number, hold or amount cannot be")
    async with context.pool.connection() as conn, conn.transaction():
        answer = await hold_gift(conn, request.user.device_uuid, asked)
    if answer is None:
        raise Denied(404, "There is no such certificate")
    return answer


async def ask_purse(request: Request[Caller, Any, Any], context: NamedDependency[Context]) -> PurseAnswer:
    """Tell what a customer may spend and hold it for the calling terminal; 404 when its shop has no such customer."""
    asked = await _read(request, PurseQuestion)
    sound = asked.purse in PURSES and is_uuid(asked.customer_id) and is_uuid(asked.hold)
    if not sound or not 0 <= asked.amount <= MOST_MINOR:
        raise Denied(400, "customer, purse, hold or amount cannot be")
    async with context.pool.connection() as conn, conn.transaction():
        answer = await hold_purse(conn, request.user.device_uuid, asked)
    if answer is None:
        raise Denied(404, "There is no such customer")
    return answer


async def ask_customer(request: Request[Caller, Any, Any], context: NamedDependency[Context]) -> CustomerAnswer:
    """Tell what is kept of a customer; 404 when the calling terminal's shop has no such customer."""
    asked = await _read(request, CustomerQuestion)
    if not is_uuid(asked.customer_id) or "\0" in asked.asked_by:
        raise Denied(400, "customer or person cannot be")
    async with context.pool.connection() as conn, conn.transaction():
        answer = await answer_customer(conn, request.user, asked, context.now())
    if answer is None:
        raise Denied(404, "There is no such customer")
    return answer


async def _read(request: Request[Caller, Any, Any], kind: type[T]) -> T:
    """Give what is asked. Raises Denied 400 for what is no such question."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except msgspec.DecodeError as error:
        raise Denied(400, str(error)) from error


ROUTES = (
    Route("POST", GIFT, Access.READER, ask_gift),
    Route("POST", PURSE, Access.READER, ask_purse),
    Route("POST", CUSTOMER, Access.READER, ask_customer),
)
