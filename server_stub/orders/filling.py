"""What documents do of their orders: lines are filled, who is at it is told, and the last document ends an order."""

from datetime import UTC, datetime

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.goods.reserving import release_picked
from server_stub.journal.order_projections import OrderRows
from server_stub.orders.arriving import note_transfers
from server_stub.orders.blind import judge_blind
from server_stub.orders.picking import ask_counts, note_over_picked

_LOCK = "SELECT id FROM work_order WHERE id = ANY(%s::uuid[]) ORDER BY id FOR UPDATE"
_FILL = """
UPDATE work_order_line l SET done_milli = l.done_milli + d.milli
FROM (SELECT order_id, n, sum(milli)::bigint AS milli
    FROM jsonb_to_recordset(%s) AS f(order_id uuid, n integer, milli bigint) GROUP BY 1, 2) d
WHERE l.order_id = d.order_id AND l.n = d.n
"""
_NOTE = """
UPDATE work_order SET ended_at = CASE WHEN d.ends THEN coalesce(ended_at, d.at) ELSE ended_at END
FROM (SELECT order_id, bool_or(ends) AS ends, max(at) AS at
    FROM jsonb_to_recordset(%s) AS e(order_id uuid, ends boolean, at timestamptz) GROUP BY 1) d
WHERE id = d.order_id
"""
_TAKE = """
UPDATE work_order SET taken_by = CASE WHEN t.by_left THEN '' ELSE t.actor END,
    taken_on = CASE WHEN t.by_left THEN '' ELSE coalesce(nullif(d.name, ''), d.device_id, '') END,
    taken_at = CASE WHEN t.by_left THEN NULL ELSE t.at END
FROM (SELECT DISTINCT ON (order_id) * FROM jsonb_to_recordset(%s)
        AS t(order_id uuid, by_left boolean, actor text, at timestamptz, chain integer, n integer)
    ORDER BY order_id, n DESC) t
JOIN incarnation i ON i.chain = t.chain JOIN registered_devices d USING (device_uuid)
WHERE work_order.id = t.order_id AND ended_at IS NULL
"""


async def fill_orders(conn: Connection, rows: OrderRows) -> None:
    """Write what a run of entries did of orders. An order that nobody knows here stays with its documents alone."""
    if not (rows.documents or rows.taken or rows.sent):
        return
    known = {row["order_id"] for row in (*rows.documents, *rows.taken)}
    await conn.execute(_LOCK, (sorted(known),))
    if rows.done:
        await conn.execute(_FILL, (Jsonb(rows.done),))
        await release_picked(conn, sorted(known), rows.picked)
        await note_over_picked(conn, sorted(known))
    if rows.documents:
        await conn.execute(_NOTE, (Jsonb(rows.documents),))
        await ask_counts(conn, sorted(known))
        await judge_blind(conn, sorted(known), datetime.now(UTC))
    if rows.taken:
        await conn.execute(_TAKE, (Jsonb(rows.taken),))
    await note_transfers(conn, rows)
