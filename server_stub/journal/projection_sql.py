"""Rows into tables, a run of entries at a time, inside the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, LiteralString

from psycopg.types.json import Jsonb

from server_stub.approvals.posting import post_approvals
from server_stub.counts.posting import post_counts
from server_stub.database import Connection
from server_stub.feed.sequencer import SHOPS, announce, new_token, take_lane
from server_stub.ids import id_array, text_array
from server_stub.jobs.touched import note_touched
from server_stub.journal.days import gather_strayed
from server_stub.journal.goods_projections import Stock
from server_stub.journal.lots import note_lots
from server_stub.journal.project_customers import write_customers
from server_stub.journal.project_places import write_plates
from server_stub.journal.projections import COLUMNS, Rows, Unprojectable, sale_lines
from server_stub.journal.repacked import note_repacked
from server_stub.journal.ticket_projections import open_ticket_cases, void_details, write_details
from server_stub.offers.coupons import note_overspent
from server_stub.orders.filling import fill_orders
from server_stub.orders.marks import note_twice
from server_stub.returns.noting import note_returns
from server_stub.value.ledger import note_gifts
from server_stub.value.purse_ledger import note_purses
from sync.wire.places import OUTSIDE

_COPY = {table: f"COPY {table} ({columns}) FROM STDIN" for table, columns in COLUMNS.items()}

STRIDE = 50
"""Sales whose lines are written at a time: PostgreSQL works on the ones before meanwhile."""

VOID_SALES = """
UPDATE sale SET void_id = v.void_id, void_chain = v.chain, void_seq = v.seq, void_reason = v.reason, voided_at = v.at,
    void_actor = v.actor, void_by_hand = coalesce(v.by_hand, false)
FROM jsonb_to_recordset(%(voids)s)
    AS v(void_id uuid, sale_id uuid, chain integer, seq bigint, reason text, at timestamptz, actor text,
        by_hand boolean)
WHERE sale.sale_id = v.sale_id AND sale.void_id IS NULL
    AND sale.sale_id = ANY(%(sales)s::uuid[]) AND sale.business_day = ANY(%(days)s)
RETURNING sale.sale_id, sale.shop_id::text, sale.business_day
"""
_SALE_DAYS = "SELECT DISTINCT business_day FROM sale_day WHERE sale_id = ANY(%s::uuid[])"
_SHIFT_DAYS = "SELECT DISTINCT business_day FROM shift_day WHERE shift_id = ANY(%s::uuid[])"
_SOLD = """
SELECT s.shop_id::text, l.product_id::text, coalesce(l.to_place_id, s.place_id)::text, coalesce(t.lot, ''),
    sum(l.quantity_milli)::bigint
FROM sale s JOIN sale_line l USING (sale_id, business_day) LEFT JOIN sale_lot t ON t.sale_id = l.sale_id AND t.n = l.n
WHERE s.sale_id = ANY(%s) AND s.business_day = ANY(%s) GROUP BY 1, 2, 3, 4
"""
_CLOSE_SHIFTS = """
UPDATE shift SET closed_at = c.at, closed_by = c.actor, z_number = c.z_number, sales = c.sales,
    total_minor = c.total_minor, grand_total_minor = c.grand_total_minor, counts = c.counts,
    interrupted = coalesce(c.interrupted, false),
    granted_by = coalesce(c.granted_by, ''), remarks = coalesce(c.remarks, '[]')
FROM jsonb_to_recordset(%(closings)s) AS c(shift_id uuid, at timestamptz, actor text, z_number bigint, sales bigint,
    total_minor bigint, grand_total_minor bigint, counts jsonb, interrupted boolean, granted_by text, remarks jsonb)
WHERE shift.shift_id = c.shift_id AND shift.business_day = ANY(%(days)s) AND shift.closed_at IS NULL
RETURNING shift.shift_id
"""
_UNAPPROVED = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT 'shift.unapproved', 'Z ' || (c ->> 'z_number') || ' ' || right(c ->> 'shift_id', 12),
    'Counted: ' || (c ->> 'counts') || '; remarks: ' || (c ->> 'remarks'), i.device_uuid, now()
FROM jsonb_array_elements(%s) AS c JOIN incarnation i ON i.chain = (c ->> 'chain')::integer
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""Nobody was there to allow a difference or a closing without a count: a manager looks at it."""
_OPEN_JOURNALS = """
UPDATE incarnation SET opened = o.opened FROM jsonb_to_recordset(%s) AS o(chain integer, opened jsonb)
WHERE incarnation.chain = o.chain
"""
_GONE_ON_ANEW = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT 'journal.' || (o.opened ->> 'reason'), i.device_uuid || ' ' || i.incarnation,
    'The terminal went on in a new journal behind entry ' || (o.opened ->> 'parent_seq') || ' of '
        || (o.opened ->> 'parent_incarnation'), i.device_uuid, now()
