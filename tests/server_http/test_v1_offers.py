"""Promotions, price lists and coupons over REST; what customers have of them; who may change what is for all shops."""

from typing import Any

import httpx
import pytest

from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre

HAPPY: dict[str, Any] = {
    "name": "Happy hour",
    "kind": "percent",
    "percent": "12.5",
    "categories": ["Drinks"],
    "weekdays": [5, 1],
    "from_time": "16:00",
    "until_time": "18:30",
    "ends_on": "2026-12-31",
    "max_amount": "5.00",
}
COMBO: dict[str, Any] = {
    "name": "Coffee and a bun",
    "kind": "combo",
    "set_price": "3.50",
    "parts": [
        {"name": "Coffee", "skus": ["C1", "C2"]},
        {"name": "Bun", "categories": ["Bakery"], "quantity": "2"},
    ],
}


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    return await make_program(http, centre_server)


def fed(centre: RunningCentre, kind: str, shop: str = SHOP) -> dict[str, bool]:
    """What the feed of a shop has of a kind of entity: id -> whether it is there."""
    rows = centre.ask(
        "SELECT entity_id, NOT deleted FROM feed_item WHERE feed LIKE %s AND entity = %s", f"%:{shop}", kind
    )
    return {str(ident): bool(there) for ident, there in rows}


async def test_a_promotion_is_made_read_changed_switched_and_forgotten(
    erp: Program, centre_server: RunningCentre
) -> None:
    made = await erp.make("/promotions", HAPPY)
    told = {name: made[name] for name in HAPPY}
    assert told == HAPPY | {"weekdays": [1, 5]}
    assert (made["shop"], made["active"], made["currency"], made["buy"]) == (None, True, "EUR", "0")
    combo = await erp.make("/promotions", COMBO | {"shop": SHOP})
    assert combo["parts"][1]["quantity"] == "2"
    assert [one["id"] for one in await erp.walk("/promotions", limit=1)] == [made["id"], combo["id"]]
    assert [one["id"] for one in (await erp.get("/promotions", kind="combo"))["items"]] == [combo["id"]]
    assert fed(centre_server, "promotion") == {made["id"]: True, combo["id"]: True}
    off = await erp.call("PATCH", f"/promotions/{made['id']}", {"active": False})
    assert (off.json()["active"], off.json()["version"]) == (False, "2")
    assert fed(centre_server, "promotion")[made["id"]] is False
    assert [one["id"] for one in (await erp.get("/promotions", active=True))["items"]] == [combo["id"]]
    other = await erp.call("PUT", f"/promotions/{made['id']}", HAPPY | {"percent": "20"})
    assert (other.json()["percent"], other.json()["active"]) == ("20", True)
    assert (await erp.call("DELETE", f"/promotions/{combo['id']}")).json() == {"id": combo["id"]}
    assert (await erp.call("GET", f"/promotions/{combo['id']}")).status_code == 404
    actions = [action for (action,) in centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 3")]
    assert actions == ["promotion.removed", "promotion.changed", "promotion.switched"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"percent": "0"}, "percent is missing"),
        ({"percent": "101"}, "percent"),
        ({"starts_on": "2027-01-01"}, "ends before it starts"),
        ({"until_time": "16:00"}, "same minute"),
        ({"max_amount": "1.005"}, "more decimals"),
        ({"kind": "buy_get"}, "buy, get or percent"),
        ({"kind": "mix", "buy": "2", "set_price": "1"}, "one of set_price and percent"),
        ({"kind": "ticket", "amount": "1"}, "either percent or amount"),
        ({"kind": "combo"}, "two parts"),
        (COMBO | {"parts": [{"skus": ["A"]}, {"name": "nothing"}]}, "names no goods"),
        (COMBO | {"set_price": "0", "percent": "0"}, "gift is missing"),
        ({"parts": COMBO["parts"]}, "for combo"),
        ({"shop": "018f0000-0000-7000-8000-00000000ffff"}, "no such shop"),
    ],
)
async def test_a_promotion_that_makes_no_sense_is_refused_with_the_reason(
    erp: Program, wrong: dict[str, Any], reason: str
) -> None:
    answer = await erp.call("POST", "/promotions", HAPPY | wrong)
    assert answer.status_code == 400
    assert reason in answer.json()["error"]


