"""Deliveries that came without an order: which may belong to one, and which do by a person's word."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct
from psycopg.rows import dict_row

from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.orders import LISTING
from server_stub.api.owning import find_seen
from server_stub.audit import log as audit
from server_stub.identity.callers import MANAGERS
from server_stub.orders import matching


class Delivery(Struct, frozen=True, kw_only=True):
    """Goods received without an order; `goods` are articles and quantities in words, `reference` the note's number."""

    document: UUID
    reference: str
    occurred_at: datetime
    received_by: str
    matched: bool
    goods: str


class Deliveries(Struct, frozen=True, kw_only=True):
    """Those that belong to an order by a person's word, and then those that may."""

    items: list[Delivery]


class Match(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A delivery that belongs to the order."""

    document: UUID


async def list_deliveries(call: Call, _asked: None) -> Deliveries:
    """List deliveries without an order that brought goods of this one within half a year, and those matched to it."""
    row = await find_seen(call, LISTING, order=call.id_of("id"))
    values = {"shop": row["shop_id"], "order": row["id"], "now": call.now, "days": matching.DAYS}
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(matching.LISTING, values)
        return Deliveries(items=[Delivery(**one) for one in await cursor.fetchall()])


async def match(call: Call, asked: Match) -> Deliveries:
    """Count a delivery for the order; what is still missing stays expected. 409 when it cannot belong to it."""
    order, document = await _find(call), str(asked.document)
    await matching.match_delivery(call.conn, order, document, call.now)
    return await _noted(call, "order.matched", order, document)


async def unmatch(call: Call, _asked: None) -> Deliveries:
    """Count it for the order no more; 409 when nobody said that it belongs to it."""
    order, document = await _find(call), call.id_of("document")
    await matching.unmatch_delivery(call.conn, order, document, call.now)
    return await _noted(call, "order.unmatched", order, document)


async def _find(call: Call) -> str:
    return str((await find_seen(call, LISTING, order=call.id_of("id")))["id"])


async def _noted(call: Call, action: str, order: str, document: str) -> Deliveries:
    await audit.note(call.conn, call.caller, action, f"order:{order}", {"document": document}, at=call.now)
    return await list_deliveries(call, None)


_PATH, _CONFLICT = "/orders/{id:str}/deliveries", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", _PATH, list_deliveries, Deliveries, MANAGERS, "orders:read"),
    Endpoint("POST", _PATH, match, Deliveries, MANAGERS, "orders:write", Match, refuses=_CONFLICT),
    Endpoint("DELETE", _PATH + "/{document:str}", unmatch, Deliveries, MANAGERS, "orders:write", refuses=_CONFLICT),
)
