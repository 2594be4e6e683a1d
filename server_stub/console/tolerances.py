"""Tolerances: how much more than was ordered is taken from whom, and of what, said and forgotten here."""

from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import tolerances as rest
from server_stub.api.amounts import rate_text
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, SHOPS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied

_LIST: LiteralString = """
SELECT * FROM (
    SELECT t.id::text AS ident, t.partner, t.over_ppm, p.sku, p.name, h.name AS shop, row_number() OVER (
        ORDER BY h.name DESC, lower(t.partner) DESC, p.sku DESC NULLS LAST, t.id) AS listed
    FROM tolerance t JOIN shop h ON h.id = t.shop_id LEFT JOIN product p ON p.id = t.product_id
    WHERE %(shop)s::uuid IS NULL OR t.shop_id = %(shop)s) r
WHERE listed < %(before)s ORDER BY listed DESC LIMIT %(rows)s
"""
_SUPPLIERS: LiteralString = """
SELECT DISTINCT partner FROM work_order
WHERE kind IN ('receipt', 'blind_receipt') AND partner <> '' AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
ORDER BY 1 LIMIT 500
"""


async def list_tolerances(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show what is said."""
    return await _show(request, context)


async def say(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Say how much more is taken; what makes no sense is said above the form."""
    fields = await read_form(request)
    asked = {name: fields[name].strip() for name in ("shop", "supplier", "sku", "tolerance") if fields.get(name)}
    try:
        draft = msgspec.convert(asked, rest.ToleranceDraft)
        async with open_call(request, context) as call:
            await rest.say(call, draft)
    except (Denied, msgspec.ValidationError) as error:
        return await _show(request, context, str(error), fields)
    return go_to("/console/tolerances", "It is said. Orders that are made from now on go by it.")


async def forget(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Say it no more."""
    await read_form(request)
    async with open_call(request, context, id=ident) as call:
        await rest.forget(call, None)
    return go_to("/console/tolerances", "It is said no more.")


async def _show(
    request: PageRequest, context: Context, wrong: str = "", fields: dict[str, str] | None = None
) -> Response[str]:
    values = {"shop": shop_of(request.user), "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    return render(
        request,
        "tolerances.html",
        409 if wrong else 200,
        said=rows[:PAGE_ROWS],
        more=len(rows) > PAGE_ROWS,
        shops=await read_rows(context, SHOPS, values),
        suppliers=await read_rows(context, _SUPPLIERS, values),
        percent=rate_text,
        wrong=wrong,
        fields=fields or {},
    )
