"""What a customer has with the shop: store credit, an account with a limit, loyalty points; the enquiry about it.

Both ends book the same moves of a sale (`moves_of`), so a till knows a customer's purses as the centre told them plus
its own moves that the centre had not booked by then.
"""

from typing import NamedTuple

from msgspec import Struct

from sync.wire.facts import SaleCompleted

CREDIT, ACCOUNT, POINTS = "credit", "account", "points"
PURSES = (CREDIT, ACCOUNT, POINTS)
"""Methods of payment that need a customer. Units are minor units of money, of `points` points."""
PURSE = "/ECK/API/SYNC/PURSE"
"""The enquiry: a PurseQuestion, answered with a PurseAnswer, 404 when there is no such customer."""


class PurseQuestion(Struct, frozen=True, kw_only=True):
    """May so much be spent? All of it is kept for `hold`, a UUID of the till's, or nothing; 0 gives a hold up."""

    customer_id: str
    purse: str
    amount: int
    hold: str


class PurseAnswer(Struct, frozen=True, kw_only=True):
    """`free` is what others have not held; `held` is what was asked for, or 0."""

    customer_id: str
    purse: str
    currency: str
    free: int
    held: int


class PurseMove(NamedTuple):
    """What one payment, or the points of a ticket (`n` 0, of others than its customer -1, -2 …), did to a purse; below
    zero it was spent.

    On account it is below zero when it was owed; `hold` is what the centre had kept for it.
    """

    n: int
    purse: str
    amount: int
    customer_id: str
    hold: str = ""


def moves_of(sale: SaleCompleted) -> tuple[PurseMove, ...]:
    """Give what a sale moved in its customer's purses, if it is anybody's, and whose points it took back."""
    taken = tuple(PurseMove(-n, POINTS, -points, customer) for n, (customer, points) in enumerate(sale.points_taken, 1))
    if not sale.customer_id:
        return taken
    earned = (PurseMove(0, POINTS, sale.points, sale.customer_id),) if sale.points else ()
    spent = [
        PurseMove(
            n,
            paid.method,
            -(paid.points if paid.method == POINTS else paid.amount_minor),
            sale.customer_id,
            paid.hold,
        )
        for n, paid in enumerate(sale.payments, 1)
        if paid.method in PURSES
    ]
    return (*taken, *earned, *spent)
