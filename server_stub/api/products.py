"""Products: found, read, made and changed; changes go the catalogue's one way, so that every terminal is told."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api import product_search
from server_stub.api.amounts import (
    Currency,
    Given,
    GivenQuantity,
    GivenRate,
    Money,
    Quantity,
    price_text,
    quantity_text,
    rate_text,
)
from server_stub.api.asking import OfShop, Text
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Conflict, Endpoint, missing
from server_stub.api.paging import Listing, Page, Row
from server_stub.api.product_extras import Special, SpecialChange, SpecialDraft, read_parts, tell_special
from server_stub.faults import Denied
from server_stub.goods import catalogue, product_cells
from server_stub.goods.contents import CONTENTS, find_fault, find_unknown
from server_stub.goods.extras import EXTRA_CELLS
from server_stub.goods.product_rows import FIELD_CELLS, OWN_CELLS, Block, Report
from server_stub.identity.callers import MANAGERS, ROLES, Person
from sync.wire import changes

Version = Annotated[str, Meta(pattern="^[0-9]{1,18}$", description="Changes with every change of the product.")]


class Barcode(Struct, frozen=True, kw_only=True):
    """A barcode and how many units one scan of it means."""

    code: str
    quantity: Quantity


class Product(Special, frozen=True, kw_only=True):
    """A thing that is sold; `price` is per `unit`, `tax_rate` in per cent; `cost` only for those who may know it."""

    id: UUID
    sku: str
    name: str
    unit: str
    price: Money
    currency: Currency
    tax_rate: Money
    category: str
    weighed: bool
    age_limit: int
    active: bool
    track_lots: bool
    cost: Money | None
    codes: list[Barcode]
    version: Version


class ProductQuery(OfShop, frozen=True, kw_only=True):
    """Which products; `shop` only says in which currency prices are told."""

    q: Annotated[Text, Meta(description="Beginnings of words of name, article number, category or barcode.")] = ""
    category: Text | None = None
    sku: Text | None = None
    code: Annotated[Text | None, Meta(description="A whole barcode.")] = None
    active: bool | None = None


class OneQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one product is told."""

    shop: UUID | None = None


class GivenBarcode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A barcode of a product."""

    code: Annotated[str, Meta(pattern="^[!-~]{1,48}$")]
    quantity: GivenQuantity = "1"


Name = Annotated[str, Meta(min_length=1, max_length=250)]
Codes = Annotated[list[GivenBarcode], Meta(max_length=100)]
Age = Annotated[int, Meta(ge=0, le=99)]


class ProductDraft(SpecialDraft, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A product to be made."""

    sku: Annotated[str, Meta(min_length=1, max_length=64)]
    name: Name
    price: Given
    unit: Annotated[str, Meta(min_length=1, max_length=16)] = "pcs"
    tax_rate: GivenRate = "0"
    category: Text = ""
    weighed: bool = False
    age_limit: Age = 0
    active: bool = True
    track_lots: bool = False
    cost: Given | None = None
    codes: Codes = msgspec.field(default_factory=list)


