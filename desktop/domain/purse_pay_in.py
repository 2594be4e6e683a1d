"""Paying in: a customer pays what they owe on account, or puts money into their store credit.

Nothing is sold by it: a ticket carries what is paid in beside its goods, as it does a tip, and what is due is both.
When it becomes a sale, each is a payment below zero by the purse it goes to: so the total stays that of the goods,
without tax, discount or points, and the purse moves as it does for any payment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.purse import ACCOUNT, CREDIT, PURSES
from desktop.domain.refusal import Refusal
from desktop.domain.tender import GIFT, Payment, Settlement
from desktop.domain.tender_terms import TenderTerms


class Moved(Protocol):
    """A payment, whatever its class."""

    @property
    def method(self) -> str:
        """Its payment method."""

    @property
    def amount_minor(self) -> int:
        """What was handed over."""


@dataclass(frozen=True, slots=True)
class PayIn:
    """So much is paid into a purse: `account` pays a debt, `credit` is kept for later."""

    purse: str
    amount_minor: int


def sum_paid_in(pay_ins: Iterable[PayIn]) -> int:
    """What is to be paid beside the goods."""
    return sum(one.amount_minor for one in pay_ins)


def paid_in(total_minor: int, payments: Iterable[Moved]) -> dict[str, int]:
    """What a sale paid into each purse; where it pays money out, that is a return, and nothing is paid in."""
    sums: dict[str, int] = {}
    for paid in payments:
        if total_minor >= 0 and paid.amount_minor < 0 and paid.method in (CREDIT, ACCOUNT):
            sums[paid.method] = sums.get(paid.method, 0) - paid.amount_minor
    return sums


def paying(total_minor: int, payments: Sequence[Payment]) -> tuple[Payment, ...]:
    """The payments of a sale without those that are money paid in."""
    purses = paid_in(total_minor, payments)
    return tuple(one for one in payments if one.method not in purses or one.amount_minor > 0)


def check_pay_ins(total_minor: int, payments: Iterable[Payment], pay_ins: Sequence[PayIn], terms: TenderTerms) -> None:
    """Refuse to pay in beside a return (`purse.paying_out`), or by what pays for goods only (`purse.payer`)."""
    if not pay_ins:
        return
    if total_minor < 0:
        raise Refusal(
            "purse.paying_out",
            "Money goes back to the customer here, so nothing can be paid in.",
            "Finish the return first, or take the payment out of the ticket.",
        )
    if paid_for_goods(payments, terms) > total_minor:
        raise Refusal(
            "purse.payer",
            "This pays for goods only, not for a debt or store credit.",
            "Take cash or a card for it.",
        )


def paid_for_goods(payments: Iterable[Payment], terms: TenderTerms) -> int:
    """What is paid by means that pay for goods only: purses, and certificates where the shop does not take them."""
    return sum(paid.amount_minor for paid in payments if pays_goods_only(paid.method, terms))


def pays_goods_only(method: str, terms: TenderTerms) -> bool:
    """Whether a debt cannot be paid by this."""
    return method in PURSES or (method == GIFT and not terms.gift_pays_debt)


def bear_pay_ins(settlement: Settlement, pay_ins: Sequence[PayIn]) -> Settlement:
    """Give a finished payment of goods and what is paid in as one of the goods, with a payment to each purse."""
    into = tuple(Payment(one.purse, -one.amount_minor) for one in pay_ins)
    total = settlement.total_minor - sum_paid_in(pay_ins)
    return replace(settlement, total_minor=total, payments=(*settlement.payments, *into))
