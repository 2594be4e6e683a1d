"""The roll call: who asks at once is looked up at once, and everybody as they are after they asked."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from psycopg_pool import PoolClosed

from server_stub.database import Pool, open_pool
from server_stub.identity.auth import note_seen
from server_stub.identity.roll import TOGETHER, Roll
from server_stub.terminals import registry
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def roll(pool: Pool) -> Roll:
    """The roll of a process."""
    return Roll(pool)


async def enrol(pool: Pool, ground: Ground, count: int) -> list[Terminal]:
    tills = [Terminal(ground) for _ in range(count)]
    async with pool.connection() as conn:
        for till in tills:
            await till.enrol(conn, "active")
    return tills


async def test_each_gets_an_answer_of_its_own(pool: Pool, roll: Roll, ground: Ground) -> None:
    tills = await enrol(pool, ground, TOGETHER + 5)
    strangers = [(new_id(), tills[0].key_id), (tills[0].device, "no such key")]
    asked = [(till.device, till.key_id) for till in tills] * 2 + strangers
    found = await asyncio.gather(*(roll.call(*pair, NOW) for pair in asked))
    assert [caller and (caller.device_uuid, caller.key_id) for caller in found] == [*asked[:-2], None, None]
    assert await rows(pool, "SELECT DISTINCT last_seen FROM registered_devices") == [(NOW,)]


async def test_a_block_works_for_whoever_asks_after_it(pool: Pool, roll: Roll, ground: Ground) -> None:
    [till] = await enrol(pool, ground, 1)
    early = asyncio.create_task(roll.call(till.device, till.key_id, NOW))
    await asyncio.sleep(0)
    async with pool.connection() as conn:
        await registry.block(conn, till.device, NOW)
    caller = await roll.call(till.device, till.key_id, NOW)
    assert caller is not None
    assert caller.status == "blocked"
    assert await early is not None


async def test_it_is_noted_that_a_device_is_there_but_not_with_each_call(
    pool: Pool, roll: Roll, ground: Ground
) -> None:
    [till] = await enrol(pool, ground, 1)
    for after_s, noted_s in ((0, 0), (20, 0), (31, 31)):
        await roll.call(till.device, till.key_id, NOW + timedelta(seconds=after_s))
        seen = await ask(pool, "SELECT last_seen FROM registered_devices")
        assert seen == NOW + timedelta(seconds=noted_s)


async def test_a_row_that_somebody_is_writing_keeps_nobody_waiting(pool: Pool, roll: Roll, ground: Ground) -> None:
    [till] = await enrol(pool, ground, 1)
    async with pool.connection() as busy:
        await note_seen(busy, [till.device], NOW - timedelta(days=1))
        assert await asyncio.wait_for(roll.call(till.device, till.key_id, NOW), 10)


async def test_trouble_with_the_database_is_told_to_everybody_and_does_not_last(
    database_url: str, ground: Ground
) -> None:
    async with open_pool(database_url) as pool:
        roll, [till] = Roll(pool), await enrol(pool, ground, 1)
    calls = (roll.call(till.device, till.key_id, NOW) for _ in range(3))
    answers = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(answer) for answer in answers] == [PoolClosed] * 3


async def test_who_hangs_up_harms_nobody(pool: Pool, roll: Roll, ground: Ground) -> None:
    one, other = await enrol(pool, ground, 2)
    gone = asyncio.create_task(roll.call(one.device, one.key_id, NOW))
    stays = asyncio.create_task(roll.call(other.device, other.key_id, NOW))
    await asyncio.sleep(0)
    gone.cancel()
    caller = await stays
    assert caller is not None
    assert caller.device_uuid == other.device
