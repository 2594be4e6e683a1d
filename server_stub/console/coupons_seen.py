"""One coupon: what it is good for, and every sale that redeemed it; and the codes that fit a search as a file."""

import csv
import io
from collections.abc import AsyncIterator
from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Stream

from server_stub.api.amounts import money_text
from server_stub.audit import log as audit
from server_stub.console.coupons import LIST, ask_list
from server_stub.console.endings import read_acts
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import PAGE_ROWS, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.offers.exporting import tell_coupon
from server_stub.terminals.registration import is_uuid

_FILE_ROWS = 1000
_COLUMNS = ("promotion", "code", "uses", "uses_per_customer", "used", "starts_at", "ends_at", "active")
_ONE: LiteralString = """
SELECT c.coupon_id::text AS id, c.code, c.uses, c.uses_per_customer, c.starts_at, c.ends_at, c.active,
    p.promotion_id::text AS promotion_id, p.name AS promotion, p.shop_id::text AS shop_id, s.name AS shop,
    (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.coupon_id) AS used
FROM coupon c JOIN promotion p USING (promotion_id) LEFT JOIN shop s ON s.id = p.shop_id
WHERE c.coupon_id = %(coupon)s AND (%(shop)s::uuid IS NULL OR p.shop_id IS NULL OR p.shop_id = %(shop)s)
"""
_USES: LiteralString = """
SELECT u.sale_id::text AS id, u.business_day, s.receipt, s.occurred_at, s.total_minor, s.currency, s.chain, s.seq,
    h.name AS shop, coalesce(nullif(d.name, ''), d.device_id, '') AS till
FROM coupon_use u JOIN sale s USING (sale_id, business_day) JOIN shop h ON h.id = u.shop_id
LEFT JOIN incarnation i ON i.chain = s.chain LEFT JOIN registered_devices d USING (device_uuid)
WHERE u.coupon_id = %(coupon)s AND (%(shop)s::uuid IS NULL OR u.shop_id = %(shop)s)
    AND (%(before)s::uuid IS NULL OR u.sale_id < %(before)s)
ORDER BY u.sale_id DESC LIMIT %(rows)s
"""


async def show_coupon(request: PageRequest, context: NamedDependency[Context], coupon: FromPath[str]) -> Response[str]:
    """Show a coupon and the sales that redeemed it in the reader's shops, the newest first."""
    shop, before = shop_of(request.user), request.query_params.get("before", "")
    found = await read_row(context, _ONE, {"coupon": coupon, "shop": shop}) if is_uuid(coupon) else {}
    if not found:
        raise Denied(404, "There is no such coupon")
    values = {"coupon": coupon, "shop": shop, "before": before if is_uuid(before) else None, "rows": PAGE_ROWS + 1}
    uses = await read_rows(context, _USES, values)
    told = [row | {"total": money_text(row["total_minor"], row["currency"])} for row in uses[:PAGE_ROWS]]
    own = shop in (None, found["shop_id"])
    acts = await read_acts(request, context, "coupon", coupon)
    return render(request, "coupon.html", coupon=found | {"own": own}, acts=acts, uses=told, more=len(uses) > PAGE_ROWS)


async def give_file(request: PageRequest, context: NamedDependency[Context]) -> Stream:
    """Give the coupons that the list would show as CSV, in the columns that `import coupons` takes."""
    values = ask_list(request)
    async with context.pool.connection() as conn:
        detail = {"code": values["code"]}
        await audit.note(conn, request.user, "coupons.exported", "", detail, at=context.now())
    headers = {"Content-Disposition": 'attachment; filename="coupons.csv"', "Cache-Control": "no-store"}
    return Stream(_write(context, values), media_type="text/csv; charset=utf-8", headers=headers)


async def _write(context: Context, values: dict[str, object]) -> AsyncIterator[str]:
    yield "\ufeff" + _lines([dict(zip(_COLUMNS, _COLUMNS, strict=True))])
    last: str | None = None
    while rows := await read_rows(context, LIST, values | {"before": last, "rows": _FILE_ROWS}):
        yield _lines([tell_coupon(row, "") for row in rows])
        last = rows[-1]["id"]


def _lines(rows: list[dict[str, object]]) -> str:
    out = io.StringIO()
    csv.DictWriter(out, _COLUMNS).writerows(rows)
    return out.getvalue()
