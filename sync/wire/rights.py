"""Offline rights: what the centre vouches for, signed, so that a terminal knows it without asking.

A row of the `people:` feed, one per shop, renewed with every change and once a day while a terminal asks. What is
signed is kept and checked as the bytes that it came in.
"""

import hashlib
import struct
from collections.abc import Iterable, Sequence

from msgspec import Struct

TAG = b"eckwms.rights.1\x00"
RENEWED_AFTER_S = 24 * 3600
"""The centre renews a document of this age as soon as a terminal of the shop asks for its feeds."""

_LENGTH = struct.Struct(">I")


class Rights(Struct, frozen=True, kw_only=True):
    """A signed document; `id` is the shop, `content` the JSON of Vouched, `signature` the centre's over its message."""

    id: str
    content: bytes
    signature: bytes


class Vouched(Struct, frozen=True, kw_only=True):
    """What the centre vouches for: who works in a shop in which role, and what a role may do there.

    `issued_at` is RFC 3339, `people` is `people_hash` of everybody active; the rest is as in changes.Shop.
    """

    shop: str
    issued_at: str
    people: str
    permissions: dict[str, dict[str, str]] = {}
    discount_limits: dict[str, int] = {}


def rights_message(content: bytes) -> bytes:
    """Bytes that the centre signs."""
    return TAG + content


def people_hash(people: Iterable[Sequence[str]]) -> str:
    """SHA-256 in hex over id, login, name, role, PIN hash and badge hash of people, whatever their order."""
    digest = hashlib.sha256()
    for person in sorted(tuple(person) for person in people):
        for text in person:
            encoded = text.encode()
            digest.update(_LENGTH.pack(len(encoded)))
            digest.update(encoded)
    return digest.hexdigest()
