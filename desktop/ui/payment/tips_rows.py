"""What may be chosen as a tip, as frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.tender_terms import TenderTerms
from desktop.domain.tips import round_up, tip_by_rate, tip_up_to


@dataclass(frozen=True)
class TipOption:
    """A tip by a share of the total (`rate_ppm`), or one that makes a round sum (`up_to_minor`); neither is none."""

    tip_minor: int
    rate_ppm: int = 0
    up_to_minor: int = 0


@dataclass(frozen=True)
class TipState:
    """`options` are empty where no tip can be given; `at` is the one that is chosen, -1 for another amount.

    `typed` tells that an amount waits to be taken as the tip, or as the sum to be paid."""

    options: tuple[TipOption, ...] = ()
    tip_minor: int = 0
    currency: str = ""
    typed: bool = False

    @property
    def at(self) -> int:
        """The option that makes this tip."""
        return next((at for at, one in enumerate(self.options) if one.tip_minor == self.tip_minor), -1)


def tip_options(total_minor: int, currency: str, terms: TenderTerms) -> tuple[TipOption, ...]:
    """Give no tip, the shop's shares and a round sum; nothing where the shop takes none or nothing is paid."""
    if not terms.tips or total_minor <= 0:
        return ()
    shares = [TipOption(tip_by_rate(total_minor, rate), rate_ppm=rate) for rate in terms.tip_rates_ppm]
    return (TipOption(0), *shares, *_round_sum(total_minor, currency, shares))


def _round_sum(total_minor: int, currency: str, shares: Sequence[TipOption]) -> tuple[TipOption, ...]:
    target = round_up(total_minor, currency)
    tip = tip_up_to(total_minor, target, currency)
    return (TipOption(tip, up_to_minor=target),) if tip and all(tip != one.tip_minor for one in shares) else ()
