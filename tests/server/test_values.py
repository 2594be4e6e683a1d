"""Jobs that read what moved: the value of stock day by day, and cases of goods below zero."""

from pathlib import Path

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.sequencer import number_changes
from server_stub.goods.places import save_place
from server_stub.jobs.negative_stock import find_negative
from server_stub.jobs.values import value_stock
from server_stub.jobs.workplace import Workplace
from sync.wire.changes import Place
from sync.wire.goods_facts import GoodsMoved
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale, new_id
from tests.server.test_ledger import document, moved, put_milk
from tests.server.test_projection import MILK, push
from tests.server.working import make_place

FIRST, SECOND, THIRD = (f"2026-03-0{day}T23:30:00+01:00" for day in (1, 2, 3))
VALUES = """
SELECT day::text, quantity_milli, average_e7, fifo_e7, sold_average_e7, sold_fifo_e7 FROM goods_value
ORDER BY day, quantity_milli
"""


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    await put_milk(pool)
    return await make_place(pool, clock, tmp_path)


def bought(ground: Ground, lot: str, cost_e4: int) -> GoodsMoved:
    goods = moved(ground.supplier, ground.shelf, 10_000, lot)
    return document(msgspec.structs.replace(goods, cost_e4=cost_e4), purpose="received")


async def test_days_are_valued_and_what_comes_late_is_put_where_it_belongs(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace
) -> None:
    async with pool.connection() as conn:
        other = await make_ground(conn, "Other")
    till.open()
    till.seal(bought(ground, "L1", 1_0000), at=FIRST)
    till.seal(make_sale(ground, "T1-1", 1, MILK, pieces=2), at=SECOND)
    till.seal(document(moved(ground.shelf, ground.waste, 1000, "L1"), purpose="written_off", reason="x"), at=SECOND)
    till.seal(document(moved(ground.shelf, other.shelf, 4000, "L1")), at=THIRD)
    assert await push(pool, centre, till) == ()
    await number_changes(pool)
    await value_stock(place, {})
    assert await rows(pool, VALUES) == [
        ("2026-03-01", 10_000, 10_0000_000, 10_0000_000, 0, 0),
        ("2026-03-02", 7000, 7_0000_000, 7_0000_000, 2_0000_000, 2_0000_000),
        ("2026-03-03", 3000, 3_0000_000, 3_0000_000, 0, 0),
        ("2026-03-03", 4000, 4_0000_000, 4_0000_000, 0, 0),
    ]
    till.seal(bought(ground, "L0", 3_0000), at=FIRST)
    assert await push(pool, centre, till, 6) == ()
    await number_changes(pool)
    await value_stock(place, {})
    await value_stock(place, {})
    assert (await rows(pool, VALUES))[:2] == [
        ("2026-03-01", 20_000, 40_0000_000, 40_0000_000, 0, 0),
        ("2026-03-02", 17_000, 34_0000_000, 37_0000_000, 4_0000_000, 2_0000_000),
    ]


async def test_what_went_below_zero_is_a_case_until_it_is_covered(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace
) -> None:
    cases = "SELECT subject, detail, shop_id::text FROM cases WHERE kind = 'stock.negative' AND closed_at IS NULL"
    till.open()
    till.seal(make_sale(ground, "T1-1", 1, MILK, pieces=3))
    assert await push(pool, centre, till) == ()
    await number_changes(pool)
    await find_negative(place, {})
    assert await rows(pool, cases) == [], "nobody keeps a book of goods that never came"
    till.seal(document(moved(ground.supplier, ground.shelf, 1000), purpose="received"))
    assert await push(pool, centre, till, len(till.entries)) == ()
    for told in ("-2", "-3"):
        await number_changes(pool)
        await find_negative(place, {})
        assert await rows(pool, cases) == [("M A Corner", f"Milk: {told} pcs", ground.shop)]
        till.seal(make_sale(ground, f"T1-{told}", 5 + int(told), MILK))
        assert await push(pool, centre, till, len(till.entries)) == ()
    till.seal(document(moved(ground.supplier, ground.shelf, 4000, "L1"), purpose="received"))
    assert await push(pool, centre, till, len(till.entries)) == ()
    await number_changes(pool)
    await find_negative(place, {})
    assert await rows(pool, cases) == [], "the lots together cover it"
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'stock.negative'") == 1


