"""One list of pickings: what a till picks an eckWMS client sees and the other way round, and two at once are a case."""

import base64
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PIL import Image

from desktop.domain.picking import PickStep
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import packing, picking, tasks
from desktop.operations.picking_scans import take_scan
from desktop.operations.task_codes import read_codes, understand
from desktop.store import orders
from server_stub.centre import Centre, load_centre
from server_stub.database import Pool
from server_stub.eckwms.client import Client
from server_stub.eckwms.pickings import confirm_line, read_route, validate
from server_stub.faults import Denied
from server_stub.goods.places import save_place
from server_stub.goods.reserving import reserve_orders
from server_stub.goods.shops import read_shops, save_shop
from server_stub.journal.ingest import land
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.keeping import Draft, Wanted, make_order
from server_stub.orders.picking_workers import read_workers
from server_stub.orders.supplies import bundle, close_supply
from server_stub.orders.supplies_paper import draw_paper
from sync.wire.changes import Code, Place, Product
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, make_ground, make_sale, new_id
from tests.server.terminal import Terminal as Pen
from tests.server.test_project_tickets import with_detail

SOAP, TEA = new_id(), new_id()
PACK = new_id()
CODES = {SOAP: "4006381333931", TEA: "4262373862555"}


async def set_up(pool: Pool, clock: SettableClock) -> tuple[Centre, Ground, str]:
    """A shop, its goods, and an order for five soap and two tea from shelf A."""
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        for ident, code in CODES.items():
            product = Product(
                id=ident, sku=code, name=code, unit="pcs", price_e4=1, rate_ppm=0, category="", codes=(Code(code),)
            )
            await conn.execute(
                """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                     track_lots, packed, position)
                   VALUES (%s, %s, %s, 'pcs', 1, 0, '', false, 0, true, false, %s, NULL)""",
                (ident, code, code, msgspec.msgpack.encode(product)),
            )
            await conn.execute("INSERT INTO product_code VALUES (%s, %s, 1000)", (code, ident))
        await save_place(conn, ground.shop, Place(id=PACK, code="PACK", name="Packing", kind="packing"))
        wanted = (Wanted(SOAP, 5_000, ground.shelf), Wanted(TEA, 2_000, ground.shelf))
        order = await make_order(conn, ground.shop, Draft("picking", "P-7", wanted), clock.now())
    return centre, ground, order


def pick(desk: Desk, *codes: str, ends: bool = False) -> None:
    """Pick the order P-7."""
    task = picking.begin_picking(desk.terminal, WIM, ["P-7"], take_over=True)
    for code in codes:
        take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
    picking.post_picking(desk.terminal, WIM, task.id, ends=ends)


def left(desk: Desk) -> list[int]:
    """What is still to be picked by line, in thousandths; nothing when the order is not open here."""
    with desk.terminal.database.reading() as connection:
        return [line.open_milli for order in orders.list_open(connection) for line in order.lines]


async def test_a_till_and_a_client_pick_from_one_list(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, ground, order = await set_up(pool, clock)
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    client = Client("key:1", ground.shop, None)
    try:
        async with pool.connection() as conn:  # ten lie there, five are held for the order
            await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, ground.shelf, ""): 10_000}))
            await reserve_orders(conn, [order])
        pick(desk, "A", CODES[SOAP], CODES[SOAP])
        await desk.push(pool, centre)
        assert await rows(pool, "SELECT n, quantity_milli FROM reservation") == [(1, 3_000)]
        async with pool.connection() as conn:
            soap, tea = (await read_route(conn, ground.shop, order))["lines"]
            assert [(line["qty_done"], line["state"]) for line in (soap, tea)] == [(2, "assigned"), (0, "assigned")]
            with pytest.raises(Denied, match="already"):
                await confirm_line(conn, client, order, soap["id"], 1_000, ("", ""), clock.now())
            await confirm_line(conn, client, order, tea["id"], 2_000, (CODES[TEA], "A"), clock.now())
        await desk.pull(pool, centre)
        assert left(desk) == [3_000, 0]
        pick(desk, "A", CODES[SOAP], CODES[SOAP], CODES[SOAP])
        assert left(desk) == []
        await desk.push(pool, centre)
        async with pool.connection() as conn:
            for _ in range(2):  # what the client had in hand moves once, though the till ended the list
                await validate(conn, ground.shop, order, clock.now())
        held = await centre_held(pool)
        assert {key: milli for key, milli in held.items() if key[1] == ground.shelf} == {
            (SOAP, ground.shelf, ""): 5_000, (TEA, ground.shelf, ""): -2_000
        }  # fmt: skip
        assert await rows(pool, "SELECT n, done_milli, pending_milli FROM work_order_line ORDER BY n") == [
            (1, 5_000, 0), (2, 2_000, 0)
        ]  # fmt: skip
    finally:
        desk.close()


