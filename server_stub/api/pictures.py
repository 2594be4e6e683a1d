"""The picture of a product: put as bytes or as one that was uploaded, read, taken away; scaled down on the way in."""

import asyncio
from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.endpoint import Call, Endpoint, File, missing
from server_stub.api.owning import Gone
from server_stub.audit import log as audit
from server_stub.eckwms import images
from server_stub.faults import Denied
from server_stub.goods import catalogue, pictures
from server_stub.identity.callers import MANAGERS, ROLES

_UPLOADED = """
SELECT mime FROM uploaded_image i WHERE image_id = %(image)s AND (%(shop)s::uuid IS NULL OR EXISTS (
    SELECT 1 FROM image_use u WHERE u.image_id = i.image_id AND u.shop_id = %(shop)s))
"""


class PictureDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture as JPEG, PNG or WebP: its bytes in base64, or the id of one that came by `/ECK/API/UPLOAD`."""

    content: Annotated[bytes, Meta(max_length=1 << 20)] = b""
    image: UUID | None = None


class Picture(Struct, frozen=True, kw_only=True):
    """A product's picture as it is kept."""

    id: UUID
    hash: str
    media: str
    size: int


async def read_picture(call: Call, _asked: None) -> File:
    """Give a product's picture as tills show it."""
    ident, _ = await _find_product(call)
    found = await pictures.read_picture(call.conn, product_id=ident)
    if found is None:
        raise missing()
    return File(found.content, found.mime, f"{found.hash}.{found.mime.removeprefix('image/')}")


async def put_picture(call: Call, draft: PictureDraft) -> Picture:
    """Give a product a picture and tell the terminals."""
    if bool(draft.content) == bool(draft.image):
        raise Denied(400, "Give either content or image")
    data = draft.content or await _read_uploaded(call, str(draft.image))
    small = await asyncio.get_running_loop().run_in_executor(images.WORKER, pictures.scale_down, data)
    await catalogue.begin_writing(call.conn)
    ident, sku = await _find_product(call)
    await pictures.put_picture(call.conn, ident, sku, small, call.now)
    detail = {"hash": small.hash}
    await audit.note(call.conn, call.caller, "product.pictured", f"product:{ident}", detail, at=call.now)
    return Picture(id=UUID(ident), hash=small.hash, media=small.mime, size=len(small.content))


async def delete_picture(call: Call, _asked: None) -> Gone:
    """Take a product's picture away and tell the terminals."""
    await catalogue.begin_writing(call.conn)
    ident, sku = await _find_product(call)
    await pictures.remove_picture(call.conn, ident, sku)
    await audit.note(call.conn, call.caller, "product.pictured", f"product:{ident}", {"hash": ""}, at=call.now)
    return Gone(id=UUID(ident))


async def _find_product(call: Call) -> tuple[str, str]:
    query = "SELECT id::text, sku FROM product WHERE id = %s"
    row = await (await call.conn.execute(query, (call.id_of("id"),))).fetchone()
    if row is None:
        raise missing()
    return row[0], row[1]


async def _read_uploaded(call: Call, image: str) -> bytes:
    cursor = await call.conn.execute(_UPLOADED, {"image": image, "shop": call.shop()})
    row = await cursor.fetchone()
    path = images.path_of(call.context.snapshots.parent / "uploads", image, row[0]) if row else None
    if path is None or not await asyncio.to_thread(path.exists):
        raise Denied(400, "There is no such uploaded picture")
    return await asyncio.to_thread(path.read_bytes)


_READ, _WRITE = "products:read", "products:write"
_PATH = "/products/{id:str}/picture"
_REFUSES = frozenset({413, 415})
ENDPOINTS = (
    Endpoint("GET", _PATH, read_picture, None, ROLES, _READ, media=("image/png", "image/jpeg")),
    Endpoint("PUT", _PATH, put_picture, Picture, MANAGERS, _WRITE, PictureDraft, refuses=_REFUSES),
    Endpoint("DELETE", _PATH, delete_picture, Gone, MANAGERS, _WRITE),
)
