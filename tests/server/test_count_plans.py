"""What is ordered to be counted: places, sections, what is due by its class, what is doubtful; never how many."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.counts.planning import Plan, plan_count
from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.goods.shops import read_shops, save_shop
from server_stub.jobs.cycle_counts import order_cycle_counts
from server_stub.orders.keeping import list_orders_of
from sync.wire.counts import CountTerms
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.test_late_counts import count
from tests.server.test_ledger import put_milk
from tests.server.test_projection import MILK, push
from tests.server.working import make_place

HOLD = "INSERT INTO stock (product_id, place_id, lot, shop_id, on_hand_milli) VALUES (%s, %s, '', %s, %s) RETURNING 1"
PRODUCT = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, cost_e4, track_lots,
    packed) VALUES (%s, %s, '', 'pcs', 90000, 0, '', false, 0, true, %s, false, '') RETURNING 1
"""
CLASS = """
INSERT INTO abc_class VALUES (%s, %s, %s, 1, 1, 1, '2026-01-01', '2026-02-01', now()) RETURNING 1
"""


async def ordered(pool: Pool, ground: Ground, plan: Plan, clock: SettableClock) -> list[tuple[str, str]]:
    """What is to be counted by a plan: product and place."""
    async with pool.connection() as conn:
        made = await plan_count(conn, ground.shop, plan, clock.now())
        orders = await list_orders_of(conn, ground.shop)
    lines = [line for order in orders if made and order.id == made.order for line in order.lines]
    assert all((line.quantity_milli, line.done_milli) == (1000, 0) for line in lines), "nothing says what is expected"
    return [(line.product_id, line.place_id) for line in lines]


async def test_everything_or_a_section_is_counted_place_by_place(
    pool: Pool, ground: Ground, clock: SettableClock
) -> None:
    bay, bin_ = new_id(), new_id()
    add = "INSERT INTO place (id, shop_id, code, name, kind, parent_id) VALUES (%s, %s, %s, '', %s, %s) RETURNING 1"
    await rows(pool, add, bay, ground.shop, "B", "shelf", None)
    await rows(pool, add, bin_, ground.shop, "B-1", "bin", bay)
    assert await ordered(pool, ground, Plan("full"), clock) == [("", ground.shelf), ("", bin_)]
    assert await ordered(pool, ground, Plan("section", ("b",)), clock) == [("", bin_)]
    with pytest.raises(Denied, match="There is no place nowhere"):
        await ordered(pool, ground, Plan("section", ("B", "nowhere")), clock)


async def test_what_sells_is_due_more_often_and_nothing_is_ordered_twice(
    pool: Pool, ground: Ground, clock: SettableClock
) -> None:
    goods = {name: new_id() for name in "ACN"}
    for product in goods.values():
        await rows(pool, HOLD, product, ground.shelf, ground.shop, 5000)
    for name in "AC":
        await rows(pool, CLASS, ground.shop, goods[name], name)
        await rows(
            pool,
            """INSERT INTO count_line (count_id, n, shop_id, product_id, place_id, lot, counted_milli, book_milli,
                counted_at, book, moved_milli) VALUES (%s, 1, %s, %s, %s, '', 1, 1, %s, 0, 0) RETURNING 1""",
            new_id(), ground.shop, goods[name], ground.shelf, clock.now() - timedelta(days=100),
        )  # fmt: skip
    due = await ordered(pool, ground, Plan("cycle"), clock)
    assert sorted(due) == sorted([(goods["A"], ground.shelf), (goods["N"], ground.shelf)])
    assert await ordered(pool, ground, Plan("cycle"), clock) == []


MOVE = """
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
VALUES (1, %s, 1, '2026-10-01', %s, %s, %s, %s, 1000, 'moved', '2026-10-01T08:00:00Z') RETURNING 1
"""


async def test_of_what_was_never_counted_what_is_worth_more_goes_first(
    pool: Pool, ground: Ground, clock: SettableClock
) -> None:
    goods = sorted(new_id() for _ in range(4))
    for n, product in enumerate(goods):
        await rows(pool, HOLD, product, ground.shelf, ground.shop, 10_000 if n == 2 else 1000)
        await rows(pool, PRODUCT, product, f"W-{n}", 30_000 if n == 3 else 10_000)
    found = [await ordered(pool, ground, Plan("cycle", lines=1, number=f"C{n}"), clock) for n in range(2)]
    assert found == [[(goods[2], ground.shelf)], [(goods[3], ground.shelf)]]


async def test_what_was_moved_more_since_its_last_count_goes_first(
    pool: Pool, ground: Ground, clock: SettableClock
) -> None:
    still, moved, once = (new_id() for _ in range(3))
    for n, product in enumerate((still, moved, once)):
        await rows(pool, HOLD, product, ground.shelf, ground.shop, 1000)
        await rows(pool, PRODUCT, product, f"M-{n}", 20_000 if product == still else 10_000)
    for seq, product in enumerate((moved, moved, moved, once)):
        await rows(pool, MOVE, seq, ground.shop, product, ground.shelf, ground.waste)
    found = [await ordered(pool, ground, Plan("cycle", lines=1, number=f"C{n}"), clock) for n in range(3)]
    assert [product for [(product, _)] in found[:1]] == [moved]
    assert {found[1][0][0], found[2][0][0]} == {once, still}, "once moved and half the worth is as much"


async def test_every_day_orders_what_is_doubtful_and_then_what_is_due_once(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, clock: SettableClock, tmp_path: Path
) -> None:
    await put_milk(pool)
    short = new_id()
    await rows(pool, HOLD, short, ground.shelf, ground.shop, -1000)
    till.open()
    count(till)
    assert await push(pool, centre, till) == ()
    await rows(pool, HOLD, MILK, ground.shelf, ground.shop, 5000)
    async with pool.connection() as conn:
        terms = (await read_shops(conn, [ground.shop]))[ground.shop]
        await save_shop(conn, msgspec.structs.replace(terms, counting=CountTerms(lines_a_day=1)))
    place = await make_place(pool, clock, tmp_path)
    await order_cycle_counts(place, {})
    await order_cycle_counts(place, {})
    assert await rows(pool, "SELECT product_id::text FROM work_order_line") == [(short,)]
