"""The page of promotions: what, when and to whom in words, switched on and off by those who may."""

import re

import pytest

from server_stub.console.pages import translator
from server_stub.console.promotion_words import tell_buyers, tell_gift, tell_time
from sync.wire.offers import Part, Promotion
from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre


def promotion(kind: str, **fields: object) -> Promotion:
    return Promotion(id="p", name="P", kind=kind, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "gift"),
    [
        (promotion("percent", percent_ppm=125_000, skus=("A", "B")), "12.5 % off: A, B"),
        (promotion("amount", amount_minor=50), "0.50 EUR off each: all goods"),
        (promotion("price", price_e4=9900, categories=("Tea",)), "Each for 0.99 EUR: Tea"),
        (
            promotion("buy_get", buy_milli=2000, get_milli=1000, percent_ppm=1_000_000, categories=("Tea",)),
            "Of every 3, 1 free: Tea",
        ),
        (
            promotion("buy_get", buy_milli=1000, get_milli=1000, percent_ppm=500_000, product_ids=("x",)),
            "Of every 2, 1 at 50 % off: 1 more goods",
        ),
        (promotion("mix", buy_milli=3000, price_minor=500, skus=tuple("ABCDEF")),
         "Every 3 together: A, B, C, D, 2 more goods, for 5.00 EUR"),
        (
            promotion(
                "combo",
                price_minor=350,
                parts=(Part(name="Coffee", skus=("C",)), Part(quantity_milli=2000, categories=("Buns",), gift=True)),
            ),
            "Coffee + 2 × Buns as a gift, for 3.50 EUR",
        ),
        (promotion("ticket", percent_ppm=100_000), "10 % off the receipt"),
        (promotion("ticket", amount_minor=500, from_minor=3000), "5.00 EUR off the receipt from 30.00 EUR"),
    ],
)  # fmt: skip
def test_what_is_given_in_words(made: Promotion, gift: str) -> None:
    assert tell_gift(translator("en"), made, "EUR") == gift
    assert re.search("[а-я]", tell_gift(translator("ru"), made, "EUR"))


def test_when_and_to_whom_in_words() -> None:
    t = translator("en")
    made = promotion("percent", weekdays=(1, 5), from_minute=960, until_minute=1110, ends_on="2026-12-31")
    assert tell_time(t, made) == "until 2026-12-31 · Mon, Fri · 16:00\u2060–\u206018:30"
    assert tell_time(translator("ru"), promotion("percent", starts_on="2026-12-31")) == "с 2026-12-31"
    assert (tell_time(t, promotion("percent")), tell_buyers(t, promotion("percent"))) == ("always", "everybody")
    assert tell_buyers(t, promotion("percent", groups=("staff",), birthday=True)) == "staff · around the birthday"


async def test_a_promotion_is_switched_off_and_on_again(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/promotions")
    hours = "19:00\u2060–\u206021:00"
    for words in ("Evening bread", "30 % off: Bakery", hours, "3, redeemed 0 times", "with a coupon"):
        assert words in page
    path = re.findall(r'action="(/console/promotions/[0-9a-f-]{36})/off"', page)[0]
    answer = await admin.send(f"{path}/off")
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/promotions")
    page = await admin.see("/console/promotions")
    assert f"{path}/off" not in page
    assert "The tills hear of it at once." in page
    assert f"{path}/on" in await admin.see("/console/promotions", show="off")
    told = "SELECT count(DISTINCT entity_id) FROM feed_item WHERE entity = 'promotion' AND deleted"
    assert centre_server.ask(told) == [(1,)]
    assert (await admin.send(f"{path}/on")).status_code == 303
    assert centre_server.ask(told) == [(0,)]
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("promotion.switched",)]
    for wrong in (f"{path}/away", "/console/promotions/nobody/on"):
        assert (await admin.send(wrong)).status_code == 404


async def test_a_manager_sees_what_is_for_all_and_leaves_it_alone(
    visitor: Visitor, admin: Visitor, centre_server: RunningCentre
) -> None:
    path = re.findall(r'action="(/console/promotions/[0-9a-f-]{36})/off"', await admin.see("/console/promotions"))[0]
    await visitor.sign_in("marten")
    page = await visitor.see("/console/promotions")
    assert "Evening bread" in page
    assert f"{path}/off" not in page
    assert (await visitor.send(f"{path}/off")).status_code == 403
