"""What orders hold: never more than lies there, whoever reserves at the same time, whatever is sold meanwhile."""

import asyncio
import random
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.feed.sequencer import number_changes
from server_stub.goods.held_lots import hold_lot, let_go
from server_stub.goods.places import save_place
from server_stub.goods.reserving import release, release_picked, reserve
from server_stub.goods.topping_up import top_up
from server_stub.jobs.negative_stock import find_negative
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.keeping import Draft, Wanted, end_order, make_order
from sync.wire.changes import Place
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, new_id
from tests.server.test_projection import MILK
from tests.server.working import make_place

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OVER = """
SELECT count(*) FROM (SELECT product_id, place_id, sum(quantity_milli) AS held FROM reservation GROUP BY 1, 2) r
WHERE held > (SELECT coalesce(sum(on_hand_milli), 0) FROM stock s
    WHERE s.product_id = r.product_id AND s.place_id = r.place_id)
"""


async def put(pool: Pool, ground: Ground, place: str, milli: int, lot: str = "") -> None:
    """Have so much more lie there."""
    stock = defaultdict(int, {(ground.shop, MILK, place, lot): milli})
    async with pool.connection() as conn:
        await move_stock(conn, stock)


async def make(pool: Pool, ground: Ground, *lines: Wanted) -> str:
    draft = Draft(kind="picking", number=new_id(), lines=lines or (Wanted(MILK, 5000),))
    async with pool.connection() as conn:
        return await make_order(conn, ground.shop, draft, NOW, reserves=False)


async def hold(pool: Pool, order: str, milli: int, n: int = 1) -> int:
    async with pool.connection() as conn:
        return await reserve(conn, order, n, milli)


async def until_it_waits(pool: Pool, later: asyncio.Task[Any]) -> None:
    """Wait until what was begun waits for a lock, or is done."""
    waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    async with asyncio.timeout(20):
        while not later.done() and not await ask(pool, waits):
            continue


async def test_lines_hold_what_is_free_and_let_go(pool: Pool, ground: Ground) -> None:
    back = new_id()
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, Place(id=back, code="B", name="back", kind="shelf"))
    await put(pool, ground, ground.shelf, 3000, "L1")
    await put(pool, ground, ground.shelf, 1000)
    await put(pool, ground, back, 2000)
    await put(pool, ground, ground.waste, 9000)
    one, two = (
        await make(pool, ground),
        await make(pool, ground, Wanted(MILK, 9000, back), Wanted(MILK, 9000, None, "L1")),
    )
    assert await hold(pool, one, 5000) == 5000
    assert await hold(pool, one, 4000) == 4000, "in all, not more"
    assert await hold(pool, two, 9000) <= 2000
    assert await hold(pool, one, 9000) + await hold(pool, two, 9000) == 6000, "what is broken is nobody's"
    assert await ask(pool, OVER) == 0
    async with pool.connection() as conn:
        await release(conn, one)
        assert await end_order(conn, ground.shop, two, NOW)
    assert await ask(pool, "SELECT count(*) FROM reservation") == 0, "an order that is ended holds nothing"
    assert await hold(pool, two, 9000, n=2) == 3000, "of a lot no more than lies there"


async def test_what_stands_in_quarantine_nobody_holds(pool: Pool, ground: Ground) -> None:
    apart, plate = new_id(), new_id()
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, Place(id=apart, code="Q", name="apart", kind="quarantine"))
        await save_place(conn, ground.shop, Place(id=plate, code="P", name="", kind="plate", parent=apart))
    await put(pool, ground, plate, 7000)
    await put(pool, ground, ground.shelf, 1000)
    assert await hold(pool, await make(pool, ground), 5000) == 1000
    assert await ask(pool, "SELECT count(*) FROM reservation WHERE place_id = %s", plate) == 0


async def test_what_is_carried_into_quarantine_and_lots_that_are_held_go_to_nobody(
    pool: Pool, ground: Ground, clock: SettableClock, tmp_path: Path
) -> None:
    apart, plate = new_id(), new_id()
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, Place(id=apart, code="Q", name="apart", kind="quarantine"))
        await save_place(conn, ground.shop, Place(id=plate, code="P", name="", kind="plate", parent=ground.shelf))
    await put(pool, ground, plate, 3000)
    await put(pool, ground, ground.shelf, 2000, "L1")
    await put(pool, ground, ground.shelf, 1000, "L2")
    order, place = await make(pool, ground, Wanted(MILK, 6000)), await make_place(pool, clock, tmp_path)
    assert await hold(pool, order, 6000) == 6000
    held = "SELECT coalesce(sum(quantity_milli), 0)::int FROM reservation"

    async def look() -> int:
        await number_changes(pool)
        await find_negative(place, {})
        return int(await ask(pool, held))

    async with pool.connection() as conn:
        await conn.execute("UPDATE place SET parent_id = %s WHERE id = %s", (apart, plate))
    assert await look() == 3000, "the plate stands in quarantine, none of its goods moved"
    async with pool.connection() as conn:
        ident = await hold_lot(conn, ground.shop, MILK, "L1", "recalled", "Vera", NOW)
        with pytest.raises(Denied, match="held already"):
            await hold_lot(conn, ground.shop, MILK, "L1", "again", "Vera", NOW)
    assert await look() == 1000
    assert await hold(pool, order, 6000) == 1000
    assert await hold(pool, await make(pool, ground, Wanted(MILK, 9000, None, "L1")), 9000) == 0
    async with pool.connection() as conn:
        await let_go(conn, ident, "Vera", NOW)
        with pytest.raises(Denied, match="not held any more"):
            await let_go(conn, ident, "Vera", NOW)
    assert await look() == 3000, "what is let go goes to the orders that lack it"


