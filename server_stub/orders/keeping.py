"""Orders: made with their lines, ended, and read as terminals are told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods.reserving import reserve_orders
from server_stub.ids import new_id
from server_stub.orders.bundles import Wanted as Wanted
from server_stub.orders.bundles import take_apart
from server_stub.orders.releasing import release_order
from sync.wire.orders import Order, OrderLine

_MAKE = """
INSERT INTO work_order (id, shop_id, kind, number, partner, priority, due, source_place_id, target_place_id, note,
    over_ppm, origin, not_by, at_once, carrier, cut_off, assigned_to, blind, opened_at, held)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
    %s AND coalesce((SELECT (stock_terms ->> 'waves')::boolean FROM shop WHERE id = %s), false))
ON CONFLICT (shop_id, kind, number) DO NOTHING
"""
_ADD_LINE = """
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, place_id, lot, bundle_id, bundle_n,
    bundle_milli, over_ppm, came_order, came_n)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_END = "UPDATE work_order SET ended_at = %s, cancelled = %s WHERE id = %s AND shop_id = %s AND ended_at IS NULL"
_OPEN = """
SELECT id::text, CASE WHEN blind THEN 'blind_receipt' ELSE kind END AS kind, number, opened_at, partner, priority,
    coalesce(due::text, '') AS due,
    coalesce(source_place_id::text, '') AS source_place_id, coalesce(target_place_id::text, '') AS target_place_id,
    note, CASE WHEN blind THEN 0 ELSE over_ppm END AS over_ppm, taken_by, taken_on, taken_at, not_by, packs, at_once,
    carrier, cut_off, assigned_to, kind = 'refill' AND origin <> '' AS missed, sticker,
    coalesce((SELECT s.number FROM supply s WHERE s.id = supply_id), '') AS supply
FROM work_order WHERE ended_at IS NULL AND NOT held AND
"""
_THESE = _OPEN + "id = ANY(%s::uuid[])"
_OF_SHOP = _OPEN + "shop_id = %s"
_LINES = """
SELECT order_id::text, n, coalesce(product_id::text, ''), CASE WHEN o.blind THEN 0 ELSE quantity_milli END,
    coalesce(place_id::text, ''), lot, done_milli + pending_milli, coalesce(bundle_id::text, ''),
    CASE WHEN o.blind THEN NULL ELSE l.over_ppm END
FROM work_order_line l JOIN work_order o ON o.id = order_id WHERE order_id = ANY(%s::uuid[]) ORDER BY order_id, n
"""
"""How much of its goods a blind order expects leaves the centre in no way."""
_DOCUMENTS = """
SELECT order_id::text, array_agg(document_id::text ORDER BY document_id) FROM order_document
WHERE order_id = ANY(%s::uuid[]) GROUP BY order_id
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """An order to be made; the fields are those of `sync.wire.orders.Order`, `origin` is what asked for it (a sale).

    `assigned_to` is the id of the person it is for. Of a `blind` receipt nobody who takes the goods in is told how
    many are expected.
    """

    kind: str
    number: str
    lines: tuple[Wanted, ...]
    partner: str = ""
    priority: int = 0
    due: date | None = None
    source_place: str | None = None
    target_place: str | None = None
    note: str = ""
    over_ppm: int = 0
    origin: str = ""
    not_by: tuple[str, ...] = ()
    at_once: bool = False
    carrier: str = ""
    cut_off: datetime | None = None
    blind: bool = False
    assigned_to: str = ""
    id: str = field(default_factory=new_id)


async def make_order(conn: Connection, shop: str, draft: Draft, now: datetime, *, reserves: bool = True) -> str:
    """Write an order and give its id; a picking holds what is free of its goods, unless the caller does that later.

    In a shop that picks in waves nobody is told of a picking before its wave is released, unless it is `at_once`.
    Bundles are picked as their parts.

    Raises Denied 409 when the shop has one of this kind and number, 400 for a bundle with a part that nobody knows.
    """
    head = (draft.kind, draft.number, draft.partner, draft.priority, draft.due, draft.source_place, draft.target_place)
    rest = (draft.note, draft.over_ppm, draft.origin, list(draft.not_by), draft.at_once, draft.carrier, draft.cut_off,
            draft.assigned_to)  # fmt: skip
    waits = (draft.kind == "picking" and not draft.at_once, shop)
    added = await conn.execute(_MAKE, (draft.id, shop, *head, *rest, draft.blind, now, *waits))
    if added.rowcount != 1:
        raise Denied(409, f"There is an order {draft.number} already")
    lines = await take_apart(conn, draft.lines) if draft.kind == "picking" else draft.lines
    async with conn.cursor() as writing:
        rows = [
            (draft.id, n, shop, line.product, _wanted_milli(draft, line), line.place, line.lot, line.bundle,
             line.bundle_n, line.bundle_milli, line.over_ppm, line.came_order, line.came_n)
            for n, line in enumerate(lines, 1)
        ]  # fmt: skip
        await writing.executemany(_ADD_LINE, rows)
    if draft.at_once:
        await release_order(conn, shop, draft.id)
    if reserves and draft.kind == "picking":
        await reserve_orders(conn, [draft.id])
    return draft.id


def _wanted_milli(draft: Draft, line: Wanted) -> int:
    """Give what a line wants; of a count it is to be counted once, whoever made it: no order says what is expected."""
    return 1000 if draft.kind == "count" else line.quantity_milli


async def end_order(conn: Connection, shop: str, ident: str, now: datetime, *, cancelled: bool = False) -> bool:
    """End an order, whatever is missing; tells whether it was open."""
    return (await conn.execute(_END, (now, cancelled, ident, shop))).rowcount == 1


async def read_orders(conn: Connection, ids: Sequence[str]) -> dict[str, Order]:
    """Give those of these orders that are open, as terminals are told, by id."""
    return {order.id: order for order in await _read(conn, _THESE, list(ids))}


async def list_orders_of(conn: Connection, shop: str) -> list[Order]:
    """Give the open orders of a shop, as terminals are told."""
    return await _read(conn, _OF_SHOP, shop)


async def _read(conn: Connection, query: str, asked: Any) -> list[Order]:
    cursor = await conn.execute(query, (asked,))
    columns = [column.name for column in cursor.description or ()]
    heads = [dict(zip(columns, row, strict=True)) for row in await cursor.fetchall()]
    ids = [head["id"] for head in heads]
    lines: dict[str, list[OrderLine]] = defaultdict(list)
    for order, *line in await (await conn.execute(_LINES, (ids,))).fetchall():
        lines[order].append(OrderLine(**dict(zip(OrderLine.__struct_fields__, line, strict=True))))
    documents: dict[str, list[str]] = dict(await (await conn.execute(_DOCUMENTS, (ids,))).fetchall())
    return [_tell(head, lines[head["id"]], documents.get(head["id"], [])) for head in heads]


def _tell(head: dict[str, Any], lines: Sequence[OrderLine], documents: Sequence[str]) -> Order:
    times = {
        name: at.isoformat(timespec="milliseconds") if (at := head[name]) else ""
        for name in ("opened_at", "taken_at", "cut_off")
    }
    told = head | times | {"not_by": tuple(head["not_by"])}
    return Order(**told, lines=tuple(lines), documents=tuple(documents))
