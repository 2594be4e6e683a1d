"""Customers of a shop: found, made, changed, told everything that is stored of them, erased."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
import psycopg
from msgspec import UNSET, Meta, Struct, UnsetType
from psycopg import sql

from server_stub.api import people_data, product_search
from server_stub.api.amounts import Currency, GivenMoney, Money, minor, money_text
from server_stub.api.asking import OfShop, Text
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Conflict, Endpoint, File, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.api.people_data import PersonalData
from server_stub.api.price_lists import sees_price_list
from server_stub.api.products import Version
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.ids import new_id

Name = Annotated[str, Meta(min_length=1, max_length=250)]
Note = Annotated[str, Meta(max_length=2000)]
Card = Annotated[str, Meta(pattern="^[!-~]{0,48}$", description="What is read from the customer's card.")]
Birthday = Annotated[
    str, Meta(pattern="^((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$", description="Month and day.", examples=["03-14"])
]
Exempt = Annotated[str, Meta(max_length=250, description="Why no tax is taken; empty when it is.")]


class Customer(Struct, frozen=True, kw_only=True):
    """A customer; after erasing only ids, times and the hash of what was stored remain.

    `everywhere` says that every shop's tills know them, not those of their own shop alone.
    """

    id: UUID
    shop: UUID
    name: str
    email: str
    phone: str
    address: str
    note: str
    birthday: str
    tax_number: str
    consent_at: Annotated[str, Meta(description="When they agreed at a till; empty where nobody was asked there.")]
    card: str
    group: str
    price_list: UUID | None
    tax_exempt: str
    account_limit: Money
    currency: Currency
    everywhere: bool
    version: Version
    created_at: datetime
    changed_at: datetime
    erased_at: datetime | None
    attachment: UUID
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of salt and data: what entries name.")]


class CustomerQuery(OfShop, frozen=True, kw_only=True):
    """Which customers."""

    q: Annotated[Text, Meta(description="Beginnings of words of name, e-mail or telephone number.")] = ""
    card: Text | None = None
    group: Text | None = None


class CustomerDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A customer to be made; `shop` may be left out by those who see one shop only."""

    shop: UUID | None = None
    name: Name
    email: Text = ""
    phone: Text = ""
    address: Text = ""
    note: Note = ""
    birthday: Birthday = ""
    tax_number: Text = ""
    card: Card = ""
    group: Text = ""
    price_list: UUID | None = None
    tax_exempt: Exempt = ""
    account_limit: GivenMoney = "0"
    everywhere: bool = False
    retain_until: date | None = None


class CustomerChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed; with `version` only if the customer is still that one."""

    version: Version | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    email: Text | UnsetType = UNSET
    phone: Text | UnsetType = UNSET
    address: Text | UnsetType = UNSET
    note: Note | UnsetType = UNSET
    birthday: Birthday | UnsetType = UNSET
    tax_number: Text | UnsetType = UNSET
    card: Card | UnsetType = UNSET
    group: Text | UnsetType = UNSET
    price_list: UUID | UnsetType | None = UNSET
    tax_exempt: Exempt | UnsetType = UNSET
    account_limit: GivenMoney | UnsetType = UNSET
    everywhere: bool | UnsetType = UNSET
    retain_until: date | UnsetType | None = UNSET


class Kept(Struct, frozen=True, kw_only=True):
    """An attachment that the law still wants."""

    attachment: UUID
    retain_until: date


class Erased(Struct, frozen=True, kw_only=True):
    """What became of a customer's data: how many attachments were blanked, and which were kept by law."""

    id: UUID
    erased_at: datetime
    blanked: int
    kept: list[Kept]


