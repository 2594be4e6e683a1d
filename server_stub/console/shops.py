"""Shops: how each is paid, takes its offers and takes goods back; an administrator changes it for its tills."""

import re
from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api.amounts import money_text
from server_stub.api.shop_counting import tell_counting
from server_stub.api.shop_stock import tell_stock
from server_stub.api.shop_tender import tell_tender
from server_stub.api.shops import ShopChange, apply_change
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import read_shops
from server_stub.terminals.registration import is_uuid
from sync.wire.changes import Shop

_LIST: LiteralString = """
SELECT s.id::text AS id, s.name, s.address, s.currency, s.time_zone,
    (SELECT count(*) FROM registered_devices d WHERE d.shop_id = s.id AND d.status = 'active') AS tills
FROM shop s WHERE (%(shop)s::uuid IS NULL OR s.id = %(shop)s) AND (%(after)s::uuid IS NULL OR s.id > %(after)s)
ORDER BY s.id LIMIT %(rows)s
"""
_PRICE_LISTS: LiteralString = """
SELECT price_list_id::text AS id, name FROM price_list WHERE shop_id IS NULL OR shop_id = %(shop)s
ORDER BY name LIMIT 500
"""
MOST_REASONS = 8
_LIMITS = ("percent", "pieces", "value")
_MONEY = ("gift_offline", "purse_offline", "point_every", "point_value")


async def list_shops(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the reader's shops."""
    after = request.query_params.get("after", "")
    values = {"shop": shop_of(request.user), "after": after if is_uuid(after) else None, "rows": PAGE_ROWS + 1}
    found = await read_rows(context, _LIST, values)
    return render(request, "shops.html", shops=found[:PAGE_ROWS], more=len(found) > PAGE_ROWS)


async def show_shop(request: PageRequest, context: NamedDependency[Context], shop: FromPath[str]) -> Response[str]:
    """Show the terms of a shop, for an administrator as a form."""
    found = await _find(request, context, shop)
    lists = await read_rows(context, _PRICE_LISTS, {"shop": found.id})
    tender = tell_tender(found.tender, found.currency)
    return render(
        request,
        "shop.html",
        shop=found,
        lists=lists,
        tender=tender,
        rates=", ".join(f"{name}={rate}" for name, rate in tender.rates.items()),
        return_offline=money_text(found.return_offline_minor, found.currency),
        stock=tell_stock(found.stock_terms),
        counting=tell_counting(found.counting, found.currency),
        most_reasons=MOST_REASONS,
    )


async def save(request: PageRequest, context: NamedDependency[Context], shop: FromPath[str]) -> Response[None]:
    """Change the terms of a shop. Raises Denied 400 for what cannot be."""
    fields = await read_form(request)
    found = await _find(request, context, shop)
    try:
        change = msgspec.convert(read_change(fields), ShopChange)
    except (msgspec.ValidationError, ValueError) as error:
        raise Denied(400, str(error)) from error
    async with context.pool.connection() as conn:
        await apply_change(conn, request.user, found, change, context.now())
    return go_to(f"/console/shops/{found.id}", "The tills hear of it at once.")


def read_change(fields: dict[str, str]) -> dict[str, Any]:
    """Give what a form says in the words of the REST surface. Raises ValueError for what is no number."""
    tender: dict[str, Any] = {name: _figure(fields.get(name, "")) for name in _MONEY}
    tender |= {
        "country": fields.get("country", "").upper(),
        "rates": _rates(fields.get("rates", "")),
        "pay_in_credit": "pay_in_credit" in fields,
        "gift_pays_debt": "gift_pays_debt" in fields,
        "tips": "tips" in fields,
        "tip_percents": [_figure(part) for part in re.split(r"[;\s]+|,\s+|,$", fields.get("tip_percents", "")) if part],
        "tip_methods": [method for method in ("cash", "card") if f"tip_{method}" in fields],
    }
    if not tender["tip_methods"]:  # there is always a way, also while no tips are taken
        del tender["tip_methods"]
    return {
        "offer_order": fields.get("offer_order", ""),
        "price_list": fields.get("price_list") or None,
        "coupons_offline": int(fields.get("coupons_offline") or 0),
        "return_offline": _figure(fields.get("return_offline", "")),
        "returns_from_other_shops": "returns_from_other_shops" in fields,
        "tender": tender,
        "stock": {
            "negative": fields.get("negative") or "warn",
            "reasons": _reasons(fields),
            "waves": "waves" in fields,
            "expiring": fields.get("expiring") or "warn",
            **{name: fields.get(name) or "quantity" for name in ("confirm_picking", "confirm_refill")},
        },
        "counting": {each: _figure(fields.get(f"count_{each}", "")) for each in _LIMITS}
        | {each: int(fields.get(f"count_{each}") or 0) for each in ("lines_a_day", "after_picks")}
        | {"asks_empty": "count_asks_empty" in fields},
    }


def _reasons(fields: dict[str, str]) -> list[dict[str, Any]]:
    """Give the reasons for writing off; a row without a name is none."""
    rows = [(f"reason_{at}", fields.get(f"reason_{at}", "").strip()) for at in range(MOST_REASONS)]
    asks = ("note", "photo", "grant")
    return [{"name": name} | {each: f"{row}_{each}" in fields for each in asks} for row, name in rows if name]


def _rates(text: str) -> dict[str, str]:
    """Read `USD=0.91, GBP=1.15`."""
    pairs = [part.partition("=") for part in re.split(r"[;\s]+|,\s+|,$", text) if part]
    return {name.strip().upper(): _figure(rate) for name, _, rate in pairs}


def _figure(text: str) -> str:
    return text.strip().replace(",", ".") or "0"


async def _find(request: PageRequest, context: Context, shop: str) -> Shop:
    async with context.pool.connection() as conn:
        found = await read_shops(conn, [shop]) if is_uuid(shop) else {}
    if shop not in found or shop_of(request.user) not in (None, shop):
        raise Denied(404, "There is no such shop")
    return found[shop]
