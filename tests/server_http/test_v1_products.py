"""Products over REST: made, found in two alphabets, changed on condition, and told to the terminals."""

from itertools import pairwise

import httpx
import msgspec
import pytest

from server_stub.api.export_rows import Range, read_rows
from server_stub.database import open_pool
from sync.wire.changes import Product
from sync.wire.messages import PAGE, Page
from tests.server_http.api import Program, gather, make_program
from tests.server_http.conftest import RunningCentre
from tests.server_http.people import sign_in_person
from tests.server_http.terminal import WireTerminal

MILK = {"sku": "M-1", "name": "Молоко Ёлочка 3,2 %", "price": "1.29", "tax_rate": "13.5", "category": "Dairy",
        "codes": [{"code": "4006381333931"}, {"code": "14006381333938", "quantity": "12"}], "cost": "0.8"}  # fmt: skip


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


async def test_a_product_is_made_and_told_to_the_terminals(erp: Program, enrolled: WireTerminal) -> None:
    made = await erp.make("/products", MILK)
    assert (made["price"], made["currency"], made["tax_rate"], made["cost"]) == ("1.29", "EUR", "13.5", "0.80")
    assert made["codes"] == [
        {"code": "4006381333931", "quantity": "1"},
        {"code": "14006381333938", "quantity": "12"},
    ]
    assert await erp.get(f"/products/{made['id']}") == made
    page = msgspec.msgpack.decode((await enrolled.get(PAGE.format(feed="catalogue"))).content, type=Page)
    told = msgspec.msgpack.decode(page.changes[-1].row, type=Product)
    assert (told.id, told.price_e4, told.codes[1].pack_milli) == (made["id"], 12_900, 12_000)


async def test_a_taken_article_number_is_409_with_the_present_product(erp: Program) -> None:
    made = await erp.make("/products", MILK)
    again = await erp.call("POST", "/products", MILK | {"name": "Other"})
    assert (again.status_code, again.json()["present"]) == (409, made)


SPECIAL = {"variant_of": "SHIRT", "variant": "M, red", "parts": [{"sku": "M-1", "quantity": "2.5"}], "tare": "0.02",
           "open_price": True, "open_quantity": True, "track_serials": True, "cap": "3", "gift": True,
           "measure": "0.93 l"}  # fmt: skip


async def test_what_is_special_about_a_product_goes_both_ways(erp: Program, centre_server: RunningCentre) -> None:
    await erp.make("/products", {"sku": "M-1", "name": "Lid", "price": "1"})
    made = await erp.make("/products", {"sku": "S-1", "name": "Box", "price": "5"} | SPECIAL | {"measure": "930 ml"})
    assert {name: made[name] for name in SPECIAL} == SPECIAL
    patched = (await erp.call("PATCH", f"/products/{made['id']}", {"cap": "0", "parts": [], "measure": ""})).json()
    assert patched == made | {"cap": "0", "parts": [], "measure": "", "version": patched["version"]}
    recipe = {"recipe": [{"sku": "M-1", "quantity": "2"}]}
    assert (await erp.call("PATCH", f"/products/{made['id']}", recipe)).json()["recipe"] == recipe["recipe"]
    async with open_pool(centre_server.database_url, max_size=1) as pool, pool.connection() as conn:
        _, row = [row async for row in read_rows(conn, "products", Range())]
    assert (row["variant_of"], row["tare"], row["open_price"], row["cap"]) == ("SHIRT", "0.02", "yes", "")


async def test_a_code_is_kept_as_a_file_would_write_it(erp: Program) -> None:
    made = await erp.make("/products", MILK | {"codes": [{"code": "036000291452"}]})
    assert made["codes"] == [{"code": "0036000291452", "quantity": "1"}]
    assert [found["id"] for found in await erp.walk("/products", code="036000291452")] == [made["id"]]


