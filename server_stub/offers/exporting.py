"""How promotions, prices of lists and customers are written into files: as `import` takes them again."""

from collections.abc import Callable
from datetime import UTC
from typing import Any, LiteralString

import msgspec

from server_stub.api.amounts import money_text, price_text, quantity_text
from server_stub.api.people_data import PersonalData
from server_stub.api.promotion_shapes import PromotionPart, tell_promotion
from server_stub.offers.price_lists import to_tiers

Cells = dict[str, Any]

_PROMOTIONS = """
SELECT promotion_id, shop_id, name, active, definition, version, changed_at FROM promotion
WHERE %(shop)s::uuid IS NULL OR shop_id IS NULL OR shop_id = %(shop)s ORDER BY promotion_id
"""
_PRICES = """
SELECT l.name AS price_list, p.sku, p.name, tier.value AS tier
FROM price_list l JOIN list_price t USING (price_list_id) JOIN product p ON p.id = t.product_id,
    jsonb_array_elements(t.tiers) WITH ORDINALITY AS tier (value, n)
WHERE %(shop)s::uuid IS NULL OR l.shop_id IS NULL OR l.shop_id = %(shop)s
ORDER BY l.name, l.price_list_id, p.sku, tier.n
"""
_COUPONS = """
SELECT p.name AS promotion, c.code, c.uses, c.uses_per_customer, c.starts_at, c.ends_at, c.active,
    (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.coupon_id) AS used,
    (SELECT count(*) FROM promotion o WHERE o.name = p.name) > 1 AS is_shared, p.promotion_id
FROM coupon c JOIN promotion p USING (promotion_id)
WHERE %(shop)s::uuid IS NULL OR p.shop_id IS NULL OR p.shop_id = %(shop)s ORDER BY c.coupon_id
"""
_CUSTOMERS = """
SELECT c.customer_id, c.shop_id, c.created_at, a.bytes, c.card, c.group_name, l.name AS price_list, c.tax_exempt,
    c.account_limit_minor, c.everywhere, s.currency
FROM customer c JOIN attachment a USING (attachment_id) JOIN shop s ON s.id = c.shop_id
LEFT JOIN price_list l ON l.price_list_id = c.price_list_id
WHERE c.erased_at IS NULL AND (%(shop)s::uuid IS NULL OR c.shop_id = %(shop)s) ORDER BY c.shop_id, c.customer_id
"""
BOARD_ROWS: LiteralString = """
SELECT b.name, b.roles, b.shop_id, page.value ->> 'name' AS page, tile.value AS tile
FROM board b, jsonb_array_elements(b.pages) WITH ORDINALITY AS page (value, n)
LEFT JOIN LATERAL jsonb_array_elements(page.value -> 'tiles') WITH ORDINALITY AS tile (value, n) ON true
WHERE (%(shop)s::uuid IS NULL OR b.shop_id IS NULL OR b.shop_id = %(shop)s)
    AND (%(board)s::uuid IS NULL OR b.board_id = %(board)s)
ORDER BY b.name, b.board_id, page.n, tile.n
"""
"""One row a tile, and one for a page without any."""
_person = msgspec.json.Decoder(PersonalData).decode


def _tell_promotion(row: dict[str, Any], currency: str) -> Cells:
    made = msgspec.structs.asdict(tell_promotion(row, currency))
    cells = {name: _cell(value) for name, value in made.items() if name not in ("version", "changed_at", "currency")}
    return cells | {"parts": " + ".join(_part(part) for part in made["parts"])}


def tell_coupon(row: dict[str, Any], _currency: str) -> Cells:
    """Write a coupon as a row of a file; a promotion whose name others have too is told by its id."""
    times = {name: row[name].astimezone(UTC).isoformat() if row[name] else "" for name in ("starts_at", "ends_at")}
    return {
        "promotion": str(row["promotion_id"]) if row["is_shared"] else row["promotion"],
        **{name: row[name] for name in ("code", "uses", "uses_per_customer", "used")},
        **times,
        "active": _cell(row["active"]),
    }


def _cell(value: Any) -> Any:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return "|".join(map(str, value))
        case None:
            return ""
        case str() | int():
            return value
    return str(value)


def _part(part: PromotionPart) -> str:
    goods = "|".join([*part.skus, *(f"#{name}" for name in part.categories)])
    return f"{'gift ' * part.gift}{part.quantity} x {goods}"


def _tell_price(row: dict[str, Any], currency: str) -> Cells:
    (tier,) = to_tiers([row["tier"]])
    return {
        "price_list": row["price_list"],
        "sku": row["sku"],
        "from_quantity": quantity_text(tier.from_milli),
        "price": price_text(tier.price_e4, currency),
        "name": row["name"],
    }


def _tell_customer(row: dict[str, Any], _currency: str) -> Cells:
    return {
        "id": str(row["customer_id"]),
        "shop": str(row["shop_id"]),
        **msgspec.structs.asdict(_person(row["bytes"])),
        "card": row["card"],
        "group": row["group_name"],
        "price_list": row["price_list"] or "",
        "tax_exempt": row["tax_exempt"],
        "account_limit": money_text(row["account_limit_minor"], row["currency"]),
        "everywhere": _cell(row["everywhere"]),
        "created_at": row["created_at"].astimezone(UTC).isoformat(timespec="seconds"),
    }


def tell_board_row(row: dict[str, Any], _currency: str) -> Cells:
    """Write a tile as a row of a file of boards."""
    tile: dict[str, Any] = row["tile"] or {}
    return {
        "board": row["name"],
        "roles": "|".join(row["roles"]),
        "page": row["page"],
        "at": tile.get("at", ""),
        "sku": tile.get("sku", ""),
        "category": tile.get("category", ""),
        "to_page": tile.get("page", ""),
        "colour": tile.get("colour", ""),
        "shop": str(row["shop_id"] or ""),
    }


OFFERS: dict[str, tuple[str, Callable[[dict[str, Any], str], Cells]]] = {
    "customers": (_CUSTOMERS, _tell_customer),
    "boards": (BOARD_ROWS, tell_board_row),
    "promotions": (_PROMOTIONS, _tell_promotion),
    "prices": (_PRICES, _tell_price),
    "coupons": (_COUPONS, tell_coupon),
}
"""Noun -> its query and how a row is told."""
