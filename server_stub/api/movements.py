"""Movements: every quantity that went from one place to another, sales and voids among them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, LiteralString
from uuid import UUID

from msgspec import Meta, Struct
from psycopg import sql
from psycopg.rows import dict_row

from server_stub.api import movements_of_item
from server_stub.api.amounts import Quantity, quantity_text
from server_stub.api.asking import Between, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import EACH_SHOP, Page, Row, read_cursor, write_cursor
from server_stub.identity.callers import MANAGERS

_MOVERS = MANAGERS | {"warehouse_worker"}


class Movement(Struct, frozen=True, kw_only=True):
    """A quantity of one product that went from one place to another; `reason` is sale, return, void, or what a
    person gave."""

    shop: UUID
    product: UUID
    source: UUID
    target: UUID
    quantity: Quantity
    reason: str
    occurred_at: datetime
    terminal: UUID | None
    seq: int


class MovementQuery(Between, frozen=True, kw_only=True):
    """Which movements."""

    product: UUID | None = None
    place: Annotated[UUID | None, Meta(description="From this place or to it.")] = None
    reason: Word | None = None


_ADJUSTED: LiteralString = """
SELECT a.shop_id, a.occurred_at, a.chain, a.seq, a.n, a.product_id, a.from_place_id, a.to_place_id, a.quantity_milli,
    a.reason
FROM adjustment a WHERE {inner} AND {outer}
"""
_SOLD: LiteralString = """
SELECT s.shop_id, s.occurred_at, s.chain, s.seq, l.n, l.product_id, {source}, {target}, l.quantity_milli, {reason}
FROM (SELECT * FROM sale s WHERE {inner} ORDER BY s.shop_id, s.occurred_at, s.chain, s.seq OFFSET 0) s
CROSS JOIN LATERAL (
    SELECT l.n, l.product_id, abs(l.quantity_milli) AS quantity_milli, c.id AS customer_id,
        l.quantity_milli < 0 AS back, coalesce(l.to_place_id, s.place_id) AS place_id FROM sale_line l, place c
    WHERE l.sale_id = s.sale_id AND l.business_day = s.business_day AND c.shop_id = s.shop_id
        AND c.kind = 'customer' OFFSET 0) l
WHERE {outer}
"""
_VOIDED: LiteralString = """
SELECT s.shop_id, s.voided_at, s.void_chain, s.void_seq, l.n, l.product_id, {source}, {target}, l.quantity_milli,
    'void'
FROM (
    SELECT * FROM sale s WHERE s.void_id IS NOT NULL AND {inner}
    ORDER BY s.shop_id, s.voided_at, s.void_chain, s.void_seq OFFSET 0) s
CROSS JOIN LATERAL (
    SELECT l.n, l.product_id, abs(l.quantity_milli) AS quantity_milli, c.id AS customer_id,
        l.quantity_milli < 0 AS back, coalesce(l.to_place_id, s.place_id) AS place_id FROM sale_line l, place c
    WHERE l.sale_id = s.sale_id AND l.business_day = s.business_day AND c.shop_id = s.shop_id
        AND c.kind = 'customer' OFFSET 0) l
WHERE {outer}
"""
_OUT: LiteralString = "CASE WHEN l.back THEN l.customer_id ELSE l.place_id END"
_IN: LiteralString = "CASE WHEN l.back THEN l.place_id ELSE l.customer_id END"
"""Where a line of a sale comes from and where it goes, which a return turns round."""
_ARMS: tuple[tuple[LiteralString, dict[str, LiteralString]], ...] = (
    (
        _ADJUSTED,
        {"shop": "a.shop_id", "at": "a.occurred_at", "chain": "a.chain", "seq": "a.seq", "n": "a.n",
         "product": "a.product_id", "source": "a.from_place_id", "target": "a.to_place_id", "reason": "a.reason"},
    ),
    (
        _SOLD,
        {"shop": "s.shop_id", "at": "s.occurred_at", "chain": "s.chain", "seq": "s.seq", "n": "l.n",
         "product": "l.product_id", "source": _OUT, "target": _IN,
         "reason": "CASE WHEN l.back THEN 'return' ELSE 'sale' END"},
    ),
    (
        _VOIDED,
        {"shop": "s.shop_id", "at": "s.voided_at", "chain": "s.void_chain", "seq": "s.void_seq", "n": "l.n",
         "product": "l.product_id", "source": _IN, "target": _OUT, "reason": "'void'"},
    ),
)  # fmt: skip
"""Where movements are stored, and the expressions there by meaning.

