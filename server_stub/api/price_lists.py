"""Price lists: prices of their own for some customers, by quantity; made, filled, changed."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import psycopg
from msgspec import Meta, Struct, field

from server_stub.api.amounts import (
    Currency,
    Given,
    GivenQuantity,
    Money,
    Quantity,
    price_e4,
    price_text,
    quantity_milli,
    quantity_text,
)
from server_stub.api.asking import OfShop, Text
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_own, find_seen
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS, ROLES
from server_stub.ids import new_id
from server_stub.offers import price_lists
from sync.wire import offers

Sku = Annotated[str, Meta(min_length=1, max_length=64)]


class PriceList(Struct, frozen=True, kw_only=True):
    """A price list; days are the shop's own, both included. `shop` null: for all shops."""

    id: UUID
    shop: UUID | None
    name: str
    starts_on: date | None
    ends_on: date | None
    prices: Annotated[int, Meta(description="How many products have a price in it.")]
    version: str
    changed_at: datetime


class PriceListDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A price list as it shall be."""

    name: Annotated[str, Meta(min_length=1, max_length=250)]
    shop: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None


class PriceTier(Struct, frozen=True, kw_only=True):
    """From this quantity on a unit costs this much."""

    from_quantity: Quantity
    price: Money


class TierPrice(Struct, frozen=True, kw_only=True):
    """What a product costs by a list."""

    product: UUID
    sku: str
    name: str
    currency: Currency
    tiers: list[PriceTier]


class GivenTier(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From this quantity on a unit shall cost this much."""

    price: Given
    from_quantity: GivenQuantity = "1"


class GivenTierPrice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a product shall cost; without tiers it leaves the list."""

    sku: Sku
    tiers: Annotated[list[GivenTier], Meta(max_length=20)]


class GivenPrices(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Prices of a list; products that are not named stay as they are."""

    prices: Annotated[list[GivenTierPrice], Meta(max_length=1000)]


class PricesPut(Struct, frozen=True, kw_only=True):
    """What became of them."""

    added: int
    changed: int
    list_: PriceList = field(name="list")


class PriceListQuery(OfShop, frozen=True, kw_only=True):
    """Which price lists; those of a shop are its own and those of all."""

    name: Text | None = None


class TierPriceQuery(Paged, frozen=True, kw_only=True):
    """Which prices of a list."""

    sku: Text | None = None


LISTING = Listing(
    "price-lists",
    """l.price_list_id, l.shop_id, l.name, l.starts_on, l.ends_on, l.version, l.changed_at,
    (SELECT count(*) FROM list_price p WHERE p.price_list_id = l.price_list_id) AS prices""",
    "price_list l",
    (("l.price_list_id", "uuid"),),
    {
        "shop": "(l.shop_id = %(shop)s OR l.shop_id IS NULL)",
        "name": "l.name = %(name)s",
        "price_list": "l.price_list_id = %(price_list)s",
    },
)
PRICES = Listing(
    "list-prices",
    "t.product_id, p.sku, p.name, t.tiers",
    "list_price t JOIN product p ON p.id = t.product_id",
    (("p.sku", "text"),),
    {"price_list": "t.price_list_id = %(price_list)s", "sku": "p.sku = %(sku)s"},
)


