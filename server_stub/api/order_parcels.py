"""Parcels that were packed for an order: what each weighs, what it should weigh, and what became of the difference."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from msgspec import Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Quantity, quantity_text
from server_stub.api.paging import Row
from server_stub.database import Connection

Verdict = Literal["right", "unchecked", "accepted", "off"]


class UnknownWeight(Struct, frozen=True, kw_only=True):
    """Goods in a parcel of which nobody knew what they weigh."""

    product: UUID
    sku: str
    name: str


class OrderParcel(Struct, frozen=True, kw_only=True):
    """A parcel and its weights in kilograms; null where nobody weighed it, or an older till told of no check.

    `expected` is of the goods whose weight is known, `unknown` are the others. The `verdict` is right, unchecked (some
    are unknown, and it is no lighter than the known ones), accepted (it does not fit, and `accepted_by` said for this
    `reason` that it is right: packaging, catalogue, counted, scale or own words), or off (it does not fit, and nobody
    is known to have said so).
    """

    document: UUID
    number: str
    packed_at: datetime
    weight: Quantity | None
    expected: Quantity | None
    tolerance: Quantity | None
    verdict: Verdict | None
    accepted_by: str
    reason: str
    unknown: list[UnknownWeight]


_PARCELS = b"""
SELECT g.document_id AS document, g.reference AS number, g.occurred_at AS packed_at,
    nullif(g.weight_milli, 0) AS weight, c.expected_milli AS expected, c.tolerance_milli AS tolerance, c.verdict,
    coalesce(w.name, c.accepted_by, '') AS accepted_by, coalesce(c.reason, '') AS reason, (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'product', u.product, 'sku', coalesce(p.sku, ''), 'name', coalesce(p.name, '')) ORDER BY u.n), '[]')
        FROM unnest(c.unknown) WITH ORDINALITY AS u(product, n) LEFT JOIN product p ON p.id = u.product) AS unknown
FROM work_order o JOIN order_document d ON d.order_id = o.id JOIN goods_document g USING (document_id)
LEFT JOIN weight_check c USING (document_id) LEFT JOIN person w ON w.id::text = c.accepted_by
WHERE o.id = %s AND g.purpose = 'shipped' AND starts_with(g.reference, o.number || '-')
ORDER BY g.occurred_at, g.chain, g.seq
"""
_WEIGHTS = ("weight", "expected", "tolerance")


async def list_parcels(conn: Connection, order: UUID) -> list[OrderParcel]:
    """Give the parcels of an order in the order they were packed."""
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(_PARCELS, (order,))
        return [_tell(row) for row in await cursor.fetchall()]


def _tell(row: Row) -> OrderParcel:
    weights = {name: None if row[name] is None else quantity_text(row[name]) for name in _WEIGHTS}
    return OrderParcel(**row | weights | {"unknown": msgspec.convert(row["unknown"], list[UnknownWeight])})
