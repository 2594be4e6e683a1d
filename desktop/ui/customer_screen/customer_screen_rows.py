"""What the customer sees, as one frozen value."""

from dataclasses import dataclass
from typing import Literal

Moment = Literal["idle", "sale", "paying", "thanks"]


@dataclass(frozen=True)
class CustomerLine:
    """One line of the ticket in figures; `promotions` are their names, `saved_minor` what was taken off."""

    line_id: str
    name: str
    unit: str
    quantity_milli: int
    price_e4: int
    total_minor: int
    saved_minor: int = 0
    promotions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CustomerState:
    """`last` is the line that changed last, None when it was removed.

    `due_minor` is what is left to pay, rounded when it is paid in cash; `change_minor` is what comes back.
    """

    moment: Moment = "idle"
    shop: str = ""
    footer: str = ""
    currency: str = ""
    lines: tuple[CustomerLine, ...] = ()
    last: CustomerLine | None = None
    total_minor: int = 0
    saved_minor: int = 0
    due_minor: int = 0
    change_minor: int = 0
