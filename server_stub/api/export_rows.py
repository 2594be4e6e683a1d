"""What `export` writes: a query per noun, and how its rows are told; what can be imported as `import` takes it."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from psycopg.rows import dict_row

from server_stub.api.amounts import money_text, price_text, quantity_text, rate_text
from server_stub.api.currencies import read_currency
from server_stub.api.day_totals import read_totals
from server_stub.api.product_extras import measure_text
from server_stub.database import Connection
from server_stub.offers.exporting import OFFERS
from sync.wire.changes import Product
from sync.wire.extras import Extra, Part

Cells = dict[str, Any]
Tell = Callable[[dict[str, Any], str], Cells]

_PAGE = 2000
_PRODUCTS = "SELECT packed, cost_e4, track_lots FROM product ORDER BY sku"
_SALES = """
SELECT s.shop_id, s.receipt, s.occurred_at, s.currency, s.void_id, s.sale_id, l.n, l.sku, l.name, l.unit,
    l.quantity_milli, l.price_e4, l.rate_ppm, l.discount_minor, l.net_minor, l.tax_minor, l.total_minor
FROM sale s JOIN sale_line l USING (sale_id, business_day) JOIN shop p ON p.id = s.shop_id
WHERE (%(shop)s::uuid IS NULL OR s.shop_id = %(shop)s)
    AND (%(first)s::date IS NULL OR (s.occurred_at AT TIME ZONE p.time_zone)::date >= %(first)s)
    AND (%(first)s::date IS NULL OR s.occurred_at >= (%(first)s::date - 1)::timestamp AT TIME ZONE 'UTC')
    AND (%(last)s::date IS NULL OR (s.occurred_at AT TIME ZONE p.time_zone)::date <= %(last)s)
    AND (%(last)s::date IS NULL OR s.occurred_at < (%(last)s::date + 2)::timestamp AT TIME ZONE 'UTC')
ORDER BY s.shop_id, s.occurred_at, s.chain, s.seq, l.n
"""
_STOCK = """
SELECT p.sku, p.name, p.unit, l.code AS place, s.lot, s.shop_id, s.on_hand_milli
FROM stock s JOIN product p ON p.id = s.product_id JOIN place l ON l.id = s.place_id
WHERE %(shop)s::uuid IS NULL OR s.shop_id = %(shop)s ORDER BY s.shop_id, p.sku, l.code, s.lot
"""
_DAYS = """
SELECT DISTINCT shop_id::text, business_day FROM shift
WHERE (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) AND (%(first)s::date IS NULL OR business_day >= %(first)s)
    AND (%(last)s::date IS NULL OR business_day <= %(last)s) ORDER BY 1, 2
"""
_product = msgspec.msgpack.Decoder(Product).decode


@dataclass(frozen=True, slots=True)
class Range:
    """What of it: one shop or all, from and to these days."""

    shop: str | None = None
    first: date | None = None
    last: date | None = None


def _tell_product(row: dict[str, Any], currency: str) -> Cells:
    product = _product(row["packed"])
    singles = [code for code in product.codes if code.pack_milli == 1000]
    packs = [code for code in product.codes if code.pack_milli != 1000]
    return {
        "sku": product.sku,
        "name": product.name,
        "barcode": "|".join(code.code for code in singles),
        "price": price_text(product.price_e4, currency),
        "tax_rate": rate_text(product.rate_ppm),
        "category": product.category,
        "unit": product.unit,
        "pack_barcode": "|".join(code.code for code in packs),
        "pack_size": "|".join(quantity_text(code.pack_milli) for code in packs),
        "cost": "" if row["cost_e4"] is None else price_text(row["cost_e4"], currency),
        "track_lots": "yes" if row["track_lots"] else "no",
        "age_limit": product.age_limit or "",
        "active": "yes" if product.active else "no",
        "weighed": "yes" if product.weighed else "no",
        **_tell_extra(product.extra or Extra()),
    }


def _tell_extra(extra: Extra) -> Cells:
    """What is special about selling a product, in the words of `goods.extras`; empty where nothing is."""
    return {
        "variant_of": extra.variant_of,
        "variant": extra.variant,
        "parts": _tell_parts(extra.parts),
        "recipe": _tell_parts(extra.recipe),
        "tare": quantity_text(extra.tare_milli) if extra.tare_milli else "",
        "open_price": "yes" if extra.open_price else "no",
        "open_quantity": "yes" if extra.open_quantity else "no",
        "track_serials": "yes" if extra.track_serials else "no",
        "cap": quantity_text(extra.cap_milli) if extra.cap_milli else "",
        "gift": "yes" if extra.gift else "no",
        "measure": measure_text(extra.measure),
        "least_days": extra.least_days or "",
    }


def _tell_parts(parts: Sequence[Part]) -> str:
    return "|".join(f"{part.sku}*{quantity_text(part.quantity_milli)}" for part in parts)


def _tell_sale(row: dict[str, Any], _currency: str) -> Cells:
    currency = row["currency"]
    sums = {name: money_text(row[f"{name}_minor"], currency) for name in ("discount", "net", "tax", "total")}
    return {
        "shop": str(row["shop_id"]),
        "receipt": row["receipt"],
        "sale": str(row["sale_id"]),
        "occurred_at": _time(row["occurred_at"]),
        "status": "completed" if row["void_id"] is None else "voided",
        "line": row["n"],
        "sku": row["sku"],
        "name": row["name"],
        "unit": row["unit"],
        "quantity": quantity_text(row["quantity_milli"]),
        "unit_price": price_text(row["price_e4"], currency),
        "tax_rate": rate_text(row["rate_ppm"]),
        **sums,
        "currency": currency,
    }


def _tell_stock(row: dict[str, Any], _currency: str) -> Cells:
    told = {name: row[name] for name in ("sku", "name", "unit", "place", "lot")}
    return told | {"shop": str(row["shop_id"]), "on_hand": quantity_text(row["on_hand_milli"])}


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


_NOUNS: dict[str, tuple[str, Tell]] = {
    "products": (_PRODUCTS, _tell_product),
    **OFFERS,
    "sales": (_SALES, _tell_sale),
    "stock": (_STOCK, _tell_stock),
}
_PRICED = ("products", "prices", "promotions")
NOUNS = (*_NOUNS, "day-totals")
"""What can be exported."""


async def read_rows(conn: Connection, noun: str, wanted: Range) -> AsyncIterator[Cells]:
    """Give the rows of an export, all with the same cells, as of one moment; the caller holds the transaction."""
    if noun == "day-totals":
        async for cells in _read_totals(conn, wanted):
            yield cells
        return
    query, tell = _NOUNS[noun]
    currency = await read_currency(conn, wanted.shop) if noun in _PRICED else ""
    values = {"shop": wanted.shop, "first": wanted.first, "last": wanted.last, "board": None}
    async with conn.cursor("export", row_factory=dict_row) as cursor:
        cursor.itersize = _PAGE
        await cursor.execute(query.encode(), values)
        async for row in cursor:
            yield tell(row, currency)


async def _read_totals(conn: Connection, wanted: Range) -> AsyncIterator[Cells]:
    values = {"shop": wanted.shop, "first": wanted.first, "last": wanted.last}
    for shop, day in await (await conn.execute(_DAYS, values)).fetchall():
        totals = await read_totals(conn, shop, day)
        if totals is None:
            continue
        head = {"business_day": day.isoformat(), "shop": totals.shop_name, "currency": totals.currency}
        for row in totals.rows:
            yield head | msgspec.structs.asdict(row)
