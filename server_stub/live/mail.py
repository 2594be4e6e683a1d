"""Messages that must not be lost: kept as rows, announced to every process, given out again until they are confirmed.

A till that was away gets them when it connects. What a person is told is done when one terminal has confirmed it,
what a shop or everybody is told is confirmed by each terminal.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from psycopg.rows import dict_row

from server_stub.database import Connection
from server_stub.ids import new_id
from server_stub.live.hub import Letter
from server_stub.terminals.registration import is_uuid
from sync.wire.live import MESSAGE, LiveMessage

MAIL_CHANNEL = "eckwms_mail"
MAX_NOTICE_BYTES = 7900
"""PostgreSQL takes at most 8000 in a notification; a longer message is announced by its id."""

LIVES = {"till": timedelta(days=7), "person": timedelta(days=7), "shop": timedelta(days=1), "all": timedelta(days=1)}
"""How long a message waits for its receiver."""
MAX_TEXT = 8_000
PAGE = 100
_KEPT_AFTER_EXPIRY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a message is for: `target` is a device_uuid, a person or a shop, empty for all; `shop` where they are."""

    audience: str
    target: str = ""
    shop: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as it was taken."""

    id: str
    audience: str
    target: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """Who may get messages over a line, by ids; `owner` is the device or the person, `person` may be nobody."""

    owner: str
    shop: str
    person: str = ""


_ADDRESSED = """
FROM message m WHERE m.expires_at > %(now)s AND m.target = ANY(ARRAY[%(owner)s, %(person)s, %(shop)s, '']) AND (
    (m.audience = 'till' AND m.target = %(owner)s) OR (m.audience = 'person' AND m.target = %(person)s)
    OR (m.audience = 'shop' AND m.target = %(shop)s)
    OR (m.audience = 'all' AND (%(shop)s <> '' OR %(person)s <> '')))
"""
_READER = "CASE m.audience WHEN 'person' THEN m.target ELSE %(owner)s END"
_WAITING = (
    "SELECT m.id::text, m.kind, m.text, m.author, m.created_at, m.audience, m.target"  # noqa: S608 - constants only
    + _ADDRESSED
    + "AND m.id > %(after)s AND NOT EXISTS (SELECT 1 FROM message_receipt r WHERE r.message_id = m.id AND r.reader = "
    + _READER
    + f") ORDER BY m.id LIMIT {PAGE}"
)
_CONFIRM = (
    "INSERT INTO message_receipt (message_id, reader, shop_id, received_at) SELECT m.id, "
    + _READER
    + ", nullif(%(shop)s, '')::uuid, %(now)s"
    + _ADDRESSED
    + "AND m.id = %(id)s ON CONFLICT DO NOTHING"
)
_LIST = """
SELECT m.id::text, m.kind, m.audience, m.target, m.shop_id::text AS shop, m.text, m.author, m.created_at, m.expires_at,
    (SELECT count(*) FROM message_receipt r WHERE r.message_id = m.id) AS received
FROM message m WHERE (%(shop)s = '' OR m.shop_id = nullif(%(shop)s, '')::uuid)
    AND (%(before)s = '' OR m.id < nullif(%(before)s, '')::uuid) ORDER BY m.id DESC LIMIT %(limit)s
"""
_FIRST = "00000000-0000-0000-0000-000000000000"


async def send(conn: Connection, to: Addressee, text: str, author: str, now: datetime, *, kind: str = MESSAGE) -> Sent:
    """Keep a message and tell every process of the centre, in one transaction."""
    sent = Sent(new_id(), to.audience, to.target, now, now + LIVES[to.audience])
    async with conn.transaction():
        await conn.execute(
            """INSERT INTO message (id, kind, audience, target, shop_id, text, author, created_at, expires_at)
               VALUES (%s, %s, %s, %s, nullif(%s, '')::uuid, %s, %s, %s, %s)""",
            (sent.id, kind, sent.audience, sent.target, to.shop, text, author, now, sent.expires_at),
        )
        wire = encode(sent.id, kind, text, author, now, sent.audience, sent.target)
        await _announce(conn, Letter(sent.id, sent.audience, sent.target, wire))
    return sent


async def _announce(conn: Connection, letter: Letter) -> None:
    whole = json.dumps(asdict(letter), ensure_ascii=False)
    if len(whole.encode()) > MAX_NOTICE_BYTES:
        whole = json.dumps(asdict(letter) | {"wire": ""})
    await conn.execute("SELECT pg_notify(%s, %s)", (MAIL_CHANNEL, whole))


def encode(ident: str, kind: str, text: str, author: str, sent_at: datetime, audience: str, target: str) -> str:
    """Write a message as it goes over a line; a till has to know which person it is for."""
    message = LiveMessage(
        type=kind,
        ack=ident,
        text=text,
        author=author,
        sent_at=sent_at.isoformat(timespec="seconds"),
        audience=audience,
        person=target if audience == "person" else "",
    )
    return msgspec.json.encode(message).decode()


async def read_waiting(conn: Connection, reader: Reader, now: datetime, after: str = "") -> dict[str, str]:
    """Give a page of unconfirmed messages for a line, oldest first, by id and as sent; `after` is the last id."""
    values = asdict(reader) | {"now": now, "after": after or _FIRST}
    rows = await (await conn.execute(_WAITING, values)).fetchall()
    return {ident: encode(ident, *rest) for ident, *rest in rows}


async def confirm(conn: Connection, ident: str, reader: Reader, now: datetime) -> bool:
    """Note that a message has arrived; False when it is not this reader's, or was noted already."""
    if not is_uuid(ident):
        return False
    done = await conn.execute(_CONFIRM, asdict(reader) | {"id": ident, "now": now})
    return done.rowcount == 1


async def list_sent(conn: Connection, shop: str, before: str, limit: int) -> list[dict[str, Any]]:
    """Give messages of a shop (of all where it is empty), the newest first; `received` counts confirmations."""
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(_LIST, {"shop": shop, "before": before, "limit": limit})
        return await cursor.fetchall()


async def works_at(conn: Connection, person: str, shop: str) -> bool:
    """Whether this is an active person of the shop."""
    if not is_uuid(person) or not shop:
        return False
    found = await conn.execute("SELECT 1 FROM person WHERE id = %s AND shop_id = %s AND active", (person, shop))
    return await found.fetchone() is not None


async def prune(conn: Connection, now: datetime) -> None:
    """Forget messages a month after their time."""
    await conn.execute("DELETE FROM message WHERE expires_at < %s", (now - _KEPT_AFTER_EXPIRY,))
