"""What a customer has with the shop: store credit, an account with a limit, loyalty points; what of it may pay.

Units of a purse are minor units of money, of points points. A payment by points takes whole points, rounded up, and
what goes back to them is rounded down, so that nothing comes of changing back and forth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.money import format_minor
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine, tenders_of
from desktop.domain.tender import Payment
from desktop.domain.tender_terms import TenderTerms

CREDIT, ACCOUNT, POINTS = "credit", "account", "points"
PURSES = (CREDIT, ACCOUNT, POINTS)


@dataclass(frozen=True, slots=True)
class Purse:
    """A customer's purses as far as this till knows: `account_minor` is below zero for what they owe.

    `unheard` is what they have spent here by each purse that head office has not heard of and does not hold.
    """

    customer_id: str
    currency: str = ""
    credit_minor: int = 0
    account_minor: int = 0
    points: int = 0
    limit_minor: int = 0
    unheard: tuple[tuple[str, int], ...] = ()

    def free(self, purse: str) -> int:
        """Units that may be spent, never below zero."""
        has = {CREDIT: self.credit_minor, ACCOUNT: self.limit_minor + self.account_minor, POINTS: self.points}
        return max(0, has[purse])

    @property
    def owed_minor(self) -> int:
        """What they owe on account."""
        return max(0, -self.account_minor)

    def spent_unheard(self, purse: str) -> int:
        """Units of `unheard` by one purse."""
        return dict(self.unheard).get(purse, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A customer's purses as they are shown; `age_s` is how old head office's word is, 0 while it is heard."""

    purse: Purse
    age_s: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """Head office's answer: `free` units are there, `held` is what was asked for, kept for this till, or 0."""

    purse: str
    currency: str = ""
    free: int = 0
    held: int = 0
    is_known: bool = True


def units_of(purse: str, amount_minor: int, terms: TenderTerms) -> int:
    """How many units an amount takes; below zero how many it gives back."""
    if purse != POINTS:
        return amount_minor
    value = max(1, terms.point_value_minor)
    return -(-amount_minor // value)


def worth_minor(purse: str, units: int, terms: TenderTerms) -> int:
    """What units of a purse pay."""
    return units * terms.point_value_minor if purse == POINTS else units


def payment_of(purse: str, amount_minor: int, terms: TenderTerms, hold: str = "") -> Payment:
    """A payment by a purse, or what goes back to it (below zero)."""
    points = units_of(purse, amount_minor, terms) if purse == POINTS else 0
    return Payment(purse, amount_minor, hold=hold, points=points)


def offered(
    known: Purse | None, terms: TenderTerms, currency: str, total_minor: int, returns: Sequence[ReturnLine] = ()
) -> tuple[str, ...]:
    """Which purses a ticket's customer may pay by, or for a total below zero what may go back to one of them."""
    if known is None:
        return ()
    if total_minor < 0:
        paid = tenders_of(returns)
        return tuple(purse for purse in PURSES if purse == CREDIT or paid.get(purse, 0) > 0)
    return tuple(purse for purse in PURSES if _may_pay(known, purse, terms, currency))


def _may_pay(known: Purse, purse: str, terms: TenderTerms, currency: str) -> bool:
    same = purse == POINTS or known.currency == currency
    return same and worth_minor(purse, known.free(purse), terms) > 0


def pay_online(told: Told, amount_minor: int, unheard: int, currency: str, terms: TenderTerms, hold: str) -> Payment:
    """Pay what head office holds; of what is free there, `unheard` units are spent here already.

    Refusals `purse.unknown`, `purse.currency`, `purse.too_much`.
    """
    if not told.is_known:
        raise Refusal("purse.unknown", "Head office does not know this customer any more.", "Pay another way.")
    if told.purse != POINTS and told.currency != currency:
        raise Refusal("purse.currency", "This customer's account is in another currency.", "Pay another way.")
    units, free = units_of(told.purse, amount_minor, terms), max(0, told.free - unheard)
    if units > min(told.held, free):
        raise too_much(worth_minor(told.purse, free, terms), currency)
    return payment_of(told.purse, amount_minor, terms, hold)


def check_offline(known: Purse, purse: str, units: int, currency: str, terms: TenderTerms) -> None:
    """Refuse so many units of a purse unasked: `purse.currency`, `purse.too_much`, above the limit `purse.offline`."""
    if purse != POINTS and known.currency != currency:
        raise Refusal("purse.currency", "This customer's account is in another currency.", "Pay another way.")
    if units > known.free(purse):
        raise too_much(worth_minor(purse, known.free(purse), terms), currency)
    if worth_minor(purse, units + known.spent_unheard(purse), terms) > terms.purse_offline_minor:
        raise Refusal(
            "purse.offline",
            "Head office cannot be asked now, and this till takes no more of it unasked.",
            "Try again when the line is back, or pay another way.",
            facts={"limit_minor": terms.purse_offline_minor},
        )


def spent(payments: Iterable[Payment], purse: str) -> int:
    """Units that payments of a ticket take from a purse."""
    found = [one for one in payments if one.method == purse]
    return sum(one.points if purse == POINTS else one.amount_minor for one in found)


def unheld(payments: Iterable[Payment], purse: str) -> int:
    """Units that payments of a ticket take from a purse without head office holding them."""
    return spent([one for one in payments if not one.hold], purse)


def require_customer(payments: Iterable[Payment], *, has_customer: bool) -> None:
    """Refuse (`purse.no_customer`) to sell by a purse, or to pay out to one, that is nobody's."""
    if not has_customer and any(payment.method in PURSES for payment in payments):
        raise no_customer()


def no_customer() -> Refusal:
    """What is said where nobody knows whose purse it is."""
    return Refusal("purse.no_customer", "This needs a customer.", "Put the customer on the ticket first.")


def too_much(free_minor: int, currency: str) -> Refusal:
    """What is said when more is to be paid than is there."""
    return Refusal(
        "purse.too_much",
        f"Only {format_minor(free_minor, currency)} is there.",
        "Take less, and the rest another way.",
        facts={"free_minor": free_minor},
    )


def earned(goods_minor: int, payments: Iterable[Payment], terms: TenderTerms) -> int:
    """Points for goods that are bought, as far as they are not paid for with points; never below zero."""
    if terms.point_every_minor <= 0:
        return 0
    by_points = sum(payment.amount_minor for payment in payments if payment.method == POINTS)
    return max(0, goods_minor - max(0, by_points)) // terms.point_every_minor
