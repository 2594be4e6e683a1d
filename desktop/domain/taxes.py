"""Tax inside and on top of an amount, rounded per line or once per rate (EN 16931 BR-CO-17, HMRC VATREC12030)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from desktop.domain.rounding import allocate, half_up

TaxRounding = Literal["line", "receipt"]

WHOLE_PPM = 1_000_000
MAX_RATE_PPM = WHOLE_PPM


@dataclass(frozen=True, slots=True)
class TaxSum:
    """The amounts at one tax rate; `gross_minor` = `net_minor` + `tax_minor`."""

    rate_ppm: int
    net_minor: int
    tax_minor: int
    gross_minor: int


@lru_cache(maxsize=4096)
def tax_inside(gross_minor: int, rate_ppm: int) -> int:
    """Tax contained in an amount, rounded to the nearest minor unit."""
    return half_up(gross_minor * rate_ppm, WHOLE_PPM + rate_ppm)


@lru_cache(maxsize=4096)
def tax_on_top(net_minor: int, rate_ppm: int) -> int:
    """Tax that comes on top of an amount, rounded to the nearest minor unit."""
    return half_up(net_minor * rate_ppm, WHOLE_PPM)


def line_taxes(amounts: Sequence[tuple[int, int]], *, inclusive: bool, rounding: TaxRounding) -> list[int]:
    """Tax of each line, given as (amount_minor, rate_ppm); `inclusive` says whether the amount holds its tax.

    Rounding per receipt taxes the sum of a rate once and hands the residual cents out by largest remainder.
    """
    tax_of = tax_inside if inclusive else tax_on_top
    if rounding == "line":
        return [tax_of(amount, rate) for amount, rate in amounts]
    taxes = [0] * len(amounts)
    for rate in {rate for _, rate in amounts}:
        indexes = [index for index, (_, line_rate) in enumerate(amounts) if line_rate == rate]
        weights = [amounts[index][0] for index in indexes]
        for index, tax in zip(indexes, allocate(tax_of(sum(weights), rate), weights), strict=True):
            taxes[index] = tax
    return taxes


def sum_rates(lines: Iterable[tuple[int, int, int]]) -> tuple[TaxSum, ...]:
    """Add up (rate_ppm, net_minor, tax_minor) per rate, the highest rate first."""
    nets: dict[int, int] = {}
    taxes: dict[int, int] = {}
    for rate, net, tax in lines:
        nets[rate] = nets.get(rate, 0) + net
        taxes[rate] = taxes.get(rate, 0) + tax
    return tuple(TaxSum(rate, net, taxes[rate], net + taxes[rate]) for rate, net in sorted(nets.items(), reverse=True))
