"""What a run of sales means for gift certificates: issued, redeemed, given back; what is overspent is a case."""

from collections.abc import Iterable, Sequence

from server_stub.database import Connection
from server_stub.value.moves import GiftRows

_VOID = """
UPDATE gift_move SET voided = true WHERE sale_id = ANY(%s::uuid[]) AND NOT voided RETURNING number
"""
_ISSUE = """
INSERT INTO gift (number, shop_id, currency, issued_at)
SELECT DISTINCT ON (number) number, shop_id, currency, occurred_at FROM gift_move
WHERE number = ANY(%s) AND kind = 'issued' ORDER BY number, occurred_at
ON CONFLICT DO NOTHING
"""
_LOCK = "SELECT 1 FROM gift WHERE number = ANY(%s) ORDER BY number FOR UPDATE"
_OVERSPENT = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'gift_overspent', number, 'More was paid with it than was on it: ' || -balance_minor || ' minor units',
    shop_id, now() FROM gift_balance WHERE number = ANY(%s) AND balance_minor < 0
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_SETTLED = """
UPDATE cases SET closed_at = now() FROM gift_balance b
WHERE b.number = ANY(%s) AND cases.kind = 'gift_overspent' AND cases.subject = b.number AND cases.closed_at IS NULL
    AND b.balance_minor >= 0
"""


async def note_gifts(conn: Connection, gifts: GiftRows, voided: Sequence[str]) -> None:
    """Book what this run moved; holds that became payments end.

    What is redeemed before its issue has landed is overspent until it has.
    """
    numbers = set(gifts.numbers)
    if voided:
        numbers |= await _void(conn, voided)
    if not numbers:
        return
    await conn.execute(_ISSUE, (sorted(numbers),))
    await conn.execute(_LOCK, (sorted(numbers),))  # whoever sums up second sees what the first has moved
    if gifts.holds:
        await conn.execute("DELETE FROM gift_hold WHERE hold_id::text = ANY(%s)", (sorted(gifts.holds),))
    await conn.execute(_OVERSPENT, (sorted(numbers),))
    await conn.execute(_SETTLED, (sorted(numbers),))


async def _void(conn: Connection, sales: Iterable[str]) -> set[str]:
    cursor = await conn.execute(_VOID, (list(sales),))
    return {number for (number,) in await cursor.fetchall()}
