"""Orders of the warehouse: made, looked at, ended or cancelled; how far they are follows from documents."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Quantity, quantity_text, rate_text
from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.order_parcels import OrderParcel, list_parcels
from server_stub.api.owning import check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.orders import assigning
from server_stub.orders.bundles import READ_BUNDLES
from server_stub.orders.drafting import OrderDraft, to_draft
from server_stub.orders.going_back import WENT_BACK
from server_stub.orders.keeping import end_order, make_order
from server_stub.orders.refilling import refill_faces
from server_stub.orders.releasing import release_order

Kind = Literal["receipt", "picking", "sending", "arrival", "supplier_return", "count", "refill"]
State = Literal["open", "ended", "cancelled"]
_SEERS = MANAGERS | {"warehouse_worker"}


class Order(Struct, frozen=True, kw_only=True):
    """An order; `wanted` and `done` are over all its lines, `tolerance` is in per cent.

    A picking waits for the refills of the pick faces that it needs, unless it is wanted `at_once`. While it is `held`
    nobody is told of it: its wave is not released. Of a `blind` receipt no till is told how much is expected; what is
    short or over is worked out when it has ended.
    """

    id: UUID
    shop: UUID
    kind: Kind
    number: str
    state: State
    partner: str
    priority: int
    due: date | None
    source: UUID | None
    target: UUID | None
    note: str
    tolerance: str
    at_once: bool
    carrier: str
    cut_off: datetime | None
    wave: str
    held: bool
    blind: bool
    opened_at: datetime
    ended_at: datetime | None
    assigned_to: str
    """The id of the person that it is for; empty: whoever takes it."""
    taken_by: str
    taken_on: str
    taken_at: datetime | None
    lines: int
    wanted: Quantity
    done: Quantity
    deviations: int


class OrderLine(Struct, frozen=True, kw_only=True):
    """What is wanted of an article, and what was done; `product` null: everything that lies at the place."""

    n: int
    product: UUID | None
    sku: str
    name: str
    quantity: Quantity
    done: Quantity
    place: UUID | None
    lot: str
    bundle: int | None
    """The number of its bundle, for a part of one."""
    tolerance: str | None
    """How many per cent more are taken without a reason; null: as many as the order says."""
    receipt: str
    """Goods that go back: the number of the order with which they came, where it is known, and its line."""
    receipt_line: int | None
    returned: Quantity
    """Goods that were received: how much of them went back to the supplier, or shall go."""


class OrderBundle(Struct, frozen=True, kw_only=True):
    """A bundle that was ordered and is picked as its parts; as many are `done` as all parts are there for."""

    n: int
    product: UUID
    sku: str
    name: str
    quantity: Quantity
    done: Quantity


class OrderDeviation(Struct, frozen=True, kw_only=True):
    """What was not as ordered, and the document that says so."""

    document: UUID
    product: UUID
    sku: str
    name: str
    quantity: Quantity
    kind: str
    reason: str
    place: UUID | None
    lot: str
    instead_of: UUID | None
    photos: list[str]
    """SHA-256 of each, hexadecimal."""


class WholeOrder(Struct, frozen=True, kw_only=True):
    """An order with all that is known of it."""

    id: UUID
    order: Order
    lines: list[OrderLine]
    bundles: list[OrderBundle]
    deviations: list[OrderDeviation]
    documents: list[UUID]
    parcels: list[OrderParcel]


class Assignment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who does an order: a person of its shop; null: whoever takes it."""

    person: UUID | None


class OrderQuery(OfShop, frozen=True, kw_only=True):
    """Which orders."""

    kind: Kind | None = None
    state: State | None = None
    number: Word | None = None