@pytest.mark.parametrize("seed", range(3))
async def test_a_line_gets_all_that_others_leave(pool: Pool, ground: Ground, seed: int) -> None:
    chance, back, there = random.Random(seed), new_id(), 0
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, Place(id=back, code="B", name="back", kind="shelf"))
    orders = [await make(pool, ground) for _ in range(3)]
    held = dict.fromkeys(orders, 0)
    for _ in range(25):
        if chance.random() < 0.3:
            more = chance.randint(1, 5)
            await put(pool, ground, chance.choice([back, ground.shelf]), more, chance.choice(["", "L1"]))
            there += more
        order, wanted = chance.choice(orders), chance.randint(0, 9)
        held[order] = min(wanted, there - sum(milli for other, milli in held.items() if other != order))
        assert await hold(pool, order, wanted) == held[order]
        assert await ask(pool, OVER) == 0


async def test_who_comes_second_waits_and_gets_the_rest(pool: Pool, ground: Ground) -> None:
    await put(pool, ground, ground.shelf, 4000)
    first, second = await make(pool, ground), await make(pool, ground)
    async with pool.connection() as conn:
        assert await reserve(conn, first, 1, 3000) == 3000
        later = asyncio.create_task(hold(pool, second, 3000))
        await until_it_waits(pool, later)
    assert await later == 1000


async def test_who_tops_up_waits_for_who_reserves_or_ends(pool: Pool, ground: Ground) -> None:
    await put(pool, ground, ground.shelf, 4000)
    first, second = await make(pool, ground), await make(pool, ground)
    async with pool.connection() as conn:
        assert await reserve(conn, second, 1, 3000) == 3000
        later = asyncio.create_task(top_up(pool))
        await until_it_waits(pool, later)
    await later
    held = "SELECT order_id::text, quantity_milli FROM reservation ORDER BY order_id"
    assert await rows(pool, held) == [(first, 1000), (second, 3000)]
    await put(pool, ground, ground.shelf, 9000)
    async with pool.connection() as conn:
        await end_order(conn, ground.shop, first, NOW)
        later = asyncio.create_task(top_up(pool))
        await until_it_waits(pool, later)
    await later
    assert await rows(pool, held) == [(second, 5000)], "who has ended meanwhile gets nothing"


async def test_many_at_once_never_hold_more_than_lies_there(
    pool: Pool, ground: Ground, clock: SettableClock, tmp_path: Path
) -> None:
    """Eight workers reserve, change their minds and let go, while tills sell what is reserved."""
    await pool.resize(min_size=8, max_size=10)
    await pool.wait()
    await put(pool, ground, ground.shelf, 40_000)
    orders = [await make(pool, ground) for _ in range(8)]
    chance = random.Random(7)

    async def work(order: str) -> None:
        for _ in range(6):
            await hold(pool, order, 1000 * chance.randint(0, 9))

    await asyncio.gather(*map(work, orders))
    assert await ask(pool, OVER) == 0
    await asyncio.gather(*(hold(pool, order, 9000) for order in orders))
    assert await ask(pool, "SELECT sum(quantity_milli) FROM reservation") == 40_000, "and nothing is left lying"

    place = await make_place(pool, clock, tmp_path)
    for milli, left in ((-25_000, 15_000), (-20_000, 0)):
        await asyncio.gather(put(pool, ground, ground.shelf, milli), *(hold(pool, order, 9000) for order in orders[:2]))
        await number_changes(pool)
        await find_negative(place, {})
        assert await ask(pool, OVER.replace("coalesce(sum(on_hand_milli), 0)", "greatest(sum(on_hand_milli), 0)")) == 0
        assert await ask(pool, "SELECT coalesce(sum(quantity_milli), 0) FROM reservation") <= left


