"""Coupons: codes with so many uses; how often each was redeemed is counted from the sales."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from server_stub.database import Connection
from server_stub.ids import new_ids
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
_KEPT = """
SELECT coupon_id::text, code, promotion_id::text, uses, uses_per_customer, active, starts_at, ends_at FROM coupon
WHERE code = ANY(%s)
"""
_SAVE = """
INSERT INTO coupon (coupon_id, promotion_id, code, uses, uses_per_customer, starts_at, ends_at, active, version,
    changed_at)
VALUES (%(coupon_id)s, %(promotion_id)s, %(code)s, %(uses)s, %(uses_per_customer)s, %(starts_at)s, %(ends_at)s,
    %(active)s, 1, %(now)s)
ON CONFLICT (coupon_id) DO UPDATE SET uses = excluded.uses, uses_per_customer = excluded.uses_per_customer,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, active = excluded.active,
    version = coupon.version + 1, changed_at = excluded.changed_at
"""
_SERIES = """
INSERT INTO coupon (coupon_id, promotion_id, code, uses, uses_per_customer, starts_at, ends_at, active, version,
    changed_at)
SELECT id, %(promotion_id)s, code, %(uses)s, %(uses_per_customer)s, %(starts_at)s, %(ends_at)s, %(active)s, 1, %(now)s
FROM unnest(%(ids)s::uuid[], %(codes)s::text[]) AS made (id, code)
"""
_SWITCH = """
UPDATE coupon SET active = %s, version = version + 1, changed_at = %s WHERE coupon_id = %s AND active <> %s
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


@dataclass(frozen=True, slots=True)
class Kept:
    """A coupon as it is kept, also one that was withdrawn; 0 uses are any number."""

    coupon_id: str
    code: str
    promotion_id: str
    uses: int
    uses_per_customer: int
    active: bool
    starts_at: datetime | None
    ends_at: datetime | None


async def read_kept(conn: Connection, codes: Sequence[str]) -> dict[str, Kept]:
    """Give the coupons with these codes, by code."""
    cursor = await conn.execute(_KEPT, (list(codes),))
    return {row[1]: Kept(*row) for row in await cursor.fetchall()}


async def save_coupon(conn: Connection, coupon: Kept, now: datetime) -> None:
    """Add or change a coupon; its code and promotion stay. The tills are told by the table's trigger."""
    await conn.execute(_SAVE, asdict(coupon) | {"now": now})


async def save_series(conn: Connection, like: Kept, codes: Sequence[str], now: datetime) -> None:
    """Add a coupon for each of these codes, which are new, with the limits and the promotion of `like`."""
    await conn.execute(_SERIES, asdict(like) | {"ids": new_ids(len(codes)), "codes": list(codes), "now": now})


async def switch_coupon(conn: Connection, ident: str, active: bool, now: datetime) -> None:
    """Withdraw a coupon, or let it hold again."""
    await conn.execute(_SWITCH, (active, now, ident, active))


async def note_overspent(conn: Connection, ids: Collection[str]) -> None:
    """Open a case for each of these coupons that was redeemed more often than was meant."""
    await conn.execute(_LOCK, (list(ids),))  # whoever counts second counts the uses of the first
    await conn.execute(_OVERSPENT, {"ids": list(ids)})
