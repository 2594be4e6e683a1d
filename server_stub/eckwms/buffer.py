"""Scans as a buffer that another program empties: pull, confirm, look (first generation)."""

from datetime import datetime, timedelta
from typing import Any

from server_stub.database import Connection

MOST = 1000
KEPT = timedelta(days=7)

_PULL = """
WITH waiting AS (
    SELECT id FROM scan WHERE delivered_at IS NULL AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
        AND priority >= %(least)s
    ORDER BY priority DESC, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED)
UPDATE scan s SET delivered_at = %(now)s FROM waiting w WHERE s.id = w.id
RETURNING s.id, s.code, s.checksum, s.device_uuid::text, s.priority, s.scanned_at
"""
_CONFIRM = """
UPDATE scan SET confirmed_at = coalesce(confirmed_at, %(now)s), delivered_at = coalesce(delivered_at, %(now)s)
WHERE id = ANY(%(ids)s::bigint[]) AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
"""
_PURGE = "DELETE FROM scan WHERE confirmed_at < %(old)s AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)"
_RECENT = """
SELECT id, code, symbology, priority, type, action, order_id, scanned_at FROM scan
WHERE (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) AND id < %(before)s ORDER BY id DESC LIMIT %(limit)s
"""


async def pull_scans(
    conn: Connection, shop: str | None, limit: int, least_priority: int, now: datetime
) -> list[dict[str, Any]]:
    """Give scans that nobody was given yet, the most urgent first, and mark them as delivered.

    Two that pull at once get different ones. `shop` None means all.
    """
    values = {"shop": shop, "limit": limit, "least": least_priority, "now": now}
    rows = sorted(await (await conn.execute(_PULL, values)).fetchall(), key=lambda row: (-row[4], row[0]))
    return [
        {
            "scan_id": ident,
            "payload": code,
            "checksum": checksum,
            "deviceId": device,
            "priority": priority,
            "created_at": at.isoformat(timespec="milliseconds"),
        }
        for ident, code, checksum, device, priority, at in rows
    ]


async def confirm_scans(conn: Connection, shop: str | None, ids: list[int], now: datetime) -> int:
    """Note that scans have arrived, and forget those that arrived more than a week ago. Gives how many there were."""
    confirmed = await conn.execute(_CONFIRM, {"ids": ids, "shop": shop, "now": now})
    await conn.execute(_PURGE, {"shop": shop, "old": now - KEPT})
    return confirmed.rowcount


async def recent_scans(conn: Connection, shop: str | None, limit: int, before: int) -> list[dict[str, Any]]:
    """Give the latest scans with a number below `before`, the newest first."""
    rows = await (await conn.execute(_RECENT, {"shop": shop, "limit": limit, "before": before})).fetchall()
    return [
        {
            "id": ident,
            "payload": code,
            "type": symbology,
            "priority": priority,
            "result": kind,
            "action": action,
            "orderId": order_id,
            "createdAt": at.isoformat(timespec="milliseconds"),
        }
        for ident, code, symbology, priority, kind, action, order_id, at in rows
    ]
