"""Discounts: so much per cent or so much money, never more than the person who gave it may give."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.money import format_rate_ppm
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import half_up

WHOLE_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Discount:
    """`value` is parts per million for `percent`, minor units for `amount`, what is left to pay for `target`.

    `granted_by` is a person's id; `limit_ppm` is the share of the price that this person may give away, kept because
    the quantity may shrink after an amount was granted.
    """

    kind: Literal["percent", "amount", "target"]
    value: int
    reason: str = ""
    granted_by: str = ""
    limit_ppm: int = WHOLE_PPM


def reduction_minor(discount: Discount | None, base_minor: int) -> int:
    """What the discount takes off `base_minor`: never below zero, never more than the base or than its limit."""
    if discount is None:
        return 0
    return max(0, min(_wanted_minor(discount, base_minor), allowed_minor(discount, base_minor)))


def allowed_minor(discount: Discount, base_minor: int) -> int:
    """The most that its giver may take off `base_minor`."""
    return half_up(base_minor * min(discount.limit_ppm, WHOLE_PPM), WHOLE_PPM)


def _wanted_minor(discount: Discount, base_minor: int) -> int:
    if discount.kind == "percent":
        return half_up(base_minor * discount.value, WHOLE_PPM)
    return discount.value if discount.kind == "amount" else base_minor - max(0, discount.value)


def check_discount(discount: Discount, base_minor: int) -> None:
    """Refuse a discount of nothing (`discount.too_small`) or of more than its giver may give (`discount.limit`)."""
    wanted = discount.value if discount.kind == "percent" else _wanted_minor(discount, base_minor)
    if wanted <= 0:
        raise Refusal("discount.too_small", "A discount must be more than zero.", "Type how much to take off.")
    limit_ppm = min(discount.limit_ppm, WHOLE_PPM)
    limit = limit_ppm if discount.kind == "percent" else allowed_minor(discount, base_minor)
    if wanted > limit:
        raise Refusal(
            "discount.limit",
            f"This discount is more than the {format_rate_ppm(limit_ppm)} % that you may give.",
            "Give less, or ask a manager to grant it.",
            facts={"limit_ppm": limit_ppm},
        )
