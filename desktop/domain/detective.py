"""The drawer detective: the count is off, and the till's own entries say what may have happened.

Nothing here accuses anybody: each clue is an amount that fits, with the receipt or the opening to look at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.money import format_minor
from desktop.domain.shift import MethodCount
from desktop.domain.tender import CASH, denominations

MOST_CLUES = 6
MOST_OF_A_KIND = 2
"""A round amount fits many receipts; more than this many of one kind are no help."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A sale as the drawer saw it: cash handed over, change, what other methods took, and whether it was taken back."""

    receipt: str
    at: str
    person: str
    cash_minor: int = 0
    change_minor: int = 0
    other_minor: int = 0
    voided: bool = False

    @property
    def kept_minor(self) -> int:
        """Cash that should have stayed in the drawer."""
        return self.cash_minor - self.change_minor


@dataclass(frozen=True, slots=True)
class Opening:
    """The drawer opened outside a sale; the amount as in `DrawerOpening`."""

    at: str
    person: str
    amount_minor: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that fits the difference: which, and where to look. `count` is for what happened several times."""

    kind: str
    amount_minor: int = 0
    receipt: str = ""
    at: str = ""
    person: str = ""
    reason: str = ""
    count: int = 0


CLUES: dict[str, str] = {
    "swapped_to_cash": "Receipt {receipt}: {amount} were rung up as cash and may have been paid by card.",
    "swapped_to_card": "Receipt {receipt}: {amount} were rung up as card and may have been paid in cash.",
    "change_kept": "Receipt {receipt}: its change of {amount} may not have been handed out.",
    "change_twice": "Receipt {receipt}: its change of {amount} may have been handed out twice.",
    "void_kept": "Receipt {receipt} was taken back: its {amount} may not have been handed out.",
    "unpaid": "Receipt {receipt}: its {amount} in cash may not have been taken.",
    "in_missing": "{amount} were put in by {person}, “{reason}”: they may not have reached the drawer.",
    "out_missing": "{amount} were taken out by {person}, “{reason}”: they may still lie in the drawer.",
    "wrong_way": "{amount} by {person}, “{reason}”: cash in and cash out may have been mixed up.",
    "float": "The difference is the float of {amount}: it may have been left out or counted twice.",
    "piece": "The difference is one {amount}: a note or coin may have been miscounted or given for another.",
    "digits": "The difference of {amount} divides by 9: two digits may have been swapped when typing.",
    "looks": "The drawer was opened without a sale (× {count}), last by {person}",
}
"""Kind -> English sentence. Screen and paper have the same in their languages."""


def clue_values(clue: Clue, amount: str) -> dict[str, str | int]:
    """Give what a sentence is filled in with; the amount as the reader writes it."""
    return {
        "amount": amount,
        "receipt": clue.receipt,
        "person": clue.person,
        "reason": clue.reason,
        "count": clue.count,
    }


def clue_text(clue: Clue, currency: str) -> str:
    """Say a clue in English."""
    amount = f"{format_minor(clue.amount_minor, currency)} {currency}"
    return CLUES[clue.kind].format_map(clue_values(clue, amount))


def suspect(
    counts: Sequence[MethodCount],
    deals: Sequence[Deal],
    openings: Sequence[Opening],
    float_minor: int,
    currency: str,
) -> tuple[Clue, ...]:
    """Give the likely causes of what the cash is off by, the likeliest first; none when it is right to the cent."""
    cash = next((count for count in counts if count.method == CASH), None)
    off_minor = cash.difference_minor if cash else 0
    others_minor = sum(count.difference_minor for count in counts if count.method != CASH)
    if not off_minor:
        return ()
    groups = (
        _swapped(off_minor, deals) if others_minor == -off_minor else (),
        _moved(off_minor, openings),
        _of_deals(off_minor, deals),
        _swapped(off_minor, deals) if others_minor != -off_minor else (),
        _of_itself(off_minor, float_minor, currency),
        _looked(off_minor, openings),
    )
    return tuple(_first_of_each(clue for group in groups for clue in group))[:MOST_CLUES]


def _swapped(off_minor: int, deals: Iterable[Deal]) -> Iterator[Clue]:
    """Cash is short by what was paid by card after all, or over by what was paid in cash."""
    for deal in deals:
        if deal.voided:
            continue
        if off_minor < 0 and deal.kept_minor == -off_minor:
            yield _of(deal, "swapped_to_cash", -off_minor)
        if off_minor > 0 and deal.other_minor == off_minor:
            yield _of(deal, "swapped_to_card", off_minor)


def _of_deals(off_minor: int, deals: Iterable[Deal]) -> Iterator[Clue]:
    for deal in deals:
        if deal.voided:
            if off_minor > 0 and deal.kept_minor == off_minor:
                yield _of(deal, "void_kept", off_minor)
        elif deal.change_minor == abs(off_minor):
            yield _of(deal, "change_kept" if off_minor > 0 else "change_twice", abs(off_minor))
        elif off_minor < 0 and deal.kept_minor == -off_minor:
            yield _of(deal, "unpaid", -off_minor)


def _moved(off_minor: int, openings: Iterable[Opening]) -> Iterator[Clue]:
    """Cash that was written down and not moved, or moved the other way: then the drawer is off by twice the amount."""
    for opening in openings:
        amount = opening.amount_minor
        if amount and amount == -off_minor:
            yield _by(opening, "in_missing" if amount > 0 else "out_missing")
        elif amount and 2 * amount == -off_minor:
            yield _by(opening, "wrong_way")


def _of_itself(off_minor: int, float_minor: int, currency: str) -> Iterator[Clue]:
    """What the bare figure tells: the float, one note or coin, two digits the wrong way round."""
    if abs(off_minor) == float_minor:
        yield Clue("float", float_minor)
    if abs(off_minor) in denominations(currency):
        yield Clue("piece", abs(off_minor))
    if off_minor % 9 == 0:
        yield Clue("digits", abs(off_minor))


def _looked(off_minor: int, openings: Sequence[Opening]) -> Iterator[Clue]:
    looks = [opening for opening in openings if not opening.amount_minor]
    if off_minor < 0 and looks:
        last = looks[-1]
        yield Clue("looks", at=last.at, person=last.person, count=len(looks))


def _of(deal: Deal, kind: str, amount_minor: int) -> Clue:
    return Clue(kind, amount_minor, deal.receipt, deal.at, deal.person)


def _by(opening: Opening, kind: str) -> Clue:
    return Clue(kind, abs(opening.amount_minor), at=opening.at, person=opening.person, reason=opening.reason)


def _first_of_each(clues: Iterable[Clue]) -> Iterator[Clue]:
    seen: dict[str, int] = {}
    for clue in clues:
        seen[clue.kind] = seen.get(clue.kind, 0) + 1
        if seen[clue.kind] <= MOST_OF_A_KIND:
            yield clue
