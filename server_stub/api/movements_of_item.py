"""What came and went of one product, the newest first, each with what was there afterwards.

The balance adds up from the first movement, by when goods physically moved, whenever the entry was handed in; so it
ends at what is on hand, and a movement that comes late changes the balances behind it.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Money, Quantity, quantity_text
from server_stub.api.asking import Between, Text
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Page, Row, read_cursor, write_cursor
from server_stub.api.reports_goods_told import amount_text
from server_stub.database import Connection
from server_stub.identity.callers import MANAGERS, Person

_MOVERS = MANAGERS | {"warehouse_worker"}
_NAME = "movements.item"
ITEM_MOVED = """
WITH seen AS (
    SELECT id, code FROM place WHERE CASE WHEN %(place)s::uuid IS NULL
        THEN (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
            AND kind NOT IN ('supplier', 'customer', 'repacking', 'waste', 'lost_and_found')
        ELSE id = %(place)s AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s) END),
moved AS (
    SELECT m.*, CASE WHEN t.id IS NULL THEN -m.quantity_milli ELSE m.quantity_milli END AS signed
    FROM movement m LEFT JOIN seen f ON f.id = m.from_place_id LEFT JOIN seen t ON t.id = m.to_place_id
    WHERE m.product_id = %(product)s AND (f.id IS NULL) <> (t.id IS NULL)
        AND (%(lot)s::text IS NULL OR m.lot = %(lot)s)),
added AS (
    SELECT *, sum(signed) OVER (ORDER BY occurred_at, chain, seq, n)::bigint AS balance_milli FROM moved),
page AS (
    SELECT * FROM added WHERE (%(since)s::timestamptz IS NULL OR occurred_at >= %(since)s)
        AND (%(before)s::timestamptz IS NULL OR occurred_at < %(before)s)
        AND (%(k0)s::timestamptz IS NULL
            OR (occurred_at, chain, seq, n) < (%(k0)s::timestamptz, %(k1)s::int, %(k2)s::bigint, %(k3)s::int))
    ORDER BY occurred_at DESC, chain DESC, seq DESC, n DESC LIMIT %(limit)s)
SELECT a.*, a.occurred_at::text AS key_at, i.device_uuid, d.document_id, coalesce(d.reference, '') AS reference,
    coalesce(f.code, '') AS from_code, coalesce(t.code, '') AS to_code, a.signed AS change_milli, h.currency,
    (SELECT sum(value_e7)::bigint FROM landed_part c WHERE (c.chain, c.seq, c.n) = (a.chain, a.seq, a.n)) AS landed_e7
FROM page a JOIN shop h ON h.id = a.shop_id LEFT JOIN incarnation i USING (chain)
LEFT JOIN place f ON f.id = a.from_place_id LEFT JOIN place t ON t.id = a.to_place_id
LEFT JOIN goods_document d ON d.chain = a.chain AND d.seq = a.seq
ORDER BY a.occurred_at DESC, a.chain DESC, a.seq DESC, a.n DESC
"""
"""Within the places that are asked for nothing comes or goes, so such movements are left out."""


class ItemMovement(Struct, frozen=True, kw_only=True):
    """A movement of one product: by how much what was there changed, and what was there afterwards.

    `landed` is the freight, duty and the like that what came carries; null for what carries none, and to whoever may
    not know costs.
    """

    occurred_at: datetime
    source: str
    target: str
    lot: str
    change: Quantity
    balance: Quantity
    reason: str
    reference: str
    document: UUID | None
    terminal: UUID | None
    seq: int
    landed: Money | None


class ItemQuery(Between, frozen=True, kw_only=True):
    """Of which product, and where: in all places of the shop together, or at one."""

    product: UUID
    place: Annotated[UUID | None, Meta(description="What came to this place and went from it.")] = None
    lot: Annotated[Text | None, Meta(description="Only of this lot or serial number.")] = None


async def read_item_movements(conn: Connection, **asked: Any) -> list[Row]:
    """Give rows of `ITEM_MOVED`: product, shop, place, lot, since, before (None for any) and limit."""
    empty = dict.fromkeys(("shop", "place", "lot", "since", "before", "k0", "k1", "k2", "k3"))
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(ITEM_MOVED, empty | asked)
        return await cursor.fetchall()


def tell_item_movement(row: Row, *, knows_cost: bool = True) -> ItemMovement:
    """Give a row as it is told."""
    landed_e7 = row["landed_e7"] if knows_cost else None
    return ItemMovement(
        occurred_at=row["occurred_at"],
        source=row["from_code"],
        target=row["to_code"],
        lot=row["lot"],
        change=quantity_text(row["change_milli"]),
        balance=quantity_text(row["balance_milli"]),
        reason=row["reason"],
        reference=row["reference"],
        document=row["document_id"],
        terminal=row["device_uuid"],
        seq=row["seq"],
        landed=None if landed_e7 is None else amount_text(landed_e7, row["currency"]),
    )


async def list_item_movements(call: Call, asked: ItemQuery) -> Page[ItemMovement]:
    """List what came and went of a product, the newest first, with the balance."""
    secret = call.context.centre.jwt_secret
    after = read_cursor(secret, _NAME, asked.cursor) if asked.cursor else []
    rows = await read_item_movements(
        call.conn,
        shop=call.shop(asked.shop),
        product=asked.product,
        place=asked.place,
        lot=asked.lot,
        since=asked.since,
        before=asked.before,
        limit=asked.limit + 1,
        **{f"k{n}": part for n, part in enumerate(after)},
    )
    following = None
    if len(rows) > asked.limit:
        rows = rows[: asked.limit]
        key = [str(rows[-1][name]) for name in ("key_at", "chain", "seq", "n")]
        following = write_cursor(secret, _NAME, key)
    knows_cost = not isinstance(call.caller, Person) or call.caller.role in MANAGERS
    return Page(items=[tell_item_movement(row, knows_cost=knows_cost) for row in rows], next=following)


ENDPOINTS = (
    Endpoint(
        "GET",
        "/movements/of-product",
        list_item_movements,
        Page[ItemMovement],
        _MOVERS,
        "movements:read",
        ItemQuery,
    ),
)
