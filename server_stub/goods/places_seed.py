"""The stockroom of the sample shop: two zones of bins with goods in them, a few left empty for what comes next."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from itertools import islice

import msgspec

from server_stub.database import Connection
from server_stub.goods.places import save_places
from server_stub.goods.places_drafting import Known, PlaceDraft, RangeDraft, to_place, to_range
from server_stub.journal.projection_sql import move_stock
from sync.wire.places import Place

COLD = "Dairy"
"""The class of goods of the cold zone."""
TREE = (
    PlaceDraft(code="STORE", name="Stockroom", kind="site"),
    PlaceDraft(code="DRY", name="Dry goods", kind="zone", parent="STORE"),
    PlaceDraft(code="COLD", name="Cold room", kind="zone", parent="STORE", goods_class=COLD),
)
RANGES = (
    RangeDraft(pattern="A-{01..02}-{01..04}-{1..4}", parent="DRY", groups=["aisle", "rack"]),
    RangeDraft(pattern="C-{01..02}-{1..4}", parent="COLD", groups=["rack"], behind=32),
)
LEFT_EMPTY = 4
"""Every so many bins one stays empty."""
_GOODS = "SELECT id::text FROM product WHERE (category = %s) = %s AND NOT weighed ORDER BY sku DESC"
_COMES = """
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
VALUES (0, 2, %s, %s, %s, %s, %s, %s, %s, 'received', %s)
"""


async def seed_stockroom(conn: Connection, shop: str, supplier: str, now: datetime) -> int:
    """Make the stockroom and bring goods there; gives how many places it has."""
    made = await _make(conn, shop)
    moves = []
    for cold, prefix in ((True, "C-"), (False, "A-")):
        bins = sorted((one for one in made.values() if one.kind == "bin" and one.code.startswith(prefix)), key=_way)
        filled = [one for n, one in enumerate(bins, 1) if n % LEFT_EMPTY]
        goods = await (await conn.execute(_GOODS, (COLD, cold))).fetchall()
        moves += [
            (product, place.id, (6 + place.put_sequence % 5 * 6) * 1000)
            for place, (product,) in zip(filled, islice(goods, len(filled)), strict=False)
        ]
    for n, (product, place, milli) in enumerate(moves, 1):
        await conn.execute(_COMES, (n, now.date(), shop, product, supplier, place, milli, now))
    await move_stock(conn, defaultdict(int, {(shop, product, place, ""): milli for product, place, milli in moves}))
    await _keep_one(conn, shop, made, moves[0][0])
    return len(made)


async def _make(conn: Connection, shop: str) -> dict[str, Place]:
    known = Known({}, {})
    for draft in TREE:
        known.places[draft.code.casefold()] = await to_place(conn, known, draft)
    for asked in RANGES:
        known.places.update({place.code.casefold(): place for place in to_range(known, asked)})
    await save_places(conn, shop, list(known.places.values()))
    return known.places


async def _keep_one(conn: Connection, shop: str, made: Mapping[str, Place], product: str) -> None:
    """One bin is kept for a product, however much of it there is."""
    kept = msgspec.structs.replace(made["a-01-01-1"], product_id=product, holds_milli=48_000)
    await save_places(conn, shop, [kept])


def _way(place: Place) -> int:
    return place.put_sequence
