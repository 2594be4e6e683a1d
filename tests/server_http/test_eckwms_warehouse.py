"""Goods, places, put-away, counts and picking over HTTP; whatever moves is in the ledger, and the centre verifies."""

import asyncio
from typing import Any

import httpx
import pytest

from server_stub.database import open_pool
from server_stub.journal.verify import verify_centre
from tests.server_http.callers import OTHER_SHOP
from tests.server_http.conftest import SHOP, RunningCentre, add_shop
from tests.server_http.eckwms_shop import EckShop, stock_shop
from tests.server_http.terminal import WireTerminal

TEA = "4006381333931"


@pytest.fixture
def shop(centre_server: RunningCentre) -> EckShop:
    return stock_shop(centre_server)


async def post(terminal: WireTerminal, tail: str, body: object, **headers: str) -> httpx.Response:
    return await terminal.http.post(f"/E/api/{tail}", json=body, headers=terminal.bearer | headers)


async def put(terminal: WireTerminal, qty: object, op: str = "add", **more: Any) -> httpx.Response:
    body = {"item_barcode": TEA, "shelf_barcode": "A-01", "warehouse": "Corner shop", "qty": qty, "op": op} | more
    key = {"X-Idempotency-Key": body.pop("key")} if "key" in body else {}
    return await post(terminal, "warehouse/put-away", body, **key)


async def is_sound(shop: EckShop) -> bool:
    """Whether the centre's own verification finds every figure to be the sum of its movements."""
    async with open_pool(shop.centre.database_url) as pool:
        found = await verify_centre(pool)
    assert found["problems"] == []
    return bool(found["ok"])


async def test_goods_as_clients_read_them(enrolled: WireTerminal, shop: EckShop) -> None:
    await put(enrolled, 12.5)
    shop.add_product("NO-CODE")
    for path in ("/E/api/items", "/api/items", "/eck/api/items"):
        items = (await enrolled.get(path)).json()
        assert [item["default_code"] for item in items] == ["MUG", "NO-CODE", "PEN", "TEA"]
    tea, bare = items[3], items[1]
    assert (tea["id"], tea["barcode"], tea["qty_available"], tea["list_price"]) == (shop.goods["TEA"], TEA, 12.5, 2.5)
    assert (bare["barcode"], bare["qty_available"], bare["active"]) == (False, 0, True)
    first = await enrolled.get("/E/api/items", limit=3)
    assert (len(first.json()), first.headers["x-next-after"]) == (3, "PEN")
    rest = await enrolled.get("/E/api/items", after="PEN", limit=3)
    assert ([item["default_code"] for item in rest.json()], "x-next-after" in rest.headers) == (["TEA"], False)
    for query in ({"limit": 0}, {"limit": 5001}, {"limit": "x"}, {"after": "\0"}):
        assert (await enrolled.get("/E/api/items", **query)).status_code == 400


async def test_the_warehouse_is_a_tree(enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient) -> None:
    add_shop(shop.centre.database_url, OTHER_SHOP, "Elsewhere")
    (root,) = (await enrolled.get("/E/api/warehouse")).json()
    assert (root["id"], root["name"], root["usage"]) == (SHOP, "Corner shop", "view")
    usages = {place["code"]: place["usage"] for place in root["children"]}
    assert usages["A-01"] == usages["DOCK"] == "internal"
    assert (usages["SUPPLIER"], usages["CUSTOMER"], usages["LOST"]) == ("supplier", "customer", "inventory")
    bins = "UPDATE place SET parent_id = (SELECT id FROM place WHERE code = 'DOCK') WHERE code = 'A-02' RETURNING 1"
    shop.centre.ask(bins)
    (tree,) = (await enrolled.get("/E/api/warehouse")).json()
    (dock,) = [place for place in tree["children"] if place["code"] == "DOCK"]
    assert [place["code"] for place in dock["children"]] == ["A-02"]
    assert "A-02" not in [place["code"] for place in tree["children"]]
    shop.centre.ask("UPDATE place SET parent_id = NULL RETURNING 1")
    barcodes = [place["barcode"] for place in root["children"]]
    assert len(set(barcodes)) == 7
    assert all(len(code) == 19 and code[0] == "p" for code in barcodes)
    again = (await enrolled.get("/eck/api/warehouse", warehouse="Corner shop")).json()
    assert again == [root]
    assert (await enrolled.get("/E/api/warehouse", warehouse="Elsewhere")).status_code == 404
    everywhere = shop.add_key("warehouse:read", shop=None)
    assert (await http.get("/E/api/warehouse", headers=everywhere)).status_code == 400
    (other,) = (await http.get(f"/E/api/warehouse?warehouse={OTHER_SHOP}", headers=everywhere)).json()
    assert (other["name"], other["children"]) == ("Elsewhere", [])