OFFSET 0 and a cursor in two parts keep PostgreSQL from joining first and sorting all then: it takes the comparison of
a whole key for much rarer than it is.
"""
_ORDER: LiteralString = "{shop}, {at}, {chain}, {seq}, {n}"
_INNER: dict[str, LiteralString] = {
    "shop": "{shop} = %(shop)s",
    "since": "{at} >= %(since)s",
    "before": "{at} < %(before)s",
    "after": "({shop}, {at}, {chain}, {seq}) >= (%(k0)s::uuid, %(k1)s::timestamptz, %(k2)s::int, %(k3)s::bigint)",
}
"""Conditions on the entry that moved something."""
_OUTER: dict[str, LiteralString] = {
    "shop": "{shop} = %(shop)s",
    "product": "{product} = %(product)s",
    "place": "%(place)s IN ({source}, {target})",
    "reason": "{reason} = %(reason)s",
    "after": "NOT ({at} = %(k1)s::timestamptz AND {chain} = %(k2)s::int AND {seq} = %(k3)s::bigint "
    "AND {n} <= %(k4)s::int)",
}
"""Conditions on what was moved; the shop once more, or the order of the rows inside is not known for theirs."""


async def list_movements(call: Call, asked: MovementQuery) -> Page[Movement]:
    """List movements by shop and time."""
    secret = call.context.centre.jwt_secret
    given = {
        "shop": call.shop(asked.shop),
        "since": asked.since,
        "before": asked.before,
        "product": asked.product,
        "place": asked.place,
        "reason": asked.reason,
    }
    after = read_cursor(secret, "movements", asked.cursor) if asked.cursor else []
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        query = compose([*values, *(["after"] if after else [])])
        limits = {"limit": asked.limit + 1} | {f"k{n}": part for n, part in enumerate(after)}
        await cursor.execute(query, values | limits)
        rows = await cursor.fetchall()
    following = None
    if len(rows) > asked.limit:
        rows = rows[: asked.limit]
        last = rows[-1]
        key = [str(last["shop_id"]), last["key_at"], str(last["chain"]), str(last["seq"]), str(last["n"])]
        following = write_cursor(secret, "movements", key)
    return Page(items=[_tell(row) for row in rows], next=following)


def compose(names: Sequence[str]) -> sql.Composed:
    """Put the query together for these conditions: each store gives its next rows by its own index, then they merge."""
    arms = []
    for select, meanings in _ARMS:
        parts = {name: sql.SQL(expression) for name, expression in meanings.items()}
        each_shop = sql.SQL(EACH_SHOP).format(parts["shop"])
        inner, outer = _join([each_shop, *_fill(_INNER, names, parts)]), _join(_fill(_OUTER, names, parts))
        chosen = sql.SQL(select).format(inner=inner, outer=outer, **parts)
        ordered = sql.SQL("({} ORDER BY {} LIMIT %(limit)s)").format(chosen, sql.SQL(_ORDER).format(**parts))
        arms.append(ordered)
    return sql.SQL(
        """SELECT m.*, m.occurred_at::text AS key_at, i.device_uuid
        FROM ({arms}) m LEFT JOIN incarnation i USING (chain)
        ORDER BY shop_id, occurred_at, chain, seq, n LIMIT %(limit)s"""
    ).format(arms=sql.SQL(" UNION ALL ").join(arms))


def _fill(
    known: Mapping[str, LiteralString], names: Sequence[str], parts: Mapping[str, sql.SQL]
) -> list[sql.Composable]:
    return [sql.SQL(known[name]).format(**parts) for name in names if name in known]


def _join(conditions: Sequence[sql.Composable]) -> sql.Composed:
    return sql.SQL(" AND ").join([sql.SQL("true"), *conditions])


def _tell(row: Row) -> Movement:
    return Movement(
        shop=row["shop_id"],
        product=row["product_id"],
        source=row["from_place_id"],
        target=row["to_place_id"],
        quantity=quantity_text(row["quantity_milli"]),
        reason=row["reason"],
        occurred_at=row["occurred_at"],
        terminal=row["device_uuid"],
        seq=row["seq"],
    )


ENDPOINTS = (
    *movements_of_item.ENDPOINTS,
    Endpoint("GET", "/movements", list_movements, Page[Movement], _MOVERS, "movements:read", MovementQuery),
)