async def list_price_lists(call: Call, asked: PriceListQuery) -> Page[PriceList]:
    """List price lists, the oldest first."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), name=asked.name)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_price_list(call: Call, _asked: None) -> PriceList:
    """Give one price list."""
    return _tell(await _find(call, call.id_of("id")))


async def create_price_list(call: Call, draft: PriceListDraft) -> PriceList:
    """Make a price list; 409 when its name is taken."""
    return await _save(call, new_id(), draft, await check_shop(call, draft.shop), "price_list.added")


async def replace_price_list(call: Call, draft: PriceListDraft) -> PriceList:
    """Give a price list another name or other days; the shop it is for stays."""
    row = await find_own(call, LISTING, price_list=call.id_of("id"))
    shop = str(row["shop_id"]) if row["shop_id"] else None
    return await _save(call, str(row["price_list_id"]), draft, shop, "price_list.changed")


async def list_prices_of(call: Call, asked: TierPriceQuery) -> Page[TierPrice]:
    """List the prices of a list, by article number."""
    row = await _find(call, call.id_of("id"))
    currency = await read_currency(call.conn, row["shop_id"] or call.shop(), unsure=True)
    rows, following = await call.page(PRICES, asked, price_list=row["price_list_id"], sku=asked.sku)
    return Page(items=[_tell_price(one, currency) for one in rows], next=following)


async def put_prices_of(call: Call, given: GivenPrices) -> PricesPut:
    """Set prices of a list and tell the terminals."""
    row = await find_own(call, LISTING, price_list=call.id_of("id"))
    known = await _read_products(call, [one.sku for one in given.prices])
    prices = {known[one.sku]: _tiers(one.tiers) for one in given.prices}
    added, changed = await price_lists.put_prices(call.conn, str(row["price_list_id"]), prices, call.now)
    await _note(call, "price_list.priced", row["price_list_id"], row["name"])
    return PricesPut(added=added, changed=changed, list_=_tell(await _find(call, str(row["price_list_id"]))))


async def sees_price_list(call: Call, ident: UUID) -> bool:
    """Tell whether there is such a list that the caller sees."""
    try:
        await _find(call, str(ident))
    except Denied:
        return False
    return True


async def _find(call: Call, ident: str) -> Row:
    return await find_seen(call, LISTING, price_list=ident)


async def _save(call: Call, ident: str, draft: PriceListDraft, shop: str | None, action: str) -> PriceList:
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        raise Denied(400, "The list ends before it starts")
    made = offers.PriceList(
        id=ident,
        name=draft.name,
        starts_on=draft.starts_on.isoformat() if draft.starts_on else "",
        ends_on=draft.ends_on.isoformat() if draft.ends_on else "",
    )
    try:
        async with call.conn.transaction():
            await price_lists.save_price_list(call.conn, shop, made, call.now)
    except psycopg.errors.UniqueViolation as error:
        raise Denied(409, f"There is a price list {draft.name} already") from error
    await _note(call, action, ident, draft.name)
    return _tell(await _find(call, ident))


async def _note(call: Call, action: str, ident: object, name: str) -> None:
    await audit.note(call.conn, call.caller, action, f"price_list:{ident}", {"name": name}, at=call.now)


async def _read_products(call: Call, skus: list[str]) -> dict[str, str]:
    cursor = await call.conn.execute("SELECT sku, id::text FROM product WHERE sku = ANY(%s)", (skus,))
    known: dict[str, str] = dict(await cursor.fetchall())
    unknown = sorted(set(skus) - known.keys())
    if unknown:
        raise Denied(400, f"There is no product {', '.join(unknown[:20])}")
    return known


def _tiers(given: list[GivenTier]) -> tuple[offers.Tier, ...]:
    tiers = {quantity_milli(one.from_quantity): price_e4(one.price) for one in given}
    return tuple(offers.Tier(from_milli, tiers[from_milli]) for from_milli in sorted(tiers))


def _tell(row: Row) -> PriceList:
    return PriceList(
        id=row["price_list_id"],
        shop=row["shop_id"],
        name=row["name"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        prices=row["prices"],
        version=str(row["version"]),
        changed_at=row["changed_at"],
    )


def _tell_price(row: Row, currency: str) -> TierPrice:
    tiers = [
        PriceTier(from_quantity=quantity_text(tier.from_milli), price=price_text(tier.price_e4, currency))
        for tier in price_lists.to_tiers(row["tiers"])
    ]
    return TierPrice(product=row["product_id"], sku=row["sku"], name=row["name"], currency=currency, tiers=tiers)


_READ, _WRITE, _CONFLICT = "price-lists:read", "price-lists:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/price-lists", list_price_lists, Page[PriceList], ROLES, _READ, PriceListQuery),
    Endpoint(
        "POST",
        "/price-lists",
        create_price_list,
        PriceList,
        MANAGERS,
        _WRITE,
        PriceListDraft,
        201,
        refuses=_CONFLICT,
    ),
    Endpoint("GET", "/price-lists/{id:str}", read_price_list, PriceList, ROLES, _READ),
    Endpoint(
        "PUT",
        "/price-lists/{id:str}",
        replace_price_list,
        PriceList,
        MANAGERS,
        _WRITE,
        PriceListDraft,
        refuses=_CONFLICT,
    ),
    Endpoint("GET", "/price-lists/{id:str}/prices", list_prices_of, Page[TierPrice], ROLES, _READ, TierPriceQuery),
    Endpoint("PUT", "/price-lists/{id:str}/prices", put_prices_of, PricesPut, MANAGERS, _WRITE, GivenPrices),
)