async def test_who_sees_one_shop_changes_nothing_that_is_for_all(
    http: httpx.AsyncClient, centre_server: RunningCentre, erp: Program
) -> None:
    everywhere = await erp.make("/promotions", HAPPY)
    trade = await erp.make("/price-lists", {"name": "Trade"})
    mine = await make_program(http, centre_server, shop=SHOP)
    assert [one["id"] for one in (await mine.get("/promotions"))["items"]] == [everywhere["id"]]
    for method, path, body in (
        ("PATCH", f"/promotions/{everywhere['id']}", {"active": False}),
        ("DELETE", f"/promotions/{everywhere['id']}", None),
        ("PUT", f"/price-lists/{trade['id']}/prices", {"prices": []}),
        ("POST", "/coupons", {"promotion": everywhere["id"]}),
        ("POST", "/customers", {"name": "Anna", "everywhere": True}),
    ):
        assert (await mine.call(method, path, body)).status_code == 403, path
    own = await mine.make("/promotions", HAPPY | {"name": "Ours"})
    assert own["shop"] == SHOP
    assert (await mine.call("PATCH", f"/promotions/{own['id']}", {"active": False})).status_code == 200


async def test_a_price_list_is_filled_by_article_number(erp: Program, centre_server: RunningCentre) -> None:
    for sku in ("A-1", "A-2"):
        await erp.make("/products", {"sku": sku, "name": sku, "price": "2.50"})
    made = await erp.make("/price-lists", {"name": "Trade", "starts_on": "2026-01-01"})
    path = f"/price-lists/{made['id']}"
    assert (await erp.call("POST", "/price-lists", {"name": "Trade"})).status_code == 409
    tiers = [{"from_quantity": "12", "price": "1.9"}, {"price": "2.2"}]
    put = await erp.call("PUT", f"{path}/prices", {"prices": [{"sku": sku, "tiers": tiers} for sku in ("A-1", "A-2")]})
    assert (put.json()["added"], put.json()["changed"], put.json()["list"]["prices"]) == (2, 0, 2)
    again = await erp.call("PUT", f"{path}/prices", {"prices": [{"sku": "A-1", "tiers": tiers}]})
    assert (again.json()["added"], again.json()["changed"]) == (0, 0)
    told = await erp.walk(f"{path}/prices", limit=1)
    assert [one["sku"] for one in told] == ["A-1", "A-2"]
    assert told[0]["tiers"] == [{"from_quantity": "1", "price": "2.20"}, {"from_quantity": "12", "price": "1.90"}]
    assert sum(fed(centre_server, "list_price").values()) == 2
    unknown = await erp.call("PUT", f"{path}/prices", {"prices": [{"sku": "NO-1", "tiers": tiers}]})
    assert (unknown.status_code, unknown.json()["error"]) == (400, "There is no product NO-1")
    await erp.call("PUT", f"{path}/prices", {"prices": [{"sku": "A-2", "tiers": []}]})
    assert sum(fed(centre_server, "list_price").values()) == 1
    renamed = await erp.call("PUT", path, {"name": "Wholesale", "ends_on": "2026-12-31"})
    assert (renamed.json()["name"], renamed.json()["starts_on"], renamed.json()["prices"]) == ("Wholesale", None, 1)
    customer = await erp.make("/customers", {"shop": SHOP, "name": "Anna", "price_list": made["id"]})
    assert (await erp.call("DELETE", path)).status_code == 409, "somebody has it"
    assert any(fed(centre_server, "list_price").values())
    await erp.call("PATCH", f"/customers/{customer['id']}", {"price_list": None})
    assert (await erp.call("DELETE", path)).json() == {"id": made["id"]}
    assert not any(fed(centre_server, "list_price").values())
    [gone] = await erp.walk("/price-lists/ended")
    assert (gone["id"], gone["name"], gone["removed"], gone["done_by"][:4]) == (made["id"], "Wholesale", True, "key:")
    back = f"/price-lists/ended/{gone['number']}/take-back"
    assert (await erp.call("POST", back.replace("price-lists", "promotions"))).status_code == 404
    assert (await erp.call("POST", back)).json() == {"id": made["id"]}
    assert (await erp.get(path))["prices"] == 1
    assert (await erp.call("POST", back)).status_code == 404


