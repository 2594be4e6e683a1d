"""Large pushes write their own rows before it is their turn, and come to what they come to in turn."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal import ahead, chains
from server_stub.journal.ingest import land
from server_stub.journal.project import project_pending
from sync.wire.facts import SaleCompleted, ShiftOpened
from sync.wire.messages import PushAnswer
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.working import until

MILK = new_id()
OLD_DAY, SHIFT = "2026-02-27", new_id()
MANY = ahead.LARGE
WROTE_AND_WAITS = """
SELECT EXISTS (SELECT FROM pg_locks w JOIN pg_locks r USING (pid) WHERE w.locktype = 'advisory' AND NOT w.granted
    AND r.locktype = 'relation' AND r.relation = 'sale_day'::regclass AND r.mode = 'RowExclusiveLock')
"""


def open_shift(till: Terminal) -> None:
    till.open()
    till.seal(ShiftOpened(shift_id=SHIFT, number=1, business_day=OLD_DAY, currency="EUR", float_minor=0))


def sell(till: Terminal, count: int) -> list[SaleCompleted]:
    return [till.sell(MILK, shift_id=SHIFT) for _ in range(count)]


def push(pool: Pool, centre: Centre, till: Terminal, first: int, last: int | None = None) -> asyncio.Task[PushAnswer]:
    return asyncio.create_task(land(pool, centre, till.device, till.batch(first, last)))


@asynccontextmanager
async def somebody_elses_turn(pool: Pool) -> AsyncIterator[None]:
    """Hold the turn of every chain there is."""
    async with pool.connection() as conn, conn.transaction():
        await conn.execute("SELECT pg_advisory_xact_lock(%s, chain) FROM incarnation", (chains.PROJECTING,))
        yield


async def assert_projected_once(pool: Pool, ground: Ground, sales: int) -> None:
    counted = await rows(
        pool,
        """SELECT (SELECT count(*) FROM sale), (SELECT count(*) FROM sale_line), (SELECT count(*) FROM quarantine),
               (SELECT on_hand_milli FROM stock WHERE place_id = %s), (SELECT array_agg(DISTINCT business_day::text)
               FROM sale), (SELECT bool_and(projected_seq = acked_seq) FROM incarnation)""",
        ground.shelf,
    )
    assert counted == [(sales, sales, 0, -1000 * sales, [OLD_DAY], True)]


async def test_rows_are_written_before_the_turn_and_count_after_it(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    open_shift(till)
    await push(pool, centre, till, 1)
    sell(till, MANY)
    async with somebody_elses_turn(pool):
        pushing = push(pool, centre, till, 3)
        await until(pool, WROTE_AND_WAITS)
        assert await ask(pool, "SELECT count(*) FROM sale") == 0
    assert (await pushing).acked_seq == MANY + 2
    await assert_projected_once(pool, ground, MANY)


async def test_a_terminal_blocked_meanwhile_leaves_nothing(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    open_shift(till)
    await push(pool, centre, till, 1)
    sell(till, MANY)
    async with somebody_elses_turn(pool):
        pushing = push(pool, centre, till, 3)
        await until(pool, WROTE_AND_WAITS)
        async with pool.connection() as conn:
            await conn.execute("UPDATE registered_devices SET status = 'blocked'")
    await pushing
    assert await ask(pool, "SELECT count(*) FROM sale_line") == 0
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'device.blocked_entries'") == 1
    async with pool.connection() as conn:
        await conn.execute("UPDATE registered_devices SET status = 'active'")
    assert await project_pending(pool) == MANY
    await assert_projected_once(pool, ground, MANY)


async def test_who_comes_for_all_that_waits_meanwhile_doubles_nothing(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    open_shift(till)
    await push(pool, centre, till, 1)
    sell(till, MANY)
    async with somebody_elses_turn(pool):
        pushing = push(pool, centre, till, 3)
        await until(pool, WROTE_AND_WAITS)
        others = [asyncio.create_task(project_pending(pool)), push(pool, centre, till, 1)]
    await asyncio.gather(pushing, *others)
    await assert_projected_once(pool, ground, MANY)


async def test_sales_before_their_shift_come_to_its_day(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sell(till, MANY)
    till.seal(ShiftOpened(shift_id=SHIFT, number=1, business_day=OLD_DAY, currency="EUR", float_minor=0))
    sell(till, MANY)
    last = len(till.entries)
    await asyncio.gather(*[push(pool, centre, till, *part) for part in ((1, MANY + 1), (MANY + 2, last))])
    await assert_projected_once(pool, ground, 2 * MANY)


async def test_one_that_does_not_add_up_stays_out_alone(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    open_shift(till)
    await push(pool, centre, till, 1)
    sell(till, MANY)
    till.sell(MILK, shift_id=SHIFT, total_minor=1)
    assert (await push(pool, centre, till, 3)).quarantined == (MANY + 3,)
    assert await ask(pool, "SELECT count(*) FROM sale") == MANY
    assert await ask(pool, "SELECT on_hand_milli FROM stock WHERE place_id = %s", ground.shelf) == -1000 * MANY


@pytest.mark.parametrize("seed", range(2))
async def test_batches_in_any_order_and_again_come_to_the_same(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "LARGE", 1)
    rng = random.Random(seed)
    open_shift(till)
    sold, parked = 0, 0
    while sold < 60:
        sold += len(sell(till, rng.randint(1, 12)))
        if rng.random() < 0.3:  # not plain: the run waits for its turn
            till.sell(MILK, shift_id=SHIFT, parked_id=new_id())
            sold, parked = sold + 1, parked + 1
    cuts = [0, *sorted(rng.sample(range(1, len(till.entries)), 9)), len(till.entries)]
    parts = [(first + 1, last) for first, last in pairwise(cuts)]
    while (await push(pool, centre, till, len(till.entries))).acked_seq < len(till.entries):
        mixed = parts + rng.sample(parts, 4)
        rng.shuffle(mixed)
        await asyncio.gather(*[push(pool, centre, till, *part) for part in mixed])
    await assert_projected_once(pool, ground, sold)
    assert parked
