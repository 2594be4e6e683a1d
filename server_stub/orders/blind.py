"""Goods received blind: nobody who took them in could say what is missing or too much, so the centre asks a person."""

from collections.abc import Sequence
from datetime import datetime

from server_stub.database import Connection

CASE = "receipt.difference"
_JUDGE = """
WITH told AS (
    SELECT o.number || coalesce(', ' || nullif(o.partner, ''), '') AS subject, o.shop_id, (
        SELECT string_agg(coalesce(p.sku, d.product_id::text) || ' '
            || trim_scale(CASE WHEN d.kind = 'short' THEN d.quantity_milli ELSE -d.quantity_milli END / 1000.0), ', '
            ORDER BY d.n)
        FROM blind_difference d LEFT JOIN product p ON p.id = d.product_id WHERE d.order_id = o.id AND d.beyond) AS off
    FROM work_order o WHERE o.id = ANY(%(orders)s::uuid[]) AND o.blind AND o.ended_at IS NOT NULL),
opened AS (
    INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
    SELECT %(case)s, subject, off, shop_id, %(now)s FROM told WHERE off IS NOT NULL
    ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO UPDATE SET detail = excluded.detail)
UPDATE cases SET closed_at = %(now)s FROM told
WHERE cases.kind = %(case)s AND cases.subject = told.subject AND cases.shop_id = told.shop_id AND closed_at IS NULL
    AND told.off IS NULL
"""


async def judge_blind(conn: Connection, orders: Sequence[str], now: datetime) -> None:
    """Open a case for each of these orders that was received blind, has ended, and is short or has too much.

    What comes in later, from a till that was away, changes or closes it.
    """
    await conn.execute(_JUDGE, {"orders": list(orders), "case": CASE, "now": now})
