"""What lines come to together, one line more or less at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.pricing_line import LinePromotion, PricedLine
from desktop.domain.taxes import TaxSum


@dataclass(slots=True)
class Sums:
    """Sums over lines. `rates` has the number of lines, net and tax of each rate in parts per million, `promotions` the
    number of lines and amount of each by id and name: a cart's prices may be renewed, and a promotion renamed."""

    gross_minor: int = 0
    discount_minor: int = 0
    total_minor: int = 0
    rates: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    promotions: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def copy(self) -> "Sums":
        """Give sums like these, to go on from."""
        return Sums(self.gross_minor, self.discount_minor, self.total_minor, dict(self.rates), dict(self.promotions))

    def add(self, line: PricedLine, times: int = 1) -> None:
        """Count a line in, or out with -1."""
        self.gross_minor += times * line.gross_minor
        self.discount_minor += times * line.discount_minor
        self.total_minor += times * line.total_minor
        lines, net, tax = self.rates.pop(line.rate_ppm, (0, 0, 0))
        if lines + times:
            self.rates[line.rate_ppm] = (lines + times, net + times * line.net_minor, tax + times * line.tax_minor)

        for one in line.promotions:
            lines, amount = self.promotions.pop((one.id, one.name), (0, 0))
            if lines + times:
                self.promotions[one.id, one.name] = (lines + times, amount + times * one.amount_minor)

    def fired(self, places: Mapping[str, int]) -> tuple[LinePromotion, ...]:
        """Give what promotions gave, in the order of their places."""
        gave = sorted(self.promotions.items(), key=lambda one: places.get(one[0][0], len(places)))
        return tuple(LinePromotion(id_, name, amount) for (id_, name), (_, amount) in gave)

    def taxes(self) -> tuple[TaxSum, ...]:
        """Give the amounts at each rate, the highest rate first."""
        return tuple(
            TaxSum(rate, net, tax, net + tax) for rate, (_, net, tax) in sorted(self.rates.items(), reverse=True)
        )