async def test_adding_takes_from_receiving_first(enrolled: WireTerminal, shop: EckShop) -> None:
    await put(enrolled, 5, shelf_barcode="DOCK")
    answer = await put(enrolled, 8)
    assert answer.status_code == 200
    placed = answer.json()["placed"]
    assert (answer.json()["ok"], placed["product"]["default_code"], placed["location"]["code"]) == (True, "TEA", "A-01")
    assert placed["quant"] == {"quantity": 8, "reserved_quantity": 0}
    assert shop.moved() == [
        ("SUPPLIER", "DOCK", 5000, "received"),
        ("DOCK", "A-01", 5000, "put_away"),
        ("SUPPLIER", "A-01", 3000, "received"),
    ]
    assert (shop.held("TEA", "A-01"), shop.held("TEA", "DOCK")) == (8000, 0)
    assert await is_sound(shop)


async def test_setting_counts_and_does_so_once(enrolled: WireTerminal, shop: EckShop) -> None:
    await put(enrolled, 10)
    for _ in range(3):
        assert (await put(enrolled, "7.5", "set")).json()["placed"]["quant"]["quantity"] == 7.5
    assert shop.moved()[1:] == [("A-01", "LOST", 2500, "counted")]
    assert shop.held("TEA", "A-01") == 7500
    await asyncio.gather(*(put(enrolled, qty, "set") for qty in (1, 2, 3, 4, 5, 6)))
    assert shop.held("TEA", "A-01") in {1000, 2000, 3000, 4000, 5000, 6000}
    assert await is_sound(shop)


async def test_adding_counts_each_time_unless_it_is_numbered(enrolled: WireTerminal, shop: EckShop) -> None:
    await put(enrolled, 1)
    await put(enrolled, 1)
    first = (await put(enrolled, 4, key="k1")).json()
    again = await asyncio.gather(*(put(enrolled, 4, key="k1") for _ in range(5)))
    assert [answer.json() for answer in again] == [first | {"duplicate": True}] * 5
    assert (await put(enrolled, 5, key="k1")).status_code == 409
    assert (await put(enrolled, 4, key="k" * 201)).status_code == 400
    assert shop.held("TEA", "A-01") == 6000
    assert (await put(enrolled, 1, item_barcode="new", key="k2")).status_code == 404
    shop.add_product("new")
    assert (await put(enrolled, 1, item_barcode="new", key="k2")).json()["ok"]  # what was refused is no answer
    assert await is_sound(shop)


async def test_the_feed_tells_of_what_was_put_away(enrolled: WireTerminal, shop: EckShop) -> None:
    await put(enrolled, 3)
    rows = shop.centre.ask("SELECT count(*) FROM stock WHERE shop_id = %s AND on_hand_milli = 3000", SHOP)
    assert rows == [(1,)]


