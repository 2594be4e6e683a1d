"""Customers of a shop: found, made, changed, told everything that is stored of them, erased."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api import people_data, product_search
from server_stub.api.asking import OfShop, Text
from server_stub.api.endpoint import Call, Conflict, Endpoint, File, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.api.people_data import PersonalData
from server_stub.api.products import Version
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.ids import new_id

Name = Annotated[str, Meta(min_length=1, max_length=250)]
Note = Annotated[str, Meta(max_length=2000)]


class Customer(Struct, frozen=True, kw_only=True):
    """A customer; after erasing only ids, times and the hash of what was stored remain."""

    id: UUID
    shop: UUID
    name: str
    email: str
    phone: str
    address: str
    note: str
    version: Version
    created_at: datetime
    changed_at: datetime
    erased_at: datetime | None
    attachment: UUID
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of salt and data: what entries name.")]


class CustomerQuery(OfShop, frozen=True, kw_only=True):
    """Which customers."""

    q: Annotated[Text, Meta(description="Beginnings of words of name, e-mail or telephone number.")] = ""


class CustomerDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A customer to be made; `shop` may be left out by those who see one shop only."""

    shop: UUID | None = None
    name: Name
    email: Text = ""
    phone: Text = ""
    address: Text = ""
    note: Note = ""
    retain_until: date | None = None


class CustomerChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed; with `version` only if the customer is still that one."""

    version: Version | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    email: Text | UnsetType = UNSET
    phone: Text | UnsetType = UNSET
    address: Text | UnsetType = UNSET
    note: Note | UnsetType = UNSET
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
    a.retain_until""",
    "customer c JOIN attachment a USING (attachment_id)",
    (("c.shop_id", "uuid"), ("c.customer_id", "uuid")),
    {
        "shop": "c.shop_id = %(shop)s",
        "words": "c.words @@ %(words)s::tsquery",
        "customer": "c.customer_id = %(customer)s",
    },
)
_decode = msgspec.json.Decoder(PersonalData).decode


async def list_customers(call: Call, asked: CustomerQuery) -> Page[Customer]:
    """List the customers of a shop, or find them by the beginnings of words."""
    words = product_search.query(asked.q) if asked.q.strip() else None
    if words == "":
        return Page(items=[], next=None)
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), words=words)
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
    ident, data = new_id(), _data(PersonalData(name=draft.name), msgspec.structs.asdict(draft))
    attachment = await people_data.attach(call.conn, shop, ident, data, draft.retain_until, call.now)
    await call.conn.execute(
        """INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at)
           VALUES (%s, %s, 1, %s, %s::tsvector, %s, %s)""",
        (ident, shop, attachment, people_data.words_of(data), call.now, call.now),
    )
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
    data = _data(_decode(row["bytes"]), msgspec.structs.asdict(change))
    retain_until = row["retain_until"] if change.retain_until is UNSET else change.retain_until
    attachment = await people_data.attach(call.conn, str(present.shop), ident, data, retain_until, call.now)
    await call.conn.execute(
        """UPDATE customer SET version = version + 1, attachment_id = %s, words = %s::tsvector, changed_at = %s
           WHERE customer_id = %s""",
        (attachment, people_data.words_of(data), call.now, ident),
    )
    return _tell(await _find(call, ident))


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


def _tell(row: Row) -> Customer:
    data = PersonalData(name="") if row["bytes"] is None else _decode(row["bytes"])
    return Customer(
        id=row["customer_id"],
        shop=row["shop_id"],
        **msgspec.structs.asdict(data),
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
    Endpoint("POST", "/customers", create_customer, Customer, MANAGERS, "customers:write", CustomerDraft, 201),
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
