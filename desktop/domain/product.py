"""What can be sold, and what a scan found."""

from dataclasses import dataclass

from desktop.domain.money import scale
from desktop.domain.offers.price_list import ListPrice
from desktop.domain.rounding import half_up

WHOLE_UNITS = frozenset({"pcs", "pc", "ea", "шт", "stk", "ks", "kom", "szt", "vnt", "tk"})
"""Units of which nobody can sell a part."""


@dataclass(frozen=True, slots=True)
class Product:
    """A thing that can be sold; `weighed` goods are sold by measured quantity only."""

    id: str
    sku: str
    name: str
    unit: str
    price_e4: int
    rate_ppm: int
    category: str = ""
    weighed: bool = False
    age_limit: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A product as a scan or a look-up found it.

    `pack_milli` is what one scan of this code means. `quantity_milli` is the measured quantity that the code carries
    (a weight label), 0 when it carries none. `fixed_total_minor` is the price that a price label carries. `prices` are
    what price lists ask for it.
    """

    product: Product
    code: str = ""
    pack_milli: int = 1000
    quantity_milli: int = 0
    fixed_total_minor: int | None = None
    prices: tuple[ListPrice, ...] = ()


def quantity_for_total(total_minor: int, price_e4: int, currency: str) -> int:
    """Quantity in thousandths that a price label stands for, at least one; 0 when the product has no unit price."""
    if price_e4 <= 0:
        return 0
    return max(1, half_up(total_minor * 10_000 * 1000, price_e4 * scale(currency)))


def amount_minor(price_e4: int, quantity_milli: int, currency: str) -> int:
    """Price times quantity in minor units, rounded to the nearest."""
    return half_up(price_e4 * quantity_milli * scale(currency), 10_000 * 1000)
