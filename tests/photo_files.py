"""Picture files as a camera writes them: with a place and a name in them, turned, too large."""

import io
from pathlib import Path

from PIL import Image

SECRET = b"Quay 1, Tallinn"


def write_picture(path: Path, width: int = 2400, height: int = 1200, seed: int = 0) -> Path:
    """Write a JPEG file that is to be turned by a quarter, and tells where it was made."""
    picture = Image.new("RGB", (width, height), (200, 40 + 90 * seed, 40))
    exif = picture.getexif()
    exif[0x0112], exif[0x010E] = 6, SECRET.decode()
    picture.save(path, exif=exif)
    return path


def describe(content: bytes) -> tuple[str, tuple[int, int], bool]:
    """Give the format and size of a picture, and whether it tells where it was made."""
    with Image.open(io.BytesIO(content)) as picture:
        return str(picture.format), picture.size, bool(picture.getexif()) or SECRET in content
