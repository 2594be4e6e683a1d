"""Pick faces are refilled from where the rest of their goods lies: an order for each face, never two at once.

It asks what lies there and what is wanted, not what moved: whatever cut it short, the next look finds the same. A face
lacks goods when less lies there than it says at least, when open pickings want more of it than lies there, or when
somebody found too little and it was not counted since. The lot that expires first is brought first. Where who fetched
it found too little nobody is sent again until it was counted.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from server_stub.database import Connection, Pool
from server_stub.goods.reserving import FREE
from server_stub.ids import new_id
from server_stub.orders.keeping import Draft, Wanted, make_order

_TURN = "SELECT pg_try_advisory_xact_lock(hashtextextended('refill ' || %s, 0))"
"""Who finds that another one looks just now leaves it to them: nobody waits here while they lock stock."""
_NEEDS: LiteralString = """
WITH face AS (
    SELECT id, code, kept_for_id AS product_id, min_milli, max_milli,
        row_number() OVER (PARTITION BY kept_for_id ORDER BY pick_sequence = 0, pick_sequence, code) AS nth
    FROM place WHERE shop_id = %(shop)s AND max_milli > 0 AND kept_for_id IS NOT NULL AND active),
demand AS MATERIALIZED (
    SELECT l.product_id, l.place_id, sum(l.quantity_milli - l.done_milli - l.pending_milli) AS milli,
        max(o.priority) AS priority
    FROM work_order o JOIN work_order_line l ON l.order_id = o.id
    WHERE o.shop_id = %(shop)s AND o.kind = 'picking' AND o.ended_at IS NULL AND NOT o.held
        AND l.quantity_milli > l.done_milli + l.pending_milli GROUP BY 1, 2),
wanted AS (
    SELECT f.id, sum(d.milli) AS milli, max(d.priority) AS priority FROM face f JOIN demand d
        ON d.product_id = f.product_id AND (d.place_id = f.id OR (d.place_id IS NULL AND f.nth = 1)) GROUP BY 1),
short AS MATERIALIZED (
    SELECT v.place_id, v.product_id, v.document_id::text AS document FROM work_order c
    JOIN deviation v ON v.document_id = CASE WHEN c.origin ~ '^[0-9a-f-]{36}$' THEN c.origin::uuid END
    WHERE c.shop_id = %(shop)s AND c.kind = 'count' AND c.ended_at IS NULL AND v.kind = 'short'),
missed AS (
    SELECT f.id, string_agg(DISTINCT s.document, ' ') AS documents
    FROM face f JOIN short s ON s.place_id = f.id AND s.product_id = f.product_id
    WHERE NOT EXISTS (SELECT 1 FROM work_order r WHERE r.shop_id = %(shop)s AND r.kind = 'refill'
        AND r.target_place_id = f.id AND position(s.document IN r.origin) > 0) GROUP BY 1),
told AS (
    SELECT f.*, w.milli AS wanted, w.priority, r.id AS refill, m.documents AS missed,
        coalesce((SELECT sum(s.on_hand_milli) FROM stock s JOIN place p ON p.id = s.place_id
            WHERE s.product_id = f.product_id AND (p.id = f.id OR (p.parent_id = f.id AND p.kind = 'plate'))), 0)
            AS book
    FROM face f LEFT JOIN wanted w USING (id) LEFT JOIN missed m USING (id)
    LEFT JOIN work_order r ON r.kind = 'refill' AND r.target_place_id = f.id AND r.ended_at IS NULL)
SELECT id::text, code, product_id::text, CASE WHEN missed IS NULL THEN greatest(max_milli - greatest(book, 0), 0)
        ELSE max_milli END::bigint,
    CASE WHEN missed IS NOT NULL OR wanted > book THEN least(coalesce(priority, 0) + 1, 100) ELSE 0 END,
    coalesce(missed, ''), coalesce(refill::text, '')
FROM told WHERE missed IS NOT NULL OR book < min_milli OR wanted > book
ORDER BY 5 DESC, code
"""
_RAISE = """
UPDATE work_order SET priority = greatest(priority, %(priority)s), origin = trim(origin || ' ' || %(missed)s)
WHERE id = %(refill)s AND (priority < %(priority)s OR %(missed)s <> '')
"""
_LYING: LiteralString = f"""
SELECT s.product_id::text, s.place_id::text, CASE WHEN g.track_lots THEN s.lot ELSE '' END, s.on_hand_milli, (
        SELECT coalesce(sum(r.quantity_milli), 0) FROM reservation r JOIN work_order_line l USING (order_id, n)
        WHERE r.product_id = s.product_id AND r.place_id = s.place_id AND l.place_id = s.place_id)::bigint + (
        SELECT coalesce(sum(greatest(l.quantity_milli - l.done_milli, 0)), 0)
        FROM work_order o JOIN work_order_line l ON l.order_id = o.id
        WHERE o.shop_id = s.shop_id AND o.kind = 'refill' AND o.ended_at IS NULL
            AND l.product_id = s.product_id AND l.place_id = s.place_id)::bigint