LISTING = Listing(
    "customers",
    """c.customer_id, c.shop_id, c.version, c.created_at, c.changed_at, c.erased_at, c.attachment_id, a.hash, a.bytes,
    a.retain_until, c.card, c.group_name, c.price_list_id, c.tax_exempt, c.account_limit_minor, c.everywhere,
    s.currency""",
    "customer c JOIN attachment a USING (attachment_id) JOIN shop s ON s.id = c.shop_id",
    (("c.shop_id", "uuid"), ("c.customer_id", "uuid")),
    {
        "shop": "c.shop_id = %(shop)s",
        "card": "c.card = nullif(%(card)s, '')",
        "group": "c.group_name = %(group)s",
        "words": "c.words @@ %(words)s::tsquery",
        "customer": "c.customer_id = %(customer)s",
    },
)
_TERMS = {
    "card": "card",
    "group": "group_name",
    "price_list": "price_list_id",
    "tax_exempt": "tax_exempt",
    "account_limit": "account_limit_minor",
    "everywhere": "everywhere",
}
"""What is given -> the column that keeps it."""
_decode = msgspec.json.Decoder(PersonalData).decode


async def list_customers(call: Call, asked: CustomerQuery) -> Page[Customer]:
    """List the customers of a shop, or find them by the beginnings of words."""
    words = product_search.query(asked.q) if asked.q.strip() else None
    if words == "":
        return Page(items=[], next=None)
    rows, following = await call.page(
        LISTING, asked, shop=call.shop(asked.shop), words=words, card=asked.card, group=asked.group
    )
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_customer(call: Call, _asked: None) -> Customer:
    """Give one customer."""
    return _tell(await _find(call, call.id_of("id")))


async def create_customer(call: Call, draft: CustomerDraft) -> Customer:
    """Make a customer of a shop."""
    shop = call.shop(draft.shop)
    if shop is None:
        raise Denied(400, "shop is missing: it is not clear whose customer this is")
    known = await call.conn.execute("SELECT 1 FROM shop WHERE id = %s", (shop,))
    if await known.fetchone() is None:
        raise Denied(400, "There is no such shop")
    given = msgspec.structs.asdict(draft)
    ident, data = new_id(), _data(PersonalData(name=draft.name), given)
    attachment = await people_data.attach(call.conn, shop, ident, data, draft.retain_until, call.now)
    await call.conn.execute(
        """INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at)
           VALUES (%s, %s, 1, %s, %s::tsvector, %s, %s)""",
        (ident, shop, attachment, people_data.words_of(data), call.now, call.now),
    )
    await _save_terms(call, ident, given, await read_currency(call.conn, shop))
    return _tell(await _find(call, ident))


async def change_customer(call: Call, change: CustomerChange) -> Customer:
    """Change a customer; 409 with the present one when `version` is another by now, or the customer was erased."""
    ident = call.id_of("id")
    await call.conn.execute("SELECT 1 FROM customer WHERE customer_id = %s FOR UPDATE", (ident,))
    row = await _find(call, ident)
    present = _tell(row)
    if row["erased_at"] is not None:
        raise Conflict("The customer was erased", present)
    if change.version is not UNSET and change.version != present.version:
        raise Conflict("The customer has been changed meanwhile", present)
    await put_change(call, row, msgspec.structs.asdict(change))
    return _tell(await _find(call, ident))


async def put_change(call: Call, row: Row, given: dict[str, Any]) -> None:
    """Put what is given in the place of what a row of `LISTING` has. Raises Denied 400, 403, 409."""
    ident, data = str(row["customer_id"]), _data(_decode(row["bytes"]), given)
    retain_until = given.get("retain_until", UNSET)
    retain_until = row["retain_until"] if retain_until is UNSET else retain_until
    attachment = await people_data.attach(call.conn, str(row["shop_id"]), ident, data, retain_until, call.now)
    await call.conn.execute(
        """UPDATE customer SET version = version + 1, attachment_id = %s, words = %s::tsvector, changed_at = %s
           WHERE customer_id = %s""",
        (attachment, people_data.words_of(data), call.now, ident),
    )
    await _save_terms(call, ident, given, row["currency"])


async def export_customer(call: Call, _asked: None) -> File:
    """Give everything that is stored about a customer, as a file."""
    ident = call.id_of("id")
    await _find(call, ident)
    await audit.note(call.conn, call.caller, "customer.exported", f"customer:{ident}", at=call.now)
    content = msgspec.json.format(msgspec.json.encode(await people_data.export_customer(call.conn, ident)))
    return File(content, "application/json", f"customer-{ident}.json")


