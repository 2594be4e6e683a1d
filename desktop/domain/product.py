"""What can be sold, and what a scan found."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.money import scale
from desktop.domain.offers.price_list import ListPrice
from desktop.domain.rounding import half_up

WHOLE_UNITS = frozenset({"pcs", "pc", "ea", "шт", "stk", "ks", "kom", "szt", "vnt", "tk"})
"""Units of which nobody can sell a part."""


@dataclass(frozen=True, slots=True)
class BundlePart:
    """What one unit of goods contains or is made of; id and name are empty until the catalogue was asked."""

    sku: str
    quantity_milli: int
    product_id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much is in one piece, in thousandths of a kilogram, litre or metre (`unit` is kg, l or m)."""

    quantity_milli: int
    unit: str


@dataclass(frozen=True, slots=True)
class Extra:
    """How a product is sold beyond a code, a price and a unit; see `sync.wire.extras.Extra`."""

    variant_of: str = ""
    variant: str = ""
    parts: tuple[BundlePart, ...] = ()
    recipe: tuple[BundlePart, ...] = ()
    tare_milli: int = 0
    open_price: bool = False
    open_quantity: bool = False
    track_lots: bool = False
    track_serials: bool = False
    cap_milli: int = 0
    gift: bool = False
    picture: str = ""
    measure: Measure | None = None
    least_days: int = 0


NO_EXTRA = Extra()


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
    extra: Extra = NO_EXTRA


@dataclass(frozen=True, slots=True)
class Found:
    """A product as a scan or a look-up found it.

    `pack_milli` is what one scan of this code means. `quantity_milli` is the measured quantity that the code carries
    (a weight label), 0 when it carries none. `fixed_total_minor` is the price that a price label carries. `prices` are
    what price lists ask for it, `typed_price_e4` is what somebody typed for goods of an open price. Lot, serial number
    and expiry are what the code says or somebody typed; `parts` are those of a bundle, with their ids. After
    `best_before` goods may still be sold. `mark` is the whole code that marks a single piece, byte for byte.
    """

    product: Product
    code: str = ""
    pack_milli: int = 1000
    quantity_milli: int = 0
    fixed_total_minor: int | None = None
    prices: tuple[ListPrice, ...] = ()
    typed_price_e4: int | None = None
    lot: str = ""
    serial: str = ""
    expiry: date | None = None
    tare_milli: int = 0
    parts: tuple[BundlePart, ...] = ()
    best_before: date | None = None
    mark: str = ""

    @property
    def case_milli(self) -> int:
        """What one pack of this code holds; 0 for a single one, and for what the code measures."""
        return 0 if self.quantity_milli or self.serial or self.pack_milli <= 1000 else self.pack_milli

    @property
    def keeps_until(self) -> date | None:
        """The day by which a warehouse wants it gone: the expiry, else the best-before date."""
        return self.expiry or self.best_before


def is_too_soon(product: Product, expiry: date, today: date) -> bool:
    """Tell whether goods that come in expire earlier than somebody wants of them."""
    return (expiry - today).days < product.extra.least_days


def quantity_for_total(total_minor: int, price_e4: int, currency: str) -> int:
    """Quantity in thousandths that a price label stands for, at least one; 0 when the product has no unit price."""
    if price_e4 <= 0:
        return 0
    return max(1, half_up(total_minor * 10_000 * 1000, price_e4 * scale(currency)))


def amount_minor(price_e4: int, quantity_milli: int, currency: str) -> int:
    """Price times quantity in minor units, rounded to the nearest."""
    return half_up(price_e4 * quantity_milli * scale(currency), 10_000 * 1000)
