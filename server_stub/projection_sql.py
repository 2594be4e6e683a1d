"""Rows into tables, a run of entries at a time, inside the caller's transaction."""

from collections.abc import Sequence

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.projections import COLUMNS, Rows, Stock, Unprojectable

_COPY = {table: f"COPY {table} ({columns}) FROM STDIN" for table, columns in COLUMNS.items()}

OUTSIDE = ("supplier", "customer")
"""Kinds of place where nobody counts what is there; movements name them, the stock table does not."""

_VOID_SALES = """
UPDATE sale SET void_id = v.void_id, void_chain = v.chain, void_seq = v.seq, void_reason = v.reason, voided_at = v.at
FROM jsonb_to_recordset(%s) AS v(void_id uuid, sale_id uuid, chain integer, seq bigint, reason text, at timestamptz)
WHERE sale.sale_id = v.sale_id AND sale.void_id IS NULL RETURNING sale.sale_id
"""
_SOLD = """
SELECT s.shop_id::text, l.product_id::text, s.place_id::text, sum(l.quantity_milli)::bigint
FROM sale s JOIN sale_line l USING (sale_id) WHERE s.sale_id = ANY(%s) GROUP BY 1, 2, 3
"""
_CLOSE_SHIFTS = """
UPDATE shift SET closed_at = c.at, closed_by = c.actor, z_number = c.z_number, sales = c.sales,
    total_minor = c.total_minor, grand_total_minor = c.grand_total_minor, counts = c.counts, interrupted = c.interrupted
FROM jsonb_to_recordset(%s) AS c(shift_id uuid, at timestamptz, actor text, z_number bigint, sales bigint,
    total_minor bigint, grand_total_minor bigint, counts jsonb, interrupted boolean)
WHERE shift.shift_id = c.shift_id AND shift.closed_at IS NULL
"""
_OPEN_JOURNALS = """
UPDATE incarnation SET opened = o.opened FROM jsonb_to_recordset(%s) AS o(chain integer, opened jsonb)
WHERE incarnation.chain = o.chain
"""
_MOVE_STOCK = """
INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli)
SELECT product_id, place_id, shop_id, sum(quantity)
FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[]) AS m(shop_id, product_id, place_id, quantity)
WHERE place_id NOT IN (SELECT id FROM place WHERE kind = ANY(%s)) GROUP BY 1, 2, 3 ORDER BY 1, 2
ON CONFLICT (product_id, place_id) DO UPDATE
SET on_hand_milli = stock.on_hand_milli + excluded.on_hand_milli, position = NULL, marked_at = now()
"""
_RECEIPTS_TWICE = """
INSERT INTO cases (kind, subject, detail, opened_at)
SELECT DISTINCT 'receipt.twice', s.shop_id || ' ' || s.receipt, 'Two sales have the receipt number ' || s.receipt, now()
FROM sale s JOIN sale o ON o.shop_id = s.shop_id AND o.receipt = s.receipt AND o.sale_id <> s.sale_id
WHERE s.sale_id = ANY(%s::uuid[])
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def write_rows(conn: Connection, rows: Rows) -> None:
    """Write the rows of a run of entries; stock that moved waits for a new feed position.

    Raises Unprojectable or a psycopg error when one of the entries does not fit what is there.
    """
    async with conn.cursor() as cursor:
        for table, lines in rows.lines.items():
            async with cursor.copy(_COPY[table]) as copy:
                await copy.write("".join(lines))
    await _update(conn, rows)
    if rows.stock:
        await move_stock(conn, rows.stock)
    if sales := rows.lines.get("sale"):
        await conn.execute(_RECEIPTS_TWICE, (_array([line[: line.index("\t")] for line in sales]),))


async def move_stock(conn: Connection, stock: Stock) -> None:
    """Add quantities (thousandths) to what is on hand per (shop, product, place)."""
    shops, products, places = zip(*stock, strict=True)
    quantities = [str(quantity) for quantity in stock.values()]
    columns = [_array(column) for column in (shops, products, places, quantities)]
    await conn.execute(_MOVE_STOCK, (*columns, list(OUTSIDE)))


def _array(ids: Sequence[str]) -> str:
    """Write ids or numbers as an array's text; psycopg's own way is an adaptation per element, ten times as slow.

    The ids have been through COPY into uuid columns before, so nothing else can be in them.
    """
    return "{" + ",".join(ids) + "}"


async def _update(conn: Connection, rows: Rows) -> None:
    if rows.voids:
        cursor = await conn.execute(_VOID_SALES, (Jsonb(rows.voids),))
        voided = [sale for (sale,) in await cursor.fetchall()]
        if len(voided) != len(rows.voids):
            raise Unprojectable("the sale is not here or is voided already")
        cursor = await conn.execute(_SOLD, (voided,))
        for shop, product, place, quantity_milli in await cursor.fetchall():
            rows.stock[shop, product, place] += quantity_milli
    if rows.closings and (await conn.execute(_CLOSE_SHIFTS, (Jsonb(rows.closings),))).rowcount != len(rows.closings):
        raise Unprojectable("the shift is not here or is closed already")
    if rows.openings:
        await conn.execute(_OPEN_JOURNALS, (Jsonb(rows.openings),))
