"""What tills changed of customers: each field where the centre still holds the old value, else a case for a person.

The case names the fields and nothing of what is in them; old and new stay in the attachment until somebody has decided,
and are told by the customer's export.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

import msgspec
from psycopg.rows import namedtuple_row

from server_stub.api import people_data
from server_stub.api.people_data import PersonalData
from server_stub.database import Connection
from server_stub.journal.customer_projections import Given
from server_stub.journal.projections import Unprojectable
from server_stub.value.customer_clash import open_clash
from sync.wire.customer_facts import EDITABLE, CustomerEdit

_MOST_LETTERS = 250

_PRESENT = """
SELECT c.shop_id::text AS shop, c.erased_at IS NOT NULL AS erased, c.card, c.everywhere,
    coalesce(c.price_list_id::text, '') AS price_list_id, a.bytes AS content, a.retain_until
FROM customer c JOIN attachment a USING (attachment_id) WHERE c.customer_id = %s::uuid FOR UPDATE OF c
"""
_PRICE_LIST = """
SELECT 1 FROM price_list WHERE price_list_id::text = %s AND (shop_id IS NULL OR shop_id = %s::uuid)
"""
_CARD_TAKEN = "SELECT 1 FROM customer WHERE card = %s AND customer_id <> %s::uuid"
_TOUCH = """
UPDATE customer SET changed_at = now(),
    changed_by = (SELECT device_uuid FROM incarnation WHERE chain = %(chain)s) WHERE customer_id = %(id)s::uuid
"""
"""Also where nothing changes: the tills are told, and show what is kept instead of what they wanted."""
_CHANGE = """
UPDATE customer SET version = version + 1, attachment_id = %(attachment)s, words = %(words)s::tsvector, card = %(card)s,
    price_list_id = nullif(%(price_list)s, '')::uuid WHERE customer_id = %(id)s::uuid
"""
_CARD = re.compile(r"[!-~]{0,48}")
_BIRTHDAY = re.compile(r"((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?")
_decode = msgspec.json.Decoder(CustomerEdit).decode
_decode_data = msgspec.json.Decoder(PersonalData).decode


class _Present(NamedTuple):
    shop: str
    erased: bool
    card: str
    everywhere: bool
    price_list_id: str
    content: bytes | None
    retain_until: date | None


async def change_customer(conn: Connection, one: Given, attachment: str, content: bytes | None) -> str | None:
    """Apply a change; gives the attachment that the customer has from now on, None where it stays the same one.

    `content` is None where it was blanked before it came; so is that of a customer who was erased. Raises Unprojectable
    for what makes no sense, and for a customer who is not here yet or is another shop's.
    """
    edit = _open(content) if content is not None else None
    present = await _read(conn, one)
    await conn.execute(_TOUCH, {"chain": one.chain, "id": one.customer})
    if present.erased:
        await people_data.blank(conn, one.customer, datetime.now(UTC))
    if present.erased or present.content is None or edit is None:
        return None
    data = _decode_data(present.content)
    before = msgspec.structs.asdict(data) | {"card": present.card, "price_list_id": present.price_list_id}
    fits = {name: before[name] in (old, new) for name, (old, new) in edit.edits.items()}
    wanted = {name: new for name, (_, new) in edit.edits.items() if fits[name]}
    fits |= {name: False for name in wanted if not await _may_be(conn, one, name, wanted[name])}
    clashes = [name for name, held in fits.items() if not held]
    if clashes:
        await open_clash(conn, one.chain, one.customer, attachment, clashes)
    if len(clashes) == len(edit.edits):
        return None
    after = before | {name: new for name, new in wanted.items() if fits[name]}
    return await _save(conn, one, present, after, edit.consent_at)


def _open(content: bytes) -> CustomerEdit:
    try:
        edit = _decode(content)
    except msgspec.DecodeError as error:
        raise Unprojectable("the attachment is no change of a customer") from error
    new = {name: values[1] for name, values in edit.edits.items()}
    strange = (
        new.keys() - {*EDITABLE} or b"\\u0000" in content or max(map(len, new.values()), default=0) > _MOST_LETTERS
    )
    shapes = _CARD.fullmatch(new.get("card", "")) and _BIRTHDAY.fullmatch(new.get("birthday", ""))
    if strange or not shapes or new.get("name") == "":
        raise Unprojectable("the attachment holds what no customer has")
    return edit


async def _read(conn: Connection, one: Given) -> _Present:
    async with conn.cursor(row_factory=namedtuple_row) as cursor:
        await cursor.execute(_PRESENT, (one.customer,))
        row = await cursor.fetchone()
    if row is None:
        raise Unprojectable("there is no such customer")
    present = _Present(*row)
    if present.shop != one.shop and not present.everywhere:
        raise Unprojectable("the customer is another shop's")
    return present


async def _may_be(conn: Connection, one: Given, field: str, new: str) -> bool:
    """Whether the centre can hold a new value: a card is one customer's, and a price list is there."""
    if field == "card" and new:
        return await (await conn.execute(_CARD_TAKEN, (new, one.customer))).fetchone() is None
    if field == "price_list_id" and new:
        return await (await conn.execute(_PRICE_LIST, (new, one.shop))).fetchone() is not None
    return True


async def _save(conn: Connection, one: Given, present: _Present, after: Mapping[str, str], consent_at: str) -> str:
    values = {name: after[name] for name in PersonalData.__struct_fields__}
    data = PersonalData(**values | {"consent_at": consent_at or after["consent_at"]})
    now = datetime.now(UTC)
    attachment = await people_data.attach(conn, present.shop, one.customer, data, present.retain_until, now)
    row = {
        "id": one.customer,
        "attachment": attachment,
        "words": people_data.words_of(data),
        "card": after["card"],
        "price_list": after["price_list_id"],
    }
    await conn.execute(_CHANGE, row)
    return attachment
