"""An order for a bundle is picked as its parts: they are reserved, fetched and packed, and make the bundle whole."""

from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from desktop.domain.refusal import Refusal
from desktop.operations import packing, picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.task_codes import read_codes
from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.bundles import READ_BUNDLES
from server_stub.orders.keeping import Draft, Wanted, make_order
from sync.wire.changes import Product
from sync.wire.extras import Extra, Part
from tests.desks import WIM, Desk, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import new_id
from tests.test_picking_tills import CODES, PACK, SOAP, TEA, set_up

BOX, KIT, CRATE = new_id(), new_id(), new_id()
PARTS = (Part(sku=CODES[SOAP], quantity_milli=2_000), Part(sku=CODES[TEA], quantity_milli=1_000))
GOODS = {
    BOX: ("BOX", Extra(parts=PARTS)),
    KIT: ("KIT", Extra(recipe=PARTS)),
    CRATE: ("CRATE", Extra(parts=(Part(sku="BOX", quantity_milli=3_000),))),
}
LINES = """SELECT l.product_id::text, l.quantity_milli, l.bundle_id::text, l.bundle_n FROM work_order_line l
JOIN work_order o ON o.id = l.order_id WHERE o.number = %s ORDER BY l.n"""


async def add_goods(pool: Pool) -> None:
    """Bundles, and a kit that is made beforehand."""
    for ident, (sku, extra) in GOODS.items():
        product = Product(
            id=ident, sku=sku, name=sku, unit="pcs", price_e4=1, rate_ppm=0, category="", codes=(), extra=extra
        )
        await rows(
            pool,
            """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                 track_lots, packed, position)
               VALUES (%s, %s, %s, 'pcs', 1, 0, '', false, 0, true, false, %s, NULL) RETURNING 1""",
            ident, sku, sku, msgspec.msgpack.encode(product),
        )  # fmt: skip


def pick(desk: Desk, number: str, *codes: str) -> None:
    task = picking.begin_picking(desk.terminal, WIM, [number])
    for code in codes:
        take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
    picking.post_picking(desk.terminal, WIM, task.id)


async def test_a_bundle_is_reserved_fetched_and_packed_as_its_parts(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    await add_goods(pool)
    async with pool.connection() as conn:
        await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, ground.shelf, ""): 3_000}))
        wanted = (Wanted(BOX, 2_000, ground.shelf), Wanted(KIT, 1_000), Wanted(SOAP, 1_000))
        order = await make_order(conn, ground.shop, Draft("picking", "P-9", wanted, target_place=PACK), clock.now())
        await conn.execute("UPDATE work_order SET packs = true WHERE id = %s", (order,))
    assert await rows(pool, LINES, "P-9") == [
        (SOAP, 4_000, BOX, 1), (TEA, 2_000, BOX, 1), (KIT, 1_000, None, None), (SOAP, 1_000, None, None)
    ]  # fmt: skip
    held = "SELECT n, quantity_milli FROM reservation WHERE order_id = %s ORDER BY n"
    assert await rows(pool, held, order) == [(1, 3_000)], "never more than lies there"
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)

    async def bundles() -> list[tuple[int, int]]:
        found = await rows(pool, READ_BUNDLES, order)
        return [(int(row[4]), int(row[5])) for row in found]

    try:
        with pytest.raises(Refusal):
            pick(desk, "P-9", "A", "BOX")
        pick(desk, "P-9", "A", *[CODES[SOAP]] * 3, CODES[TEA])
        await desk.push(pool, centre)
        assert await bundles() == [(2_000, 1_000)], "three soap and one tea are one box and a half"
        await desk.pull(pool, centre)
        pick(desk, "P-9", "A", CODES[SOAP], CODES[SOAP], CODES[TEA])
        await desk.push(pool, centre)
        assert await bundles() == [(2_000, 2_000)]
        await desk.pull(pool, centre)
        task = packing.begin_packing(desk.terminal, WIM, "P-9")
        packing.take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), CODES[TEA])
        with pytest.raises(Refusal, match="BOX"):
            packing.take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), "BOX")
    finally:
        desk.close()


async def test_a_bundle_in_a_bundle_is_for_the_one_that_was_ordered(pool: Pool, clock: SettableClock) -> None:
    _, ground, _ = await set_up(pool, clock)
    await add_goods(pool)
    async with pool.connection() as conn:
        await make_order(conn, ground.shop, Draft("picking", "P-9", (Wanted(CRATE, 1_000),)), clock.now())
    assert await rows(pool, LINES, "P-9") == [(SOAP, 6_000, CRATE, 1), (TEA, 3_000, CRATE, 1)]
    await rows(pool, "UPDATE product SET sku = 'gone' WHERE id = %s RETURNING 1", TEA)
    async with pool.connection() as conn:
        with pytest.raises(Denied, match=CODES[TEA]):
            await make_order(conn, ground.shop, Draft("picking", "P-10", (Wanted(BOX, 1_000),)), clock.now())
        counted = Draft("count", "C-1", (Wanted(BOX, 1_000),))
        await make_order(conn, ground.shop, counted, clock.now())
    assert await rows(pool, LINES, "C-1") == [(BOX, 1_000, None, None)]
