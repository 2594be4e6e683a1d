"""Goods that lines of orders hold until they are picked: never more than lies there, whoever reserves at the same time.

Who reserves locks the product's rows of stock in the order in which movements change them, so two that want the last
piece come one after the other, and neither waits for the other in a circle. A till sells what it has in hand, reserved
or not: what is not there any more is taken from those who reserved last (`cut_reservations`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import LiteralString, NamedTuple

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.goods.held_lots import IS_HELD

_LINE = """
SELECT shop_id::text, product_id::text, place_id::text, lot FROM work_order_line
WHERE order_id = %s AND n = %s AND product_id IS NOT NULL FOR NO KEY UPDATE
"""
FREE: LiteralString = """NOT EXISTS (
    WITH RECURSIVE above AS (
        SELECT p.parent_id AS id UNION SELECT u.parent_id FROM place u JOIN above a ON a.id = u.id)
    SELECT 1 FROM place q JOIN above a ON a.id = q.id WHERE q.kind = 'quarantine')"""
"""The place `p` does not stand in quarantine, as a plate may."""
HOLDABLE: LiteralString = f"p.kind NOT IN ('waste', 'lost_and_found', 'packing', 'transit', 'quarantine') AND {FREE}"
"""Where goods lie that an order may hold; `p` is the place."""
_LYING: LiteralString = f"""
SELECT s.place_id::text, s.lot, s.on_hand_milli FROM stock s JOIN place p ON p.id = s.place_id
WHERE s.product_id = %(product)s AND s.shop_id = %(shop)s AND (%(place)s::uuid IS NULL OR s.place_id = %(place)s)
    AND {HOLDABLE} AND NOT {IS_HELD}
ORDER BY s.place_id, s.lot FOR NO KEY UPDATE OF s
"""  # noqa: S608 - only our own text
_HELD = """
SELECT place_id::text, coalesce(sum(quantity_milli) FILTER (WHERE (order_id, n) <> (%(order)s, %(n)s)), 0)::bigint,
    coalesce(sum(quantity_milli) FILTER (WHERE (order_id, n) = (%(order)s, %(n)s)), 0)::bigint
FROM reservation WHERE product_id = %(product)s AND place_id = ANY(%(places)s::uuid[]) GROUP BY 1
"""
_FORGET = "DELETE FROM reservation WHERE order_id = %s AND n = %s AND place_id <> ALL(%s::uuid[])"
_HOLD = """
INSERT INTO reservation (shop_id, order_id, n, product_id, place_id, quantity_milli)
SELECT %s, %s, %s, %s, place, milli FROM unnest(%s::uuid[], %s::bigint[]) AS h (place, milli)
ON CONFLICT (order_id, n, place_id) DO UPDATE SET quantity_milli = excluded.quantity_milli
WHERE reservation.quantity_milli <> excluded.quantity_milli
"""
_WANTED = """
SELECT l.order_id::text, l.n, l.quantity_milli - l.done_milli
FROM work_order_line l JOIN work_order o ON o.id = l.order_id
WHERE l.order_id = ANY(%s::uuid[]) AND o.kind = 'picking' AND o.ended_at IS NULL AND l.product_id IS NOT NULL
    AND l.quantity_milli > l.done_milli
ORDER BY l.product_id, o.priority DESC, o.opened_at, l.order_id, l.n
"""
_LOCK_HELD = """
SELECT 1 FROM reservation WHERE order_id = ANY(%s::uuid[]) ORDER BY order_id, n, place_id FOR UPDATE
"""
_RELEASE_AT = """
WITH picked AS (
    SELECT order_id, n, place, sum(milli) AS milli
    FROM jsonb_to_recordset(%s) AS t(order_id uuid, n integer, place uuid, milli bigint) GROUP BY 1, 2, 3),
gone AS (
    DELETE FROM reservation r USING picked p
    WHERE (r.order_id, r.n, r.place_id) = (p.order_id, p.n, p.place) AND r.quantity_milli <= p.milli)
