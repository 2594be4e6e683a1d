"""Photos as rows: the parts of one until it is whole, then the file, by the SHA-256 that entries name it by."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server_stub.database import Connection
from server_stub.faults import Denied
from sync.wire.photos import MOST_BYTES, PhotoHeld

PARTS_KEPT_FOR = timedelta(days=7)
KEPT_FOR = timedelta(days=730)
"""A photo is kept for two years, longer than anybody claims for broken goods; that there was one stays."""
_JPEG = b"\xff\xd8\xff"
_NAMED = """
SELECT EXISTS (SELECT 1 FROM deviation_photo WHERE hash = %(hash)s
    AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s))
"""
_HELD = """
SELECT octet_length(content) AS held, true AS whole FROM photo WHERE hash = %(hash)s
UNION ALL SELECT octet_length(content), false FROM photo_part WHERE hash = %(hash)s AND device_uuid = %(device)s
ORDER BY whole DESC LIMIT 1
"""
_BEGIN = """
INSERT INTO photo_part (hash, device_uuid, content, changed_at) VALUES (%(hash)s, %(device)s, %(part)s, %(now)s)
ON CONFLICT DO NOTHING
"""
_GO_ON = """
UPDATE photo_part SET content = content || %(part)s, changed_at = %(now)s
WHERE hash = %(hash)s AND device_uuid = %(device)s AND octet_length(content) = %(offset)s
"""
_CONTENT = "SELECT content FROM photo_part WHERE hash = %(hash)s AND device_uuid = %(device)s FOR UPDATE"
_KEEP = """
INSERT INTO photo (hash, device_uuid, content, received_at) VALUES (%(hash)s, %(device)s, %(content)s, %(now)s)
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a photo (its hash, hexadecimal) of `size` bytes in all, as a device sent it."""

    photo: str
    device_uuid: str
    offset: int
    size: int
    content: bytes


async def read_held(conn: Connection, photo: str, device_uuid: str) -> PhotoHeld:
    """Say how much is here of a photo of this device. Raises Denied 404 when no entry that is projected names it."""
    await _require_named(conn, photo)
    row = await (await conn.execute(_HELD, {"hash": photo, "device": device_uuid})).fetchone()
    return PhotoHeld(held=row[0], whole=row[1]) if row else PhotoHeld(held=0)


async def keep_part(conn: Connection, part: Part, now: datetime) -> PhotoHeld:
    """Keep the next part, and the photo when it was the last one; any other changes nothing.

    Raises Denied: 400 for a part that cannot be, 404 as `read_held`, 413, 422 for a file that its name does not say.
    """
    if part.size > MOST_BYTES:
        raise Denied(413, "Request body too large")
    if part.offset < 0 or not part.content or part.offset + len(part.content) > part.size:
        raise Denied(400, "This is no part of such a file")
    held = await read_held(conn, part.photo, part.device_uuid)
    if held.whole or held.held != part.offset:
        return held
    values = {"hash": part.photo, "device": part.device_uuid, "now": now}
    values |= {"part": part.content, "offset": part.offset}
    await conn.execute(_GO_ON if part.offset else _BEGIN, values)
    if part.offset + len(part.content) == part.size:
        await _finish(conn, part, now)
    return await read_held(conn, part.photo, part.device_uuid)


async def _finish(conn: Connection, part: Part, now: datetime) -> None:
    values = {"hash": part.photo, "device": part.device_uuid}
    row = await (await conn.execute(_CONTENT, values)).fetchone()
    content = bytes(row[0]) if row else b""
    if len(content) != part.size:  # another request of the same device came first
        return
    is_right = content.startswith(_JPEG) and hashlib.sha256(content).hexdigest() == part.photo
    if is_right:
        await conn.execute(_KEEP, values | {"content": content, "now": now})
    await conn.execute("DELETE FROM photo_part WHERE hash = %s AND device_uuid = %s", (part.photo, part.device_uuid))
    if not is_right:
        await conn.commit()
        raise Denied(422, "The file is not what its name says")


async def _require_named(conn: Connection, photo: str) -> None:
    if not await is_named(conn, photo):
        raise Denied(404, "No entry names this photo")


async def is_named(conn: Connection, photo: str, shop: str | None = None) -> bool:
    """Tell whether something that was not as ordered has this photo, in a shop where one is named."""
    row = await (await conn.execute(_NAMED, {"hash": photo, "shop": shop})).fetchone()
    return bool(row and row[0])


async def read_photo(conn: Connection, photo: str) -> bytes | None:
    """Give a photo, a JPEG file; None while it is not here, and when it is not any more."""
    query = "SELECT content FROM photo WHERE hash = %s AND content <> ''"
    row = await (await conn.execute(query, (photo,))).fetchone()
    return bytes(row[0]) if row else None


async def list_here(conn: Connection, photos: Sequence[str]) -> dict[str, bool]:
    """Give those of these photos that came, and whether they are here still."""
    query = "SELECT hash, content <> '' FROM photo WHERE hash = ANY(%s)"
    return dict(await (await conn.execute(query, ([*photos],))).fetchall())


async def prune(conn: Connection, now: datetime) -> None:
    """Forget parts of photos that nobody went on with, and what is on photos that are too old."""
    await conn.execute("DELETE FROM photo_part WHERE changed_at < %s", (now - PARTS_KEPT_FOR,))
    await conn.execute("UPDATE photo SET content = '' WHERE received_at < %s AND content <> ''", (now - KEPT_FOR,))
