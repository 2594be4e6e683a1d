"""Counting while goods move, at real terminals and a real centre: right to the piece, and nothing made or lost."""

import random
from collections import Counter
from pathlib import Path

import pytest

from desktop.domain.product import Found, Product
from desktop.domain.staff import Right
from desktop.domain.stock import GoodsMoved, Movement
from desktop.domain.task import TaskKind
from desktop.operations import counting, tasks
from desktop.operations.stock import record_document
from server_stub.centre import Centre, load_centre
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.journal.verify import verify_centre
from sync.wire.changes import Place
from tests.desks import WIM, Desk, Held, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.terminal import Ground, make_ground, new_id

GOODS = tuple(new_id() for _ in range(3))
LOTS = ("", "L1")


class World:
    """What really lies where, and two desks that write down what they do. `lost` happens and nobody writes it down."""

    def __init__(self, seed: int, ground: Ground, lost: str, desks: list[Desk], clock: SettableClock) -> None:
        self.rng, self.ground, self.desks, self.clock = random.Random(seed), ground, desks, clock
        self.places = (ground.shelf, ground.waste, lost)
        self.real: Counter[tuple[str, str, str]] = Counter()

    def move(self, desk: Desk, keys: list[tuple[str, str, str]] | None = None) -> None:
        """Carry some goods; a delivery when there is nothing to carry."""
        self.clock.advance(seconds=self.rng.randint(1, 90))
        there = [key for key in (keys or list(self.real)) if self.real[key] > 0]
        if not there or (keys is None and self.rng.random() < 0.4):
            product, source, lot = self.rng.choice(GOODS), self.ground.supplier, self.rng.choice(LOTS)
            milli = self.rng.randint(1, 20) * 500
        else:
            product, source, lot = self.rng.choice(there)
            milli = self.rng.randint(1, self.real[product, source, lot])
        ways = (self.ground.shelf, self.ground.waste, self.ground.customer)
        target = self.rng.choice([place for place in ways if place != source])
        self.real[product, source, lot] -= milli
        self.real[product, target, lot] += milli
        document = GoodsMoved(new_id(), "moved", (Movement(product, source, target, milli, lot),))
        with desk.terminal.database.writing() as connection:
            record_document(connection, desk.terminal, WIM, document, Right.MOVE_GOODS)

    def count(self, desk: Desk, task_id: str, key: tuple[str, str, str]) -> None:
        """Count what really lies there of one product and lot, in one scan."""
        self.clock.advance(seconds=self.rng.randint(1, 90))
        product, place, lot = key
        found = Found(Product(product, "", "", "pcs", 0, 0), "x", quantity_milli=self.real[key], lot=lot)
        if self.real[key]:
            tasks.scan_goods(desk.terminal, task_id, found, place_id=place)
        else:
            tasks.scan_place(desk.terminal, task_id, place, "x")

    def inside(self) -> Held:
        """What really lies at the places that are counted."""
        return {key: milli for key, milli in self.real.items() if milli and key[1] in self.places[:2]}


@pytest.mark.parametrize("seed", range(6))
async def test_counts_and_moves_of_two_desks_come_to_what_is_really_there(
    pool: Pool, clock: SettableClock, tmp_path: Path, seed: int
) -> None:
    centre, lost = await load_centre(pool), new_id()
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        await save_place(conn, ground.shop, Place(id=lost, code="L", name="lost", kind="lost_and_found"))
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    world = World(seed, ground, lost, desks, clock)
    try:
        for _ in range(3):
            await one_day(world, pool, centre)
        await level(world, pool, centre)
        told = await centre_held(pool)
        assert {key: milli for key, milli in told.items() if key[1] != lost} == world.inside()
        for desk in desks:
            assert desk.held() == told
        assert not (await verify_centre(pool))["problems"]
    finally:
        for desk in desks:
            desk.close()


async def level(world: World, pool: Pool, centre: Centre) -> None:
    """Bring both desks and the centre to the same."""
    for desk in world.desks:
        await desk.push(pool, centre)
    for desk in world.desks:
        await desk.pull(pool, centre)


async def one_day(world: World, pool: Pool, centre: Centre) -> None:
    """Move, lose some, and count the shelf at one desk while both go on moving what was counted already."""
    rng = world.rng
    for _ in range(rng.randint(3, 10)):
        world.move(rng.choice(world.desks))
    for key in list(world.real):
        if key[1] in world.places[:2] and world.real[key] > 0 and rng.random() < 0.4:
            world.real[key] -= rng.randint(1, world.real[key])  # a thief; nobody writes it down
    await level(world, pool, centre)
    counter = rng.choice(world.desks)
    task = tasks.open_task(counter.terminal, WIM, TaskKind.COUNT)
    keys = [(product, place, lot) for product in GOODS for place in world.places[:2] for lot in LOTS]
    counted: list[tuple[str, str, str]] = []
    for key in rng.sample(keys, len(keys)):
        world.count(counter, task.id, key)
        counted.append(key)
        if rng.random() < 0.3 and any(world.real[each] > 0 for each in counted):
            move_counted(world, rng.choice(world.desks), counted)
    counting.post_count(counter.terminal, WIM, task.id, zero_uncounted=True)
    for _ in range(rng.randint(0, 4)):
        world.move(rng.choice(world.desks))


def move_counted(world: World, desk: Desk, counted: list[tuple[str, str, str]]) -> None:
    """Sell some of what was counted: goods that leave change no line that is still to be counted."""
    product, place, lot = world.rng.choice([key for key in counted if world.real[key] > 0])
    milli = world.rng.randint(1, world.real[product, place, lot])
    world.clock.advance(seconds=1)
    world.real[product, place, lot] -= milli
    document = GoodsMoved(new_id(), "moved", (Movement(product, place, world.ground.customer, milli, lot),))
    with desk.terminal.database.writing() as connection:
        record_document(connection, desk.terminal, WIM, document, Right.MOVE_GOODS)
