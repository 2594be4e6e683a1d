"""Pictures that clients send: kept under the name that their bytes have, so that one sent twice is there once."""

import hashlib
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from server_stub.database import Connection
from server_stub.eckwms.client import Client
from server_stub.eckwms.fingerprints import content_id
from server_stub.eckwms.replies import Reply
from server_stub.faults import Denied
from server_stub.ids import new_id

MAX_IMAGE = 10 << 20
LARGEST_UPLOAD = MAX_IMAGE + (64 << 10)
"""Bytes: of a picture, and of the request with everything around it."""
WORKER = ThreadPoolExecutor(1, thread_name_prefix="images")
"""Hashing holds the interpreter for up to a second with the largest pictures: one at a time."""
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_ADD = """
INSERT INTO uploaded_image (image_id, shop_id, owner, sha256, size, mime, uploaded_at)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_SENT = """
SELECT mime FROM uploaded_image i WHERE image_id = %(image)s AND EXISTS (
    SELECT 1 FROM image_use u WHERE u.image_id = i.image_id AND (%(shop)s::uuid IS NULL OR u.shop_id = %(shop)s))
"""
_USE = """
INSERT INTO image_use (id, image_id, shop_id, device_uuid, scan_mode, barcode_data, order_id, user_id, made_at)
SELECT %(id)s, %(image)s, %(shop)s, %(device)s, %(scan_mode)s, %(barcode_data)s, %(order_id)s, %(user_id)s, %(now)s
WHERE NOT EXISTS (SELECT 1 FROM image_use WHERE image_id = %(image)s AND device_uuid IS NOT DISTINCT FROM %(device)s
    AND (scan_mode, barcode_data, order_id, user_id) = (%(scan_mode)s, %(barcode_data)s, %(order_id)s, %(user_id)s))
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A checked picture: `image_id` is the name of its bytes."""

    image_id: str
    mime: str
    sha256: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Use:
    """What a picture was sent for."""

    scan_mode: str
    barcode_data: str
    order_id: str
    user_id: str


def kind_of(data: bytes) -> str:
    """Give the MIME type by the first bytes. Raises Denied 415 for anything but JPEG, PNG and WebP."""
    if data[:3] == b"\xff\xd8\xff":
        return "image/jpeg"
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return "image/png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise Denied(415, "Only JPEG, PNG and WebP pictures are taken")


def keep(folder: Path, data: bytes, image_id: str) -> Picture:
    """Check a picture and write it below `folder`, whole or not at all. Runs in a worker thread.

    Raises Denied: 409 when `image_id` is not the name of these bytes, 413 and 415.
    """
    if len(data) > MAX_IMAGE:
        raise Denied(413, "Request body too large")
    mime = kind_of(data)
    name = content_id(data)
    if image_id.lower() != name:
        raise Denied(409, "imageId is not the hash of the picture")
    path = path_of(folder, name, mime)
    if not path.exists():
        _write(path, data)
    return Picture(name, mime, hashlib.sha256(data).digest(), len(data))


def path_of(folder: Path, image_id: str, mime: str) -> Path:
    """Give where a picture lies; both come from the centre's own hands, never from a request."""
    return folder / image_id[:2] / f"{image_id}.{_ENDINGS[mime]}"


async def find_kind(conn: Connection, client: Client, image_id: str) -> str | None:
    """Give the MIME type of a picture that somebody of the client's shop sent; None when there is none such."""
    row = await (await conn.execute(_SENT, {"image": image_id, "shop": client.shop or None})).fetchone()
    return str(row[0]) if row else None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


async def note_picture(conn: Connection, client: Client, picture: Picture, use: Use, now: datetime) -> Reply:
    """Note a kept picture and what it was sent for. Raises Denied 409 when other bytes have this name."""
    row = (picture.image_id, client.shop or None, client.owner, picture.sha256, picture.size, picture.mime, now)
    is_new = (await conn.execute(_ADD, row)).rowcount == 1
    known = await conn.execute("SELECT sha256 FROM uploaded_image WHERE image_id = %s", (picture.image_id,))
    if not is_new and bytes((await known.fetchone() or (b"",))[0]) != picture.sha256:
        raise Denied(409, "Another picture has this imageId")
    values: dict[str, Any] = {"id": new_id(), "image": picture.image_id, "now": now, "shop": client.shop or None}
    values |= {"device": client.device_uuid} | {name: getattr(use, name) for name in Use.__slots__}
    await conn.execute(_USE, values)
    body = {"success": True, "imageId": picture.image_id, "id": picture.image_id, "duplicate": not is_new}
    body |= {"size": picture.size, "mimeType": picture.mime, "sha256": picture.sha256.hex()}
    return Reply(201 if is_new else 200, body)
