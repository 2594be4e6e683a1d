"""How much more than was ordered is taken without a reason: said of suppliers and articles, of a shop."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import GivenRate, rate_ppm, rate_text
from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import Gone, check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.orders import tolerances


class Tolerance(Struct, frozen=True, kw_only=True):
    """How many per cent more are taken; an empty `supplier` is every supplier, an empty `sku` every article."""

    id: UUID
    shop: UUID
    supplier: str
    sku: str
    name: str
    tolerance: str


class ToleranceDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said from now on; the supplier is called as orders call their partner."""

    tolerance: GivenRate
    supplier: Annotated[str, Meta(max_length=250)] = ""
    sku: Annotated[str, Meta(max_length=64)] = ""
    shop: UUID | None = None


class ToleranceQuery(OfShop, frozen=True, kw_only=True):
    """Which tolerances."""


LISTING = Listing(
    "tolerances",
    "t.id, t.shop_id, t.partner, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, t.over_ppm",
    "tolerance t LEFT JOIN product p ON p.id = t.product_id",
    (("t.shop_id", "uuid"), ("lower(t.partner)", "text"), ("t.id", "uuid")),
    {"shop": "t.shop_id = %(shop)s", "tolerance": "t.id = %(tolerance)s"},
    within="shop",
)


async def list_tolerances(call: Call, asked: ToleranceQuery) -> Page[Tolerance]:
    """List what is said, by shop and supplier."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop))
    return Page(items=[_tell(row) for row in rows], next=following)


async def say(call: Call, draft: ToleranceDraft) -> Tolerance:
    """Say it, in place of what was said of the same supplier and article. Orders made before stay as they are."""
    shop = await check_shop(call, draft.shop)
    if shop is None:
        raise Denied(400, "A tolerance is of a shop")
    product = None
    if draft.sku:
        row = await (await call.conn.execute("SELECT id::text FROM product WHERE sku = %s", (draft.sku,))).fetchone()
        if row is None:
            raise Denied(400, f"There is no product {draft.sku}")
        product = row[0]
    supplier = draft.supplier.strip()
    ident = await tolerances.say_tolerance(call.conn, shop, supplier, product, rate_ppm(draft.tolerance))
    told = _tell(await find_seen(call, LISTING, tolerance=ident))
    await _note(call, "tolerance.said", told)
    return told


async def forget(call: Call, _asked: None) -> Gone:
    """Say it no more."""
    row = await find_seen(call, LISTING, tolerance=call.id_of("id"))
    await tolerances.forget_tolerance(call.conn, str(row["id"]))
    await _note(call, "tolerance.forgotten", _tell(row))
    return Gone(id=row["id"])


async def _note(call: Call, action: str, told: Tolerance) -> None:
    detail = {"sku": told.sku, "tolerance": told.tolerance}
    await audit.note(call.conn, call.caller, action, told.supplier, detail, at=call.now)


def _tell(row: Row) -> Tolerance:
    return Tolerance(
        **{name: row[name] for name in ("id", "sku", "name")},
        shop=row["shop_id"],
        supplier=row["partner"],
        tolerance=rate_text(row["over_ppm"]),
    )


_READ, _WRITE = "orders:read", "orders:write"
ENDPOINTS = (
    Endpoint("GET", "/tolerances", list_tolerances, Page[Tolerance], MANAGERS, _READ, ToleranceQuery),
    Endpoint("PUT", "/tolerances", say, Tolerance, MANAGERS, _WRITE, ToleranceDraft),
    Endpoint("DELETE", "/tolerances/{id:str}", forget, Gone, MANAGERS, _WRITE),
)
