"""The enquiry of a till: a receipt by number, with what has come back of it until now."""

from typing import Annotated, Any

import msgspec
from litestar import Request
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from server_stub.context import Context
from server_stub.database import single_statements
from server_stub.faults import Denied
from server_stub.http.route import Access, Route
from server_stub.identity.auth import Caller
from server_stub.returns.holding import check_held, find_elsewhere, hold_receipt
from server_stub.returns.receipts import find_receipt, read_receipts
from sync.wire.receipts import RECEIPT, Receipt

DeviceRequest = Request[Caller, Any, Any]


async def ask_receipt(
    request: DeviceRequest,
    context: NamedDependency[Context],
    number: Annotated[str, QueryParameter(min_length=1, max_length=60)],
) -> Receipt:
    """Give the newest sale of the calling terminal's shop with this receipt number; 404 when there is none.

    One of another shop, where the terms allow it, is kept for the caller meanwhile; 409 while another till has it.
    """
    device = request.user.device_uuid
    async with single_statements(context.pool) as conn:
        found = await find_receipt(conn, request.user.shop, number)
        if found is not None:
            await check_held(conn, found.sale_id, device)
            return found
        elsewhere = await find_elsewhere(conn, request.user.shop, number)
        if elsewhere is None:
            raise Denied(404, "The shop has no such receipt")
        sale, shop = elsewhere
        await hold_receipt(conn, sale, device)
        return msgspec.structs.replace((await read_receipts(conn, [sale]))[sale], shop=shop)


ROUTES = (Route("GET", RECEIPT, Access.READER, ask_receipt),)