async def test_a_change_on_condition(erp: Program) -> None:
    made = await erp.make("/products", MILK)
    path = f"/prices/{made['id']}"
    changed = await erp.call("PUT", path, {"price": "1.3333", "version": made["version"]})
    assert (changed.status_code, changed.json()["price"]) == (200, "1.3333")
    late = await erp.call("PUT", path, {"price": "9.99", "version": made["version"]})
    assert (late.status_code, late.json()["present"]) == (409, changed.json())
    patched = await erp.call("PATCH", f"/products/{made['id']}", {"name": "Milk", "active": False, "cost": None})
    assert (patched.json()["name"], patched.json()["active"], patched.json()["cost"]) == ("Milk", False, None)
    assert patched.json()["codes"] == made["codes"]
    assert [price["sku"] for price in await erp.walk("/prices")] == []


async def test_of_two_changes_at_once_one_wins(erp: Program) -> None:
    made = await erp.make("/products", MILK)
    wanted = [{"price": f"{n}.00", "version": made["version"]} for n in range(1, 9)]
    answers = await gather(*(erp.call("PUT", f"/prices/{made['id']}", body) for body in wanted))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7


async def test_words_find_a_product_in_two_alphabets(erp: Program) -> None:
    made = await erp.make("/products", MILK)
    await erp.make("/products", {"sku": "B-1", "name": "Bread", "price": "2"})
    for words in ("молоко", "ЕЛОЧ", "мол ёл", "dairy мол", "4006381", "m-1", "3,2"):
        assert [found["id"] for found in (await erp.get("/products", q=words))["items"]] == [made["id"]]
    for words in ("лочка", "!!!", "молоко bread", "'", "\\", "a & b | !c:*"):
        assert (await erp.get("/products", q=words))["items"] == []


async def test_a_renamed_product_is_found_by_its_new_words(erp: Program) -> None:
    made = await erp.make("/products", MILK)
    assert len((await erp.get("/products", q="молоко"))["items"]) == 1
    await erp.call("PATCH", f"/products/{made['id']}", {"name": "Кефир"})
    assert (await erp.get("/products", q="молоко"))["items"] == []
    assert len((await erp.get("/products", q="кеф"))["items"]) == 1


async def test_pages_are_stable_while_products_are_added(erp: Program) -> None:
    there = [
        (await erp.make("/products", {"sku": f"S-{n:03}", "name": "Thing", "price": "1"}))["sku"] for n in range(30)
    ]
    seen: list[str] = []
    page = await erp.get("/products", limit=4)
    number = 0
    while True:
        seen += [item["sku"] for item in page["items"]]
        if page["next"] is None:
            break
        added = [{"sku": f"S-{n:03}{where}", "name": "New", "price": "1"} for n, where in ((number, "x"), (29, number))]
        _, _, page = await gather(
            *(erp.make("/products", body) for body in added), erp.get("/products", limit=4, cursor=page["next"])
        )
        number += 1
    assert set(there) <= set(seen)
    assert all(first < second for first, second in pairwise(seen))


async def test_a_cursor_is_of_its_own_list(erp: Program) -> None:
    for n in range(3):
        await erp.make("/products", {"sku": f"S-{n}", "name": "Thing", "price": "1"})
    cursor = (await erp.get("/products", limit=1))["next"]
    assert (await erp.call("GET", f"/prices?cursor={cursor}")).status_code == 400
    for made_up in (cursor[:-2], "x", "AAAA", "ä", "e30", "a" * 1999):
        assert (await erp.call("GET", f"/products?cursor={made_up}")).status_code == 400


