"""Receipts of a company's other shops: shown where the terms say so, to one till for a quarter of an hour."""

import asyncio
import uuid

import httpx
import msgspec
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from sync.wire.receipts import RECEIPT, Receipt
from tests.server.test_returns import give_back
from tests.server_http.api import Day, Program, make_day, make_program
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre) -> Day:
    """Sales of another shop."""
    product = (await erp.make("/products", {"sku": "R-1", "name": "Good", "price": "2.5"}))["id"]
    return await make_day(centre_server, [product])


async def allow(erp: Program, shop: str = SHOP) -> None:
    """The shop takes goods of the others back."""
    answer = await erp.call("PATCH", f"/shops/{shop}", {"returns_from_other_shops": True})
    assert answer.json()["returns_from_other_shops"] is True, answer.text


async def second_till(http: httpx.AsyncClient, centre: RunningCentre, shop: str = SHOP) -> WireTerminal:
    till = WireTerminal(http, device_id=str(uuid.uuid4()))
    await till.register(centre.token(shop=shop))
    await till.sign_in()
    return till


async def ask(till: WireTerminal, number: str) -> tuple[int, Receipt | None]:
    answer = await till.get(RECEIPT, number=number)
    found = msgspec.json.decode(answer.content, type=Receipt) if answer.is_success else None
    return answer.status_code, found


async def test_off_unless_the_terms_say_so(enrolled: WireTerminal, erp: Program, day: Day) -> None:
    number = day.sales[0].receipt
    assert await ask(enrolled, number) == (404, None)
    await allow(erp)
    status, found = await ask(enrolled, number)
    assert found is not None
    assert (status, found.sale_id, found.shop, found.own) == (200, day.sales[0].sale_id, "Second shop", False)
    assert (await ask(enrolled, "T99-000001"))[0] == 404


async def test_one_till_at_a_time_until_it_is_done_or_the_time_is_over(
    http: httpx.AsyncClient, enrolled: WireTerminal, erp: Program, day: Day, centre_server: RunningCentre
) -> None:
    await allow(erp)
    number = day.sales[0].receipt
    other = await second_till(http, centre_server)
    home = await second_till(http, centre_server, day.ground.shop)
    assert [(await ask(till, number))[0] for till in (enrolled, enrolled, other, home)] == [200, 200, 409, 409]
    centre_server.ask("UPDATE receipt_hold SET expires_at = now() - interval '1 second'")
    assert [(await ask(till, number))[0] for till in (other, enrolled, home)] == [200, 409, 409]
    before = len(day.till.entries)
    give_back(day.till, day.sales[0], 1, day.ground.shelf, "2026-03-01T19:00:00+01:00")
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(before + 1))
    status, found = await ask(enrolled, number)
    assert (status, len(found.taken) if found else 0) == (200, 1), "what came back is told, and the hold is over"


async def test_of_tills_that_ask_at_the_same_moment_one_gets_it(
    http: httpx.AsyncClient, enrolled: WireTerminal, erp: Program, day: Day, centre_server: RunningCentre
) -> None:
    await allow(erp)
    tills = [enrolled, *[await second_till(http, centre_server) for _ in range(3)]]
    for sale in day.sales:
        answers = await asyncio.gather(*(ask(till, sale.receipt) for till in tills))
        assert sorted(status for status, _ in answers) == [200, 409, 409, 409]


async def test_another_currency_stays_where_it_is(
    enrolled: WireTerminal, erp: Program, day: Day, centre_server: RunningCentre
) -> None:
    await allow(erp)
    centre_server.ask("UPDATE shop SET currency = 'CHF' WHERE id = %s", day.ground.shop)
    assert (await ask(enrolled, day.sales[0].receipt))[0] == 404
