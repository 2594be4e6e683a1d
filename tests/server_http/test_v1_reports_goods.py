"""Reports about goods over REST: one day of value behind all of them, and they agree with each other."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import httpx
import msgspec
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.jobs.reorder import find_reorder_points
from server_stub.jobs.rollups import roll_up_sales
from server_stub.jobs.values import value_stock
from server_stub.journal.ingest import land
from sync.wire.goods_facts import Contained, CountedLine, StockCounted
from tests.edges import SettableClock
from tests.server.asking import number_stock
from tests.server.terminal import new_id
from tests.server.test_ledger import document, moved
from tests.server.working import make_place
from tests.server_http.api import Day, Program, make_day, make_program
from tests.server_http.conftest import RunningCentre

FIRST, LAST = "2026-03-01", "2026-03-10"


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre, clock: SettableClock, tmp_path: Path) -> Day:
    """A shop that has received, sold, counted, and whose figures are made; the third product costs a whole unit."""
    body = {"name": "=Good", "price": "2.5", "cost": "1.00"}
    made = [await erp.make("/products", {"sku": f"G-{n}"} | body) for n in range(3)]
    day = await make_day(centre_server, [one["id"] for one in made])
    ground, milk = day.ground, made[0]["id"]
    costly = msgspec.structs.replace(moved(ground.supplier, ground.shelf, 10_000, product=milk), cost_e4=2_0000)
    handed_in = len(day.till.entries)
    day.till.seal(document(costly, purpose="received"), at="2026-03-03T10:00:00+01:00")
    line = CountedLine(product_id=milk, place_id=ground.shelf, counted_milli=50_000, book_milli=55_000,
                       at="2026-03-04T10:00:00+01:00")  # fmt: skip
    level = msgspec.structs.replace(line, product_id=made[1]["id"], counted_milli=1000, book_milli=1000)
    books = ((Contained(day.till.incarnation, 3),),)
    day.till.seal(
        StockCounted(count_id=new_id(), other_place_id=ground.waste, lines=(line, level), books=books),
        at="2026-03-04T10:00:00+01:00",
    )
    clock.advance(days=9)
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(handed_in + 1))
        place = await make_place(pool, clock, tmp_path)
        await roll_up_sales(place, {})
        await number_stock(pool)
        await value_stock(place, {})
        await find_reorder_points(place, {})
    return day


async def test_value_turnover_margin_and_age_agree(erp: Program, day: Day) -> None:
    shop, days = day.ground.shop, {"from": FIRST, "to": LAST}
    rows = await erp.walk("/reports/stock-value", shop=shop, day=LAST, limit=1)
    assert sorted(row["sku"] for row in rows) == ["G-0", "G-1", "G-2"]
    first = next(row for row in rows if row["sku"] == "G-0")
    sold = sum(line.quantity_milli for sale in day.sales for line in sale.lines if line.product_id == first["product"])
    left = 50 - sold // 1000
    assert Decimal(first["quantity"]) == left + 10 - 5
    assert Decimal(first["fifo"]) == left - 5 + 20, "the count took the oldest"
    mean = (Decimal(left) + 20) / (left + 10)
    assert abs(Decimal(first["average"]) - mean * (left + 5)) < Decimal("0.01")
    for path in ("/reports/stock-value/by-shop", "/reports/stock-value/by-place"):
        (whole,) = await erp.walk(path, shop=shop, day=LAST)
        for way in ("average", "fifo"):
            assert Decimal(whole[way]) == sum(Decimal(row[way]) for row in rows)
    (early,) = await erp.walk("/reports/stock-value/by-place", shop=shop, day="2026-03-02")
    assert Decimal(early["fifo"]) == 150 - sum(line.quantity_milli for s in day.sales for line in s.lines) // 1000

    margins = {row["sku"]: row for row in await erp.walk("/reports/margin", shop=shop, **days)}
    turned = {row["sku"]: row for row in await erp.walk("/reports/turnover", shop=shop, **days)}
    for sku, row in margins.items():
        assert row["cost"] == turned[sku]["cost"] == f"{Decimal(row['sold']):.2f}", "a piece cost one euro"
        assert Decimal(row["margin"]) == Decimal(row["net"]) - Decimal(row["cost"])
    assert turned["G-1"]["lasts_days"] > 0
    months = turned["G-1"]["lasts_days"] * 12 / 365
    assert float(turned["G-1"]["months"]) == pytest.approx(months, abs=0.1)
    assert Decimal(turned["G-1"]["turns"]) > 0
    aged = {row["sku"]: row for row in await erp.walk("/reports/ageing", shop=shop, day="2026-04-15")}
    assert (aged["G-0"]["to_30"], Decimal(aged["G-0"]["to_90"])) == ("0", Decimal(first["quantity"]))


async def test_dead_stock_accuracy_what_to_order_and_files(erp: Program, day: Day) -> None:
    shop = day.ground.shop
    assert await erp.walk("/reports/dead-stock", shop=shop, day=LAST) == []
    dead = await erp.walk("/reports/dead-stock", shop=shop, day="2026-06-01", days=89)
    assert {row["sku"]: row["last_sold"] for row in dead} == dict.fromkeys(("G-0", "G-1", "G-2"), FIRST)
    (counted,) = await erp.walk("/reports/accuracy", shop=shop, **{"from": FIRST, "to": LAST})
    figures = ("lines", "exact", "percent", "over", "short", "difference")
    assert [counted[name] for name in figures] == [2, 1, "50.0", "0", "5", "-5.00"]
    orders = await erp.walk("/reports/reorder", shop=shop)
    assert all(Decimal(row["on_hand"]) <= Decimal(row["point"]) and row["because"] for row in orders)
    assert await erp.walk("/reports/transit", shop=shop, day=LAST) == []
    answer = await erp.call("GET", f"/reports/stock-value?shop={shop}&day={LAST}&format=csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="stock-value-{LAST}.csv"'
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [line["name"] for line in lines] == ["'=Good"] * 3
    assert (await erp.call("GET", "/reports/turnover?from=2026-03-02&to=2026-03-01")).status_code == 400


SENT = """
WITH made AS (INSERT INTO work_order (id, shop_id, kind, number, partner, opened_at)
    SELECT gen_random_uuid(), %s, 'arrival', n, 'North', at::timestamptz
    FROM (VALUES ('T-1', '2026-03-02 23:30+00'), ('T-2', '2026-03-09 10:00+00'), ('T-3', '2026-03-20 10:00+00'))
        t(n, at)
    RETURNING id, shop_id, number)
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, done_milli)
SELECT made.id, k, made.shop_id, p.id, 5000, CASE WHEN number = 'T-2' THEN 5000 ELSE k * 1000 END
FROM made, generate_series(1, 2) k, product p WHERE p.sku = 'G-0' RETURNING 1
"""


async def test_what_is_on_the_way_is_told_with_its_age_and_worth(
    erp: Program, day: Day, centre_server: RunningCentre
) -> None:
    shop = day.ground.shop
    centre_server.ask(SENT, shop)
    [row] = await erp.walk("/reports/transit", shop=shop, day=LAST)
    assert [row[name] for name in ("sku", "number", "sender", "sent", "days")] == [
        "G-0",
        "T-1",
        "North",
        "2026-03-03",
        7,
    ]
    worth = {one["sku"]: one for one in await erp.walk("/reports/stock-value", shop=shop, day=LAST)}["G-0"]
    cost = Decimal(worth["average"]) / Decimal(worth["quantity"])
    assert (row["quantity"], abs(Decimal(row["value"]) - 7 * cost) <= Decimal("0.01")) == ("7", True)
    later = await erp.walk("/reports/transit", shop=shop, day="2026-03-21")
    assert [(one["number"], one["days"]) for one in later] == [("T-1", 18), ("T-3", 1)]
