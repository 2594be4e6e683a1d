"""A parcel of a packing: what is in it, what that should weigh, and what became of its weight. Pure.

Where the weight of all goods is known the parcel has to weigh about that; where some are not known it cannot weigh less
than those that are. Whoever says that another weight is right is named, with the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.product import Product
from desktop.domain.refusal import Refusal
from desktop.domain.stock import WeightCheck
from desktop.domain.task import Scan

TOLERANCE_PPM = 30_000
LEAST_TOLERANCE_MILLI = 30
"""A weight may be off by this share of it, or by so many grams where that is more: boxes and paper weigh, too."""
RIGHT, ACCEPTED, UNCHECKED, OFF = "right", "accepted", "unchecked", "off"
"""Verdicts, as `sync.wire.goods_facts.WeightCheck` says them."""
WEIGHT_REASONS = ("packaging", "catalogue", "counted", "scale")
"""Why a weight that cannot be is right all the same; a person may say it in other words, too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Goods in a parcel, and the ordered product that they are for."""

    scan: Scan
    wanted_id: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is in a parcel, and its weight in grams, 0 while nobody weighed it.

    Where the weight could not be, `said_by` is the person who said that it is right, and `reason` why.
    """

    goods: tuple[Piece, ...] = ()
    weight_milli: int = 0
    said_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a parcel should weigh in grams by what is known of its goods; of the products `unknown` nothing is."""

    weight_milli: int
    unknown: tuple[str, ...] = ()

    @property
    def tolerance_milli(self) -> int:
        """How many grams more or less are right."""
        return max(self.weight_milli * TOLERANCE_PPM // 1_000_000, LEAST_TOLERANCE_MILLI)

    def fits(self, weight_milli: int) -> bool:
        """Whether a parcel can weigh this; of one with unknown goods only too little is wrong."""
        off_milli = weight_milli - self.weight_milli
        return off_milli >= -self.tolerance_milli and (bool(self.unknown) or off_milli <= self.tolerance_milli)


def expect(parcel: Parcel, products: Mapping[str, Product]) -> Expected:
    """Say what a parcel should weigh."""
    millionths, unknown = 0, dict[str, None]()
    for scan in (piece.scan for piece in parcel.goods):
        unit_milli = _unit_milli(products.get(scan.product_id))
        millionths += unit_milli * scan.quantity_milli
        if not unit_milli:
            unknown[scan.product_id] = None
    return Expected(millionths // 1000, tuple(unknown))


def _unit_milli(product: Product | None) -> int:
    """Give what one unit of a product weighs in grams, 0 where nobody knows."""
    if product is None:
        return 0
    if product.unit == "kg":
        return 1000
    measure = product.extra.measure
    return measure.quantity_milli if measure is not None and measure.unit == "kg" else 0


def judge(parcel: Parcel, products: Mapping[str, Product]) -> WeightCheck | None:
    """Say what became of a parcel's weight, None where nobody weighed it.

    A weight that cannot be is `off` where nobody is known to have said that it is right: it was weighed by an older
    version, or what goods weigh was put right since.
    """
    if not parcel.weight_milli:
        return None
    should = expect(parcel, products)
    check = WeightCheck(should.weight_milli, should.tolerance_milli, OFF, unknown=should.unknown)
    if should.fits(parcel.weight_milli):
        return replace(check, verdict=UNCHECKED if should.unknown else RIGHT)
    if parcel.said_by:
        return replace(check, verdict=ACCEPTED, accepted_by=parcel.said_by, reason=parcel.reason)
    return check


def check_weight(parcel: Parcel, products: Mapping[str, Product]) -> None:
    """Refuse a weight that cannot be of what was scanned; where not all weights are known, one below the known ones.

    Refusals `pack.weight`, `pack.light`.
    """
    check = judge(parcel, products)
    if check is None or check.verdict != OFF:
        return
    remedy = "Take it apart and scan every piece again, or say that the weight is right."
    facts = {"weight_g": parcel.weight_milli, "expected_g": check.expected_milli}
    weighs = f"The parcel weighs {parcel.weight_milli} g"
    if check.unknown:
        said = f"{weighs}; what is known of it alone weighs {check.expected_milli} g."
        raise Refusal("pack.light", said, remedy, facts=facts)
    raise Refusal("pack.weight", f"{weighs} and should weigh {check.expected_milli} g.", remedy, facts=facts)