async def test_the_shop_says_what_who_picks_has_to_scan(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, ground, _ = await set_up(pool, clock)
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)

    def scan(*codes: str, times: int = 1) -> tuple[PickStep, list[tuple[str, int]]]:
        task = picking.begin_picking(desk.terminal, WIM, ["P-7"])
        for code in codes:
            take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code, times)
        with desk.terminal.database.reading() as connection:
            at = picking.read_picking(connection, task.id)
        return at.step.step, [(one.move.product_id, one.move.quantity_milli) for one in at.picked.taken]

    def drop() -> None:
        picking.drop_picking(desk.terminal, WIM, picking.begin_picking(desk.terminal, WIM, ["P-7"]).id)

    async def say(level: str) -> None:
        async with pool.connection() as conn:
            shop = (await read_shops(conn, [ground.shop]))[ground.shop]
            terms = msgspec.structs.replace(shop.stock_terms, confirm_picking=level)
            await save_shop(conn, msgspec.structs.replace(shop, stock_terms=terms))
        await desk.pull(pool, centre)

    try:
        assert scan("A", CODES[SOAP]) == (PickStep.GOODS, [(SOAP, 1_000)]), (
            "every piece, unless the shop says otherwise"
        )
        drop()
        await say("goods")
        assert scan("A", CODES[SOAP]) == (PickStep.GOODS, [(SOAP, 5_000)])
        with pytest.raises(Refusal, match="more than is wanted"):
            scan(CODES[SOAP])
        drop()
        assert scan("A")[1] == []
        assert scan(CODES[SOAP], times=2)[1] == [(SOAP, 2_000)], "who says how many has so many"
        drop()
        await say("place")
        assert scan("A") == (PickStep.GOODS, []), "two goods are wanted there: which were taken?"
        assert scan(CODES[TEA]) == (PickStep.GOODS, [(TEA, 2_000)])
        done = (PickStep.FINISH, [(TEA, 2_000), (SOAP, 5_000)])
        assert scan("A") == done
        assert scan("CMD:BACK") == (PickStep.GOODS, [(TEA, 2_000)]), "what was confirmed at once is taken back at once"
        assert scan(CODES[SOAP]) == done
        picking.post_picking(desk.terminal, WIM, picking.begin_picking(desk.terminal, WIM, ["P-7"]).id)
        await desk.push(pool, centre)
        assert await rows(pool, "SELECT n, done_milli FROM work_order_line ORDER BY n") == [(1, 5_000), (2, 2_000)]
        assert await rows(pool, "SELECT scans FROM goods_document") == [(4,)], "scans are what somebody scanned"
        async with pool.connection() as conn:
            again = Draft("picking", "P-8", (Wanted(SOAP, 1_000, ground.shelf),))
            await make_order(conn, ground.shop, again, clock.now())
            await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, ground.shelf, "L1"): 1_000}))
        await desk.pull(pool, centre)
        task = picking.begin_picking(desk.terminal, WIM, ["P-8"])
        step = take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), "A")
        assert step.step is PickStep.GOODS, "of what has lots it is scanned which, whatever the shop says"
    finally:
        desk.close()


