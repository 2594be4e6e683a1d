"""What a run of sales means for returns: tills hear of their receipts, and what came back too often becomes a case."""

from collections.abc import Sequence

from server_stub.database import Connection
from server_stub.journal.projections import Rows
from server_stub.returns.receipts import mark_receipts

_ORIGINALS = """
SELECT DISTINCT returns_sale::text FROM sale_return WHERE sale_id = ANY(%s::uuid[]) AND returns_sale IS NOT NULL
"""
_OVER_RETURNED = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'over_returned', s.shop_id || ' ' || s.receipt, 'Line ' || l.n || ' was sold ' || l.quantity_milli
    || ' and came back ' || sum(r.quantity_milli) || ' (thousandths)', s.shop_id, now()
FROM sale_return r JOIN sale_day t ON t.sale_id = r.sale_id
JOIN sale b ON b.sale_id = t.sale_id AND b.business_day = t.business_day AND b.void_id IS NULL
JOIN sale_day d ON d.sale_id = r.returns_sale JOIN sale s ON s.sale_id = d.sale_id AND s.business_day = d.business_day
JOIN sale_line l ON l.sale_id = s.sale_id AND l.business_day = s.business_day AND l.line_id::text = r.returns_line
WHERE r.returns_sale = ANY(%s::uuid[])
GROUP BY s.shop_id, s.receipt, s.void_id, l.n, l.quantity_milli
HAVING sum(r.quantity_milli) > CASE WHEN s.void_id IS NULL THEN l.quantity_milli ELSE 0 END
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""A line of a sale that was voided elsewhere has nothing left either."""


async def note_returns(conn: Connection, rows: Rows) -> None:
    """Mark the receipts that this run sold, voided or took goods back of, and open cases for what is too much.

    Whatever comes first, the sale or its return, the one that comes second finds both.
    """
    touched = [sale.sale_id for sale, _ in rows.sales] + [void["sale_id"] for void in rows.voids]
    if not touched:
        return
    has_returns = bool(rows.lines.get("sale_return")) or bool(rows.voids)
    originals = await _originals(conn, touched) if has_returns else []
    everything = sorted({*touched, *originals})
    await conn.execute(_OVER_RETURNED, (everything,))
    await mark_receipts(conn, everything)


async def _originals(conn: Connection, sales: Sequence[str]) -> list[str]:
    return [sale for (sale,) in await (await conn.execute(_ORIGINALS, (list(sales),))).fetchall()]