FROM jsonb_to_recordset(%s) AS o(chain integer, opened jsonb) JOIN incarnation i USING (chain)
WHERE o.opened ->> 'parent_incarnation' <> ''
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
"""Whatever made a terminal open another journal (rewound, fork, broken), a person is to hear of it."""
_MOVE_STOCK = """
WITH moved AS (
    SELECT m.product_id, m.place_id, m.lot, coalesce(p.shop_id, m.shop_id) AS shop_id, sum(quantity) AS quantity
    FROM unnest(%(shops)s::uuid[], %(products)s::uuid[], %(places)s::uuid[], %(lots)s::text[], %(quantities)s::bigint[])
        AS m(shop_id, product_id, place_id, lot, quantity) LEFT JOIN place p ON p.id = m.place_id
    WHERE p.kind <> ALL(%(outside)s) OR p.kind IS NULL GROUP BY 1, 2, 3, 4),
clock AS (
    UPDATE feed_clock SET last_position = last_position + (SELECT count(*) FROM moved)
    WHERE lane = 'shops' AND %(numbered)s RETURNING last_position - (SELECT count(*) FROM moved) AS before),
written AS (
    INSERT INTO stock (product_id, place_id, lot, shop_id, on_hand_milli, position)
    SELECT product_id, place_id, lot, shop_id, quantity, before + row_number() OVER (ORDER BY product_id, place_id, lot)
    FROM moved LEFT JOIN clock ON true ORDER BY 1, 2, 3
    ON CONFLICT (product_id, place_id, lot) DO UPDATE SET position = excluded.position, marked_at = now(),
        told = coalesce(stock.position, stock.told), on_hand_milli = stock.on_hand_milli + excluded.on_hand_milli
    RETURNING 'stock:' || shop_id AS feed, position, told)
INSERT INTO feed_token (feed, position, token, digest)
SELECT feed, max(position), %(token)s,
    feed_sum(sum(feed_stamp(position)) - coalesce(sum(feed_stamp(told)), 0) + coalesce((
        SELECT t.digest FROM feed_token t WHERE t.feed = written.feed ORDER BY t.position DESC LIMIT 1), 0))
FROM written WHERE position IS NOT NULL GROUP BY feed RETURNING feed
"""
_RECEIPTS_TWICE = """
INSERT INTO cases (kind, subject, detail, opened_at)
SELECT DISTINCT 'receipt.twice', s.shop_id || ' ' || s.receipt, 'Two sales have the receipt number ' || s.receipt, now()
FROM sale_day s JOIN sale_day o ON o.shop_id = s.shop_id AND o.receipt = s.receipt AND o.sale_id <> s.sale_id
WHERE s.sale_id = ANY(%s::uuid[])
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""


async def write_rows(conn: Connection, rows: Rows) -> None:
    """Write the rows of a run of entries.

    Raises Unprojectable or a psycopg error when one of the entries does not fit what is there.
    """
    await write_customers(conn, rows.customers)
    await write_plates(conn, rows.places)
    if rows.counts:
        await post_counts(conn, rows)
    if rows.approvals:
        await post_approvals(conn, rows)
    await copy_rows(conn, rows)
    await settle_rows(conn, rows)


async def copy_rows(conn: Connection, rows: Rows) -> None:
    """Write the rows that are the entries' own: nothing of what is there is read or changed for them."""
    async with conn.cursor() as cursor:
        for table, lines in rows.lines.items():
            async with cursor.copy(_COPY[table]) as copy:
                await copy.write("".join(lines))
        if rows.sales:
            async with cursor.copy(_COPY["sale_line"]) as copy:
                for at in range(0, len(rows.sales), STRIDE):
                    await copy.write(sale_lines(rows.sales[at : at + STRIDE]))


async def settle_rows(conn: Connection, rows: Rows) -> None:
    """Change what the entries have in common with others. Their own rows are written. Raises as `write_rows`."""
    _move(rows, await write_details(conn, rows.tickets))
    await _update(conn, rows)
    numbered = bool(rows.stock or rows.sales or rows.voids) and await take_lane(conn, SHOPS)
    feeds = await _move_stock(conn, rows.stock, numbered=numbered) if rows.stock else []
    feeds += await note_returns(conn, rows, numbered=numbered)
    if feeds:
        await announce(conn, feeds)
    if rows.sales:
        await conn.execute(_RECEIPTS_TWICE, (id_array([sale.sale_id for sale, _ in rows.sales]),))
    if rows.coupons:
        await note_overspent(conn, sorted(rows.coupons))
    await open_ticket_cases(conn, rows.tickets)
    await note_gifts(conn, rows.gifts, [void["sale_id"] for void in rows.voids])
    await note_purses(conn, rows.purses, [void["sale_id"] for void in rows.voids])
    if rows.lots.told:
        await note_lots(conn, rows.lots)
    if rows.repacked:
        await note_repacked(conn, rows.repacked)
    await fill_orders(conn, rows.orders)
    if rows.touched:
        await note_touched(conn, rows.touched)
    await note_twice(conn, [*rows.orders.marked, *rows.tickets.serials], rows.came)