SACK, BAG = new_id(), new_id()
ENDS = """
SELECT product_id::text, quantity_milli, average_e7, fifo_e7 FROM goods_value v
WHERE day = (SELECT max(day) FROM goods_value n WHERE n.product_id = v.product_id)
"""


async def add_repacking(pool: Pool, ground: Ground) -> str:
    """Give the shop the place where goods become others."""
    made = Place(id=new_id(), code="R", name="repacking", kind="repacking")
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, made)
    return made.id


async def test_what_was_made_of_goods_follows_what_those_cost_however_late_that_comes(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace
) -> None:
    repacking = await add_repacking(pool, ground)
    sack = moved(ground.supplier, ground.shelf, 2000, product=SACK)
    taken = moved(ground.shelf, repacking, 1000, product=SACK)
    made = moved(repacking, ground.shelf, 10_000, product=BAG)
    till.open()
    till.seal(document(msgspec.structs.replace(sack, cost_e4=10_0000), purpose="received"), at=SECOND)
    till.seal(document(taken, made, purpose="repacked"), at=THIRD)
    assert await push(pool, centre, till) == ()
    await number_changes(pool)
    await value_stock(place, {})
    worth = {product: figures for product, *figures in await rows(pool, ENDS)}
    assert worth == {SACK: [1000, 10_0000_000, 10_0000_000], BAG: [10_000, 10_0000_000, 10_0000_000]}
    assert await ask(pool, "SELECT count(*) FROM stock WHERE place_id = %s", repacking) == 0, "nobody counts there"
    till.seal(document(msgspec.structs.replace(sack, cost_e4=40_0000), purpose="received"), at=FIRST)
    assert await push(pool, centre, till, 4) == ()
    await number_changes(pool)
    await value_stock(place, {})
    worth = {product: figures for product, *figures in await rows(pool, ENDS)}
    assert worth[BAG] == [10_000, 25_0000_000, 40_0000_000], "only sacks came, and the bags are worth more"
    assert worth[SACK] == [3000, 75_0000_000, 60_0000_000]


async def test_half_a_repacking_is_booked_and_is_a_case(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    repacking = await add_repacking(pool, ground)
    till.open()
    till.seal(document(moved(repacking, ground.shelf, 1000, product=BAG), purpose="repacked", reference="R-1"))
    till.seal(document(moved(ground.shelf, repacking, 1000, product=SACK), purpose="repacked", reference="R-2"))
    assert await push(pool, centre, till) == ()
    assert await rows(pool, "SELECT subject, detail FROM cases WHERE kind = 'goods.repacked' ORDER BY subject") == [
        ("R-1", "Nothing was taken for what was made"),
        ("R-2", "Nothing was made of what was taken"),
    ]


async def test_what_two_tills_did_at_one_instant_is_valued_alike_whichever_is_heard_first(
    pool: Pool, centre: Centre, ground: Ground, place: Workplace
) -> None:
    dear, cheap = (Terminal(ground, f"{digit * 8}-0000-4000-8000-000000000000") for digit in "10")
    for till, cost_e4 in ((dear, 9_0000), (cheap, 1_0000)):
        async with pool.connection() as conn:
            await till.enrol(conn)
        till.open()
        goods = msgspec.structs.replace(moved(ground.supplier, ground.shelf, 1000, product=BAG), cost_e4=cost_e4)
        till.seal(document(goods, purpose="received"), at=FIRST)
        assert await push(pool, centre, till) == ()
    cheap.seal(document(moved(ground.shelf, ground.waste, 1000, product=BAG), purpose="written_off"), at=SECOND)
    assert await push(pool, centre, cheap, 3) == ()
    await number_changes(pool)
    await value_stock(place, {})
    assert [row[3] for row in await rows(pool, ENDS)] == [9_0000_000], "the cheap one is before the dear one, and went"
