"""One promotion at the page: simple kinds are made and changed by the form, the others keep what they give."""

import re
from typing import Any

import msgspec
import pytest

from server_stub.offers.promotions import to_promotion
from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

SAID = {"ends_on": "Last day", "priority": "Priority, the lower goes first"}
WHOLE_DAY = {"active": "1", "from_time": "00:00", "until_time": "00:00"}


def definition(centre: RunningCentre, name: str) -> dict[str, Any]:
    """As it is, whichever of its fields are as usual and may be left out."""
    found: Any = centre.ask("SELECT definition FROM promotion WHERE name = %s", name)[0][0]
    return msgspec.structs.asdict(to_promotion("", "", True, found))


MADE = (
    ("percent", {"percent": "12,5"}, "12.5 % off: all goods", "always"),
    ("amount", {"amount": "0.50", "day1": "1", "day5": "1"}, "0.50 EUR off each: all goods", "Mon, Fri"),
    ("price", {"unit_price": "0.99"}, "Each for 0.99 EUR: all goods", "always"),
    ("buy_get", {"buy": "2", "get": "1", "percent": "100"}, "Of every 3, 1 free: all goods", "always"),
    ("ticket", {"from_amount": "30", "amount": "5"}, "5.00 EUR off the receipt from 30.00 EUR", "always"),
    ("happy", {"percent": "20", "from_time": "16:00", "until_time": "18:00"}, "20 % off: all goods", "16:00"),
)


async def test_the_simple_kinds_are_made_by_the_form(admin: Visitor) -> None:
    for kind, fields, gift, time in MADE:
        page = await admin.see("/console/promotions/new", kind=kind)
        names = set(re.findall(r'name="([a-z_0-9]+)"', page))
        assert {"name", "kind", *fields} <= names
        answer = await admin.send("/console/promotions", **WHOLE_DAY | {"name": f"By {kind}", "kind": kind} | fields)
        assert answer.status_code == 303, answer.text
        page = await admin.see(answer.headers["location"])
        assert f"<dd>{gift}</dd>" in page
        assert f"<dd>{time}" in page


async def test_one_is_changed_and_what_the_form_has_not_stays(admin: Visitor, centre_server: RunningCentre) -> None:
    path = str(
        centre_server.ask(
            """UPDATE promotion SET definition =
                definition || '{"product_ids": ["018f2a9c-77aa-7c11-9d3e-5b6a7c8d9e0f"]}'
           WHERE name = 'Evening bread' RETURNING '/console/promotions/' || promotion_id"""
        )[0][0]
    )
    page = await admin.see(path)
    assert re.search(r'name="category:Bakery" value="1" checked', page)
    assert 'value="19:00"' in page
    fields = {
        "name": "Late bread",
        "percent": "40",
        "category:Bakery": "1",
        "from_time": "20:00",
        "until_time": "00:00",
    }
    given = fields | {"starts_on": "2026-12-01", "ends_on": "2026-12-24", "groups": "member, staff", "priority": "-3"}
    assert (await admin.send(path, **given)).status_code == 303
    kept = definition(centre_server, "Late bread")
    assert (kept["percent_ppm"], kept["from_minute"], kept["groups"]) == (400_000, 1200, ("member", "staff"))
    assert kept["until_minute"] == 1440
    assert kept["product_ids"] == ("018f2a9c-77aa-7c11-9d3e-5b6a7c8d9e0f",)
    assert centre_server.ask("SELECT active FROM promotion WHERE name = 'Late bread'") == [(False,)]
    assert "until 2026-12-24" in await admin.see(path)


async def test_of_a_combo_only_when_and_to_whom_is_changed(admin: Visitor, centre_server: RunningCentre) -> None:
    before = definition(centre_server, "Coffee break")
    path = str(
        centre_server.ask("SELECT '/console/promotions/' || promotion_id FROM promotion WHERE name = 'Coffee break'")[
            0
        ][0]
    )
    assert "What this kind gives is changed by a file" in await admin.see(path)
    given = WHOLE_DAY | {"name": "Coffee break", "ends_on": "2026-12-31", "percent": "90", "skus": "NONE"}
    assert (await admin.send(path, **given)).status_code == 303
    assert definition(centre_server, "Coffee break") == before | {"ends_on": "2026-12-31"}


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_what_cannot_be_is_said_and_what_was_typed_stays(
    admin: Visitor, centre_server: RunningCentre, language: str
) -> None:
    await admin.http.get("/console/look", params={"language": language})
    good = WHOLE_DAY | {"name": "New one", "kind": "percent", "percent": "10"}
    for wrong in (
        {"percent": "much"}, {"percent": "0"}, {"percent": "101"}, {"name": ""}, {"skus": "NO-SUCH"},
        {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}, {"from_time": "18:00", "until_time": "18:00"},
        {"priority": "first"}, {"ends_on": "soon"}, {"shop": "nobody"}, {"max_times": "-1"},
    ):  # fmt: skip
        answer = await admin.send("/console/promotions", **good | wrong)
        assert answer.status_code == 400, wrong
        assert ("This cannot be kept" if language == "en" else "Это нельзя сохранить") in answer.text
        assert "name" in wrong or 'value="New one"' in answer.text
        for field in wrong.keys() & SAID.keys() if language == "en" and len(wrong) == 1 else ():
            assert f"This cannot be kept: {SAID[field]}" in answer.text
    by_hand = await admin.send("/console/promotions", **good | {"kind": "combo"})
    assert (by_hand.status_code, "<form" in by_hand.text.partition("<main>")[2]) == (400, False)
    assert centre_server.ask("SELECT count(*) FROM promotion") == [(5,)]
    assert (await admin.http.get("/console/promotions/nobody")).status_code == 404


async def test_a_promotion_is_found_by_a_part_of_its_name(admin: Visitor) -> None:
    page = await admin.see("/console/promotions", name="BREAD")
    assert ("Evening bread" in page, "Coffee break" in page) == (True, False)
    assert "No promotion is called so." in await admin.see("/console/promotions", name="nothing")


async def test_a_manager_makes_them_for_the_own_shop_alone(
    visitor: Visitor, admin: Visitor, centre_server: RunningCentre
) -> None:
    path = str(
        centre_server.ask("SELECT '/console/promotions/' || promotion_id FROM promotion WHERE name = 'Evening bread'")[
            0
        ][0]
    )
    await visitor.sign_in("marten")
    assert '<form class="fields"' not in await visitor.see(path)
    await visitor.see("/console/promotions/new")
    good = WHOLE_DAY | {"name": "Ours", "kind": "percent", "percent": "10"}
    assert (await visitor.send(path, **good)).status_code == 403
    made = await visitor.send("/console/promotions", **good)
    assert made.status_code == 303
    assert "switched on" in await visitor.see(made.headers["location"])
    rows = centre_server.ask("SELECT s.name FROM promotion JOIN shop s ON s.id = shop_id WHERE promotion.name = 'Ours'")
    assert rows == [("Corner shop on Linden Street",)]
    assert (
        await visitor.send("/console/promotions", **good | {"shop": "018f2a9c-77aa-7c11-9d3e-5b6a7c8d9e0f"})
    ).status_code == 403
