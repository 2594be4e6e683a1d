"""Rows into tables, a run of entries at a time, inside the caller's transaction."""

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.projections import COLUMNS, Rows, Unprojectable

_COPY = {table: f"COPY {table} ({columns}) FROM STDIN" for table, columns in COLUMNS.items()}

OUTSIDE = ("supplier", "customer")
"""Kinds of place where nobody counts what is there; movements name them, the stock table does not."""

_VOID_SALES = """
UPDATE sale SET void_id = v.void_id, void_reason = v.reason, voided_at = v.at
FROM jsonb_to_recordset(%s) AS v(void_id uuid, sale_id uuid, reason text, at timestamptz)
WHERE sale.sale_id = v.sale_id AND sale.void_id IS NULL
"""
_VOID_MOVEMENTS = """
INSERT INTO movement
    (chain, seq, n, shop_id, product_id, from_place_id, to_place_id, quantity_milli, reason, occurred_at)
SELECT v.chain, v.seq, m.n, m.shop_id, m.product_id, m.to_place_id, m.from_place_id, m.quantity_milli, 'void', v.at
FROM jsonb_to_recordset(%s) AS v(chain integer, seq bigint, sale_id uuid, at timestamptz)
JOIN sale s USING (sale_id) JOIN movement m ON (m.chain, m.seq) = (s.chain, s.seq)
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
WITH moved AS (
    SELECT shop_id, product_id, place_id, sum(quantity) AS quantity FROM (
        SELECT shop_id, product_id, to_place_id AS place_id, quantity_milli AS quantity
        FROM movement WHERE chain = %(chain)s AND seq BETWEEN %(first)s AND %(last)s
        UNION ALL
        SELECT shop_id, product_id, from_place_id, -quantity_milli
        FROM movement WHERE chain = %(chain)s AND seq BETWEEN %(first)s AND %(last)s) legs
    WHERE place_id NOT IN (SELECT id FROM place WHERE kind = ANY(%(outside)s))
    GROUP BY 1, 2, 3 ORDER BY 2, 3)
INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli)
SELECT product_id, place_id, shop_id, quantity FROM moved
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


async def write_rows(conn: Connection, rows: Rows, chain: int, first: int, last: int) -> None:
    """Write the rows of the entries `first` to `last` of a chain; stock that moved waits for a new feed position.

    Raises Unprojectable or a psycopg error when one of the entries does not fit what is there.
    """
    async with conn.cursor() as cursor:
        for table, lines in rows.lines.items():
            async with cursor.copy(_COPY[table]) as copy:
                await copy.write("".join(lines))
    await _update(conn, rows)
    if rows.voids or "movement" in rows.lines:
        values = {"chain": chain, "first": first, "last": last, "outside": list(OUTSIDE)}
        await conn.execute(_MOVE_STOCK, values)
    if sales := rows.lines.get("sale"):
        await conn.execute(_RECEIPTS_TWICE, ([line[: line.index("\t")] for line in sales],))


async def _update(conn: Connection, rows: Rows) -> None:
    if rows.voids:
        voids = Jsonb(rows.voids)
        if (await conn.execute(_VOID_SALES, (voids,))).rowcount != len(rows.voids):
            raise Unprojectable("the sale is not here or is voided already")
        await conn.execute(_VOID_MOVEMENTS, (voids,))
    if rows.closings and (await conn.execute(_CLOSE_SHIFTS, (Jsonb(rows.closings),))).rowcount != len(rows.closings):
        raise Unprojectable("the shift is not here or is closed already")
    if rows.openings:
        await conn.execute(_OPEN_JOURNALS, (Jsonb(rows.openings),))