UPDATE reservation r SET quantity_milli = r.quantity_milli - p.milli FROM picked p
WHERE (r.order_id, r.n, r.place_id) = (p.order_id, p.n, p.place) AND r.quantity_milli > p.milli
"""
_TRIM = """
WITH held AS (
    SELECT r.order_id, r.n, r.place_id, r.quantity_milli, greatest(l.quantity_milli - l.done_milli, 0) AS open,
        sum(r.quantity_milli) OVER (PARTITION BY r.order_id, r.n ORDER BY r.place_id) - r.quantity_milli AS before
    FROM reservation r JOIN work_order_line l USING (order_id, n) WHERE r.order_id = ANY(%s::uuid[])),
gone AS (
    DELETE FROM reservation r USING held h WHERE (r.order_id, r.n, r.place_id) = (h.order_id, h.n, h.place_id)
        AND h.before >= h.open)
UPDATE reservation r SET quantity_milli = h.open - h.before FROM held h
WHERE (r.order_id, r.n, r.place_id) = (h.order_id, h.n, h.place_id) AND h.before < h.open
    AND h.before + h.quantity_milli > h.open
"""
_RESERVED = """
SELECT coalesce(sum(quantity_milli), 0)::bigint FROM reservation WHERE product_id = %s AND place_id = %s
"""
_RELEASE = "DELETE FROM reservation WHERE order_id = %s"
_APART = """
WITH RECURSIVE apart AS (
    SELECT id FROM place WHERE kind = 'quarantine' UNION SELECT p.id FROM place p JOIN apart a ON p.parent_id = a.id)
"""
"""Places of quarantine with all that stands there."""
_TOO_MANY = f"""{_APART}
SELECT r.product_id::text, r.place_id::text FROM reservation r
WHERE (r.product_id, r.place_id) IN (SELECT product_id, place_id FROM stock
        WHERE position > %(seen)s AND position <= %(newest)s)
    OR r.place_id IN (SELECT id FROM apart)
    OR (r.shop_id, r.product_id) IN (SELECT shop_id, product_id FROM lot_hold WHERE let_go_at IS NULL)
GROUP BY r.product_id, r.place_id HAVING sum(r.quantity_milli) > (SELECT greatest(coalesce(sum(s.on_hand_milli), 0), 0)
    FROM stock s WHERE s.product_id = r.product_id AND s.place_id = r.place_id
        AND s.place_id NOT IN (SELECT id FROM apart) AND NOT {IS_HELD})
ORDER BY 1, 2
"""  # noqa: S608 - only our own text
_LOCK = f"""{_APART}
SELECT CASE WHEN s.place_id IN (SELECT id FROM apart) OR {IS_HELD} THEN 0 ELSE on_hand_milli END
FROM stock s WHERE product_id = %s AND place_id = %s ORDER BY lot FOR NO KEY UPDATE OF s
"""  # noqa: S608 - only our own text
_LOCK_CUT = """
SELECT 1 FROM reservation r JOIN unnest(%s::uuid[], %s::uuid[]) AS t(product, place)
    ON (r.product_id, r.place_id) = (t.product, t.place) ORDER BY r.order_id, r.n, r.place_id FOR UPDATE OF r
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


class Line(NamedTuple):
    """A line of an order that may hold goods; `place` is None where it may be any, `lot` empty likewise."""

    order: str
    n: int
    shop: str
    product: str
    place: str | None
    lot: str


class Lying(NamedTuple):
    """What lies of a product at a place, lot by lot."""

    place: str
    lot: str
    milli: int


async def reserve(conn: Connection, order_id: str, n: int, quantity_milli: int) -> int:
    """Have a line of an order hold so much in all, as far as it is free; gives what it holds (thousandths).

    Where it holds something already it keeps that first; 0 lets go of everything. Inside the caller's transaction.
    """
    found = await (await conn.execute(_LINE, (order_id, n))).fetchone()
    if found is None:
        return 0
    line = Line(order_id, n, *found)
    return await hold(conn, line, await lock_lying(conn, line.shop, line.product, line.place), quantity_milli)


