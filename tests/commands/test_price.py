"""`price` and `sell` under promotions: what is explained, what nearly fired, what a sale keeps of it."""

from typing import Any

import msgspec
import pytest

from desktop.commands.answers import read_answers
from desktop.commands.selling import build_cart, explain_cart, sale_json
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import sales
from desktop.operations.carts import find_missed_offers
from desktop.operations.terminal import Terminal
from sync.wire import offers
from sync.wire.changes import Code, Product
from sync.wire.extras import Extra
from sync.wire.facts import SaleCompleted
from tests.operations.test_offers import ANNA, BORIS, tell

FREE = offers.Promotion(
    id="p3",
    name="3 for 2",
    kind="buy_get",
    buy_milli=2000,
    get_milli=1000,
    percent_ppm=1_000_000,
    product_ids=("bread",),
)
MORE = offers.Promotion(id="p4", name="Ten per cent", kind="ticket", from_minor=890, percent_ppm=100_000)
COUPON = offers.Promotion(id="p5", name="Coupon", kind="amount", amount_minor=50, coupon=True)


@pytest.fixture
def shop(terminal: Terminal) -> Terminal:
    tell(terminal, "customers:s1", ("customer", ANNA), ("customer", BORIS))
    told = [("promotion", one) for one in (FREE, MORE, COUPON)]
    prices = offers.ListPrice(list_id="trade", product_id="bread", tiers=(offers.Tier(1000, 20_000),))
    names = offers.PriceList(id="trade", name="Trade")
    coupon = offers.Coupon(id="k1", code="SAVE", promotion_id="p5")
    tell(terminal, "offers:s1", *told, ("price_list", names), ("list_price", prices), ("coupon", coupon))
    return terminal


def sku(terminal: Terminal) -> str:
    with terminal.database.reading() as connection:
        return str(connection.exec_driver_sql("SELECT sku FROM r.product WHERE id = 'bread'").scalar())


def test_price_says_why_and_what_is_missing(shop: Terminal) -> None:
    terms, cart = build_cart(shop, [f"2*{sku(shop)}"])
    told = explain_cart(terms, cart, find_missed_offers(shop, cart))
    coupon = {"promotion": "Coupon", "missing": "coupon", "kind": "coupon", "saved": "1.00"}
    assert told["near_misses"] == [
        {"promotion": "3 for 2", "missing": "1", "kind": "quantity", "text": "1 more for 3 for 2"},
        {"promotion": "Ten per cent", "missing": "4.10", "kind": "amount", "text": "4.10 more for Ten per cent"},
        coupon | {"text": "Coupon with a coupon: 1.00 less"},
    ]
    (line,) = told["lines"]
    assert (line["total"], line["promotions"], told["total"]) == ("4.80", [], "4.80")
    milk = explain_cart(*build_cart(shop, ["MILK"]))
    assert (milk["total"], milk["cash"]) == ("1.69", "1.70")
    assert [step["kind"] for step in milk["rounding_explanation"]] == ["rounding.due", "rounding.cash"]


def test_price_for_a_customer_with_a_coupon(shop: Terminal) -> None:
    told = explain_cart(*build_cart(shop, [f"3*{sku(shop)}"], "900100", ["save"]))
    (line,) = told["lines"]
    assert (line["promotions"], line["discount"], line["total"]) == (["3 for 2", "Coupon"], "3.50", "2.50")
    assert [step["text"] for step in line["explanation"]][:3] == [
        "3 pcs at 2.00 by Trade, not 2.40, is 6.00",
        "3 for 2, of every 3 the cheapest 1 free: -2.00",
        "Coupon, 0.50 off each: -1.50",
    ]
    for who, code in (("nobody at all", "customer.unknown"), ("", "")):
        if who:
            with pytest.raises(Refusal) as refused:
                build_cart(shop, [sku(shop)], who)
            assert refused.value.code == code


def test_a_sale_keeps_what_promotions_gave(shop: Terminal, manager: Person) -> None:
    terms, cart = build_cart(shop, [f"3*{sku(shop)}"], "Boris")
    priced = price(cart, terms)
    sale = sales.complete_sale(shop, manager, cart, [Payment("card", priced.total_minor)], priced.total_minor)
    assert sale_json(sale)["lines"][0]["promotions"] == ["3 for 2"]
    again = sales.find_sale(shop, sale.sale_id)
    assert again is not None
    assert again.lines[0].promotions == sale.lines[0].promotions
    fact = msgspec.convert(sale, SaleCompleted, from_attributes=True)
    assert [(one.id, one.amount_minor) for one in fact.lines[0].promotions] == [("p3", 240)]


PHONE = "4600000000015"
ASKED = {
    "SHIRT": ("goods.model", Extra(variant_of="SHIRT")),
    "SHIRT-M": ("", Extra(variant_of="SHIRT", variant="M")),
    "PHONE": ("goods.needs", Extra(track_serials=True)),
    "FISH": ("goods.needs", Extra(track_lots=True)),
    "WRAP": ("goods.needs", Extra(open_price=True)),
    "ROPE": ("goods.needs", Extra(open_quantity=True)),
    "VOUCHER": ("goods.needs", Extra(gift=True)),
}


@pytest.fixture
def special(terminal: Terminal) -> Terminal:
    plain: dict[str, Any] = {"unit": "pcs", "price_e4": 0, "rate_ppm": 0, "category": ""}
    goods = [
        Product(id=name, sku=name, name=name, extra=one, codes=(Code(PHONE),) if name == "PHONE" else (), **plain)
        for name, (_, one) in ASKED.items()
    ]
    tell(terminal, "catalogue", *(("product", one) for one in goods), first=1000)
    return terminal


def test_what_the_till_would_ask_is_asked_of_the_command_line_too(special: Terminal) -> None:
    for item, (code, _) in ASKED.items():
        if code:
            with pytest.raises(Refusal) as refused:
                build_cart(special, [item])
            assert refused.value.code == code, item
    with pytest.raises(Refusal) as expired:
        build_cart(special, ["]C10104600000000015172501012111"])
    assert expired.value.code == "goods.expired"
    told = read_answers(["WRAP=2.50", "VOUCHER=20"], ["PHONE=SN1", "PHONE=SN2", "FISH=L7", "VOUCHER=gc-000001"])
    items = ["SHIRT-M", "PHONE", "PHONE", "FISH", "WRAP", "3*ROPE", "VOUCHER"]
    _, cart = build_cart(special, items, answers=told)
    assert [line.detail and (line.detail.serial or line.detail.lot) for line in cart.lines] == [
        *(None, "SN1", "SN2", "L7", None, None, "GC-000001")
    ]
    assert [line.price_e4 for line in cart.lines if line.sku in ("WRAP", "VOUCHER")] == [25_000, 200_000]
    assert len(build_cart(special, ["PHONE"], sold=False)[1].lines) == 1
