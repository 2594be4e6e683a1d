"""Coupons: codes that let a promotion count, so many times."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon as the till knows it; `uses` and `uses_per_customer` 0 mean any number.

    `used` is how often it is known to have been redeemed, `used_by` that count per customer. `starts_at` and `ends_at`
    are RFC 3339, empty for no end.
    """

    id: str
    code: str
    promotion_id: str
    uses: int = 1
    uses_per_customer: int = 0
    used: int = 0
    used_by: dict[str, int] = field(default_factory=dict)
    starts_at: str = ""
    ends_at: str = ""
