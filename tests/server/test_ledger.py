"""Goods at the centre: documents move them between places, lots are kept apart, nothing comes from nowhere."""

import random
from collections import Counter

import msgspec

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.goods.places import save_place
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from sync.wire.changes import ENTITIES, Place
from sync.wire.facts import SaleCompleted
from sync.wire.goods_facts import Contained, CountedLine, GoodsMove, GoodsMoved, StockCounted
from sync.wire.line_detail import LineDetail
from tests.server.asking import ask, rows
from tests.server.terminal import AT, Ground, Terminal, make_ground, make_sale, new_id
from tests.server.test_projection import BREAD, MILK, push

Held = dict[tuple[str, str, str], int]
"""(product, place, lot) -> thousandths."""


def moved(source: str, target: str, milli: int, lot: str = "", product: str = MILK, **more: str) -> GoodsMove:
    goods = {"product_id": product, "from_place_id": source, "to_place_id": target}
    return GoodsMove(**goods, quantity_milli=milli, lot=lot, **more)


def document(*moves: GoodsMove, purpose: str = "moved", **more: str) -> GoodsMoved:
    return GoodsMoved(document_id=new_id(), purpose=purpose, moves=moves, **more)


def of_lot(sale: SaleCompleted, lot: str, serial: str = "") -> SaleCompleted:
    lines = tuple(msgspec.structs.replace(line, detail=LineDetail(lot=lot, serial=serial)) for line in sale.lines)
    return msgspec.structs.replace(sale, lines=lines)


async def read_held(pool: Pool) -> Held:
    found = await rows(pool, "SELECT product_id::text, place_id::text, lot, on_hand_milli FROM stock")
    return {(product, place, lot): milli for product, place, lot, milli in found if milli}


async def put_milk(pool: Pool) -> None:
    """Have the catalogue know the milk."""
    async with pool.connection() as conn:
        await conn.execute(
            """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                   track_lots, packed)
               VALUES (%s, 'M', 'Milk', 'pcs', 0, 0, '', false, 0, true, true, '')""",
            (MILK,),
        )


async def sound(pool: Pool) -> bool:
    return not (await verify_centre(pool))["problems"]


