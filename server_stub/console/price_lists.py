"""Price lists: which there are, one with its prices, made, renamed, given days, priced by hand article by article."""

import re
from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import price_lists as rest
from server_stub.api.amounts import price_text, quantity_text
from server_stub.api.currencies import read_currency
from server_stub.console.calls import open_call
from server_stub.console.endings import read_acts
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import list_shops
from server_stub.offers.price_lists import to_tiers
from server_stub.terminals.registration import is_uuid

Fields = dict[str, str]
HEARD = "The tills hear of it at once."
_COLUMNS: LiteralString = """
SELECT l.price_list_id::text AS id, l.shop_id::text AS shop_id, s.name AS shop, l.name, l.starts_on, l.ends_on,
    (SELECT count(*) FROM list_price p WHERE p.price_list_id = l.price_list_id) AS prices,
    (SELECT count(*) FROM customer c WHERE c.price_list_id = l.price_list_id AND c.erased_at IS NULL) AS customers,
    (SELECT string_agg(o.name, ', ' ORDER BY o.name) FROM shop o WHERE o.price_list_id = l.price_list_id) AS usual_in
FROM price_list l LEFT JOIN shop s ON s.id = l.shop_id
WHERE (%(shop)s::uuid IS NULL OR l.shop_id IS NULL OR l.shop_id = %(shop)s)
"""
_LIST: LiteralString = (
    _COLUMNS
    + "AND (%(before)s::uuid IS NULL OR l.price_list_id < %(before)s) ORDER BY l.price_list_id DESC LIMIT %(rows)s"
)
_ONE: LiteralString = _COLUMNS + "AND l.price_list_id = %(list)s"
_PRICES: LiteralString = """
SELECT p.sku, p.name, p.unit, p.price_e4, t.tiers FROM list_price t JOIN product p ON p.id = t.product_id
WHERE t.price_list_id = %(list)s AND p.sku > %(after)s
    AND (%(asked)s = '' OR p.sku = %(asked)s OR position(lower(%(asked)s) in lower(p.name)) > 0)
ORDER BY p.sku LIMIT %(rows)s
"""


async def list_price_lists(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the price lists, the newest first, with the form for a new one."""
    return await _show_list(request, context)


async def create(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Make a price list; what cannot be is said above the form."""
    fields = await read_form(request)
    try:
        async with open_call(request, context) as call:
            made = await rest.create_price_list(call, _read(fields))
    except Denied as error:
        return await _show_list(request, context, fields, _say(error))
    return go_to(f"/console/price-lists/{made.id}", HEARD)


async def show(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Show a list and its prices by article number; `?asked=` narrows them to a number or a part of a name."""
    return await _show_one(request, context, ident)


async def change(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Give a list another name or other days; outside of them its customers pay the usual prices."""
    fields = await read_form(request)
    try:
        async with open_call(request, context, id=ident) as call:
            await rest.replace_price_list(call, _read(fields))
    except Denied as error:
        return await _show_one(request, context, ident, wrong=_say(error))
    return go_to(f"/console/price-lists/{ident}", HEARD)


async def put_price(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Set what an article costs by a list; without a price it leaves the list."""
    fields = await read_form(request)
    try:
        given = rest.GivenPrices(prices=[rest.GivenTierPrice(sku=need(fields, "sku"), tiers=_tiers(fields["prices"]))])
        async with open_call(request, context, id=ident) as call:
            await rest.put_prices_of(call, given)
    except Denied as error:
        return await _show_one(request, context, ident, fields, _say(error))
    return go_to(f"/console/price-lists/{ident}", HEARD)


async def _show_list(
    request: PageRequest, context: Context, fields: Fields | None = None, wrong: str = ""
) -> Response[str]:
    before = request.query_params.get("before", "")
    values = {"shop": shop_of(request.user), "before": before if is_uuid(before) else None, "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    async with context.pool.connection() as conn:
        shops = [one for one in await list_shops(conn) if request.user.shop in ("", one.id)]
    shown = {"fields": fields or {}, "wrong": wrong, "shops": shops, "more": len(rows) > PAGE_ROWS}
    return render(request, "price_lists.html", 400 if wrong else 200, lists=rows[:PAGE_ROWS], **shown)


async def _show_one(
    request: PageRequest, context: Context, ident: str, fields: Fields | None = None, wrong: str = ""
) -> Response[str]:
    shop, asked = shop_of(request.user), request.query_params.get("asked", "").replace("\0", "").strip()
    found = await read_row(context, _ONE, {"shop": shop, "list": ident}) if is_uuid(ident) else {}
    if not found:
        raise Denied(404, "There is no such price list")
    after = request.query_params.get("after", "").replace("\0", "")
    values = {"list": ident, "asked": asked, "after": after, "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _PRICES, values)
    async with context.pool.connection() as conn:
        currency = await read_currency(conn, found["shop_id"] or shop, unsure=True)
    return render(
        request,
        "price_list.html",
        400 if wrong else 200,
        one=found | {"own": shop in (None, found["shop_id"])},
        acts=await read_acts(request, context, "price_list", ident),
        prices=[_tell(row, currency) for row in rows[:PAGE_ROWS]],
        currency=currency,
        fields=fields or {"sku": request.query_params.get("sku", ""), "prices": request.query_params.get("prices", "")},
        asked=asked,
        wrong=wrong,
        more=len(rows) > PAGE_ROWS,
    )


def _tell(row: Row, currency: str) -> Row:
    """Write a price as the form takes it: `2.50, 6=2.30` is 2.50 each and 2.30 each from 6 on."""
    tiers = [(quantity_text(one.from_milli), price_text(one.price_e4, currency)) for one in to_tiers(row["tiers"])]
    written = ", ".join(price if quantity == "1" else f"{quantity}={price}" for quantity, price in tiers)
    return row | {"usual": price_text(row["price_e4"], currency), "tiers": tiers, "written": written}


def _tiers(text: str) -> list[rest.GivenTier]:
    """Read `2.50, 6=2.30` or `2,50; 6=2,30`. Raises Denied 400."""
    parts = [part.replace(",", ".").partition("=") for part in re.split(r"[;\s]+|,\s+|,$", text) if part]
    given = [
        {"price": price, "from_quantity": first} if mark else {"price": first, "from_quantity": "1"}
        for first, mark, price in parts
    ]
    try:
        return msgspec.convert(given, list[rest.GivenTier])
    except msgspec.ValidationError as error:
        raise Denied(400, "Prices are written as 2.50, 6=2.30, 24=2.10") from error


def _read(fields: Fields) -> rest.PriceListDraft:
    names = ("name", "shop", "starts_on", "ends_on")
    try:
        return msgspec.convert({name: fields[name] for name in names if fields.get(name)}, rest.PriceListDraft)
    except msgspec.ValidationError as error:
        raise Denied(400, "Name or day cannot be read") from error


def _say(error: Denied) -> str:
    if error.status in (403, 404):
        raise error
    return error.message