async def test_two_tills_at_one_order_are_both_kept_and_a_place_that_lacks_is_counted(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, order = await set_up(pool, clock)
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        pick(desks[0], "A", *[CODES[SOAP]] * 5, "CMD:SHORT no tea", ends=True)
        pick(desks[1], "A", *[CODES[SOAP]] * 3)
        for desk in (*desks, desks[0]):
            desk.handed_in = 0 if desk is desks[0] else desk.handed_in
            await desk.push(pool, centre)
        assert await rows(pool, "SELECT n, done_milli FROM work_order_line WHERE order_id = %s ORDER BY n", order) == [
            (1, 8_000), (2, 0)
        ]  # fmt: skip
        ((subject, detail),) = await rows(pool, "SELECT subject, detail FROM cases WHERE kind = 'order.over_picked'")
        assert subject == f"P-7 {CODES[SOAP]} Corner", "numbers are a shop's own"
        assert detail.startswith("Wanted 5000, picked 8000")
        count = "SELECT o.note, l.product_id::text, l.place_id::text FROM work_order o JOIN work_order_line l" \
            " ON l.order_id = o.id WHERE o.kind = 'count'"  # fmt: skip
        assert await rows(pool, count) == [("no tea", TEA, ground.shelf)]
        assert await rows(pool, "SELECT scans, refused FROM goods_document ORDER BY scans") == [(4, 0), (7, 0)]
        async with pool.connection() as conn:
            (wim,) = await read_workers(conn, ground.shop, clock.now().date(), clock.now().date())
        assert (wim.documents, wim.orders, wim.lines, wim.scans, wim.scans_per_hour) == (2, 2, 2, 11, 0)
        await desks[1].pull(pool, centre)
        with desks[1].terminal.database.reading() as connection:
            assert [str(each.kind) for each in orders.list_open(connection)] == ["count"]
    finally:
        for desk in desks:
            desk.close()


async def test_one_marked_piece_that_leaves_twice_is_a_case(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, ground, _ = await set_up(pool, clock)
    async with pool.connection() as conn:
        again = Draft("picking", "P-8", (Wanted(SOAP, 1_000, ground.shelf),), target_place=PACK)
        await make_order(conn, ground.shop, again, clock.now())
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    mark = f"]d201{CODES[SOAP].zfill(14)}21S-1\x1d93aBc="
    told = "SELECT subject, detail, shop_id::text FROM cases WHERE kind = 'mark.twice'"
    try:
        for desk, number in zip(desks, ("P-7", "P-8"), strict=True):
            assert await rows(pool, told) == []
            task = picking.begin_picking(desk.terminal, WIM, [number], take_over=True)
            for code in ("A", mark):
                take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
            picking.post_picking(desk.terminal, WIM, task.id)
            await desk.push(pool, centre)
        ((subject, detail, shop),) = await rows(pool, told)
        assert (subject, shop) == (f"{CODES[SOAP]} S-1", ground.shop)
        assert "P-7, P-8" in detail
    finally:
        for desk in desks:
            desk.close()


async def test_a_marked_piece_comes_in_and_leaves_once_and_coming_in_again_is_a_case(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    desks = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    mark = f"01{CODES[SOAP].zfill(14)}21S-1\x1d93aBc="
    told = "SELECT kind, subject, detail FROM cases WHERE kind IN ('mark.twice', 'piece.twice')"
    try:
        for desk in desks:
            assert await rows(pool, told) == []
            task = tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=ground.shelf)
            (found,) = understand(desk.terminal, read_codes(desk.terminal), f"]d2{mark}").found
            tasks.scan_goods(desk.terminal, task.id, found)
            tasks.post_task(desk.terminal, WIM, task.id)
            if desk is desks[0]:
                pick(desk, "A", f"]d2{mark}")
            await desk.push(pool, centre)
        assert await rows(pool, "SELECT code, lot FROM received_mark") == [(mark, "S-1")] * 2
        assert await rows(pool, "SELECT lot FROM picked_mark") == [("S-1",)]
        subject = f"{CODES[SOAP]} S-1"
        assert await rows(pool, told) == [("piece.twice", subject, f"{CODES[SOAP]}: received 2 times")]
    finally:
        for desk in desks:
            desk.close()


async def test_a_piece_that_was_picked_and_sold_is_a_case_whichever_came_first(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    desk, till = await open_desk(pool, centre, ground, tmp_path, "a", clock), Pen(ground)
    async with pool.connection() as conn:
        await till.enrol(conn)
    till.open()
    told = "SELECT subject, detail FROM cases WHERE kind = 'mark.twice' ORDER BY subject"
    try:
        for number, piece in enumerate(("S-2", "S-3"), 1):
            till.seal(with_detail(make_sale(ground, f"T9-{number}", number, SOAP), serial=piece))
        assert (await land(pool, centre, till.device, till.batch(1))).quarantined == ()
        pick(desk, "A", *(f"]d201{CODES[SOAP].zfill(14)}21{piece}\x1d93aBc=" for piece in ("S-1", "S-2")))
        await desk.push(pool, centre)
        of_soap = f"{CODES[SOAP]}: picked for P-7, and sold"
        assert await rows(pool, told) == [(f"{CODES[SOAP]} S-2", of_soap)]
        till.seal(with_detail(make_sale(ground, "T9-3", 3, SOAP), serial="S-1"))
        assert (await land(pool, centre, till.device, till.batch(4))).quarantined == ()
        assert await rows(pool, told) == [(f"{CODES[SOAP]} {piece}", of_soap) for piece in ("S-1", "S-2")]
    finally:
        desk.close()


async def test_a_supply_is_picked_packed_and_closed(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre, ground, _ = await set_up(pool, clock)
    async with pool.connection() as conn:
        left = Draft("picking", "P-8", (Wanted(TEA, 1_000, ground.shelf),), target_place=PACK)
        await make_order(conn, ground.shop, left, clock.now())
        with pytest.raises(Denied, match="P-9"):
            async with conn.transaction():
                await bundle(conn, ground.shop, "S-1", {"P-9": ""}, clock.now())
        supply = await bundle(conn, ground.shop, "S-1", {"P-7": "WB;7", "P-8": ""}, clock.now())
        assert [(one.number, one.state) for one in supply.orders] == [("P-7", "open"), ("P-8", "open")]
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        with desk.terminal.database.reading() as connection:
            told = orders.find(connection, "P-7")[0]
        assert (told.packs, told.supply, told.sticker) == (True, "S-1", "WB;7")
        pick(desk, "A", *[CODES[SOAP]] * 5, CODES[TEA], CODES[TEA])
        task = packing.begin_packing(desk.terminal, WIM, "P-7")
        for code in (*[CODES[SOAP]] * 5, CODES[TEA], CODES[TEA]):
            packing.take_scan(desk.terminal, WIM, task.id, read_codes(desk.terminal), code)
        packing.weigh(desk.terminal, task.id, 1_204)
        packing.post_packing(desk.terminal, WIM, task.id)
        await desk.push(pool, centre)
        async with pool.connection() as conn:
            with pytest.raises(Denied, match="P-8"):
                await close_supply(conn, ground.shop, "S-1", clock.now())
            supply = await close_supply(conn, ground.shop, "S-1", clock.now(), leave_open=True)
            again = await close_supply(conn, ground.shop, "S-1", clock.now())
        assert supply == again
        assert [(one.number, one.state, one.parcels) for one in supply.orders] == [
            ("P-7", "packed", ("P-7-1 1.204 kg",))
        ]
        paper = draw_paper(supply, "ru")
        assert "Поставка S-1" in paper
        square = Image.open(BytesIO(base64.b64decode(paper.split("base64,")[1].split('"')[0])))
        assert zxingcpp.read_barcodes(square)[0].text == "S-1"
        held = await centre_held(pool)
        assert (held[SOAP, ground.shelf, ""], (SOAP, PACK, "") in held) == (-5_000, False)
    finally:
        desk.close()
