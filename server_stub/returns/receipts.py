"""Receipts as tills are told: one row per sale of the last days, and any sale of the shop by its number."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from server_stub.database import Connection
from sync.wire.receipts import KEPT_DAYS, Receipt, SoldLine, Taken

_SALES = """
SELECT s.sale_id::text, s.business_day, s.receipt, s.occurred_at, s.currency, s.tax_inclusive, s.change_minor,
    s.void_id IS NOT NULL
FROM sale s JOIN sale_day d USING (sale_id, business_day) WHERE d.sale_id = ANY(%s::uuid[])
"""
_LINES = """
SELECT sale_id::text, line_id::text, product_id::text, sku, name, unit, code, quantity_milli, price_e4, rate_ppm,
    gross_minor, discount_minor, net_minor, tax_minor, total_minor
FROM sale_line WHERE sale_id = ANY(%s::uuid[]) AND business_day = ANY(%s) AND quantity_milli > 0 ORDER BY sale_id, n
"""
_PAID = """
SELECT sale_id::text, method, sum(amount_minor)::bigint FROM payment
WHERE sale_id = ANY(%s::uuid[]) AND business_day = ANY(%s) GROUP BY 1, 2 ORDER BY 1, 2
"""
_TAKEN = """
SELECT r.returns_sale::text, r.sale_id::text, r.returns_line, r.quantity_milli
FROM sale_return r JOIN sale_day d ON d.sale_id = r.sale_id
JOIN sale t ON t.sale_id = d.sale_id AND t.business_day = d.business_day
WHERE r.returns_sale = ANY(%s::uuid[]) AND t.void_id IS NULL ORDER BY t.occurred_at, r.sale_id, r.n
"""
_PAID_OUT = """
SELECT p.sale_id::text, p.method, -sum(p.amount_minor)::bigint
FROM payment p JOIN sale_day d USING (sale_id, business_day)
WHERE d.sale_id = ANY(%s::uuid[]) AND p.amount_minor < 0 GROUP BY 1, 2 ORDER BY 1, 2
"""
_BY_NUMBER = """
SELECT sale_id::text FROM sale_day WHERE shop_id = %s AND receipt = %s ORDER BY business_day DESC, sale_id DESC LIMIT 1
"""
_MARK = """
INSERT INTO feed_item (feed, entity, entity_id, deleted)
SELECT 'receipts:' || s.shop_id, 'receipt', s.sale_id::text, s.void_id IS NOT NULL
FROM sale s JOIN sale_day d USING (sale_id, business_day)
WHERE d.sale_id = ANY(%s::uuid[]) AND s.business_day > CURRENT_DATE - %s ORDER BY 3
ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
    told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
        ELSE feed_item.position END
"""
_PRUNE = """
UPDATE feed_item f SET position = NULL, deleted = true, marked_at = now(),
    told = CASE WHEN f.position IS NULL THEN f.told ELSE f.position END
FROM sale_day d
WHERE f.entity = 'receipt' AND NOT f.deleted AND d.sale_id = f.entity_id::uuid AND d.business_day <= CURRENT_DATE - %s
"""
Parts = dict[str, list[Any]]


async def read_receipts(conn: Connection, ids: Sequence[str]) -> dict[str, Receipt]:
    """Give these sales as receipts, by id, with what has come back since."""
    sales = await (await conn.execute(_SALES, (list(ids),))).fetchall()
    if not sales:
        return {}
    names, days = [row[0] for row in sales], list({row[1] for row in sales})
    lines, paid = await _read(conn, _LINES, names, days), await _read(conn, _PAID, names, days)
    taken = await _read_taken(conn, names)
    return {
        sale: Receipt(
            sale_id=sale,
            receipt=receipt,
            occurred_at=at.isoformat(timespec="seconds"),
            currency=currency,
            tax_inclusive=inclusive,
            lines=tuple(SoldLine(*line) for line in lines[sale]),
            paid=_kept(paid[sale], change),
            taken=taken.get(sale, ()),
            voided=voided,
        )
        for sale, _, receipt, at, currency, inclusive, change, voided in sales
    }


async def find_receipt(conn: Connection, shop: str, number: str) -> Receipt | None:
    """Give the newest sale of a shop with this receipt number, however old it is."""
    row = await (await conn.execute(_BY_NUMBER, (shop, number))).fetchone()
    return (await read_receipts(conn, [row[0]])).get(row[0]) if row else None


async def mark_receipts(conn: Connection, sales: Sequence[str]) -> None:
    """Note that tills must hear of these sales, as long as they are young enough; of a voided one that it is gone."""
    await conn.execute(_MARK, (list(sales), KEPT_DAYS))


async def prune_receipts(conn: Connection) -> None:
    """Tills forget receipts that have grown too old for the feed."""
    await conn.execute(_PRUNE, (KEPT_DAYS,))


def _kept(paid: list[Any], change: int) -> tuple[tuple[str, int], ...]:
    """What each method left in the till: change went out of the cash."""
    kept = ((method, amount - (change if method == "cash" else 0)) for method, amount in paid)
    return tuple((method, amount) for method, amount in kept if amount > 0)


async def _read(conn: Connection, query: Any, names: list[str], days: list[date]) -> Parts:
    parts: Parts = defaultdict(list)
    for sale, *values in await (await conn.execute(query, (names, days))).fetchall():
        parts[sale].append(values)
    return parts


async def _read_taken(conn: Connection, names: list[str]) -> dict[str, tuple[Taken, ...]]:
    back: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for sale, ticket, line, milli in await (await conn.execute(_TAKEN, (names,))).fetchall():
        back.setdefault(sale, {}).setdefault(ticket, []).append((line, milli))
    if not back:
        return {}
    tickets = sorted({ticket for of_sale in back.values() for ticket in of_sale})
    out: Parts = defaultdict(list)
    for ticket, method, amount in await (await conn.execute(_PAID_OUT, (tickets,))).fetchall():
        out[ticket].append((method, amount))
    return {
        sale: tuple(Taken(ticket, tuple(parts), tuple(out[ticket])) for ticket, parts in of_sale.items())
        for sale, of_sale in back.items()
    }
