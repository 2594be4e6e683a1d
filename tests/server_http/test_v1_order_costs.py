"""Freight and the like over REST: added to an order, told with what carries it, taken back once."""

from pathlib import Path

import httpx
import msgspec
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.jobs.values import value_stock
from server_stub.journal.ingest import land
from tests.edges import SettableClock
from tests.server.asking import number_stock
from tests.server.test_ledger import document, moved
from tests.server.working import make_place
from tests.server_http.api import Day, Program, make_day, make_program
from tests.server_http.conftest import RunningCentre


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre) -> Day:
    """A shop that sells goods of which the first weighs a kilogram."""
    bodies = [{"sku": f"G-{n}", "name": "Good", "price": "2.5"} for n in range(3)]
    made = [await erp.make("/products", body | ({} if n else {"measure": "1 kg"})) for n, body in enumerate(bodies)]
    return await make_day(centre_server, [one["id"] for one in made])


async def test_a_cost_is_added_spread_and_taken_back(
    erp: Program, day: Day, centre_server: RunningCentre, clock: SettableClock, tmp_path: Path
) -> None:
    ground = day.ground
    draft = {"shop": ground.shop, "kind": "receipt", "number": "P-1", "lines": [{"sku": "G-0", "quantity": "10"}]}
    made = await erp.make("/orders", draft)
    path = f"/orders/{made['id']}/costs"
    assert (await erp.call("GET", path)).json() == {"items": []}
    told = await erp.make(path, {"kind": " Freight ", "amount": "12.50", "spread": "weight"})
    [cost] = told["items"]
    figures = ("kind", "amount", "currency", "spread", "lines", "taken_back_at")
    assert [cost[name] for name in figures] == ["Freight", "12.50", "EUR", "weight", 0, None]
    product = made["lines"][0]["product"]
    goods = msgspec.structs.replace(moved(ground.supplier, ground.shelf, 10_000, product=product), cost_e4=2_0000)
    handed_in = len(day.till.entries)
    received = document(goods, purpose="received", order_id=made["id"])
    day.till.seal(received, at="2026-03-03T10:00:00+01:00")
    clock.advance(days=9)

    async def make_values() -> list[str]:
        await number_stock(pool)
        await value_stock(await make_place(pool, clock, tmp_path), {})
        rows = await erp.walk("/reports/stock-value", shop=ground.shop, day="2026-03-10")
        return [row["landed"] for row in rows if row["sku"] == "G-0"]

    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(handed_in + 1))
        assert await make_values() == ["12.50"]
        assert (await erp.call("GET", path)).json()["items"][0]["lines"] == 1
        history = await erp.walk("/movements/of-product", product=product, shop=ground.shop)
        assert [row["landed"] for row in history if row["document"] == received.document_id] == ["12.50"]
        assert {row["landed"] for row in history if row["document"] != received.document_id} == {None}
        answer = await erp.call("DELETE", f"{path}/{cost['id']}")
        assert answer.json()["items"][0]["taken_back_at"]
        assert (await erp.call("DELETE", f"{path}/{cost['id']}")).status_code == 409
        assert await make_values() == ["0.00"]


async def test_what_is_no_cost_is_refused(erp: Program, day: Day) -> None:
    lines = [{"sku": "G-1", "quantity": "1"}, {"sku": "G-0", "quantity": "1"}]
    draft = {"shop": day.ground.shop, "kind": "receipt", "number": "P-2", "lines": lines}
    path = f"/orders/{(await erp.make('/orders', draft))['id']}/costs"
    for body in (
        {"kind": "Freight", "amount": "0"},
        {"kind": " ", "amount": "1"},
        {"kind": "Freight", "amount": "1.005"},
        {"kind": "Freight", "amount": "-1"},
        {"kind": "Freight", "amount": "1", "spread": "luck"},
    ):
        assert (await erp.call("POST", path, body)).status_code == 400
    lacking = await erp.call("POST", path, {"kind": "Freight", "amount": "1", "spread": "weight"})
    assert (lacking.status_code, "G-1" in lacking.text, "G-0" in lacking.text) == (409, True, False)
    picking = await erp.make("/orders", draft | {"kind": "picking"})
    refused = await erp.call("POST", f"/orders/{picking['id']}/costs", {"kind": "Freight", "amount": "1"})
    assert refused.status_code == 409
    assert (await erp.call("GET", path)).json() == {"items": []}
