"""Shops and their places: the ids that everything else is told with."""

from uuid import UUID

from msgspec import Struct

from server_stub.api.amounts import Currency
from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page
from server_stub.identity.callers import MANAGERS, ROLES


class Shop(Struct, frozen=True, kw_only=True):
    """A shop: who it is on receipts, in which currency and time zone it trades."""

    id: UUID
    name: str
    address: str
    tax_number: str
    currency: Currency
    time_zone: str


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
    "s.id, s.name, s.address, s.tax_number, s.currency, s.time_zone",
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
    return Page(items=[Shop(**{name: row[name] for name in Shop.__struct_fields__}) for row in rows], next=following)


async def list_places(call: Call, asked: PlaceQuery) -> Page[Place]:
    """List places by shop."""
    rows, following = await call.page(_PLACES, asked, shop=call.shop(asked.shop), kind=asked.kind)
    items = [
        Place(id=row["id"], shop=row["shop_id"], code=row["code"], name=row["name"], kind=row["kind"]) for row in rows
    ]
    return Page(items=items, next=following)


ENDPOINTS = (
    Endpoint("GET", "/shops", list_shops, Page[Shop], MANAGERS, "shops:read", OfShop),
    Endpoint("GET", "/places", list_places, Page[Place], ROLES, "stock:read", PlaceQuery),
)
