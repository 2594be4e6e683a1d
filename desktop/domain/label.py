"""What a shelf label says of goods: what they cost now and before, and what a kilogram or a litre of them costs.

Unit prices follow Directive 98/6/EC, articles 2 and 3: per kilogram, litre, metre or square metre, beside the price.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.cart import Cart, CartLine
from desktop.domain.codes import is_gtin
from desktop.domain.money import scale
from desktop.domain.offers.applied import apply_offers
from desktop.domain.offers.pinned import Offers, shared
from desktop.domain.offers.prices import line_gross_minor, unit_prices
from desktop.domain.offers.promotion import DAY_MINUTES, Promotion
from desktop.domain.product import Found, Measure, Product, amount_minor
from desktop.domain.rounding import half_up
from desktop.domain.shop import Shop

ONE = 1000
"""One unit, in thousandths."""
_BASES = {"g": "kg", "ml": "l", "mm": "m"}
_MEASURED = frozenset({"kg", "l", "m", "m2"})
_LABEL_KINDS = ("percent", "amount", "price")


@dataclass(frozen=True, slots=True)
class Label:
    """One label. `price_e4` is for `quantity_milli` of `unit`, or for a piece where that is 0; 0 is no price at all.

    `former_e4` is the price before a promotion, 0 without one; `lowest_e4` the lowest one of the 30 days before it
    (Directive 98/6/EC, article 6a), or since the day `lowest_since` (ISO) where no more is known. `base_e4` is what one
    `base_unit` costs, 0 where nothing is known to measure. `code` is what a scanner reads, `day` (ISO) is when it was
    printed.
    """

    product_id: str
    sku: str
    name: str
    currency: str
    price_e4: int
    former_e4: int = 0
    lowest_e4: int = 0
    lowest_since: str = ""
    quantity_milli: int = 0
    unit: str = ""
    base_e4: int = 0
    base_unit: str = ""
    code: str = ""
    day: str = ""

    @property
    def is_package(self) -> bool:
        """Whether it is the label of one package that was weighed, not of the shelf."""
        return bool(self.quantity_milli) and self.base_e4 > 0 and self.base_unit == self.unit


def lasting(offers: Offers) -> Offers:
    """Give the promotions that a label may name: for everybody, on one piece, all day; a label hangs for longer."""
    return shared(Offers(tuple(one for one in offers.promotions if _is_lasting(one)), offers.price_lists, offers.day))


def shelf_label(found: Found, codes: Sequence[str], shop: Shop, offers: Offers) -> Label:
    """Make the label of goods for the shelf; `offers` are those of `lasting`, `codes` those of one piece."""
    product = found.product
    now_e4, former_e4, given = _prices(found, shop, offers)
    lowest_e4, lowest_since = _lowest(product.id, former_e4, [one for one in offers.promotions if one.id in given])
    quantity_milli, unit = (ONE, product.unit) if product.unit in (*_MEASURED, *_BASES) else (0, "")
    base_e4, base_unit = _base(product, now_e4, shop.currency)
    return Label(
        product_id=product.id,
        sku=product.sku,
        name=product.name,
        currency=shop.currency,
        price_e4=now_e4,
        former_e4=former_e4,
        lowest_e4=lowest_e4,
        lowest_since=lowest_since,
        quantity_milli=quantity_milli,
        unit=unit,
        base_e4=base_e4,
        base_unit=base_unit,
        code=best_code(codes) or product.sku,
        day=offers.day,
    )


def weight_label(shelf: Label, quantity_milli: int, code: str) -> Label:
    """Make the label of one weighed package from that of the shelf; `code` says what it is and what it weighs."""
    total_minor = amount_minor(shelf.price_e4, quantity_milli, shelf.currency)
    return Label(
        product_id=shelf.product_id,
        sku=shelf.sku,
        name=shelf.name,
        currency=shelf.currency,
        price_e4=_e4(total_minor, shelf.currency),
        quantity_milli=quantity_milli,
        unit=shelf.unit,
        base_e4=shelf.price_e4,
        base_unit=shelf.unit,
        code=code,
        day=shelf.day,
    )


def best_code(codes: Sequence[str]) -> str:
    """Give the code to print: the maker's number before one that the shop gave (prefix 2), any other after these."""
    by_trust = sorted(codes, key=lambda code: (not is_gtin(code), code[:1] == "2", len(code) != 13, len(code), code))
    return by_trust[0] if by_trust else ""


def _is_lasting(one: Promotion) -> bool:
    for_all = not (one.coupon or one.groups or one.birthday)
    all_day = (one.from_minute, one.until_minute) == (0, DAY_MINUTES)
    return for_all and all_day and one.kind in _LABEL_KINDS and one.from_milli <= ONE


def _lowest(product_id: str, former_e4: int, given: Sequence[Promotion]) -> tuple[int, str]:
    """The lowest price before any of these promotions, and since when prices are known if that is too short."""
    known = [price_e4 for one in given for name, price_e4 in one.prior if name == product_id]
    return min([former_e4, *known]), max((one.prior_since for one in given), default="")


def _prices(found: Found, shop: Shop, offers: Offers) -> tuple[int, int, frozenset[str]]:
    """What one unit costs now and, where promotions lower it, before; and the ids of those."""
    product = found.product
    if not found.prices and not _is_promoted(product, offers):
        return product.price_e4, 0, frozenset()
    line = CartLine(
        line_id="1",
        product_id=product.id,
        sku=product.sku,
        name=product.name,
        unit=product.unit,
        code=found.code,
        quantity_milli=ONE,
        price_e4=product.price_e4,
        rate_ppm=product.rate_ppm,
        weighed=product.weighed,
        category=product.category,
        prices=found.prices,
    )
    cart = Cart("", "", shop.currency, shop.tax_inclusive, (line,), offers=offers)
    unit = unit_prices(cart, shop)[0]
    gross = line_gross_minor(line, unit, shop.currency)
    promotions = [one.promotion for one in apply_offers(cart, [gross], [None], shop).given[0]]
    given = sum(one.amount_minor for one in promotions)
    if not given:
        return unit.price_e4, 0, frozenset()
    return _e4(gross - given, shop.currency), unit.price_e4, frozenset(one.id for one in promotions)


def _is_promoted(product: Product, offers: Offers) -> bool:
    """Whether any promotion is about it; most goods of a shop are in none, and thousands are looked at."""
    everyone = frozenset(range(len(offers.promotions)))
    return bool(everyone) and bool(offers.index.matches(product.id, product.sku, product.category, everyone)[0])


def _base(product: Product, price_e4: int, currency: str) -> tuple[int, str]:
    """What a kilogram, litre or metre costs, to the nearest minor unit; (0, "") where nothing says how much it is."""
    measure = Measure(1, _BASES[product.unit]) if product.unit in _BASES else product.extra.measure
    if measure is None or measure.quantity_milli <= 0 or not price_e4:
        return 0, ""
    step = 10_000 // scale(currency) or 1
    return half_up(price_e4 * ONE, measure.quantity_milli * step) * step, measure.unit


def _e4(minor: int, currency: str) -> int:
    return minor * 10_000 // scale(currency)
