"""Coupons: which code is good for what, how often it was redeemed; withdrawn, and let hold again."""

from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.offers.coupons import switch_coupon
from server_stub.terminals.registration import is_uuid

LIST: LiteralString = """
SELECT c.coupon_id::text AS id, c.code, c.uses, c.uses_per_customer, c.starts_at, c.ends_at, c.active,
    p.promotion_id::text AS promotion_id, p.name AS promotion, p.shop_id::text AS shop_id, s.name AS shop,
    (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.coupon_id) AS used,
    (SELECT count(*) FROM promotion o WHERE o.name = p.name) > 1 AS is_shared
FROM coupon c JOIN promotion p USING (promotion_id) LEFT JOIN shop s ON s.id = p.shop_id
WHERE (%(shop)s::uuid IS NULL OR p.shop_id IS NULL OR p.shop_id = %(shop)s) AND c.active = %(active)s
    AND (%(promotion)s::uuid IS NULL OR c.promotion_id = %(promotion)s)
    AND (%(code)s = '' OR c.code ^@ %(code)s) AND (%(before)s::uuid IS NULL OR c.coupon_id < %(before)s)
ORDER BY c.coupon_id DESC LIMIT %(rows)s
"""
"""By what `ask_list` gives."""
_ONE: LiteralString = """
SELECT p.shop_id::text AS shop_id, c.code FROM coupon c JOIN promotion p USING (promotion_id) WHERE coupon_id = %(id)s
"""


async def list_coupons(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the coupons that hold, or those that were withdrawn, the newest first; of one promotion, or by their code's
    beginning.
    """
    values = ask_list(request)
    rows = await read_rows(context, LIST, values | {"rows": PAGE_ROWS + 1})
    found = [row | {"own": values["shop"] in (None, row["shop_id"])} for row in rows[:PAGE_ROWS]]
    chosen = {"promotion": values["promotion"] or "", "code": values["code"]}
    is_on, more = values["active"], len(rows) > PAGE_ROWS
    return render(request, "coupons.html", coupons=found, is_on=is_on, chosen=chosen, more=more)


def ask_list(request: PageRequest) -> dict[str, Any]:
    """Give which coupons the address of a page asks for."""
    asked = request.query_params
    before, promotion = asked.get("before", ""), asked.get("promotion", "")
    return {
        "shop": shop_of(request.user),
        "before": before if is_uuid(before) else None,
        "promotion": promotion if is_uuid(promotion) else None,
        "code": asked.get("code", "").replace("\0", "").strip().upper(),
        "active": asked.get("show") != "off",
    }


async def change(
    request: PageRequest, context: NamedDependency[Context], coupon: FromPath[str], act: FromPath[str]
) -> Response[None]:
    """Withdraw a coupon or let it hold again; what is for all shops, only who sees all of them."""
    await read_form(request)
    found = await read_row(context, _ONE, {"id": coupon}) if is_uuid(coupon) else {}
    if not found or act not in ("on", "off"):
        raise Denied(404, "There is no such coupon")
    if shop_of(request.user) not in (None, found["shop_id"]):
        raise Denied(403, "Only who sees every shop changes what is for all of them")
    async with context.pool.connection() as conn:
        await switch_coupon(conn, coupon, act == "on", context.now())
        detail = {"code": found["code"], "active": act == "on"}
        await audit.note(conn, request.user, "coupon.switched", f"coupon:{coupon}", detail, at=context.now())
    return go_to("/console/coupons", "The tills hear of it at once.")
