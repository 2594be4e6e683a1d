"""Carts, shops and payments that hypothesis may try."""

from dataclasses import replace

from hypothesis import strategies as st

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import Discount
from desktop.domain.pricing import PricedCart
from desktop.domain.product import Product
from desktop.domain.rounding import CashRounding
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment

CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD", "RUB", "CHF"])
RATES = st.sampled_from([0, 50_000, 88_750, 90_000, 190_000, 220_000, 1_000_000]) | st.integers(0, 1_000_000)
RULES = st.builds(
    CashRounding,
    st.sampled_from([0, 1, 5, 10, 50, 100]),
    st.sampled_from(["nearest", "half_down", "up", "down"]),
    st.booleans(),
)
PRICES = st.integers(0, 200_000) | st.integers(0, 10**9)

PRODUCTS = st.builds(
    Product,
    id=st.sampled_from(["a", "b", "c"]),
    sku=st.just("sku"),
    name=st.sampled_from(["Milk", "Сыр", "Bread"]),
    unit=st.just("kg"),
    price_e4=PRICES,
    rate_ppm=RATES,
)

DISCOUNTS = st.none() | st.one_of(
    st.builds(Discount, st.just("percent"), st.integers(1, 1_500_000), limit_ppm=st.integers(0, 1_000_000)),
    st.builds(Discount, st.just("amount"), st.integers(1, 100_000), limit_ppm=st.integers(0, 1_000_000)),
)

_LINES = st.builds(
    CartLine,
    line_id=st.just(""),
    product_id=st.sampled_from(["a", "b"]),
    sku=st.just("sku"),
    name=st.just("Milk"),
    unit=st.sampled_from(["pcs", "kg"]),
    code=st.just("1"),
    quantity_milli=st.integers(1, 9_999_999),
    price_e4=PRICES,
    rate_ppm=RATES,
    pack_milli=st.sampled_from([1000, 6000, 500]),
    weighed=st.booleans(),
    fixed_total_minor=st.none() | st.integers(1, 100_000),
    discount=DISCOUNTS,
)


@st.composite
def carts(draw: st.DrawFn, least: int = 0) -> Cart:
    """A cart with up to twelve lines, some of which share a tax rate."""
    lines = draw(st.lists(_LINES, min_size=least, max_size=12))
    numbered = tuple(replace(line, line_id=str(number)) for number, line in enumerate(lines))
    return Cart("cart", "2026-11-21T10:00:00+01:00", draw(CURRENCIES), draw(st.booleans()), numbered, draw(DISCOUNTS))


@st.composite
def shops(draw: st.DrawFn) -> Shop:
    """A shop with any tax mode and any cash rounding."""
    rule = draw(RULES)
    return Shop(
        id="s",
        name="Shop",
        currency="EUR",
        tax_rounding=draw(st.sampled_from(["line", "receipt"])),
        cash_rounding_step_minor=rule.step_minor,
        cash_rounding_method=rule.method,
    )


@st.composite
def finished_payments(draw: st.DrawFn, priced: PricedCart, rule: CashRounding) -> tuple[Payment, ...]:
    """Payments that settle the total: some by card, the rest exactly by card, to the cent in cash, or with change."""
    from desktop.domain.tender import settle

    by_card = draw(st.integers(0, priced.total_minor))
    payments = [Payment("card", by_card)] if by_card else []
    left = settle(priced.total_minor, payments, rule, priced.currency)
    if left.complete:
        return tuple(payments)
    way = draw(st.sampled_from(["card", "cents", "cash", "change"]))
    extra = draw(st.integers(1, 5_000)) if way == "change" else 0
    cash = left.due_minor if way == "cents" else left.due_cash_minor + extra
    return (*payments, Payment("gift", left.due_minor) if way == "card" else Payment("cash", cash))
