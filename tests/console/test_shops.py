"""The pages of shops: terms in a form, changed by an administrator, told to the tills."""

import re

import pytest

from server_stub.console.shops import read_change
from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

FORM = {
    "offer_order": "fixed",
    "price_list": "",
    "coupons_offline": "2",
    "return_offline": "30,50",
    "country": "ee",
    "rates": "USD=0,91, gbp=1.15",
    "gift_offline": "50",
    "purse_offline": "",
    "point_every": "1",
    "point_value": "0.01",
    "pay_in_credit": "1",
    "tips": "1",
    "tip_percents": "5, 12,5",
    "tip_card": "1",
    "negative": "forbid",
    "confirm_refill": "place",
    "expiring": "forbid",
    "waves": "1",
    "reason_0": "Broken",
    "reason_0_note": "1",
    "reason_3": "Stolen",
    "reason_3_grant": "1",
    "count_percent": "2,5",
    "count_value": "100",
    "count_lines_a_day": "40",
    "count_asks_empty": "1",
    "count_after_picks": "30",
}


def test_a_form_in_the_words_of_rest() -> None:
    change = read_change(FORM)
    assert change["return_offline"] == "30.50"
    assert change["tender"]["rates"] == {"USD": "0.91", "GBP": "1.15"}
    assert (change["tender"]["tip_percents"], change["tender"]["tip_methods"]) == (["5", "12.5"], ["card"])
    assert (change["tender"]["pay_in_credit"], change["tender"]["gift_pays_debt"]) == (True, False)
    stolen = {"name": "Stolen", "note": False, "photo": False, "grant": True}
    assert (change["stock"]["negative"], change["stock"]["reasons"][1]) == ("forbid", stolen)
    assert change["counting"] == {"percent": "2.5", "pieces": "0", "value": "100", "lines_a_day": 40} | {
        "asks_empty": True, "after_picks": 30
    }  # fmt: skip
    assert "tip_methods" not in read_change({})["tender"], "there is always a way: it stays as it was"
    with pytest.raises(ValueError, match="many"):
        read_change(FORM | {"coupons_offline": "many"})


async def test_the_terms_of_a_shop_are_changed(admin: Visitor, centre_server: RunningCentre) -> None:
    path = re.findall(r'href="(/console/shops/[0-9a-f-]{36})"', await admin.see("/console/shops"))[0]
    await admin.see(path)
    answer = await admin.send(path, **FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = await admin.see(path)
    for words in ("The tills hear of it at once.", 'value="30.50"', "GBP=1.15, USD=0.91", 'value="5, 12.5"'):
        assert words in page
    assert re.search('value="forbid" selected', page)
    assert re.search('name="expiring">.*?value="forbid" selected', page)
    assert re.search('name="confirm_refill">.*?value="place" selected', page)
    assert re.search('name="confirm_picking">.*?value="quantity" selected', page)
    assert re.search('name="waves" value="1" checked', page)
    assert re.search('name="reason_1" value="Stolen"', page), "rows without a name are left out"
    assert re.search('name="count_percent" value="2.5"', page)
    asked = "SELECT offer_order, coupons_offline, return_offline_minor, tender, counting FROM shop WHERE id = %s"
    (terms,) = centre_server.ask(asked, path[-36:])
    assert terms[:3] == ("fixed", 2, 3050)
    assert terms[3]["tip_rates_ppm"] == [50_000, 125_000]
    assert terms[4] == {
        "limit_ppm": 25_000, "limit_minor": 10_000, "lines_a_day": 40, "asks_empty": True, "after_picks": 30
    }  # fmt: skip
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("shop.changed",)]
    for wrong in (
        {"offer_order": "dear"},
        {"return_offline": "x"},
        {"rates": "EUR=1"},
        {"reason_1": "broken"},
        {"price_list": path[-36:]},
    ):
        assert (await admin.send(path, **FORM | wrong)).status_code == 400, wrong
    assert (await admin.send("/console/shops/nobody", **FORM)).status_code == 404


async def test_a_manager_sees_the_own_shop_and_changes_nothing(visitor: Visitor, admin: Visitor) -> None:
    every = re.findall(r'href="(/console/shops/[0-9a-f-]{36})"', await admin.see("/console/shops"))
    await visitor.sign_in("marten")
    (path,) = re.findall(r'href="(/console/shops/[0-9a-f-]{36})"', await visitor.see("/console/shops"))
    (other,) = set(every) - {path}
    assert (await visitor.http.get(other)).status_code == 404
    assert "Only an administrator changes a shop." in await visitor.see(path)
    assert (await visitor.send(path, **FORM)).status_code == 403
