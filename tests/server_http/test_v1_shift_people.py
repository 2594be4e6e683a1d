"""Several people on one drawer: who sold what in a shift, over REST; it adds up to the Z report."""

from decimal import Decimal

import httpx
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.identity.people import save_person
from server_stub.ids import new_id
from server_stub.journal.ingest import land
from sync.wire.changes import Person
from tests.server.test_returns import give_back
from tests.server_http.api import Day, Program, close_shift, make_day, make_program, open_shift, sell
from tests.server_http.conftest import RunningCentre
from tests.server_http.people import sign_in_person

AT = "2026-03-02T10:00:00+01:00"


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def day(erp: Program, centre_server: RunningCentre) -> Day:
    """A second day on which Olga and Ivan share the drawer: he takes some back, one sale of hers is void."""
    product = (await erp.make("/products", {"sku": "R-1", "name": "Good", "price": "2.5"}))["id"]
    day = await make_day(centre_server, [product])
    till, before = day.till, len(day.till.entries)
    shift = open_shift(till, 2, "2026-03-02")
    olga = Person(id=new_id(), login="olga", name="Olga", role="cashier", pin_hash="")
    till.actor = olga.id
    sold = [sell(till, shift, product, pieces, 250, AT) for pieces in (1, 2, 3)]
    till.void(sold.pop())
    till.actor = "ivan"
    sold.append(sell(till, shift, product, 4, 250, AT))
    sold.append(give_back(till, sold[-1], 1, day.ground.waste, AT))
    close_shift(till, shift, sold)
    async with open_pool(centre_server.database_url) as pool:
        async with pool.connection() as conn:
            await save_person(conn, day.ground.shop, olga)
        await land(pool, await load_centre(pool), till.device, till.batch(before + 1))
    return Day(day.ground, till, shift, sold, day.voided)


async def test_each_person_has_figures_that_add_up_to_the_z_report(erp: Program, day: Day) -> None:
    shift = await erp.get(f"/shifts/{day.shift.shift_id}")
    people = {who["name"] or who["person"]: who for who in await erp.walk(f"/shifts/{shift['id']}/people")}
    assert {name: (who["sales"], who["total"], who["voids"], who["voided"]) for name, who in people.items()} == {
        "Olga": (2, "7.50", 1, "7.50"),
        "ivan": (2, "7.50", 0, "0.00"),
    }
    assert (people["ivan"]["returns"], people["ivan"]["returned"]) == (1, "2.50")
    assert sum(who["sales"] for who in people.values()) == shift["closing"]["sales"]
    assert sum(Decimal(who["total"]) for who in people.values()) == Decimal(shift["closing"]["total"])
    page = await erp.get(f"/shifts/{shift['id']}/people", limit=1)
    assert (len(page["items"]), page["next"] is None) == (1, False)
    assert len(await erp.walk(f"/shifts/{shift['id']}/people", limit=1)) == 2


async def test_a_void_counts_for_who_took_it_back(erp: Program, day: Day, centre_server: RunningCentre) -> None:
    before = len(day.till.entries)
    day.till.void(day.sales[0])  # Ivan takes back what Olga sold
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(before + 1))
    people = {who["name"] or who["person"]: who for who in await erp.walk(f"/shifts/{day.shift.shift_id}/people")}
    assert {name: (who["sales"], who["total"], who["voids"], who["voided"]) for name, who in people.items()} == {
        "Olga": (1, "5.00", 1, "7.50"),
        "ivan": (2, "7.50", 1, "2.50"),
    }


async def test_another_shops_shift_is_not_there(
    http: httpx.AsyncClient, erp: Program, day: Day, centre_server: RunningCentre
) -> None:
    other = await make_day(centre_server, [day.sales[0].lines[0].product_id], "Other shop")
    own = await make_program(http, centre_server, shop=other.ground.shop)
    assert (await own.call("GET", f"/shifts/{day.shift.shift_id}/people")).status_code == 404
    assert (await erp.call("GET", f"/shifts/{new_id()}/people")).status_code == 404
    cashier = await sign_in_person(http, centre_server, "cashier", shop=day.ground.shop)
    path = f"/ECK/API/V1/shifts/{day.shift.shift_id}/people"
    assert (await http.get(path, headers=cashier.bearer)).status_code == 403
