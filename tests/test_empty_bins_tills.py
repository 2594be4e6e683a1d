"""A bin that a picker empties: its count is proof at the centre, and one that is not empty is ordered to be counted."""

from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations import empty_bins, picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.task_codes import read_codes
from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.goods.shops import read_shops, save_shop
from server_stub.jobs.cycle_counts import order_picked_counts
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.keeping import Draft, Wanted, make_order
from sync.wire.changes import Place
from sync.wire.counts import CountTerms
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import new_id
from tests.server.working import make_place
from tests.test_picking_tills import CODES, SOAP, set_up

BIN = new_id()
PAUL = Person("00000000-0000-7000-8000-000000000002", "paul", "Paul", "warehouse_worker")
STRICT = {"adjust_stock": {"warehouse_worker": "denied"}}
COUNTS = """SELECT l.place_id::text, l.product_id::text FROM work_order o JOIN work_order_line l ON l.order_id = o.id
WHERE o.kind = 'count' AND o.ended_at IS NULL"""
LINES = "SELECT product_id::text, counted_milli, book_milli, state FROM count_line ORDER BY counted_at, n"


async def open_bin(pool: Pool, clock: SettableClock, folder: Path, terms: CountTerms) -> tuple[Centre, Desk]:
    """A till; five soap lie in a bin and are wanted."""
    centre, ground, _ = await set_up(pool, clock)
    async with pool.connection() as conn:
        shop = (await read_shops(conn, [ground.shop]))[ground.shop]
        await save_shop(conn, msgspec.structs.replace(shop, counting=terms, permissions=STRICT))
        await save_place(conn, ground.shop, Place(id=BIN, code="B-01", name="B-01", kind="bin"))
        await save_place(conn, ground.shop, Place(id=new_id(), code="L", name="Lost", kind="lost_and_found"))
        await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, BIN, ""): 5_000}))
        draft = Draft("picking", "P-8", (Wanted(SOAP, 5_000, BIN),))
        await make_order(conn, ground.shop, draft, clock.now())
    return centre, await open_desk(pool, centre, ground, folder, "a", clock)


def scan(desk: Desk, *codes: str) -> str:
    task = picking.begin_picking(desk.terminal, WIM, ["P-8"])
    for code in codes:
        take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
    return task.id


async def test_an_emptied_bin_is_counted_before_its_goods_are_posted(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, desk = await open_bin(pool, clock, tmp_path, CountTerms(asks_empty=True))
    try:
        task = scan(desk, "B-01", *[CODES[SOAP]] * 4)
        assert empty_bins.find_emptied(desk.terminal, task) is None
        scan(desk, CODES[SOAP])
        found = empty_bins.find_emptied(desk.terminal, task)
        assert found is not None
        assert found.code == "B-01"
        (line,) = empty_bins.confirm_empty(desk.terminal, PAUL, task, found.id).lines
        assert (line.difference_milli, line.waits) == (0, False), "who picks may say so"
        picking.post_picking(desk.terminal, WIM, task)
        await desk.push(pool, centre)
        assert await rows(pool, LINES) == [(SOAP, 5_000, 5_000, "moved")]
        assert (SOAP, BIN, "") not in await centre_held(pool), "five lay there, five were picked"
        await desk.pull(pool, centre)
        assert (SOAP, BIN, "") not in desk.held()
    finally:
        desk.close()


async def test_a_bin_that_the_books_do_not_have_empty_waits_for_who_may_put_it_right(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, desk = await open_bin(pool, clock, tmp_path, CountTerms(asks_empty=True))
    try:
        task = scan(desk, "B-01", CODES[SOAP])
        (line,) = empty_bins.confirm_empty(desk.terminal, PAUL, task).lines
        assert (line.difference_milli, line.waits) == (-4_000, True)
        await desk.push(pool, centre)
        assert (await centre_held(pool))[SOAP, BIN, ""] == 5_000
        assert await ask(pool, "SELECT count(*) FROM count_matter WHERE decided_at IS NULL") == 1
    finally:
        desk.close()


async def test_a_bin_that_is_not_empty_is_ordered_to_be_counted_once(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, desk = await open_bin(pool, clock, tmp_path, CountTerms())
    try:
        with pytest.raises(Refusal, match="No bin"):
            empty_bins.ask_count(desk.terminal, PAUL, scan(desk))
        task = scan(desk, "B-01", *[CODES[SOAP]] * 5)
        assert empty_bins.find_emptied(desk.terminal, task) is None, "the shop does not want it asked"
        for _ in range(2):
            assert empty_bins.ask_count(desk.terminal, PAUL, task).id == BIN
        await desk.push(pool, centre)
        assert await rows(pool, COUNTS) == [(BIN, None)]
        await desk.pull(pool, centre)
        assert desk.is_rebuilt()
    finally:
        desk.close()


async def test_a_bin_is_counted_after_so_many_documents(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, desk = await open_bin(pool, clock, tmp_path, CountTerms(after_picks=2))
    place = await make_place(pool, clock, tmp_path)
    try:
        for times, found in ((1, []), (2, [(BIN, None)])):
            picking.post_picking(desk.terminal, WIM, scan(desk, "B-01", CODES[SOAP]))
            await desk.push(pool, centre)
            await order_picked_counts(place, {})
            assert await rows(pool, COUNTS) == found, times
            await desk.pull(pool, centre)
        clock.instant += timedelta(hours=1)
        await rows(pool, "UPDATE work_order SET ended_at = %s WHERE kind = 'count' RETURNING 1", clock.now())
        await order_picked_counts(place, {})
        assert await rows(pool, COUNTS) == [], "it was counted since"
    finally:
        desk.close()
