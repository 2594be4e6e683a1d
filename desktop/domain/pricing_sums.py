"""What lines come to together, one line more or less at a time."""

from dataclasses import dataclass, field

from desktop.domain.pricing_line import PricedLine
from desktop.domain.taxes import TaxSum


@dataclass(slots=True)
class Sums:
    """Sums over lines. `rates` has the number of lines, net and tax of each rate in parts per million."""

    gross_minor: int = 0
    discount_minor: int = 0
    total_minor: int = 0
    rates: dict[int, tuple[int, int, int]] = field(default_factory=dict)

    def copy(self) -> "Sums":
        """Give sums like these, to go on from."""
        return Sums(self.gross_minor, self.discount_minor, self.total_minor, dict(self.rates))

    def add(self, line: PricedLine, times: int = 1) -> None:
        """Count a line in, or out with -1."""
        self.gross_minor += times * line.gross_minor
        self.discount_minor += times * line.discount_minor
        self.total_minor += times * line.total_minor
        lines, net, tax = self.rates.pop(line.rate_ppm, (0, 0, 0))
        if lines + times:
            self.rates[line.rate_ppm] = (lines + times, net + times * line.net_minor, tax + times * line.tax_minor)

    def taxes(self) -> tuple[TaxSum, ...]:
        """Give the amounts at each rate, the highest rate first."""
        return tuple(
            TaxSum(rate, net, tax, net + tax) for rate, (_, net, tax) in sorted(self.rates.items(), reverse=True)
        )