async def lock_lying(conn: Connection, shop: str, product: str, place: str | None = None) -> list[Lying]:
    """Give what may be reserved of a product in a shop, or at one place there; who else reserves it comes later."""
    values = {"product": product, "shop": shop, "place": place}
    return [Lying(*row) for row in await (await conn.execute(_LYING, values)).fetchall()]


async def hold(conn: Connection, line: Line, rows: Sequence[Lying], quantity_milli: int) -> int:
    """Have a line hold so much in all of what lies there and is locked, as far as it is free; gives what it holds.

    What it keeps stays as old as it is: who gets more has not come later for what was his.
    """
    lying: defaultdict[str, int] = defaultdict(int)
    of_lot: defaultdict[str, int] = defaultdict(int)
    for at, its, milli in rows:
        lying[at] += milli
        of_lot[at] += milli if its == line.lot else 0
    asked = {"order": line.order, "n": line.n, "product": line.product, "places": list(lying)}
    held = {at: (theirs, own) for at, theirs, own in await (await conn.execute(_HELD, asked)).fetchall()}
    free = {at: min(milli - held.get(at, (0, 0))[0], of_lot[at] if line.lot else milli) for at, milli in lying.items()}
    order = sorted(free, key=lambda at: (-held.get(at, (0, 0))[1], at))
    share = _share(quantity_milli, free, order)
    places = list(share)
    await conn.execute(_FORGET, (line.order, line.n, places))
    await conn.execute(_HOLD, (line.shop, line.order, line.n, line.product, places, list(share.values())))
    return sum(share.values())


def _share(quantity_milli: int, free: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """Give place by place what is taken of a quantity."""
    taken: dict[str, int] = {}
    for place in order:
        part = min(quantity_milli - sum(taken.values()), free[place])
        if part > 0:
            taken[place] = part
    return taken


async def reserve_orders(conn: Connection, orders: Sequence[str]) -> None:
    """Have open pickings hold what they want still, as far as it is free; the more urgent first.

    Rows of stock are locked product by product, as movements do. Inside the caller's transaction.
    """
    for order, n, milli in await (await conn.execute(_WANTED, (list(orders),))).fetchall():
        await reserve(conn, order, n, milli)


async def release_picked(conn: Connection, orders: Sequence[str], picked: Sequence[Mapping[str, object]]) -> None:
    """Let go of what was picked: first where it was taken (`order_id, n, place, milli`), then what nobody wants still.

    The caller's transaction has moved the goods and filled the lines before.
    """
    await conn.execute(_LOCK_HELD, (list(orders),))
    if picked:
        await conn.execute(_RELEASE_AT, (Jsonb(list(picked)),))
    await conn.execute(_TRIM, (list(orders),))


async def release(conn: Connection, order_id: str) -> None:
    """Let go of all that an order holds: it is done, or nobody wants it any more."""
    await conn.execute(_RELEASE, (order_id,))


async def read_reserved(conn: Connection, product_id: str, place_id: str) -> int:
    """Give what is reserved of a product at a place (thousandths)."""
    row = await (await conn.execute(_RESERVED, (product_id, place_id))).fetchone()
    return row[0] if row else 0


async def cut_reservations(conn: Connection, seen: int, newest: int) -> None:
    """Take back what was reserved and is not there any more, where stock moved between two positions of its feed.

    Likewise what was carried into quarantine since, on a plate, and lots that are held.
    """
    found = await (await conn.execute(_TOO_MANY, {"seen": seen, "newest": newest})).fetchall()
    there: dict[tuple[str, str], int] = {}
    for product, place in found:  # first all stock, then all that is held: whoever moves goods does the same
        rows = await (await conn.execute(_LOCK, (product, place))).fetchall()
        there[product, place] = max(sum(milli for (milli,) in rows), 0)
    await conn.execute(_LOCK_CUT, ([product for product, _ in there], [place for _, place in there]))
    for (product, place), milli in there.items():
        await conn.execute(_CUT, {"product": product, "place": place, "there": milli})
