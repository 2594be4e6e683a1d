"""Offline rights: what head office has signed reaches less far, step by step, while the till does not hear of it.

One table says which right lasts how long. Selling and closing a shift never end; nor does what leads back to head
office: its address is among the settings, which stay with an administrator.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.staff import Right


class Reach(StrEnum):
    """How far rights reach just now.

    FULL: as the roles say. SENIOR: what a manager has beyond a cashier needs an administrator. COUNTER: what selling
    and closing take, within a cashier's limits. DOUBTED: nobody has more than a cashier, whoever they say they are.
    """

    FULL = "full"
    SENIOR = "senior"
    COUNTER = "counter"
    DOUBTED = "doubted"


class Lasting(StrEnum):
    """How long a right lasts: always by role; always within a cashier's limits; for an administrator; till COUNTER."""

    ALWAYS = "always"
    AS_CASHIER = "as_cashier"
    ADMIN = "admin"
    ENDS = "ends"


STEPS = ((timedelta(days=7), Reach.SENIOR), (timedelta(days=30), Reach.COUNTER))
"""Time without head office -> how far rights reach from then on."""
NOTICE = timedelta(days=1)
"""So long before a step whoever works at the till is told."""
SOON = timedelta(days=3)
"""So long before a step the health screen says so."""

LASTING = {
    Right.SELL: Lasting.ALWAYS,
    Right.DISCOUNT: Lasting.AS_CASHIER,
    Right.OVERRIDE_PRICE: Lasting.ENDS,
    Right.VOID: Lasting.ENDS,
    Right.RETURN: Lasting.AS_CASHIER,
    Right.RETURN_BLIND: Lasting.ENDS,
    Right.SHIFT: Lasting.ALWAYS,
    Right.CLOSE_DIFFERENCE: Lasting.ALWAYS,
    Right.CLOSE_UNCOUNTED: Lasting.ALWAYS,
    Right.CASH_MOVE: Lasting.ENDS,
    Right.OPEN_DRAWER: Lasting.ENDS,
    Right.SETTLE_CARD: Lasting.ALWAYS,  # a ticket whose payment is unclear keeps the till from selling
    Right.REPRINT: Lasting.ALWAYS,
    Right.TAKE_OVER: Lasting.AS_CASHIER,
    Right.X_REPORT: Lasting.ALWAYS,
    Right.SEE_EXPECTED: Lasting.ENDS,
    Right.SEE_STOCK: Lasting.ALWAYS,
    Right.ADJUST_STOCK: Lasting.ENDS,
    Right.MOVE_GOODS: Lasting.ALWAYS,  # goods that came are there, whoever may say so
    Right.RECEIVE_OVER: Lasting.ENDS,
    Right.WRITE_OFF_STRICT: Lasting.ENDS,
    Right.APPROVE_COUNT: Lasting.ENDS,
    Right.SUBSTITUTE: Lasting.ENDS,
    Right.ACCEPT_WEIGHT: Lasting.ALWAYS,  # a parcel that is packed goes out; its document names who said so
    Right.SETTINGS: Lasting.ADMIN,
    Right.ADD_CUSTOMER: Lasting.ALWAYS,
    Right.CHANGE_CUSTOMER: Lasting.ALWAYS,
    Right.CUSTOMER_PRICES: Lasting.ENDS,
    Right.JOURNAL: Lasting.ALWAYS,  # what cannot be sent can be checked and carried away
}
"""Every right has its place here: a test walks them."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a till remembers of the newest document it was given; it outlives the file that holds the document.

    `at` is this till's clock when the time was counted last and `position` the journal's end then; `elapsed_s` had
    passed since the document was issued. `centre` names the key that it was checked with.
    """

    shop: str
    centre: str
    issued_at: str
    at: str
    position: int
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far rights reach, and since when head office was not heard of; `age` is None where there is no document.

    `doubt` says why nothing is believed: signature, older (than one seen before), missing or people (who work here
    are not those who were signed).
    """

    reach: Reach = Reach.FULL
    age: timedelta | None = None
    doubt: str = ""

    @property
    def left(self) -> timedelta | None:
        """Time until the next step; None where there is none."""
        if self.age is None or self.doubt:
            return None
        return next((after - self.age for after, _ in STEPS if self.age < after), None)


def reach_at(age: timedelta) -> Reach:
    """Give how far rights reach that were signed so long ago."""
    reached = [reach for after, reach in STEPS if age >= after]
    return reached[-1] if reached else Reach.FULL


def add_steps(elapsed_s: float, last: datetime, moments: Iterable[datetime]) -> tuple[float, datetime]:
    """Add up how far a clock went on from moment to moment; where it was set back, nothing is taken off.

    Gives the time that has passed at least, and the last moment: who sets the clock back gains nothing by it, as time
    counts on from there.
    """
    for moment in moments:
        elapsed_s += max(0.0, (moment - last).total_seconds())
        last = moment
    return elapsed_s, last
