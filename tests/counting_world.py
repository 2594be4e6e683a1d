"""Goods at two tills while they are counted: what really lies where, what people do, and what they decide."""

import random
from collections import Counter
from pathlib import Path

import msgspec

from desktop.domain.product import Found, Product
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved, Movement
from desktop.domain.task import TaskKind
from desktop.operations import counting, tasks
from desktop.operations.stock import record_document
from desktop.store import orders
from server_stub.centre import Centre, load_centre
from server_stub.counts.deciding import decide_late, decide_matter
from server_stub.counts.matters import list_matters_of
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from server_stub.jobs.late_counts import find_late
from server_stub.journal.verify import verify_centre
from sync.wire.changes import Place
from sync.wire.counts import CountTerms, Matter
from tests.desks import WIM, Desk, Held, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, make_ground, new_id, shop_terms
from tests.server.working import make_place

GOODS = tuple(new_id() for _ in range(3))
LOTS = ("", "L1")
LIMIT_MILLI = 1000
ANN, EVE = (Person(f"00000000-0000-7000-8000-00000000000{n}", name, name, "admin") for n, name in ((2, "a"), (3, "e")))
Key = tuple[str, str, str]


class World:
    """What really lies where, and two desks that write down what they do. `lost` happens and nobody writes it down.

    `wrong` are the counts (count, product, place, lot) that were miscounted.
    """

    def __init__(
        self, seed: int, ground: Ground, lost: str, repacking: str, desks: list[Desk], clock: SettableClock
    ) -> None:
        self.rng, self.ground, self.desks, self.clock = random.Random(seed), ground, desks, clock
        self.places = (ground.shelf, ground.waste, lost)
        self.repacking = repacking
        self.real: Counter[Key] = Counter()
        self.wrong: set[tuple[str, str, str, str]] = set()

    def places_of_goods(self) -> list[Key]:
        """Everything that may lie at a place that is counted."""
        return [(product, place, lot) for product in GOODS for place in self.places[:2] for lot in LOTS]

    def move(self, desk: Desk) -> None:
        """Carry some goods; a delivery when there is nothing to carry."""
        self.clock.advance(seconds=self.rng.randint(1, 90))
        there = [key for key in self.real if self.real[key] > 0]
        if not there or self.rng.random() < 0.4:
            product, source, lot = self.rng.choice(GOODS), self.ground.supplier, self.rng.choice(LOTS)
            milli = self.rng.randint(1, 20) * 500
        else:
            product, source, lot = self.rng.choice(there)
            milli = self.rng.randint(1, self.real[product, source, lot])
        if source == self.ground.shelf and self.rng.random() < 0.25:
            self._repack(desk, (product, source, lot), milli)
            return
        ways = (self.ground.shelf, self.ground.waste, self.ground.customer)
        self._carry(desk, (product, source, lot), self.rng.choice([place for place in ways if place != source]), milli)

    def sell(self, desk: Desk, keys: list[Key]) -> None:
        """Sell some of these: goods that leave make no counted place wrong."""
        there = [key for key in keys if self.real[key] > 0]
        if there:
            key = self.rng.choice(there)
            self.clock.advance(seconds=1)
            self._carry(desk, key, self.ground.customer, self.rng.randint(1, self.real[key]))

    def _carry(self, desk: Desk, key: Key, target: str, milli: int) -> None:
        product, source, lot = key
        self.real[key] -= milli
        self.real[product, target, lot] += milli
        document = GoodsMoved(new_id(), "moved", (Movement(product, source, target, milli, lot),))
        with desk.terminal.database.writing() as connection:
            record_document(connection, desk.terminal, WIM, document, Right.MOVE_GOODS)

    def _repack(self, desk: Desk, key: Key, milli: int) -> None:
        """Make something else of goods; as much as anybody likes comes of them."""
        product, place, lot = key
        other, made_milli = self.rng.choice([each for each in GOODS if each != product]), self.rng.randint(1, 9000)
        self.real[key] -= milli
        self.real[other, place, lot] += made_milli
        lines = (
            Movement(product, place, self.repacking, milli, lot),
            Movement(other, self.repacking, place, made_milli, lot),
        )
        with desk.terminal.database.writing() as connection:
            document = GoodsMoved(new_id(), "repacked", lines)
            record_document(connection, desk.terminal, WIM, document, Right.ADJUST_STOCK)

    def steal(self) -> None:
        """Take some goods; nobody writes it down."""
        for key in list(self.real):
            if key[1] in self.places[:2] and self.real[key] > 0 and self.rng.random() < 0.4:
                self.real[key] -= self.rng.randint(1, self.real[key])

    def count(self, desk: Desk, task_id: str, key: Key, *, badly: bool = False) -> None:
        """Count what really lies there of one product and lot; badly is so much more that it has to wait."""
        self.clock.advance(seconds=self.rng.randint(1, 90))
        product, place, lot = key
        found = Found(Product(product, "", "", "pcs", 0, 0), "x", quantity_milli=self.real[key], lot=lot)
        if not self.real[key]:
            tasks.scan_place(desk.terminal, task_id, place, "x")
            return
        scan = tasks.scan_goods(desk.terminal, task_id, found, place_id=place)
        if badly:
            more_milli = max(scan.book_milli - self.real[key], 0) + LIMIT_MILLI + self.rng.randint(1, 5000)
            more = Found(found.product, "x", quantity_milli=more_milli, lot=lot)
            tasks.scan_goods(desk.terminal, task_id, more, place_id=place)
            self.wrong.add((task_id, *key))

    def inside(self) -> Held:
        """What really lies at the places that are counted."""
        return {key: milli for key, milli in self.real.items() if milli and key[1] in self.places[:2]}


