"""Orders of the warehouse: which are open, how far they are, what was not as ordered; ended or cancelled here."""

from collections.abc import Awaitable, Callable, Mapping
from decimal import Decimal
from typing import Any, LiteralString
from uuid import UUID

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import orders as rest
from server_stub.api.endpoint import Call
from server_stub.api.order_claims import find_claim
from server_stub.api.order_costs import list_costs
from server_stub.api.order_deliveries import Match, list_deliveries, match, unmatch
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.photos.keeping import list_here
from server_stub.terminals.registration import parse_uuid

_LIST: LiteralString = """
SELECT o.id::text AS id, o.kind, o.number, o.partner, o.priority, o.due, o.taken_by, o.taken_on, o.taken_at,
    o.cancelled, o.held, s.name AS shop, o.opened_at, o.ended_at, l.lines, l.full_lines, o.listed, l.share,
    (SELECT count(*) FROM told_deviation d WHERE d.order_id = o.id) AS deviations,
    coalesce(w.name, o.taken_by) AS taken_by_name, coalesce(f.name, '') AS assigned_to
FROM (SELECT *, row_number() OVER (ORDER BY ended_at IS NULL, coalesce(ended_at, opened_at), id) AS listed
    FROM work_order WHERE (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) AND (ended_at IS NULL) = %(open)s) o
JOIN shop s ON s.id = o.shop_id LEFT JOIN person w ON w.id::text = o.taken_by
LEFT JOIN person f ON f.id::text = o.assigned_to
CROSS JOIN LATERAL (SELECT count(*) AS lines, count(*) FILTER (WHERE done_milli >= quantity_milli) AS full_lines,
    coalesce(floor(sum(least(done_milli, quantity_milli)) * 100 / nullif(sum(quantity_milli), 0)), 0) AS share
    FROM work_order_line WHERE order_id = o.id) l
WHERE o.listed < %(before)s ORDER BY o.listed DESC LIMIT %(rows)s
"""
_PEOPLE: LiteralString = """
SELECT id::text AS id, name, role FROM person WHERE shop_id = %(shop)s AND active ORDER BY name, id LIMIT 500
"""
_PLACES: LiteralString = "SELECT id::text AS id, code FROM place WHERE id::text = ANY(%(ids)s)"
ACTS = {
    "end": "The order is ended. The tills hear of it at once.",
    "cancel": "The order is cancelled.",
    "person": "The tills show it to whom it is for.",
    "release": "The order goes before all others. The tills hear of it at once.",
    "match": "The delivery counts for this order.",
    "unmatch": "The delivery does not count for this order any more.",
}
_NOT_TYPED = {"kind": "", "amount": "", "spread": "value"}
MOST_BACK = 90
"""Lines that can go back with one form."""
_WORK: dict[str, Callable[[Call, None], Awaitable[Any]]] = {
    "end": rest.complete_order,
    "cancel": rest.cancel_order,
    "release": rest.release_now,
    "unmatch": unmatch,
}


async def list_orders(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List open orders, or with `?state=ended` those that are not any more, the newest first."""
    is_open = request.query_params.get("state", "") != "ended"
    values = {"shop": shop_of(request.user), "open": is_open, "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    more = len(rows) > PAGE_ROWS
    return render(request, "orders.html", orders=rows[:PAGE_ROWS], is_open=is_open, more=more)


async def show(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Show an order with its lines and what was not as ordered."""
    return await show_order(request, context, ident)


async def change(
    request: PageRequest, context: NamedDependency[Context], ident: FromPath[str], act: FromPath[str]
) -> Response[Any]:
    """End an order, cancel it, or have it done at once; one that is not open any more is said above."""
    fields = await read_form(request)
    if act not in ACTS:
        raise Denied(404, "Not found")
    document = fields.get("document", "")
    try:
        async with open_call(request, context, id=ident, document=document) as call:
            if act == "person":
                await rest.assign_order(call, rest.Assignment(person=_person(fields.get("person", ""))))
            elif act == "match":
                await match(call, Match(document=UUID(call.id_of("document"))))
            else:
                await _WORK[act](call, None)
    except Denied as error:
        if error.status != 409:
            raise
        return await show_order(request, context, ident, error.message)
    return go_to(f"/console/orders/{ident}" if document or act == "person" else "/console/orders", ACTS[act])


def _person(text: str) -> UUID | None:
    """Read whom a form names, None for nobody. Raises Denied 400."""
    found = parse_uuid(text) if text else None
    if text and found is None:
        raise Denied(400, "Nobody like that works in this shop")
    return UUID(found) if found else None


def _list_back(told: rest.WholeOrder) -> list[rest.OrderLine]:
    """Give the lines of which something came and is not on its way back, as many as a form has room for."""
    return [line for line in told.lines if line.sku and Decimal(line.done) > Decimal(line.returned)][:MOST_BACK]


async def show_order(
    request: PageRequest, context: Context, ident: str, wrong: str = "", typed: Mapping[str, str] | None = None
) -> Response[str]:
    """Show an order, and above it what was refused; what was `typed` is still in its form."""
    async with open_call(request, context, id=ident) as call:
        told = await rest.read_order(call, None)
        may_match = told.order.kind == "receipt" and request.user.role in MANAGERS
        deliveries = (await list_deliveries(call, None)).items if may_match else []
        costs = (await list_costs(call, None)).items if may_match else []
        claim = await find_claim(call)
    ids = [told.order.source, told.order.target, *(line.place for line in told.lines)]
    found = await read_rows(context, _PLACES, {"ids": [str(one) for one in ids if one]})
    names = {row["id"]: row["code"] for row in found}
    async with context.pool.connection() as conn:
        arrived = await list_here(conn, [name for one in told.deviations for name in one.photos])
    status = 409 if wrong else 200
    told_of = {
        "told": told,
        "one": told.order,
        "names": names,
        "arrived": arrived,
        "deliveries": deliveries,
        "claim": claim,
        "costs": costs,
        "may_cost": may_match,
        "people": await read_rows(context, _PEOPLE, {"shop": str(told.order.shop)}),
        "back": _list_back(told) if may_match else [],
        "typed": {**_NOT_TYPED, **(typed or {})},
    }
    return render(request, "order.html", status, **told_of, wrong=wrong)
