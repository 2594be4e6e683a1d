"""Bundles as rows: one for each request, kept for a month. They hold no customer data and no secrets."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.live import mail
from server_stub.live.mail import Addressee, Sent
from server_stub.terminals.registration import is_uuid
from sync.wire.live import BUNDLE_LIMIT, BUNDLE_REQUEST

KEPT_FOR = timedelta(days=30)
SHOWN = 20
_ZIP = b"PK\x03\x04"

_WANTED = """
SELECT 1 FROM message WHERE id = %(request)s AND kind = 'bundle_request' AND target = %(device)s
    AND created_at > %(since)s
"""
_REFUSE = "UPDATE message SET refused_at = %(now)s WHERE id = %(request)s AND refused_at IS NULL"
_ADD = """
INSERT INTO support_bundle (message_id, device_uuid, shop_id, size, sha256, content, received_at)
VALUES (%(request)s, %(device)s, nullif(%(shop)s, '')::uuid, %(size)s, %(sha256)s, %(content)s, %(now)s)
ON CONFLICT DO NOTHING
"""
_LIST = """
SELECT m.id::text AS request, m.created_at AS asked_at, m.author,
    (SELECT min(received_at) FROM message_receipt r WHERE r.message_id = m.id) AS told_at, b.received_at, b.size,
    m.refused_at
FROM message m LEFT JOIN support_bundle b ON b.message_id = m.id
WHERE m.kind = 'bundle_request' AND m.target = %(device)s ORDER BY m.id DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Request:
    """A bundle that was asked for: when, by whom, when the till had it; what came, or when they said no."""

    request: str
    asked_at: datetime
    author: str
    told_at: datetime | None
    received_at: datetime | None
    size: int | None
    refused_at: datetime | None


async def ask(conn: Connection, device_uuid: str, shop: str, author: str, now: datetime) -> Sent:
    """Ask a till for its bundle; the request waits as any message does."""
    return await mail.send(conn, Addressee("till", device_uuid, shop), "", author, now, kind=BUNDLE_REQUEST)


async def keep(conn: Connection, request: str, device_uuid: str, shop: str, content: bytes, now: datetime) -> bool:
    """Keep what a till sent; False for one that is here already, the first stays. Raises Denied 404, 413, 415."""
    await _require_wanted(conn, request, device_uuid, now)
    if len(content) > BUNDLE_LIMIT:
        raise Denied(413, "Request body too large")
    if not content.startswith(_ZIP):
        raise Denied(415, "A support bundle is a zip file")
    values = {"request": request, "device": device_uuid, "shop": shop, "content": content, "now": now}
    values |= {"size": len(content), "sha256": hashlib.sha256(content).digest()}
    return (await conn.execute(_ADD, values)).rowcount == 1


async def refuse(conn: Connection, request: str, device_uuid: str, now: datetime) -> bool:
    """Note that somebody at the till said no; False when it is noted already. Raises Denied 404."""
    await _require_wanted(conn, request, device_uuid, now)
    return (await conn.execute(_REFUSE, {"request": request, "now": now})).rowcount == 1


async def _require_wanted(conn: Connection, request: str, device_uuid: str, now: datetime) -> None:
    """Refuse what was not asked of this device. Raises Denied 404."""
    values = {"request": request, "device": device_uuid, "since": now - KEPT_FOR}
    if not is_uuid(request) or await (await conn.execute(_WANTED, values)).fetchone() is None:
        raise Denied(404, "Nobody asked this device for a support bundle")


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
