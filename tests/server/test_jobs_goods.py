"""ABC classes and reorder points follow from what sold, and say so in plain words."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from server_stub.database import Pool
from server_stub.goods.reorder_told import list_reorder_of, read_reorder
from server_stub.jobs.abc_classes import classify_goods
from server_stub.jobs.reorder import explain, find_reorder_points, reorder_figures
from server_stub.jobs.workplace import Workplace
from tests.edges import OPENING, SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, new_id
from tests.server.working import make_place

YESTERDAY = OPENING.date() - timedelta(days=1)


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


async def sold(
    pool: Pool, shop: str, product: str, day: date, total_minor: int, milli: int = 1000, unit: str = "pcs"
) -> None:
    """Write a figure as the rollup does."""
    async with pool.connection() as conn:
        await conn.execute(
            """INSERT INTO sales_by_product VALUES (%s, %s, %s, 'EUR', 'S', 'Milk', %s, 1, %s, %s, 0, 0, 0, %s)""",
            (shop, day, product, unit, milli, total_minor, total_minor),
        )
        await conn.execute(
            "INSERT INTO sales_by_hour VALUES (%s, %s, 9, 'EUR', 1, 0, 1, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING",
            (shop, day),
        )


async def classes(pool: Pool) -> dict[str, str]:
    return dict(await rows(pool, "SELECT product_id::text, class FROM abc_class ORDER BY shop_id, rank"))


async def test_classes_by_turnover(place: Workplace, pool: Pool, ground: Ground) -> None:
    goods = [new_id() for _ in range(6)]
    for product, total in zip(goods, (5000, 2900, 700, 900, 500, 0), strict=True):
        await sold(pool, ground.shop, product, YESTERDAY, total)
    old = new_id()
    await sold(pool, ground.shop, old, YESTERDAY - timedelta(days=90), 10**6)
    await sold(pool, ground.shop, old, OPENING.date(), 10**6)
    await classify_goods(place, {})
    await classify_goods(place, {})
    found = await classes(pool)
    assert [found[product] for product in goods] == ["A", "A", "B", "A", "C", "C"], "the one that crosses is above"
    assert old not in found, "only the 90 whole days before today count"
    shares = await rows(pool, "SELECT share_ppm FROM abc_class ORDER BY rank")
    assert [share for (share,) in shares] == [500_000, 790_000, 880_000, 950_000, 1_000_000, 1_000_000]


async def test_a_shop_that_lives_on_one_product_has_an_a(place: Workplace, pool: Pool, ground: Ground) -> None:
    product, returned = new_id(), new_id()
    await sold(pool, ground.shop, product, YESTERDAY, 990)
    await sold(pool, ground.shop, returned, YESTERDAY, -10)
    await classify_goods(place, {})
    assert await classes(pool) == {product: "A", returned: "C"}


async def test_reorder_points(place: Workplace, pool: Pool, ground: Ground) -> None:
    milk, cheese = new_id(), new_id()
    for number in range(10):
        await sold(pool, ground.shop, milk, YESTERDAY - timedelta(days=number), 100, milli=4000 + 2000 * (number % 2))
    await sold(pool, ground.shop, cheese, YESTERDAY, 100, milli=2500, unit="kg")
    await find_reorder_points(place, {})
    found = await rows(
        pool,
        """SELECT product_id::text, unit, days, mean_milli, spread_milli, lead_days, safety_milli, point_milli
           FROM reorder_point ORDER BY unit DESC""",
    )
    assert found[0] == (milk, "pcs", 10, 5000, 1054, 7, 4588, 40_000), "5 x 7 + 4.588, in whole pieces"
    assert found[1][:6] == (cheese, "kg", 10, 250, 791, 7)
    assert found[1][6:] == (3441, 5191), "0.25 x 7 + 3.4408, rounded up"
    told = "SELECT entity_id, deleted, position IS NULL FROM feed_item WHERE entity = 'reorder' ORDER BY 1"
    names = [f"{ground.shop}/{product}" for product in (milk, cheese)]
    assert await rows(pool, told) == [(name, False, True) for name in sorted(names)]
    async with pool.connection() as conn:
        assert {point.point_milli for point in await list_reorder_of(conn, ground.shop)} == {40_000, 5191}
        assert (await read_reorder(conn, names[:1]))[names[0]].lead_milli == 35_000
        await conn.execute("UPDATE feed_item SET position = 7")
        await conn.execute("DELETE FROM sales_by_product WHERE product_id = %s", (cheese,))
    await find_reorder_points(place, {})
    assert await rows(pool, told) == sorted([(names[0], False, False), (names[1], True, True)]), "only what changed"
    text = explain(*found[0][1:])
    assert "Sold 5 pcs a day on average over 10 days (spread 1.1)" in text
    assert text.endswith("Order when 40 pcs are left.")


def test_what_never_varies_needs_no_safety() -> None:
    assert reorder_figures("pcs", 10, 20_000, 10 * 2000.0**2, 7) == (2000, 0, 0, 14_000)
    assert reorder_figures("pcs", 1, 3000, 3000.0**2, 7) == (3000, 0, 0, 21_000)
