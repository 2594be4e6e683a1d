"""What a void has to move at the card terminal first, a person only where it cannot: money that a card paid goes back,
money that a return gave to a card is paid again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.card_payment import Attempt, AttemptKind, unclear_of
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.tender import CARD, Payment


@dataclass(frozen=True, slots=True)
class Owed:
    """Money that went through the terminal, all of it, a tip too: above zero the card gets it back, below zero it pays
    a refund again. `reference` is the terminal's own.
    """

    reference: str
    amount_minor: int

    @property
    def kind(self) -> AttemptKind:
        """What the terminal is asked for."""
        return "refund" if self.amount_minor > 0 else "charge"


def owed_by_card(payments: Iterable[Payment], attempts: Iterable[Attempt]) -> tuple[Owed, ...]:
    """Give what the terminal still has to move; a card that was taken without a terminal is nobody's here."""
    done = Counter((one.original, one.kind, one.amount_minor) for one in attempts if one.state == "approved")
    owed: list[Owed] = []
    for paid in payments:
        one = Owed(paid.reference, paid.amount_minor + paid.tip_minor)
        if paid.method != CARD or not one.reference or not one.amount_minor:
            continue
        moved = (one.reference, one.kind, abs(one.amount_minor))
        if done[moved]:
            done[moved] -= 1
        else:
            owed.append(one)
    return tuple(owed)


def is_by_hand(sale: Sale, attempts: Iterable[Attempt], *, by_hand: bool) -> bool:
    """Tell whether a person moves money in place of the terminal; where it has none to move, nobody does.

    Refusals `void.card_owed`, for a refund `void.card_unpaid`, and `void.card_unclear` while nobody knows what became
    of it, unless `by_hand`.
    """
    attempts = tuple(attempts)
    if unclear_of(attempts) is not None:
        if by_hand:
            return True
        raise unclear()
    owed = owed_by_card(sale.payments, attempts)
    if owed and not by_hand:
        raise _not_moved(owed)
    return bool(owed)


def _not_moved(owed: tuple[Owed, ...]) -> Refusal:
    amount_minor = sum(one.amount_minor for one in owed)
    if owed[0].kind == "refund":
        return Refusal(
            "void.card_owed",
            "The card has not got its money back.",
            "Give it back at the card terminal; where that cannot, a manager gives it back by hand.",
            facts={"amount_minor": amount_minor},
        )
    return Refusal(
        "void.card_unpaid",
        "The card keeps the money that the return gave it.",
        "Charge it at the card terminal; where that cannot, a manager takes the money by hand.",
        facts={"amount_minor": -amount_minor},
    )


def unclear() -> Refusal:
    """Say that the terminal did not answer."""
    return Refusal(
        "void.card_unclear",
        "Nobody knows yet whether the card terminal has moved the money.",
        "Ask the terminal again; where it cannot say, a manager settles it by hand.",
    )
