"""What the payment screen shows of a customer's store credit, account and points."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.purse import POINTS, Purse, offered, spent, worth_minor
from desktop.domain.returning import ReturnLine
from desktop.domain.tender import Payment
from desktop.domain.tender_terms import TenderTerms


@dataclass(frozen=True)
class PurseState:
    """`methods` are the purses that may pay this ticket, or that it may be paid out to; `asking` head office."""

    known: Purse | None = None
    terms: TenderTerms = TenderTerms()  # noqa: RUF009  frozen
    methods: tuple[str, ...] = ()
    asking: bool = False

    def free(self, method: str, paid: Sequence[Payment]) -> int:
        """Units of this purse that are left when these payments are made."""
        if self.known is None or method not in self.methods:
            return 0
        return max(0, self.known.free(method) - spent(paid, method))

    def free_minor(self, method: str, paid: Sequence[Payment]) -> int:
        """What they pay."""
        return worth_minor(method, self.free(method, paid), self.terms)

    def likely_minor(self, method: str, due_minor: int, paid: Sequence[Payment]) -> int:
        """What of an amount this purse pays when nothing is typed: all it can, by whole points."""
        amount = min(due_minor, self.free_minor(method, paid))
        value = self.terms.point_value_minor if method == POINTS else 1
        return amount // value * value if value else 0


def purse_state(
    known: Purse | None, terms: TenderTerms, currency: str, total_minor: int, returns: Sequence[ReturnLine]
) -> PurseState:
    """Look at a ticket and its customer."""
    return PurseState(known, terms, offered(known, terms, currency, total_minor, returns))
