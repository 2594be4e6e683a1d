"""What a shop says about paying; see `sync.wire.tenders.TenderTerms`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TenderTerms:
    """`country` names the rule of cash rounding, `gift_offline_minor` is what one certificate pays unasked.

    `rates_ppm` is foreign cash that is taken: home units for a million units, by currency.
    """

    country: str = ""
    gift_offline_minor: int = 0
    rates_ppm: dict[str, int] = field(default_factory=dict)
