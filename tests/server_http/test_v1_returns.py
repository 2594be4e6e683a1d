"""Returns over REST: a line says what it takes back, goods move the other way, and figures stay those of the till."""

from decimal import Decimal

import httpx
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from sync.wire.facts import SaleCompleted
from tests.server.test_returns import give_back
from tests.server_http.api import Day, Program, make_day, make_program
from tests.server_http.conftest import RunningCentre

AT = "2026-03-01T21:00:00+01:00"


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre) -> Day:
    product = await erp.make("/products", {"sku": "R-1", "name": "Good", "price": "2.5"})
    return await make_day(centre_server, [product["id"]])


async def hand_in(centre: RunningCentre, day: Day, pieces: int) -> SaleCompleted:
    """Take pieces of the last sale back as damaged, and hand that in."""
    before = len(day.till.entries)
    back = give_back(day.till, day.sales[-1], pieces, day.ground.waste, AT)
    async with open_pool(centre.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(before + 1))
    return back


async def test_a_return_is_told_as_one(erp: Program, day: Day, centre_server: RunningCentre) -> None:
    sold = day.sales[-1]
    before = await erp.get("/reports/day-totals", shop=day.ground.shop, day="2026-03-01")
    shelf = [row["on_hand"] for row in await erp.walk("/stock", place=day.ground.shelf)]
    back = await hand_in(centre_server, day, 2)

    (line,) = (await erp.get(f"/sales/{back.sale_id}"))["lines"]
    assert line["returns"] == {"sale": sold.sale_id, "receipt": sold.receipt, "reason": "too many"}
    assert (line["quantity"], Decimal(line["total"])) == ("-2", Decimal(back.total_minor) / 100)
    assert [one["returns"] for one in (await erp.get(f"/sales/{sold.sale_id}"))["lines"]] == [None]

    (moved,) = await erp.walk("/movements", reason="return")
    assert (moved["source"], moved["target"], moved["quantity"]) == (day.ground.customer, day.ground.waste, "2")
    assert [row["on_hand"] for row in await erp.walk("/stock", place=day.ground.waste)] == ["2"]
    assert [row["on_hand"] for row in await erp.walk("/stock", place=day.ground.shelf)] == shelf
    earlier = await erp.walk("/stock", place=day.ground.waste, at="2026-03-01T20:30:00+01:00")
    assert [row["on_hand"] for row in earlier] == ["0"]

    after = await erp.get("/reports/day-totals", shop=day.ground.shop, day="2026-03-01")

    def of_day(totals: dict, kind: str) -> Decimal:
        return sum(Decimal(row["gross"]) for row in totals["rows"] if row["kind"] == kind and row["shift"] is None)

    assert of_day(after, "sales") - of_day(before, "sales") == Decimal(back.total_minor) / 100
    assert of_day(after, "method") - of_day(before, "method") == Decimal(back.total_minor) / 100


async def test_a_program_is_no_till(erp: Program) -> None:
    answer = await erp.http.get("/ECK/API/SYNC/RECEIPT?number=T1-000001", headers={"X-API-Key": erp.key})
    assert answer.status_code == 403
