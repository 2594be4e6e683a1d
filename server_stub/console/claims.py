"""Claims on suppliers: a page to be printed, made from an order, sent and answered."""

from collections.abc import Awaitable, Callable
from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import order_claims as rest
from server_stub.api.endpoint import Call
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import read_row
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.photos.keeping import list_here

_SHOP: LiteralString = """
SELECT s.name, s.address, s.tax_number FROM work_order o JOIN shop s ON s.id = o.shop_id WHERE o.id = %(order)s
"""
NOTICES = {
    "make": "The claim is made.",
    "send": "The claim has gone out.",
    "answer": "The supplier's answer is kept.",
}
_WORK: dict[str, Callable[[Call, None], Awaitable[Any]]] = {"make": rest.make_claim, "send": rest.send_claim}


async def show(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Show a claim as it goes to the supplier, with its photos."""
    return await _show(request, context, ident)


async def change(
    request: PageRequest, context: NamedDependency[Context], ident: FromPath[str], act: FromPath[str]
) -> Response[Any]:
    """Make it, note that it has gone out, or what the supplier said; what is too late is said above."""
    fields = await read_form(request)
    if act not in NOTICES:
        raise Denied(404, "Not found")
    try:
        async with open_call(request, context, id=ident) as call:
            if act == "answer":
                await rest.answer_claim(call, rest.Answer(answer=fields.get("answer", "").strip()[:1000] or "–"))
            else:
                await _WORK[act](call, None)
    except Denied as error:
        if error.status != 409 or act == "make":
            raise
        return await _show(request, context, ident, error.message)
    return go_to(f"/console/orders/{ident}/claim", NOTICES[act])


async def _show(request: PageRequest, context: Context, ident: str, wrong: str = "") -> Response[str]:
    async with open_call(request, context, id=ident) as call:
        claim = await rest.find_claim(call)
        if claim is None:
            raise Denied(404, "Not found")
        arrived = await list_here(call.conn, [name for line in claim.lines for name in line.photos])
    shop = await read_row(context, _SHOP, {"order": ident})
    status = 409 if wrong else 200
    return render(request, "claim.html", status, claim=claim, order=ident, shop=shop, arrived=arrived, wrong=wrong)
