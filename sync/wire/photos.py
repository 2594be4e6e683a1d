"""Photos that entries name: sent in parts behind their entry, so that nothing small ever waits for one.

A body names a photo by the SHA-256 of its bytes, a JPEG file. GET and PUT answer alike; a part that is not the next one
changes nothing, and the answer says where to go on.
"""

from msgspec import Struct

PHOTO = "/ECK/API/SYNC/PHOTO/{hash}"
"""GET: how much the centre has. PUT: the part of the file from `offset` on, of `size` bytes in all.

404 while no entry that is projected names the photo: it comes again later.
"""
MOST_BYTES = 512 * 1024
"""Of a photo."""
PART_BYTES = 64 * 1024


class PhotoHeld(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many bytes the centre has from the beginning on, and whether that is all."""

    held: int
    whole: bool = False
