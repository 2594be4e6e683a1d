"""Reports and the day for bookkeeping: their sums are those of the sales and of the Z reports; files round-trip."""

import csv
import io
import json
from asyncio import to_thread
from decimal import Decimal
from pathlib import Path

import httpx
import msgspec
import pytest

from server_stub.centre import load_centre
from server_stub.cli import run_command_line
from server_stub.database import open_pool
from server_stub.goods.shops import save_shop
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from tests.server.terminal import Ground, shop_terms
from tests.server_http.api import Program, close_shift, make_day, make_program, open_shift, sell
from tests.server_http.conftest import RunningCentre

DAY = "2026-03-01"


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def make_goods(erp: Program) -> list[str]:
    made = [await erp.make("/products", {"sku": f"G-{n}", "name": f"=Good {n}", "price": "2.5"}) for n in range(3)]
    return [product["id"] for product in made]


async def test_reports_agree_with_each_other_and_with_the_z_report(
    erp: Program, centre_server: RunningCentre, tmp_path: Path
) -> None:
    day = await make_day(centre_server, await make_goods(erp))
    shop, total = day.ground.shop, Decimal(sum(sale.total_minor for sale in day.sales)) / 100
    asked = {"from": DAY, "to": DAY, "shop": shop}
    (by_day,) = await erp.walk("/reports/sales/by-day", **asked)
    assert (by_day["sales"], by_day["voids"], Decimal(by_day["total"])) == (5, 1, total)
    assert Decimal(by_day["net"]) + Decimal(by_day["tax"]) == total
    by_product = await erp.walk("/reports/sales/by-product", limit=1, **asked)
    assert len(by_product) == 3
    assert sum(Decimal(row["total"]) for row in by_product) == total
    (by_method,) = await erp.walk("/reports/sales/by-method", **asked)
    assert (by_method["method"], Decimal(by_method["amount"]), by_method["payments"]) == ("cash", total, 5)
    assert await erp.walk("/reports/sales/by-day", **{"from": "2026-03-02", "to": "2026-03-09"}) == []
    for wrong in ({"from": DAY}, {"from": "2026-03-02", "to": DAY}, {"from": "2020-01-01", "to": DAY},
                  {"from": "x", "to": DAY}):  # fmt: skip
        answer = await erp.http.get("/ECK/API/V1/reports/sales/by-day", params=wrong, headers={"X-API-Key": erp.key})
        assert answer.status_code == 400
    assert await erp.walk("/reports/sales/by-day", **{"from": "0001-01-01", "to": "0001-01-01"}) == []

    totals = await erp.get("/reports/day-totals", shop=shop, day=DAY)
    assert (totals["agrees"], totals["open_shifts"]) == (True, 0)
    z_report = (await erp.walk("/shifts"))[0]["closing"]
    for number in (1, None):
        rows = {(row["kind"], row["name"]): row for row in totals["rows"] if row["shift"] == number}
        assert rows["z", ""]["gross"] == rows["sales", ""]["gross"] == z_report["total"]
        assert rows["z", ""]["count"] == rows["sales", ""]["count"] == z_report["sales"]
        assert sum(Decimal(row["gross"]) for (kind, _), row in rows.items() if kind == "tax") == total
        assert sum(Decimal(row["gross"]) for (kind, _), row in rows.items() if kind == "method") == total
        assert rows["voided", ""]["gross"] == str(Decimal(day.voided.total_minor) / 100)
        assert rows["difference", "cash"]["gross"] == "-0.05"
    answer = await erp.call("GET", f"/reports/day-totals?shop={shop}&day={DAY}&format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="day-{DAY}.csv"'
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = [{name: "" if value is None else str(value) for name, value in row.items()} for row in totals["rows"]]
    assert [{name: line[name] for name in told[0]} for line in lines] == told

    file = tmp_path / "days.csv"
    await export(centre_server, "day-totals", file)
    assert file.read_bytes() == answer.content
    assert (await erp.call("GET", f"/reports/day-totals?shop={erp.key[:8]}&day={DAY}")).status_code == 400


async def test_a_sale_whose_shift_has_not_come_counts_by_its_own_day(
    erp: Program, centre_server: RunningCentre
) -> None:
    day = await make_day(centre_server, await make_goods(erp))
    centre_server.ask("DELETE FROM shift")
    (by_day,) = await erp.walk("/reports/sales/by-day", **{"from": DAY, "to": DAY})
    assert (by_day["sales"], by_day["shop"]) == (5, day.ground.shop)
    totals = await erp.get("/reports/day-totals", shop=day.ground.shop, day=DAY)
    assert (totals["rows"][0]["gross"], totals["agrees"]) == ("0.00", True)


async def test_a_sale_counts_on_the_day_of_its_shift_whatever_the_clock_says(
    erp: Program, centre_server: RunningCentre
) -> None:
    """A battery that is empty sets the clock to 2000, a shift is open for months: the Z report has all of it."""
    products = await make_goods(erp)
    till = (await make_day(centre_server, products)).till
    first, wrong, late = len(till.entries) + 1, "2000-01-01T00:03:00+01:00", "2026-05-20T10:00:00+02:00"
    shift = open_shift(till, 2, "2026-03-02")
    sales = [sell(till, shift, products[0], 1, 500, at) for at in ("2026-03-02T10:00:00+01:00", wrong, late)]
    close_shift(till, shift, sales)
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), till.device, till.batch(first))
        assert (await verify_centre(pool))["problems"] == []
    shop = till.ground.shop
    totals = await erp.get("/reports/day-totals", shop=shop, day="2026-03-02")
    assert (totals["agrees"], totals["open_shifts"], totals["rows"][0]["gross"]) == (True, 0, "15.00")
    by_day = await erp.walk("/reports/sales/by-day", **{"from": "2026-03-02", "to": "2026-12-31"}, shop=shop)
    assert [(row["business_day"], row["sales"], row["total"]) for row in by_day] == [("2026-03-02", 3, "15.00")]
    spans = ("1999-12-31T00:00:00Z", "2000-01-02T00:00:00Z"), ("2026-05-20T00:00:00Z", "2026-05-21T00:00:00Z")
    for (since, before), sale in zip(spans, sales[1:], strict=True):
        span = {"from": since, "to": before}
        for asked in (span, span | {"shop": shop}):
            assert [row["id"] for row in await erp.walk("/sales", **asked)] == [sale.sale_id]
            assert [row["seq"] for row in await erp.walk("/movements", **asked)] == [first + 1 + sales.index(sale)]
    then = await erp.walk("/stock", shop=shop, product=products[0], at="2026-05-01T00:00:00Z")
    now = await erp.walk("/stock", shop=shop, product=products[0])
    assert Decimal(then[0]["on_hand"]) - Decimal(now[0]["on_hand"]) == 1


