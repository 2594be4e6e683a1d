"""Counts: ordered here, decided where they wait, and put right where another till's entry came late."""

from typing import Any, Literal, LiteralString
from uuid import UUID

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import approvals
from server_stub.api import counts as rest
from server_stub.api.amounts import quantity_text
from server_stub.api.asking import OfShop
from server_stub.audit import log as audit
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_rows, shop_of
from server_stub.context import Context
from server_stub.counts.deciding import decide_late
from server_stub.counts.planning import USUAL_LINES
from server_stub.faults import Denied
from server_stub.terminals.registration import is_uuid

_LATE: LiteralString = """
SELECT c.count_id::text AS count, c.n, coalesce(x.sku, '') AS sku, coalesce(x.name, l.product_id::text) AS name, p.code,
    l.lot, l.counted_at, l.counted_milli, -sum(c.milli)::bigint AS milli, count(*) AS entries
FROM count_late c JOIN count_line l USING (count_id, n) LEFT JOIN product x ON x.id = l.product_id
LEFT JOIN place p ON p.id = l.place_id
WHERE c.decided = '' AND (%(shop)s::uuid IS NULL OR l.shop_id = %(shop)s)
GROUP BY c.count_id, c.n, x.sku, x.name, l.product_id, p.code, l.lot, l.counted_at, l.counted_milli
ORDER BY l.counted_at DESC, c.count_id, c.n LIMIT %(rows)s
"""
_SHOPS: LiteralString = """
SELECT id::text AS id, name FROM shop WHERE %(shop)s::uuid IS NULL OR id = %(shop)s ORDER BY name
"""
_PEOPLE: LiteralString = "SELECT id::text AS id, name FROM person WHERE id::text = ANY(%(ids)s)"
_OF_SHOP: LiteralString = """
SELECT 1 AS one FROM count_sheet WHERE count_id = %(count)s AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
"""
_LONGEST_NOTE = 500
_SAID = (403, 409)
SCOPES = {
    "full": "Everything",
    "section": "A section of places",
    "cycle": "What is due by its class",
    "triggered": "What is doubtful",
}
"""What a scope of a count is called."""
ACTS = {"accept": "The book is put right. The tills hear of it at once.", "dismiss": "The book stays as it is."}


async def show(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show what waits, with every count beside the book, documents to approve, and what came late."""
    return await _show(request, context)


async def _show(request: PageRequest, context: Context, wrong: Denied | None = None) -> Response[str]:
    async with open_call(request, context) as call:
        waiting = await rest.list_matters(call, OfShop(limit=PAGE_ROWS))
        asked = await approvals.list_approvals(call, OfShop(limit=PAGE_ROWS))
    values = {"shop": shop_of(request.user), "rows": PAGE_ROWS}
    late = [
        row | {"milli": quantity_text(row["milli"]), "counted": quantity_text(row["counted_milli"])}
        for row in await read_rows(context, _LATE, values)
    ]
    actors = sorted({one.by for matter in waiting.items for one in matter.counts})
    names = {row["id"]: row["name"] for row in await read_rows(context, _PEOPLE, {"ids": actors})}
    shops = await read_rows(context, _SHOPS, values)
    shown = {"matters": waiting.items, "late": late, "names": names, "shops": shops, "approvals": asked.items}
    more = {"more": bool(waiting.next), "more_approvals": bool(asked.next), "wrong": wrong.message if wrong else ""}
    status = wrong.status if wrong else 200
    return render(request, "counts.html", status, scopes=SCOPES, usual=USUAL_LINES, **more, **shown)


async def plan(request: PageRequest, context: NamedDependency[Context]) -> Response[None]:
    """Order a count. Denied 400 for what makes no sense."""
    form = await read_form(request)
    lines, shop = form.get("lines", ""), form.get("shop", "")
    if form.get("scope") not in SCOPES or not is_uuid(shop) or not (lines.isdecimal() and 0 < int(lines) <= 10_000):
        raise Denied(400, "Say what to count, where, and how many lines")
    asked = rest.CountPlan(
        scope=form["scope"],  # type: ignore[arg-type]
        shop=UUID(shop),
        places=form.get("places", "").replace(",", " ").split(),
        lines=int(lines),
        note=form.get("note", "")[:_LONGEST_NOTE],
    )
    async with open_call(request, context) as call:
        made = await rest.plan(call, asked)
    if made.order is None:
        return go_to("/console/counts", "There is nothing to count.")
    return go_to(f"/console/orders/{made.order}", "The count is ordered. The tills hear of it at once.")


async def decide(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Let a count stand, or none; what somebody else has decided, or only somebody else may, is said above the list."""
    form = await read_form(request)
    stands = form.get("stands", "")
    if not stands.isdecimal() or len(stands) > 4:
        raise Denied(400, "Nothing was chosen")
    decision = rest.CountDecision(stands=int(stands), note=form.get("note", "")[:_LONGEST_NOTE])
    try:
        async with open_call(request, context, id=ident) as call:
            await rest.decide(call, decision)
    except Denied as error:
        if error.status not in _SAID:
            raise
        return await _show(request, context, error)
    return go_to("/console/counts", "It is decided. The tills hear of it at once.")


async def approve(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Book a document that waits, or leave the goods where they are; what cannot be is said above the list."""
    form = await read_form(request)
    choice = form.get("choice", "")
    if choice not in ("approve", "decline"):
        raise Denied(400, "Nothing was chosen")
    said: Literal["approve", "decline"] = "approve" if choice == "approve" else "decline"
    decision = approvals.ApprovalDecision(choice=said, note=form.get("note", "")[:_LONGEST_NOTE])
    try:
        async with open_call(request, context, id=ident) as call:
            await approvals.decide(call, decision)
    except Denied as error:
        if error.status not in _SAID:
            raise
        return await _show(request, context, error)
    return go_to("/console/counts", "It is decided. The tills hear of it at once.")


async def settle_late(
    request: PageRequest,
    context: NamedDependency[Context],
    count: FromPath[str],
    n: FromPath[int],
    act: FromPath[str],
) -> Response[None]:
    """Accept the correction that came of a late entry, or let the book be. 404 for what is not there to decide."""
    await read_form(request)
    values = {"count": count, "shop": shop_of(request.user)}
    if act not in ACTS or not is_uuid(count) or not await read_rows(context, _OF_SHOP, values):
        raise Denied(404, "There is nothing to decide there")
    async with open_call(request, context) as call:
        settled = await decide_late(call.conn, count, n, call.now, request.user.login, accept=act == "accept")
        told = {"about": settled.subject, "correction": quantity_text(settled.milli)}
        await audit.note(call.conn, call.caller, f"count.late_{act}ed", f"count:{count}", told, at=call.now)
    return go_to("/console/counts", ACTS[act])
