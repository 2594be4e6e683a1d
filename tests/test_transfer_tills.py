"""Goods between two shops at real terminals and a real centre, offline and late: nothing is made or lost."""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.domain.order import Order, OrderKind
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.domain.stock import GoodsMoved, Movement
from desktop.domain.task import Task
from desktop.operations import receiving, tasks, transfers
from desktop.operations.stock import record_document
from desktop.store import orders, stock
from server_stub.centre import Centre, load_centre
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.journal.verify import verify_centre
from server_stub.orders.keeping import Draft, Wanted, make_order
from sync.wire.places import Place
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, make_ground, new_id

DEEDS = ("buy", "send", "send", "arrive", "arrive", "arrive", "settle", "meet", "meet", "meet")
SOAP, TEA, GUM = GOODS = tuple(new_id() for _ in range(3))


async def make_shop(pool: Pool, name: str) -> tuple[Ground, dict[str, str]]:
    """Make a shop that can send and take in; gives its places by kind, too."""
    async with pool.connection() as conn:
        ground = await make_ground(conn, name)
        more = {kind: new_id() for kind in ("receiving", "transit", "lost_and_found")}
        for kind, place in more.items():
            await save_place(conn, ground.shop, Place(id=place, code=kind, name=kind, kind=kind))
    return ground, more


def scan(desk: Desk, task: Task, goods: dict[str, int]) -> None:
    """Scan pieces."""
    for product, pieces in goods.items():
        tasks.scan_goods(desk.terminal, task.id, Found(Product(product, "", "", "pcs", 0, 0), "x"), pieces)


def buy(desk: Desk, ground: Ground, goods: dict[str, int]) -> None:
    """Goods come from the supplier."""
    moves = [Movement(product, ground.supplier, ground.shelf, pieces * 1000) for product, pieces in goods.items()]
    with desk.terminal.database.writing() as connection:
        bought = GoodsMoved(new_id(), "received", tuple(moves))
        record_document(connection, desk.terminal, WIM, bought, Right.MOVE_GOODS)


def send(desk: Desk, to: str, goods: dict[str, int]) -> str:
    """Send pieces that nobody ordered, and give the document."""
    shop = transfers.find_neighbour(desk.terminal, to)
    task = transfers.begin_sending(desk.terminal, WIM, shop)
    scan(desk, task, goods)
    return receiving.post(desk.terminal, WIM, task.id).document_id


def take_in(desk: Desk, order: str, goods: dict[str, int], *, ends: bool = False) -> GoodsMoved:
    """Take in pieces that came."""
    _, task = receiving.begin(desk.terminal, WIM, order, OrderKind.ARRIVAL)
    scan(desk, task, goods)
    return receiving.post(desk.terminal, WIM, task.id, ends=ends, reason="as it is")


def arrivals(desk: Desk) -> list[Order]:
    """Give what is on its way to a desk's shop."""
    with desk.terminal.database.reading() as connection:
        return orders.list_open(connection, OrderKind.ARRIVAL)


async def level(pool: Pool, centre: Centre, desks: Sequence[Desk]) -> None:
    """Bring all desks and the centre to the same."""
    for desk in desks:
        await desk.push(pool, centre)
    for desk in desks:
        await desk.pull(pool, centre)


async def check(pool: Pool, desks: Sequence[Desk], bought: Counter[str]) -> None:
    """Every desk has the centre's figures of its shop, the company what was bought, and its ways what is to arrive."""
    told = await centre_held(pool)
    places = dict(await rows(pool, "SELECT id::text, shop_id::text FROM place"))
    for desk in desks:
        assert desk.held() == {key: milli for key, milli in told.items() if places[key[1]] == desk.shop}
    company: Counter[str] = Counter()
    for (product, _, _), milli in told.items():
        company[product] += milli
    assert company == bought
    on_the_way = await rows(pool, "SELECT id::text FROM place WHERE kind = 'transit'")
    lying = {key: milli for key, milli in told.items() if (key[1],) in on_the_way}
    query = """SELECT product_id::text, source_place_id::text, l.lot, sum(quantity_milli - done_milli)::bigint
        FROM work_order o JOIN work_order_line l ON l.order_id = o.id WHERE kind = 'arrival' AND ended_at IS NULL
        GROUP BY 1, 2, 3 HAVING sum(quantity_milli - done_milli) <> 0"""
    assert lying == {(product, place, lot): milli for product, place, lot, milli in await rows(pool, query)}
    assert not (await verify_centre(pool))["problems"]


