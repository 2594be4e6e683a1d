"""Stock: what is on hand per product and place, now or at an earlier moment."""

from datetime import datetime, timedelta
from typing import Annotated, LiteralString
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import Quantity, quantity_text
from server_stub.api.asking import Moment, OfShop, Text
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page, Row
from server_stub.identity.callers import ROLES


class OnHand(Struct, frozen=True, kw_only=True):
    """A product at a place; `at` is the moment that was asked for, null for now.

    `reserved` is what orders hold of it there, all lots together, `free` what they leave; null at an earlier moment.
    """

    product: UUID
    sku: str
    name: str
    unit: str
    shop: UUID
    place: UUID
    place_code: str
    lot: str
    on_hand: Quantity
    reserved: Quantity | None
    free: Quantity | None
    at: datetime | None


class StockQuery(OfShop, frozen=True, kw_only=True):
    """Whose stock, where, and when."""

    product: UUID | None = None
    place: UUID | None = None
    lot: Text | None = None
    at: Annotated[Moment | None, Meta(description="As it was at this moment, by when goods physically moved.")] = None


LISTING = Listing(
    "stock",
    """s.product_id, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, coalesce(p.unit, '') AS unit, s.shop_id,
    s.place_id, l.code, s.lot, s.on_hand_milli, (SELECT coalesce(sum(r.quantity_milli), 0) FROM reservation r
        WHERE r.product_id = s.product_id AND r.place_id = s.place_id)::bigint AS reserved_milli,
    (SELECT sum(o.on_hand_milli) FROM stock o WHERE o.product_id = s.product_id AND o.place_id = s.place_id)::bigint
        AS lying_milli""",
    "stock s JOIN place l ON l.id = s.place_id LEFT JOIN product p ON p.id = s.product_id",
    (("s.shop_id", "uuid"), ("s.product_id", "uuid"), ("s.place_id", "uuid"), ("s.lot", "text")),
    {
        "shop": "s.shop_id = %(shop)s",
        "product": "s.product_id = %(product)s",
        "place": "s.place_id = %(place)s",
        "lot": "s.lot = %(lot)s",
    },
)
_SALES: LiteralString = """sale s CROSS JOIN LATERAL (
        SELECT product_id, to_place_id, quantity_milli, coalesce(t.lot, '') AS lot FROM sale_line l
        LEFT JOIN sale_lot t ON t.sale_id = l.sale_id AND t.n = l.n WHERE l.sale_id = s.sale_id
            AND l.business_day = s.business_day AND l.product_id = ANY(%(products)s) OFFSET 0) l"""
_GOODS: LiteralString = """(
        SELECT l.sale_id, l.business_day, product_id, to_place_id, quantity_milli, coalesce(t.lot, '') AS lot
        FROM sale_line l LEFT JOIN sale_lot t ON t.sale_id = l.sale_id AND t.n = l.n
        WHERE l.product_id = ANY(%(products)s) OFFSET 0) l JOIN sale s USING (sale_id, business_day)"""
_MOVED: LiteralString = """
WITH moved AS (
    SELECT product_id, lot, from_place_id, to_place_id, quantity_milli FROM adjustment
    WHERE shop_id = ANY(%(shops)s) AND product_id = ANY(%(products)s) AND occurred_at > %(at)s
    UNION ALL
    SELECT l.product_id, l.lot, coalesce(l.to_place_id, s.place_id), NULL, l.quantity_milli FROM SOLD
    WHERE s.shop_id = ANY(%(shops)s) AND s.occurred_at > %(at)s
    UNION ALL
    SELECT l.product_id, l.lot, NULL, coalesce(l.to_place_id, s.place_id), l.quantity_milli FROM SOLD
    WHERE s.shop_id = ANY(%(shops)s) AND s.voided_at > %(at)s
        AND s.void_id IS NOT NULL)
SELECT product_id, place_id, lot, sum(milli)::bigint FROM (
    SELECT product_id, lot, to_place_id AS place_id, quantity_milli AS milli FROM moved
    UNION ALL SELECT product_id, lot, from_place_id, -quantity_milli FROM moved) m
WHERE place_id IS NOT NULL GROUP BY 1, 2, 3
"""
MOVED_SINCE = _MOVED.replace("SOLD", _SALES)
"""OFFSET 0: sale by sale, each in its own month, never all lines of all months from end to end."""
MOVED_LONG_SINCE = _MOVED.replace("SOLD", _GOODS)
"""The other way round: what the few goods of a page did in all the time is less than what all goods did since."""
LONG = timedelta(days=7)


async def list_stock(call: Call, asked: StockQuery) -> Page[OnHand]:
    """List what is on hand, by shop, product, place and lot."""
    rows, following = await call.page(
        LISTING, asked, shop=call.shop(asked.shop), product=asked.product, place=asked.place, lot=asked.lot
    )
    since = await _moved_since(call, rows, asked.at) if asked.at and rows else {}
    items = [
        OnHand(
            product=row["product_id"],
            sku=row["sku"],
            name=row["name"],
            unit=row["unit"],
            shop=row["shop_id"],
            place=row["place_id"],
            place_code=row["code"],
            lot=row["lot"],
            on_hand=quantity_text(
                row["on_hand_milli"] - since.get((row["product_id"], row["place_id"], row["lot"]), 0)
            ),
            reserved=None if asked.at else quantity_text(row["reserved_milli"]),
            free=None if asked.at else quantity_text(max(row["lying_milli"] - row["reserved_milli"], 0)),
            at=asked.at,
        )
        for row in rows
    ]
    return Page(items=items, next=following)


async def _moved_since(call: Call, rows: list[Row], at: datetime) -> dict[tuple[UUID, UUID, str], int]:
    """Give what each product, place and lot gained after a moment (thousandths): on hand then is now less this."""
    values = {
        "shops": list({row["shop_id"] for row in rows}),
        "products": list({row["product_id"] for row in rows}),
        "at": at,
    }
    cursor = await call.conn.execute(MOVED_SINCE if call.now - at < LONG else MOVED_LONG_SINCE, values)
    return {(product, place, lot): milli for product, place, lot, milli in await cursor.fetchall()}


ENDPOINTS = (Endpoint("GET", "/stock", list_stock, Page[OnHand], ROLES, "stock:read", StockQuery, one_moment=True),)
