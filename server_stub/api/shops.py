"""Shops and their places: the ids that everything else is told with."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from server_stub.api.amounts import Currency
from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.goods import shops
from server_stub.identity.callers import ADMIN, MANAGERS, ROLES
from sync.wire.permissions import RULE, unknown_names

Rule = Annotated[
    str, Meta(pattern=RULE, description="allowed, approval or denied, and a limit: allowed 50, allowed 10%")
]
Permissions = Annotated[dict[str, dict[str, Rule]], Meta(description="Right, role, rule.", max_length=100)]


class Shop(Struct, frozen=True, kw_only=True):
    """A shop: who it is on receipts, in which currency and time zone it trades, who may do what in it."""

    id: UUID
    name: str
    address: str
    tax_number: str
    currency: Currency
    time_zone: str
    permissions: Permissions


class ShopChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise: the permissions as a whole, what is left out is as the program has it."""

    permissions: Permissions


class Place(Struct, frozen=True, kw_only=True):
    """Where goods can be; kind is shelf, receiving, supplier, customer, waste or lost_and_found."""

    id: UUID
    shop: UUID
    code: str
    name: str
    kind: str


class PlaceQuery(OfShop, frozen=True, kw_only=True):
    """Which places."""

    kind: Word | None = None


_SHOPS = Listing(
    "shops",
    "s.id, s.name, s.address, s.tax_number, s.currency, s.time_zone, s.permissions",
    "shop s",
    (("s.id", "uuid"),),
    {"shop": "s.id = %(shop)s"},
)
_PLACES = Listing(
    "places",
    "p.id, p.shop_id, p.code, p.name, p.kind",
    "place p",
    (("p.shop_id", "uuid"), ("p.id", "uuid")),
    {"shop": "p.shop_id = %(shop)s", "kind": "p.kind = %(kind)s"},
)


async def list_shops(call: Call, asked: OfShop) -> Page[Shop]:
    """List the shops that the caller sees."""
    rows, following = await call.page(_SHOPS, asked, shop=call.shop(asked.shop))
    return Page(items=[_tell(row) for row in rows], next=following)


async def change_shop(call: Call, change: ShopChange) -> Shop:
    """Say who may do what in a shop; its terminals are told."""
    shop = call.id_of("id")
    found = await shops.read_shops(call.conn, [shop])
    if shop not in found or not call.sees(shop):
        raise missing()
    unknown = unknown_names(change.permissions)
    if unknown:
        raise Denied(400, f"There is no right or role {unknown[0]}")
    await shops.save_shop(call.conn, msgspec.structs.replace(found[shop], permissions=change.permissions))
    await audit.note(call.conn, call.caller, "shop.changed", f"shop:{shop}", change.permissions, at=call.now)
    rows, _ = await call.page(_SHOPS, Paged(limit=1), shop=shop)
    return _tell(rows[0])


def _tell(row: Row) -> Shop:
    return Shop(**{name: row[name] for name in Shop.__struct_fields__})


async def list_places(call: Call, asked: PlaceQuery) -> Page[Place]:
    """List places by shop."""
    rows, following = await call.page(_PLACES, asked, shop=call.shop(asked.shop), kind=asked.kind)
    items = [
        Place(id=row["id"], shop=row["shop_id"], code=row["code"], name=row["name"], kind=row["kind"]) for row in rows
    ]
    return Page(items=items, next=following)


ENDPOINTS = (
    Endpoint("GET", "/shops", list_shops, Page[Shop], MANAGERS, "shops:read", OfShop),
    Endpoint("PATCH", "/shops/{id:str}", change_shop, Shop, ADMIN, "shops:write", ShopChange),
    Endpoint("GET", "/places", list_places, Page[Place], ROLES, "stock:read", PlaceQuery),
)
