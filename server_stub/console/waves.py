"""Waves: which are held, which pickings may go into one, gathered, released and let go here."""

from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import waves as rest
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, SHOPS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied

_WAVES: LiteralString = """
SELECT w.*, w.id::text AS ident, h.name AS shop, o.orders, o.held, o.ended, o.carriers, o.cut_off, o.urgent
FROM (SELECT *, row_number() OVER (ORDER BY released_at IS NULL, coalesce(released_at, opened_at), id) AS listed
    FROM wave WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s) w
JOIN shop h ON h.id = w.shop_id CROSS JOIN LATERAL (
    SELECT count(*) AS orders, count(*) FILTER (WHERE held) AS held, count(*) FILTER (WHERE ended_at IS NOT NULL)
        AS ended, string_agg(DISTINCT nullif(carrier, ''), ', ') AS carriers, min(cut_off) AS cut_off,
        coalesce(max(priority), 0) > 0 AS urgent
    FROM work_order WHERE wave_id = w.id AND NOT cancelled) o
WHERE listed < %(before)s ORDER BY listed DESC LIMIT %(rows)s
"""
_FREE: LiteralString = """
SELECT o.id::text AS id, o.number, o.partner, o.carrier, o.cut_off, o.priority, o.held, h.name AS shop, (
    SELECT count(*) FROM work_order_line l WHERE l.order_id = o.id) AS lines
FROM work_order o JOIN shop h ON h.id = o.shop_id
WHERE o.kind = 'picking' AND o.ended_at IS NULL AND o.wave_id IS NULL AND NOT o.at_once AND o.taken_by = ''
    AND (%(shop)s::uuid IS NULL OR o.shop_id = %(shop)s)
ORDER BY o.held DESC, o.cut_off, o.priority DESC, o.number LIMIT 200
"""
ACTS = {
    "release": "The wave is released. The tills hear of it at once.",
    "dissolve": "The wave is dissolved.",
}


async def list_waves(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the waves, those that are held first, and the pickings that may go into one."""
    return await _show(request, context)


async def gather(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Gather pickings; what makes no sense is said above the form. Times are in UTC."""
    fields = await read_form(request)
    asked: dict[str, Any] = {name: fields[name] for name in ("number", "shop", "carrier") if fields.get(name)}
    asked |= {"until": f"{fields['until']}:00Z"} if fields.get("until") else {}
    asked |= {"urgency": fields["urgency"]} if fields.get("urgency") else {}
    try:
        draft = msgspec.convert(asked, rest.WaveDraft, strict=False)
        async with open_call(request, context) as call:
            made = await rest.gather(call, draft)
    except (Denied, msgspec.ValidationError) as error:
        return await _show(request, context, str(error), fields)
    return go_to(f"/console/waves/{made.id}", "The pickings are gathered. The tills hear of them on release.")


async def show(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Show a wave with its orders."""
    return await _show_one(request, context, ident)


async def change(
    request: PageRequest, context: NamedDependency[Context], ident: FromPath[str], act: FromPath[str]
) -> Response[Any]:
    """Release a wave, or let go of it; one that is released already is said above."""
    await read_form(request)
    if act not in ACTS:
        raise Denied(404, "Not found")
    try:
        async with open_call(request, context, id=ident) as call:
            await (rest.release(call, None) if act == "release" else rest.dissolve(call, None))
    except Denied as error:
        if error.status != 409:
            raise
        return await _show_one(request, context, ident, error.message)
    return go_to("/console/waves", ACTS[act])


async def _show(
    request: PageRequest, context: Context, wrong: str = "", fields: dict[str, str] | None = None
) -> Response[str]:
    values = {"shop": shop_of(request.user), "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _WAVES, values)
    free = await read_rows(context, _FREE, values)
    return render(
        request,
        "waves.html",
        409 if wrong else 200,
        waves=rows[:PAGE_ROWS],
        more=len(rows) > PAGE_ROWS,
        free=free,
        carriers=sorted({row["carrier"] for row in free} - {""}),
        shops=await read_rows(context, SHOPS, values),
        wrong=wrong,
        fields=fields or {},
    )


async def _show_one(request: PageRequest, context: Context, ident: str, wrong: str = "") -> Response[str]:
    async with open_call(request, context, id=ident) as call:
        told = await rest.read_one(call, None)
    return render(request, "wave.html", 409 if wrong else 200, told=told, one=told.wave, wrong=wrong)