async def test_what_cannot_be_put_away_is_told(enrolled: WireTerminal, shop: EckShop) -> None:
    shop.add_product("OTHER", "96385074")
    for wrong, status in (
        ({"item_barcode": "no such thing"}, 404),
        ({"shelf_barcode": "no such place"}, 404),
        ({"item_barcode": "96385074"}, 409),
        ({"shelf_barcode": "CUSTOMER"}, 409),
        ({"warehouse": "Elsewhere"}, 404),
        ({"item_barcode": ""}, 400),
        ({"op": "take"}, 400),
        ({"qty": -1}, 400),
        ({"qty": 1.0001}, 400),
        ({"qty": True}, 400),
        ({"qty": None}, 400),
        ({"qty": "NaN"}, 400),
        ({"qty": "1e99999999"}, 400),
        ({"qty": 10**10}, 400),
        ({"deviceId": "another"}, 403),
    ):
        answer = await put(enrolled, **({"qty": 1} | wrong))
        assert (answer.status_code, wrong) == (status, wrong)
        assert answer.json()["error"]
    assert shop.moved() == []
    shop.centre.ask("DELETE FROM place WHERE kind = 'supplier'")
    answer = await put(enrolled, 1)
    assert (answer.status_code, answer.json()["code"]) == (409, "place.missing")


async def test_book_and_count_are_compared(enrolled: WireTerminal, shop: EckShop) -> None:
    for sku, held, counted in (("TEA", 5, 5), ("MUG", 5, 3), ("PEN", 5, None)):
        await put(enrolled, held, item_barcode=sku)
        if counted is not None:
            await put(enrolled, counted, "set", item_barcode=sku)
    shop.add_product("FOUND")
    await put(enrolled, 2, "set", item_barcode="FOUND")
    told = (await enrolled.get("/E/api/warehouse/reconcile", warehouse="Corner shop")).json()
    summary = {"total": 4, "counted": 3, "match": 1, "short": 1, "over": 1, "uncounted": 1}
    assert (told["warehouse"], told["summary"]) == (SHOP, summary)
    lines = [(line["default_code"], line["soll"], line["ist"], line["diff"], line["status"]) for line in told["lines"]]
    assert lines == [
        ("FOUND", 0, 2, 2, "over"), ("MUG", 5, 3, -2, "short"), ("PEN", 5, None, None, "uncounted"),
        ("TEA", 5, 5, 0, "match"),
    ]  # fmt: skip
    page = (await enrolled.get("/api/warehouse/reconcile", after="MUG", limit=1)).json()
    assert ([line["default_code"] for line in page["lines"]], page["summary"]) == (["PEN"], summary)


async def new_picking(shop: EckShop, http: httpx.AsyncClient, name: str = "P-1", **more: Any) -> httpx.Response:
    order = {
        "name": name, "origin": "SO-77", "partner_name": "Café Nord", "destination": "PACK",
        "lines": [
            {"product": "MUG", "quantity": 2, "location": "A-02"}, {"product": TEA, "quantity": 3, "location": "A-01"},
        ],
    }  # fmt: skip
    return await http.post("/E/api/pickings", json=order | more, headers=shop.add_key("pickings:write"))


