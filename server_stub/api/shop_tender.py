"""What a shop says about paying, on the surface: money and rates as decimal strings."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.amounts import GivenMoney, GivenRate, minor, money_text, rate_text
from server_stub.faults import Denied
from sync.wire.tenders import TenderTerms

_PPM = Decimal(1_000_000)
_MOST_PPM = 10**12
Rate = Annotated[str, Meta(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6})?$", examples=["0.91"])]


Country = Annotated[
    str, Meta(pattern="^([A-Z]{2})?$", description="Cash is rounded by its rule; empty: by the shop's own.")
]
GiftOffline = Annotated[
    GivenMoney, Meta(description="What one gift certificate pays at a till before the centre has heard of it.")
]
Rates = Annotated[
    dict[Annotated[str, Meta(pattern="^[A-Z]{3}$")], Rate],
    Meta(description="Foreign cash that is taken: what one unit of it is worth here.", max_length=20),
]
PurseOffline = Annotated[
    GivenMoney, Meta(description="What a customer pays by store credit, on account, with points, each, likewise.")
]
PointEvery = Annotated[GivenMoney, Meta(description="A customer earns a point for each so much; 0: none.")]
PointValue = Annotated[GivenMoney, Meta(description="What a point pays; 0: nothing.")]
Tips = Annotated[bool, Meta(description="Whether tips are taken, beside the total.")]
TipPercents = Annotated[
    list[GivenRate], Meta(description="Shares of the total that are offered as tips.", max_length=4)
]
TipMethods = Annotated[
    list[Literal["cash", "card"]], Meta(description="By which methods tips are paid.", min_length=1, max_length=2)
]
PayInCredit = Annotated[
    bool, Meta(description="Whether customers may put money into store credit, also by paying more than they owe.")
]
GiftPaysDebt = Annotated[bool, Meta(description="Whether a gift certificate may pay what is owed on account.")]


class Tender(Struct, frozen=True, kw_only=True):
    """How paying goes: rounding of cash, what pays unasked, foreign cash that is taken, loyalty points, tips."""

    country: Country
    gift_offline: GiftOffline
    rates: Rates
    purse_offline: PurseOffline
    point_every: PointEvery
    point_value: PointValue
    tips: Tips
    tip_percents: TipPercents
    tip_methods: TipMethods
    pay_in_credit: PayInCredit
    gift_pays_debt: GiftPaysDebt


class TenderChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise of it; what is left out stays (RFC 7396, for each of these names)."""

    country: Country | UnsetType = UNSET
    gift_offline: GiftOffline | UnsetType = UNSET
    rates: Rates | UnsetType = UNSET
    purse_offline: PurseOffline | UnsetType = UNSET
    point_every: PointEvery | UnsetType = UNSET
    point_value: PointValue | UnsetType = UNSET
    tips: Tips | UnsetType = UNSET
    tip_percents: TipPercents | UnsetType = UNSET
    tip_methods: TipMethods | UnsetType = UNSET
    pay_in_credit: PayInCredit | UnsetType = UNSET
    gift_pays_debt: GiftPaysDebt | UnsetType = UNSET


def tell_tender(terms: TenderTerms, currency: str) -> Tender:
    """Give a shop's terms as the surface has them."""
    rates = {name: f"{Decimal(ppm) / _PPM:f}" for name, ppm in sorted(terms.rates_ppm.items())}
    return Tender(
        country=terms.country,
        gift_offline=money_text(terms.gift_offline_minor, currency),
        rates=rates,
        purse_offline=money_text(terms.purse_offline_minor, currency),
        point_every=money_text(terms.point_every_minor, currency),
        point_value=money_text(terms.point_value_minor, currency),
        tips=terms.tips,
        tip_percents=[rate_text(rate) for rate in terms.tip_rates_ppm],
        tip_methods=msgspec.convert(list(terms.tip_methods), list[Literal["cash", "card"]]),
        pay_in_credit=terms.pay_in_credit,
        gift_pays_debt=terms.gift_pays_debt,
    )


def change_tender(terms: TenderTerms, change: TenderChange, currency: str) -> TenderTerms:
    """Change terms. Raises Denied 400 for a rate of the shop's own currency, or one that is nothing."""
    values = {name: getattr(change, name) for name in change.__struct_fields__}
    told = tell_tender(terms, currency)
    given = msgspec.structs.replace(told, **{name: value for name, value in values.items() if value is not UNSET})
    rates_ppm = {name: int(Decimal(rate) * _PPM) for name, rate in given.rates.items()}
    for name, ppm in rates_ppm.items():
        if name == currency or not 0 < ppm <= _MOST_PPM:
            raise Denied(400, f"There can be no such rate for {name}")
    return TenderTerms(
        country=given.country,
        gift_offline_minor=minor(given.gift_offline, currency),
        rates_ppm=rates_ppm,
        purse_offline_minor=minor(given.purse_offline, currency),
        point_every_minor=minor(given.point_every, currency),
        point_value_minor=minor(given.point_value, currency),
        tips=given.tips,
        tip_rates_ppm=tuple(sorted({int(Decimal(percent) * 10_000) for percent in given.tip_percents} - {0})),
        tip_methods=tuple(dict.fromkeys(given.tip_methods)),
        pay_in_credit=given.pay_in_credit,
        gift_pays_debt=given.gift_pays_debt,
    )
