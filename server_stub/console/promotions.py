"""Promotions: what is given when and to whom, switched on and off."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api.currencies import read_currency
from server_stub.audit import log as audit
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, choose_language, go_to, render, translator
from server_stub.console.promotion_words import tell_buyers, tell_gift, tell_time
from server_stub.console.reading import PAGE_ROWS, Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.offers.promotions import switch_promotion, to_promotion
from server_stub.terminals.registration import is_uuid

_LIST: LiteralString = """
SELECT p.promotion_id::text AS id, p.shop_id::text AS shop_id, s.name AS shop, p.name, p.active, p.definition,
    p.changed_at, (SELECT count(*) FROM coupon c WHERE c.promotion_id = p.promotion_id AND c.active) AS coupons,
    (SELECT count(*) FROM coupon_use u JOIN coupon c USING (coupon_id) WHERE c.promotion_id = p.promotion_id) AS used
FROM promotion p LEFT JOIN shop s ON s.id = p.shop_id
WHERE (%(shop)s::uuid IS NULL OR p.shop_id IS NULL OR p.shop_id = %(shop)s) AND p.active = %(active)s
    AND (%(name)s = '' OR position(lower(%(name)s) in lower(p.name)) > 0)
    AND (%(before)s::uuid IS NULL OR p.promotion_id < %(before)s)
ORDER BY p.promotion_id DESC LIMIT %(rows)s
"""
_ONE: LiteralString = "SELECT shop_id::text AS shop_id, name FROM promotion WHERE promotion_id = %(id)s"


async def list_promotions(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the promotions that hold, or those that are switched off, the newest first; by a part of the name."""
    before, is_on = request.query_params.get("before", ""), request.query_params.get("show") != "off"
    shop, name = shop_of(request.user), request.query_params.get("name", "").replace("\0", "").strip()
    values = {"shop": shop, "before": before if is_uuid(before) else None, "active": is_on, "name": name}
    rows = await read_rows(context, _LIST, values | {"rows": PAGE_ROWS + 1})
    async with context.pool.connection() as conn:
        currency = await read_currency(conn, shop, unsure=True)
    language = choose_language(request)
    found = [_tell(row, language, currency) | {"own": shop in (None, row["shop_id"])} for row in rows[:PAGE_ROWS]]
    more = len(rows) > PAGE_ROWS
    return render(request, "promotions.html", promotions=found, is_on=is_on, name=name, more=more)


async def change(
    request: PageRequest, context: NamedDependency[Context], promotion: FromPath[str], act: FromPath[str]
) -> Response[None]:
    """Switch a promotion on or off; what is for all shops, only who sees all of them."""
    await read_form(request)
    found = await read_row(context, _ONE, {"id": promotion}) if is_uuid(promotion) else {}
    if not found or act not in ("on", "off"):
        raise Denied(404, "There is no such promotion")
    if shop_of(request.user) not in (None, found["shop_id"]):
        raise Denied(403, "Only who sees every shop changes what is for all of them")
    async with context.pool.connection() as conn:
        await switch_promotion(conn, promotion, act == "on", context.now())
        detail = {"active": act == "on"}
        await audit.note(conn, request.user, "promotion.switched", f"promotion:{promotion}", detail, at=context.now())
    return go_to("/console/promotions", "The tills hear of it at once.")


def _tell(row: Row, language: str, currency: str) -> Row:
    t, made = translator(language), to_promotion(row["id"], row["name"], row["active"], row["definition"])
    return row | {
        "gift": tell_gift(t, made, currency),
        "time": tell_time(t, made),
        "buyers": tell_buyers(t, made),
        "exclusive": made.exclusive,
    }