async def test_a_list_is_picked(enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient) -> None:
    await put(enrolled, 10)
    await put(enrolled, 10, item_barcode="MUG", shelf_barcode="A-02")
    picking = (await new_picking(shop, http)).json()["id"]
    (told,) = (await enrolled.get("/E/api/pickings/active")).json()
    assert {
        "id": picking,
        "name": "P-1",
        "state": "assigned",
        "line_count": 2,
        "picked_count": 0,
    }.items() <= told.items()
    route = (await enrolled.get(f"/eck/API/pickings/{picking}/ROUTE")).json()
    tea, mug = route["lines"]
    assert (tea["product_barcode"], tea["qty_demand"], tea["qty_done"], tea["sequence"]) == (TEA, 3, 0, 1)
    assert (mug["location_name"], mug["state"], mug["rack_x"], mug["rack_y"]) == ("Place A-02", "assigned", 1, 2)
    assert route["route"] == {"path": [{"x": 1, "y": 1}, {"x": 1, "y": 2}]}

    async def confirm(line: dict[str, Any], qty: object, product: str = "", place: str = "") -> httpx.Response:
        body = {"qty_done": qty, "scanned_product_barcode": product, "scanned_location_barcode": place}
        return await post(enrolled, f"pickings/{picking}/lines/{line['id']}/confirm", body)

    assert (await post(enrolled, f"pickings/{picking}/validate", {})).status_code == 409
    assert (await confirm(tea, 3, "MUG", "A-01")).status_code == 409
    assert (await confirm(tea, 3, TEA, "A-02")).status_code == 409
    assert (await confirm(tea, 4)).status_code == 409
    assert (await confirm(tea, -1)).status_code == 400
    for _ in range(2):
        assert (await confirm(tea, 3, TEA, tea["location_barcode"])).json() == {"success": True}
    assert (await confirm(mug, 1.0, "MUG", "A-02")).status_code == 200
    assert (await enrolled.get("/E/api/pickings/active")).json()[0]["picked_count"] == 2
    validations = await asyncio.gather(*(post(enrolled, f"pickings/{picking}/validate", {}) for _ in range(4)))
    assert [answer.json() for answer in validations] == [{"success": True}] * 4
    assert shop.moved()[2:] == [("A-02", "PACK", 1000, "picked"), ("A-01", "PACK", 3000, "picked")]
    assert (shop.held("TEA", "A-01"), shop.held("TEA", "PACK"), shop.held("MUG", "PACK")) == (7000, 3000, 1000)
    assert (await confirm(tea, 3)).status_code == 200  # a repeated message changes nothing, so it is no error
    assert (await confirm(tea, 2)).status_code == 409
    assert (await enrolled.get("/E/api/pickings/active")).json() == []
    assert await is_sound(shop)


async def test_what_is_no_list_is_told(enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient) -> None:
    assert (await new_picking(shop, http)).status_code == 201
    for more, status in (
        ({}, 409), ({"name": ""}, 400), ({"name": "P-2", "lines": []}, 400), ({"name": "P-2", "lines": [7]}, 400),
        ({"name": "P-2", "destination": "nowhere"}, 404), ({"name": "P-2", "priority": "high"}, 400),
        ({"name": "P-2", "lines": [{"product": "MUG", "quantity": 0, "location": "A-01"}]}, 400),
        ({"name": "P-2", "lines": [{"product": "nothing", "quantity": 1, "location": "A-01"}]}, 404),
    ):  # fmt: skip
        assert (await new_picking(shop, http, **more)).status_code == status, more
    assert (await post(enrolled, "pickings", {})).status_code == 403
    for picking in ("nonsense", "018f0000-0000-7000-8000-00000000abcd"):
        assert (await enrolled.get(f"/E/api/pickings/{picking}/route")).status_code == 404
        assert (await post(enrolled, f"pickings/{picking}/validate", {})).status_code == 404
        assert (await post(enrolled, f"pickings/{picking}/lines/x/confirm", {"qty_done": 1})).status_code == 404


async def test_lists_of_other_shops_are_not_there(
    enrolled: WireTerminal, shop: EckShop, http: httpx.AsyncClient
) -> None:
    picking = (await new_picking(shop, http)).json()["id"]
    add_shop(shop.centre.database_url, OTHER_SHOP, "Elsewhere")
    shop.centre.ask("UPDATE registered_devices SET shop_id = %s", OTHER_SHOP)
    assert (await enrolled.get("/E/api/pickings/active")).json() == []
    assert (await enrolled.get(f"/E/api/pickings/{picking}/route")).status_code == 404
    assert (await post(enrolled, f"pickings/{picking}/validate", {})).status_code == 404
    assert (await put(enrolled, 1, warehouse=SHOP)).status_code == 404
    assert (await put(enrolled, 1, warehouse="")).status_code == 404
