"""What a void owes the customer's card: its terminal gives that back first, a person only where it cannot."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.card_payment import Attempt, unclear_of
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.tender import CARD, Payment


@dataclass(frozen=True, slots=True)
class Owed:
    """Money that a card paid through the terminal: all of it, a tip too; `reference` is the terminal's own."""

    reference: str
    amount_minor: int


def owed_by_card(payments: Iterable[Payment], attempts: Iterable[Attempt]) -> tuple[Owed, ...]:
    """Give what the terminal still has to give back; a card that was taken without a terminal is nobody's here."""
    back = Counter((one.original, one.amount_minor) for one in attempts if one.state == "approved")
    owed: list[Owed] = []
    for paid in payments:
        amount_minor = paid.amount_minor + paid.tip_minor
        if paid.method != CARD or not paid.reference or amount_minor <= 0:
            continue
        if back[paid.reference, amount_minor]:
            back[paid.reference, amount_minor] -= 1
        else:
            owed.append(Owed(paid.reference, amount_minor))
    return tuple(owed)


def is_by_hand(sale: Sale, attempts: Iterable[Attempt], *, by_hand: bool) -> bool:
    """Tell whether a person gives money back in place of the terminal; where it owes none, nobody does.

    Refusals `void.card_owed`, and `void.card_unclear` while nobody knows what became of it, unless `by_hand`.
    """
    attempts = tuple(attempts)
    if unclear_of(attempts) is not None:
        if by_hand:
            return True
        raise unclear()
    owed = owed_by_card(sale.payments, attempts)
    if owed and not by_hand:
        raise Refusal(
            "void.card_owed",
            "The card has not got its money back.",
            "Give it back at the card terminal; where that cannot, a manager gives it back by hand.",
            facts={"amount_minor": sum(one.amount_minor for one in owed)},
        )
    return bool(owed)


def unclear() -> Refusal:
    """Say that the terminal did not answer."""
    return Refusal(
        "void.card_unclear",
        "Nobody knows yet whether the card got its money back.",
        "Ask the terminal again; where it cannot say, a manager gives the money back by hand.",
    )
