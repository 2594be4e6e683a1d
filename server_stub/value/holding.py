"""How much is on a certificate, and keeping some of it for a till."""

from server_stub.database import Connection
from sync.wire.tenders import HOLD_MIN, GiftAnswer, GiftQuestion

_FIND = """
SELECT currency, CASE WHEN NOT active THEN 'closed' WHEN expires_on < (now() AT TIME ZONE 'UTC')::date THEN 'expired'
    ELSE 'good' END FROM gift WHERE number = %s FOR UPDATE
"""
_FREE = """
SELECT coalesce((SELECT balance_minor FROM gift_balance WHERE number = %(number)s), 0)
    - coalesce((SELECT sum(amount_minor) FROM gift_hold
        WHERE number = %(number)s AND hold_id <> %(hold)s AND expires_at > now()), 0)
"""
_HOLD = """
INSERT INTO gift_hold (hold_id, number, device_uuid, amount_minor, expires_at)
VALUES (%(hold)s, %(number)s, %(device)s, %(amount)s, now() + make_interval(mins => %(minutes)s))
ON CONFLICT (hold_id) DO UPDATE SET amount_minor = excluded.amount_minor, expires_at = excluded.expires_at
WHERE gift_hold.device_uuid = excluded.device_uuid
"""


async def hold_gift(conn: Connection, device: str, asked: GiftQuestion) -> GiftAnswer | None:
    """Answer an enquiry, inside the caller's transaction; None when there is no such certificate."""
    found = await (await conn.execute(_FIND, (asked.number,))).fetchone()
    if found is None:
        return None
    currency, state = found
    row = await (await conn.execute(_FREE, {"number": asked.number, "hold": asked.hold})).fetchone()
    free = max(0, int(row[0])) if row else 0
    held = min(asked.amount_minor, free) if state == "good" else 0
    values = {"hold": asked.hold, "number": asked.number, "device": device, "amount": held, "minutes": HOLD_MIN}
    if held > 0:
        await conn.execute(_HOLD, values)
    else:
        await conn.execute("DELETE FROM gift_hold WHERE hold_id = %(hold)s AND device_uuid = %(device)s", values)
    await conn.execute("DELETE FROM gift_hold WHERE number = %(number)s AND expires_at < now()", values)
    return GiftAnswer(number=asked.number, currency=currency, balance_minor=free, held_minor=held, state=state)
