"""Small pushes land together: each answered for itself, none the worse for its company."""

import asyncio
import random

import psycopg
import pytest
from msgspec.structs import replace
from psycopg_pool import PoolClosed

from server_stub.centre import Centre
from server_stub.database import Pool, open_pool
from server_stub.journal.lane import TOGETHER, Lane
from server_stub.journal.verify import verify_centre
from sync.chain import Break
from sync.wire.messages import PushAnswer
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale, new_id

MILK = new_id()


@pytest.fixture
def lane(pool: Pool, centre: Centre) -> Lane:
    """The lane of a process."""
    return Lane(pool, centre)


async def enrol(pool: Pool, ground: Ground, count: int, status: str = "active") -> list[Terminal]:
    """Give tills with an open journal and a sale each."""
    tills = [Terminal(ground) for _ in range(count)]
    async with pool.connection() as conn:
        for till in tills:
            await till.enrol(conn, status)
            till.open()
            till.sell(MILK)
    return tills


async def push(lane: Lane, *tills: Terminal) -> list[PushAnswer | BaseException]:
    """Hand in the whole journals of tills, all at once."""
    return await asyncio.gather(*(lane.land(till.device, till.batch()) for till in tills), return_exceptions=True)


async def test_what_comes_at_once_lands_together(pool: Pool, lane: Lane, ground: Ground) -> None:
    tills = await enrol(pool, ground, 2 * TOGETHER)
    answers = await push(lane, *tills)
    for till, answer in zip(tills, answers, strict=True):
        assert isinstance(answer, PushAnswer)
        assert answer.head
        assert (answer.outcome, answer.acked_seq, answer.head.hash) == ("landed", 2, till.entries[1].hash)
    assert await ask(pool, "SELECT count(DISTINCT received_at) FROM entry") <= 3, "the first, and two groups"
    assert await rows(pool, "SELECT count(*), count(DISTINCT chain) FROM sale") == [(2 * TOGETHER, 2 * TOGETHER)]
    assert await ask(pool, "SELECT on_hand_milli FROM stock WHERE place_id = %s", ground.shelf) == -2000 * TOGETHER


async def test_a_broken_chain_harms_nobody_else(pool: Pool, lane: Lane, ground: Ground) -> None:
    good, bad, blocked, odd = await enrol(pool, ground, 4)
    bad.entries[0] = replace(bad.entries[0], hash=bytes(32))
    odd.void(make_sale(ground, "nowhere", 9, MILK))
    async with pool.connection() as conn:
        await conn.execute("UPDATE registered_devices SET status = 'blocked' WHERE device_uuid = %s", (blocked.device,))
    first, second, third, fourth = await push(lane, good, bad, blocked, odd)
    assert isinstance(second, Break)
    assert isinstance(first, PushAnswer)
    assert isinstance(third, PushAnswer)
    assert isinstance(fourth, PushAnswer)
    assert (first.acked_seq, first.quarantined) == (2, ())
    assert (third.acked_seq, third.quarantined) == (2, ())
    assert (fourth.acked_seq, fourth.quarantined) == (3, (3,))
    assert await ask(pool, "SELECT count(*) FROM sale") == 2, "what the blocked one sold waits"
    assert await ask(pool, "SELECT count(*) FROM entry") == 7


async def test_what_the_database_refuses_is_told_to_its_own_caller(pool: Pool, lane: Lane, ground: Ground) -> None:
    """A fault of ours that one entry brings to light must not hold up the others for ever."""
    tills = await enrol(pool, ground, 4)
    async with pool.connection() as conn:
        await conn.execute(f"ALTER TABLE incarnation ADD CHECK (incarnation <> '{tills[2].incarnation}')".encode())
    first, second, refused, last = await push(lane, *tills)
    assert isinstance(refused, psycopg.errors.CheckViolation)
    assert [type(answer) for answer in (first, second, last)] == [PushAnswer] * 3
    assert await ask(pool, "SELECT count(*) FROM sale") == 3


async def test_one_till_hands_in_one_thing_after_the_other(pool: Pool, lane: Lane, ground: Ground) -> None:
    [till] = await enrol(pool, ground, 1)
    for _ in range(6):
        till.sell(MILK)
    batches = [till.batch(first, first) for first in range(1, 9)]
    answers = await asyncio.gather(*(lane.land(till.device, batch) for batch in batches))
    assert [(answer.outcome, answer.acked_seq) for answer in answers] == [("landed", seq) for seq in range(1, 9)]


async def test_a_caller_who_has_gone_is_landed_all_the_same(pool: Pool, lane: Lane, ground: Ground) -> None:
    first, second = await enrol(pool, ground, 2)
    gone = asyncio.create_task(lane.land(first.device, first.batch()))
    stays = asyncio.create_task(lane.land(second.device, second.batch()))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await stays).acked_seq == 2
    assert await ask(pool, "SELECT count(*) FROM sale") == 2


async def test_while_the_database_is_away_everybody_is_told(database_url: str, centre: Centre, ground: Ground) -> None:
    async with open_pool(database_url) as pool:
        tills = await enrol(pool, ground, 3)
        lane = Lane(pool, centre)
    assert {type(answer) for answer in await push(lane, *tills)} == {PoolClosed}


async def test_whatever_comes_and_comes_again_counts_once(pool: Pool, lane: Lane, ground: Ground) -> None:
    """Seeded: overlapping pieces of eight journals, some twice, in any order and company."""
    rng = random.Random(7)
    tills = await enrol(pool, ground, 8)
    for till in tills:
        for _ in range(20):
            till.sell(MILK)
    for _ in range(12):
        pieces = []
        for till in rng.choices(tills, k=12):
            first = rng.randrange(1, 20)
            pieces.append((till, till.batch(first, rng.randrange(first, 22))))
        await asyncio.gather(*(lane.land(till.device, piece) for till, piece in pieces))
    await push(lane, *tills)
    assert await rows(pool, "SELECT count(*), count(DISTINCT sale_id) FROM sale") == [(8 * 21, 8 * 21)]
    assert not (await verify_centre(pool))["problems"]
