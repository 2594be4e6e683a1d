"""Coupons made at the page: one, a series once however often the form is sent, as a file; where they were redeemed."""

import csv
import io
import re
from datetime import UTC, datetime
from typing import Any

from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre


async def form(visitor: Visitor) -> dict[str, str]:
    """The form as it lies there."""
    page = await visitor.see("/console/coupons/new")
    found = re.findall(r'name="(key|count|uses|uses_per_customer)" value="([^"]*)"', page)
    return dict(found) | {"promotion": re.findall(r'<option value="([0-9a-f-]{36})"', page)[0]}


async def test_one_code_with_its_days(admin: Visitor, centre_server: RunningCentre) -> None:
    centre_server.ask("UPDATE shop SET time_zone = 'Europe/Tallinn' RETURNING 1")
    fields = await form(admin)
    given = fields | {"code": "autumn-7", "uses": "3", "starts_on": "2026-11-01", "ends_on": "2026-11-30"}
    answer = await admin.send("/console/coupons", **given)
    assert answer.status_code == 303
    page = await admin.see(answer.headers["location"])
    assert "AUTUMN-7" in page
    assert "0 / 3" in page
    times: Any = centre_server.ask("SELECT starts_at, ends_at FROM coupon WHERE code = 'AUTUMN-7'")[0]
    assert [at.astimezone(UTC) for at in times] == [
        datetime(2026, 10, 31, 22, tzinfo=UTC),
        datetime(2026, 11, 30, 22, tzinfo=UTC),
    ], "days of the shop, the last one whole"
    again = await admin.send("/console/coupons", **given)
    assert again.headers["location"] == answer.headers["location"], "the same form is one coupon"
    taken = await admin.send("/console/coupons", **given | {"key": "another"})
    assert (taken.status_code, "There is a coupon AUTUMN-7 already" in taken.text) == (400, True)


async def test_a_series_is_found_searched_and_given_as_a_file(admin: Visitor, centre_server: RunningCentre) -> None:
    fields = await form(admin) | {"count": "120", "code": "leaflet"}
    answer = await admin.send("/console/coupons", **fields)
    assert (await admin.send("/console/coupons", **fields)).headers["location"] == answer.headers["location"]
    assert centre_server.ask("SELECT count(*), count(DISTINCT code) FROM coupon WHERE code ^@ 'LEAFLET-'") == [
        (120, 120)
    ]
    where = answer.headers["location"]
    page = await admin.see(where)
    assert page.count("<code>LEAFLET-") == 50
    assert "Older" in page
    file = re.findall(r'href="(/console/coupons/file[^"]*)"', page)[0].replace("&amp;", "&")
    got = await admin.http.get(file)
    assert got.headers["content-disposition"] == 'attachment; filename="coupons.csv"'
    rows = list(csv.DictReader(io.StringIO(got.text.removeprefix("\ufeff"))))
    assert len({row["code"] for row in rows if row["code"].startswith("LEAFLET-")}) == len(rows) == 120
    assert rows[0]["promotion"] == "Five euro off for a start"
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("coupons.exported",)]
    told = "SELECT count(*) FROM feed_item WHERE entity = 'coupon' AND NOT deleted"
    assert centre_server.ask(told) >= [(123,)]
    assert centre_server.ask("SELECT count(*) FROM audit WHERE action = 'coupons.made'") == [(1,)]


async def test_what_cannot_be_is_said_above_the_form(admin: Visitor, centre_server: RunningCentre) -> None:
    fields = await form(admin)
    for wrong, words in (
        ({"count": "0"}, "A series has 1 to 5000 codes"),
        ({"count": "5001"}, "A series has 1 to 5000 codes"),
        ({"code": "a b"}, "A code is 3 to 48"),
        ({"uses": "some"}, "This is no number or no day"),
        ({"uses": "-1"}, "This is no number"),
        ({"starts_on": "2026-12-02", "ends_on": "2026-11-30"}, "The coupon ends before it starts"),
        ({"starts_on": "2026-12-02", "ends_on": "2026-11-30", "count": "2"}, "The coupon ends before it starts"),
        ({"promotion": "nobody"}, "There is no such promotion"),
        ({"ends_on": "9999-12-31"}, "This is no number or no day"),
        ({"count": "2", "code": "X" * 36}, "A series begins with 35 signs at most"),
    ):
        answer = await admin.send("/console/coupons", **fields | wrong)
        assert (answer.status_code, words in answer.text) == (400, True), (wrong, answer.text)
    assert centre_server.ask("SELECT count(*) FROM coupon") == [(3,)]


async def test_where_it_was_redeemed(admin: Visitor, centre_server: RunningCentre) -> None:
    ((coupon, promotion),) = centre_server.ask(
        "SELECT coupon_id::text, promotion_id::text FROM coupon WHERE uses = 100"
    )
    assert "Nobody has redeemed it." in await admin.see(f"/console/coupons/{coupon}")
    centre_server.ask(
        """INSERT INTO coupon_use (sale_id, coupon_id, shop_id, business_day)
           SELECT sale_id, %s, shop_id, business_day FROM sale ORDER BY sale_id LIMIT 60 RETURNING 1""",
        coupon,
    )
    page = await admin.see(f"/console/coupons/{coupon}")
    assert ("60 / 100" in page, "Till at the door" in page or "Касса у выхода" in page) == (True, True)
    assert page.count('href="/console/journals/') >= 50
    older = re.findall(r'href="(\?before=[0-9a-f-]{36})"', page)[0]
    assert (await admin.see(f"/console/coupons/{coupon}{older}")).count('data-l="Receipt"') == 10
    assert "redeemed 60 times, last on" in await admin.see(f"/console/promotions/{promotion}")
    assert (await admin.http.get("/console/coupons/nobody")).status_code == 404


async def test_a_manager_makes_none_for_all_shops(
    visitor: Visitor, admin: Visitor, centre_server: RunningCentre
) -> None:
    fields = await form(admin)
    await visitor.sign_in("marten")
    assert "No promotion asks for a coupon." in await visitor.see("/console/coupons/new")
    await visitor.see("/console/coupons")
    for series in ({}, {"count": "2"}):
        assert (await visitor.send("/console/coupons", **fields | series)).status_code == 403