SPECIAL = """sku,name,unit,price,tax_rate,variant_of,variant,parts,tare,open_price,track_serials,cap,gift,measure
S-1,Shirt M,pcs,10.00,9,S,M,007*2|G-1*1,0.02,yes,yes,3,no,0.93 l
"""


async def export(centre: RunningCentre, what: str, file: Path, *more: str) -> int:
    command = ["export", what, str(file), "--database-url", centre.database_url, "--json", *more]
    return await to_thread(run_command_line, command)


async def test_files_hold_what_the_centre_holds(
    erp: Program, centre_server: RunningCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = [{"code": "4006381333931"}, {"code": "14006381333938", "quantity": "12"}]
    await erp.make("/products", {"sku": "007", "name": "Milk; 3,5 %", "price": "1.2345", "codes": codes, "cost": "0.5"})
    day = await make_day(centre_server, await make_goods(erp))
    await erp.make("/customers", {"name": "Boris", "shop": day.ground.shop})
    (tmp_path / "special.csv").write_text(SPECIAL)
    database = ["--database-url", centre_server.database_url, "--json"]
    assert await to_thread(run_command_line, ["import", "products", str(tmp_path / "special.csv"), *database]) == 0
    assert await export(centre_server, "products", tmp_path / "p.csv") == 0
    assert "'=Good 0" in (tmp_path / "p.csv").read_text("utf-8-sig")
    (tmp_path / "one.csv").write_text(
        "".join(
            line
            for line in (tmp_path / "p.csv").read_text("utf-8-sig").splitlines(keepends=True)
            if line.startswith(("sku", "007", "S-1"))
        )
    )
    capsys.readouterr()
    assert await to_thread(run_command_line, ["import", "products", str(tmp_path / "one.csv"), *database]) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 2
    [special] = csv.DictReader(io.StringIO(SPECIAL))
    rows = csv.DictReader(io.StringIO((tmp_path / "one.csv").read_text()))
    assert [row for row in rows if row.items() >= special.items()], "what is special comes out as it went in"
    for what, count in (("sales", 6), ("stock", 3), ("customers", 1), ("products", 5)):
        assert await export(centre_server, what, tmp_path / "out.json") == 0
        assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))) == count
        assert await export(centre_server, what, tmp_path / "out.csv", "--shop", "Second shop") == 0
        assert len(list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))) == count + 1
    assert await export(centre_server, "sales", tmp_path / "none.json", "--from", "2026-03-02") == 0
    assert json.loads((tmp_path / "none.json").read_text("utf-8")) == []
    assert await export(centre_server, "sales", tmp_path / "sales.txt") == 3
    assert await export(centre_server, "sales", tmp_path / "no" / "sales.csv") == 4
    assert not await to_thread(lambda: list(tmp_path.glob("*.part")))


async def test_prices_need_a_shop_where_shops_differ(erp: Program, centre_server: RunningCentre) -> None:
    yen = Ground()
    async with open_pool(centre_server.database_url) as pool, pool.connection() as conn:
        terms = shop_terms(yen, "Tokyo")
        await save_shop(conn, msgspec.structs.replace(terms, currency="JPY"))
    assert (await erp.make("/products", {"sku": "b", "name": "x", "price": "1"}))["currency"] == "XXX"
    assert (await erp.call("GET", "/products")).status_code == 400
    own = await make_program(erp.http, centre_server, shop=yen.shop)
    told = await own.make("/products", {"sku": "a", "name": "x", "price": "100.5"})
    assert (told["price"], told["currency"]) == ("100.5", "JPY")
    assert (await erp.get(f"/products/{told['id']}", shop=yen.shop))["currency"] == "JPY"
