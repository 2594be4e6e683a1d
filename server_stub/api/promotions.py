"""Promotions: found, read, made, changed, switched on and off; tills are told by the table itself."""

from typing import Any

from msgspec import Struct

from server_stub.api.asking import OfShop
from server_stub.api.currencies import read_currency
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_own, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.api.promotion_shapes import Kind, Promotion, PromotionDraft, tell_promotion, to_wire
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS, ROLES
from server_stub.ids import new_id
from server_stub.offers import promotions
from server_stub.offers.checking import find_fault


class PromotionQuery(OfShop, frozen=True, kw_only=True):
    """Which promotions; those of a shop are its own and those of all."""

    active: bool | None = None
    kind: Kind | None = None


class PromotionSwitch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether it shall hold."""

    active: bool


LISTING = Listing(
    "promotions",
    "p.promotion_id, p.shop_id, p.name, p.active, p.definition, p.version, p.changed_at",
    "promotion p",
    (("p.promotion_id", "uuid"),),
    {
        "shop": "(p.shop_id = %(shop)s OR p.shop_id IS NULL)",
        "active": "p.active = %(active)s",
        "kind": "p.definition ->> 'kind' = %(kind)s",
        "promotion": "p.promotion_id = %(promotion)s",
    },
)


async def list_promotions(call: Call, asked: PromotionQuery) -> Page[Promotion]:
    """List promotions, the oldest first."""
    currency = await read_currency(call.conn, call.shop(asked.shop), unsure=True)
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), active=asked.active, kind=asked.kind)
    return Page(items=[tell_promotion(row, currency) for row in rows], next=following)


async def read_promotion(call: Call, _asked: None) -> Promotion:
    """Give one promotion."""
    return await _tell_one(call, call.id_of("id"))


async def create_promotion(call: Call, draft: PromotionDraft) -> Promotion:
    """Make a promotion and tell the terminals."""
    return await _save(call, new_id(), draft, "promotion.added")


async def replace_promotion(call: Call, draft: PromotionDraft) -> Promotion:
    """Put a promotion in the place of the one that is there."""
    row = await find_own(call, LISTING, promotion=call.id_of("id"))
    return await _save(call, str(row["promotion_id"]), draft, "promotion.changed")


async def switch_promotion(call: Call, wanted: PromotionSwitch) -> Promotion:
    """Switch a promotion on or off."""
    row = await find_own(call, LISTING, promotion=call.id_of("id"))
    ident = str(row["promotion_id"])
    await promotions.switch_promotion(call.conn, ident, wanted.active, call.now)
    await _note(call, "promotion.switched", ident, {"active": wanted.active})
    return await _tell_one(call, ident)


async def find_promotion(call: Call, ident: str) -> Row:
    """Give a promotion's row. Raises Denied 404 for one that the caller does not see."""
    return await find_seen(call, LISTING, promotion=ident)


async def _tell_one(call: Call, ident: str) -> Promotion:
    return tell_promotion(await find_promotion(call, ident), await read_currency(call.conn, call.shop(), unsure=True))


async def _save(call: Call, ident: str, draft: PromotionDraft, action: str) -> Promotion:
    shop = await check_shop(call, draft.shop)
    made = to_wire(ident, draft, await read_currency(call.conn, shop, unsure=True))
    fault = find_fault(made)
    if fault:
        raise Denied(400, f"This promotion cannot be told: {fault}")
    await promotions.save_promotion(call.conn, shop, made, call.now)
    await _note(call, action, ident, {"name": made.name})
    return await _tell_one(call, ident)


async def _note(call: Call, action: str, ident: str, detail: dict[str, Any]) -> None:
    await audit.note(call.conn, call.caller, action, f"promotion:{ident}", detail, at=call.now)


_READ, _WRITE = "promotions:read", "promotions:write"
ENDPOINTS = (
    Endpoint("GET", "/promotions", list_promotions, Page[Promotion], ROLES, _READ, PromotionQuery),
    Endpoint("POST", "/promotions", create_promotion, Promotion, MANAGERS, _WRITE, PromotionDraft, 201),
    Endpoint("GET", "/promotions/{id:str}", read_promotion, Promotion, ROLES, _READ),
    Endpoint("PUT", "/promotions/{id:str}", replace_promotion, Promotion, MANAGERS, _WRITE, PromotionDraft),
    Endpoint("PATCH", "/promotions/{id:str}", switch_promotion, Promotion, MANAGERS, _WRITE, PromotionSwitch),
)
