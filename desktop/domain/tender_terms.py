"""What a shop says about paying; see `sync.wire.tenders.TenderTerms`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TenderTerms:
    """`country` names the rule of cash rounding, `gift_offline_minor` is what one certificate pays unasked.

    `rates_ppm` is foreign cash that is taken: home units for a million units, by currency. `purse_offline_minor` is
    what one customer pays by each purse unasked; a point is earned for each `point_every_minor`, and pays
    `point_value_minor`. `pay_in_credit` says whether customers may put money into store credit, `gift_pays_debt`
    whether a certificate may pay what is owed on account. `tips` are taken by `tip_methods`, `tip_rates_ppm` are the
    shares of a total that are offered.
    """

    country: str = ""
    gift_offline_minor: int = 0
    rates_ppm: dict[str, int] = field(default_factory=dict)
    purse_offline_minor: int = 0
    point_every_minor: int = 0
    point_value_minor: int = 0
    tips: bool = False
    tip_rates_ppm: tuple[int, ...] = (50_000, 100_000, 150_000)
    tip_methods: tuple[str, ...] = ("cash", "card")
    pay_in_credit: bool = False
    gift_pays_debt: bool = False
