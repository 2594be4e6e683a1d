"""Coupons: codes with so many uses; how often each was redeemed is counted from the sales."""

from collections.abc import Collection, Sequence

from server_stub.database import Connection
from sync.wire.offers import Coupon

_THESE = """
SELECT c.coupon_id::text, c.code, c.promotion_id::text, c.uses, c.uses_per_customer,
    CASE WHEN c.uses + c.uses_per_customer > 0 THEN (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.coupon_id)
        ELSE 0 END,
    CASE WHEN c.uses_per_customer > 0 THEN (SELECT jsonb_object_agg(customer_id, used) FROM (
        SELECT customer_id::text, count(*) AS used FROM coupon_use u
        WHERE u.coupon_id = c.coupon_id AND customer_id IS NOT NULL GROUP BY 1) by_customer) END,
    c.starts_at, c.ends_at
FROM coupon c WHERE c.coupon_id = ANY(%s::uuid[]) AND c.active
"""
_LOCK = """
SELECT 1 FROM coupon WHERE coupon_id = ANY(%s::uuid[]) AND uses + uses_per_customer > 0 ORDER BY coupon_id FOR UPDATE
"""
_OVERSPENT = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'coupon_overspent', c.code, 'Coupon ' || c.code || ' was redeemed ' || u.used || ' times, '
    || CASE WHEN u.used > c.uses AND c.uses > 0 THEN c.uses || ' were meant'
        ELSE 'more often by one customer than ' || c.uses_per_customer END, u.shop_id, now()
FROM coupon c JOIN (
    SELECT coupon_id, count(*) AS used, (array_agg(shop_id ORDER BY sale_id DESC))[1] AS shop_id FROM coupon_use
    WHERE coupon_id = ANY(%(ids)s::uuid[]) GROUP BY coupon_id) u USING (coupon_id)
WHERE (c.uses > 0 AND u.used > c.uses) OR (c.uses_per_customer > 0 AND EXISTS (
    SELECT 1 FROM coupon_use o WHERE o.coupon_id = c.coupon_id AND o.customer_id IS NOT NULL
    GROUP BY o.customer_id HAVING count(*) > c.uses_per_customer))
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def read_coupons(conn: Connection, ids: Sequence[str]) -> dict[str, Coupon]:
    """Give those of these coupons that hold, by id, with how often they are known to have been redeemed."""
    cursor = await conn.execute(_THESE, (list(ids),))
    return {
        row[0]: Coupon(
            id=row[0],
            code=row[1],
            promotion_id=row[2],
            uses=row[3],
            uses_per_customer=row[4],
            used=row[5],
            used_by=row[6] or {},
            starts_at=row[7].isoformat() if row[7] else "",
            ends_at=row[8].isoformat() if row[8] else "",
        )
        for row in await cursor.fetchall()
    }


async def note_overspent(conn: Connection, ids: Collection[str]) -> None:
    """Open a case for each of these coupons that was redeemed more often than was meant."""
    await conn.execute(_LOCK, (list(ids),))  # whoever counts second counts the uses of the first
    await conn.execute(_OVERSPENT, {"ids": list(ids)})
