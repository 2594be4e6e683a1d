"""Paying by card through a terminal: an attempt is written down before it is made, and known until it is sold.

An attempt whose outcome nobody knows is *unclear*: the ticket waits, the terminal is asked again under the same id, and
only a person with the right may say without it what happened.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.domain.refusal import Refusal
from desktop.domain.tender import CARD, Payment

_CARD_NUMBER = re.compile(
    r"(?<![0-9])(?:[2-6][0-9]{12,18}|[2-6][0-9]{3}(?:[ -][0-9]{4}){3}|3[0-9]{3}[ -][0-9]{6}[ -][0-9]{5})(?![0-9])"
)
"""Digits in one, or in the groups that are embossed."""
AttemptState = Literal["asked", "unclear", "approved"]
AttemptKind = Literal["charge", "refund"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One amount put to the terminal under one id; a declined one is forgotten.

    `amount_minor` is above zero, also of a refund. `undoes` is the charge that a refund takes back, `original` the
    terminal's reference of what a return gives back. `asked` is what the terminal has not answered.
    """

    attempt_id: str
    cart_id: str
    kind: AttemptKind
    amount_minor: int
    currency: str
    started_at: str
    state: AttemptState = "asked"
    reference: str = ""
    undoes: str = ""
    original: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody knows what became of it."""
        return self.state != "approved"


@dataclass(frozen=True, slots=True)
class CardSettled:
    """A person's word for an unclear payment, in place of the terminal's; `granted_by` lent the right."""

    attempt_id: str
    cart_id: str
    kind: AttemptKind
    amount_minor: int
    currency: str
    happened: bool
    reason: str
    granted_by: str = ""


def without_card_numbers(text: str) -> str:
    """Give a text of a terminal or a person with every card number in it blotted out but for its last four digits."""
    return _CARD_NUMBER.sub(lambda found: _blotted(found[0]), text)


def _blotted(text: str) -> str:
    digits = [int(digit) for digit in text if digit.isdigit()]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    is_card = (sum(digits[-1::-2]) + doubled) % 10 == 0  # Luhn, ISO/IEC 7812
    return "*" * (len(digits) - 4) + "".join(map(str, digits[-4:])) if is_card else text


def payments_of(attempts: Iterable[Attempt]) -> tuple[Payment, ...]:
    """Give what is paid, or given back, by card for sure."""
    return tuple(
        Payment(CARD, one.amount_minor if one.kind == "charge" else -one.amount_minor, one.reference)
        for one in attempts
        if one.state == "approved"
    )


def unclear_of(attempts: Iterable[Attempt]) -> Attempt | None:
    """Give the attempt of which nobody knows what became; there is one at most."""
    return next((one for one in attempts if one.is_open), None)


def check_free(attempts: Iterable[Attempt]) -> None:
    """Refuse to change or drop a ticket on which card money hangs: `card.unclear`, `card.paid`."""
    attempts = tuple(attempts)
    unclear = unclear_of(attempts)
    if unclear is not None:
        raise unclear_refusal(unclear)
    if attempts:
        raise Refusal(
            "card.paid",
            "This ticket is paid by card in part.",
            "Finish the payment, or take the card payment back first.",
        )


def check_sold(attempts: Iterable[Attempt], payments: Iterable[Payment]) -> None:
    """Refuse to sell a ticket while a card payment is unclear, or without one that was made: `card.unclear`."""
    attempts, left = tuple(attempts), list(payments)
    unclear = unclear_of(attempts)
    if unclear is not None:
        raise unclear_refusal(unclear)
    for paid in payments_of(attempts):
        if paid not in left:
            raise Refusal("card.left_out", "A card payment of this ticket is missing.", "Open the payment again.")
        left.remove(paid)


def unclear_refusal(attempt: Attempt) -> Refusal:
    """Say that a payment is unclear and the ticket waits for it."""
    return Refusal(
        "card.unclear",
        "Nobody knows yet whether the card was charged.",
        "Ask the terminal again, or put the ticket aside.",
        facts={"amount_minor": attempt.amount_minor},
    )
