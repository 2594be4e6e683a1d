"""Freight, duty and the like at the page of an order: added and taken back."""

from typing import Any

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import order_costs as rest
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.orders import show_order
from server_stub.console.pages import PageRequest, go_to
from server_stub.context import Context
from server_stub.faults import Denied

NOTICES = {
    "add": "The cost is added. Values are made again within a quarter of an hour.",
    "take-back": "The cost is taken back. Values are made again within a quarter of an hour.",
}


async def change(
    request: PageRequest, context: NamedDependency[Context], ident: FromPath[str], act: FromPath[str]
) -> Response[Any]:
    """Add a cost or take one back; what cannot be is said above the order."""
    fields = await read_form(request)
    if act not in NOTICES:
        raise Denied(404, "Not found")
    try:
        async with open_call(request, context, id=ident, cost=fields.get("cost", "")) as call:
            if act == "add":
                await rest.add_cost(call, read_draft(fields))
            else:
                await rest.take_back(call, None)
    except Denied as error:
        if error.status not in (400, 409):
            raise
        return await show_order(request, context, ident, error.message, fields)
    return go_to(f"/console/orders/{ident}", NOTICES[act])


def read_draft(fields: dict[str, str]) -> rest.OrderCostDraft:
    """Read the form. Raises Denied 400 for what is no cost."""
    told = {
        "kind": fields.get("kind", ""),
        "amount": fields.get("amount", "").replace(",", "."),
        "spread": fields.get("spread", "value"),
    }
    try:
        return msgspec.convert(told, rest.OrderCostDraft)
    except msgspec.ValidationError as error:
        raise Denied(400, "A cost has a name and is more than nothing") from error