class ProductChange(SpecialChange, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed; with `version` only if the product is still that one."""

    version: Version | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    price: Given | UnsetType = UNSET
    unit: Annotated[str, Meta(min_length=1, max_length=16)] | UnsetType = UNSET
    tax_rate: GivenRate | UnsetType = UNSET
    category: Text | UnsetType = UNSET
    weighed: bool | UnsetType = UNSET
    age_limit: Age | UnsetType = UNSET
    active: bool | UnsetType = UNSET
    track_lots: bool | UnsetType = UNSET
    cost: Given | UnsetType | None = UNSET
    codes: Codes | UnsetType = UNSET


LISTING = Listing(
    "products",
    "p.id, p.packed, p.cost_e4, p.track_lots, coalesce(p.position, 0) AS version",
    "product p",
    (("p.sku", "text"),),
    {
        "found": "p.id = ANY(%(found)s)",
        "words": "(SELECT n.words @@ %(words)s::tsquery FROM product_search n WHERE n.product_id = p.id)",
        "category": 'p.category COLLATE "C" = %(category)s',
        "sku": "p.sku = %(sku)s",
        "codes": "p.id IN (SELECT product_id FROM product_code WHERE code = ANY(%(codes)s))",
        "active": "p.active = %(active)s",
        "id": "p.id = %(id)s",
    },
)
_decode = msgspec.msgpack.Decoder(changes.Product).decode


async def list_products(call: Call, asked: ProductQuery) -> Page[Product]:
    """List products by article number, or find them by the beginnings of their words."""
    currency = await read_currency(call.conn, call.shop(asked.shop))
    wanted: dict[str, Any] = {}
    if asked.q.strip():
        await product_search.follow(call.conn)
        words = product_search.query(asked.q)
        found = await product_search.find(call.conn, words) if words else []
        wanted = {"words": words} if found is None else {"found": found}
    rows, following = await call.page(
        LISTING,
        asked,
        **wanted,
        category=asked.category,
        sku=asked.sku,
        codes=None if asked.code is None else _spellings(asked.code),
        active=asked.active,
    )
    return Page(items=[_tell(call, row, currency) for row in rows], next=following)


def _spellings(code: str) -> list[str]:
    """Give a code as it was asked for, and as it is kept."""
    try:
        return [code, product_cells.code(code)]
    except product_cells.BadCell:
        return [code]


async def read_product(call: Call, asked: OneQuery) -> Product:
    """Give one product."""
    return await find_product(call, await read_currency(call.conn, call.shop(asked.shop)), id=call.id_of("id"))


async def create_product(call: Call, draft: ProductDraft) -> Product:
    """Make a product and tell the terminals; 409 with the present one when its article number is taken."""
    currency = await read_currency(call.conn, call.shop(), unsure=True)
    sku = draft.sku.strip(" ")
    await catalogue.begin_writing(call.conn)
    taken = await _find(call, currency, sku=sku)
    if taken is not None:
        raise Conflict(f"There is a product {sku} already", taken)
    values = {name: getattr(draft, name) for name in draft.__struct_fields__ if name != "sku"}
    return await _write(call, sku, values, currency)


async def change_product(call: Call, change: ProductChange) -> Product:
    """Change what is given and tell the terminals; 409 with the present product when `version` is another by now."""
    values = {name: getattr(change, name) for name in change.__struct_fields__}
    values = {name: value for name, value in values.items() if value is not UNSET}
    version = values.pop("version", None)
    return await change_values(call, call.id_of("id"), version, values)


async def change_values(call: Call, ident: str, version: str | None, values: dict[str, Any]) -> Product:
    """Change a product's fields, as a program gives them, if it is still of this version (None: whatever it is)."""
    currency = await read_currency(call.conn, call.shop(), unsure=True)
    await catalogue.begin_writing(call.conn)
    present = await find_product(call, currency, id=ident)
    if version is not None and version != present.version:
        raise Conflict("The product has been changed meanwhile", present)
    return await _write(call, present.sku, values, currency)


async def find_product(call: Call, currency: str, **by: Any) -> Product:
    """Give the product with this id or article number. Raises Denied 404."""
    found = await _find(call, currency, **by)
    if found is None:
        raise missing()
    return found


async def _find(call: Call, currency: str, **by: Any) -> Product | None:
    rows, _ = await call.page(LISTING, ProductQuery(limit=1), **by)
    return _tell(call, rows[0], currency) if rows else None


async def _write(call: Call, sku: str, values: dict[str, Any], currency: str) -> Product:
    block = _block(sku, values)
    column, why = find_fault(sku, block.contents(0), await find_unknown(call.conn, block.named()))
    if column:
        raise Denied(400, f"{column}: {why}")
    await catalogue.write_block(call.conn, block, Report())
    return await find_product(call, currency, sku=sku)


def _block(sku: str, values: dict[str, Any]) -> Block:
    """Write fields as a row of a product file says them. Raises Denied 400 for what the catalogue does not take."""
    block = Block([_take("sku", sku, product_cells.sku)], {}, {})
    known = ((FIELD_CELLS, block.fields), (OWN_CELLS, block.own), (EXTRA_CELLS, block.extras))
    for name, value in values.items():
        for cells, columns in known:
            if name in cells:
                field, read = cells[name]
                columns[field] = [_take(name, value, read_parts if name in CONTENTS else read)]
    if "codes" in values:
        codes = [
            changes.Code(
                _take("codes", code.code, product_cells.code), _take("codes", code.quantity, product_cells.pack_milli)
            )
            for code in values["codes"]
        ]
        block.singles = [tuple(code for code in codes if code.pack_milli == 1000)]
        block.packs = [tuple(code for code in codes if code.pack_milli != 1000)]
    return block


def _take(name: str, value: Any, read: Callable[[Any], Any]) -> Any:
    """Read what a program gave as a file's cell is read; yes, no, ages and nothing are what they are."""
    try:
        match value:
            case str():
                return read(value.strip(" "))
            case list():
                return read(value)
        return value
    except product_cells.BadCell as error:
        raise Denied(400, f"{name} {error}") from error


def _tell(call: Call, row: Row, currency: str) -> Product:
    product = _decode(row["packed"])
    knows_cost = not isinstance(call.caller, Person) or call.caller.role in MANAGERS
    cost_e4 = row["cost_e4"]
    return Product(
        id=row["id"],
        sku=product.sku,
        name=product.name,
        unit=product.unit,
        price=price_text(product.price_e4, currency),
        currency=currency,
        tax_rate=rate_text(product.rate_ppm),
        category=product.category,
        weighed=product.weighed,
        age_limit=product.age_limit,
        active=product.active,
        track_lots=row["track_lots"],
        cost=price_text(cost_e4, currency) if knows_cost and cost_e4 is not None else None,
        codes=[Barcode(code=code.code, quantity=quantity_text(code.pack_milli)) for code in product.codes],
        version=str(row["version"]),
        **tell_special(product.extra),
    )


ENDPOINTS = (
    Endpoint("GET", "/products", list_products, Page[Product], ROLES, "products:read", ProductQuery),
    Endpoint(
        "POST",
        "/products",
        create_product,
        Product,
        MANAGERS,
        "products:write",
        ProductDraft,
        201,
        refuses=frozenset({409}),
    ),
    Endpoint("GET", "/products/{id:str}", read_product, Product, ROLES, "products:read", OneQuery),
    Endpoint(
        "PATCH",
        "/products/{id:str}",
        change_product,
        Product,
        MANAGERS,
        "products:write",
        ProductChange,
        refuses=frozenset({409}),
    ),
)
