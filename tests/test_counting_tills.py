"""Counting while goods move, at real terminals and a real centre: right to the piece, and nothing made or lost."""

from pathlib import Path

import pytest

from desktop.domain.task import TaskKind
from desktop.operations import counting, tasks
from server_stub.centre import Centre
from server_stub.database import Pool
from sync.wire.counts import CountTerms
from tests.counting_world import LIMIT_MILLI, World, check, decided_days, level, make_world
from tests.desks import WIM
from tests.edges import SettableClock


@pytest.mark.parametrize("seed", range(6))
async def test_counts_and_moves_of_two_desks_come_to_what_is_really_there(
    pool: Pool, clock: SettableClock, tmp_path: Path, seed: int
) -> None:
    world, centre = await make_world(pool, clock, tmp_path, seed, CountTerms())
    try:
        for _ in range(3):
            await one_day(world, pool, centre)
        await level(world, pool, centre)
        await check(world, pool)
    finally:
        for desk in world.desks:
            desk.close()


@pytest.mark.parametrize("seed", range(4))
async def test_counts_that_wait_or_do_not_know_of_one_another_come_to_what_people_decided(
    pool: Pool, clock: SettableClock, tmp_path: Path, seed: int
) -> None:
    world, centre = await make_world(pool, clock, tmp_path, seed, CountTerms(limit_milli=LIMIT_MILLI))
    try:
        await decided_days(world, pool, centre, tmp_path, 3)
    finally:
        for desk in world.desks:
            desk.close()


async def one_day(world: World, pool: Pool, centre: Centre) -> None:
    """Move, lose some, and count the shelf at one desk while both go on moving what was counted already."""
    rng = world.rng
    for _ in range(rng.randint(3, 10)):
        world.move(rng.choice(world.desks))
    world.steal()
    await level(world, pool, centre)
    counter = rng.choice(world.desks)
    task = tasks.open_task(counter.terminal, WIM, TaskKind.COUNT)
    counted: list[tuple[str, str, str]] = []
    for key in rng.sample(world.places_of_goods(), len(world.places_of_goods())):
        world.count(counter, task.id, key)
        counted.append(key)
        if rng.random() < 0.3:
            world.sell(rng.choice(world.desks), counted)
    counting.post_count(counter.terminal, WIM, task.id, zero_uncounted=True)
    for _ in range(rng.randint(0, 4)):
        world.move(rng.choice(world.desks))
