"""What a customer has with the shop: store credit, account, points; what moved it, and putting it right with a reason.

Tills move it by sales; the office where money came another way (an account paid by transfer), or something went wrong.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import Currency, Money, minor, money_text
from server_stub.api.customers import read_customer
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page, Paged
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.ids import new_id
from server_stub.value.purse_ledger import lock_purses, tell_purses

PurseName = Literal["credit", "account", "points"]
Amount = Annotated[
    str,
    Meta(
        pattern=r"^-?[0-9]{1,9}(\.[0-9]{1,3})?$",
        examples=["-12.90"],
        description="Above zero is given to the customer; points are whole.",
    ),
]


class Purses(Struct, frozen=True, kw_only=True):
    """What a customer has; `account` is below zero for what they owe, of `account_limit` at most."""

    id: UUID
    currency: Currency
    credit: Money
    account: Money
    account_limit: Money
    points: int


class PurseMove(Struct, frozen=True, kw_only=True):
    """What a sale, or the office (with a reason), gave (above zero) or took; `voided` went back with its sale."""

    sale: UUID
    purse: PurseName
    amount: Amount
    currency: Currency
    occurred_at: datetime
    reason: str
    voided: bool


class Adjustment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be put right, and why."""

    purse: PurseName
    amount: Amount
    reason: Annotated[str, Meta(min_length=1, max_length=250)]


MOVES = Listing(
    "purse-moves",
    "m.sale_id, m.n, m.purse, m.amount, m.currency, m.occurred_at, m.reason, m.voided",
    "purse_move m",
    (("m.occurred_at", "timestamptz"), ("m.sale_id", "uuid"), ("m.n", "integer")),
    {"customer": "m.customer_id = %(customer)s"},
)
_HAS = "SELECT credit_minor, account_minor, points FROM purse_balance WHERE customer_id = %s"
_ADJUST = """
INSERT INTO purse_move (sale_id, n, shop_id, customer_id, purse, currency, amount, occurred_at, reason)
VALUES (%(id)s, 1, %(shop)s, %(customer)s, %(purse)s, %(currency)s, %(amount)s, %(now)s, %(reason)s)
"""


async def read_purses(call: Call, _asked: None) -> Purses:
    """Give what a customer has."""
    customer = await read_customer(call, None)
    row = await (await call.conn.execute(_HAS, (customer.id,))).fetchone()
    credit_minor, account_minor, points = row or (0, 0, 0)
    return Purses(
        id=customer.id,
        currency=customer.currency,
        credit=money_text(credit_minor, customer.currency),
        account=money_text(account_minor, customer.currency),
        account_limit=customer.account_limit,
        points=points,
    )


async def list_moves(call: Call, asked: Paged) -> Page[PurseMove]:
    """List what moved a customer's purses, the oldest first."""
    customer = await read_customer(call, None)
    rows, following = await call.page(MOVES, asked, customer=customer.id)
    items = [
        PurseMove(
            sale=row["sale_id"],
            purse=row["purse"],
            amount=_amount_text(row["purse"], row["amount"], row["currency"]),
            currency=row["currency"],
            occurred_at=row["occurred_at"],
            reason=row["reason"],
            voided=row["voided"],
        )
        for row in rows
    ]
    return Page(items=items, next=following)


async def adjust_purse(call: Call, given: Adjustment) -> Purses:
    """Put a purse right, above or below zero; the reason is kept with it and in the audit log. Raises Denied 400."""
    customer = await read_customer(call, None)
    amount = _amount(given, customer.currency)
    values = {"id": new_id(), "shop": customer.shop, "customer": customer.id, "purse": given.purse, "now": call.now}
    await lock_purses(call.conn, [str(customer.id)])
    await call.conn.execute(_ADJUST, values | {"currency": customer.currency, "amount": amount, "reason": given.reason})
    await tell_purses(call.conn, [str(customer.id)])
    detail = {"purse": given.purse, "amount": given.amount, "reason": given.reason}
    await audit.note(call.conn, call.caller, "customer.adjusted", f"customer:{customer.id}", detail, at=call.now)
    return await read_purses(call, None)


def _amount(given: Adjustment, currency: str) -> int:
    whole, sign = given.amount.lstrip("-"), -1 if given.amount.startswith("-") else 1
    if given.purse == "points" and "." in whole:
        raise Denied(400, "Points are whole")
    amount = int(whole) if given.purse == "points" else minor(whole, currency)
    if not amount:
        raise Denied(400, "There is nothing to put right")
    return sign * amount


def _amount_text(purse: str, amount: int, currency: str) -> str:
    return str(amount) if purse == "points" else money_text(amount, currency)


_ONE = "/customers/{id:str}/purses"
ENDPOINTS = (
    Endpoint("GET", _ONE, read_purses, Purses, MANAGERS, "customers:read"),
    Endpoint("GET", _ONE + "/moves", list_moves, Page[PurseMove], MANAGERS, "customers:read", Paged),
    Endpoint("POST", _ONE + "/adjustments", adjust_purse, Purses, MANAGERS, "customers:write", Adjustment, 201),
)
