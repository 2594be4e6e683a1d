"""Customers made at tills become customers here, once what they gave has arrived beside the entry, and are changed.

Who has the card, telephone number or e-mail address of another is kept all the same, and a person hears of both: a
case names their ids and nothing else of them. One card is one customer's, the first one's.
"""

import re
from typing import LiteralString

import msgspec
import psycopg

from server_stub.api.people_data import KIND, PersonalData, words_of
from server_stub.database import Connection
from server_stub.journal.change_customers import change_customer
from server_stub.journal.customer_projections import CustomerRows, Given
from server_stub.journal.projections import Unprojectable
from sync.wire.customer_facts import CustomerData

TWICE = "customer.twice"
_MOST_PAIRS = 5

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('customer.registered', 0))"
"""One run with customers at a time, so that two tills' are compared with each other."""
_GIVEN = """
SELECT attachment_id::text, bytes FROM attachment WHERE hash = %s AND kind = %s AND subject_id = %s::uuid
"""
_INSERT = """
INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at, erased_at, card,
    made_by)
SELECT %(id)s, %(shop)s, 1, %(attachment)s, %(words)s::tsvector, %(at)s, now(),
    CASE WHEN %(erased)s THEN now() END, %(card)s, device_uuid
FROM incarnation WHERE chain = %(chain)s
ON CONFLICT (customer_id) DO NOTHING
"""
_TWICE = """
WITH made AS (SELECT given_phone(bytes) AS phone, given_email(bytes) AS email FROM attachment
    WHERE attachment_id = %(attachment)s),
same AS (
    SELECT 'card' AS what, customer_id FROM customer WHERE card = %(card)s AND card <> ''
    UNION ALL SELECT 'phone', c.customer_id FROM made JOIN attachment a ON given_phone(a.bytes) = made.phone
        JOIN customer c ON c.attachment_id = a.attachment_id WHERE made.phone <> ''
    UNION ALL SELECT 'e-mail', c.customer_id FROM made JOIN attachment a ON given_email(a.bytes) = made.email
        JOIN customer c ON c.attachment_id = a.attachment_id WHERE made.email <> '')
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT %(kind)s, c.customer_id || ' ' || %(id)s, 'The same ' || string_agg(DISTINCT s.what, ', '), i.device_uuid, now()
FROM same s JOIN customer c USING (customer_id) JOIN incarnation i ON i.chain = %(chain)s
WHERE c.customer_id <> %(id)s::uuid AND c.erased_at IS NULL
    AND (s.what = 'card' OR c.shop_id = %(shop)s::uuid OR c.everywhere)
GROUP BY c.customer_id, i.device_uuid ORDER BY c.customer_id LIMIT %(most)s
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""
_CARD = re.compile(r"[!-~]{0,48}")
_decode = msgspec.json.Decoder(CustomerData).decode


async def write_customers(conn: Connection, rows: CustomerRows) -> None:
    """Make and change the customers of a run.

    Raises Unprojectable while what one of them gave is not here, or makes no sense.
    """
    if not rows.given:
        return
    await conn.execute(_LOCK)
    for one in rows.given:
        attachment, content = await _read(conn, one)
        if one.is_change:
            data = await change_customer(conn, one, attachment, content)
            await _look_for_twins(conn, one, data, "")
        else:
            given = _open(content) if content is not None else None
            await _insert(conn, one, attachment, given)
            await _look_for_twins(conn, one, attachment if given else None, given.card if given else "")


async def _look_for_twins(conn: Connection, one: Given, attachment: str | None, card: str) -> None:
    """Open cases for those who have the card, or the telephone number or address in this attachment, of another."""
    if attachment is not None:
        values = {"id": one.customer, "attachment": attachment, "card": card, "shop": one.shop}
        await conn.execute(_TWICE, values | {"chain": one.chain, "kind": TWICE, "most": _MOST_PAIRS})


async def _read(conn: Connection, one: Given) -> tuple[str, bytes | None]:
    """Give the attachment and its content, None where it was blanked before it came."""
    try:
        hashed = bytes.fromhex(one.attachment)
    except ValueError as error:
        raise Unprojectable("the attachment's hash is not hexadecimal") from error
    found = await (await conn.execute(_GIVEN, (hashed, KIND, one.customer), binary=True)).fetchone()
    if found is None:
        raise Unprojectable(f"attachment {one.attachment[:12]} has not arrived")
    return found[0], found[1]


def _open(content: bytes) -> CustomerData:
    try:
        given = _decode(content)
    except msgspec.DecodeError as error:
        raise Unprojectable("the attachment is not a customer's") from error
    if b"\\u0000" in content or not _CARD.fullmatch(given.card):
        raise Unprojectable("the attachment holds what no customer has")
    return given


async def _insert(conn: Connection, one: Given, attachment: str, given: CustomerData | None) -> None:
    """Make the customer, without the card where it is another's: the case that follows says so."""
    known = PersonalData(name=given.name, email=given.email, phone=given.phone) if given else None
    values = {
        "id": one.customer,
        "shop": one.shop,
        "attachment": attachment,
        "words": words_of(known) if known else "",
        "at": one.occurred_at,
        "erased": given is None,
        "card": given.card if given else "",
        "chain": one.chain,
    }
    try:
        await _try(conn, _INSERT, values)
    except psycopg.errors.UniqueViolation:
        await _try(conn, _INSERT, values | {"card": ""})


async def _try(conn: Connection, query: LiteralString, values: dict[str, object]) -> None:
    async with conn.transaction():
        await conn.execute(query, values)
