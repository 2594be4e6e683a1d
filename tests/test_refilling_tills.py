"""A pick face that lacks goods: a picking waits at one till until another has brought them, or goes at once."""

from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from desktop.domain.order import OrderKind
from desktop.domain.picking import PickStep
from desktop.domain.place import plate_id
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import picking
from desktop.operations.picking_scans import take_scan
from desktop.operations.refilling import read_waits
from desktop.operations.task_codes import read_codes
from desktop.store import orders
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.goods.shops import read_shops, save_shop
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.refilling import refill_all
from server_stub.orders.releasing import release_order
from sync.wire.places import Place
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, new_id
from tests.test_picking_tills import CODES, SOAP, TEA, set_up

HIGH, FAR = new_id(), new_id()
REFILLS = "SELECT ended_at IS NOT NULL, priority FROM work_order WHERE kind = 'refill' ORDER BY opened_at, id"


async def lay_out(pool: Pool, ground: Ground, clock: SettableClock) -> None:
    """Shelf A is the pick face of soap with one in it; ten lie behind it in two bins, and the tea lies at its own."""
    face = Place(id=ground.shelf, code="A", name="", kind="shelf", product_id=SOAP, min_milli=1_000, max_milli=8_000)
    stock = {(SOAP, ground.shelf): 1_000, (SOAP, HIGH): 6_000, (SOAP, FAR): 4_000, (TEA, ground.shelf): 2_000}
    async with pool.connection() as conn:
        await conn.execute("UPDATE shop SET selling_place_id = %s WHERE id = %s", (ground.waste, ground.shop))
        for place in (face, Place(id=HIGH, code="Z-1", name="", kind="bin"),
                      Place(id=FAR, code="Z-2", name="", kind="bin")):  # fmt: skip
            await save_place(conn, ground.shop, place)
        for (product, at), milli in stock.items():
            await move_stock(conn, defaultdict(int, {(ground.shop, product, at, ""): milli}))
    await refill_all(pool, clock.now())


def fetch(desk: Desk, number: str, *codes: str, at_once: bool = False) -> None:
    """Pick an order, or refill a face."""
    task = picking.begin_picking(desk.terminal, WIM, [number], at_once=at_once)
    for code in codes:
        take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
    picking.post_picking(desk.terminal, WIM, task.id)


def refill_of(desk: Desk) -> str:
    with desk.terminal.database.reading() as connection:
        [order] = orders.list_open(connection, OrderKind.REFILL)
    return order.number


def waits(desk: Desk) -> list[tuple[str, ...]]:
    with desk.terminal.database.reading() as connection:
        return list(read_waits(connection, orders.list_open(connection, OrderKind.PICKING)).values())


def begins(desk: Desk) -> str:
    """What the picking is refused with; it is dropped again where it is not."""
    try:
        task = picking.begin_picking(desk.terminal, WIM, ["P-7"])
    except Refusal as refusal:
        return refusal.code
    picking.drop_picking(desk.terminal, WIM, task.id)
    return ""