NO_PRODUCTS: tuple[object, ...] = (
    {}, [], {"sku": "", "name": "x", "price": "1"}, {"sku": "a", "name": "x", "price": 1},
    {"sku": "a", "name": "x", "price": "-1"}, {"sku": "a", "name": "x", "price": "1e9"},
    {"sku": "a", "name": "x", "price": "99999999"}, {"sku": "a\u0000", "name": "x", "price": "1"},
    {"sku": "a", "name": "x\n", "price": "1"}, {"sku": "a", "name": "x", "price": "1", "codes": [{"code": ""}]},
    {"sku": "a", "name": "x", "price": "1", "codes": [{"code": "1", "quantity": "0"}]},
    {"sku": "a", "name": "x", "price": "1", "nonsense": 1}, {"sku": "a", "name": "x", "price": "1", "cap": "10000"},
    {"sku": "a", "name": "x", "price": "1", "tare": "101"}, {"sku": "a", "name": "x", "price": "1", "measure": "9 ft"},
    {"sku": "a", "name": "x", "price": "1", "parts": [{"sku": "b"}, {"sku": "b"}]},
    {"sku": "a", "name": " ", "price": "1"}, {"sku": "a", "name": "x", "price": "1", "parts": [{"sku": "nowhere"}]},
    {"sku": "a", "name": "x", "price": "1", "recipe": [{"sku": "a"}]},
    {"sku": "a", "name": "x", "price": "1", "parts": [{"sku": "b", "quantity": "0"}]},
)  # fmt: skip


async def test_what_is_no_product_is_400(erp: Program) -> None:
    for body in NO_PRODUCTS:
        answer = await erp.call("POST", "/products", body)
        assert (answer.status_code, bool(answer.json()["error"])) == (400, True)
    assert (await erp.get("/products"))["items"] == []


async def test_what_is_no_question(erp: Program) -> None:
    for query in ("limit=0", "limit=501", "limit=x", "nonsense=1", "q=%00", "shop=x", "limit=1&limit=2"):
        assert (await erp.call("GET", f"/products?{query}")).status_code == 400
    for ident in ("x", "018f0000-0000-7000-8000-0000000000ff", "%00"):
        assert (await erp.call("GET", f"/products/{ident}")).status_code == 404


async def test_the_cost_is_for_managers(erp: Program, http: httpx.AsyncClient, centre_server: RunningCentre) -> None:
    made = await erp.make("/products", MILK)
    for role, cost in (("manager", "0.80"), ("cashier", None)):
        person = await sign_in_person(http, centre_server, role)
        told = await http.get(f"/ECK/API/V1/products/{made['id']}", headers=person.bearer)
        assert told.json()["cost"] == cost


async def test_a_key_makes_a_write_happen_once(erp: Program, centre_server: RunningCentre) -> None:
    answers = await gather(*(erp.call("POST", "/products", MILK, **{"Idempotency-Key": "order-1"}) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    other = await erp.call("POST", "/products", MILK | {"sku": "M-2"}, **{"Idempotency-Key": "order-1"})
    assert other.status_code == 422
    assert (await erp.call("POST", "/products", MILK | {"sku": "M-2"}, **{"Idempotency-Key": ""})).status_code == 400
    centre_server.clock.advance(days=8)
    again = await erp.call("POST", "/products", MILK, **{"Idempotency-Key": "order-1"})
    assert again.status_code == 409


async def test_a_refused_write_leaves_its_key_free(erp: Program) -> None:
    await erp.make("/products", MILK)
    assert (await erp.call("POST", "/products", MILK, **{"Idempotency-Key": "k"})).status_code == 409
    assert (await erp.call("POST", "/products", MILK | {"sku": "M-2"}, **{"Idempotency-Key": "k"})).status_code == 201


async def test_categories_are_counted(erp: Program) -> None:
    await erp.make("/products", MILK)
    await erp.make("/products", {"sku": "K", "name": "Kefir", "price": "2", "category": "Dairy", "active": False})
    assert await erp.walk("/categories") == [{"name": "Dairy", "products": 2, "active": 1}]
    assert [item["sku"] for item in await erp.walk("/products", category="Dairy", active=True)] == ["M-1"]
    assert [item["sku"] for item in await erp.walk("/products", code="14006381333938")] == ["M-1"]
