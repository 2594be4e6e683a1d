"""Receipts of the other shops: shown where a shop takes goods of them back, to one till at a time."""

from server_stub.database import Connection
from server_stub.faults import Denied
from sync.wire.receipts import HOLD_MIN

_ELSEWHERE = """
SELECT d.sale_id::text, s.name FROM shop own
JOIN shop s ON s.id <> own.id AND s.currency = own.currency AND s.tax_inclusive = own.tax_inclusive
JOIN sale_day d ON d.shop_id = s.id AND d.receipt = %s
WHERE own.id = %s AND own.returns_from_other_shops ORDER BY d.business_day DESC, d.sale_id DESC LIMIT 1
"""
_HOLD = """
INSERT INTO receipt_hold (sale_id, device_uuid, expires_at) VALUES (%s, %s, now() + make_interval(mins => %s))
ON CONFLICT (sale_id) DO UPDATE SET device_uuid = excluded.device_uuid, expires_at = excluded.expires_at
WHERE receipt_hold.device_uuid = excluded.device_uuid OR receipt_hold.expires_at < now() RETURNING sale_id
"""
_HELD = "SELECT 1 FROM receipt_hold WHERE sale_id = %s AND device_uuid <> %s AND expires_at >= now()"


async def find_elsewhere(conn: Connection, shop: str, number: str) -> tuple[str, str] | None:
    """Give the newest sale of another shop with this receipt number, and that shop's name, where `shop` takes it."""
    row = await (await conn.execute(_ELSEWHERE, (number, shop))).fetchone()
    return (row[0], row[1]) if row else None


async def hold_receipt(conn: Connection, sale: str, device: str) -> None:
    """Keep a receipt for one till for a quarter of an hour. Raises Denied 409 while another has it."""
    if await (await conn.execute(_HOLD, (sale, device, HOLD_MIN))).fetchone() is None:
        raise _held()


async def check_held(conn: Connection, sale: str, device: str) -> None:
    """Raise Denied 409 while a till of another shop takes goods of this sale back."""
    if await (await conn.execute(_HELD, (sale, device))).fetchone() is not None:
        raise _held()


async def prune_holds(conn: Connection) -> None:
    """Forget holds that are over."""
    await conn.execute("DELETE FROM receipt_hold WHERE expires_at < now()")


def _held() -> Denied:
    return Denied(409, "Another till takes goods of this receipt back just now")
