"""Coupons made by hand: one code, or a series of random ones that begin alike, of a promotion that asks for them."""

from datetime import timedelta
from typing import Any, LiteralString
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from litestar import Response
from litestar.di import NamedDependency

from server_stub.api import idempotency
from server_stub.api.coupons import CouponDraft, create_coupon, new_code
from server_stub.api.endpoint import Call
from server_stub.api.owning import must_own
from server_stub.api.promotions import find_promotion
from server_stub.api.zones import read_zone
from server_stub.audit import log as audit
from server_stub.console.calls import begin_of, open_call
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.ids import new_id
from server_stub.offers.coupons import Kept, save_series
from server_stub.terminals.registration import is_uuid

MOST = 5000
"""Codes of a series at once; a second one may begin like the first."""
_LONGEST_BEGINNING = 36
_PROMOTIONS: LiteralString = """
SELECT p.promotion_id::text AS id, p.name, s.name AS shop FROM promotion p LEFT JOIN shop s ON s.id = p.shop_id
WHERE p.definition -> 'coupon' = 'true' AND (%(shop)s::uuid IS NULL OR p.shop_id = %(shop)s)
ORDER BY p.active DESC, p.promotion_id DESC LIMIT 500
"""
Fields = dict[str, str]


async def show_form(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the form; `?promotion=` chooses whose coupons."""
    promotion = request.query_params.get("promotion", "")
    return await _show(request, context, {"promotion": promotion, "count": "1", "uses": "1", "uses_per_customer": "0"})


async def make(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Make what the form says, once however often it is sent; what cannot be is said above the form."""
    fields = await read_form(request)
    key = idempotency.check_key(need(fields, "key"))
    asked = idempotency.fingerprint("POST", request.url.path, msgspec.json.encode(sorted(fields.items())))
    try:
        async with open_call(request, context) as call:
            kept = await idempotency.begin(call.conn, call.caller, key, asked, call.now)
            if kept is None:
                made = await _make(call, fields)
                await idempotency.keep(call.conn, call.caller, key, 303, made.encode(), None)
            else:
                made = kept[1].decode()
    except Denied as error:
        if error.status == 403:
            raise
        return await _show(request, context, fields, error.message)
    return go_to(made, "The tills hear of it at once.")


async def _show(request: PageRequest, context: Context, fields: Fields, wrong: str = "") -> Response[str]:
    found = await read_rows(context, _PROMOTIONS, {"shop": shop_of(request.user)})
    shown = {"form": fields, "wrong": wrong, "key": new_id(), "most": MOST}
    return render(request, "coupons_making.html", 400 if wrong else 200, promotions=found, **shown)


async def _make(call: Call, fields: Fields) -> str:
    """Make them; gives where they are seen. Raises Denied."""
    promotion = need(fields, "promotion")
    if not is_uuid(promotion):
        raise Denied(400, "There is no such promotion")
    found = await find_promotion(call, promotion)
    must_own(call, found["shop_id"])
    draft = _read(fields, promotion, await read_zone(call.conn, found["shop_id"] and str(found["shop_id"])))
    count = _read_count(fields.get("count") or "1")
    if count == 1:
        made = await create_coupon(call, draft)
        return "/console/coupons/" + str(made.id)
    begins = await _make_series(call, draft, count)
    return "/console/coupons?" + urlencode({"promotion": promotion, "code": begins})


async def _make_series(call: Call, draft: CouponDraft, count: int) -> str:
    begins = f"{draft.code or new_code()[:4]}-"
    if len(begins) > _LONGEST_BEGINNING:
        raise Denied(400, "A series begins with 35 signs at most")
    codes = sorted({begins + new_code() for _ in range(count)})
    like = Kept("", "", str(draft.promotion), draft.uses, draft.uses_per_customer, True, draft.starts_at, draft.ends_at)
    if like.starts_at and like.ends_at and like.ends_at <= like.starts_at:
        raise Denied(400, "The coupon ends before it starts")
    await save_series(call.conn, like, codes, call.now)
    detail = {"count": len(codes), "code": begins}
    await audit.note(call.conn, call.caller, "coupons.made", f"promotion:{draft.promotion}", detail, at=call.now)
    return begins


def _read(fields: Fields, promotion: str, zone: ZoneInfo) -> CouponDraft:
    """Read the form; its days are local, the last one counts whole. Raises Denied 400."""
    try:
        starts = begin_of(fields["starts_on"], zone) if fields.get("starts_on") else None
        ends = begin_of(fields["ends_on"], zone) if fields.get("ends_on") else None
        until = begin_of((ends.date() + timedelta(days=1)).isoformat(), zone) if ends else None
        values = {
            "promotion": UUID(promotion),
            "code": fields.get("code", "").upper() or None,
            "uses": int(fields.get("uses") or 0),
            "uses_per_customer": int(fields.get("uses_per_customer") or 0),
            "starts_at": starts,
            "ends_at": until,
        }
        return msgspec.convert(values, CouponDraft)
    except msgspec.ValidationError as error:
        code = "A code is 3 to 48 letters, digits and dashes" if "`$.code`" in str(error) else "This is no number"
        raise Denied(400, code) from error
    except (ValueError, OverflowError) as error:
        raise Denied(400, "This is no number or no day") from error


def _read_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 0 < int(text) <= MOST):
        raise Denied(400, "A series has 1 to 5000 codes")
    return int(text)
