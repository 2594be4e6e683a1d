"""Jobs that read what moved: the value of stock day by day, and cases of goods below zero."""

from pathlib import Path

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.sequencer import number_changes
from server_stub.jobs.negative_stock import find_negative
from server_stub.jobs.values import value_stock
from server_stub.jobs.workplace import Workplace
from sync.wire.goods_facts import GoodsMoved
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale
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
