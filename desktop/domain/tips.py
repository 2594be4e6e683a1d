"""Tips: money for the people of a shop that comes with a payment; no revenue, no tax, in no total of goods.

A ticket carries its tip until it is paid, and what is due is goods and tip together. When it becomes a sale, payments
bear the tip, the last ones first: `Payment.tip_minor` is beside `amount_minor`, so that Σ amounts − change stays
total + rounding, and what was handed over is both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from desktop.domain.cart import Cart
from desktop.domain.money import format_minor
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import CashRounding, half_up
from desktop.domain.tender import CASH, Payment, Settlement, is_cash, quick_amounts, settle
from desktop.domain.tender_terms import TenderTerms


class Tipped(Protocol):
    """A payment with a tip, whatever its class."""

    @property
    def method(self) -> str:
        """Its payment method."""

    @property
    def tip_minor(self) -> int:
        """The tip that came with it."""


def with_tip(cart: Cart, tip_minor: int, total_minor: int, terms: TenderTerms) -> Cart:
    """Give the cart this tip instead of the one it had; 0 takes it away.

    Refusals `tip.off` (this shop takes none), `tip.no_sale` (nothing is paid), `tip.absurd` (more than the goods).
    """
    if tip_minor and not terms.tips:
        raise Refusal("tip.off", "This shop takes no tips.", "Pay the total.")
    if tip_minor and total_minor <= 0:
        raise Refusal("tip.no_sale", "Nothing is paid here.", "A tip goes with a sale.")
    if not 0 <= tip_minor <= max(0, total_minor):
        raise Refusal(
            "tip.absurd",
            f"A tip of {format_minor(tip_minor, cart.currency)} cannot be right.",
            "A tip is no more than the goods cost.",
            facts={"amount_minor": tip_minor},
        )
    return replace(cart, tip_minor=tip_minor)


def fitting_tip(cart: Cart, total_minor: int) -> Cart:
    """Give the cart without its tip where that does not fit the total any more, as when goods came back since."""
    return cart if 0 <= cart.tip_minor <= max(0, total_minor) else replace(cart, tip_minor=0)


def tip_by_rate(total_minor: int, rate_ppm: int) -> int:
    """Give a share of the total in whole minor units, halves up."""
    return half_up(total_minor * rate_ppm, 1_000_000)


def tip_up_to(total_minor: int, target_minor: int, currency: str) -> int:
    """Give the tip that makes the total a round sum. Refusal `tip.below` when that is less than the total."""
    if target_minor < total_minor:
        raise Refusal(
            "tip.below",
            f"This is less than {format_minor(total_minor, currency)}.",
            "Type the sum that is paid, the tip in it.",
            facts={"amount_minor": total_minor},
        )
    return target_minor - total_minor


def round_up(total_minor: int, currency: str) -> int:
    """Give the next sum that a customer is likely to round up to; the total itself where none is near."""
    rounder = (amount for amount in quick_amounts(total_minor, currency)[1:] if amount <= 2 * total_minor)
    return next(rounder, total_minor)


def settle_with_tip(
    total_minor: int,
    tip_minor: int,
    payments: Sequence[Payment],
    rule: CashRounding,
    currency: str,
    methods: Sequence[str],
) -> Settlement:
    """Settle goods and tip together; amounts are what is handed over, `total_minor` of the answer is both.

    Refusals of `settle`, and `tip.method` when more than the goods is paid by methods that take no tip.
    """
    settlement = settle(total_minor + tip_minor, payments, rule, currency)
    if tip_minor:
        over = _paid_otherwise(payments, methods) - total_minor
        if over > 0:
            raise _method_refused(over, currency)
        if settlement.complete:
            bear_tip(settlement, tip_minor, methods, currency)
    return settlement


def due_without_tip(settlement: Settlement, tip_minor: int, method: str, methods: Sequence[str]) -> int:
    """What may still be paid by this method: not the tip, where it takes none."""
    if not tip_minor or _takes_tip(method, methods):
        return settlement.due_minor
    goods = settlement.total_minor - tip_minor
    return max(0, min(settlement.due_minor, goods - _paid_otherwise(settlement.payments, methods)))


def bear_tip(settlement: Settlement, tip_minor: int, methods: Sequence[str], currency: str) -> Settlement:
    """Give a finished payment of goods and tip as one of the goods, the tip beside the amounts of the last payments.

    Cash bears what stays in the drawer of it. Refusal `tip.method` when these methods cannot bear the whole tip.
    """
    left, payments = tip_minor, list(settlement.payments)
    given_back = settlement.change_minor - sum(p.amount_minor for p in payments if is_cash(p.method) and _is_out(p))
    for at in reversed(range(len(payments))):
        room = max(0, payments[at].amount_minor)
        if is_cash(payments[at].method):
            gone = min(room, given_back)
            room, given_back = room - gone, given_back - gone
        part = min(left, room) if _takes_tip(payments[at].method, methods) else 0
        if part:
            borne = payments[at]
            payments[at] = replace(borne, amount_minor=borne.amount_minor - part, tip_minor=part)
            left -= part
    if left:
        raise _method_refused(left, currency)
    return replace(settlement, total_minor=settlement.total_minor - tip_minor, payments=tuple(payments))


def tip_total(payments: Iterable[Tipped]) -> int:
    """Add the tips of payments up."""
    return sum(paid.tip_minor for paid in payments)


def tips_by_method(payments: Iterable[Tipped]) -> dict[str, int]:
    """Give the tips by method, those that are there."""
    tips: dict[str, int] = {}
    for paid in payments:
        if paid.tip_minor:
            tips[paid.method] = tips.get(paid.method, 0) + paid.tip_minor
    return tips


def _takes_tip(method: str, methods: Sequence[str]) -> bool:
    return (CASH if is_cash(method) else method) in methods


def _is_out(payment: Payment) -> bool:
    return payment.amount_minor < 0


def _paid_otherwise(payments: Iterable[Payment], methods: Sequence[str]) -> int:
    """What was paid to the cent by methods that take no tip; of cash nobody knows before the change is."""
    return sum(p.amount_minor for p in payments if not is_cash(p.method) and not _takes_tip(p.method, methods))


def _method_refused(amount_minor: int, currency: str) -> Refusal:
    return Refusal(
        "tip.method",
        f"{format_minor(amount_minor, currency)} of the tip cannot be paid this way.",
        "Pay the tip another way, or take it away.",
        facts={"amount_minor": amount_minor},
    )
