"""The rows behind the feed's items: each as MessagePack, read in the page's own database snapshot."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from msgspec import Raw

from server_stub.approvals.waiting import read_approvals
from server_stub.counts.matters import read_matters
from server_stub.database import Connection
from server_stub.goods.held_lots import read_held_lots
from server_stub.goods.places import read_places
from server_stub.goods.reorder_told import read_reorder
from server_stub.goods.shops import read_shops
from server_stub.identity.people import read_people
from server_stub.identity.rights import Sign, read_rights
from server_stub.journal.cases import read_cases
from server_stub.offers.boards import read_boards
from server_stub.offers.coupons import read_coupons
from server_stub.offers.customers import read_customers, read_erased
from server_stub.offers.price_lists import read_list_prices, read_price_lists
from server_stub.offers.promotions import read_promotions
from server_stub.orders.keeping import read_orders
from server_stub.orders.neighbours import read_neighbours
from server_stub.parked.keeping import read_parked
from server_stub.returns.receipts import read_receipts_for
from sync.wire.changes import Change, Lot, Stock
from sync.wire.telling import told_as

_encode = msgspec.msgpack.Encoder().encode

_PRODUCTS = "SELECT position, id::text, packed FROM product WHERE position > %s ORDER BY position LIMIT %s"
_STOCK = """
SELECT position, product_id::text, place_id::text, on_hand_milli, s.lot, coalesce(l.expires_on::text, '')
FROM (SELECT * FROM stock WHERE shop_id = %s AND position > %s ORDER BY position LIMIT %s) s
LEFT JOIN lot l USING (product_id, lot) ORDER BY position
"""
_UNNUMBERED_STOCK = """
SELECT coalesce(told, 0), product_id::text, place_id::text, on_hand_milli, s.lot, coalesce(l.expires_on::text, '')
FROM stock s LEFT JOIN lot l USING (product_id, lot) WHERE shop_id = %s AND position IS NULL
"""
_OTHERS = """
SELECT position, entity, entity_id, deleted FROM feed_item WHERE feed = %s AND position > %s ORDER BY position LIMIT %s
"""
_UNNUMBERED = """
SELECT coalesce(told, 0), entity, entity_id, deleted FROM feed_item WHERE feed = %s AND position IS NULL
"""

_ALL = """
SELECT coalesce(position, told, 0), entity, entity_id, deleted FROM feed_item WHERE feed = %s AND NOT deleted
"""

Reader = Callable[[Connection, list[str]], Awaitable[dict[str, Any]]]

_READERS: dict[str, Reader] = {
    "shop": read_shops,
    "place": read_places,
    "person": read_people,
    "case": read_cases,
    "order": read_orders,
    "neighbour": read_neighbours,
    "reorder": read_reorder,
    "held_lot": read_held_lots,
    "count": read_matters,
    "approval": read_approvals,
    "promotion": read_promotions,
    "price_list": read_price_lists,
    "list_price": read_list_prices,
    "coupon": read_coupons,
    "board": read_boards,
    "customer": read_customers,
    "erased": read_erased,
}


async def read_rows(conn: Connection, feed: str, after: int, limit: int, device_uuid: str, sign: Sign) -> list[Change]:
    """Give the numbered changes of a feed behind a position, in order, with the rows as this terminal is told now."""
    if feed == "catalogue":
        cursor = await conn.execute(_PRODUCTS, (after, limit), binary=True)
        return [Change(position, "product", name, Raw(packed)) for position, name, packed in await cursor.fetchall()]
    kind, _, shop = feed.partition(":")
    if kind == "stock":
        cursor = await conn.execute(_STOCK, (shop, after, limit), binary=True)
        return [_stock(*row) for row in await cursor.fetchall()]
    cursor = await conn.execute(_OTHERS, (feed, after, limit))
    items = await cursor.fetchall()
    if kind == "receipts":
        sold = [name for _, kind, name, deleted in items if kind == "receipt" and not deleted]
        rows = await read_receipts_for(conn, device_uuid, sold)
        waiting = await read_parked(
            conn, [name for _, kind, name, deleted in items if kind == "parked" and not deleted]
        )
        return [
            _change(position, kind, name, waiting.get(name) if kind == "parked" else rows.get(name))
            for position, kind, name, _ in items
        ]
    return await _read_items(conn, items, _READERS | {"rights": partial(read_rights, sign=sign)})


async def read_all(conn: Connection, feed: str) -> list[Change]:
    """Give all that a feed of items tells now, also what waits for its position, in the version it was told in last."""
    cursor = await conn.execute(_ALL, (feed,))
    return [change for change in await _read_items(conn, await cursor.fetchall(), _READERS) if not change.deleted]


async def _read_items(
    conn: Connection, items: Sequence[tuple[int, str, str, bool]], readers: Mapping[str, Reader]
) -> list[Change]:
    rows: dict[tuple[str, str], Any] = {}
    for entity, read in readers.items():
        if names := [name for _, kind, name, _ in items if kind == entity]:
            rows |= {(entity, name): row for name, row in (await read(conn, names)).items()}
    return [
        _change(position, entity, name, None if deleted else rows.get((entity, name)))
        for position, entity, name, deleted in items
    ]


async def read_unnumbered(conn: Connection, feed: str) -> list[Change]:
    """Give the rows that have changed and wait for the sequencer, in the version they were told in last."""
    kind, _, shop = feed.partition(":")
    if kind == "stock":
        cursor = await conn.execute(_UNNUMBERED_STOCK, (shop,), binary=True)
        return [_stock(*row) for row in await cursor.fetchall()]
    return await _read_items(conn, await (await conn.execute(_UNNUMBERED, (feed,))).fetchall(), _READERS)


def _stock(position: int, product_id: str, place_id: str, on_hand_milli: int, lot: str, expiry: str) -> Change:
    if lot:
        kept = Lot(product_id=product_id, place_id=place_id, lot=lot, on_hand_milli=on_hand_milli, expiry=expiry)
        return Change(position, "lot", f"{product_id}/{place_id}/{lot}", Raw(_encode(kept)))
    row = Stock(product_id=product_id, place_id=place_id, on_hand_milli=on_hand_milli)
    return Change(position, "stock", f"{product_id}/{place_id}", Raw(_encode(row)))


def _change(position: int, entity: str, name: str, row: object) -> Change:
    if row is None:
        return Change(position, entity, name, deleted=True)
    return Change(position, told_as(entity, row), name, Raw(_encode(row)))
