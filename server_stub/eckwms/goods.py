"""Goods and places in the words of eckWMS clients, and how their codes find them."""

from collections.abc import Sequence
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.bodies import written
from server_stub.eckwms.smart_codes import BadCode, ItemCode, PlaceCode, SmartCode, decode
from server_stub.eckwms.smart_tags import Tag
from sync.wire.places import TREE

PAGE = 5000
"""Products given at a time; clients of the family ask once and expect everything, larger catalogues page."""
MATCHES = 6

_PRODUCT = """
SELECT p.id::text, p.sku, p.name, p.unit, p.price_e4, p.active,
    (SELECT code FROM product_code c WHERE c.product_id = p.id ORDER BY pack_milli <> 1000, code LIMIT 1),
    (SELECT coalesce(sum(on_hand_milli), 0)::bigint FROM stock s JOIN place l ON l.id = s.place_id
     WHERE s.product_id = p.id AND (%(shop)s::uuid IS NULL OR s.shop_id = %(shop)s)
        AND l.kind NOT IN ('waste', 'lost_and_found'))
FROM product p
"""
_BY_CODE = """
WHERE p.id IN (SELECT product_id FROM product_code WHERE code = ANY(%(codes)s)
    UNION SELECT id FROM product WHERE sku = ANY(%(codes)s)) ORDER BY p.sku LIMIT %(limit)s
"""
_PLACE = """
SELECT l.id::text, l.code, l.name, l.kind, n.number, s.id::text, s.name, l.parent_id::text, l.active
FROM place l JOIN shop s ON s.id = l.shop_id LEFT JOIN place_number n ON n.place_id = l.id
WHERE (%(shop)s::uuid IS NULL OR l.shop_id = %(shop)s)
"""
_NUMBER = """
INSERT INTO place_number (place_id)
SELECT id FROM place l WHERE shop_id = %s AND NOT EXISTS (SELECT 1 FROM place_number WHERE place_id = l.id)
ORDER BY code ON CONFLICT DO NOTHING
"""
_USAGE = {
    "supplier": "supplier",
    "customer": "customer",
    "waste": "inventory",
    "lost_and_found": "inventory",
    "transit": "transit",
    "repacking": "production",
    **dict.fromkeys(TREE, "view"),
}

Row = dict[str, Any]


async def list_products(conn: Connection, shop: str, after: str, limit: int) -> list[Row]:
    """Give products by article number, those behind `after`."""
    cursor = await conn.execute(
        _PRODUCT + 'WHERE p.sku > %(after)s COLLATE "C" ORDER BY p.sku LIMIT %(limit)s',
        {"shop": shop or None, "after": after, "limit": limit},
    )
    return [_product(*row) for row in await cursor.fetchall()]


async def find_products(conn: Connection, shop: str, code: str) -> list[Row]:
    """Give the products that have this barcode (with or without the leading zeros of its longer forms) or number."""
    values = {"shop": shop or None, "codes": _spellings(code), "limit": MATCHES}
    cursor = await conn.execute(_PRODUCT + _BY_CODE, values)
    return [_product(*row) for row in await cursor.fetchall()]


async def read_product(conn: Connection, shop: str, product_id: str) -> Row | None:
    """Give one product by its id."""
    cursor = await conn.execute(_PRODUCT + "WHERE p.id = %(id)s", {"shop": shop or None, "id": product_id})
    row = await cursor.fetchone()
    return _product(*row) if row else None


def _spellings(code: str) -> list[str]:
    """Write a number as EAN-8, UPC-A, EAN-13 and GTIN-14 would: they differ in leading zeros only."""
    if not (code.isascii() and code.isdecimal() and len(code) <= 14):
        return [code]
    bare = code.lstrip("0")
    return list({code, *(bare.rjust(length, "0") for length in (8, 12, 13, 14) if len(bare) <= length)})


def _product(
    ident: str, sku: str, name: str, unit: str, price_e4: int, active: bool, barcode: str | None, on_hand_milli: int
) -> Row:
    return {
        "id": ident,
        "default_code": sku,
        "name": name,
        "barcode": barcode or False,
        "qty_available": written(on_hand_milli),
        "list_price": price_e4 / 10_000,
        "weight": 0.0,
        "uom": unit,
        "active": active,
    }


async def list_places(conn: Connection, shop: str) -> list[Row]:
    """Give the places of a shop by code; each has the number that its label carries, made now if it had none."""
    await conn.execute(_NUMBER, (shop,))
    cursor = await conn.execute(_PLACE + "ORDER BY l.code", {"shop": shop})
    return [_place(*row) for row in await cursor.fetchall()]


async def find_places(conn: Connection, shop: str, code: str) -> list[Row]:
    """Give the places with this code."""
    values = {"shop": shop or None, "code": code, "limit": MATCHES}
    cursor = await conn.execute(_PLACE + "AND l.code = %(code)s ORDER BY l.id LIMIT %(limit)s", values)
    return [_place(*row) for row in await cursor.fetchall()]


async def read_place(conn: Connection, shop: str, meaning: SmartCode | Tag) -> Row | None:
    """Give the place that a label means, None when it means none of this shop."""
    match meaning:
        case PlaceCode():
            condition, value = "AND n.number = %(value)s", str(meaning.number)
        case Tag(letter="p"):
            condition, value = "AND l.id = %(value)s", meaning.id
        case _:
            return None
    cursor = await conn.execute(_PLACE + condition, {"shop": shop or None, "value": value})
    row = await cursor.fetchone()
    return _place(*row) if row else None


def _place(
    ident: str,
    code: str,
    name: str,
    kind: str,
    number: int | None,
    shop: str,
    shop_name: str,
    parent: str | None,
    active: bool,
) -> Row:
    return {
        "id": ident,
        "name": name or code,
        "complete_name": f"{shop_name}/{name or code}",
        "barcode": f"p{number:018d}" if number else code,
        "code": code,
        "usage": _USAGE.get(kind, "internal"),
        "kind": kind,
        "parent_id": parent or shop,
        "active": active,
        "children": [],
    }


def read_code(text: str) -> SmartCode | None:
    """Read a smart code, None when it is none."""
    try:
        return decode(text)
    except BadCode:
        return None


def reference_of(meaning: SmartCode | Tag | None) -> str | None:
    """Give the article number or barcode inside an item code."""
    return meaning.reference if isinstance(meaning, ItemCode) else None


def tree_of(shop: str, name: str, places: Sequence[Row]) -> list[Row]:
    """Put places under their warehouse, each in what it is in or stands at, as clients read it."""
    known = {place["id"]: place | {"children": []} for place in places}
    for place in known.values():
        above = known.get(place["parent_id"])
        if above is not None:
            above["children"].append(place)
    root = {
        "id": shop,
        "name": name,
        "complete_name": name,
        "barcode": False,
        "usage": "view",
        "active": True,
        "children": [place for place in known.values() if place["parent_id"] not in known],
    }
    return [root]
