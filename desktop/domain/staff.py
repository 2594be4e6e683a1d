"""Who works here, and what not everybody may do; permission.py says who may."""

from dataclasses import dataclass, field
from enum import StrEnum


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
    TAKE_OVER = "take_over"
    X_REPORT = "x_report"
    SEE_EXPECTED = "see_expected"
    SEE_STOCK = "see_stock"
    ADJUST_STOCK = "adjust_stock"
    MOVE_GOODS = "move_goods"
    RECEIVE_OVER = "receive_over"
    WRITE_OFF_STRICT = "write_off_strict"
    APPROVE_COUNT = "approve_count"
    SUBSTITUTE = "substitute"
    ACCEPT_WEIGHT = "accept_weight"
    SETTINGS = "settings"
    JOURNAL = "journal"
    ADD_CUSTOMER = "add_customer"
    CHANGE_CUSTOMER = "change_customer"
    CUSTOMER_PRICES = "customer_prices"


ROLES = ("admin", "manager", "cashier", "salesperson", "warehouse_worker")


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