LISTING = Listing(
    "orders",
    """o.id, o.shop_id, o.kind, o.number, o.partner, o.priority, o.due, o.source_place_id, o.target_place_id, o.note,
    o.over_ppm, o.at_once, o.blind, o.opened_at, o.ended_at, o.cancelled, o.taken_by, o.taken_on, o.taken_at,
    o.assigned_to, l.lines, l.wanted, l.done, o.carrier, o.cut_off, o.held,
    coalesce((SELECT w.number FROM wave w WHERE w.id = o.wave_id), '') AS wave,
    (SELECT count(*) FROM told_deviation d WHERE d.order_id = o.id) AS deviations""",
    """work_order o CROSS JOIN LATERAL (SELECT count(*) AS lines, coalesce(sum(quantity_milli), 0)::bigint AS wanted,
        coalesce(sum(done_milli), 0)::bigint AS done FROM work_order_line WHERE order_id = o.id) l""",
    (("o.shop_id", "uuid"), ("o.opened_at", "timestamptz"), ("o.id", "uuid")),
    {
        "shop": "o.shop_id = %(shop)s",
        "kind": "o.kind = %(kind)s",
        "state": "CASE WHEN o.ended_at IS NULL THEN 'open' WHEN o.cancelled THEN 'cancelled' ELSE 'ended' END"
        " = %(state)s",
        "number": "o.number = %(number)s",
        "order": "o.id = %(order)s",
    },
    within="shop",
)
_LINES = f"""
SELECT l.n, l.product_id, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, l.quantity_milli, l.done_milli,
    l.place_id, l.lot, l.bundle_n, l.over_ppm, l.came_n, coalesce(c.number, '') AS came_with, {WENT_BACK} AS back_milli
FROM work_order_line l LEFT JOIN product p ON p.id = l.product_id LEFT JOIN work_order c ON c.id = l.came_order
WHERE l.order_id = %s ORDER BY l.n
"""  # noqa: S608 - only our own text
_DEVIATIONS = """
SELECT d.document_id, d.product_id, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, d.quantity_milli, d.kind,
    d.reason, d.place_id, d.lot, d.instead_of,
    ARRAY(SELECT hash FROM deviation_photo f WHERE (f.document_id, f.n) = (d.document_id, d.n) ORDER BY k) AS photos
FROM told_deviation d LEFT JOIN product p ON p.id = d.product_id WHERE d.order_id = %s ORDER BY d.document_id, d.n
"""
_DOCUMENTS = "SELECT document_id FROM order_document WHERE order_id = %s ORDER BY document_id"


async def list_orders(call: Call, asked: OrderQuery) -> Page[Order]:
    """List orders by shop, the oldest first."""
    chosen = {"kind": asked.kind, "state": asked.state, "number": asked.number}
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), **chosen)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_order(call: Call, _asked: None) -> WholeOrder:
    """Give one order with its lines, documents, and what was not as ordered."""
    row = await find_seen(call, LISTING, order=call.id_of("id"))
    order = row["id"]
    return WholeOrder(
        id=order,
        order=_tell(row),
        lines=[_tell_line(one) for one in await _read(call, _LINES, order)],
        bundles=[_tell_bundle(one) for one in await _read(call, READ_BUNDLES, order)],
        deviations=[_tell_deviation(one) for one in await _read(call, _DEVIATIONS, order)],
        documents=[one["document_id"] for one in await _read(call, _DOCUMENTS, order)],
        parcels=await list_parcels(call.conn, order),
    )


async def create_order(call: Call, draft: OrderDraft) -> WholeOrder:
    """Make an order and tell the tills; 409 when the shop has one of this kind and number."""
    shop = await check_shop(call, draft.shop)
    if shop is None:
        raise Denied(400, "An order is for a shop")
    made = await make_order(call.conn, shop, await to_draft(call.conn, shop, draft), call.now)
    await refill_faces(call.conn, shop, call.now)
    return await _noted(call, "order.added", made)


async def complete_order(call: Call, _asked: None) -> WholeOrder:
    """End an open order, whatever is missing; nothing more is expected. 409 when it is not open."""
    return await _end(call, "order.ended", cancelled=False)


async def cancel_order(call: Call, _asked: None) -> WholeOrder:
    """Cancel an open order: it is not wanted any more. 409 when it is not open."""
    return await _end(call, "order.cancelled", cancelled=True)


async def release_now(call: Call, _asked: None) -> WholeOrder:
    """Have a picking done before all others, without waiting for its wave or a refill; 409 for what is no open one."""
    row = await find_seen(call, LISTING, order=call.id_of("id"))
    if not await release_order(call.conn, str(row["shop_id"]), str(row["id"])):
        raise Denied(409, "This is no open picking")
    await refill_faces(call.conn, str(row["shop_id"]), call.now)
    return await _noted(call, "order.released", str(row["id"]))


