"""Gift certificates as tender: the number, what head office says of it, and what it pays when nobody can be asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from desktop.domain.card_payment import without_card_numbers
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine
from desktop.domain.tender import GIFT, Payment

LONGEST_NUMBER = 24
_NUMBER = re.compile(r"[A-Z0-9-]{6,24}", re.ASCII)

GiftState = Literal["good", "closed", "expired", "unknown"]


@dataclass(frozen=True, slots=True)
class GiftBalance:
    """Head office's answer: `held_minor` is kept for this till for a quarter of an hour."""

    number: str
    currency: str = ""
    balance_minor: int = 0
    held_minor: int = 0
    state: GiftState = "unknown"


def parse_gift_number(text: str) -> str:
    """Read the number of a certificate. Refusal `gift.number`, also for what looks like a card number."""
    number = text.strip().upper()
    if not _NUMBER.fullmatch(number) or without_card_numbers(number) != number:
        raise Refusal(
            "gift.number",
            "This is no number of a gift certificate.",
            "Scan it, or type it as it is printed.",
            field="number",
        )
    return number


def check_numbers(payments: Iterable[Payment]) -> None:
    """Refuse to sell for a certificate, or to give back onto one, that has no number (`gift.number`)."""
    for payment in payments:
        if payment.method == GIFT:
            parse_gift_number(payment.reference)


def pay_online(told: GiftBalance, due_minor: int, currency: str, hold: str) -> Payment:
    """Pay with what head office holds. Refusals `gift.unknown`, `gift.closed`, `gift.expired`, `gift.currency`,
    `gift.empty`.
    """
    if told.state == "unknown":
        raise unknown_gift()
    if told.state == "closed":
        raise Refusal("gift.closed", "This certificate was closed.", "A manager asks head office why.")
    if told.state == "expired":
        raise Refusal("gift.expired", "This certificate has expired.", "Pay another way.")
    if told.currency != currency:
        raise Refusal("gift.currency", "This certificate is in another currency.", "Pay another way.")
    if told.held_minor <= 0:
        raise Refusal("gift.empty", "There is nothing left on this certificate.", "Pay another way.")
    return Payment(GIFT, min(told.held_minor, due_minor), told.number, hold)


def unknown_gift() -> Refusal:
    """Head office has never heard of it."""
    return Refusal("gift.unknown", "Head office does not know this certificate.", "Look at the number again.")


def pay_offline(number: str, due_minor: int, used_minor: int, limit_minor: int) -> Payment:
    """Pay unasked, up to the shop's limit for one certificate less what head office has not heard of yet.

    Refusal `gift.offline` when nothing is left of the limit.
    """
    left = limit_minor - used_minor
    if left <= 0:
        raise Refusal(
            "gift.offline",
            "Head office cannot be asked now, and this till takes no more of this certificate unasked.",
            "Try again when the line is back, or pay another way.",
            facts={"limit_minor": limit_minor},
        )
    return Payment(GIFT, min(due_minor, left), number)


def come_back(line: ReturnLine, told: GiftBalance | None, *, is_used: bool, limit_minor: int, hold: str) -> ReturnLine:
    """Give the line of a certificate that comes back for money, with what head office holds of it: all that was sold.

    `told` is None where nobody could be asked, and a sale that head office has not heard of is nothing it could know;
    `is_used` says that it has paid here. Refusals `gift.used`, `gift.closed`, `gift.expired`, `gift.back_offline`.
    """
    paid_minor = -line.total_minor
    if is_used:
        raise _used()
    if told is None or told.state == "unknown":
        check_back_offline(paid_minor, limit_minor)
        return line
    if told.state == "closed":
        raise Refusal("gift.closed", "This certificate was closed.", "A manager asks head office why.")
    if told.state == "expired":
        raise Refusal("gift.expired", "This certificate has expired.", "Pay another way.")
    if told.held_minor < paid_minor:
        raise _used()
    assert line.detail is not None  # a certificate
    return replace(line, detail=replace(line.detail, hold=hold))


def check_back_offline(paid_minor: int, limit_minor: int) -> None:
    """Refuse (`gift.back_offline`) to give more back for a certificate unasked than one may pay unasked."""
    if paid_minor > limit_minor:
        raise Refusal(
            "gift.back_offline",
            "Head office cannot say now whether this certificate was used.",
            "Take it back when the line is there again.",
            facts={"limit_minor": limit_minor},
        )


def _used() -> Refusal:
    return Refusal(
        "gift.used",
        "Something of this certificate was used already, or is just being used.",
        "It cannot be taken back for money; what is left on it still pays.",
    )
