"""The enquiry of a till for figures: who may ask what, and what the other shops have."""

import httpx
import msgspec
import pytest

from server_stub.database import open_pool
from server_stub.feed.sequencer import number_changes
from server_stub.identity.people import save_person
from sync.wire.changes import Person
from sync.wire.figures import EVERYWHERE, FIGURES, MOVEMENTS, FiguresAnswer
from tests.server.terminal import new_id
from tests.server_http.api import Day, Program, make_day, make_program
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal

DAYS = {"first": "2026-03-01", "last": "2026-03-02"}


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre) -> Day:
    """Sales of another shop."""
    product = (await erp.make("/products", {"sku": "R-1", "name": "Good", "price": "2.5"}))["id"]
    return await make_day(centre_server, [product])


async def ask(till: WireTerminal, report: str, **more: object) -> tuple[int, FiguresAnswer | None]:
    answer = await till.http.post(FIGURES, json=DAYS | {"report": report} | more, headers=till.bearer)
    found = msgspec.json.decode(answer.content, type=FiguresAnswer) if answer.is_success else None
    return answer.status_code, found


async def hire(centre: RunningCentre, role: str) -> str:
    ident = new_id()
    async with open_pool(centre.database_url) as pool, pool.connection() as conn:
        person = Person(id=ident, login=f"{role}-{ident[:6]}", name=role, role=role, pin_hash="", active=True)
        await save_person(conn, SHOP, person)
    async with open_pool(centre.database_url) as pool:
        await number_changes(pool)
    return ident


async def test_everybody_sees_quantities_and_managers_values(
    enrolled: WireTerminal, centre_server: RunningCentre, day: Day
) -> None:
    product = day.sales[0].lines[0].product_id
    sold = sum(line.quantity_milli for sale in day.sales for line in sale.lines) // 1000
    status, found = await ask(enrolled, EVERYWHERE, product_id=product)
    assert status == 200
    assert found is not None
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert [row["on_hand"] for row in rows if row["shop"] == "Second shop"] == [str(50 - sold)]
    assert all(row["heard_at"] for row in rows if row["shop"] == "Second shop")
    status, found = await ask(enrolled, MOVEMENTS, product_id=product)
    assert (status, found and found.rows) == (200, ()), "a till sees what moved in its own shop"
    manager, cashier = await hire(centre_server, "manager"), await hire(centre_server, "cashier")
    assert (await ask(enrolled, "margin", asked_by=manager))[0] == 200
    assert (await ask(enrolled, "margin", asked_by=cashier))[0] == 409
    assert (await ask(enrolled, "margin"))[0] == 409
    for wrong, status in (({"report": "weather"}, 404), ({"report": EVERYWHERE}, 400), ({"last": "2025-01-01"}, 400),
                          ({"first": "x"}, 400), ({"days": 0}, 400)):  # fmt: skip
        assert (await ask(enrolled, **{"report": "reorder"} | wrong))[0] == status, wrong  # type: ignore[arg-type]
