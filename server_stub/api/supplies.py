"""Supplies: pickings that are packed and handed over together; put together, looked at, closed."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.orders.drafting import Number
from server_stub.orders.supplies import Supply as Bundled
from server_stub.orders.supplies import bundle, close_supply, read_supply

State = Literal["open", "closed"]
_SEERS = MANAGERS | {"warehouse_worker"}


class Supply(Struct, frozen=True, kw_only=True):
    """A supply; `packed` of its `orders` are ready to go. Its number is what the square for the gate says."""

    id: UUID
    shop: UUID
    number: str
    state: State
    opened_at: datetime
    closed_at: datetime | None
    orders: int
    packed: int


class SupplyOrder(Struct, frozen=True, kw_only=True):
    """An order of a supply; `sticker` is what its label carries, `parcels` are their numbers with the weight."""

    number: str
    partner: str
    sticker: str
    state: Literal["open", "picked", "packed"]
    parcels: list[str]


class WholeSupply(Struct, frozen=True, kw_only=True):
    """A supply with its orders."""

    id: UUID
    supply: Supply
    orders: list[SupplyOrder]


class SupplyOrderDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An open picking by its number, and what its label shall carry (empty: as it is)."""

    number: Number
    sticker: Annotated[str, Meta(max_length=250)] = ""


class SupplyDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pickings that are put into a supply, which is made if it is new."""

    number: Number
    orders: Annotated[list[SupplyOrderDraft], Meta(min_length=1, max_length=2000)]
    shop: UUID | None = None


class SupplyEnd(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a supply is closed: with `leave_open` what is not packed goes with another one."""

    leave_open: bool = False


class SupplyQuery(OfShop, frozen=True, kw_only=True):
    """Which supplies."""

    state: State | None = None
    number: Word | None = None


LISTING = Listing(
    "supplies",
    "s.id, s.shop_id, s.number, s.opened_at, s.closed_at, o.orders, o.packed",
    """supply s CROSS JOIN LATERAL (SELECT count(*) AS orders, count(*) FILTER (WHERE ended_at IS NOT NULL) AS packed
        FROM work_order WHERE supply_id = s.id AND NOT cancelled) o""",
    (("s.shop_id", "uuid"), ("s.opened_at", "timestamptz"), ("s.id", "uuid")),
    {
        "shop": "s.shop_id = %(shop)s",
        "state": "CASE WHEN s.closed_at IS NULL THEN 'open' ELSE 'closed' END = %(state)s",
        "number": "s.number = %(number)s",
        "supply": "s.id = %(supply)s",
    },
    within="shop",
)


async def list_supplies(call: Call, asked: SupplyQuery) -> Page[Supply]:
    """List supplies by shop, the oldest first."""
    rows, following = await call.page(
        LISTING, asked, shop=call.shop(asked.shop), state=asked.state, number=asked.number
    )
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_one(call: Call, _asked: None) -> WholeSupply:
    """Give one supply with its orders: which are open, picked or packed, and their parcels."""
    row = await find_seen(call, LISTING, supply=call.id_of("id"))
    return await _whole(call, row)


async def put_together(call: Call, draft: SupplyDraft) -> WholeSupply:
    """Put open pickings into a supply; 404 for one that is not open or in another supply, 409 when it is closed."""
    shop = await check_shop(call, draft.shop)
    if shop is None:
        raise Denied(400, "A supply is of a shop")
    stickers = {order.number: order.sticker for order in draft.orders}
    await bundle(call.conn, shop, draft.number, stickers, call.now)
    await audit.note(
        call.conn, call.caller, "supply.bundled", draft.number, {"orders": list(stickers)}, at=call.now
    )  # fmt: skip
    rows, _ = await call.page(LISTING, SupplyQuery(limit=1), shop=shop, number=draft.number)
    return await _whole(call, rows[0])


async def close(call: Call, asked: SupplyEnd) -> WholeSupply:
    """Close a supply; asking again changes nothing. 409 while something is not packed, or when nothing is."""
    row = await find_seen(call, LISTING, supply=call.id_of("id"))
    await close_supply(call.conn, str(row["shop_id"]), row["number"], call.now, leave_open=asked.leave_open)
    if row["closed_at"] is None:
        await audit.note(call.conn, call.caller, "supply.closed", row["number"], {}, at=call.now)
    return await _whole(call, await find_seen(call, LISTING, supply=str(row["id"])))


async def _whole(call: Call, row: Row) -> WholeSupply:
    bundled: Bundled = await read_supply(call.conn, str(row["shop_id"]), row["number"])
    orders = [
        SupplyOrder(
            number=one.number,
            partner=one.partner,
            sticker=one.sticker,
            state=one.state,  # type: ignore[arg-type]
            parcels=list(one.parcels),
        )
        for one in bundled.orders
    ]
    return WholeSupply(id=row["id"], supply=_tell(row), orders=orders)


def _tell(row: Row) -> Supply:
    return Supply(
        **{name: row[name] for name in ("id", "number", "opened_at", "closed_at", "orders", "packed")},
        shop=row["shop_id"],
        state="open" if row["closed_at"] is None else "closed",
    )


_READ, _WRITE, _CONFLICT = "orders:read", "orders:write", frozenset({409})
_CHOSEN = frozenset({404, 409})
ENDPOINTS = (
    Endpoint("GET", "/supplies", list_supplies, Page[Supply], _SEERS, _READ, SupplyQuery),
    Endpoint(
        "POST",
        "/supplies",
        put_together,
        WholeSupply,
        MANAGERS,
        _WRITE,
        SupplyDraft,
        201,
        refuses=_CHOSEN,
    ),
    Endpoint("GET", "/supplies/{id:str}", read_one, WholeSupply, _SEERS, _READ),
    Endpoint("POST", "/supplies/{id:str}/close", close, WholeSupply, MANAGERS, _WRITE, SupplyEnd, refuses=_CONFLICT),
)