async def test_a_picking_waits_for_its_refill_and_goes_on_when_it_is_done(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    await lay_out(pool, ground, clock)
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    soap = CODES[SOAP]
    try:
        assert [waits(desk) for desk in desks] == [[("A",)], [("A",)]]
        assert begins(desks[1]) == "order.waits"
        task = picking.begin_picking(desks[0].terminal, WIM, [refill_of(desks[0])])
        assert task.kind is TaskKind.REFILL
        for code in ("Z-1", f"{soap}", *[soap] * 5, "Z-2", soap):
            take_scan(desks[0].terminal, WIM, task.id, read_codes(desks[0].terminal), code)
        with pytest.raises(Refusal, match="still in hand"):
            picking.post_picking(desks[0].terminal, WIM, task.id)
        with pytest.raises(Refusal) as caught:
            take_scan(desks[0].terminal, WIM, task.id, read_codes(desks[0].terminal), "Z-2")
        assert caught.value.facts == {"expected": "A", "scanned": "Z-2"}
        take_scan(desks[0].terminal, WIM, task.id, read_codes(desks[0].terminal), "A")
        picking.post_picking(desks[0].terminal, WIM, task.id)
        assert (waits(desks[0]), waits(desks[1])) == ([], [("A",)]), "here at once, there when it is heard"
        await desks[0].push(pool, centre)
        await desks[1].pull(pool, centre)
        assert (waits(desks[1]), begins(desks[1])) == ([], "")
        assert await rows(pool, REFILLS) == [(True, 1)]
        fetch(desks[1], "P-7", "A", *[soap] * 5, CODES[TEA], CODES[TEA])
        await desks[1].push(pool, centre)
        held = await centre_held(pool)
        lying = {place: held.get((SOAP, place, ""), 0) for place in (ground.shelf, HIGH, FAR)}
        assert lying == {ground.shelf: 3_000, HIGH: 0, FAR: 3_000}
        await refill_all(pool, clock.now())
        assert await rows(pool, REFILLS) == [(True, 1)], "it has its least, and nothing waits"
    finally:
        for desk in desks:
            desk.close()


async def test_who_wants_it_at_once_fetches_the_rest_from_where_it_lies(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, order = await set_up(pool, clock)
    async with pool.connection() as conn:  # of which place the soap comes is not said
        await conn.execute("UPDATE work_order_line SET place_id = NULL WHERE order_id = %s AND n = 1", (order,))
    await lay_out(pool, ground, clock)
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        assert begins(desk) == "order.waits"
        async with pool.connection() as conn:
            assert await release_order(conn, ground.shop, order)
        await desk.pull(pool, centre)
        assert (waits(desk), begins(desk)) == ([], "")
        fetch(desk, "P-7", "A", CODES[SOAP], CODES[TEA], CODES[TEA], "Z-1", *[CODES[SOAP]] * 4)
        await desk.push(pool, centre)
        held = await centre_held(pool)
        assert held[SOAP, HIGH, ""] == 2_000
    finally:
        desk.close()


async def test_a_face_that_is_empty_is_refilled_whatever_the_book_says_and_a_bin_that_is_empty_is_counted(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    await lay_out(pool, ground, clock)
    async with pool.connection() as conn:
        await conn.execute("UPDATE work_order SET ended_at = now() WHERE kind = 'refill'")
        await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, ground.shelf, ""): 6_000}))
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    soap = CODES[SOAP]
    try:
        fetch(desk, "P-7", "A", soap, "CMD:SHORT empty", CODES[TEA], CODES[TEA])
        await desk.push(pool, centre)
        await refill_all(pool, clock.now())
        await desk.pull(pool, centre)
        assert (waits(desk), begins(desk)) == ([("A",)], "order.waits"), "the book has six there"
        fetch(desk, refill_of(desk), "Z-1", soap, "CMD:SHORT less", "Z-2", soap, soap, "A")
        await desk.push(pool, centre)
        counts = """SELECT l.place_id::text FROM work_order o JOIN work_order_line l ON l.order_id = o.id
            WHERE o.kind = 'count' ORDER BY o.opened_at, o.id"""
        assert {place for (place,) in await rows(pool, counts)} == {ground.shelf, HIGH}
        assert await rows(pool, REFILLS) == [(True, 1), (True, 1)], "what it lacks is asked for anew"
        await desk.pull(pool, centre)
        assert begins(desk) == ""
    finally:
        desk.close()


async def test_a_plate_in_a_bin_behind_is_found_where_it_stands(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    sscc = "340123450000000017"
    plate = plate_id(ground.shop, sscc)
    await lay_out(pool, ground, clock)
    async with pool.connection() as conn:
        await conn.execute("UPDATE work_order SET ended_at = now() WHERE kind = 'refill'")
        await save_place(conn, ground.shop, Place(id=plate, code=sscc, name=sscc, kind="plate", parent=FAR))
        for place, milli in ((HIGH, -6_000), (FAR, -4_000), (plate, 9_000)):
            await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, place, ""): milli}))
    await refill_all(pool, clock.now())
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        task = picking.begin_picking(desk.terminal, WIM, [refill_of(desk)])
        codes = read_codes(desk.terminal)
        with pytest.raises(Refusal) as caught:
            take_scan(desk.terminal, WIM, task.id, codes, "Z-1")
        assert caught.value.facts["expected"] == "Z-2 / 000017", "where it stands, and which it is"
        with pytest.raises(Refusal) as caught:
            take_scan(desk.terminal, WIM, task.id, codes, "]C100340123450000000024")
        assert caught.value.code == "code.unknown"
        fetch(desk, refill_of(desk), f"]C100{sscc}", *[CODES[SOAP]] * 7, "A")
        await desk.push(pool, centre)
        held = await centre_held(pool)
        assert (held[SOAP, plate, ""], held[SOAP, ground.shelf, ""]) == (2_000, 8_000)
    finally:
        desk.close()


async def test_a_refill_has_a_level_of_its_own_and_the_face_is_scanned_in_any_case(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    await lay_out(pool, ground, clock)
    async with pool.connection() as conn:
        shop = (await read_shops(conn, [ground.shop]))[ground.shop]
        terms = msgspec.structs.replace(shop.stock_terms, confirm_refill="place")
        await save_shop(conn, msgspec.structs.replace(shop, selling_place_id=ground.waste, stock_terms=terms))
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        with pytest.raises(Refusal, match="still in hand"):
            fetch(desk, refill_of(desk), "Z-1", "Z-2")
        fetch(desk, refill_of(desk), "A")
        await desk.push(pool, centre)
        held = await centre_held(pool)
        assert held[SOAP, ground.shelf, ""] == 8_000
        task = picking.begin_picking(desk.terminal, WIM, ["P-7"])
        step = take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), "A")
        assert step.step is PickStep.GOODS, "orders have the strict one still"
    finally:
        desk.close()
