"""QR codes as pictures of a fixed size, as screens and stickers want them."""

import struct
import zlib
from collections.abc import Sequence

SIZE_PX = 512
_QUIET_MODULES = 4


def draw_qr(text: str, size_px: int = SIZE_PX, error: str = "m") -> bytes:
    """Draw a QR code as a black and white PNG of `size_px` both ways; modules are whole pixels, the rest is margin.

    Raises ValueError for a text that no code holds at this level of error correction.
    """
    import segno

    matrix = segno.make_qr(text, error=error).matrix
    scale = size_px // (len(matrix) + 2 * _QUIET_MODULES)
    margin = (size_px - scale * len(matrix)) // 2
    blank = bytes([255]) * size_px
    rows = [blank] * margin
    for modules in matrix:
        row = b"".join(bytes([0 if dark else 255]) * scale for dark in modules)
        rows += [row.join((blank[:margin], blank[: size_px - margin - len(row)]))] * scale
    return _png(rows + [blank] * (size_px - len(rows)), size_px)


def _png(rows: Sequence[bytes], width: int) -> bytes:
    """Pack rows of grey bytes as PNG (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    packed = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
              for name, data in chunks)  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
