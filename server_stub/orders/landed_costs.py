"""Freight, duty and the like for what comes for an order: added, taken back, and spread over the receipts' lines.

What a unit weighs or costs is kept with a cost when it is added: however often it is spread again, because more came
for the order or a delivery was matched to it, the same goods get the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods.pool import split
from server_stub.goods.valuing import OUTSIDE
from server_stub.ids import new_id
from server_stub.journal.stats import decimal_text
from sync.wire import changes

Spread = Literal["value", "quantity", "weight"]
MOST_NAMED = 10
"""Goods without a weight that a refusal names."""
_GRAMS = {"kg": 1000, "кг": 1000, "g": 1, "г": 1}
"""What one unit weighs of goods that are sold by weight."""
_DIGITS_E7 = 7
_LOCK = "SELECT kind, shop_id::text FROM work_order WHERE id = %s FOR UPDATE"
_GOODS = """
SELECT g.product_id::text, coalesce(p.sku, g.product_id::text) AS sku, p.unit, p.packed, p.cost_e4 FROM (
    SELECT product_id FROM work_order_line WHERE order_id = %(order)s AND product_id IS NOT NULL
    UNION SELECT a.product_id FROM order_document d JOIN adjustment a USING (chain, seq)
    WHERE d.order_id = %(order)s) g
LEFT JOIN product p ON p.id = g.product_id ORDER BY sku
"""
_ADD = "INSERT INTO landed_cost VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
_TAKE_BACK = """
UPDATE landed_cost SET taken_back_at = %(now)s
WHERE id = %(cost)s AND order_id = %(order)s AND taken_back_at IS NULL
"""
_NEWS = "DELETE FROM landed_news RETURNING order_id::text"
_EVERYTHING = "SELECT DISTINCT order_id::text FROM landed_cost"
_COSTS = """
SELECT c.id::text, c.order_id::text, c.amount_minor, s.currency, c.spread, c.units
FROM landed_cost c JOIN shop s ON s.id = c.shop_id WHERE c.order_id = ANY(%s::uuid[]) AND c.taken_back_at IS NULL
ORDER BY c.id
"""
_LINES = """
SELECT d.order_id::text, a.chain, a.seq, a.n, a.shop_id::text, a.product_id::text,
    (a.occurred_at AT TIME ZONE s.time_zone)::date, a.quantity_milli, a.cost_e4
