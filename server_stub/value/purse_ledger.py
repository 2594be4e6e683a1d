"""What a run of sales means for purses: tills hear of what their customers have, what is overspent is a case."""

from collections.abc import Collection, Sequence

from server_stub.database import Connection
from server_stub.value.purse_moves import PurseRows

OVERSPENT = "purse_overspent"

_VOID = """
UPDATE purse_move SET voided = true WHERE sale_id = ANY(%s::uuid[]) AND NOT voided RETURNING customer_id::text
"""
_LOCK = "SELECT 1 FROM customer WHERE customer_id = ANY(%s::uuid[]) ORDER BY customer_id FOR UPDATE"
_ENDED = "DELETE FROM purse_hold WHERE hold_id::text = ANY(%s)"
_OVERSPENT = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'purse_overspent', customer_id::text, 'Store credit ' || credit_minor || ', account ' || account_minor
    || ' of ' || account_limit_minor || ' (minor units), points ' || points,
    (SELECT m.shop_id FROM purse_move m WHERE m.customer_id = b.customer_id ORDER BY m.occurred_at DESC LIMIT 1), now()
FROM purse_balance b JOIN customer c USING (customer_id)
WHERE customer_id = ANY(%s::uuid[]) AND (credit_minor < 0 OR points < 0 OR account_minor < -account_limit_minor)
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""Who only gave goods back may owe points for it; that is nothing to decide."""
_SETTLED = """
UPDATE cases SET closed_at = now() FROM purse_balance b JOIN customer c USING (customer_id)
WHERE b.customer_id = ANY(%s::uuid[]) AND cases.kind = 'purse_overspent' AND cases.subject = b.customer_id::text
    AND cases.closed_at IS NULL AND credit_minor >= 0 AND points >= 0 AND account_minor >= -account_limit_minor
"""
_TELL = """
SELECT tell_shops('customers', 'customer', customer_id::text, CASE WHEN everywhere THEN NULL ELSE shop_id END, false)
FROM (SELECT * FROM customer WHERE customer_id = ANY(%s::uuid[]) AND erased_at IS NULL ORDER BY customer_id) touched
"""


async def note_purses(conn: Connection, purses: PurseRows, voided: Sequence[str]) -> None:
    """Book what this run moved; holds that became payments end.

    What is spent before it was given has landed is overspent until it has.
    """
    customers, suspects = set(purses.customers), set(purses.spenders)
    if voided:
        cursor = await conn.execute(_VOID, (list(voided),))
        suspects |= {customer for (customer,) in await cursor.fetchall()}
        customers |= suspects
    if not customers:
        return
    await lock_purses(conn, customers)
    if purses.holds:
        await conn.execute(_ENDED, (sorted(purses.holds),))
    if suspects:
        await conn.execute(_OVERSPENT, (sorted(suspects),))
    await tell_purses(conn, customers)


async def lock_purses(conn: Connection, customers: Collection[str]) -> None:
    """Whoever sums up second sees what the first has moved."""
    await conn.execute(_LOCK, (sorted(customers),))


async def tell_purses(conn: Connection, customers: Collection[str]) -> None:
    """Tell the tills what these customers have now, and close cases of what is covered again."""
    await conn.execute(_SETTLED, (sorted(customers),))
    await conn.execute(_TELL, (sorted(customers),))
