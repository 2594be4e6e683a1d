"""Shops, sales and shifts to put on paper."""

from dataclasses import replace

from desktop.domain.cart import Cart, add, set_discount
from desktop.domain.discount import Discount
from desktop.domain.pricing import price
from desktop.domain.product import Found, Product
from desktop.domain.sale import Header, Sale, Void, make_sale
from desktop.domain.shift import Shift, ShiftTotals, with_drawer, with_sale, with_void
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment, settle

SHOP = Shop(
    "s", "Cedar & Quay", "EUR", address="7 River Street\n10111 Tallinn", tax_number="EE101234567",
    tax_rounding="receipt", cash_rounding_step_minor=5, receipt_footer="Thank you!",
)  # fmt: skip
GOODS = (
    Product("a", "1", "Whole milk 2.5 %", "pcs", 12_900, 90_000),
    Product("b", "2", "Сыр «Гауда»", "kg", 149_000, 90_000, weighed=True),
    Product("c", "3", "Hand-thrown stoneware mug with a name that must wrap", "pcs", 184_900, 240_000),
)
VOID = Void(
    "v",
    "sale",
    "T03-000124",
    124,
    "shift",
    "Wrong goods",
    "2026-11-21T10:09:00+02:00",
    "Boris",
    "Till 3",
    1235,
    "77aa88bb99",
)
SHIFT = Shift("shift", 42, "2026-11-21", "EUR", 10_000, "2026-11-21T08:00:00+02:00", "Anna", "Till 3")


def sale(*, inclusive: bool = True) -> Sale:
    """Milk, cheese and a mug with a discount; part by card, the rest in cash."""
    shop = replace(SHOP, tax_inclusive=inclusive)
    cart = Cart("cart", "", "EUR", inclusive)
    cart = add(cart, Found(GOODS[0], "1"), "1", 4000)
    cart = add(cart, Found(GOODS[1], "2", quantity_milli=452), "2")
    cart = set_discount(add(cart, Found(GOODS[2], "3"), "3"), "3", Discount("percent", 100_000))
    priced = price(cart, shop)
    payments = [Payment("card", 1_000, "•••• 4242"), Payment("cash", 5_000)]
    settled = settle(priced.total_minor, payments, shop.cash_rounding, "EUR")
    header = Header("sale", "T03-000123", 123, "shift", "shelf", "2026-11-21T10:03:22.120+02:00", "Anna", "Till 3")
    return replace(make_sale(priced, settled, header), seq=1234, hash="8f3a91c2" + "0" * 56)


def totals() -> ShiftTotals:
    """Two sales of which one was taken back, cash put in and out, and a look into the drawer."""
    taken = with_void(with_sale(with_sale(ShiftTotals(), sale()), sale()), sale())
    return with_drawer(with_drawer(with_drawer(taken, 5_000), -2_000), 0)
