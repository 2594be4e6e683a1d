"""Receipts as tills are told: one row per sale of the last days, and any sale of the shop by its number."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from server_stub.database import Connection
from server_stub.ids import id_array
from sync.wire.facts import Fact, SaleCompleted, SaleLine, decode_fact
from sync.wire.receipts import KEPT_DAYS, Receipt, SoldLine, Taken

_SALES = """
SELECT s.sale_id::text, s.occurred_at, s.void_id IS NOT NULL, e.kind, e.version, e.body
FROM sale s JOIN sale_day d USING (sale_id, business_day) JOIN entry e ON e.chain = s.chain AND e.seq = s.seq
WHERE d.sale_id = ANY(%s::uuid[])
"""
_CHAINS = "SELECT array_agg(chain) FROM incarnation WHERE device_uuid = nullif(%s, '')::uuid"
_SEALED_IN = """
SELECT d.sale_id::text, d.receipt, s.occurred_at, s.currency, s.tax_inclusive, s.void_id IS NOT NULL
FROM sale s JOIN sale_day d USING (sale_id, business_day)
WHERE d.sale_id = ANY(%s::uuid[]) AND s.chain = ANY(%s)
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
_PRUNE = """
UPDATE feed_item f SET position = NULL, deleted = true, marked_at = now(),
    told = CASE WHEN f.position IS NULL THEN f.told ELSE f.position END
FROM sale_day d
WHERE f.entity = 'receipt' AND NOT f.deleted AND d.sale_id = f.entity_id::uuid AND d.business_day <= CURRENT_DATE - %s
"""


async def read_receipts(conn: Connection, ids: Sequence[str]) -> dict[str, Receipt]:
    """Give these sales as receipts, by id, with what has come back since."""
    sales = await (await conn.execute(_SALES, (id_array(ids),), binary=True)).fetchall()
    if not sales:
        return {}
    taken = await _read_taken(conn, ids)
    return {
        sale: _receipt(sale, decode_fact(*sealed), at.isoformat(timespec="seconds"), taken.get(sale, ()), voided)
        for sale, at, voided, *sealed in sales
    }


async def read_receipts_for(conn: Connection, device_uuid: str, ids: Sequence[str]) -> dict[str, Receipt]:
    """As `read_receipts`; of what the terminal sealed itself only what came back, since it has the rest."""
    [(chains,)] = await (await conn.execute(_CHAINS, (device_uuid,))).fetchall()
    own = await (await conn.execute(_SEALED_IN, (id_array(ids), chains or []), binary=True)).fetchall()
    told: dict[str, Receipt] = {}
    if own:
        taken = await _read_taken(conn, [sale for sale, *_ in own])
        for sale, receipt, at, currency, inclusive, voided in own:
            told[sale] = Receipt(
                sale_id=sale,
                receipt=receipt,
                occurred_at=at.isoformat(timespec="seconds"),
                currency=currency,
                tax_inclusive=inclusive,
                lines=(),
                taken=taken.get(sale, ()),
                voided=voided,
                own=True,
            )
    if others := [sale for sale in ids if sale not in told]:
        told |= await read_receipts(conn, others)
    return told


async def find_receipt(conn: Connection, shop: str, number: str) -> Receipt | None:
    """Give the newest sale of a shop with this receipt number, however old it is."""
    row = await (await conn.execute(_BY_NUMBER, (shop, number))).fetchone()
    return (await read_receipts(conn, [row[0]])).get(row[0]) if row else None


async def prune_receipts(conn: Connection) -> None:
    """Tills forget receipts that have grown too old for the feed."""
    await conn.execute(_PRUNE, (KEPT_DAYS,))


def _receipt(ident: str, sale: Fact, occurred_at: str, taken: tuple[Taken, ...], voided: bool) -> Receipt:
    """What was sealed is what was sold: a projection of it says no more, and its rows take longer to read."""
    assert isinstance(sale, SaleCompleted)
    return Receipt(
        sale_id=ident,
        receipt=sale.receipt,
        occurred_at=occurred_at,
        currency=sale.currency,
        tax_inclusive=sale.tax_inclusive,
        lines=tuple([_sold(line) for line in sale.lines if line.quantity_milli > 0]),
        paid=_kept(sale),
        taken=taken,
        voided=voided,
        points=max(0, sale.points),
        customer_id=sale.customer_id,
    )


def _sold(line: SaleLine) -> SoldLine:
    return SoldLine(
        line.line_id,
        line.product_id,
        line.sku,
        line.name,
        line.unit,
        line.code,
        line.quantity_milli,
        line.price_e4,
        line.rate_ppm,
        line.gross_minor,
        line.discount_minor,
        line.net_minor,
        line.tax_minor,
        line.total_minor,
        line.detail.serial if line.detail is not None and line.detail.gift else "",
    )


def _kept(sale: SaleCompleted) -> tuple[tuple[str, int], ...]:
    """What each method left in the till: change went out of the cash."""
    kept: dict[str, int] = defaultdict(int)
    for paid in sale.payments:
        kept[paid.method] += paid.amount_minor
    if "cash" in kept:
        kept["cash"] -= sale.change_minor
    return tuple([(method, amount) for method, amount in sorted(kept.items()) if amount > 0])


async def _read_taken(conn: Connection, names: Sequence[str]) -> dict[str, tuple[Taken, ...]]:
    back: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for sale, ticket, line, milli in await (await conn.execute(_TAKEN, (id_array(names),))).fetchall():
        back.setdefault(sale, {}).setdefault(ticket, []).append((line, milli))
    if not back:
        return {}
    tickets = sorted({ticket for of_sale in back.values() for ticket in of_sale})
    out: dict[str, list[Any]] = defaultdict(list)
    for ticket, method, amount in await (await conn.execute(_PAID_OUT, (tickets,))).fetchall():
        out[ticket].append((method, amount))
    return {
        sale: tuple(Taken(ticket, tuple(parts), tuple(out[ticket])) for ticket, parts in of_sale.items())
        for sale, of_sale in back.items()
    }
