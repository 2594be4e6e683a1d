"""Orders over REST and from files: made by what people call things, found, ended once; what makes no sense is told."""

import json
from asyncio import gather, to_thread
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.cli import run_command_line
from server_stub.ids import new_id
from tests.console.test_orders import PACKED
from tests.server_http.api import Program, make_program
from tests.server_http.conftest import SHOP, RunningCentre

GOODS = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, track_lots, packed)
SELECT gen_random_uuid(), sku, 'Thing ' || sku, 'pcs', 10000, 0, 'X', false, 0, true, false, ''
FROM unnest(ARRAY['SOAP', 'TEA']) sku RETURNING 1
"""
LINES = [{"sku": "SOAP", "quantity": "10"}, {"sku": "TEA", "quantity": "2.5", "place": "back"}]


@pytest.fixture
async def erp(http: httpx.AsyncClient, centre_server: RunningCentre) -> Program:
    centre_server.ask(GOODS)
    place = "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, 'BACK', 'Back', 'shelf') RETURNING 1"
    centre_server.ask(place, new_id(), SHOP)
    return await make_program(http, centre_server)


async def test_a_line_says_its_tolerance_before_the_order(erp: Program) -> None:
    lines = [LINES[0] | {"tolerance": "0"}, LINES[1] | {"tolerance": "12.5"}, LINES[0]]
    draft = {"shop": SHOP, "kind": "receipt", "number": "PO-T", "lines": lines, "tolerance": "5"}
    made = await erp.make("/orders", draft)
    assert [line["tolerance"] for line in made["lines"]] == ["0", "12.5", None]
    wrong = draft | {"number": "PO-U", "lines": [LINES[0] | {"tolerance": "-1"}]}
    assert (await erp.call("POST", "/orders", wrong)).status_code == 400


async def test_the_closest_tolerance_counts(erp: Program) -> None:
    async def say(tolerance: str, **of: str) -> dict[str, Any]:
        answer = await erp.call("PUT", "/tolerances", {"shop": SHOP, "tolerance": tolerance, **of})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def told(number: str, **more: Any) -> tuple[str, list[str | None]]:
        draft = {"shop": SHOP, "kind": "receipt", "number": number, "lines": LINES, "partner": "Soapworks"}
        made = await erp.make("/orders", draft | more)
        return made["order"]["tolerance"], [line["tolerance"] for line in made["lines"]]

    assert await told("PO-1") == ("0", [None, None])
    await say("1")
    await say("2", supplier="soapworks ")
    await say("3", sku="SOAP")
    assert await told("PO-2") == ("2", ["3", None])
    assert await told("PO-3", partner="Others") == ("1", ["3", None])
    closest = await say("0", supplier="Soapworks", sku="SOAP")
    assert await told("PO-4") == ("2", ["0", None])
    assert await told("PO-5", tolerance="9") == ("9", [None, None]), "an order speaks for itself"
    assert await told("PO-6", lines=[LINES[0] | {"tolerance": "8"}]) == ("2", ["8"])
    assert await told("PO-7", kind="supplier_return") == ("0", [None, None])
    assert (await say("4", supplier="SOAPWORKS", sku="SOAP"))["id"] == closest["id"], "said again"
    said = [(one["supplier"], one["sku"], one["tolerance"]) for one in await erp.walk("/tolerances")]
    assert sorted(said) == [("", "", "1"), ("", "SOAP", "3"), ("SOAPWORKS", "SOAP", "4"), ("soapworks", "", "2")]
    assert (await erp.call("DELETE", f"/tolerances/{closest['id']}")).status_code == 200
    assert (await erp.call("DELETE", f"/tolerances/{closest['id']}")).status_code == 404
    assert await told("PO-8") == ("2", ["3", None])
    for wrong in ({"tolerance": "-1"}, {"tolerance": "1", "sku": "NONE"}, {"tolerance": "1", "shop": new_id()}):
        assert (await erp.call("PUT", "/tolerances", {"shop": SHOP} | wrong)).status_code in (400, 403), wrong


async def test_an_order_says_how_the_weight_of_its_parcels_was_checked(
    erp: Program, centre_server: RunningCentre
) -> None:
    order = str(centre_server.ask(PACKED, SHOP)[0][0]).rpartition("/")[2]
    first, second, third = (await erp.get(f"/orders/{order}"))["parcels"]
    assert [one["number"] for one in (first, second, third)] == ["P-9-1", "P-9-2", "P-9-3"], "as they were packed"
    told = {"weight": "1.12", "expected": "0.342", "tolerance": "0.03", "verdict": "accepted"}
    assert {name: first[name] for name in told} == told
    assert (first["accepted_by"], first["reason"], first["unknown"]) == ("wim", "packaging", [])
    assert (second["verdict"], [one["sku"] for one in second["unknown"]]) == ("unchecked", ["LOAF"])
    assert (third["weight"], third["expected"], third["verdict"]) == (None, None, None)


async def test_an_order_is_made_listed_and_ended_once(erp: Program) -> None:
    draft = {
        "shop": SHOP,
        "kind": "receipt",
        "number": "PO-1",
        "lines": LINES,
        "partner": "Soapworks",
        "tolerance": "5",
    }
    made = await erp.make("/orders", draft)
    head = made["order"]
    assert (head["state"], head["wanted"], head["done"], head["lines"], head["tolerance"]) == (
        "open",
        "12.5",
        "0",
        2,
        "5",
    )
    assert [(line["sku"], line["quantity"], line["place"] is None) for line in made["lines"]] == [
        ("SOAP", "10", True),
        ("TEA", "2.5", False),
    ]
    other = await erp.make("/orders", draft | {"number": "PO-2", "kind": "picking"})
    back = await erp.make("/orders", draft | {"number": "R-1", "kind": "supplier_return", "source": "back"})
    assert back["order"]["source"] == made["lines"][1]["place"]
    assert (await erp.call("POST", "/orders", draft)).status_code == 409
    listed = await erp.walk("/orders", limit=1)
    assert sorted(one["id"] for one in listed) == sorted([made["id"], other["id"], back["id"]])
    assert [one["number"] for one in await erp.walk("/orders", kind="picking", state="open", shop=SHOP)] == ["PO-2"]
    ended = await erp.call("POST", f"/orders/{made['id']}/end")
    assert (ended.status_code, ended.json()["order"]["state"]) == (200, "ended")
    assert (await erp.call("POST", f"/orders/{made['id']}/cancel")).status_code == 409
    assert (await erp.call("POST", f"/orders/{other['id']}/cancel")).json()["order"]["state"] == "cancelled"
    assert await erp.get(f"/orders/{made['id']}") == ended.json()
    for wrong in (
        {"lines": [{"sku": "NONE", "quantity": "1"}]},
        {"lines": [{"sku": "SOAP"}]},
        {"lines": [{"sku": "SOAP", "quantity": "1", "place": "MOON"}]},
        {"lines": []},
        {"kind": "arrival"},
        {"kind": "sending"},
        {"kind": "sending", "to_shop": SHOP},
        {"kind": "count", "lines": [{"quantity": "1"}]},
        {"number": "PO\u0007"},
        {"source": "MOON"},
    ):
        answer = await erp.call("POST", "/orders", draft | {"number": "PO-9"} | wrong)
        assert answer.status_code == 400, wrong


async def test_pickings_are_put_into_a_supply_which_closes_when_something_is_packed(erp: Program) -> None:
    order = {"shop": SHOP, "kind": "picking", "lines": LINES}
    for number in ("P-1", "P-2"):
        await erp.make("/orders", order | {"number": number})
    draft = {"shop": SHOP, "number": "S-1", "orders": [{"number": "P-1", "sticker": "WB;1"}]}
    made = await erp.make("/supplies", draft)
    again = await erp.make("/supplies", draft | {"orders": [{"number": "P-2"}]})
    assert (made["id"], again["supply"]["orders"], again["supply"]["packed"]) == (again["id"], 2, 0)
    assert [(one["number"], one["sticker"], one["state"]) for one in again["orders"]] == [
        ("P-1", "WB;1", "open"),
        ("P-2", "", "open"),
    ]
    assert await erp.walk("/supplies", state="open") == [again["supply"]]
    assert await erp.get(f"/supplies/{made['id']}") == again
    for wrong, status in (({"orders": [{"number": "P-9"}]}, 404), ({"number": " "}, 400), ({"orders": []}, 400)):
        assert (await erp.call("POST", "/supplies", draft | wrong)).status_code == status
    close = f"/supplies/{made['id']}/close"
    assert (await erp.call("POST", close, {"leave_open": True})).status_code == 409, "nothing is packed"
    first = await erp.walk("/orders", number="P-1")
    await erp.call("POST", f"/orders/{first[0]['id']}/end")
    assert (await erp.call("POST", close, {})).status_code == 409
    closed = await erp.call("POST", close, {"leave_open": True})
    assert (closed.status_code, closed.json()["supply"]["state"]) == (200, "closed")
    assert (await erp.call("POST", close, {})).json() == closed.json()


async def test_pickings_are_gathered_into_a_wave_released_and_let_go(
    erp: Program, centre_server: RunningCentre, capsys: pytest.CaptureFixture[str]
) -> None:
    order = {"shop": SHOP, "kind": "picking", "lines": LINES, "carrier": "DHL"}
    for number, hour in (("P-1", "10"), ("P-2", "16")):
        await erp.make("/orders", order | {"number": number, "cut_off": f"2026-12-01T{hour}:00:00+01:00"})
    assert (await erp.call("POST", "/orders", order | {"number": "P-3", "cut_off": "2026-12-01"})).status_code == 400
    draft = {"shop": SHOP, "number": "W-1", "carrier": "DHL", "until": "2026-12-01T12:00:00Z"}
    made = await erp.make("/waves", draft)
    assert [(one["number"], one["state"], one["carrier"]) for one in made["orders"]] == [("P-1", "held", "DHL")]
    [held] = await erp.walk("/orders", number="P-1")
    assert (held["held"], held["wave"], held["at_once"]) == (True, "W-1", False)
    assert await erp.walk("/waves", state="held") == [made["wave"]]
    assert await erp.get(f"/waves/{made['id']}") == made
    for wrong, status in (({"orders": ["P-9"]}, 404), ({}, 404), ({"number": ""}, 400), ({"until": "noon"}, 400)):
        assert (await erp.call("POST", "/waves", draft | wrong)).status_code == status, wrong
    assert (await erp.call("DELETE", f"/waves/{made['id']}")).status_code == 200
    made = await erp.make("/waves", {"shop": SHOP, "number": "W-1", "orders": ["P-1", "P-2"]})
    jumped = (await erp.call("POST", f"/orders/{made['orders'][1]['id']}/release")).json()["order"]
    assert (jumped["held"], jumped["at_once"], jumped["priority"] > 0) == (False, True, True)
    released = await erp.call("POST", f"/waves/{made['id']}/release")
    assert (released.json()["wave"]["state"], released.json()["wave"]["orders"]) == ("released", 2)
    assert {one["state"] for one in released.json()["orders"]} == {"open"}
    assert (await erp.call("POST", f"/waves/{made['id']}/release")).json() == released.json()
    assert (await erp.call("DELETE", f"/waves/{made['id']}")).status_code == 409
    assert (await erp.call("POST", "/waves", draft)).status_code == 409

    async def say(*words: str) -> dict[str, object]:
        common = ["--shop", SHOP, "--json", "--database-url", centre_server.database_url]
        await to_thread(run_command_line, ["wave", *words, *common])
        answer: dict[str, object] = json.loads(capsys.readouterr().out)
        return answer

    await erp.make("/orders", order | {"number": "P-4", "priority": 7})
    assert [one["number"] for one in (await say("add", "W-2", "--urgency", "7"))["orders"]] == ["P-4"]  # type: ignore[attr-defined]
    assert [one["number"] for one in (await say("list"))["waves"]] == ["W-2", "W-1"]  # type: ignore[attr-defined]
    assert (await say("jump", "P-4"))["order"] == "P-4"
    assert [one["state"] for one in (await say("show", "W-2"))["orders"]] == ["open"]  # type: ignore[attr-defined]
    assert (await say("release", "W-2"))["released_at"]
    assert "error" in await say("dissolve", "W-2")
    assert "error" in await say("add", "W-3", "--until", "2026-12-01T12:00")


async def test_a_shop_that_picks_in_waves_no_more_tells_of_what_waited(erp: Program) -> None:
    order = {"shop": SHOP, "kind": "picking", "lines": LINES}
    assert (await erp.call("PATCH", f"/shops/{SHOP}", {"stock": {"waves": True}})).json()["stock"]["waves"]
    made = [
        await erp.make("/orders", order | {"number": number, "at_once": number == "P-2"}) for number in ("P-1", "P-2")
    ]
    assert [one["order"]["held"] for one in made] == [True, False]
    assert not (await erp.call("PATCH", f"/shops/{SHOP}", {"stock": {"waves": False}})).json()["stock"]["waves"]
    assert not (await erp.get(f"/orders/{made[0]['id']}"))["order"]["held"]


async def test_orders_come_from_a_file_and_bad_ones_keep_all_out(
    erp: Program, centre_server: RunningCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "orders.csv"

    async def take(rows: str, *more: str) -> dict[str, object]:
        file.write_text("kind;number;sku;quantity;place;due;blind\n" + rows)
        words = ["import", "orders", str(file), "--shop", SHOP, "--json", "--database-url", centre_server.database_url]
        await to_thread(run_command_line, [*words, *more])
        answer: dict[str, object] = json.loads(capsys.readouterr().out)
        return {name: answer[name] for name in ("added", "unchanged", "rejected")}

    good = "receipt;PO-1;SOAP;10;;2026-12-01;true\nreceipt;PO-1;TEA;2,5;;\ncount;C-1;;;BACK;\n"
    bad = "receipt;PO-3;NONE;1;;\nreceipt;PO-4;SOAP;some;;\n"
    told = await take(good + bad)
    assert (told["added"], [row["value"] for row in told["rejected"]]) == (0, ["some", "PO-3"])  # type: ignore[attr-defined]
    assert await erp.walk("/orders") == []
    assert (await take(good + bad, "--partial"))["added"] == 2
    assert await take(good) == {"added": 0, "unchanged": 2, "rejected": []}
    orders = await erp.walk("/orders")
    assert {(one["number"], one["lines"], one["due"], one["blind"]) for one in orders} == {
        ("PO-1", 2, "2026-12-01", True),
        ("C-1", 1, None, False),
    }


async def test_tolerances_come_from_a_file_and_lines_say_their_own_in_one(
    erp: Program, centre_server: RunningCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.csv"

    async def take(what: str, rows: str, *more: str) -> dict[str, Any]:
        file.write_text(rows)
        words = ["import", what, str(file), "--shop", SHOP, "--json", "--database-url", centre_server.database_url]
        await to_thread(run_command_line, [*words, *more])
        return dict(json.loads(capsys.readouterr().out))

    head = "supplier;sku;tolerance\n"
    good = head + "Soapworks;;7,5 %\n;SOAP;3\n;;1\n"
    told = await take("tolerances", good + "Soapworks;NONE;1\nsoapworks;;2\n;;much\n")
    assert [(row["row"], row["column"]) for row in told["rejected"]] == [(5, "sku"), (6, "sku"), (7, "tolerance")]
    assert await erp.walk("/tolerances") == []
    told = await take("tolerances", good)
    assert (told["added"], told["changed"], told["unchanged"]) == (3, 0, 0)
    told = await take("tolerances", head + "SOAPWORKS;;8\n;SOAP;3\n")
    assert (told["added"], told["changed"], told["unchanged"]) == (0, 1, 1)
    said = [(one["supplier"], one["sku"], one["tolerance"]) for one in await erp.walk("/tolerances")]
    assert sorted(said) == [("", "", "1"), ("", "SOAP", "3"), ("SOAPWORKS", "", "8")]
    rows = "kind;number;sku;quantity;partner;line_tolerance\nreceipt;PO-1;SOAP;1;Soapworks;0\nreceipt;PO-1;SOAP;2;;\n"
    assert (await take("orders", rows + "receipt;PO-1;TEA;2;;12,5\n"))["added"] == 1
    [order] = await erp.walk("/orders")
    made = await erp.get(f"/orders/{order['id']}")
    assert (order["tolerance"], [line["tolerance"] for line in made["lines"]]) == ("8", ["0", "3", "12.5"])


DEVIATION = """
INSERT INTO deviation (document_id, n, shop_id, order_id, product_id, quantity_milli, kind, reason, lot)
SELECT gen_random_uuid(), 1, shop_id, id, (SELECT id FROM product WHERE sku = 'SOAP'), 2000, 'damaged', '=wet', 'L1'
FROM work_order WHERE number = %s RETURNING 1
"""


async def test_claims_are_numbered_without_gaps_and_given_as_a_file(erp: Program, centre_server: RunningCentre) -> None:
    made = []
    for number in ("PO-1", "PO-2", "PO-3"):
        lines = [{"sku": "SOAP", "quantity": "10"}]
        order = await erp.make("/orders", {"kind": "receipt", "number": number, "shop": SHOP, "lines": lines})
        made.append(f"/orders/{order['id']}/claim")
    assert (await erp.call("GET", made[0])).status_code == 404
    assert (await erp.call("POST", made[0])).status_code == 409
    for number in ("PO-1", "PO-3"):
        centre_server.ask(DEVIATION, number)
    numbers = [(await erp.call("POST", path)).json().get("number") for path in (*made, made[0])]
    assert numbers == [1, None, 2, 1]
    told = (await erp.call("GET", made[2])).json()
    assert [told[name] for name in ("order", "state", "answered_at")] == ["PO-3", "made", None]
    assert [(line["kind"], line["quantity"]) for line in told["lines"]] == [("damaged", "2")]
    file = await erp.call("GET", made[2] + "?format=csv")
    assert file.content.decode("utf-8-sig").splitlines()[1].split(",")[3:] == [
        "SOAP",
        "Thing SOAP",
        "L1",
        "damaged",
        "2",
        "'=wet",
    ]
    assert (await erp.call("POST", made[2] + "/answer", {"answer": "no"})).json()["state"] == "answered"
    assert (await erp.call("POST", made[2] + "/answer", {"answer": "yes"})).status_code == 409


async def test_no_more_goes_back_than_came_with_the_line_that_is_named(
    erp: Program, centre_server: RunningCentre
) -> None:
    came = {"shop": SHOP, "kind": "receipt", "number": "PO-9", "lines": LINES, "partner": "Soapworks"}
    receipt = (await erp.make("/orders", came))["id"]
    centre_server.ask("UPDATE work_order_line SET done_milli = 8000 WHERE order_id = %s AND n = 1 RETURNING 1", receipt)

    def back(number: str, quantity: str, line: int = 1, sku: str = "SOAP", **more: Any) -> dict[str, Any]:
        one = {"sku": sku, "quantity": quantity, "receipt": "PO-9", "receipt_line": line}
        return {"shop": SHOP, "kind": "supplier_return", "number": number, "lines": [one]} | more

    async def refused(draft: dict[str, Any]) -> tuple[int, str]:
        answer = await erp.call("POST", "/orders", draft)
        return answer.status_code, answer.text

    assert (await refused(back("R-1", "9")))[0] == 409
    made = await erp.make("/orders", back("R-1", "5"))
    assert (made["order"]["partner"], made["lines"][0]["receipt"], made["lines"][0]["receipt_line"]) == (
        "Soapworks", "PO-9", 1
    )  # fmt: skip
    [soap, tea] = (await erp.get(f"/orders/{receipt}"))["lines"]
    assert (soap["returned"], tea["returned"], soap["receipt"], soap["receipt_line"]) == ("5", "0", "", None)
    status, said = await refused(back("R-2", "3.5"))
    assert (status, "left to go back: PO-9, 1: 3" in said) == (409, True)
    twice = back("R-2", "2") | {"lines": back("R-2", "2")["lines"] * 2}
    assert (await refused(twice))[0] == 409, "two lines of one order count together"
    assert (await refused(back("R-2", "1", line=2)))[0] == 400, "other goods"
    assert (await refused(back("R-2", "1", line=3)))[0] == 400
    assert (await refused(back("R-2", "1", kind="sending")))[0] == 400
    await erp.call("POST", f"/orders/{made['id']}/cancel")
    assert (await erp.get(f"/orders/{receipt}"))["lines"][0]["returned"] == "0", "what was cancelled did not go"
    await erp.make("/orders", back("R-2", "8"))


async def test_two_returns_at_once_do_not_both_take_the_last_piece(erp: Program, centre_server: RunningCentre) -> None:
    came = {"shop": SHOP, "kind": "receipt", "number": "PO-9", "lines": LINES[:1]}
    receipt = (await erp.make("/orders", came))["id"]
    centre_server.ask("UPDATE work_order_line SET done_milli = 3000 WHERE order_id = %s RETURNING 1", receipt)
    line = {"sku": "SOAP", "quantity": "2", "receipt": "PO-9"}
    drafts = [{"shop": SHOP, "kind": "supplier_return", "number": f"R-{n}", "lines": [line]} for n in range(6)]
    answers = await gather(*(erp.call("POST", "/orders", draft) for draft in drafts))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5


async def test_an_order_is_for_a_person_of_its_shop(erp: Program, centre_server: RunningCentre) -> None:
    person, other = new_id(), new_id()
    add = "INSERT INTO person (id, shop_id, login, name, role, pin_hash, active) VALUES (%s, %s, %s, 'W', %s, '', %s)"
    for ident, active in ((person, True), (other, False)):
        centre_server.ask(add + " RETURNING 1", ident, SHOP, ident[-8:], "warehouse_worker", active)
    draft = {"shop": SHOP, "kind": "receipt", "number": "PO-1", "lines": LINES, "assigned_to": person}
    made = await erp.make("/orders", draft)
    assert made["order"]["assigned_to"] == person
    path = f"/orders/{made['id']}/person"
    assert (await erp.call("PUT", path, {"person": None})).json()["order"]["assigned_to"] == ""
    assert (await erp.call("PUT", path, {"person": person})).json()["order"]["assigned_to"] == person
    assert (await erp.call("PUT", path, {"person": other})).status_code == 400, "who has left is given nothing"
    assert (await erp.call("POST", "/orders", draft | {"number": "PO-2", "assigned_to": other})).status_code == 400
    await erp.call("POST", f"/orders/{made['id']}/end")
    assert (await erp.call("PUT", path, {"person": None})).status_code == 409
