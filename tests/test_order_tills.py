"""Orders at real terminals and a real centre: filled by two at once, counted once, and gone when they are done."""

from pathlib import Path

from sqlalchemy import select

from desktop.domain.order import OrderKind
from desktop.domain.product import Found, Product
from desktop.domain.stock import Deviation
from desktop.domain.task import Task, TaskKind
from desktop.operations import receiving, tasks
from desktop.operations.orders import find_order, take_order
from desktop.store import orders
from desktop.store.order_tables import order
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.orders.keeping import Draft, Wanted, make_order
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import make_ground, new_id

SOAP, TEA = new_id(), new_id()


def receive(desk: Desk, place: str, goods: dict[str, int], *, ends: bool = False, missing: int = 0) -> str:
    """Receive pieces against the order P-7, and give the document."""
    found = find_order(desk.terminal, "P-7")
    task = tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=place, order_id=found.id)
    for product, pieces in goods.items():
        tasks.scan_goods(desk.terminal, task.id, Found(Product(product, "", "", "pcs", 0, 0), "x"), pieces)
    short = (Deviation(TEA, missing * 1000, "short", "not in the van"),) if missing else ()
    return tasks.post_task(desk.terminal, WIM, task.id, ends_order=ends, deviations=short).document_id


def left(desk: Desk) -> list[int]:
    """What is still to come by line, in thousandths; nothing when the order is not open here."""
    with desk.terminal.database.reading() as connection:
        found = orders.list_open(connection, OrderKind.RECEIPT)
    return [line.open_milli for order in found for line in order.lines]


