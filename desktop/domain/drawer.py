"""The cash drawer opened outside a sale."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawerOpening:
    """`purpose` is cash_in, cash_out or no_sale; cash put in is above zero, taken out below, a mere look is zero.

    `granted_by` is the id of the person who lent the right for this once."""

    shift_id: str
    purpose: str
    amount_minor: int
    reason: str
    granted_by: str = ""