FROM order_document d JOIN adjustment a USING (chain, seq) JOIN shop s ON s.id = a.shop_id
JOIN place f ON f.id = a.from_place_id AND f.kind = 'supplier' LEFT JOIN incarnation i ON i.chain = a.chain
JOIN place t ON t.id = a.to_place_id AND t.kind <> ALL(%(outside)s)
WHERE d.order_id = ANY(%(orders)s::uuid[])
ORDER BY d.order_id, a.occurred_at, i.device_uuid, i.incarnation, i.branch, a.seq, a.n
"""
"""What became the shop's, in an order that every centre comes to."""
_FORGET = """
DELETE FROM landed_part WHERE cost_id IN (SELECT id FROM landed_cost WHERE order_id = ANY(%s::uuid[]))
RETURNING cost_id::text, chain, seq, n, shop_id::text, product_id::text, day, value_e7
"""
_KEEP = "INSERT INTO landed_part VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
_decode = msgspec.msgpack.Decoder(changes.Product).decode
_Part = tuple[str, int, int, int, str, str, date, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a receipt: thousandths of a product, and what a unit cost (e4) if the document says it."""

    chain: int
    seq: int
    n: int
    shop: str
    product: str
    day: date
    quantity_milli: int
    cost_e4: int | None


async def add_cost(conn: Connection, order: str, kind: str, amount_minor: int, spread: Spread, now: datetime) -> str:
    """Add what getting the goods of an order here has cost, before they came or long after; gives its id.

    Raises Denied 409 for an order that expects nothing from a supplier, or goods whose weight nobody knows.
    """
    found = await (await conn.execute(_LOCK, (order,))).fetchone()
    if found is None or found[0] != "receipt":
        raise Denied(409, "This order expects nothing from a supplier")
    goods = await (await conn.execute(_GOODS, {"order": order})).fetchall()
    ident, units = new_id(), _units(spread, goods)
    await conn.execute(_ADD, (ident, order, found[1], kind, amount_minor, spread, Jsonb(units), now))
    return ident


async def take_back(conn: Connection, order: str, cost: str, now: datetime) -> None:
    """Take a cost back: goods are worth what they were without it. Raises Denied 409 when it is none any more."""
    if (await conn.execute(_TAKE_BACK, {"order": order, "cost": cost, "now": now})).rowcount != 1:
        raise Denied(409, "This cost is taken back already")


async def spread_costs(conn: Connection, *, everything: bool = False) -> list[str]:
    """Spread anew what belongs to orders that changed, or to all; gives the products that carry another part now."""
    orders = {order for (order,) in await (await conn.execute(_NEWS)).fetchall()}
    if everything:
        orders |= {order for (order,) in await (await conn.execute(_EVERYTHING)).fetchall()}
    before = set(await (await conn.execute(_FORGET, (sorted(orders),))).fetchall())
    costs = await (await conn.execute(_COSTS, (sorted(orders),))).fetchall()
    lines: dict[str, list[Line]] = {order: [] for _, order, *_ in costs}
    asked = {"orders": sorted(lines), "outside": list(OUTSIDE)}
    for order, *line in await (await conn.execute(_LINES, asked)).fetchall():
        lines[order].append(Line(*line))
    after: set[_Part] = set()
    for cost, order, amount_minor, currency, spread, units in costs:
        parts = split_cost(amount_e7(amount_minor, currency), spread, units, lines[order])
        for one, part in zip(lines[order], parts, strict=True):
            after.add((cost, one.chain, one.seq, one.n, one.shop, one.product, one.day, part))
    async with conn.cursor() as writing:
        await writing.executemany(_KEEP, sorted(after))
    return sorted({product for *_, product, _, _ in before ^ after})


def amount_e7(amount_minor: int, currency: str) -> int:
    """Give a sum of money as values of stock are kept."""
    digits = len(decimal_text(0, currency).partition(".")[2])
    return int(amount_minor * 10 ** (_DIGITS_E7 - digits))


def split_cost(whole_e7: int, spread: Spread, units: Mapping[str, int], lines: Sequence[Line]) -> list[int]:
    """Give what each line carries, together the whole; by quantity where nobody knows what any of them costs.

    Goods that were not of the order when a cost was spread by weight carry nothing of it: nobody was asked for theirs.
    """
    quantities = [one.quantity_milli for one in lines]
    weights = quantities
    if spread == "weight":
        weights = [one.quantity_milli * units.get(one.product, 0) for one in lines]
    elif spread == "value":
        weights = [
            one.quantity_milli * (units.get(one.product, 0) if one.cost_e4 is None else one.cost_e4) for one in lines
        ]
    return split(whole_e7, weights if sum(weights) else quantities)


def _units(spread: Spread, goods: Sequence[Sequence[Any]]) -> dict[str, int]:
    """Give what a unit of goods counts for. Raises Denied 409 naming those whose weight nobody knows."""
    if spread == "quantity":
        return {}
    if spread == "value":
        return {product: cost_e4 for product, _, _, _, cost_e4 in goods if cost_e4 is not None}
    grams = {product: _weigh(unit, packed) for product, _, unit, packed, _ in goods}
    if lacking := [sku for product, sku, *_ in goods if not grams[product]]:
        more = " …" if len(lacking) > MOST_NAMED else ""
        raise Denied(409, f"Nobody knows what these goods weigh: {', '.join(lacking[:MOST_NAMED])}{more}")
    return grams


def _weigh(unit: str | None, packed: bytes | None) -> int:
    """Give the grams of one unit: that by which it is sold, else how much is in one piece; 0 where nobody says it."""
    if unit is None or not packed:
        return 0
    extra = _decode(packed).extra
    measure = extra.measure if extra else None
    return _GRAMS.get(unit) or (measure.quantity_milli if measure and measure.unit == "kg" else 0)
