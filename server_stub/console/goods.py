"""Figures of goods: what stock is worth, what to order, what lies dead, and what came and went of one product."""

from datetime import date, timedelta
from typing import Any, LiteralString

import msgspec
from litestar import Response
from litestar.di import NamedDependency

from server_stub.api.movements_of_item import read_item_movements, tell_item_movement
from server_stub.api.reports_goods import REPORTS, read_as_of, read_report
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import Row, read_row, read_rows, shop_of
from server_stub.context import Context

MOST_ROWS = 200
MOVEMENTS = "movements"
_DAYS = 30
_MOST_DAYS = 366
_DEAD_DAYS = 90
_HIDDEN = ("shop", "product", "place", "terminal", "document", "currency", "seq")
_TEXTS = (
    "number",
    "sender",
    "sku",
    "name",
    "unit",
    "actor",
    "because",
    "code",
    "kind",
    "source",
    "target",
    "lot",
    "reason",
    "reference",
)
_SHOPS: LiteralString = """
SELECT id::text AS id, name FROM shop WHERE %(shop)s::uuid IS NULL OR id = %(shop)s ORDER BY name
"""
_PRODUCT: LiteralString = """
SELECT id::text AS id, sku, name FROM product WHERE sku = %(code)s
    OR id IN (SELECT product_id FROM product_code WHERE code = %(code)s) ORDER BY sku LIMIT 1
"""


async def show_goods(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show a report about goods of a shop, or of all for whoever sees all."""
    asked = request.query_params
    shops = await read_rows(context, _SHOPS, {"shop": shop_of(request.user)})
    name = asked.get("report", "") if asked.get("report", "") in (*REPORTS, MOVEMENTS) else "stock-value-by-shop"
    shop = asked.get("shop", "") if asked.get("shop", "") in {row["id"] for row in shops} else shop_of(request.user)
    last = _read_day(asked.get("to", "")) or context.now().date()
    first = _read_day(asked.get("from", "")) or last - timedelta(days=_DAYS - 1)
    first = min(max(first, last - timedelta(days=_MOST_DAYS)), last)
    item = asked.get("item", "").strip()[:60].replace("\0", "")
    product = await read_row(context, _PRODUCT, {"code": item}) if item else {}
    values = {"shop": shop, "first": first, "last": last, "days": _DEAD_DAYS}
    async with context.pool.connection() as conn, conn.transaction():
        await conn.execute("SET LOCAL statement_timeout = 15000")
        as_of = await read_as_of(conn)
        if name != MOVEMENTS:
            found: list[Any] = await read_report(conn, name, values, MOST_ROWS + 1)
        elif product:
            rows = await read_item_movements(conn, product=product["id"], shop=shop, limit=MOST_ROWS + 1)
            found = [tell_item_movement(row) for row in rows]
        else:
            found = []
    shown = [msgspec.structs.asdict(row) for row in found[:MOST_ROWS]]
    if name != MOVEMENTS:
        shown.sort(key=lambda row: (row.get("sku", "") == "", row.get("sku", "")))
    return render(
        request,
        "goods.html",
        report=name,
        reports=(*REPORTS, MOVEMENTS),
        shops=shops,
        shop=shop or "",
        first=first.isoformat(),
        last=last.isoformat(),
        item=item,
        product=product,
        columns=_columns(shown),
        rows=[row | {"shop_name": _shop_name(row, shops)} for row in shown],
        texts=_TEXTS,
        more=len(found) > MOST_ROWS,
        as_of=as_of,
    )


def _columns(rows: list[Row]) -> list[str]:
    if not rows:
        return []
    names = [name for name in rows[0] if name not in _HIDDEN and not (name == "name" and "products" in rows[0])]
    several = len({row["shop"] for row in rows if "shop" in row}) > 1
    return ["shop_name", *names] if several or "products" in rows[0] else names


def _shop_name(row: Row, shops: list[Row]) -> str:
    return next((shop["name"] for shop in shops if shop["id"] == str(row.get("shop", ""))), "")


def _read_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1 < day.year < 9999 else None
