"""Goods that lines of orders hold until they are picked: never more than lies there, whoever reserves at the same time.

Who reserves locks the product's rows of stock in the order in which movements change them, so two that want the last
piece come one after the other, and neither waits for the other in a circle. A till sells what it has in hand, reserved
or not: what is not there any more is taken from those who reserved last (`cut_reservations`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from server_stub.database import Connection

_LINE = """
SELECT shop_id::text, product_id::text, place_id::text, lot FROM work_order_line
WHERE order_id = %s AND n = %s AND product_id IS NOT NULL FOR NO KEY UPDATE
"""
_LYING = """
SELECT s.place_id::text, s.lot, s.on_hand_milli FROM stock s JOIN place p ON p.id = s.place_id
WHERE s.product_id = %(product)s AND s.shop_id = %(shop)s AND (%(place)s::uuid IS NULL OR s.place_id = %(place)s)
    AND p.kind NOT IN ('waste', 'lost_and_found')
ORDER BY s.place_id, s.lot FOR NO KEY UPDATE OF s
"""
_HELD = """
SELECT place_id::text, coalesce(sum(quantity_milli) FILTER (WHERE (order_id, n) <> (%(order)s, %(n)s)), 0)::bigint,
    coalesce(sum(quantity_milli) FILTER (WHERE (order_id, n) = (%(order)s, %(n)s)), 0)::bigint
FROM reservation WHERE product_id = %(product)s AND place_id = ANY(%(places)s::uuid[]) GROUP BY 1
"""
_FORGET = "DELETE FROM reservation WHERE order_id = %s AND n = %s"
_HOLD = """
INSERT INTO reservation (shop_id, order_id, n, product_id, place_id, quantity_milli)
SELECT %s, %s, %s, %s, place, milli FROM unnest(%s::uuid[], %s::bigint[]) AS h (place, milli)
"""
_RESERVED = """
SELECT coalesce(sum(quantity_milli), 0)::bigint FROM reservation WHERE product_id = %s AND place_id = %s
"""
_RELEASE = "DELETE FROM reservation WHERE order_id = %s"
_TOO_MANY = """
SELECT r.product_id::text, r.place_id::text FROM reservation r
WHERE (r.product_id, r.place_id) IN (SELECT product_id, place_id FROM stock
    WHERE position > %(seen)s AND position <= %(newest)s)
GROUP BY r.product_id, r.place_id HAVING sum(r.quantity_milli) > (SELECT greatest(sum(s.on_hand_milli), 0) FROM stock s
    WHERE s.product_id = r.product_id AND s.place_id = r.place_id)
ORDER BY 1, 2
"""
_LOCK = """
SELECT on_hand_milli FROM stock WHERE product_id = %s AND place_id = %s ORDER BY lot FOR NO KEY UPDATE
"""
_CUT = """
WITH held AS (
    SELECT order_id, n, place_id, quantity_milli,
        sum(quantity_milli) OVER (ORDER BY made_at, order_id, n) - quantity_milli AS before
    FROM reservation WHERE product_id = %(product)s AND place_id = %(place)s),
gone AS (
    DELETE FROM reservation r USING held h WHERE (r.order_id, r.n, r.place_id) = (h.order_id, h.n, h.place_id)
        AND h.before >= %(there)s)
UPDATE reservation r SET quantity_milli = %(there)s - h.before FROM held h
WHERE (r.order_id, r.n, r.place_id) = (h.order_id, h.n, h.place_id) AND h.before < %(there)s
    AND h.before + h.quantity_milli > %(there)s
"""


async def reserve(conn: Connection, order_id: str, n: int, quantity_milli: int) -> int:
    """Have a line of an order hold so much in all, as far as it is free; gives what it holds (thousandths).

    Where it holds something already it keeps that first; 0 lets go of everything. Inside the caller's transaction.
    """
    line = await (await conn.execute(_LINE, (order_id, n))).fetchone()
    if line is None:
        return 0
    shop, product, place, lot = line
    rows = await (await conn.execute(_LYING, {"product": product, "shop": shop, "place": place})).fetchall()
    lying: defaultdict[str, int] = defaultdict(int)
    of_lot: defaultdict[str, int] = defaultdict(int)
    for at, its, milli in rows:
        lying[at] += milli
        of_lot[at] += milli if its == lot else 0
    asked = {"order": order_id, "n": n, "product": product, "places": list(lying)}
    held = {at: (theirs, own) for at, theirs, own in await (await conn.execute(_HELD, asked)).fetchall()}
    free = {at: min(milli - held.get(at, (0, 0))[0], of_lot[at] if lot else milli) for at, milli in lying.items()}
    order = sorted(free, key=lambda at: (-held.get(at, (0, 0))[1], at))
    share = _share(quantity_milli, free, order)
    await conn.execute(_FORGET, (order_id, n))
    await conn.execute(_HOLD, (shop, order_id, n, product, list(share), list(share.values())))
    return sum(share.values())


def _share(quantity_milli: int, free: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """Give place by place what is taken of a quantity."""
    taken: dict[str, int] = {}
    for place in order:
        part = min(quantity_milli - sum(taken.values()), free[place])
        if part > 0:
            taken[place] = part
    return taken


async def release(conn: Connection, order_id: str) -> None:
    """Let go of all that an order holds: it is done, or nobody wants it any more."""
    await conn.execute(_RELEASE, (order_id,))


async def read_reserved(conn: Connection, product_id: str, place_id: str) -> int:
    """Give what is reserved of a product at a place (thousandths)."""
    row = await (await conn.execute(_RESERVED, (product_id, place_id))).fetchone()
    return row[0] if row else 0


async def cut_reservations(conn: Connection, seen: int, newest: int) -> None:
    """Take back what was reserved and is not there any more, where stock moved between two positions of its feed."""
    for product, place in await (await conn.execute(_TOO_MANY, {"seen": seen, "newest": newest})).fetchall():
        rows = await (await conn.execute(_LOCK, (product, place))).fetchall()
        there = max(sum(milli for (milli,) in rows), 0)
        await conn.execute(_CUT, {"product": product, "place": place, "there": there})