async def test_orders_made_at_once_hold_no_more_than_lies_there_and_let_go_of_what_is_picked(
    pool: Pool, ground: Ground
) -> None:
    await pool.resize(min_size=6, max_size=8)
    await pool.wait()
    await put(pool, ground, ground.shelf, 12_000)

    async def order(n: int) -> str:
        async with pool.connection() as conn:
            return await make_order(conn, ground.shop, Draft("picking", f"P-{n}", (Wanted(MILK, 5000),)), NOW)

    orders = await asyncio.gather(*map(order, range(5)))
    held = dict(await rows(pool, "SELECT order_id::text, quantity_milli FROM reservation"))
    assert sorted(held.values()) == [2000, 5000, 5000]
    first = next(order for order in orders if held.get(order) == 5000)
    async with pool.connection() as conn:
        await conn.execute("UPDATE work_order_line SET done_milli = 3000 WHERE order_id = %s", (first,))
        picked = {"order_id": first, "n": 1, "place": ground.shelf, "milli": 1000}
        await release_picked(conn, [first], [picked])  # the other two were taken elsewhere
    assert await ask(pool, "SELECT quantity_milli FROM reservation WHERE order_id = %s", first) == 2000
    async with pool.connection() as conn:
        assert await end_order(conn, ground.shop, first, NOW, cancelled=True)
    assert await ask(pool, "SELECT sum(quantity_milli) FROM reservation") == 7000


async def test_what_comes_in_goes_to_those_who_lack_it_the_urgent_and_the_older_first(
    pool: Pool, ground: Ground, clock: SettableClock, tmp_path: Path
) -> None:
    drafts = {
        name: Draft("picking", name, (Wanted(MILK, 5000, place),), priority=urgent)
        for name, urgent, place in (("older", 0, None), ("newer", 0, ground.shelf), ("urgent", 1, None))
    }
    gone = Draft("picking", "gone", (Wanted(MILK, 5000),), priority=9)
    await put(pool, ground, ground.shelf, 1000)
    async with pool.connection() as conn:
        for minute, draft in enumerate([*drafts.values(), gone]):
            await make_order(conn, ground.shop, draft, NOW + timedelta(minutes=minute))
        await end_order(conn, ground.shop, gone.id, NOW)
    place, since = await make_place(pool, clock, tmp_path), "SELECT made_at FROM reservation WHERE order_id = %s"
    made = await ask(pool, since, drafts["older"].id)

    async def arrive(milli: int, at: str) -> tuple[int, ...]:
        await put(pool, ground, at, milli)
        await number_changes(pool)
        await find_negative(place, {})
        held = dict(await rows(pool, "SELECT order_id::text, sum(quantity_milli)::int FROM reservation GROUP BY 1"))
        return tuple(held.pop(draft.id, 0) for draft in drafts.values()) + tuple(held.values())

    assert await arrive(9000, ground.waste) == (1000, 0, 0), "what is broken is nobody's"
    assert await arrive(6000, ground.shelf) == (2000, 0, 5000), "who was first keeps what is his, the urgent comes next"
    assert await arrive(4000, ground.shelf) == (5000, 1000, 5000)
    assert await arrive(90_000, ground.shelf) == (5000, 5000, 5000), "no more than is wanted"
    assert await ask(pool, since, drafts["older"].id) == made, "who gets more has not come later"


async def test_goods_that_come_while_they_are_picked_and_orders_end_are_held_once(
    pool: Pool, ground: Ground, clock: SettableClock, tmp_path: Path
) -> None:
    """Two look what is lacking at once, again and again, while goods come, are picked, and orders end."""
    await pool.resize(min_size=6, max_size=8)
    await pool.wait()
    place = await make_place(pool, clock, tmp_path)
    orders = [await make(pool, ground) for _ in range(6)]

    async def pick(order: str) -> None:
        async with pool.connection() as conn:
            await move_stock(conn, defaultdict(int, {(ground.shop, MILK, ground.shelf, ""): -1000}))
            await conn.execute("SELECT 1 FROM work_order WHERE id = %s FOR UPDATE", (order,))
            await conn.execute(
                "UPDATE work_order_line SET done_milli = done_milli + 1000 WHERE order_id = %s", (order,)
            )
            await release_picked(conn, [order], [{"order_id": order, "n": 1, "place": ground.shelf, "milli": 1000}])

    async def end(order: str) -> None:
        async with pool.connection() as conn:
            await end_order(conn, ground.shop, order, NOW)

    for ended in orders[:3]:
        await put(pool, ground, ground.shelf, 7000)
        work = [top_up(pool), pick(orders[5]), put(pool, ground, ground.shelf, 1000, "L1"), end(ended), top_up(pool)]
        await asyncio.gather(*work)
        await number_changes(pool)
        await find_negative(place, {})  # who picked what others held had it cut from them
        assert await ask(pool, OVER) == 0
    held = dict(await rows(pool, "SELECT order_id::text, sum(quantity_milli)::int FROM reservation GROUP BY 1"))
    assert held == {orders[3]: 5000, orders[4]: 5000, orders[5]: 2000}, "all that is wanted, and nothing of what ended"


@pytest.mark.parametrize("n", [2, 0])
async def test_a_line_that_is_not_there_holds_nothing(pool: Pool, ground: Ground, n: int) -> None:
    assert await hold(pool, await make(pool, ground), 1000, n) == 0
