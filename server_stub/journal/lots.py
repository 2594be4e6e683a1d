"""When lots expire: the first to say it is believed, who says otherwise makes a case of it."""

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.journal.goods_projections import LotRows

_TELL = """
INSERT INTO lot (product_id, lot, expires_on)
SELECT DISTINCT ON (product, lot) product, lot, expiry
FROM jsonb_to_recordset(%s) AS t(product uuid, lot text, expiry date) ORDER BY 1, 2, 3
ON CONFLICT (product_id, lot) DO UPDATE SET expires_on = coalesce(lot.expires_on, excluded.expires_on)
"""
_DIFFER = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT DISTINCT ON (p.sku, l.lot) 'lot.expiry', p.sku || ' ' || l.lot,
    'Known to expire on ' || l.expires_on || ', now told ' || t.expiry, i.device_uuid, now()
FROM jsonb_to_recordset(%s) AS t(product uuid, lot text, expiry date, chain integer)
JOIN lot l ON l.product_id = t.product AND l.lot = t.lot AND l.expires_on <> t.expiry
JOIN product p ON p.id = t.product JOIN incarnation i ON i.chain = t.chain
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def note_lots(conn: Connection, rows: LotRows) -> None:
    """Keep the expiries that a run of entries tells. A psycopg error for what is no date."""
    await conn.execute(_TELL, (Jsonb(rows.told),))
    await conn.execute(_DIFFER, (Jsonb(rows.told),))
