"""Prices: listed, and changed on condition that nobody else has changed the product meanwhile."""

from uuid import UUID

from msgspec import Struct

from server_stub.api.amounts import Currency, Given, Money, price_text, rate_text
from server_stub.api.asking import OfShop, Text
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page
from server_stub.api.products import Product, Version, change_values
from server_stub.audit import log as audit
from server_stub.identity.callers import MANAGERS, ROLES


class Price(Struct, frozen=True, kw_only=True):
    """What a product costs the customer, per unit; `version` is the product's."""

    product: UUID
    sku: str
    price: Money
    currency: Currency
    tax_rate: Money
    unit: str
    version: Version


class PriceQuery(OfShop, frozen=True, kw_only=True):
    """Which prices."""

    sku: Text | None = None
    category: Text | None = None


class PriceChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A new price for the product of this version."""

    price: Given
    version: Version


LISTING = Listing(
    "prices",
    "p.id, p.sku, p.price_e4, p.rate_ppm, p.unit, coalesce(p.position, 0) AS version",
    "product p",
    (("p.sku", "text"),),
    {"sku": "p.sku = %(sku)s", "category": 'p.category COLLATE "C" = %(category)s'},
    ("p.active",),
)


async def list_prices(call: Call, asked: PriceQuery) -> Page[Price]:
    """List the prices of what is on sale, by article number."""
    currency = await read_currency(call.conn, call.shop(asked.shop))
    rows, following = await call.page(LISTING, asked, sku=asked.sku, category=asked.category)
    items = [
        Price(
            product=row["id"],
            sku=row["sku"],
            price=price_text(row["price_e4"], currency),
            currency=currency,
            tax_rate=rate_text(row["rate_ppm"]),
            unit=row["unit"],
            version=str(row["version"]),
        )
        for row in rows
    ]
    return Page(items=items, next=following)


async def change_price(call: Call, change: PriceChange) -> Product:
    """Set a price; 409 with the product as it is now when it is no longer of the version that was read."""
    product = await change_values(call, call.id_of("id"), change.version, {"price": change.price})
    await audit.note(
        call.conn, call.caller, "price.changed", f"product:{product.sku}", {"price": product.price}, at=call.now
    )
    return product


ENDPOINTS = (
    Endpoint("GET", "/prices", list_prices, Page[Price], ROLES, "prices:read", PriceQuery),
    Endpoint(
        "PUT",
        "/prices/{id:str}",
        change_price,
        Product,
        MANAGERS,
        "prices:write",
        PriceChange,
        refuses=frozenset({409}),
    ),
)
