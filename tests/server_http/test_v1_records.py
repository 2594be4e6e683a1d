"""What terminals handed in, over REST: stock, movements, sales, shifts, devices, cases; everybody their own shop."""

from collections import Counter
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import httpx
import pytest

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from tests.server.terminal import Terminal
from tests.server_http.api import V1, Day, Program, gather, make_day, make_program, sell
from tests.server_http.conftest import RunningCentre
from tests.server_http.people import sign_in_person

LISTS = ("stock", "movements", "sales", "shifts", "places", "users", "devices", "cases", "customers", "shops")


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


@pytest.fixture
async def goods(erp: Program) -> list[str]:
    """The ids of three products."""
    made = [await erp.make("/products", {"sku": f"G-{n}", "name": f"Good {n}", "price": "2.5"}) for n in range(3)]
    return [product["id"] for product in made]


@pytest.fixture
async def day(centre_server: RunningCentre, goods: list[str]) -> Day:
    return await make_day(centre_server, goods)


async def test_sales_come_whole(erp: Program, day: Day) -> None:
    told = await erp.walk("/sales", limit=2)
    assert {sale["id"] for sale in told} == {sale.sale_id for sale in (*day.sales, day.voided)}
    for sale in told:
        total = Decimal(sale["total"])
        assert sale["currency"] == "EUR"
        assert sum(Decimal(line["total"]) for line in sale["lines"]) == total
        assert sum(Decimal(tax["gross"]) for tax in sale["taxes"]) == total
        paid = sum(Decimal(payment["amount"]) for payment in sale["payments"])
        assert paid - Decimal(sale["change"]) == total + Decimal(sale["rounding"])
    voided = await erp.walk("/sales", status="voided")
    assert [(sale["id"], sale["voided"]["reason"]) for sale in voided] == [(day.voided.sale_id, "mistake")]
    assert await erp.get(f"/sales/{day.voided.sale_id}") == voided[0]
    assert {sale["id"] for sale in await erp.walk("/sales", q="T1-000001")} == {day.sales[0].sale_id}
    assert len(await erp.walk("/sales", shift=day.shift.shift_id)) == 6
    times = sorted(datetime.fromisoformat(sale["occurred_at"]) for sale in told)
    later = await erp.walk("/sales", **{"from": times[2].isoformat(), "to": times[4].isoformat()})
    assert [datetime.fromisoformat(sale["occurred_at"]) for sale in later] == times[2:4]


async def test_movements_add_up_to_stock_at_every_moment(erp: Program, day: Day, goods: list[str]) -> None:
    moved = await erp.walk("/movements", limit=3)
    assert Counter(move["reason"] for move in moved) == {"received": 3, "sale": 6, "void": 1}
    assert moved == await erp.walk("/movements", limit=500)
    assert {move["terminal"] for move in moved} == {day.till.device}
    now = await erp.walk("/stock", limit=1)
    assert {row["place"] for row in now} == {day.ground.shelf}
    assert all((row["reserved"], row["free"]) == ("0", row["on_hand"]) for row in now)
    moments = sorted({datetime.fromisoformat(move["occurred_at"]) for move in moved})
    for at in (moments[0] - timedelta(seconds=1), *moments):
        for row in await erp.walk("/stock", at=at.isoformat()):
            gained = sum(
                Decimal(move["quantity"]) * ((move["target"] == row["place"]) - (move["source"] == row["place"]))
                for move in moved
                if move["product"] == row["product"] and datetime.fromisoformat(move["occurred_at"]) <= at
            )
            assert Decimal(row["on_hand"]) == gained
    latest = await erp.walk("/stock", at=moments[-1].isoformat())
    assert [row["on_hand"] for row in latest] == [row["on_hand"] for row in now]
    mine = await erp.walk("/movements", product=goods[0], reason="sale", limit=1)
    assert {move["product"] for move in mine} == {goods[0]}
    assert len(await erp.walk("/movements", place=day.ground.supplier)) == 3
    for product in goods:
        told = await erp.walk("/movements/of-product", product=product, place=day.ground.shelf, limit=1)
        assert [row["balance"] for row in told][:1] == [row["on_hand"] for row in now if row["product"] == product]
        for later, row in pairwise(told):
            assert Decimal(later["balance"]) == Decimal(row["balance"]) + Decimal(later["change"])
        assert told[-1]["balance"] == told[-1]["change"]
        assert told == await erp.walk("/movements/of-product", product=product, shop=day.ground.shop)
        assert await erp.walk("/movements/of-product", product=product, lot="L1") == []


async def test_pages_of_sales_are_stable_while_terminals_hand_in(
    erp: Program, day: Day, centre_server: RunningCentre, goods: list[str]
) -> None:
    there = [sale["id"] for sale in await erp.walk("/sales")]
    seen: list[str] = []
    page = await erp.get("/sales", limit=2)
    second = await make_day(centre_server, goods, "Third shop", count=2)
    while True:
        seen += [sale["id"] for sale in page["items"]]
        if page["next"] is None:
            break
        _, page = await gather(
            _hand_in(centre_server, second, goods[0]), erp.get("/sales", limit=2, cursor=page["next"])
        )
    assert len(seen) == len(set(seen))
    assert set(there) <= set(seen)


