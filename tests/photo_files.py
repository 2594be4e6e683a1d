"""Picture files as a camera writes them: with a place and a name in them, turned, too large; and such a camera."""

import hashlib
import io
from pathlib import Path

from PIL import Image, ImageDraw

from desktop.domain.photo import Photo
from desktop.domain.refusal import Refusal
from desktop.photo_file import read_photo
from desktop.ui.warehouse.photo_presenter import Told

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


class Camera:
    """A camera whose newest picture is of a broken crate; it is read at once."""

    has_folder = True

    def __init__(self) -> None:
        self.newest = draw_crate()

    def read(self, file: str, told: Told) -> None:
        """Make a photo of it, or of a file."""
        made: Photo | Refusal
        try:
            made = read_photo(Path(file)) if file else self.newest
        except Refusal as refusal:
            made = refusal
        told(made)


def draw_crate() -> Photo:
    """Draw boards, one of which is broken."""
    picture = Image.new("RGB", (1600, 1200), (96, 104, 112))
    pen = ImageDraw.Draw(picture)
    for at in range(5):
        pen.rectangle(
            (250, 200 + at * 170, 1350, 330 + at * 170), fill=(196 - at * 9, 152 - at * 7, 96), outline="black"
        )
    pen.polygon([(700, 500), (830, 520), (790, 690), (690, 640)], fill=(40, 32, 28))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return Photo(hashlib.sha256(out.getvalue()).hexdigest(), out.getvalue())


CRATE = Camera()
