"""Bundles that an order wants picked: nothing of them lies anywhere, so their parts are fetched.

A bundle is made up when it is sold (`parts`). Its line becomes a line for each part, so what is reserved, fetched and
packed is the parts. Goods that were made beforehand (`recipe`) lie in stock themselves and are picked as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from server_stub.database import Connection
from server_stub.faults import Denied
from sync.wire.changes import Product

MOST_DEEP = 4
"""So often a part may be a bundle itself."""
_GOODS = "SELECT id::text, packed FROM product WHERE id = ANY(%s::uuid[]) AND position('parts'::bytea IN packed) > 0"
"""Only what may be a bundle is read: an order may have many lines."""
_PARTS = "SELECT sku, id::text FROM product WHERE sku = ANY(%s)"
READ_BUNDLES = """
SELECT l.bundle_n AS n, l.bundle_id AS product, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name,
    max(l.bundle_milli) AS quantity_milli,
    min(least(l.done_milli * l.bundle_milli / nullif(l.quantity_milli, 0), l.bundle_milli)) / 1000 * 1000 AS done_milli
FROM work_order_line l LEFT JOIN product p ON p.id = l.bundle_id
WHERE l.order_id = %s AND l.bundle_n IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1
"""
"""The bundles of an order; as many are done as all parts are there for."""
_decode = msgspec.msgpack.Decoder(Product).decode


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of an order to be made: ids of product and place (None where the order leaves it open), thousandths.

    `over_ppm` is how much more is taken without a reason, None as the order says.
    Goods that go back to their supplier came with the line `came_n` of the order `came_order`, where somebody said so.
    Of a part `bundle` is the product it is a part of, `bundle_milli` how many of that, `bundle_n` the line with it.
    """

    product: str | None
    quantity_milli: int
    place: str | None = None
    lot: str = ""
    bundle: str | None = None
    bundle_n: int | None = None
    bundle_milli: int | None = None
    over_ppm: int | None = None
    came_order: str | None = None
    came_n: int | None = None


async def take_apart(conn: Connection, lines: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """Give the lines with a line for each part instead of each bundle. Raises Denied 400 for a part nobody knows."""
    numbered = list(enumerate(lines, 1))
    for _ in range(MOST_DEEP):
        bundles = await _read_bundles(conn, numbered)
        if not bundles:
            break
        numbered = [
            (n, part)
            for n, line in numbered
            for part in (_parts(n, line, bundles[line.product]) if line.product in bundles else (line,))
        ]
    return tuple(line for _, line in numbered)


async def _read_bundles(conn: Connection, lines: Sequence[tuple[int, Wanted]]) -> dict[str | None, dict[str, int]]:
    """Give the bundles among the goods of lines: how many thousandths of each part one of it has."""
    products = sorted({line.product for _, line in lines if line.product})
    found = await (await conn.execute(_GOODS, (products,))).fetchall()
    goods = {ident: _decode(packed).extra for ident, packed in found}
    bundles = {ident: extra.parts for ident, extra in goods.items() if extra is not None and extra.parts}
    skus = sorted({part.sku for parts in bundles.values() for part in parts})
    ids: dict[str, str] = dict(await (await conn.execute(_PARTS, (skus,))).fetchall()) if skus else {}
    missing = [sku for sku in skus if sku not in ids]
    if missing:
        raise Denied(400, f"A bundle has a part that nobody knows: {', '.join(missing)[:200]}")
    return {ident: {ids[part.sku]: part.quantity_milli for part in parts} for ident, parts in bundles.items()}


def _parts(n: int, line: Wanted, parts: dict[str, int]) -> tuple[Wanted, ...]:
    """Give a line for each part; of a part that is a bundle, for the one that the order named."""
    named = line if line.bundle else replace(line, bundle=line.product, bundle_n=n, bundle_milli=line.quantity_milli)
    return tuple(
        replace(named, product=product, quantity_milli=line.quantity_milli * milli // 1000, place=None, lot="")
        for product, milli in parts.items()
    )
