"""What people decide at the centre: which count stands, and what became of a correction that came late."""

from datetime import datetime

from server_stub.counts.matters import lock_counts
from server_stub.counts.settling import Settled, Stands, close_late, note_correction, settle_matter
from server_stub.database import Connection
from server_stub.eckwms.movements import CENTRE, Move, need_place_of_kind, write_moves
from server_stub.faults import Denied

_SHOP = "SELECT shop_id::text FROM count_matter WHERE id = %s"
_TICK = """
INSERT INTO count_clock (shop_id, last_no) VALUES (%s, 1)
ON CONFLICT (shop_id) DO UPDATE SET last_no = count_clock.last_no + 1 RETURNING last_no
"""
_LATE = """
SELECT l.shop_id::text, l.product_id::text, l.place_id::text, l.lot,
    concat_ws(' ', coalesce(x.sku, ''), coalesce(p.code, ''), h.name), -sum(c.milli)::bigint
FROM count_late c JOIN count_line l USING (count_id, n) LEFT JOIN product x ON x.id = l.product_id
LEFT JOIN place p ON p.id = l.place_id LEFT JOIN shop h ON h.id = l.shop_id
WHERE c.count_id = %s AND c.n = %s AND c.decided = '' GROUP BY 1, 2, 3, 4, 5
"""
_LATE_SHOP = "SELECT shop_id::text FROM count_sheet WHERE count_id = %s"
_LATE_DECIDED = "UPDATE count_late SET decided = %s WHERE count_id = %s AND n = %s AND decided = ''"


async def decide_matter(
    conn: Connection, matter: str, stands: Stands | None, now: datetime, who: str, note: str = ""
) -> Settled:
    """Decide a matter in the caller's transaction and move what has to.

    Raises Denied: 404 for a matter or a count that is not there, 409 for one that was decided already.
    """
    row = await (await conn.execute(_SHOP, (matter,))).fetchone()
    if row is None:
        raise Denied(404, "There is nothing to decide there")
    await lock_counts(conn, row[0])
    settled = await settle_matter(conn, matter, stands, now, who, note)
    if settled is None:
        raise Denied(404, "There is nothing to decide there")
    if settled.is_late:
        raise Denied(409, "Somebody decided it already")
    await put_right(conn, settled, now)
    return settled


async def decide_late(conn: Connection, count: str, n: int, now: datetime, who: str, *, accept: bool) -> Settled:
    """Make the correction that entries which came late ask for, or let it be. Raises Denied 404."""
    row = await (await conn.execute(_LATE_SHOP, (count,))).fetchone()
    if row is None:
        raise Denied(404, "There is nothing to decide there")
    await lock_counts(conn, row[0])
    row = await (await conn.execute(_LATE, (count, n))).fetchone()
    if row is None:
        raise Denied(404, "There is nothing to decide there")
    late = Settled(*row)
    await conn.execute(_LATE_DECIDED, ("accepted" if accept else "dismissed", count, n))
    if accept:
        await put_right(conn, late, now)
    await close_late(conn, late, now, who)
    return late


async def put_right(conn: Connection, settled: Settled, now: datetime) -> None:
    """Move goods between lost and found and their place; later counts know whether their books had it already."""
    if not settled.milli:
        return
    other = await need_place_of_kind(conn, settled.shop, "lost_and_found")
    way = (other, settled.place) if settled.milli > 0 else (settled.place, other)
    move = Move(settled.product, *way, abs(settled.milli), "counted", settled.lot)
    await write_moves(conn, settled.shop, [move], now)
    row = await (await conn.execute(_TICK, (settled.shop,))).fetchone()
    assert row is not None
    await note_correction(conn, settled, (CENTRE, row[0]), settled.shop)
