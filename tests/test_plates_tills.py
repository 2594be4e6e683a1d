"""Plates at two real terminals and a real centre: nothing is made or lost, and two who carried one plate are asked."""

import random
from collections import Counter
from pathlib import Path

import pytest

from desktop.domain.product import Found, Product
from desktop.domain.task import TaskKind
from desktop.operations import carrying, tasks
from desktop.store import places
from server_stub.centre import Centre, load_centre
from server_stub.database import Pool
from server_stub.goods.places import save_places
from server_stub.journal.verify import verify_centre
from sync.wire.changes import Place
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, make_ground, new_id

GOODS = tuple(new_id() for _ in range(2))
PLATES = ("340123450000000017", "340123450000000024")


class World:
    """Two desks in a warehouse of a dock and three bins."""

    def __init__(self, pool: Pool, centre: Centre, ground: Ground, desks: list[Desk], spots: list[str]) -> None:
        self.pool, self.centre, self.ground, self.desks, self.spots = pool, centre, ground, desks, spots

    async def level(self) -> None:
        for desk in self.desks:
            await desk.push(self.pool, self.centre)
        for desk in self.desks:
            await desk.pull(self.pool, self.centre)


@pytest.fixture
async def world(pool: Pool, clock: SettableClock, tmp_path: Path):  # type: ignore[no-untyped-def]
    centre, zone, dock = await load_centre(pool), new_id(), new_id()
    bins = [new_id() for _ in range(3)]
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        told = [Place(id=zone, code="Z", name="Zone", kind="zone"), Place(id=dock, code="D", name="", kind="receiving")]
        told += [Place(id=one, code=f"B{n}", name="", kind="bin", parent=zone) for n, one in enumerate(bins)]
        await save_places(conn, ground.shop, told)
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    yield World(pool, centre, ground, desks, [dock, *bins])
    for desk in desks:
        desk.close()


def goods(product: str) -> Found:
    return Found(Product(product, "", "", "pcs", 0, 0), "x")


def receive(desk: Desk, sscc: str, at: str, times: int = 5) -> str:
    task = tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=at)
    plate = carrying.scan_plate(desk.terminal, WIM, task.id, sscc).place_id
    for product in GOODS:
        tasks.scan_goods(desk.terminal, task.id, goods(product), times)
    tasks.post_task(desk.terminal, WIM, task.id)
    return plate


def carry(desk: Desk, sscc: str, to: str) -> None:
    task = tasks.open_task(desk.terminal, WIM, TaskKind.MOVE)
    carrying.scan_plate(desk.terminal, WIM, task.id, sscc)
    tasks.scan_place(desk.terminal, task.id, to, to)
    tasks.post_task(desk.terminal, WIM, task.id)


def standing(desk: Desk) -> dict[str, str]:
    with desk.terminal.database.reading() as connection:
        known = places.read_tree(connection).places.values()
    return {place.code: place.parent for place in known if place.kind == "plate"}


async def test_a_plate_that_two_carried_offline_is_a_case_and_stays_where_it_was_first_said_to_be(
    world: World,
) -> None:
    first, second = world.desks
    dock, left, right, other = world.spots
    assert receive(first, PLATES[0], dock) == receive(second, PLATES[0], dock)
    await world.level()
    assert await rows(world.pool, "SELECT count(*) FROM place WHERE kind = 'plate'") == [(1,)]
    carry(first, PLATES[0], left)
    carry(second, PLATES[0], right)
    assert (standing(first), standing(second)) == ({PLATES[0]: left}, {PLATES[0]: right})
    assert first.is_rebuilt("plate", "plate_move")
    await world.level()
    assert standing(first) == standing(second) == {PLATES[0]: left}
    assert await rows(world.pool, "SELECT kind, subject, detail FROM cases") == [
        ("plate.elsewhere", PLATES[0], "Head office has it at B0; the terminal carried it to B1")
    ]
    carry(second, PLATES[0], other)
    await world.level()
    assert standing(first) == standing(second) == {PLATES[0]: other}
    assert await rows(world.pool, "SELECT applied FROM plate_move ORDER BY occurred_at, chain, seq") == [
        (True,), (False,), (True,),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
async def test_goods_on_plates_are_neither_made_nor_lost(world: World, seed: int) -> None:
    rng = random.Random(seed)
    received = Counter[str]()
    for _ in range(14):
        desk, sscc, spot = rng.choice(world.desks), rng.choice(PLATES), rng.choice(world.spots)
        if sscc not in standing(desk) or rng.random() < 0.3:
            times = rng.randint(1, 5)
            receive(desk, sscc, spot, times)
            received += Counter(dict.fromkeys(GOODS, times * 1000))
        elif rng.random() < 0.5:
            carry(desk, sscc, spot)
        else:
            unload(desk, sscc, spot)
        if rng.random() < 0.3:
            await world.level()
    await world.level()
    told = await centre_held(world.pool)
    for product in GOODS:
        assert sum(milli for key, milli in told.items() if key[0] == product) == received[product]
    assert world.desks[0].held() == world.desks[1].held() == told
    assert standing(world.desks[0]) == standing(world.desks[1])
    assert not (await verify_centre(world.pool))["problems"]


def unload(desk: Desk, sscc: str, to: str) -> None:
    """Take everything off a plate, as this desk's book has it; with nothing on it nothing happens."""
    with desk.terminal.database.reading() as connection:
        plate = next(place.id for place in places.read_tree(connection).places.values() if place.code == sscc)
    if not any(milli > 0 for (_, place, _), milli in desk.held().items() if place == plate):
        return
    task = tasks.open_task(desk.terminal, WIM, TaskKind.PUT_AWAY)
    carrying.scan_plate(desk.terminal, WIM, task.id, sscc)
    carrying.scan_all(desk.terminal, task.id)
    tasks.scan_place(desk.terminal, task.id, to, to)
    tasks.post_task(desk.terminal, WIM, task.id)


async def test_goods_put_elsewhere_than_was_suggested_are_known_at_both_ends(world: World) -> None:
    desk = world.desks[0]
    dock, suggested, chosen, _ = world.spots
    plate = receive(desk, PLATES[0], dock)
    task = tasks.open_task(desk.terminal, WIM, TaskKind.PUT_AWAY)
    carrying.scan_plate(desk.terminal, WIM, task.id, PLATES[0])
    tasks.scan_goods(desk.terminal, task.id, goods(GOODS[0]), 2, place_id=suggested)
    tasks.scan_place(desk.terminal, task.id, chosen, "B1")
    tasks.post_task(desk.terminal, WIM, task.id)
    await world.level()
    kept = "SELECT product_id::text, suggested_place_id::text, chosen_place_id::text, quantity_milli FROM put_override"
    assert await rows(world.pool, kept) == [(GOODS[0], suggested, chosen, 2000)]
    with desk.terminal.database.reading() as connection:
        own = connection.exec_driver_sql("SELECT suggested_place_id, chosen_place_id FROM put_override").all()
    assert [tuple(row) for row in own] == [(suggested, chosen)]
    assert desk.is_rebuilt("put_override")
    told = await centre_held(world.pool)
    assert (told[GOODS[0], chosen, ""], told[GOODS[0], plate, ""]) == (2000, 3000)
