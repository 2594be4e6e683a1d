"""The rows behind the feed's items: each as MessagePack, read in the page's own database snapshot."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from server_stub.database import Connection
from server_stub.goods.shops import read_places, read_shops
from server_stub.identity.people import read_people
from server_stub.journal.cases import read_cases
from server_stub.offers.coupons import read_coupons
from server_stub.offers.customers import read_customers
from server_stub.offers.price_lists import read_list_prices, read_price_lists
from server_stub.offers.promotions import read_promotions
from server_stub.returns.receipts import read_receipts
from sync.wire.changes import Change, Stock

_encode = msgspec.msgpack.Encoder().encode

_PRODUCTS = "SELECT position, id::text, packed FROM product WHERE position > %s ORDER BY position LIMIT %s"
_STOCK = """
SELECT position, product_id::text, place_id::text, on_hand_milli FROM stock
WHERE shop_id = %s AND position > %s ORDER BY position LIMIT %s
"""
_UNNUMBERED_STOCK = """
SELECT coalesce(told, 0), product_id::text, place_id::text, on_hand_milli FROM stock
WHERE shop_id = %s AND position IS NULL
"""
_OTHERS = """
SELECT position, entity, entity_id, deleted FROM feed_item WHERE feed = %s AND position > %s ORDER BY position LIMIT %s
"""

_ALL = """
SELECT coalesce(position, told, 0), entity, entity_id, deleted FROM feed_item WHERE feed = %s AND NOT deleted
"""

_READERS: dict[str, Callable[[Connection, list[str]], Awaitable[dict[str, Any]]]] = {
    "shop": read_shops,
    "place": read_places,
    "person": read_people,
    "case": read_cases,
    "promotion": read_promotions,
    "price_list": read_price_lists,
    "list_price": read_list_prices,
    "coupon": read_coupons,
    "customer": read_customers,
    "receipt": read_receipts,
}


async def read_rows(conn: Connection, feed: str, after: int, limit: int) -> list[Change]:
    """Give the numbered changes of a feed behind a position, in order, with the rows as they are now."""
    if feed == "catalogue":
        cursor = await conn.execute(_PRODUCTS, (after, limit), binary=True)
        return [Change(position, "product", name, Raw(packed)) for position, name, packed in await cursor.fetchall()]
    kind, _, shop = feed.partition(":")
    if kind == "stock":
        cursor = await conn.execute(_STOCK, (shop, after, limit), binary=True)
        return [_stock(*row) for row in await cursor.fetchall()]
    cursor = await conn.execute(_OTHERS, (feed, after, limit))
    return await _read_items(conn, await cursor.fetchall())


async def read_all(conn: Connection, feed: str) -> list[Change]:
    """Give all that a feed of items tells now, also what waits for its position, in the version it was told in last."""
    cursor = await conn.execute(_ALL, (feed,))
    return [change for change in await _read_items(conn, await cursor.fetchall()) if not change.deleted]


async def _read_items(conn: Connection, items: Sequence[tuple[int, str, str, bool]]) -> list[Change]:
    rows: dict[tuple[str, str], Any] = {}
    for entity, read in _READERS.items():
        if names := [name for _, kind, name, _ in items if kind == entity]:
            rows |= {(entity, name): row for name, row in (await read(conn, names)).items()}
    return [
        _change(position, entity, name, None if deleted else rows.get((entity, name)))
        for position, entity, name, deleted in items
    ]


async def read_unnumbered_stock(conn: Connection, shop: str) -> list[Change]:
    """Give the stock rows that have changed and wait for the sequencer, in the version they were told in last."""
    cursor = await conn.execute(_UNNUMBERED_STOCK, (shop,), binary=True)
    return [_stock(*row) for row in await cursor.fetchall()]


def _stock(position: int, product_id: str, place_id: str, on_hand_milli: int) -> Change:
    row = Stock(product_id=product_id, place_id=place_id, on_hand_milli=on_hand_milli)
    return Change(position, "stock", f"{product_id}/{place_id}", Raw(_encode(row)))


def _change(position: int, entity: str, name: str, row: object) -> Change:
    if row is None:
        return Change(position, entity, name, deleted=True)
    return Change(position, entity, name, Raw(_encode(row)))
