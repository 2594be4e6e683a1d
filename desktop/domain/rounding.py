"""The one rounding rule table: halves, cash steps, and who gets the residual cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Method = Literal["nearest", "half_down", "up", "down"]


@dataclass(frozen=True, slots=True)
class CashRounding:
    """How a cash amount is rounded: to a multiple of `step_minor`; a step of 0 or 1 leaves it alone.

    `nearest` takes a tie up, `half_down` takes it down. `exchange_exact` leaves alone what is paid in foreign cash.
    """

    step_minor: int = 0
    method: Method = "nearest"
    exchange_exact: bool = False


@dataclass(frozen=True, slots=True)
class CountryRounding:
    """What rounds cash in a country: `source` is the law and since when, or whose custom it is."""

    rule: CashRounding
    by_law: bool
    source: str


_EURO = CashRounding(5)
CASH_ROUNDING_BY_COUNTRY: dict[str, CountryRounding] = {
    "BE": CountryRounding(_EURO, True, "Code of economic law VI.7/1, 2019-12-01"),
    "EE": CountryRounding(_EURO, True, "Law on rounding cash payments, 2025-01-01; refunds in cash too"),
    "FI": CountryRounding(_EURO, True, "Act 890/2000 on rounding, 2002"),
    "IE": CountryRounding(_EURO, False, "Central Bank of Ireland, voluntary, 2015"),
    "IT": CountryRounding(_EURO, True, "Decree-law 50/2017 art. 13-quater, 2018"),
    "LT": CountryRounding(
        CashRounding(5, exchange_exact=True), True, "Law on rounding cash, 2025-05-01; not gift cards, points, exchange"
    ),
    "NL": CountryRounding(_EURO, False, "De Nederlandsche Bank, voluntary, 2004"),
    "SK": CountryRounding(_EURO, True, "Price act 18/1996 paragraph 3a, 2022-07-01"),
    "AU": CountryRounding(_EURO, False, "Treasury and retailers, 1992"),
    "CA": CountryRounding(_EURO, False, "Department of Finance, 2013"),
    "CH": CountryRounding(_EURO, False, "Smallest coin, 2007"),
    "NZ": CountryRounding(CashRounding(10, "half_down"), False, "Reserve Bank of New Zealand, 2006"),
    "ZA": CountryRounding(CashRounding(10, "down"), False, "Retailers, in the customer's favour, 2012"),
    "IL": CountryRounding(CashRounding(10), False, "Bank of Israel, 2008"),
    "DK": CountryRounding(CashRounding(50), True, "Coinage act, 2008"),
    "CZ": CountryRounding(CashRounding(100), True, "Consumer protection act 634/1992 paragraph 3, 2008"),
    "NO": CountryRounding(CashRounding(100), True, "Central bank act, 2012"),
    "SE": CountryRounding(CashRounding(100), True, "Act 1970:1029 on rounding, 2010"),
    "HU": CountryRounding(CashRounding(500), True, "Act III of 2008, 2008-03-01"),
}
"""Cash rounding by country; refunds in cash round as the payment did, so that the same money comes back."""


def half_up(numerator: int, denominator: int) -> int:
    """Divide and round to the nearest whole, halves away from zero (HMRC VATREC12020: below 0.5 down, else up)."""
    whole, rest = divmod(abs(numerator), denominator)
    rounded = whole + (2 * rest >= denominator)
    return -rounded if numerator < 0 else rounded


def round_cash(amount_minor: int, rule: CashRounding) -> int:
    """Round a payable cash amount; what is paid back rounds like what is paid, so a refund returns the same money."""
    step = rule.step_minor
    if step <= 1:
        return amount_minor
    size = abs(amount_minor)
    if rule.method == "nearest":
        size = half_up(size, step) * step
    elif rule.method == "half_down":
        size = -((step - 2 * size) // (2 * step)) * step
    elif rule.method == "up":
        size = -(-size // step) * step
    else:
        size = size // step * step
    return -size if amount_minor < 0 else size


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Share `total` out in proportion to non-negative weights by largest remainder; ties go to the earlier one.

    Every share is within one of its exact value and the shares add up to the total. Without weights it must be 0.
    """
    whole = sum(weights)
    if whole == 0:
        if total:
            raise ValueError("nothing to share the amount out over")
        return [0] * len(weights)
    shares = [total * weight // whole for weight in weights]
    rests = [total * weight % whole for weight in weights]
    order = sorted(range(len(rests)), key=rests.__getitem__, reverse=True)  # which leaves equals in their order
    for index in order[: total - sum(shares)]:
        shares[index] += 1
    return shares
