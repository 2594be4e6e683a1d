"""One promotion: in words, what its coupons did where, and the form by which the simple kinds are made and changed."""

from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import promotions as rest
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call
from server_stub.api.promotion_shapes import Promotion, tell_promotion
from server_stub.console.calls import open_call
from server_stub.console.endings import read_acts
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, choose_language, go_to, render, translator
from server_stub.console.promotion_words import tell_buyers, tell_gift, tell_time
from server_stub.console.promotions_form import EMPTY, KINDS, LABELS, PRESETS, Fields, kind_of, to_draft, to_fields
from server_stub.console.reading import Row, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.shops import list_shops
from server_stub.offers.promotions import to_promotion
from server_stub.terminals.registration import is_uuid

MOST_CATEGORIES = 60
"""Ticks on the page; more are chosen by a file."""
_CATEGORIES: LiteralString = (
    "SELECT DISTINCT category AS name FROM product WHERE category <> '' AND active ORDER BY 1 LIMIT %(rows)s"
)
_REDEEMED: LiteralString = """
SELECT s.name AS shop, count(*) AS used, max(u.business_day) AS last
FROM coupon_use u JOIN coupon c USING (coupon_id) JOIN shop s ON s.id = u.shop_id
WHERE c.promotion_id = %(promotion)s AND (%(shop)s::uuid IS NULL OR u.shop_id = %(shop)s)
GROUP BY s.id, s.name ORDER BY 2 DESC LIMIT 100
"""


async def show_new(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the empty form of a kind (`?kind=`)."""
    asked = request.query_params
    form = asked.get("kind", "")
    form = form if form in KINDS else "percent"
    fields = EMPTY | PRESETS.get(form, {}) | ({"coupon": "1"} if asked.get("coupon") else {})
    return await _show_form(request, context, form, fields)


async def create(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Make a promotion of a simple kind; what cannot be is said above the form."""
    fields = await read_form(request)
    form = fields.get("kind", "")
    if form not in KINDS:
        raise Denied(400, "This kind is not made by hand")
    try:
        async with open_call(request, context) as call:
            draft = to_draft(fields, kind_of(form), None)
            await _check_goods(call, draft.skus)
            made = await rest.create_promotion(call, draft)
    except Denied as error:
        return await _show_form(request, context, form, fields, wrong=_say(error))
    return go_to(f"/console/promotions/{made.id}", "The tills hear of it at once.")


async def show(request: PageRequest, context: NamedDependency[Context], promotion: FromPath[str]) -> Response[str]:
    """Show a promotion in words, and as a form to whom it belongs."""
    row, made = await _find(request, context, promotion)
    return await _show_form(request, context, made.kind, to_fields(made), (row, made))


async def change(request: PageRequest, context: NamedDependency[Context], promotion: FromPath[str]) -> Response[Any]:
    """Change a promotion by its form; of the other kinds only when, to whom and how it holds."""
    fields = await read_form(request)
    row, known = await _find(request, context, promotion)
    try:
        async with open_call(request, context, id=promotion) as call:
            draft = to_draft(fields, known.kind, known)
            await _check_goods(call, draft.skus)
            await rest.replace_promotion(call, draft)
    except Denied as error:
        return await _show_form(request, context, known.kind, fields, (row, known), wrong=_say(error))
    return go_to(f"/console/promotions/{promotion}", "The tills hear of it at once.")


def _say(error: Denied) -> str:
    """Give what is wrong, to be translated. Raises it again where the reader may not do this at all."""
    if error.status == 403:
        raise error
    return error.message.removeprefix("This promotion cannot be told: ")


async def _find(request: PageRequest, context: Context, promotion: str) -> tuple[Row, Promotion]:
    if not is_uuid(promotion):
        raise Denied(404, "There is no such promotion")
    async with open_call(request, context) as call:
        try:
            row = await rest.find_promotion(call, promotion)
        except Denied as error:
            raise Denied(404, "There is no such promotion") from error
        return row, tell_promotion(row, await read_currency(call.conn, row["shop_id"] or call.shop(), unsure=True))


async def _check_goods(call: Call, skus: list[str]) -> None:
    cursor = await call.conn.execute("SELECT sku FROM product WHERE sku = ANY(%s)", (skus,))
    unknown = sorted(set(skus) - {row[0] for row in await cursor.fetchall()})
    if unknown:
        raise Denied(400, f"There is no product {', '.join(unknown[:20])}")


async def _show_form(
    request: PageRequest,
    context: Context,
    form: str,
    fields: Fields,
    known: tuple[Row, Promotion] | None = None,
    wrong: str = "",
) -> Response[str]:
    user, shop = request.user, shop_of(request.user)
    categories = [row["name"] for row in await read_rows(context, _CATEGORIES, {"rows": MOST_CATEGORIES})]
    chosen = [name.removeprefix("category:") for name in fields if name.startswith("category:")]
    async with context.pool.connection() as conn:
        shops = [one for one in await list_shops(conn) if user.shop in ("", one.id)]
        currency = await read_currency(conn, shop, unsure=True)
    acts = await read_acts(request, context, "promotion", str(known[1].id)) if known else []
    return render(
        request,
        "promotion.html",
        400 if wrong else 200,
        form=form,
        kinds=KINDS,
        labels=LABELS,
        fields=fields,
        wrong=wrong,
        shops=shops,
        currency=currency,
        categories=sorted({*categories, *chosen}),
        told=_tell(request, *known, shop) if known else None,
        acts=acts,
        redeemed=await read_rows(context, _REDEEMED, {"promotion": known[1].id, "shop": shop}) if known else [],
    )


def _tell(request: PageRequest, row: Row, made: Promotion, shop: str | None) -> Row:
    t = translator(choose_language(request))
    wire = to_promotion(str(made.id), made.name, made.active, row["definition"])
    return {
        "id": str(made.id),
        "name": made.name,
        "active": made.active,
        "exclusive": made.exclusive,
        "coupon": made.coupon,
        "own": shop is None or shop == str(made.shop or ""),
        "gift": tell_gift(t, wire, made.currency),
        "time": tell_time(t, wire),
        "buyers": tell_buyers(t, wire),
    }
