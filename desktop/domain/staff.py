"""Who works here, and who may do what."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.refusal import Refusal


class Right(StrEnum):
    """Something that not everybody may do."""

    SELL = "sell"
    DISCOUNT = "discount"
    OVERRIDE_PRICE = "override_price"
    VOID = "void"
    RETURN = "return"
    RETURN_BLIND = "return_blind"
    SHIFT = "shift"
    CLOSE_DIFFERENCE = "close_difference"
    CLOSE_UNCOUNTED = "close_uncounted"
    CASH_MOVE = "cash_move"
    OPEN_DRAWER = "open_drawer"
    SETTLE_CARD = "settle_card"
    REPRINT = "reprint"
    X_REPORT = "x_report"
    SEE_EXPECTED = "see_expected"
    SEE_STOCK = "see_stock"
    ADJUST_STOCK = "adjust_stock"
    SETTINGS = "settings"
    JOURNAL = "journal"


_SALES = frozenset({Right.SELL, Right.DISCOUNT, Right.REPRINT, Right.SEE_STOCK})
_CASHIER = _SALES | {Right.SHIFT, Right.OPEN_DRAWER, Right.CASH_MOVE, Right.X_REPORT}
_MANAGER = _CASHIER | {Right.VOID, Right.SEE_EXPECTED, Right.ADJUST_STOCK, Right.SETTINGS, Right.JOURNAL}

RIGHTS: dict[str, frozenset[Right]] = {
    "admin": frozenset(Right),
    "manager": frozenset(_MANAGER),
    "cashier": frozenset(_CASHIER),
    "salesperson": _SALES,
    "warehouse_worker": frozenset({Right.SEE_STOCK, Right.ADJUST_STOCK}),
}
"""Role -> what it may do. A role that is not here may do nothing."""

ROLES = tuple(RIGHTS)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in; `pin_hash` is argon2id in PHC form and is never shown."""

    id: str
    login: str
    name: str
    role: str
    pin_hash: str = field(default="", repr=False)
    active: bool = True


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody signed in, in the role of that moment."""

    person_id: str
    role: str


def may(person: Person, right: Right) -> bool:
    """Tell whether the person's role has the right and the person still works here."""
    return person.active and right in RIGHTS.get(person.role, frozenset())


def require(person: Person | None, right: Right) -> Person:
    """Give the person back, or refuse: `staff.signed_out` when nobody is signed in, `staff.right` without the right."""
    if person is None:
        raise Refusal("staff.signed_out", "Nobody is signed in.", "Sign in with your PIN.")
    if not may(person, right):
        raise Refusal("staff.right", f"{person.name} may not do this.", "Ask somebody with the right to do it.")
    return person


def require_lent(person: Person | None, right: Right, granter: Person | None) -> Person:
    """Give the person back when they have the right or `granter`, who has it, lends it; refuse as `require`."""
    if person is not None and granter is not None and person.active and may(granter, right):
        return person
    return require(person, right)
