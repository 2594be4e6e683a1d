"""A picture file becomes a photo as it is kept: upright, bounded, and without what a camera wrote into it."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from desktop.domain.photo import MOST_BYTES, MOST_FILE_BYTES, SIDE_PX, Photo
from desktop.domain.refusal import Refusal

FORMATS = (".jpg", ".jpeg", ".png", ".webp")
"""What files of pictures are called that are taken."""
_QUALITIES = (82, 65, 45)
"""Of the JPEG file, the first at which it is small enough."""
_MOST_PIXELS = 100_000_000
_BEGIN, _SCAN, _END = b"\xff\xd8", b"\xda", b"\xff\xd9"
"""Marks in a JPEG file."""


def read_photo(path: Path) -> Photo:
    """Make a photo of a file; for a worker thread. Refusals `photo.file`, `photo.large`, `photo.unreadable`."""
    image = _read(path)
    while True:
        for quality in _QUALITIES:
            content = _to_jpeg(image, quality)
            if len(content) <= MOST_BYTES:
                return Photo(hashlib.sha256(content).hexdigest(), content)
        image = image.scaled(image.size() / 2)


def find_newest(folder: Path) -> Path:
    """Give the picture that a camera put into its folder last. Refusals `photo.folder`, `photo.none`."""
    try:
        files = [(one.stat().st_mtime_ns, one) for one in folder.iterdir() if one.suffix.lower() in FORMATS]
    except OSError as error:
        remedy = "Check the setting photo_folder, or choose a file."
        message = f"The folder {folder} of the camera cannot be read."
        raise Refusal("photo.folder", message, remedy, facts={"folder": str(folder)}) from error
    if not files:
        message = f"There is no picture in {folder}."
        raise Refusal("photo.none", message, "Take the picture first.", facts={"folder": str(folder)})
    return max(files)[1]


def _read(path: Path) -> QImage:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_FILE_BYTES else b""
    except OSError as error:
        message = f"{path.name} cannot be read."
        raise Refusal("photo.file", message, "Check the name of the file.", facts={"file": path.name}) from error
    if size > MOST_FILE_BYTES:
        raise _too_large(path)
    image = _decode(data, path) if _is_whole(data) else QImage()
    if image.isNull():
        message = f"{path.name} is no picture that can be read, or it is damaged."
        raise Refusal("photo.unreadable", message, "Take the picture again.", facts={"file": path.name})
    return _plain(image)


def _decode(data: bytes, path: Path) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.width() * whole.height() > _MOST_PIXELS:
        raise _too_large(path)
    if max(whole.width(), whole.height()) > SIDE_PX:
        reader.setScaledSize(whole.scaled(QSize(SIDE_PX, SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _is_whole(data: bytes) -> bool:
    """Whether a JPEG file has its end, which its reader does without: what a camera still writes is no photo yet."""
    if not data.startswith(_BEGIN):
        return True
    at = len(_BEGIN)
    while data[at : at + 1] == b"\xff":
        if data[at + 1 : at + 2] == _SCAN:
            return data.find(_END, at) > 0
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _plain(image: QImage) -> QImage:
    """Give the pixels alone, on white where there are none: texts, profile and place of the camera stay behind."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _to_jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _too_large(path: Path) -> Refusal:
    message = f"The picture {path.name} is too large."
    return Refusal("photo.large", message, "Take it with fewer pixels.", facts={"file": path.name})
