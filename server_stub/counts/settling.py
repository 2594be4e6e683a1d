"""A matter is settled: which of its counts stands, and what moves so that it does."""

from dataclasses import dataclass
from datetime import datetime

from server_stub.counts.matters import Book, read_corrections, settles
from server_stub.database import Connection
from server_stub.feed.marks import mark

_READ = """
SELECT m.shop_id::text, m.product_id::text, m.place_id::text, m.lot, m.decided_at IS NOT NULL,
    stands_count::text, stands_n, recount_id::text, concat_ws(' ', coalesce(x.sku, ''), coalesce(p.code, ''), h.name)
FROM count_matter m LEFT JOIN product x ON x.id = m.product_id LEFT JOIN place p ON p.id = m.place_id
LEFT JOIN shop h ON h.id = m.shop_id
WHERE m.id = %s FOR UPDATE OF m
"""
_LINE = """
SELECT l.counted_milli - l.book_milli, s.books -> l.book FROM count_line l JOIN count_sheet s USING (count_id)
WHERE l.count_id = %s AND l.n = %s AND l.matter_id = %s
"""
_MOVED = "SELECT coalesce(sum(moved_milli), 0)::bigint FROM count_line WHERE matter_id = %s"
_DECIDED = """
UPDATE count_matter SET decided_at = %(now)s, decided_by = %(who)s, stands_count = %(count)s, stands_n = %(n)s,
    settled_milli = %(milli)s, note = %(note)s WHERE id = %(matter)s
"""
_STATES = """
UPDATE count_line SET state = CASE WHEN (count_id, n) = (%(count)s, %(n)s) THEN 'stood' ELSE 'left' END
WHERE matter_id = %(matter)s
"""
_TAKE_IN = """
UPDATE count_line o SET state = 'passed'
FROM count_line l JOIN count_sheet s USING (count_id), count_sheet os JOIN incarnation i USING (chain)
WHERE l.count_id = %(count)s AND (%(n)s::integer IS NULL OR l.n = %(n)s) AND l.state IN ('moved', 'level', 'stood')
    AND (o.product_id, o.place_id, o.lot) = (l.product_id, l.place_id, l.lot) AND o.count_id <> l.count_id
    AND o.counted_at < l.counted_at AND o.state IN ('moved', 'level', 'stood') AND os.count_id = o.count_id
    AND EXISTS (SELECT 1 FROM jsonb_array_elements(s.books -> l.book) AS b
        WHERE b ->> 0 = i.incarnation AND os.seq <= (b ->> 1)::bigint AND NOT b -> 2 @> to_jsonb(os.seq))
"""
"""A count of goods that knew of an older one took in what was wrong about that."""
_LET_BE = """
UPDATE count_late c SET decided = 'dismissed' FROM count_line l
WHERE c.decided = '' AND c.count_id = l.count_id AND c.n = l.n AND l.state IN ('left', 'passed')
    AND (l.product_id, l.place_id, l.lot) IN (SELECT product_id, place_id, lot FROM count_line
        WHERE count_id = %(count)s AND (%(n)s::integer IS NULL OR n = %(n)s))
"""
_LATE_CLOSED = """
UPDATE cases SET closed_at = %(now)s, closed_by = %(who)s WHERE kind = 'count.late' AND subject = %(subject)s
    AND closed_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM count_late c JOIN count_line l USING (count_id, n)
        WHERE c.decided = '' AND (l.product_id, l.place_id, l.shop_id) = (%(product)s, %(place)s, %(shop)s))
"""
_COMPARE = "UPDATE count_sheet SET compared = false WHERE count_id = %s"
"""What stands is held once more against what came late."""
_END_RECOUNT = """
UPDATE work_order SET ended_at = %(now)s WHERE id = %(recount)s AND ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM count_matter WHERE recount_id = %(recount)s AND decided_at IS NULL)
"""
_CORRECT = """
INSERT INTO count_correction (product_id, place_id, lot, chain, seq, milli, shop_id)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""

Stands = tuple[str, int]
"""A count and its line."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a decision came to: `milli` thousandths come to the place or (below zero) leave it.

    `is_late`: it had been decided already, `differs` tells whether otherwise; then nothing moves.
    """

    shop: str
    product: str
    place: str
    lot: str
    subject: str
    milli: int = 0
    is_late: bool = False
    differs: bool = False


async def settle_matter(
    conn: Connection, matter: str, stands: Stands | None, now: datetime, who: str, note: str = ""
) -> Settled | None:
    """Decide a matter in the caller's transaction, who holds the shop's lock and moves what has to.

    None where there is no such matter or no such count in it.
    """
    row = await (await conn.execute(_READ, (matter,))).fetchone()
    if row is None:
        return None
    shop, product, place, lot, is_decided, count, n, recount, subject = row
    if is_decided:
        differs = (count, n) != (stands or (None, None))
        return Settled(shop, product, place, lot, subject, is_late=True, differs=differs)
    milli = await _find_milli(conn, matter, stands, (product, place, lot))
    if milli is None:
        return None
    chosen = {"count": stands[0] if stands else None, "n": stands[1] if stands else None}
    told = {"matter": matter, "now": now, "who": who, "note": note, "milli": milli, "recount": recount}
    await conn.execute(_DECIDED, told | chosen)
    await conn.execute(_STATES, told | chosen)
    if stands:
        await conn.execute(_COMPARE, (stands[0],))
        await pass_older(conn, *stands)
    await conn.execute(_END_RECOUNT, told)
    await mark(conn, f"shop:{shop}", "count", [matter], deleted=True)
    settled = Settled(shop, product, place, lot, subject, milli)
    await close_late(conn, settled, now, who)
    return settled


async def pass_older(conn: Connection, count_id: str, n: int | None = None) -> None:
    """Let older counts be of what a count (or one line of it) counted knowing of them: what came late for those is
    nothing to put right any more.
    """
    which = {"count": count_id, "n": n}
    await conn.execute(_TAKE_IN, which)
    await conn.execute(_LET_BE, which)


async def close_late(conn: Connection, settled: Settled, now: datetime, who: str) -> None:
    """Close the case of what came late for these goods at their place, when nothing of it is left to decide."""
    goods = {"product": settled.product, "place": settled.place, "shop": settled.shop}
    await conn.execute(_LATE_CLOSED, {"now": now, "who": who, "subject": settled.subject} | goods)


async def _find_milli(conn: Connection, matter: str, stands: Stands | None, key: tuple[str, str, str]) -> int | None:
    if stands is None:
        row = await (await conn.execute(_MOVED, (matter,))).fetchone()
        return -row[0] if row else 0
    row = await (await conn.execute(_LINE, (*stands, matter))).fetchone()
    if row is None:
        return None
    made = (await read_corrections(conn, [key])).get(key, [])
    return settles(row[0], Book(row[1]), made)


async def note_correction(conn: Connection, settled: Settled, entry: tuple[int, int], shop: str) -> None:
    """Note what was put right and by which entry (chain, number), so that no count does it again."""
    await conn.execute(_CORRECT, (settled.product, settled.place, settled.lot, *entry, settled.milli, shop))
