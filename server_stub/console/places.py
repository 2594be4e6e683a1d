"""Places of a shop with what is on hand there: a tree to walk down, ranges made at once, places ended."""

from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import places as rest
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, SHOPS, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.goods.places_drafting import PlaceDraft
from server_stub.terminals.registration import is_uuid

_LIST: LiteralString = """
SELECT p.id::text AS id, p.code, p.name, p.kind, p.level, p.check_code, p.put_sequence, p.goods_class, p.active,
    p.holds_milli, coalesce(g.sku, '') AS sku, s.name AS shop, s.id::text AS shop_id, i.places,
    coalesce(h.goods, 0) AS goods, coalesce(h.milli, 0) AS milli
FROM (SELECT * FROM place p WHERE (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
        AND parent_id IS NOT DISTINCT FROM %(parent)s::uuid AND (shop_id::text, code) > (%(after)s, %(code)s)
    ORDER BY shop_id::text, code LIMIT %(rows)s) p
JOIN shop s ON s.id = p.shop_id LEFT JOIN product g ON g.id = p.kept_for_id
CROSS JOIN LATERAL (
    WITH RECURSIVE inside AS (SELECT p.id UNION SELECT c.id FROM place c JOIN inside i ON c.parent_id = i.id)
    SELECT array_agg(id) AS ids, count(*) - 1 AS places FROM inside) i
CROSS JOIN LATERAL (
    SELECT count(DISTINCT product_id) AS goods, sum(on_hand_milli)::bigint AS milli FROM stock
    WHERE place_id = ANY(i.ids) AND on_hand_milli <> 0 AND p.kind <> ALL('{supplier,customer}')) h
ORDER BY p.shop_id::text, p.code
"""
"""Places directly in one, or at the top: each with what lies there and in all that is in it or stands at it."""
_ABOVE: LiteralString = """
WITH RECURSIVE above AS (
    SELECT id, parent_id, code, name, kind, shop_id, 0 AS n FROM place WHERE id = %(place)s
    UNION ALL SELECT p.id, p.parent_id, p.code, p.name, p.kind, p.shop_id, a.n + 1 FROM place p
        JOIN above a ON p.id = a.parent_id WHERE a.n < 20)
SELECT id::text AS id, code, name, kind, shop_id::text AS shop_id FROM above ORDER BY n DESC
"""
_GOODS: LiteralString = """
SELECT g.sku, g.name, g.unit, s.lot, coalesce(l.expires_on::text, '') AS expiry, s.on_hand_milli AS milli,
    p.code AS place
FROM stock s JOIN product g ON g.id = s.product_id JOIN place p ON p.id = s.place_id
LEFT JOIN lot l ON l.product_id = s.product_id AND l.lot = s.lot
WHERE (p.id = %(place)s OR (p.parent_id = %(place)s AND p.kind = 'plate')) AND s.on_hand_milli <> 0
    AND p.kind <> ALL('{supplier,customer}')
ORDER BY g.name, s.lot LIMIT 500
"""
_ONE: LiteralString = """
SELECT p.code, p.kind, p.name, coalesce(u.code, '') AS parent, p.check_code, p.goods_class, coalesce(g.sku, '') AS sku,
    p.level, p.pick_sequence, p.put_sequence, p.holds_milli, p.min_milli, p.max_milli, p.active
FROM place p LEFT JOIN place u ON u.id = p.parent_id LEFT JOIN product g ON g.id = p.kept_for_id WHERE p.id = %(place)s
"""
GROUPS = ("aisle", "rack", "level")
WORDS = ("code", "kind", "name", "parent", "check_code", "goods_class", "sku", "holds", "least", "most")
FIGURES = ("level", "pick_sequence", "put_sequence")


