"""Foreign cash: what it is worth here at the shop's rate; change is always given in the shop's own money."""

from collections.abc import Mapping

from desktop.domain.money import scale
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import half_up
from desktop.domain.tender import FOREIGN, Payment

_WHOLE_PPM = 1_000_000


def foreign_methods(rates_ppm: Mapping[str, int], home: str) -> tuple[str, ...]:
    """Name the ways to pay in foreign cash: `cash:USD` for each currency with a rate."""
    return tuple(
        f"{FOREIGN}{currency}" for currency in sorted(rates_ppm) if currency != home and rates_ppm[currency] > 0
    )


def currency_of(method: str) -> str:
    """Give the currency of foreign cash, empty for any other way to pay."""
    return method.removeprefix(FOREIGN) if method.startswith(FOREIGN) else ""


def worth_minor(foreign_minor: int, currency: str, home: str, rate_ppm: int) -> int:
    """What foreign money is worth at home, to the nearest minor unit."""
    return half_up(foreign_minor * rate_ppm * scale(home), _WHOLE_PPM * scale(currency))


def due_in(home_minor: int, currency: str, home: str, rate_ppm: int) -> int:
    """The least foreign money that is worth so much at home."""
    if home_minor <= 0:
        return 0
    # half a minor unit less is enough, because what it is worth is rounded
    return -(-(2 * home_minor - 1) * _WHOLE_PPM * scale(currency) // (2 * rate_ppm * scale(home)))


def pay_foreign(method: str, foreign_minor: int, home: str, rates_ppm: Mapping[str, int]) -> Payment:
    """Take foreign cash at the shop's rate. Refusals `tender.currency`, `tender.negative`."""
    currency = currency_of(method)
    rate_ppm = rates_ppm.get(currency, 0)
    if rate_ppm <= 0 or currency == home:
        raise Refusal(
            "tender.currency",
            f"There is no rate for {currency} here.",
            "Take the shop's own money.",
            facts={"currency": currency},
        )
    if foreign_minor <= 0:
        raise Refusal("tender.negative", "A payment must be more than zero.", "Type the amount that is paid.")
    return Payment(method, worth_minor(foreign_minor, currency, home, rate_ppm), foreign_minor=foreign_minor)
