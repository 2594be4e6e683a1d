"""Shops: how each trades; the ids that everything else is told with."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.amounts import Currency, GivenMoney, Money, minor, money_text
from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.api.shop_counting import Counting, CountingChange, change_counting, tell_counting
from server_stub.api.shop_stock import StockPolicy, StockPolicyChange, change_stock, tell_stock
from server_stub.api.shop_tender import Tender, TenderChange, change_tender, tell_tender
from server_stub.audit import log as audit
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods import shops
from server_stub.identity.callers import ADMIN, MANAGERS, AnyCaller
from server_stub.orders.waves import release_waveless
from sync.wire import changes
from sync.wire.counts import CountTerms
from sync.wire.permissions import RULE, unknown_names
from sync.wire.stock_terms import StockTerms
from sync.wire.tenders import TenderTerms

Rule = Annotated[
    str, Meta(pattern=RULE, description="allowed, approval or denied, and a limit: allowed 50, allowed 10%")
]
Permissions = Annotated[dict[str, dict[str, Rule]], Meta(description="Right, role, rule.", max_length=100)]


OfferOrder = Annotated[
    Literal["best", "fixed"], Meta(description="Whether promotions are tried for the customer's best, or by priority.")
]


class Shop(Struct, frozen=True, kw_only=True):
    """A shop: who it is on receipts, in which currency and time zone it trades, who may do what in it."""

    id: UUID
    name: str
    address: str
    tax_number: str
    currency: Currency
    time_zone: str
    permissions: Permissions
    offer_order: OfferOrder
    price_list: UUID | None
    coupons_offline: int
    return_offline: Money
    returns_from_other_shops: bool
    tender: Tender
    stock: StockPolicy
    counting: Counting


class ShopChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise: the permissions as a whole, what is left out of them is as the program has it."""

    permissions: Permissions | UnsetType = UNSET
    offer_order: OfferOrder | UnsetType = UNSET
    price_list: Annotated[UUID | UnsetType | None, Meta(description="The prices of who has no list of their own.")] = (
        UNSET
    )
    coupons_offline: Annotated[
        Annotated[int, Meta(ge=0, le=1_000_000)] | UnsetType,
        Meta(description="How often a till redeems one limited coupon unheard by the centre; 0 is any number."),
    ] = UNSET
    return_offline: Annotated[
        GivenMoney | UnsetType,
        Meta(description="What comes back in a ticket against receipts that nobody can look up just then."),
    ] = UNSET
    returns_from_other_shops: Annotated[
        bool | UnsetType, Meta(description="Whether goods that were sold in the other shops come back in this one.")
    ] = UNSET
    tender: TenderChange | UnsetType = UNSET
    stock: StockPolicyChange | UnsetType = UNSET
    counting: CountingChange | UnsetType = UNSET


_SHOPS = Listing(
    "shops",
    """s.id, s.name, s.address, s.tax_number, s.currency, s.time_zone, s.permissions, s.offer_order,
    s.price_list_id AS price_list, s.coupons_offline, s.return_offline_minor,
    s.returns_from_other_shops, s.tender, s.stock_terms, s.counting""",
    "shop s",
    (("s.id", "uuid"),),
    {"shop": "s.id = %(shop)s"},
)


async def list_shops(call: Call, asked: OfShop) -> Page[Shop]:
    """List the shops that the caller sees."""
    rows, following = await call.page(_SHOPS, asked, shop=call.shop(asked.shop))
    return Page(items=[_tell(row) for row in rows], next=following)


async def change_shop(call: Call, change: ShopChange) -> Shop:
    """Say who may do what in a shop, how its offers are taken and how it is paid; its terminals are told."""
    shop = call.id_of("id")
    found = await shops.read_shops(call.conn, [shop])
    if shop not in found or not call.sees(shop):
        raise missing()
    await apply_change(call.conn, call.caller, found[shop], change, call.now)
    rows, _ = await call.page(_SHOPS, Paged(limit=1), shop=shop)
    return _tell(rows[0])


async def apply_change(
    conn: Connection, caller: AnyCaller, shop: changes.Shop, change: ShopChange, now: datetime
) -> None:
    """Change a shop's terms and note who did. Raises Denied 400 for what cannot be."""
    unknown = [] if change.permissions is UNSET else unknown_names(change.permissions)
    if unknown:
        raise Denied(400, f"There is no right or role {unknown[0]}")
    given = {name: getattr(change, name) for name in change.__struct_fields__}
    given = {name: value for name, value in given.items() if value is not UNSET}
    values = dict(given)
    if "price_list" in values:
        values["price_list_id"] = await _check_list(conn, shop.id, values.pop("price_list"))
    if "return_offline" in values:
        values["return_offline_minor"] = minor(values.pop("return_offline"), shop.currency)
    if isinstance(change.tender, TenderChange):
        values["tender"] = change_tender(shop.tender, change.tender, shop.currency)
    if isinstance(change.stock, StockPolicyChange):
        values["stock_terms"] = change_stock(shop.stock_terms, change.stock)
        del values["stock"]
    if isinstance(change.counting, CountingChange):
        values["counting"] = change_counting(shop.counting, change.counting, shop.currency)
    changed = msgspec.structs.replace(shop, **values)
    await shops.save_shop(conn, changed)
    if shop.stock_terms.waves and not changed.stock_terms.waves:
        await release_waveless(conn, shop.id)
    detail = msgspec.to_builtins(given.get("permissions") if set(given) == {"permissions"} else given)
    await audit.note(conn, caller, "shop.changed", f"shop:{shop.id}", detail, at=now)


async def _check_list(conn: Connection, shop: str, price_list: UUID | None) -> str:
    """Give a price list's id as it is kept. Raises Denied 400 unless the list is for this shop, or for all."""
    if price_list is None:
        return ""
    known = "SELECT 1 FROM price_list WHERE price_list_id = %s AND (shop_id IS NULL OR shop_id = %s)"
    if await (await conn.execute(known, (price_list, shop))).fetchone() is None:
        raise Denied(400, "There is no such price list")
    return str(price_list)


def _tell(row: Row) -> Shop:
    currency = row["currency"]
    own: dict[str, Any] = {
        "return_offline": money_text(row["return_offline_minor"], currency),
        "tender": tell_tender(msgspec.convert(row["tender"], TenderTerms), currency),
        "stock": tell_stock(msgspec.convert(row["stock_terms"], StockTerms)),
        "counting": tell_counting(msgspec.convert(row["counting"], CountTerms), currency),
    }
    return Shop(**{name: row[name] for name in Shop.__struct_fields__ if name not in own}, **own)


ENDPOINTS = (
    Endpoint("GET", "/shops", list_shops, Page[Shop], MANAGERS, "shops:read", OfShop),
    Endpoint("PATCH", "/shops/{id:str}", change_shop, Shop, ADMIN, "shops:write", ShopChange),
)
