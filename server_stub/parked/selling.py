"""What a run of sales means for parked tickets: they are gone, and one that was paid twice is a case."""

from collections.abc import Sequence
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.feed.marks import mark

_NOTE = """
INSERT INTO parked_sale (parked_id, sale_id)
SELECT parked, sale FROM jsonb_to_recordset(%s) AS s(parked uuid, sale uuid) ON CONFLICT DO NOTHING
"""
_END = """
UPDATE parked p SET gone_at = now(), revision = p.revision + 1, cart = '', name = ''
FROM jsonb_to_recordset(%s) AS s(parked uuid, chain integer) JOIN incarnation i ON i.chain = s.chain
WHERE p.id = s.parked AND p.gone_at IS NULL AND coalesce(p.taken_by, p.device_uuid) = i.device_uuid
RETURNING p.shop_id::text, p.id::text
"""
"""Only of the till that has it: what another has added to it meanwhile is not sold yet."""
_TWICE = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'parked.twice', min(s.shop_id::text) || ' ' || string_agg(s.receipt, '+' ORDER BY s.receipt, s.sale_id),
    'One parked ticket was paid more than once: ' || string_agg(s.receipt || ' ' || p.paid, '; '
        ORDER BY s.receipt, s.sale_id) || ' (minor units)', min(s.shop_id::text)::uuid, now()
FROM parked_sale k JOIN sale_day d ON d.sale_id = k.sale_id
JOIN sale s ON s.sale_id = d.sale_id AND s.business_day = d.business_day AND s.void_id IS NULL
CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(y.method || ' ' || y.amount_minor, ', ' ORDER BY y.n), '0') || ' ' || s.currency AS paid
    FROM payment y WHERE y.sale_id = s.sale_id AND y.business_day = s.business_day) p
WHERE k.parked_id IN (SELECT parked FROM jsonb_to_recordset(%s) AS n(parked uuid))
GROUP BY k.parked_id HAVING count(*) > 1
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def note_parked(conn: Connection, sales: Sequence[dict[str, Any]]) -> None:
    """Note the sales of parked tickets, each a dict of `parked`, `sale` and `chain`; voids of the run are done."""
    values = (Jsonb(sales),)
    await conn.execute(_NOTE, values)
    ended = await (await conn.execute(_END, values)).fetchall()
    for shop in {shop for shop, _ in ended}:
        await mark(conn, f"receipts:{shop}", "parked", [ident for of, ident in ended if of == shop], deleted=True)
    await conn.execute(_TWICE, values)
