"""What a run of sales means for gift certificates: issued, redeemed, given back; what is overspent is a case."""

from collections.abc import Iterable, Sequence

from server_stub.database import Connection
from server_stub.value.moves import RETURNED, GiftRows

_VOID = """
UPDATE gift_move SET voided = true WHERE sale_id = ANY(%s::uuid[]) AND NOT voided RETURNING number, kind
"""
_ISSUE = """
INSERT INTO gift (number, shop_id, currency, issued_at)
SELECT DISTINCT ON (number) number, shop_id, currency, occurred_at FROM gift_move
WHERE number = ANY(%s) AND kind = 'issued' ORDER BY number, occurred_at
ON CONFLICT DO NOTHING
"""
_CLOSE = """
UPDATE gift SET active = false WHERE number = ANY(%s) AND active AND EXISTS (
    SELECT 1 FROM gift_move m WHERE m.number = gift.number AND m.kind = 'returned' AND NOT m.voided)
"""
"""Also where it landed before the sale that issued it."""
_OPEN = """
UPDATE gift SET active = true WHERE number = ANY(%s) AND NOT EXISTS (
    SELECT 1 FROM gift_move m WHERE m.number = gift.number AND m.kind = 'returned' AND NOT m.voided)
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
    """Book what this run moved; holds that became payments end. A certificate that came back for money is closed, and
    open again when that is voided.

    What is redeemed before its issue has landed is overspent until it has.
    """
    moved = await _void(conn, voided) if voided else []
    numbers = gifts.numbers | {number for number, _ in moved}
    if not numbers:
        return
    await conn.execute(_ISSUE, (sorted(numbers),))
    await conn.execute(_LOCK, (sorted(numbers),))  # whoever sums up second sees what the first has moved
    await conn.execute(_CLOSE, (sorted(numbers),))
    if back := sorted({number for number, kind in moved if kind == RETURNED}):
        await conn.execute(_OPEN, (back,))
    if gifts.holds:
        await conn.execute("DELETE FROM gift_hold WHERE hold_id::text = ANY(%s)", (sorted(gifts.holds),))
    await conn.execute(_OVERSPENT, (sorted(numbers),))
    await conn.execute(_SETTLED, (sorted(numbers),))


async def _void(conn: Connection, sales: Iterable[str]) -> list[tuple[str, str]]:
    """Number and kind of each move that was one until now."""
    return await (await conn.execute(_VOID, (list(sales),))).fetchall()