async def list_places(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the places at the top."""
    return await _show(request, context, "")


async def show(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Show a place: what is in it, and the goods that lie there."""
    return await _show(request, context, ident)


async def make_range(request: PageRequest, context: NamedDependency[Context]) -> Response[Any]:
    """Make a range of bins; what makes no sense is said above the form."""
    fields = await read_form(request)
    inside = fields.get("inside", "")
    groups = [kind for kind in GROUPS if kind in fields]
    asked: dict[str, Any] = {name: fields[name] for name in ("pattern", "parent", "goods_class") if fields.get(name)}
    asked |= {"groups": groups, "turning": "turning" in fields}
    try:
        draft = msgspec.convert(asked | ({"shop": fields["shop"]} if fields.get("shop") else {}), rest.NewRange)
        async with open_call(request, context) as call:
            made = await rest.create_range(call, draft)
    except (Denied, msgspec.ValidationError) as error:
        return await _show(request, context, inside, str(error), fields)
    notice = "The places are made. The tills hear of it at once." if made.made else "All of them are there already."
    return go_to(f"/console/places/{inside}" if inside else "/console/places", notice)


async def change(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """Put a single place as the form has it; what makes no sense is said above the form."""
    fields = await read_form(request)
    given = {name: fields[name] for name in (*WORDS, *FIGURES) if name in fields}
    try:
        draft = msgspec.convert(given | {"active": "active" in fields}, PlaceDraft, strict=False)
        async with open_call(request, context, id=ident) as call:
            await rest.replace_place(call, draft)
    except (Denied, msgspec.ValidationError) as error:
        if isinstance(error, Denied) and error.status != 400:
            raise
        return await _show(request, context, ident, str(error), fields)
    return go_to(f"/console/places/{ident}", "Saved. The tills hear of it at once.")


async def end(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[Any]:
    """End a place that is empty."""
    await read_form(request)
    try:
        async with open_call(request, context, id=ident) as call:
            await rest.end_place(call, None)
    except Denied as error:
        if error.status != 409:
            raise
        return await _show(request, context, ident, error.message)
    return go_to("/console/places", "No goods are put there any more.")


async def _show(
    request: PageRequest, context: Context, ident: str, wrong: str = "", fields: dict[str, str] | None = None
) -> Response[str]:
    above = await read_rows(context, _ABOVE, {"place": ident}) if is_uuid(ident) else []
    shop = shop_of(request.user)
    if ident and (not above or shop not in (None, above[-1]["shop_id"])):
        raise Denied(404, "There is no such place")
    after, _, code = request.query_params.get("after", "").partition(" ")
    values = {"shop": shop, "parent": ident or None, "after": after, "code": code.replace("\0", "")}
    rows = await read_rows(context, _LIST, values | {"rows": PAGE_ROWS + 1})
    goods = await read_rows(context, _GOODS, {"place": ident}) if ident else []
    return render(
        request,
        "places.html",
        409 if wrong else 200,
        found=rows[:PAGE_ROWS],
        more=len(rows) > PAGE_ROWS,
        above=above,
        goods=goods,
        place=await _read_one(context, ident, fields),
        shops=await read_rows(context, SHOPS, {"shop": shop}),
        groups=GROUPS,
        wrong=wrong,
        fields=fields or {},
        whole=whole,
    )


async def _read_one(context: Context, ident: str, fields: dict[str, str] | None) -> dict[str, Any]:
    """Give a place as its form shows it, with what was typed over it; empty without one, or for a plate."""
    rows = await read_rows(context, _ONE, {"place": ident}) if ident else []
    if not rows or rows[0]["kind"] == "plate":
        return {}
    typed = fields or {}
    changed = typed | {"active": "active" in typed} if "code" in typed else {}
    milli = {"holds": "holds_milli", "least": "min_milli", "most": "max_milli"}
    return {**rows[0], **{name: whole(rows[0][column]) for name, column in milli.items()}, **changed}


def whole(milli: int) -> str:
    """Write thousandths as a figure without needless zeros."""
    return f"{milli / 1000:.3f}".rstrip("0").rstrip(".")
