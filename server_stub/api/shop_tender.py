"""What a shop says about paying, on the surface: money and rates as decimal strings."""

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from server_stub.api.amounts import GivenMoney, minor, money_text
from server_stub.faults import Denied
from sync.wire.tenders import TenderTerms

_PPM = Decimal(1_000_000)
_MOST_PPM = 10**12
Rate = Annotated[str, Meta(pattern=r"^[0-9]{1,6}(\.[0-9]{1,6})?$", examples=["0.91"])]


class Tender(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How paying goes: rounding of cash, certificates that pay unasked, foreign cash that is taken."""

    country: Annotated[
        str, Meta(pattern="^([A-Z]{2})?$", description="Cash is rounded by its rule; empty: by the shop's own.")
    ] = ""
    gift_offline: Annotated[
        GivenMoney, Meta(description="What one gift certificate pays at a till before the centre has heard of it.")
    ] = "0"
    rates: Annotated[
        dict[Annotated[str, Meta(pattern="^[A-Z]{3}$")], Rate],
        Meta(description="Foreign cash that is taken: what one unit of it is worth here.", max_length=20),
    ] = {}


def tell_tender(terms: TenderTerms, currency: str) -> Tender:
    """Give a shop's terms as the surface has them."""
    rates = {name: f"{Decimal(ppm) / _PPM:f}" for name, ppm in sorted(terms.rates_ppm.items())}
    return Tender(country=terms.country, gift_offline=money_text(terms.gift_offline_minor, currency), rates=rates)


def read_tender(given: Tender, currency: str) -> TenderTerms:
    """Read them. Raises Denied 400 for a rate of the shop's own currency, or one that is nothing."""
    rates_ppm = {name: int(Decimal(rate) * _PPM) for name, rate in given.rates.items()}
    for name, ppm in rates_ppm.items():
        if name == currency or not 0 < ppm <= _MOST_PPM:
            raise Denied(400, f"There can be no such rate for {name}")
    return TenderTerms(
        country=given.country, gift_offline_minor=minor(given.gift_offline, currency), rates_ppm=rates_ppm
    )