async def _hand_in(centre: RunningCentre, day: Day, product: str) -> None:

    before = len(day.till.entries)
    sell(day.till, day.shift, product, 1, 100, "2026-03-01T08:00:00+01:00")
    async with open_pool(centre.database_url) as pool:
        await land(pool, await load_centre(pool), day.till.device, day.till.batch(before + 1))


async def test_shifts_devices_cases_and_people(erp: Program, day: Day, centre_server: RunningCentre) -> None:
    (shift,) = await erp.walk("/shifts")
    assert (shift["status"], shift["business_day"], shift["terminal"]) == ("closed", "2026-03-01", day.till.device)
    assert shift["closing"]["counts"][0]["difference"] == "-0.05"
    assert await erp.get(f"/shifts/{shift['id']}") == shift
    assert await erp.walk("/shifts", status="open") == []
    (device,) = await erp.walk("/devices", status="active")
    assert (device["head"]["seq"], device["head"]["hash"]) == (len(day.till.entries), day.till.entries[-1].hash.hex())
    assert (device["head"]["unprojected"], device["quarantined"]) == (0, 0)
    centre_server.ask(
        """INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
           VALUES ('fork', 'x', 'two disks', %s, now()), ('receipt.twice', %s, 'twice', NULL, now())""",
        day.till.device, f"{day.ground.shop} T1",
    )  # fmt: skip
    assert [case["kind"] for case in await erp.walk("/cases", status="open", shop=day.ground.shop)] == [
        "fork",
        "receipt.twice",
    ]
    person = await sign_in_person(erp.http, centre_server, "manager", shop=day.ground.shop)
    told = await erp.http.get(f"{V1}/users", headers=person.bearer)
    assert [user["login"] for user in told.json()["items"]] == ["manager"]
    assert told.text.count("hash") == 0


async def test_everybody_sees_their_own_shop(
    http: httpx.AsyncClient, erp: Program, day: Day, centre_server: RunningCentre, goods: list[str]
) -> None:
    other = await make_day(centre_server, goods, "Other shop")
    await erp.make("/customers", {"name": "Anna", "shop": day.ground.shop})
    theirs = await erp.make("/customers", {"name": "Boris", "shop": other.ground.shop})
    own = await make_program(http, centre_server, shop=day.ground.shop)
    for noun in LISTS:
        items = await own.walk(f"/{noun}")
        shops = {item["id" if noun == "shops" else "shop"] for item in items}
        assert shops <= {day.ground.shop}, noun
        assert noun in ("users", "cases") or items
        assert (await own.call("GET", f"/{noun}?shop={other.ground.shop}")).status_code == 403
        assert (await own.call("GET", f"/{noun}?shop={other.ground.shop.replace('-', '')}")).status_code == 403
    hidden = (
        f"/sales/{other.sales[0].sale_id}",
        f"/shifts/{other.shift.shift_id}",
        f"/devices/{other.till.device}",
        f"/customers/{theirs['id']}",
        f"/customers/{theirs['id']}/export",
    )
    for path in hidden:
        assert (await own.call("GET", path)).status_code == 404
        assert (await erp.call("GET", path)).status_code == 200
    assert (await own.call("DELETE", f"/customers/{theirs['id']}")).status_code == 404
    assert (await own.call("PATCH", f"/customers/{theirs['id']}", {"name": "x"})).status_code == 404
    assert (await own.call("POST", "/customers", {"name": "x", "shop": other.ground.shop})).status_code == 403


async def test_roles_and_scopes_open_what_they_name(http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    reads = ("products", "categories", "prices", "stock", "movements", "sales", "customers", "users")
    allowed = {"cashier": reads[:4], "warehouse_worker": reads[:5], "manager": reads, "admin": reads}
    for role, open_to in allowed.items():
        person = await sign_in_person(http, centre_server, role)
        for noun in reads:
            answer = await http.get(f"{V1}/{noun}", headers=person.bearer)
            assert answer.status_code == (200 if noun in open_to else 403), (role, noun)
        made = await http.post(f"{V1}/products", headers=person.bearer, json={"sku": role, "name": "x", "price": "1"})
        assert made.status_code == (201 if role in ("manager", "admin") else 403)
    reader = await make_program(http, centre_server, ["products:read"])
    assert (await reader.call("GET", "/products")).status_code == 200
    assert (await reader.call("GET", "/sales")).status_code == 403
    assert (await reader.call("POST", "/products", {"sku": "z", "name": "x", "price": "1"})).status_code == 403
    assert (await http.get(f"{V1}/products")).status_code == 401


async def test_a_forked_terminal_shows_its_newest_chain(erp: Program, centre_server: RunningCentre, day: Day) -> None:

    again = Terminal(day.ground, day.till.device, day.till.key)
    again.open()
    async with open_pool(centre_server.database_url) as pool:
        await land(pool, await load_centre(pool), again.device, again.batch())
    assert (await erp.get(f"/devices/{day.till.device}"))["head"]["incarnation"] == again.incarnation
