"""A label as a link: the page that a phone opens, what it tells, and to whom it tells nothing."""

import uuid
from datetime import date

import httpx
import pytest

from server_stub.eckwms.label_page import choose_language
from server_stub.eckwms.smart_codes import BoxCode, ItemCode, LabelCode, OrderCode, PlaceCode, SmartCode, encode
from server_stub.eckwms.smart_tags import PREFIX, Tag, seal_code, seal_tag, write_plain
from tests.server_http.conftest import RunningCentre
from tests.server_http.eckwms_shop import EckShop, stock_shop

KEY, SUFFIX = b"k" * 24, "AB"


@pytest.fixture
def shop(centre_server: RunningCentre) -> EckShop:
    centre_server.ask("INSERT INTO qr_key (key, suffix) VALUES (%s, %s)", KEY, SUFFIX)
    return stock_shop(centre_server)


def link(label: str) -> str:
    return "/ECK/" + label.removeprefix(PREFIX)


async def page(http: httpx.AsyncClient, path: str, language: str = "") -> str:
    answer = await http.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    return answer.text


async def test_a_sealed_item_names_the_product(http: httpx.AsyncClient, shop: EckShop) -> None:
    shop.add_product("<b>", "4000000000006")
    for label in (
        seal_code(KEY, ItemCode("4006381333931", "77"), SUFFIX),
        seal_tag(KEY, Tag("a", shop.goods["TEA"]), SUFFIX),
    ):
        told = await page(http, link(label))
        assert "<h1>The TEA</h1>" in told
        assert "<dd>TEA</dd>" in told
        assert "2.5" not in told, "no price"
    assert "<dt>Артикул</dt>" in await page(http, link(label), "ru-RU,ru;q=0.9,en;q=0.8")
    told = await page(http, link(seal_tag(KEY, Tag("a", shop.goods["<b>"]), SUFFIX)))
    assert "The &lt;b&gt;" in told
    assert "<b>" not in told


async def test_a_sealed_place_is_found(http: httpx.AsyncClient, shop: EckShop) -> None:
    assert "Place A-01" in await page(http, link(seal_tag(KEY, Tag("p", shop.places["A-01"]), SUFFIX)))
    gone = await page(http, link(seal_tag(KEY, Tag("p", str(uuid.uuid4())), SUFFIX)))
    assert "<h1>Place</h1>" in gone


async def test_people_and_orders_keep_their_names(http: httpx.AsyncClient, shop: EckShop) -> None:
    person = shop.add_person("anna")
    told = await page(http, link(seal_tag(KEY, Tag("u", person), SUFFIX)))
    assert "anna" not in told
    assert "<h1>Staff card</h1>" in told
    assert "Name of" not in await page(http, f"/ECK/{encode(OrderCode('77'))}")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (ItemCode("4006381333931"), "4006381333931"),
        (BoxCode(40, 30, 25, 5500, "B", 12345), "<dt>Weight, g</dt><dd>5500</dd>"),
        (LabelCode(date(2026, 11, 21), "A", "HELLO"), "<h1>HELLO</h1>"),
        (PlaceCode(1), "p000000000000000001"),
    ],
)
async def test_a_code_in_the_clear_tells_only_itself(
    http: httpx.AsyncClient, shop: EckShop, code: SmartCode, says: str
) -> None:
    told = await page(http, f"/eck/{encode(code)}")
    assert says in told
    assert "The TEA" not in told
    assert "Corner shop" not in told


async def test_what_is_no_label_of_ours_is_404(http: httpx.AsyncClient, shop: EckShop) -> None:
    foreign = seal_code(b"x" * 24, ItemCode("4006381333931"), SUFFIX)
    sealed = seal_code(KEY, ItemCode("4006381333931"), SUFFIX)
    damaged = sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]
    plain = write_plain(Tag("a", shop.goods["TEA"]))
    for path in (
        link(foreign),
        link(damaged),
        link(plain),
        f"/ECK/p-{uuid.uuid4()}",
        "/ECK/TEA",
        "/ECK/%00",
        "/ECK/a b",
    ):
        answer = await http.get(path)
        assert (answer.status_code, answer.json()["error"]) == (404, "Not found"), path


async def test_the_names_of_other_routes_are_no_codes(http: httpx.AsyncClient, shop: EckShop) -> None:
    assert (await http.get("/eck/health")).json()["status"] == "healthy"
    assert (await http.get("/eck/metrics")).headers["content-type"].startswith("text/plain")
    assert (await http.get("/ECK/PROXY")).status_code == 401
    assert (await http.post("/ECK/nonsense")).status_code in (404, 405)


def test_the_language_is_the_readers() -> None:
    accepted = ("ru", "ru-RU,en", "RU;q=0.9", "en,ru", "", "de", "rue")
    assert [choose_language(text) for text in accepted] == [1, 1, 1, 0, 0, 0, 0]
