"""Random carts under random sets of promotions."""

from dataclasses import replace

from hypothesis import strategies as st

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import Discount
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.price_list import ListPrice, Override, PriceList, Tier
from desktop.domain.offers.promotion import Part, Promotion
from desktop.domain.shop import Shop
from tests.domain.offers.shelf import line

PRODUCTS = ("tea", "cup", "soup", "bread")
_NAMES = st.lists(st.sampled_from(PRODUCTS), max_size=3, unique=True).map(tuple)
_PIECES = st.sampled_from([0, 1000, 2000, 3000])
_PPM = st.sampled_from([0, 100_000, 333_333, 500_000, 1_000_000])
_MINOR = st.sampled_from([0, 1, 33, 100, 999, 5_000])
_LIMITS = st.integers(0, 1_000_000)

PARTS = st.builds(
    Part,
    name=st.just("part"),
    quantity_milli=st.sampled_from([1000, 2000]),
    product_ids=_NAMES,
    categories=_NAMES,
    gift=st.booleans(),
)

PROMOTIONS = st.builds(
    Promotion,
    id=st.just(""),
    name=st.sampled_from(["Spring", "Members"]),
    kind=st.sampled_from(["percent", "amount", "price", "buy_get", "mix", "combo", "ticket"]),
    priority=st.integers(0, 2),
    exclusive=st.booleans(),
    groups=st.sampled_from([(), (), ("gold",)]),
    coupon=st.booleans(),
    product_ids=_NAMES,
    categories=_NAMES,
    parts=st.lists(PARTS, max_size=3).map(tuple),
    same_product=st.booleans(),
    from_milli=_PIECES,
    from_minor=_MINOR,
    buy_milli=_PIECES,
    get_milli=_PIECES,
    percent_ppm=_PPM,
    amount_minor=_MINOR,
    price_minor=_MINOR,
    price_e4=st.sampled_from([0, 5_000, 9_999, 100_000]),
    max_times=st.sampled_from([0, 0, 1, 2]),
    max_minor=st.sampled_from([0, 0, 0, 7, 150]),
)

DISCOUNTS = st.none() | st.builds(
    Discount,
    st.sampled_from(["percent", "amount", "target"]),
    st.integers(1, 3_000) | st.just(250_000),
    limit_ppm=st.sampled_from([1_000_000, 100_000]) | _LIMITS,
)
PRICES = st.sampled_from([0, 3_333, 10_000, 20_000, 49_900]) | st.integers(0, 200_000)
TIERS = st.lists(st.builds(Tier, st.sampled_from([1000, 3000]), PRICES), max_size=2).map(tuple)
BUYERS = st.none() | st.builds(
    Buyer,
    id=st.just("b"),
    group=st.sampled_from(["", "gold"]),
    price_list_id=st.sampled_from(["", "whole", "old"]),
    birthday=st.just("11-21"),
    tax_exempt=st.sampled_from(["", "", "export"]),
)


@st.composite
def lines(draw: st.DrawFn) -> CartLine:
    """Pieces, weighed goods or goods with a price label, some with a price list, an own price or a discount."""
    made = line(
        draw(st.sampled_from(PRODUCTS)),
        price_e4=draw(PRICES),
        rate_ppm=draw(st.sampled_from([0, 70_000, 190_000])),
        discount=draw(DISCOUNTS),
        prices=(ListPrice("whole", draw(TIERS)), ListPrice("everybody", draw(TIERS))),
        override=draw(st.none() | st.builds(Override, PRICES, st.just("damaged"), st.just("p"))),
        fixed_total_minor=draw(st.none() | st.none() | st.integers(0, 999)),
    )
    weighed = draw(st.booleans()) and draw(st.booleans())
    return replace(made, weighed=weighed, quantity_milli=draw(st.integers(1, 5)) * (1000 if not weighed else 377))


@st.composite
def offers(draw: st.DrawFn, most: int = 5) -> Offers:
    """Some promotions, in the order in which they would be pinned, and two price lists in force."""
    drawn = draw(st.lists(PROMOTIONS, max_size=most))
    promotions = sorted(
        (replace(one, id=str(no)) for no, one in enumerate(drawn)), key=lambda one: (one.priority, one.id)
    )
    lists = (PriceList("whole", "Wholesale"), PriceList("everybody", "Everybody"))
    return Offers(tuple(promotions), lists, "2026-11-21")


@st.composite
def carts(draw: st.DrawFn) -> Cart:
    """A cart of up to eight lines under an offer, with a buyer and coupons or without."""
    drawn = draw(st.lists(lines(), max_size=6))
    numbered = tuple(replace(one, line_id=str(number)) for number, one in enumerate(drawn))
    pinned = draw(offers())
    coupons = tuple(Coupon(one.id, one.id, one.id) for one in pinned.promotions if draw(st.booleans()))
    return Cart(
        "c",
        "",
        "EUR",
        draw(st.booleans()),
        numbered,
        draw(DISCOUNTS),
        offers=pinned,
        buyer=draw(BUYERS),
        coupons=coupons,
    )


SHOPS = st.builds(
    Shop,
    id=st.just("s"),
    name=st.just("Shop"),
    currency=st.just("EUR"),
    tax_rounding=st.sampled_from(["line", "receipt"]),
    offer_order=st.sampled_from(["best", "fixed"]),
    price_list_id=st.sampled_from(["", "everybody"]),
)