async def assign_order(call: Call, asked: Assignment) -> WholeOrder:
    """Give an open order to one person of the shop, or to whoever takes it; the tills hear of it. 409 when it ended."""
    row = await find_seen(call, LISTING, order=call.id_of("id"))
    await assigning.assign_order(call.conn, str(row["shop_id"]), str(row["id"]), asked.person)
    return await _noted(call, "order.assigned", str(row["id"]))


async def _end(call: Call, action: str, *, cancelled: bool) -> WholeOrder:
    row = await find_seen(call, LISTING, order=call.id_of("id"))
    if not await end_order(call.conn, str(row["shop_id"]), str(row["id"]), call.now, cancelled=cancelled):
        raise Denied(409, "This order is not open any more")
    return await _noted(call, action, str(row["id"]))


async def _noted(call: Call, action: str, order: str) -> WholeOrder:
    call.ids["id"] = order
    told = await read_order(call, None)
    about = {"kind": told.order.kind, "number": told.order.number}
    await audit.note(call.conn, call.caller, action, f"order:{order}", about, at=call.now)
    return told


async def _read(call: Call, query: str, order: UUID) -> list[Row]:
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query.encode(), (order,))
        return await cursor.fetchall()


_PICKED_BY = ("at_once", "carrier", "cut_off", "wave", "held", "assigned_to")


def _tell(row: Row) -> Order:
    same = ("id", "kind", "number", "partner", "priority", "due", "note", "opened_at", "ended_at", "taken_by")
    return Order(
        **{name: row[name] for name in (*same, *_PICKED_BY, "blind", "taken_on", "taken_at", "lines", "deviations")},
        shop=row["shop_id"],
        state="open" if row["ended_at"] is None else "cancelled" if row["cancelled"] else "ended",
        source=row["source_place_id"],
        target=row["target_place_id"],
        tolerance=rate_text(row["over_ppm"]),
        wanted=quantity_text(row["wanted"]),
        done=quantity_text(row["done"]),
    )


def _tell_line(row: Row) -> OrderLine:
    return OrderLine(
        n=row["n"],
        product=row["product_id"],
        sku=row["sku"],
        name=row["name"],
        quantity=quantity_text(row["quantity_milli"]),
        done=quantity_text(row["done_milli"]),
        place=row["place_id"],
        lot=row["lot"],
        bundle=row["bundle_n"],
        tolerance=None if row["over_ppm"] is None else rate_text(row["over_ppm"]),
        receipt=row["came_with"],
        receipt_line=row["came_n"],
        returned=quantity_text(row["back_milli"]),
    )


def _tell_bundle(row: Row) -> OrderBundle:
    quantity, done = quantity_text(row["quantity_milli"]), quantity_text(row["done_milli"])
    return OrderBundle(**{name: row[name] for name in ("n", "product", "sku", "name")}, quantity=quantity, done=done)


def _tell_deviation(row: Row) -> OrderDeviation:
    return OrderDeviation(
        **{name: row[name] for name in ("sku", "name", "kind", "reason", "lot", "instead_of", "photos")},
        document=row["document_id"],
        product=row["product_id"],
        quantity=quantity_text(row["quantity_milli"]),
        place=row["place_id"],
    )


_READ, _WRITE, _CONFLICT = "orders:read", "orders:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/orders", list_orders, Page[Order], _SEERS, _READ, OrderQuery),
    Endpoint("POST", "/orders", create_order, WholeOrder, MANAGERS, _WRITE, OrderDraft, 201, refuses=_CONFLICT),
    Endpoint("GET", "/orders/{id:str}", read_order, WholeOrder, _SEERS, _READ),
    Endpoint("POST", "/orders/{id:str}/release", release_now, WholeOrder, MANAGERS, _WRITE, refuses=_CONFLICT),
    Endpoint(
        "PUT", "/orders/{id:str}/person", assign_order, WholeOrder, MANAGERS, _WRITE, Assignment, refuses=_CONFLICT
    ),
    Endpoint("POST", "/orders/{id:str}/end", complete_order, WholeOrder, MANAGERS, _WRITE, refuses=_CONFLICT),
    Endpoint("POST", "/orders/{id:str}/cancel", cancel_order, WholeOrder, MANAGERS, _WRITE, refuses=_CONFLICT),
)
