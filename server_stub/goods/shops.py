"""Shops: how each trades; their places are `goods/places.py`."""

from collections.abc import Sequence
from typing import Any

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.feed.marks import mark
from sync.wire.changes import Shop
from sync.wire.counts import CountTerms
from sync.wire.stock_terms import StockTerms
from sync.wire.tenders import TenderTerms

_READ_SHOPS = """
SELECT id::text, name, address, tax_number, currency, time_zone, tax_inclusive, tax_rounding,
    cash_rounding_step_minor, cash_rounding_method, code_rules, discount_limits, receipt_footer, selling_place_id::text,
    permissions, offer_order, coalesce(price_list_id::text, ''), coupons_offline, return_offline_minor,
    tender, returns_from_other_shops, counting, stock_terms
FROM shop WHERE %(ids)s::uuid[] IS NULL OR id = ANY(%(ids)s::uuid[]) ORDER BY name
"""
_SAVE_SHOP = """
INSERT INTO shop (id, name, address, tax_number, currency, time_zone, tax_inclusive, tax_rounding,
    cash_rounding_step_minor, cash_rounding_method, code_rules, discount_limits, receipt_footer, selling_place_id,
    permissions, offer_order, price_list_id, coupons_offline, return_offline_minor, tender,
    returns_from_other_shops, counting, stock_terms)
VALUES (%(id)s, %(name)s, %(address)s, %(tax_number)s, %(currency)s, %(time_zone)s, %(tax_inclusive)s,
    %(tax_rounding)s, %(cash_rounding_step_minor)s, %(cash_rounding_method)s, %(code_rules)s, %(discount_limits)s,
    %(receipt_footer)s, %(selling_place_id)s, %(permissions)s, %(offer_order)s,
    nullif(%(price_list_id)s, '')::uuid, %(coupons_offline)s, %(return_offline_minor)s,
    %(tender)s, %(returns_from_other_shops)s, %(counting)s,
    %(stock_terms)s)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, tax_number = excluded.tax_number,
    currency = excluded.currency, time_zone = excluded.time_zone, tax_inclusive = excluded.tax_inclusive,
    tax_rounding = excluded.tax_rounding, cash_rounding_step_minor = excluded.cash_rounding_step_minor,
    cash_rounding_method = excluded.cash_rounding_method, code_rules = excluded.code_rules,
    discount_limits = excluded.discount_limits, receipt_footer = excluded.receipt_footer,
    selling_place_id = excluded.selling_place_id, permissions = excluded.permissions,
    offer_order = excluded.offer_order, price_list_id = excluded.price_list_id,
    coupons_offline = excluded.coupons_offline, return_offline_minor = excluded.return_offline_minor,
    tender = excluded.tender, returns_from_other_shops = excluded.returns_from_other_shops,
    counting = excluded.counting, stock_terms = excluded.stock_terms
"""


async def list_shops(conn: Connection) -> list[Shop]:
    """Give every shop, by name."""
    return list((await _read_shops(conn, None)).values())


async def read_shops(conn: Connection, ids: Sequence[str]) -> dict[str, Shop]:
    """Give the shops with these ids, by id."""
    return await _read_shops(conn, list(ids))


async def find_shop(conn: Connection, text: str) -> Shop | None:
    """Find a shop by its id or its exact name."""
    return next((shop for shop in await list_shops(conn) if text in (shop.id, shop.name)), None)


async def save_shop(conn: Connection, shop: Shop) -> None:
    """Add or change a shop and tell its terminals."""
    documents = {"discount_limits": Jsonb(shop.discount_limits), "permissions": Jsonb(shop.permissions)}
    documents |= {
        "tender": Jsonb(msgspec.to_builtins(shop.tender)),
        "counting": Jsonb(msgspec.to_builtins(shop.counting)),
        "stock_terms": Jsonb(msgspec.to_builtins(shop.stock_terms)),
    }
    await conn.execute(_SAVE_SHOP, msgspec.structs.asdict(shop) | documents)
    await mark(conn, f"shop:{shop.id}", "shop", [shop.id])


async def _read_shops(conn: Connection, ids: list[str] | None) -> dict[str, Shop]:
    cursor = await conn.execute(_READ_SHOPS, {"ids": ids})
    names = Shop.__struct_fields__
    rows = [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]
    return {row["id"]: Shop(**row | _terms(row)) for row in rows}


def _terms(row: dict[str, Any]) -> dict[str, Any]:
    shapes = {"tender": TenderTerms, "counting": CountTerms, "stock_terms": StockTerms}
    return {name: msgspec.convert(row[name], shape) for name, shape in shapes.items()}