async def test_two_desks_fill_an_order_and_nothing_counts_twice(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        wanted = (Wanted(SOAP, 10_000), Wanted(TEA, 5_000))
        ident = await make_order(conn, ground.shop, Draft("receipt", "P-7", wanted, partner="Soapworks"), clock.now())
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    one, other = desks
    try:
        take_order(one.terminal, WIM, ident)
        receive(one, ground.shelf, {SOAP: 4})
        receive(other, ground.shelf, {SOAP: 2, TEA: 1})
        assert (left(one), left(other)) == ([6_000, 5_000], [8_000, 4_000])
        for desk in desks:
            await desk.push(pool, centre)
        for desk in desks:
            await desk.pull(pool, centre)
        assert left(one) == left(other) == [4_000, 4_000]
        found = find_order(other.terminal, "P-7")
        assert (found.taken_by, found.partner, len(found.documents)) == (WIM.id, "Soapworks", 2)

        last = receive(one, ground.shelf, {SOAP: 4}, ends=True, missing=4)
        assert (left(one), left(other)) == ([], [4_000, 4_000])
        assert one.is_rebuilt("order_done", "order_end")
        await one.push(pool, centre)
        await other.pull(pool, centre)
        assert left(other) == []
        assert await rows(pool, "SELECT n, done_milli FROM work_order_line ORDER BY n") == [(1, 10_000), (2, 1_000)]
        assert await rows(pool, "SELECT document_id::text, kind, quantity_milli FROM deviation") == [
            (last, "short", 4_000)
        ]
    finally:
        for desk in desks:
            desk.close()


async def test_goods_go_back_to_their_supplier_and_the_centre_knows_what_was_not_as_ordered(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        wanted = (Wanted(SOAP, 3_000), Wanted(TEA, 1_000))
        draft = Draft("supplier_return", "R-7", wanted, partner="Soapworks", source_place=ground.shelf)
        await make_order(conn, ground.shop, draft, clock.now())
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        scan(desk, tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=ground.shelf), 5)
        returned, task = receiving.begin(desk.terminal, WIM, "R-7")
        assert (returned.kind, task.kind) == (OrderKind.SUPPLIER_RETURN, TaskKind.SUPPLIER_RETURN)
        scan(desk, task, 4, ends=True)
        await desk.push(pool, centre)
        await desk.pull(pool, centre)
        assert desk.held() == await centre_held(pool) == {(SOAP, ground.shelf, ""): 1_000}
        with desk.terminal.database.reading() as connection:
            assert orders.list_open(connection) == []
        assert await rows(pool, "SELECT kind, quantity_milli, reason FROM deviation ORDER BY kind") == [
            ("over", 1_000, "as agreed"),
            ("short", 1_000, "as agreed"),
        ]
    finally:
        desk.close()


def scan(desk: Desk, task: Task, pieces: int, *, ends: bool = False) -> None:
    """Scan soap and post the task."""
    tasks.scan_goods(desk.terminal, task.id, Found(Product(SOAP, "", "", "pcs", 0, 0), "x"), pieces)
    receiving.post(desk.terminal, WIM, task.id, ends=ends, reason="as agreed")


async def test_a_till_is_told_what_each_line_tolerates(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        wanted = (Wanted(SOAP, 10_000, over_ppm=0), Wanted(TEA, 10_000))
        draft = Draft("receipt", "P-8", wanted, "Soapworks", target_place=ground.shelf, over_ppm=100_000)
        await make_order(conn, ground.shop, draft, clock.now())
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        assert [line.over_ppm for line in find_order(desk.terminal, "P-8").lines] == [0, None]
        _, task = receiving.begin(desk.terminal, WIM, "P-8")
        for product in (SOAP, TEA):
            tasks.scan_goods(desk.terminal, task.id, Found(Product(product, "", "", "pcs", 0, 0), "x"), 11)
        lines = receiving.read_received(desk.terminal, task.id).lines
        assert [line.is_too_much for line in lines] == [True, False]
    finally:
        desk.close()


async def test_what_a_blind_order_expects_stays_at_the_centre_which_works_out_the_differences(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        wanted = (Wanted(SOAP, 7_311), Wanted(TEA, 5_000, over_ppm=100_000))
        draft = Draft("receipt", "P-9", wanted, "Soapworks", target_place=ground.shelf, over_ppm=300_000, blind=True)
        ident = await make_order(conn, ground.shop, draft, clock.now())
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    one, other = desks
    try:
        for desk in desks:
            with desk.terminal.database.reading() as connection:
                [told] = connection.execute(select(order.c.content)).scalars()
            assert ("7311" in told, "over_ppm" in told, '"quantity_milli"' in told) == (False, False, False)
        late = receiving.begin(other.terminal, WIM, "P-9")[1]
        _, task = receiving.begin(one.terminal, WIM, "P-9", OrderKind.BLIND_RECEIPT)
        assert receiving.read_received(one.terminal, task.id).lines == ()
        tasks.scan_goods(one.terminal, task.id, Found(Product(SOAP, "", "", "pcs", 0, 0), "x"), 4)
        receiving.post(one.terminal, WIM, task.id)
        assert find_order(one.terminal, "P-9").id == ident, "more may come until somebody says no"
        _, task = receiving.begin(one.terminal, WIM, "P-9")
        tasks.scan_goods(one.terminal, task.id, Found(Product(TEA, "", "", "pcs", 0, 0), "x"), 6)
        document = receiving.post(one.terminal, WIM, task.id, ends=True)
        assert document.deviations == (), "who counts does not know"
        await one.push(pool, centre)
        assert await rows(
            pool, "SELECT product_id::text, kind, quantity_milli, beyond FROM blind_difference ORDER BY n"
        ) == [
            (SOAP, "short", 3_311, True),
            (TEA, "over", 1_000, True),
        ]
        assert await rows(pool, OPEN) == [("P-9, Soapworks", f"{SOAP} 3.311, {TEA} -1")]

        tasks.scan_goods(other.terminal, late.id, Found(Product(SOAP, "", "", "pcs", 0, 0), "x"), 3)
        receiving.post(other.terminal, WIM, late.id)
        await other.push(pool, centre)
        assert await rows(pool, OPEN) == [("P-9, Soapworks", f"{SOAP} 0.311, {TEA} -1")], "what came late counts too"
        for desk in desks:
            await desk.pull(pool, centre)
            with desk.terminal.database.reading() as connection:
                assert orders.list_open(connection) == []
    finally:
        for desk in desks:
            desk.close()


OPEN = "SELECT subject, detail FROM cases WHERE kind = 'receipt.difference' AND closed_at IS NULL"
