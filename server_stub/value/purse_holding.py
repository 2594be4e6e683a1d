"""How much a customer may spend, and keeping it for a till: all that was asked for, or nothing."""

from server_stub.database import Connection
from sync.wire.purses import PurseAnswer, PurseQuestion
from sync.wire.tenders import HOLD_MIN

_FIND = """
SELECT s.currency, c.account_limit_minor FROM customer c JOIN shop s ON s.id = c.shop_id
WHERE c.customer_id = %(customer)s AND c.erased_at IS NULL AND (c.everywhere OR c.shop_id = (
    SELECT d.shop_id FROM registered_devices d WHERE d.device_uuid = %(device)s)) FOR UPDATE OF c
"""
_FREE = """
SELECT coalesce((SELECT CASE %(purse)s WHEN 'credit' THEN credit_minor WHEN 'points' THEN points ELSE account_minor END
    FROM purse_balance WHERE customer_id = %(customer)s), 0)
    - coalesce((SELECT sum(amount) FROM purse_hold WHERE customer_id = %(customer)s AND purse = %(purse)s
        AND hold_id <> %(hold)s AND expires_at > now()), 0)
"""
_HOLD = """
INSERT INTO purse_hold (hold_id, customer_id, purse, device_uuid, amount, expires_at)
VALUES (%(hold)s, %(customer)s, %(purse)s, %(device)s, %(amount)s, now() + make_interval(mins => %(minutes)s))
ON CONFLICT (hold_id) DO UPDATE SET amount = excluded.amount, expires_at = excluded.expires_at
WHERE purse_hold.device_uuid = excluded.device_uuid
"""
_GIVE_UP = "DELETE FROM purse_hold WHERE hold_id = %(hold)s AND device_uuid = %(device)s"
_EXPIRED = "DELETE FROM purse_hold WHERE customer_id = %(customer)s AND expires_at < now()"


async def hold_purse(conn: Connection, device: str, asked: PurseQuestion) -> PurseAnswer | None:
    """Answer an enquiry, inside the caller's transaction; None when the terminal's shop has no such customer."""
    values = {"customer": asked.customer_id, "device": device, "hold": asked.hold, "purse": asked.purse}
    found = await (await conn.execute(_FIND, values)).fetchone()
    if found is None:
        return None
    currency, limit_minor = found
    row = await (await conn.execute(_FREE, values)).fetchone()
    free = max(0, (int(row[0]) if row else 0) + (limit_minor if asked.purse == "account" else 0))
    held = asked.amount if asked.amount <= free else 0
    if held > 0:
        await conn.execute(_HOLD, values | {"amount": held, "minutes": HOLD_MIN})
    else:
        await conn.execute(_GIVE_UP, values)
    await conn.execute(_EXPIRED, values)
    return PurseAnswer(customer_id=asked.customer_id, purse=asked.purse, currency=currency, free=free, held=held)