async def test_an_offer_is_ended_now_and_taken_back_by_whose_it_is(
    http: httpx.AsyncClient, erp: Program, centre_server: RunningCentre
) -> None:
    made = await erp.make("/promotions", {name: value for name, value in HAPPY.items() if name != "ends_on"})
    path, mine = f"/promotions/{made['id']}", await make_program(http, centre_server, shop=SHOP)
    centre_server.ask("INSERT INTO sale_promotion SELECT gen_random_uuid(), 1, %s, 'Happy hour', 10", made["id"])
    assert (await erp.call("DELETE", path)).status_code == 409, "a sale had it"
    for program, status in ((mine, 403), (erp, 200), (erp, 409)):
        assert (await program.call("POST", f"{path}/end")).status_code == status
    assert (await erp.get(path))["active"] is False
    [ended] = await erp.walk("/promotions/ended")
    back = f"/promotions/ended/{ended['number']}/take-back"
    assert [(await program.call("POST", back)).status_code for program in (mine, erp)] == [403, 200]
    again = await erp.get(path)
    assert (again["active"], again["ends_on"], await erp.walk("/promotions/ended")) == (True, None, [])
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 2") == [
        ("promotion.taken_back",),
        ("promotion.ended",),
    ]
    with_coupon = await erp.make("/promotions", HAPPY | {"coupon": True})
    coupon = await erp.make("/coupons", {"promotion": with_coupon["id"]})
    assert (await erp.call("DELETE", f"/coupons/{coupon['id']}")).status_code == 200
    assert (await erp.call("GET", f"/coupons/{coupon['id']}")).status_code == 404


async def test_a_coupon_is_made_limited_and_withdrawn(erp: Program, centre_server: RunningCentre) -> None:
    promotion = await erp.make("/promotions", HAPPY | {"coupon": True})
    drawn = await erp.make("/coupons", {"promotion": promotion["id"]})
    assert (len(drawn["code"]), drawn["uses"], drawn["used"]) == (10, 1, 0)
    named = await erp.make("/coupons", {"promotion": promotion["id"], "code": "SPRING", "uses": 0})
    taken = await erp.call("POST", "/coupons", {"promotion": promotion["id"], "code": "SPRING"})
    assert taken.status_code == 409
    for wrong in ({"promotion": named["id"]}, {"promotion": promotion["id"], "code": "kleingeschrieben"}):
        assert (await erp.call("POST", "/coupons", wrong)).status_code == 400
    path = f"/coupons/{named['id']}"
    ended = await erp.call("PATCH", path, {"ends_at": "2026-12-31T22:00:00Z", "uses": 100})
    assert (ended.json()["uses"], ended.json()["ends_at"]) == (100, "2026-12-31T22:00:00Z")
    late = await erp.call("PATCH", path, {"starts_at": "2027-12-31T22:00:00Z"})
    assert late.status_code == 400
    assert (await erp.call("PATCH", path, {"active": False})).json()["active"] is False
    assert fed(centre_server, "coupon") == {drawn["id"]: True, named["id"]: False}
    assert [one["code"] for one in (await erp.get("/coupons", active=False))["items"]] == ["SPRING"]
    assert [one["code"] for one in (await erp.get("/coupons", promotion=promotion["id"], code="SPRING"))["items"]] == [
        "SPRING"
    ]