async def test_lots_are_kept_apart_and_an_odd_name_is_kept_whole(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    odd = 'A/7\\ "x"\t\x1d€'
    till.open()
    odd_ones = moved(ground.supplier, ground.shelf, 5000, odd, expiry="2026-12-31")
    plain = moved(ground.supplier, ground.shelf, 2000)
    till.seal(document(odd_ones, plain, purpose="received", reference="DN-1\t7", note="wet\nboxes"))
    till.seal(document(moved(ground.shelf, ground.waste, 1000, odd), purpose="written_off", reason="damaged"))
    assert await push(pool, centre, till) == ()
    assert await read_held(pool) == {
        (MILK, ground.shelf, odd): 4000, (MILK, ground.shelf, ""): 2000, (MILK, ground.waste, odd): 1000,
    }  # fmt: skip
    assert await rows(pool, "SELECT purpose, reference, reason, note FROM goods_document ORDER BY seq") == [
        ("received", "DN-1\t7", "", "wet\nboxes"), ("written_off", "", "damaged", ""),
    ]  # fmt: skip
    assert [row[0] for row in await rows(pool, "SELECT reason FROM movement ORDER BY seq, n")] == [
        "received", "received", "damaged",
    ]  # fmt: skip
    assert await sound(pool)


async def test_a_sale_takes_its_lot_and_its_void_brings_it_back(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    till.seal(document(moved(ground.supplier, ground.shelf, 5000, "L1")))
    sale = of_lot(make_sale(ground, "T1-1", 1, MILK, pieces=2), "L1")
    piece = of_lot(make_sale(ground, "T1-2", 2, BREAD), "L9", serial="S-1")
    till.seal(sale)
    till.seal(piece)
    assert await push(pool, centre, till) == ()
    assert await read_held(pool) == {(MILK, ground.shelf, "L1"): 3000, (BREAD, ground.shelf, "S-1"): -1000}
    assert await sound(pool)
    till.void(sale)
    assert await push(pool, centre, till, 5) == ()
    assert (await read_held(pool))[MILK, ground.shelf, "L1"] == 5000
    assert await sound(pool)


async def test_two_expiries_of_one_lot_are_a_case_and_the_first_stands(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    await put_milk(pool)
    till.open()
    for day in ("2026-12-31", "2026-12-31", "2027-01-31"):
        till.seal(document(moved(ground.supplier, ground.shelf, 1000, "L1", expiry=day)))
    assert await push(pool, centre, till) == ()
    assert await ask(pool, "SELECT expires_on::text FROM lot") == "2026-12-31"
    assert await rows(pool, "SELECT subject, detail FROM cases WHERE kind = 'lot.expiry'") == [
        ("M L1", "Known to expire on 2026-12-31, now told 2027-01-31"),
    ]  # fmt: skip


async def test_what_moves_nothing_waits_for_a_person_and_nothing_behind_it_does(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    till.seal(document(moved(ground.supplier, ground.shelf, -1000)))
    till.seal(document(moved(ground.supplier, ground.shelf, 1000, "L1", expiry="soon")))
    till.seal(document(moved(ground.supplier, ground.shelf, 3000)))
    assert await push(pool, centre, till) == (2, 3)
    assert await read_held(pool) == {(MILK, ground.shelf, ""): 3000}


async def test_a_count_is_kept_line_by_line_and_moves_its_differences(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    till.seal(document(moved(ground.supplier, ground.shelf, 5000)))
    books = ((Contained(till.incarnation, 2),),)
    level = CountedLine(product_id=BREAD, place_id=ground.shelf, counted_milli=0, book_milli=0, at=AT)
    less = CountedLine(product_id=MILK, place_id=ground.shelf, counted_milli=4500, book_milli=5000, at=AT)
    sheet = StockCounted(count_id=new_id(), other_place_id=ground.waste, lines=(level, less), books=books, note="a\tb")
    till.seal(sheet)
    till.seal(msgspec.structs.replace(sheet, count_id=new_id(), books=()))
    till.seal(msgspec.structs.replace(sheet, count_id=new_id(), lines=(msgspec.structs.replace(less, at="noon"),)))
    assert await push(pool, centre, till) == (4, 5)
    assert await read_held(pool) == {(MILK, ground.shelf, ""): 4500, (MILK, ground.waste, ""): 500}
    lines = "SELECT n, counted_milli, book_milli, counted_at = %s FROM count_line ORDER BY n"
    assert await rows(pool, lines, AT) == [(1, 0, 0, True), (2, 4500, 5000, True)]
    assert await rows(pool, "SELECT note, books FROM count_sheet") == [("a\tb", [[[till.incarnation, 2, []]]])]
    assert await sound(pool)


async def test_a_place_belongs_to_its_shop_whoever_moves_goods_there(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    async with pool.connection() as conn:
        other = await make_ground(conn, "Other")
        transit = new_id()
        await save_place(conn, other.shop, Place(id=transit, code="T", name="Coming", kind="transit"))
    till.open()
    till.seal(document(moved(ground.shelf, transit, 4000), purpose="shipped"))
    assert await push(pool, centre, till) == ()
    told = await rows(pool, "SELECT shop_id::text, place_id::text, on_hand_milli FROM stock")
    assert set(told) == {(ground.shop, ground.shelf, -4000), (other.shop, transit, 4000)}
    assert await told_in(pool, centre, other.shop) == {(MILK, transit, ""): 4000}


async def told_in(pool: Pool, centre: Centre, shop: str) -> Held:
    """What the stock feed of a shop tells from its beginning."""
    while await number_changes(pool):
        pass
    page = await read_page(pool, centre, f"stock:{shop}")
    told = [msgspec.msgpack.decode(change.row, type=ENTITIES[change.entity]) for change in page.changes]
    held = {(row.product_id, row.place_id, getattr(row, "lot", "")): row.on_hand_milli for row in told}  # type: ignore[union-attr]
    return {key: milli for key, milli in held.items() if milli}


async def test_whatever_order_entries_come_in_goods_are_neither_made_nor_lost(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    dice = random.Random(7)
    second = Terminal(ground)
    async with pool.connection() as conn:
        await second.enrol(conn)
    places, expected = (ground.supplier, ground.shelf, ground.waste), Counter[tuple[str, str, str]]()
    for terminal in (till, second):
        terminal.open()
        for _ in range(60):
            source, target = dice.sample(places, 2)
            lot, product = dice.choice(("", "L1", "L2")), dice.choice((MILK, BREAD))
            goods = moved(source, target, dice.randint(1, 9) * 500, lot, product)
            terminal.seal(document(goods))
            expected[goods.product_id, source, goods.lot] -= goods.quantity_milli
            expected[goods.product_id, target, goods.lot] += goods.quantity_milli
    handed = {till: 1, second: 1}
    while any(first <= len(terminal.entries) for terminal, first in handed.items()):
        terminal = dice.choice([each for each, first in handed.items() if first <= len(each.entries)])
        batch = terminal.batch(handed[terminal], handed[terminal] + dice.randint(0, 24))
        handed[terminal] += len(batch.entries)
        assert (await land(pool, centre, terminal.device, batch)).quarantined == ()
    inside = {key: milli for key, milli in expected.items() if milli and key[1] != ground.supplier}
    assert await read_held(pool) == inside
    assert await told_in(pool, centre, ground.shop) == inside
    assert await sound(pool)
