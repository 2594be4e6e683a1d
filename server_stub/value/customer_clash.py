"""Customers that were changed in two places: what the centre keeps and what tills wanted, field by field, and who wins.

A change waits in its attachment while its case is open; the table names its fields about which nobody has decided.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import LiteralString, NamedTuple
from uuid import UUID

import msgspec
from psycopg.rows import class_row

from server_stub.database import Connection
from sync.wire.customer_facts import CustomerEdit

CLASH = "customer.clash"
OURS = "ours"
"""The choice for what the centre keeps; any other is the id of a till's change."""
_OPEN: LiteralString = """
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT %(kind)s, %(customer)s, %(detail)s, device_uuid, now() FROM incarnation WHERE chain = %(chain)s
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO UPDATE SET detail = cases.detail || '; ' || excluded.detail
RETURNING id
"""
_WAIT: LiteralString = """
INSERT INTO customer_clash (case_id, attachment_id, customer_id, device_uuid, fields)
SELECT %(case)s, %(attachment)s, %(customer)s, device_uuid, %(fields)s FROM incarnation WHERE chain = %(chain)s
"""
_WANTED: LiteralString = """
SELECT k.attachment_id AS id, k.device_uuid AS terminal, coalesce(nullif(d.name, ''), d.device_id, '') AS till,
    a.created_at AS at, k.fields, a.bytes AS content
FROM customer_clash k JOIN attachment a USING (attachment_id) LEFT JOIN registered_devices d USING (device_uuid)
WHERE k.case_id = %s AND a.bytes IS NOT NULL ORDER BY a.created_at, a.attachment_id
"""
_DECIDED: LiteralString = """
UPDATE customer_clash SET fields = ARRAY(SELECT unnest(fields) EXCEPT SELECT unnest(%(fields)s::text[]))
WHERE case_id = %(case)s
"""
_LEFT: LiteralString = """
SELECT string_agg(DISTINCT field, ', ' ORDER BY field) FROM customer_clash, unnest(fields) AS field WHERE case_id = %s
"""
_decode = msgspec.json.Decoder(CustomerEdit).decode


class _Waiting(NamedTuple):
    id: UUID
    terminal: UUID
    till: str
    at: datetime
    fields: list[str]
    content: bytes


class Wish(NamedTuple):
    """What a till wanted in a field; `before` is what it took for the present value, `id` names its change."""

    id: UUID
    terminal: UUID
    till: str
    at: datetime
    before: str
    value: str
    consent_at: str


async def open_clash(conn: Connection, chain: int, customer: str, attachment: str, fields: Sequence[str]) -> None:
    """Open a case, or add to the one that is open, for fields of a change that do not fit; the change is kept."""
    values = {"kind": CLASH, "customer": customer, "detail": ", ".join(fields), "chain": chain}
    [case] = await (await conn.execute(_OPEN, values)).fetchone() or (0,)
    await conn.execute(_WAIT, values | {"case": case, "attachment": attachment, "fields": list(fields)})


async def read_wishes(conn: Connection, case: int) -> dict[str, list[Wish]]:
    """Give what tills wanted, by field, the earliest first; empty for what is decided, erased, or no such case."""
    async with conn.cursor(row_factory=class_row(_Waiting)) as cursor:
        await cursor.execute(_WANTED, (case,))
        waiting = await cursor.fetchall()
    found: dict[str, list[Wish]] = {}
    for one in waiting:
        edit = _decode(one.content)
        for field in one.fields:
            if field in edit.edits:
                before, value = edit.edits[field]
                wish = Wish(one.id, one.terminal, one.till, one.at, before, value, edit.consent_at)
                found.setdefault(field, []).append(wish)
    return found


async def settle(conn: Connection, case: int, fields: Sequence[str]) -> str:
    """Strike fields off, whoever won; gives those that are left, as the case tells them: none, and it is decided."""
    await conn.execute(_DECIDED, {"case": case, "fields": list(fields)})
    [left] = await (await conn.execute(_LEFT, (case,))).fetchone() or ("",)
    if left:
        await conn.execute("UPDATE cases SET detail = %s WHERE id = %s", (left, case))
    return left or ""


def choose(wishes: Mapping[str, Sequence[Wish]], choices: Mapping[str, str]) -> dict[str, Wish]:
    """Give the wishes that win, by field; raises KeyError for a field or a change about which nothing is to decide."""
    by_id = {field: {str(wish.id): wish for wish in wishes[field]} for field in choices}
    return {field: by_id[field][choice] for field, choice in choices.items() if choice != OURS}
