"""Bundles as rows: one for each request, kept for a month. They hold no customer data and no secrets."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.live import mail
from server_stub.live.mail import Addressee, Sent
from sync.wire.live import BUNDLE_LIMIT, BUNDLE_REQUEST

KEPT_FOR = timedelta(days=30)
SHOWN = 20
_ZIP = b"PK\x03\x04"

_WANTED = """
SELECT 1 FROM message WHERE id = %(request)s AND kind = 'bundle_request' AND target = %(device)s
    AND created_at > %(since)s
"""
_ADD = """
INSERT INTO support_bundle (message_id, device_uuid, shop_id, size, sha256, content, received_at)
VALUES (%(request)s, %(device)s, nullif(%(shop)s, '')::uuid, %(size)s, %(sha256)s, %(content)s, %(now)s)
ON CONFLICT DO NOTHING
"""
_LIST = """
SELECT m.id::text AS request, m.created_at AS asked_at, m.author,
    (SELECT min(received_at) FROM message_receipt r WHERE r.message_id = m.id) AS told_at, b.received_at, b.size
FROM message m LEFT JOIN support_bundle b ON b.message_id = m.id
WHERE m.kind = 'bundle_request' AND m.target = %(device)s ORDER BY m.id DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Request:
    """A bundle that was asked for: when, by whom, when the till had the request, and what came, if anything."""

    request: str
    asked_at: datetime
    author: str
    told_at: datetime | None
    received_at: datetime | None
    size: int | None


async def ask(conn: Connection, device_uuid: str, shop: str, author: str, now: datetime) -> Sent:
    """Ask a till for its bundle; the request waits as any message does."""
    return await mail.send(conn, Addressee("till", device_uuid, shop), "", author, now, kind=BUNDLE_REQUEST)


async def keep(conn: Connection, request: str, device_uuid: str, shop: str, content: bytes, now: datetime) -> bool:
    """Keep what a till sent; False for one that is here already, the first stays. Raises Denied 404, 413, 415."""
    values: dict[str, object] = {"request": request, "device": device_uuid, "since": now - KEPT_FOR}
    if await (await conn.execute(_WANTED, values)).fetchone() is None:
        raise Denied(404, "Nobody asked this device for a support bundle")
    if len(content) > BUNDLE_LIMIT:
        raise Denied(413, "Request body too large")
    if not content.startswith(_ZIP):
        raise Denied(415, "A support bundle is a zip file")
    values |= {"shop": shop, "size": len(content), "sha256": hashlib.sha256(content).digest()}
    return (await conn.execute(_ADD, values | {"content": content, "now": now})).rowcount == 1


async def list_requests(conn: Connection, device_uuid: str, limit: int = SHOWN) -> list[Request]:
    """Give the newest requests to a till, the newest first."""
    async with conn.cursor(row_factory=class_row(Request)) as cursor:
        await cursor.execute(_LIST, {"device": device_uuid, "limit": limit})
        return await cursor.fetchall()


async def read_content(conn: Connection, request: str, device_uuid: str) -> bytes | None:
    """Give the zip that a till sent for a request."""
    query = "SELECT content FROM support_bundle WHERE message_id = %s AND device_uuid = %s"
    row = await (await conn.execute(query, (request, device_uuid))).fetchone()
    return bytes(row[0]) if row else None


async def prune(conn: Connection, now: datetime) -> None:
    """Forget bundles after a month."""
    await conn.execute("DELETE FROM support_bundle WHERE received_at < %s", (now - KEPT_FOR,))
