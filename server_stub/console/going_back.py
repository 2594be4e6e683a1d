"""Goods of a delivery go back to their supplier: an order is made of them, each line with the line it came with."""

from typing import Any

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import orders as rest
from server_stub.api.endpoint import Call
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.orders import show_order
from server_stub.console.pages import PageRequest, go_to
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.orders.drafting import OrderDraft

MADE = "The goods go back to their supplier. The tills hear of it at once."


async def send_back(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Make an order of what goes back; what cannot go back is said above the delivery, with what was typed."""
    fields = await read_form(request)
    try:
        async with open_call(request, context, id=ident) as call:
            made = await _make(call, fields)
    except Denied as error:
        if error.status not in (400, 409):
            raise
        return await show_order(request, context, ident, error.message, fields)
    return go_to(f"/console/orders/{made.id}", MADE)


async def _make(call: Call, fields: dict[str, str]) -> rest.WholeOrder:
    told = await rest.read_order(call, None)
    back = [
        {"sku": line.sku, "quantity": amount, "lot": line.lot, "receipt": told.order.number, "receipt_line": line.n}
        for line in told.lines
        if (amount := fields.get(f"back_{line.n}", "").replace(",", ".")) not in ("", "0")
    ]
    head = {"kind": "supplier_return", "number": fields.get("number", ""), "shop": told.order.shop, "lines": back}
    try:
        draft = msgspec.convert(head | {"partner": told.order.partner}, OrderDraft)
    except msgspec.ValidationError as error:
        raise Denied(400, "Say how much of which goods goes back, and a number for the return") from error
    return await rest.create_order(call, draft)