async def erase_customer(call: Call, _asked: None) -> Erased:
    """Erase a customer's data; journals that name its hash still verify."""
    ident = call.id_of("id")
    await _find(call, ident)
    outcome = await people_data.erase_customer(call.conn, ident, call.now)
    await audit.note(call.conn, call.caller, "customer.erased", f"customer:{ident}", at=call.now)
    return msgspec.convert(outcome, Erased)


async def _save_terms(call: Call, ident: str, given: dict[str, Any], currency: str) -> None:
    """Save what is given of card, group, prices, tax and account. Raises Denied 400, 403, 409."""
    values = {name: given[name] for name in _TERMS if given.get(name, UNSET) is not UNSET}
    if not values:
        return
    if values.get("everywhere") and call.shop() is not None:
        raise Denied(403, "Only who sees every shop makes a customer known in all of them")
    if values.get("price_list") is not None and not await sees_price_list(call, values["price_list"]):
        raise Denied(400, "There is no such price list")
    if "account_limit" in values:
        values["account_limit"] = minor(values["account_limit"], currency)
    parts = [sql.SQL("{} = {}").format(sql.Identifier(_TERMS[name]), sql.Placeholder(name)) for name in values]
    query = sql.SQL("UPDATE customer SET {} WHERE customer_id = %(customer)s").format(sql.SQL(", ").join(parts))
    try:
        async with call.conn.transaction():
            await call.conn.execute(query, {**values, "customer": ident})
    except psycopg.errors.UniqueViolation as error:
        raise Denied(409, "This card is another customer's") from error


async def _find(call: Call, ident: str) -> Row:
    rows, _ = await call.page(LISTING, Paged(limit=1), customer=ident)
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    return rows[0]


def _data(present: PersonalData, given: dict[str, Any]) -> PersonalData:
    """Give personal data with what is given; PostgreSQL and JSON both keep it, but search takes no NUL."""
    names = PersonalData.__struct_fields__
    values = {name: given[name] for name in names if given.get(name, UNSET) is not UNSET}
    if any("\0" in value for value in values.values()):
        raise Denied(400, "A text holds a NUL")
    return msgspec.structs.replace(present, **values)


def open_data(row: Row) -> dict[str, str]:
    """Give the personal data of a row, empty after erasing."""
    return msgspec.structs.asdict(PersonalData(name="") if row["bytes"] is None else _decode(row["bytes"]))


def _tell(row: Row) -> Customer:
    return Customer(
        id=row["customer_id"],
        shop=row["shop_id"],
        **open_data(row),
        card=row["card"],
        group=row["group_name"],
        price_list=row["price_list_id"],
        tax_exempt=row["tax_exempt"],
        account_limit=money_text(row["account_limit_minor"], row["currency"]),
        currency=row["currency"],
        everywhere=row["everywhere"],
        version=str(row["version"]),
        created_at=row["created_at"],
        changed_at=row["changed_at"],
        erased_at=row["erased_at"],
        attachment=row["attachment_id"],
        sha256=bytes(row["hash"]).hex(),
    )


_CONFLICT = frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/customers", list_customers, Page[Customer], MANAGERS, "customers:read", CustomerQuery),
    Endpoint(
        "POST",
        "/customers",
        create_customer,
        Customer,
        MANAGERS,
        "customers:write",
        CustomerDraft,
        201,
        refuses=_CONFLICT,
    ),
    Endpoint("GET", "/customers/{id:str}", read_customer, Customer, MANAGERS, "customers:read"),
    Endpoint(
        "PATCH",
        "/customers/{id:str}",
        change_customer,
        Customer,
        MANAGERS,
        "customers:write",
        CustomerChange,
        refuses=_CONFLICT,
    ),
    Endpoint("DELETE", "/customers/{id:str}", erase_customer, Erased, MANAGERS, "customers:write"),
    Endpoint("GET", "/customers/{id:str}/export", export_customer, dict[str, Any], MANAGERS, "customers:read"),
)
