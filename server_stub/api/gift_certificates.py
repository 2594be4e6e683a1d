"""Gift certificates: what is on them, what moved, issued and closed by the office; tills sell and redeem them."""

import secrets
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.amounts import Currency, GivenMoney, Money, minor, money_text
from server_stub.api.asking import OfShop, Text
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.ids import new_id

Number = Annotated[str, Meta(pattern="^[A-Z0-9-]{6,24}$", examples=["GC-4711-0815"])]
_DIGITS = 12


class GiftCertificate(Struct, frozen=True, kw_only=True):
    """A certificate; `balance` is what is left on it, below zero when more was redeemed than was on it."""

    number: str
    shop: UUID | None
    currency: Currency
    issued: Money
    balance: Money
    active: bool
    expires_on: date | None
    issued_at: datetime


class GiftMove(Struct, frozen=True, kw_only=True):
    """Money that went onto a certificate (above zero) or off it; `voided` was taken back with its sale."""

    sale: UUID
    kind: str
    amount: Money
    currency: Currency
    occurred_at: datetime
    voided: bool


class GiftQuery(OfShop, frozen=True, kw_only=True):
    """Which certificates."""

    number: Text | None = None
    active: bool | None = None


class GiftDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A certificate to be issued; without a number it gets one that nobody guesses."""

    amount: GivenMoney
    number: Number | None = None
    shop: UUID | None = None
    expires_on: date | None = None


class GiftChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed."""

    active: bool | UnsetType = UNSET
    expires_on: date | UnsetType | None = UNSET


LISTING = Listing(
    "gift-certificates",
    """g.number, g.shop_id, g.currency, g.active, g.expires_on, g.issued_at,
    coalesce(b.balance_minor, 0) AS balance, coalesce(b.issued_minor, 0) AS issued""",
    "gift g LEFT JOIN gift_balance b USING (number)",
    (("g.number", "text"),),
    {
        "shop": "(g.shop_id = %(shop)s OR g.shop_id IS NULL)",
        "number": "g.number = %(number)s",
        "active": "g.active = %(active)s",
    },
)
MOVES = Listing(
    "gift-moves",
    "m.sale_id, m.n, m.kind, m.amount_minor, m.currency, m.occurred_at, m.voided",
    "gift_move m",
    (("m.occurred_at", "timestamptz"), ("m.sale_id", "uuid"), ("m.n", "integer")),
    {"number": "m.number = %(number)s"},
)


async def list_certificates(call: Call, asked: GiftQuery) -> Page[GiftCertificate]:
    """List certificates by number."""
    shop = call.shop(asked.shop)
    rows, following = await call.page(LISTING, asked, shop=shop, number=asked.number, active=asked.active)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_certificate(call: Call, _asked: None) -> GiftCertificate:
    """Give one certificate with its balance."""
    return _tell(await _find(call))


async def list_moves(call: Call, asked: Paged) -> Page[GiftMove]:
    """List what moved on a certificate, the oldest first."""
    row = await _find(call)
    rows, following = await call.page(MOVES, asked, number=row["number"])
    items = [
        GiftMove(
            sale=one["sale_id"],
            kind=one["kind"],
            amount=money_text(one["amount_minor"], one["currency"]),
            currency=one["currency"],
            occurred_at=one["occurred_at"],
            voided=one["voided"],
        )
        for one in rows
    ]
    return Page(items=items, next=following)


async def issue_certificate(call: Call, draft: GiftDraft) -> GiftCertificate:
    """Issue a certificate; 409 when its number is taken."""
    shop = call.shop(draft.shop)
    if shop is None:
        raise Denied(400, "Say for which shop")
    currency = await read_currency(call.conn, shop, unsure=True)
    amount = minor(draft.amount, currency)
    if not amount:
        raise Denied(400, "A certificate is worth something")
    number = draft.number or new_number()
    values = (number, shop, currency, draft.expires_on, call.now)
    cursor = await call.conn.execute(
        """INSERT INTO gift (number, shop_id, currency, expires_on, issued_at) VALUES (%s, %s, %s, %s, %s)
           ON CONFLICT DO NOTHING RETURNING number""",
        values,
    )
    if await cursor.fetchone() is None:
        raise Denied(409, f"There is a certificate {number} already")
    await call.conn.execute(
        """INSERT INTO gift_move (sale_id, n, shop_id, number, kind, currency, amount_minor, occurred_at)
           VALUES (%s, 1, %s, %s, 'issued', %s, %s, %s)""",
        (new_id(), shop, number, currency, amount, call.now),
    )
    await _note(call, "gift.issued", number, amount=draft.amount)
    return _tell(await _find(call, number))


async def change_certificate(call: Call, change: GiftChange) -> GiftCertificate:
    """Close a certificate, open it again, or move its end."""
    row = await _find(call)
    if not call.sees(row["shop_id"]):
        raise missing()
    given = {name: getattr(change, name) for name in change.__struct_fields__}
    values = {name: row[name] if value is UNSET else value for name, value in given.items()}
    await call.conn.execute(
        "UPDATE gift SET active = %(active)s, expires_on = %(expires_on)s WHERE number = %(number)s",
        values | {"number": row["number"]},
    )
    await _note(call, "gift.changed", row["number"], active=values["active"])
    return _tell(await _find(call))


def new_number() -> str:
    """Make a number that nobody guesses: twelve random digits behind GC, never in the shape of a card number."""
    return f"GC-{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"


async def _note(call: Call, action: str, number: str, **detail: object) -> None:
    await audit.note(call.conn, call.caller, action, f"gift:{number}", detail, at=call.now)


async def _find(call: Call, number: str = "") -> Row:
    rows, _ = await call.page(LISTING, Paged(limit=1), number=number or call.ids["number"])
    if not rows or not (rows[0]["shop_id"] is None or call.sees(rows[0]["shop_id"])):
        raise missing()
    return rows[0]


def _tell(row: Row) -> GiftCertificate:
    currency = row["currency"]
    return GiftCertificate(
        number=row["number"],
        shop=row["shop_id"],
        currency=currency,
        issued=money_text(row["issued"], currency),
        balance=money_text(row["balance"], currency),
        active=row["active"],
        expires_on=row["expires_on"],
        issued_at=row["issued_at"],
    )


_READ, _WRITE = "gift-certificates:read", "gift-certificates:write"
_ONE = "/gift-certificates/{number:str}"
ENDPOINTS = (
    Endpoint("GET", "/gift-certificates", list_certificates, Page[GiftCertificate], MANAGERS, _READ, GiftQuery),
    Endpoint(
        "POST",
        "/gift-certificates",
        issue_certificate,
        GiftCertificate,
        MANAGERS,
        _WRITE,
        GiftDraft,
        201,
        refuses=frozenset({409}),
    ),
    Endpoint("GET", _ONE, read_certificate, GiftCertificate, MANAGERS, _READ),
    Endpoint("PATCH", _ONE, change_certificate, GiftCertificate, MANAGERS, _WRITE, GiftChange),
    Endpoint("GET", _ONE + "/moves", list_moves, Page[GiftMove], MANAGERS, _READ, Paged),
)