async def make_world(
    pool: Pool, clock: SettableClock, folder: Path, seed: int, terms: CountTerms
) -> tuple[World, Centre]:
    """A shop that counts by these terms, and its two desks."""
    centre, lost, repacking = await load_centre(pool), new_id(), new_id()
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        await save_shop(conn, msgspec.structs.replace(shop_terms(ground, "Corner"), counting=terms))
        await save_place(conn, ground.shop, Place(id=lost, code="L", name="lost", kind="lost_and_found"))
        await save_place(conn, ground.shop, Place(id=repacking, code="R", name="repacking", kind="repacking"))
    desks = [await open_desk(pool, centre, ground, folder, name, clock) for name in ("a", "b")]
    return World(seed, ground, lost, repacking, desks, clock), centre


async def check(world: World, pool: Pool) -> None:
    """Everybody has what is really there, and nothing was made or lost."""
    told = await centre_held(pool)
    assert {key: milli for key, milli in told.items() if key[1] != world.places[2]} == world.inside()
    for desk in world.desks:
        assert desk.held() == told
    assert not (await verify_centre(pool))["problems"]


async def level(world: World, pool: Pool, centre: Centre) -> None:
    """Bring both desks and the centre to the same."""
    for desk in world.desks:
        await desk.push(pool, centre)
    for desk in world.desks:
        await desk.pull(pool, centre)


async def decided_days(world: World, pool: Pool, centre: Centre, folder: Path, days: int) -> None:
    """Live through days of counts; whenever all is put right, and at the end, everybody has what is really there.

    On some days nobody looks at what came late, and the next count has to make up for it.
    """
    for day in range(1, days + 1):
        await _decided_day(world, pool, centre)
        if day == days or world.rng.random() < 0.5:
            await _accept_late(world, pool, folder)
            await level(world, pool, centre)
            await check(world, pool)


async def _decided_day(world: World, pool: Pool, centre: Centre) -> None:
    """Two count the same places without knowing of one another, and badly now and then, while goods are sold.

    Then somebody else recounts, and people decide at tills that do not know of one another either, and at the centre:
    for a count that is right.
    """
    rng = world.rng
    for _ in range(rng.randint(3, 8)):
        world.move(rng.choice(world.desks))
    world.steal()
    await level(world, pool, centre)
    _count_together(world, both=rng.random() < 0.7)
    for desk in rng.sample(world.desks, 2):
        await desk.push(pool, centre)
        if rng.random() < 0.5:
            world.move(desk)
    await level(world, pool, centre)
    _recount(world, rng.choice(world.desks))
    await level(world, pool, centre)
    await _decide_all(world, pool, rng)
    await level(world, pool, centre)


def _count_together(world: World, *, both: bool) -> None:
    """Count everything at one desk or at both, each key at its own moment, and sell meanwhile."""
    rng = world.rng
    who = list(zip(world.desks, (WIM, ANN), strict=True))
    opened = [(desk, person, tasks.open_task(desk.terminal, person, TaskKind.COUNT)) for desk, person in who]
    opened = opened if both else [rng.choice(opened)]
    steps = [(desk, task.id, key) for desk, _, task in opened for key in world.places_of_goods()]
    for desk, task_id, key in rng.sample(steps, len(steps)):
        world.count(desk, task_id, key, badly=rng.random() < 0.15)
        if rng.random() < 0.2:
            world.sell(rng.choice(world.desks), world.places_of_goods())
    for desk, person, task in opened:
        world.clock.advance(seconds=1)
        counting.post_count(desk.terminal, person, task.id, zero_uncounted=True)


def _recount(world: World, desk: Desk) -> None:
    """Do every recount that is ordered, by somebody who has not counted yet."""
    with desk.terminal.database.reading() as connection:
        ordered = orders.list_open(connection)
    for order in ordered:
        task = tasks.open_task(desk.terminal, EVE, TaskKind.COUNT, order_id=order.id)
        for line in order.lines:
            world.count(desk, task.id, (line.product_id, line.place_id, line.lot))
        world.clock.advance(seconds=1)
        counting.post_count(desk.terminal, EVE, task.id)


async def _decide_all(world: World, pool: Pool, rng: random.Random) -> None:
    """Decide all that waits, each matter at the centre, at a desk, or at several of them at once."""
    async with pool.connection() as conn:
        waiting = await list_matters_of(conn, world.ground.shop)
    for matter in waiting:
        for place in rng.sample(["centre", *world.desks], rng.randint(1, 3)):
            choice = rng.choice(_right(world, matter))
            if isinstance(place, Desk):
                counting.decide(place.terminal, WIM, matter.id, str(choice + 1))
            elif await rows(pool, "SELECT 1 FROM count_matter WHERE id = %s AND decided_at IS NULL", matter.id):
                one = matter.counts[choice]
                async with pool.connection() as conn:
                    await decide_matter(conn, matter.id, (one.count_id, one.n), world.clock.now(), WIM.id)


def _right(world: World, matter: Matter) -> list[int]:
    """Name the counts of a matter that were counted well."""
    key = (matter.product_id, matter.place_id, matter.lot)
    right = [n for n, one in enumerate(matter.counts) if (one.count_id, *key) not in world.wrong]
    assert right, "nobody counted it well"
    return right


async def _accept_late(world: World, pool: Pool, folder: Path) -> None:
    """Put right what came late for counts."""
    await find_late(await make_place(pool, world.clock, folder), {})
    late = await rows(pool, "SELECT DISTINCT count_id::text, n FROM count_late WHERE decided = ''")
    for count_id, n in late:
        async with pool.connection() as conn:
            await decide_late(conn, count_id, n, world.clock.now(), WIM.id, accept=True)
