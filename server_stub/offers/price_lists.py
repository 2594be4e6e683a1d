"""Price lists and their prices as they are kept, and as tills are told of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from sync.wire.offers import ListPrice, PriceList, Tier

_THESE = """
SELECT price_list_id::text, name, coalesce(starts_on::text, ''), coalesce(ends_on::text, '') FROM price_list
WHERE price_list_id = ANY(%s::uuid[])
"""
_PRICES = """
SELECT p.price_list_id::text, p.product_id::text, p.tiers FROM list_price p
JOIN unnest(%s::uuid[], %s::uuid[]) AS asked (price_list_id, product_id) USING (price_list_id, product_id)
"""
_SAVE = """
INSERT INTO price_list (price_list_id, shop_id, name, starts_on, ends_on, version, changed_at)
VALUES (%s, %s, %s, %s, %s, 1, %s)
ON CONFLICT (price_list_id) DO UPDATE SET name = excluded.name, starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, version = price_list.version + 1, changed_at = excluded.changed_at
"""
_PUT = """
INSERT INTO list_price (price_list_id, product_id, tiers)
SELECT %s, product_id, tiers FROM unnest(%s::uuid[], %s::jsonb[]) AS given (product_id, tiers)
ON CONFLICT (price_list_id, product_id) DO UPDATE SET tiers = excluded.tiers WHERE list_price.tiers <> excluded.tiers
RETURNING xmax = 0
"""
_BUMP = "UPDATE price_list SET version = version + 1, changed_at = %s WHERE price_list_id = %s"


async def read_price_lists(conn: Connection, ids: Sequence[str]) -> dict[str, PriceList]:
    """Give the price lists with these ids, by id."""
    cursor = await conn.execute(_THESE, (list(ids),))
    rows = await cursor.fetchall()
    return {row[0]: PriceList(id=row[0], name=row[1], starts_on=row[2], ends_on=row[3]) for row in rows}


async def read_list_prices(conn: Connection, ids: Sequence[str]) -> dict[str, ListPrice]:
    """Give prices by their ids `list/product`."""
    lists, products = [name.partition("/")[0] for name in ids], [name.partition("/")[2] for name in ids]
    cursor = await conn.execute(_PRICES, (lists, products))
    return {
        f"{in_list}/{product}": ListPrice(list_id=in_list, product_id=product, tiers=to_tiers(tiers))
        for in_list, product, tiers in await cursor.fetchall()
    }


def to_tiers(kept: object) -> tuple[Tier, ...]:
    """Read tiers as they are kept."""
    return msgspec.convert(kept, tuple[Tier, ...])


async def save_price_list(conn: Connection, shop: str | None, made: PriceList, now: datetime) -> None:
    """Add a price list of a shop (None: of all), or change the one with its id."""
    await conn.execute(_SAVE, (made.id, shop, made.name, made.starts_on or None, made.ends_on or None, now))


async def put_prices(
    conn: Connection, in_list: str, prices: Mapping[str, Sequence[Tier]], now: datetime
) -> tuple[int, int]:
    """Set what products (by id) cost by a list; without tiers a product leaves it. Gives how many came, and changed."""
    gone = [product for product, tiers in prices.items() if not tiers]
    if gone:
        await conn.execute(
            "DELETE FROM list_price WHERE price_list_id = %s AND product_id = ANY(%s::uuid[])", (in_list, gone)
        )
    given = {product: Jsonb(msgspec.to_builtins(tiers)) for product, tiers in sorted(prices.items()) if tiers}
    cursor = await conn.execute(_PUT, (in_list, list(given), list(given.values())))
    written = [is_new for (is_new,) in await cursor.fetchall()]
    if gone or written:
        await conn.execute(_BUMP, (now, in_list))
    return sum(written), len(written) - sum(written)
