"""Pictures of products: scaled down once, kept in the database, told to tills by the SHA-256 of the small one."""

import hashlib
import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods import catalogue
from server_stub.goods.product_rows import Block, Report
from sync.wire.pictures import SIDE

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MOST_PIXELS = 50_000_000
"""Of what is scaled down: a camera's picture, not a bomb."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_PUT = """
INSERT INTO product_picture (product_id, hash, mime, content, changed_at) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (product_id) DO UPDATE SET hash = excluded.hash, mime = excluded.mime, content = excluded.content,
    changed_at = excluded.changed_at
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture; `hash` is the SHA-256 of its bytes in hexadecimal."""

    content: bytes
    mime: str

    @property
    def hash(self) -> str:
        """What it is asked for by."""
        return hashlib.sha256(self.content).hexdigest()


def scale_down(data: bytes) -> Picture:
    """Make a picture small enough for a tile, upright, without anything that a camera wrote beside it.

    Runs in a worker thread. Raises Denied 415 for what is no JPEG, PNG or WebP picture, 413 for too many pixels.
    """
    from PIL import ImageOps

    try:
        with _open(data) as given:
            if given.width * given.height > MOST_PIXELS:
                raise Denied(413, "The picture has too many pixels")
            given.draft("RGB", (SIDE * 2, SIDE * 2))
            small = ImageOps.exif_transpose(given).convert("RGBA" if given.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError) as error:
        raise Denied(415, "Only JPEG, PNG and WebP pictures are taken") from error
    small.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    if small.mode == "RGBA":
        small.save(out, "PNG", optimize=True)
        return Picture(out.getvalue(), "image/png")
    small.save(out, "JPEG", quality=85)
    return Picture(out.getvalue(), "image/jpeg")


def _open(data: bytes) -> "ImageFile":
    """Read the head of a picture. Raises Denied 413 where the library itself sees a bomb, which it may only warn of."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Denied(413, "The picture has too many pixels") from error


async def put_picture(conn: Connection, product_id: str, sku: str, picture: Picture, now: datetime) -> None:
    """Give a product this picture; every till is told by the product's own row."""
    await put_pictures(conn, [(product_id, sku, picture)], now)


async def put_pictures(conn: Connection, given: Sequence[tuple[str, str, Picture]], now: datetime) -> None:
    """Give products, by id and article number, their pictures; once in a transaction."""
    async with conn.cursor() as writing:
        await writing.executemany(_PUT, [(product, one.hash, one.mime, one.content, now) for product, _, one in given])
    await _tell(conn, {sku: one.hash for _, sku, one in given})


async def remove_picture(conn: Connection, product_id: str, sku: str) -> None:
    """Take a product's picture away."""
    await conn.execute("DELETE FROM product_picture WHERE product_id = %s", (product_id,))
    await _tell(conn, {sku: ""})


async def read_picture(conn: Connection, *, product_id: str = "", picture_hash: str = "") -> Picture | None:
    """Give the picture of a product, or with a hash; None when there is none."""
    query = "SELECT content, mime FROM product_picture WHERE product_id = %s::uuid OR hash = %s LIMIT 1"
    row = await (await conn.execute(query, (product_id or None, picture_hash))).fetchone()
    return Picture(bytes(row[0]), row[1]) if row else None


async def _tell(conn: Connection, hashes: Mapping[str, str]) -> None:
    block = Block(list(hashes), {}, {}, extras={"picture": list(hashes.values())})
    await catalogue.write_block(conn, block, Report())
