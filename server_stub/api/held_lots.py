"""Lots that are held wherever they lie: head office says so with a reason, and lets them go."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.goods import held_lots
from server_stub.identity.callers import MANAGERS, Person

Said = Annotated[str, Meta(min_length=1, max_length=250, pattern=r"^[^\x00-\x1f]*\S[^\x00-\x1f]*$")]


class HeldLot(Struct, frozen=True, kw_only=True):
    """A lot, or the piece of a serial number, that nobody picks or sells in a shop from `held_at` to `let_go_at`."""

    id: UUID
    shop: UUID
    sku: str
    name: str
    lot: str
    reason: str
    held_by: str
    held_at: datetime
    let_go_by: str
    let_go_at: datetime | None


class HeldLotDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which lot, and why."""

    sku: Annotated[str, Meta(min_length=1, max_length=64)]
    lot: Said
    reason: Said
    shop: UUID | None = None


class HeldLotQuery(OfShop, frozen=True, kw_only=True):
    """Which lots: those that are held, or `past` ones."""

    past: bool = False


LISTING = Listing(
    "held-lots",
    """k.id, k.shop_id, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, k.lot, k.reason, k.held_by, k.held_at,
    k.let_go_by, k.let_go_at""",
    "lot_hold k LEFT JOIN product p ON p.id = k.product_id",
    (("k.shop_id", "uuid"), ("k.held_at", "timestamptz"), ("k.id", "uuid")),
    {"shop": "k.shop_id = %(shop)s", "hold": "k.id = %(hold)s", "past": "(k.let_go_at IS NOT NULL) = %(past)s"},
    within="shop",
)


async def list_held(call: Call, asked: HeldLotQuery) -> Page[HeldLot]:
    """List what is held, by shop, the oldest first."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), past=asked.past)
    return Page(items=[_tell(row) for row in rows], next=following)


async def hold(call: Call, draft: HeldLotDraft) -> HeldLot:
    """Hold a lot; orders let go of it within a minute, the tills hear of it at once. 409 where it is held already."""
    shop = await check_shop(call, draft.shop)
    if shop is None:
        raise Denied(400, "A lot is held in a shop")
    row = await (await call.conn.execute("SELECT id::text FROM product WHERE sku = %s", (draft.sku,))).fetchone()
    if row is None:
        raise Denied(400, f"There is no product {draft.sku}")
    lot, reason = draft.lot.strip(), draft.reason.strip()
    ident = await held_lots.hold_lot(call.conn, shop, row[0], lot, reason, _who(call), call.now)
    return await _noted(call, "lot.held", ident)


async def let_go(call: Call, _asked: None) -> HeldLot:
    """Hold it no more. 409 where it was let go already."""
    row = await find_seen(call, LISTING, hold=call.id_of("id"))
    await held_lots.let_go(call.conn, str(row["id"]), _who(call), call.now)
    return await _noted(call, "lot.let_go", str(row["id"]))


async def _noted(call: Call, action: str, ident: str) -> HeldLot:
    told = _tell(await find_seen(call, LISTING, hold=ident))
    detail = {"sku": told.sku, "lot": told.lot, "reason": told.reason}
    await audit.note(call.conn, call.caller, action, f"lot:{ident}", detail, at=call.now)
    return told


def _who(call: Call) -> str:
    return call.caller.name if isinstance(call.caller, Person) else audit.name_caller(call.caller)


def _tell(row: Row) -> HeldLot:
    same = ("id", "sku", "name", "lot", "reason", "held_by", "held_at", "let_go_by", "let_go_at")
    return HeldLot(shop=row["shop_id"], **{name: row[name] for name in same})


_READ, _WRITE, _CONFLICT = "stock:read", "stock:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/held-lots", list_held, Page[HeldLot], MANAGERS, _READ, HeldLotQuery),
    Endpoint("POST", "/held-lots", hold, HeldLot, MANAGERS, _WRITE, HeldLotDraft, 201, refuses=_CONFLICT),
    Endpoint("POST", "/held-lots/{id:str}/let-go", let_go, HeldLot, MANAGERS, _WRITE, refuses=_CONFLICT),
)
