"""A photo of goods that came damaged, or that nobody ordered: small, without what a camera wrote into it."""

from dataclasses import dataclass

SIDE_PX = 1600
"""Pixels: no side is longer."""
MOST_BYTES = 512 * 1024
"""Of a photo as it is kept and sent."""
MOST_FILE_BYTES = 64 * 1024 * 1024
"""Of the file that a photo is made from."""
MOST_PHOTOS = 8
"""Of goods that were marked once."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG file as it is kept; `hash` is the SHA-256 of its bytes in hexadecimal."""

    hash: str
    content: bytes