async def test_an_order_to_send_a_parcel_that_lacks_something_and_what_becomes_of_it(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    (here, _), (there, away) = await make_shop(pool, "Here"), await make_shop(pool, "There")
    async with pool.connection() as conn:
        wanted = (Wanted(SOAP, 5_000), Wanted(TEA, 2_000))
        draft = Draft("sending", "TR-1", wanted, partner="There", target_place=away["transit"])
        await make_order(conn, here.shop, draft, clock.now())
    source = await open_desk(pool, centre, here, tmp_path, "source", clock)
    target, other = [await open_desk(pool, centre, there, tmp_path, name, clock) for name in ("target", "other")]
    desks = (source, target, other)
    bought: Counter[str] = Counter({SOAP: 9_000, TEA: 9_000, GUM: 1_000})
    try:
        buy(source, here, {SOAP: 9, TEA: 9, GUM: 1})
        with pytest.raises(Refusal, match="cannot be sent"):
            transfers.find_neighbour(source.terminal, "Here")
        _, task = receiving.begin(source.terminal, WIM, "TR-1", OrderKind.SENDING)
        scan(source, task, {SOAP: 5, TEA: 2})
        assert receiving.post(source.terminal, WIM, task.id).ends_order
        assert (source.held()[SOAP, here.shelf, ""], arrivals(target)) == (4_000, [])
        await level(pool, centre, desks)
        await check(pool, desks, bought)
        (coming,) = arrivals(target)
        assert (coming.number, coming.partner, [line.open_milli for line in coming.lines]) == (
            "TR-1",
            "Here",
            [5_000, 2_000],
        )
        with target.terminal.database.reading() as connection:
            book = {part.incarnation: part.seq for part in stock.read_contained(connection)}
        with source.terminal.database.reading() as connection:
            sealed = {part.incarnation: part.seq for part in stock.read_contained(connection)}
        assert book.items() >= sealed.items(), "who counts what is on its way says which entries of the sender are in"

        assert not take_in(target, "TR-1", {SOAP: 4, TEA: 3, GUM: 1}, ends=True).ends_order
        assert target.held()[SOAP, away["receiving"], ""] == 4_000
        await level(pool, centre, desks)
        await check(pool, desks, bought)
        cases = "SELECT subject, shop_id::text FROM cases WHERE kind = 'transfer.difference' AND closed_at IS NULL"
        assert await rows(pool, cases) == [("TR-1, Here", there.shop)]
        (coming,) = arrivals(other)
        assert [line.done_milli - line.quantity_milli for line in coming.lines] == [-1_000, 1_000, 1_000]

        transfers.settle_difference(other.terminal, WIM, "TR-1", "lost")
        assert arrivals(other) == []
        await level(pool, centre, desks)
        await check(pool, desks, bought)
        assert (await rows(pool, cases), arrivals(target)) == ([], [])
        assert {key[0]: milli for key, milli in target.held().items() if key[1] == away["lost_and_found"]} == {
            SOAP: 1_000,
            TEA: -1_000,
            GUM: -1_000,
        }
    finally:
        for desk in desks:
            desk.close()


@pytest.mark.parametrize("seed", range(5))
async def test_whatever_two_shops_send_each_other_the_company_has_what_it_bought(
    pool: Pool, clock: SettableClock, tmp_path: Path, seed: int
) -> None:
    centre, rng = await load_centre(pool), random.Random(seed)
    grounds = {name: (await make_shop(pool, name))[0] for name in ("Here", "There")}
    homes = ("Here", "There", "There")
    desks = [await open_desk(pool, centre, grounds[home], tmp_path, f"{n}", clock) for n, home in enumerate(homes)]
    bought: Counter[str] = Counter()
    try:
        for _ in range(40):
            at = rng.randrange(3)
            desk, home, away = desks[at], homes[at], "There" if homes[at] == "Here" else "Here"
            goods = {product: rng.randint(1, 4) for product in rng.sample(GOODS, rng.randint(1, 3))}
            clock.advance(seconds=rng.randint(1, 600))
            coming, deed = arrivals(desk), rng.choice(DEEDS)
            if deed == "buy":
                buy(desk, grounds[home], goods)
                bought.update({product: pieces * 1000 for product, pieces in goods.items()})
            elif deed == "send":
                send(desk, away, goods)
            elif deed == "arrive" and coming:
                order = rng.choice(coming)
                exact = {line.product_id: line.open_milli // 1000 for line in order.lines if line.open_milli}
                take_in(desk, order.id, exact if rng.random() < 0.5 and exact else goods, ends=rng.random() < 0.5)
            elif deed == "settle" and any(not one.is_done for one in coming):
                order = rng.choice([one for one in coming if not one.is_done])
                transfers.settle_difference(desk.terminal, WIM, order.id, rng.choice(["found", "lost"]))
            elif deed == "meet":
                await desk.push(pool, centre)
                await desk.pull(pool, centre)
        await level(pool, centre, desks)
        await check(pool, desks, bought)
        for order in arrivals(desks[1]):
            transfers.settle_difference(desks[1].terminal, WIM, order.id, "found")
        await level(pool, centre, desks)
        await check(pool, desks, bought)
        assert [arrivals(desk) for desk in desks[1:]] == [[], []]
    finally:
        for desk in desks:
            desk.close()
