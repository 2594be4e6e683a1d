"""Lots that are held wherever they lie: what is held and why, held and let go here."""

from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import held_lots as rest
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, SHOPS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied

_LIST: LiteralString = """
SELECT * FROM (
    SELECT k.id::text AS ident, k.lot, k.reason, k.held_by, k.held_at, k.let_go_by, k.let_go_at, p.sku, p.name,
        h.name AS shop, (SELECT trim_scale(sum(s.on_hand_milli) / 1000) FROM stock s
            WHERE (s.shop_id, s.product_id, s.lot) = (k.shop_id, k.product_id, k.lot)) AS on_hand,
        row_number() OVER (ORDER BY k.let_go_at IS NULL, coalesce(k.let_go_at, k.held_at), k.id) AS listed
    FROM lot_hold k JOIN shop h ON h.id = k.shop_id LEFT JOIN product p ON p.id = k.product_id
    WHERE %(shop)s::uuid IS NULL OR k.shop_id = %(shop)s) r
WHERE listed < %(before)s ORDER BY listed DESC LIMIT %(rows)s
"""


async def list_held(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show what is held, and below it what was."""
    return await _show(request, context)


async def hold(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Hold a lot; what makes no sense is said above the form."""
    fields = await read_form(request)
    asked = {name: fields[name] for name in ("shop", "sku", "lot", "reason") if fields.get(name)}
    try:
        draft = msgspec.convert(asked, rest.HeldLotDraft)
        async with open_call(request, context) as call:
            await rest.hold(call, draft)
    except (Denied, msgspec.ValidationError) as error:
        return await _show(request, context, str(error), fields)
    return go_to("/console/held-lots", "The lot is held. The tills hear of it at once.")


async def let_go(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Hold it no more; that somebody else has done so already is said above."""
    await read_form(request)
    try:
        async with open_call(request, context, id=ident) as call:
            await rest.let_go(call, None)
    except Denied as error:
        if error.status != 409:
            raise
        return await _show(request, context, error.message)
    return go_to("/console/held-lots", "The lot is not held any more.")


async def _show(
    request: PageRequest, context: Context, wrong: str = "", fields: dict[str, str] | None = None
) -> Response[str]:
    values = {"shop": shop_of(request.user), "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    return render(
        request,
        "held_lots.html",
        409 if wrong else 200,
        lots=rows[:PAGE_ROWS],
        more=len(rows) > PAGE_ROWS,
        shops=await read_rows(context, SHOPS, values),
        wrong=wrong,
        fields=fields or {},
    )