async def test_customers_have_card_group_prices_and_account(erp: Program, centre_server: RunningCentre) -> None:
    trade = await erp.make("/price-lists", {"name": "Trade"})
    terms = {
        "card": "900100",
        "group": "trade",
        "price_list": trade["id"],
        "birthday": "02-29",
        "tax_exempt": "Embassy",
        "account_limit": "250.50",
        "everywhere": True,
    }
    made = await erp.make("/customers", {"shop": SHOP, "name": "Анна"} | terms)
    assert {name: made[name] for name in terms} == terms
    assert made["currency"] == "EUR"
    assert [one["id"] for one in (await erp.get("/customers", card="900100"))["items"]] == [made["id"]]
    assert (await erp.get("/customers", group="staff"))["items"] == []
    twin = await erp.call("POST", "/customers", {"shop": SHOP, "name": "Boris", "card": "900100"})
    assert twin.status_code == 409
    assert [one["name"] for one in (await erp.get("/customers"))["items"]] == ["Анна"], "nothing of the twin stays"
    path = f"/customers/{made['id']}"
    changed = await erp.call("PATCH", path, {"group": "", "account_limit": "0", "price_list": None})
    assert (changed.json()["group"], changed.json()["account_limit"], changed.json()["price_list"]) == (
        "",
        "0.00",
        None,
    )
    assert changed.json()["card"] == "900100"
    for wrong in ({"birthday": "13-01"}, {"card": "9 00"}, {"account_limit": "-1"}, {"price_list": made["id"]}):
        assert (await erp.call("PATCH", path, wrong)).status_code == 400, wrong
    assert fed(centre_server, "customer") == {made["id"]: True}
    await erp.call("DELETE", path)
    assert fed(centre_server, "customer") == {made["id"]: False}


async def test_a_shop_says_how_its_offers_are_taken(erp: Program, centre_server: RunningCentre) -> None:
    trade = await erp.make("/price-lists", {"name": "Trade"})
    path, admin = f"/shops/{SHOP}", erp
    told = await admin.call("PATCH", path, {"offer_order": "fixed", "price_list": trade["id"], "coupons_offline": 3})
    assert (told.json()["offer_order"], told.json()["price_list"], told.json()["coupons_offline"]) == (
        "fixed",
        trade["id"],
        3,
    )
    only = await admin.call("PATCH", path, {"coupons_offline": 0})
    assert (only.json()["offer_order"], only.json()["coupons_offline"]) == ("fixed", 0)
    assert (await admin.call("PATCH", path, {"return_offline": "30"})).json()["return_offline"] == "30.00"
    tips = {"tips": True, "tip_percents": ["12.5", "10"], "tip_methods": ["card"]}
    told = (await admin.call("PATCH", path, {"tender": tips})).json()["tender"]
    assert {name: told[name] for name in tips} == tips | {"tip_percents": ["10", "12.5"]}
    paid_in = {"pay_in_credit": True, "gift_pays_debt": True}
    told = (await admin.call("PATCH", path, {"tender": paid_in})).json()["tender"]
    assert {name: told[name] for name in (*paid_in, "tips")} == paid_in | {"tips": True}
    reasons = [{"name": "Broken", "note": True, "photo": False, "grant": False}]
    assert (await admin.call("PATCH", path, {"stock": {"reasons": reasons}})).json()["stock"] == {
        "negative": "warn",
        "reasons": reasons,
        "waves": False,
        "confirm_picking": "quantity",
        "confirm_refill": "quantity",
        "expiring": "warn",
    }
    told = (await admin.call("PATCH", path, {"stock": {"negative": "forbid"}})).json()["stock"]
    assert (told["negative"], told["reasons"]) == ("forbid", reasons)
    assert (await admin.call("PATCH", path, {"stock": {"negative": "never"}})).status_code == 400
    told = (await admin.call("PATCH", path, {"stock": {"confirm_picking": "goods"}})).json()["stock"]
    assert (told["confirm_picking"], told["confirm_refill"], told["negative"]) == ("goods", "quantity", "forbid")
    assert (await admin.call("PATCH", path, {"stock": {"confirm_refill": "nothing"}})).status_code == 400
    for wrong in ({"tip_methods": []}, {"tip_methods": ["gift"]}, {"tip_percents": ["120"]}):
        assert (await admin.call("PATCH", path, {"tender": wrong})).status_code == 400
    assert (await erp.get("/shops"))["items"][0]["return_offline"] == "30.00"
    for wrong in ({"offer_order": "dear"}, {"price_list": SHOP}, {"coupons_offline": -1}):
        assert (await admin.call("PATCH", path, wrong)).status_code == 400
    assert (await erp.call("DELETE", f"/price-lists/{trade['id']}")).status_code == 409, "the shop has it"