FROM stock s JOIN place p ON p.id = s.place_id JOIN product g ON g.id = s.product_id
LEFT JOIN place u ON u.id = p.parent_id LEFT JOIN lot e ON e.product_id = s.product_id AND e.lot = s.lot
WHERE s.shop_id = %(shop)s AND s.product_id = ANY(%(products)s::uuid[]) AND s.on_hand_milli > 0
    AND p.kind IN ('bin', 'shelf', 'plate') AND {FREE} AND (e.expires_on IS NULL OR e.expires_on >= %(today)s)
    AND NOT (p.kept_for_id IS NOT DISTINCT FROM s.product_id AND p.max_milli > 0)
    AND NOT (p.kind = 'plate' AND u.kept_for_id IS NOT DISTINCT FROM s.product_id AND u.max_milli > 0)
    AND NOT EXISTS (SELECT 1 FROM shop h WHERE h.selling_place_id = s.place_id)
    AND NOT EXISTS (SELECT 1 FROM work_order c JOIN work_order_line l ON l.order_id = c.id
        WHERE c.shop_id = s.shop_id AND c.kind = 'count' AND c.origin <> '' AND c.ended_at IS NULL
            AND l.product_id = s.product_id AND l.place_id = s.place_id)
ORDER BY e.expires_on, p.pick_sequence = 0, p.pick_sequence, p.code, s.lot
"""  # noqa: S608 - only our own text


@dataclass(frozen=True, slots=True)
class Need:
    """What a pick face lacks, in thousandths; `missed` are the documents that found too little, `refill` what comes."""

    face: str
    code: str
    product: str
    milli: int
    priority: int
    missed: str
    refill: str


@dataclass(slots=True)
class Lying:
    """What lies of a lot at a place and may be brought."""

    place: str
    lot: str
    milli: int


async def refill_all(pool: Pool, now: datetime) -> None:
    """Have the pick faces of every shop refilled, each shop in a transaction of its own."""
    faces = "SELECT DISTINCT shop_id::text FROM place WHERE max_milli > 0 ORDER BY 1"
    async with pool.connection() as conn:
        shops = await (await conn.execute(faces)).fetchall()
    for (shop,) in shops:
        async with pool.connection() as conn, conn.transaction():
            await refill_faces(conn, shop, now)


async def refill_faces(conn: Connection, shop: str, now: datetime) -> list[str]:
    """Ask for what the pick faces of a shop lack, inside the caller's transaction; gives the ids of the new orders.

    A refill that is asked for already gets more urgent with what waits for it.
    """
    if await (await conn.execute(_TURN, (shop,))).fetchone() != (True,):
        return []
    needs = [Need(*row) for row in await (await conn.execute(_NEEDS, {"shop": shop})).fetchall()]
    for need in needs:
        if need.refill:
            raised = {"refill": need.refill, "priority": need.priority, "missed": need.missed}
            await conn.execute(_RAISE, raised)
    new = [need for need in needs if not need.refill and need.milli]
    lying = await _read_lying(conn, shop, new, now) if new else {}
    made = []
    for need in new:
        if wanted := _take(lying[need.product], need):
            ident = new_id()
            draft = Draft(
                "refill", f"{need.code} {ident[-6:].upper()}", wanted, priority=need.priority,
                target_place=need.face, origin=need.missed, id=ident,
            )  # fmt: skip
            made.append(await make_order(conn, shop, draft, now))
    return made


async def _read_lying(conn: Connection, shop: str, needs: Sequence[Need], now: datetime) -> dict[str, list[Lying]]:
    """Give by product what may be brought, in the order in which it is: without what others want at just that place."""
    values = {"shop": shop, "products": [need.product for need in needs], "today": now.date()}
    lying: dict[str, list[Lying]] = defaultdict(list)
    claimed: dict[tuple[str, str], int] = {}
    for product, place, lot, milli, claims in await (await conn.execute(_LYING, values)).fetchall():
        owed = min(claimed.setdefault((product, place), claims), milli)
        claimed[product, place] -= owed
        before = lying[product][-1] if lying[product] else None
        if before is not None and (before.place, before.lot) == (place, lot):
            before.milli += milli - owed
        else:
            lying[product].append(Lying(place, lot, milli - owed))
    return lying


def _take(lying: Sequence[Lying], need: Need) -> tuple[Wanted, ...]:
    """Take what a face lacks of what lies there still."""
    wanted, left_milli = [], need.milli
    for one in lying:
        part_milli = min(one.milli, left_milli)
        if part_milli:
            one.milli -= part_milli
            left_milli -= part_milli
            wanted.append(Wanted(need.product, part_milli, one.place, one.lot))
    return tuple(wanted)