async def move_stock(conn: Connection, stock: Stock) -> None:
    """Add quantities (thousandths) to what is on hand per (shop, product, place, lot), and give the rows positions.

    Positions are the sequencer's when its lane is busy just now; nobody waits. Numbered here, a row is written once.
    """
    if feeds := await _move_stock(conn, stock, numbered=await take_lane(conn, SHOPS)):
        await announce(conn, feeds)


async def _move_stock(conn: Connection, stock: Stock, *, numbered: bool) -> list[str]:
    """Give the feeds that moved. A place belongs to its own shop, whoever moves goods there."""
    shops, products, places, lots = zip(*stock, strict=True)
    values = {
        "shops": id_array(shops),
        "products": id_array(products),
        "places": id_array(places),
        "lots": text_array(lots),
        "quantities": id_array([str(quantity) for quantity in stock.values()]),
        "outside": list(OUTSIDE),
        "numbered": numbered,
        "token": new_token(),
    }
    cursor = await conn.execute(_MOVE_STOCK, values)
    return [feed for (feed,) in await cursor.fetchall()]


def _move(rows: Rows, moved: Iterable[Sequence[Any]]) -> None:
    for shop, product, place, lot, quantity_milli in moved:
        rows.stock[shop, product, place, lot] += quantity_milli


async def _update(conn: Connection, rows: Rows) -> None:
    if rows.voids:
        await _void_sales(conn, rows)
    if opened := rows.lines.get("shift"):
        await gather_strayed(conn, rows, [line.partition("\t")[0] for line in opened])
    if rows.closings:
        await _close_shifts(conn, rows.closings)
    if rows.openings:
        await conn.execute(_OPEN_JOURNALS, (Jsonb(rows.openings),))
        await conn.execute(_GONE_ON_ANEW, (Jsonb(rows.openings),))


async def _void_sales(conn: Connection, rows: Rows) -> None:
    sales = [void["sale_id"] for void in rows.voids]
    days = await _read_days(conn, _SALE_DAYS, sales)
    cursor = await conn.execute(VOID_SALES, {"voids": Jsonb(rows.voids), "sales": sales, "days": days})
    voided = await cursor.fetchall()
    if len(voided) != len(sales):
        raise Unprojectable("the sale is not here or is voided already")
    await conn.execute("DELETE FROM coupon_use WHERE sale_id = ANY(%s::uuid[])", (sales,))
    rows.touched.update((shop, day) for _, shop, day in voided)
    cursor = await conn.execute(_SOLD, ([sale for sale, *_ in voided], days))
    _move(rows, await cursor.fetchall())
    _move(rows, await void_details(conn, sales, days))


async def _read_days(conn: Connection, query: LiteralString, ids: Sequence[str]) -> list[date]:
    """Give the days of sales or shifts: told as values, they keep PostgreSQL from looking into other partitions."""
    return [day for (day,) in await (await conn.execute(query, (ids,))).fetchall()]


async def _close_shifts(conn: Connection, closings: Sequence[Mapping[str, Any]]) -> None:
    """Close shifts; a terminal that was put back may interrupt one which it had closed before, and says nothing new."""
    days = await _read_days(conn, _SHIFT_DAYS, [closing["shift_id"] for closing in closings])
    cursor = await conn.execute(_CLOSE_SHIFTS, {"closings": Jsonb(closings), "days": days})
    closed = {str(shift) for (shift,) in await cursor.fetchall()}
    unapproved = [closing for closing in closings if "unapproved" in closing.get("remarks", ())]
    if unapproved:
        await conn.execute(_UNAPPROVED, (Jsonb(unapproved),))
    left = [closing["shift_id"] for closing in closings if closing["shift_id"] not in closed]
    interrupted = [closing["shift_id"] for closing in closings if closing.get("interrupted")]
    if set(left) - set(interrupted):
        raise Unprojectable("the shift is not here or is closed already")
    if left:
        cursor = await conn.execute("SELECT count(*) FROM shift_day WHERE shift_id = ANY(%s::uuid[])", (left,))
        if await cursor.fetchone() != (len(left),):
            raise Unprojectable("the shift is not here")
