"""What a run of sales means for returns: tills hear of their receipts, and what came back too often becomes a case."""

from collections.abc import Iterable

from server_stub.database import Connection
from server_stub.feed.sequencer import new_token
from server_stub.ids import id_array
from server_stub.journal.projections import Rows
from sync.wire.receipts import KEPT_DAYS

_ORIGINALS = """
SELECT DISTINCT returns_sale::text FROM sale_return WHERE sale_id = ANY(%s::uuid[]) AND returns_sale IS NOT NULL
"""
_OVER_RETURNED = """
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'over_returned', s.shop_id || ' ' || s.receipt, 'Line ' || l.n || ' was sold ' || l.quantity_milli
    || ' and came back ' || sum(r.quantity_milli) || ' (thousandths)', s.shop_id, now()
FROM sale_return r JOIN sale_day t ON t.sale_id = r.sale_id
JOIN sale b ON b.sale_id = t.sale_id AND b.business_day = t.business_day AND b.void_id IS NULL
JOIN sale_day d ON d.sale_id = r.returns_sale JOIN sale s ON s.sale_id = d.sale_id AND s.business_day = d.business_day
JOIN sale_line l ON l.sale_id = s.sale_id AND l.business_day = s.business_day AND l.line_id::text = r.returns_line
WHERE r.returns_sale = ANY(%s::uuid[])
GROUP BY s.shop_id, s.receipt, s.void_id, l.n, l.quantity_milli
HAVING sum(r.quantity_milli) > CASE WHEN s.void_id IS NULL THEN l.quantity_milli ELSE 0 END
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""A line of a sale that was voided elsewhere has nothing left either."""

_CAME_BACK = "SELECT EXISTS (SELECT 1 FROM sale_return WHERE returns_sale = ANY(%s::uuid[]))"
_TELL = """
WITH touched AS (
    SELECT 'receipts:' || s.shop_id AS feed, s.sale_id::text AS id, s.void_id IS NOT NULL AS gone
    FROM sale s JOIN sale_day d USING (sale_id, business_day)
    WHERE d.sale_id = ANY(%(ids)s::uuid[]) AND s.business_day > CURRENT_DATE - %(kept)s),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM touched)
    WHERE lane = 'shops' AND %(numbered)s RETURNING last_position - (SELECT count(*) FROM touched) AS before),
written AS (
    INSERT INTO feed_item (feed, entity, entity_id, deleted, position)
    SELECT feed, 'receipt', id, gone, before + row_number() OVER (ORDER BY id)
    FROM touched LEFT JOIN clock ON true ORDER BY 3
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = excluded.position, deleted = excluded.deleted,
        marked_at = now(), told = CASE WHEN feed_item.position IS NULL THEN feed_item.told
            WHEN feed_item.deleted THEN 0 ELSE feed_item.position END
    RETURNING feed, position, CASE WHEN deleted THEN 0 ELSE feed_stamp(position) END AS come, told)
INSERT INTO feed_token (feed, position, token, digest)
SELECT feed, max(position), %(token)s,
    feed_sum(sum(come) - coalesce(sum(feed_stamp(told)), 0) + coalesce((
        SELECT t.digest FROM feed_token t WHERE t.feed = written.feed ORDER BY t.position DESC LIMIT 1), 0))
FROM written WHERE position IS NOT NULL GROUP BY feed RETURNING feed
"""
"""Receipts young enough for the feed, with positions where the lane is free; of a voided sale, that it is gone."""


async def note_returns(conn: Connection, rows: Rows, *, numbered: bool) -> list[str]:
    """Tell of the receipts that this run sold, voided or took goods back of, and open cases for what is too much.

    Their rows get positions at once where the caller has the lane of numbers; gives the feeds that moved.
    Whatever comes first, the sale or its return, the one that comes second finds both.
    """
    touched = {sale.sale_id for sale, _ in rows.sales} | {void["sale_id"] for void in rows.voids}
    if not touched:
        return []
    if rows.voids or rows.lines.get("sale_return"):
        touched |= await _originals(conn, touched)
    ids = id_array(sorted(touched))
    if await (await conn.execute(_CAME_BACK, (ids,))).fetchone() == (True,):
        await conn.execute(_OVER_RETURNED, (ids,))
    if rows.lines.get("sale_return"):
        await conn.execute("DELETE FROM receipt_hold WHERE sale_id = ANY(%s::uuid[])", (ids,))
    values = {"ids": ids, "kept": KEPT_DAYS, "numbered": numbered, "token": new_token()}
    return [feed for (feed,) in await (await conn.execute(_TELL, values)).fetchall()]


async def _originals(conn: Connection, sales: Iterable[str]) -> set[str]:
    return {sale for (sale,) in await (await conn.execute(_ORIGINALS, (id_array(sales),))).fetchall()}
