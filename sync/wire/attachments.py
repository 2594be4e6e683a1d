"""Personal data beside the journal: a body names a hash, what it is of travels with the batch and can be blanked.

Whoever is erased loses salt and bytes, at the centre and at the tills; the hash stays, and every chain still verifies.
"""

import hashlib
from collections.abc import Iterable

from msgspec import Struct

SALT_BYTES = 32
MOST_BYTES = 8192
"""Content of one attachment; no customer has that much to say."""
_FRAME_BYTES = 48


class Attachment(Struct, frozen=True, kw_only=True):
    """`hash` is SHA-256 of salt and content; both are empty for one that was blanked before the centre had it."""

    hash: bytes
    salt: bytes = b""
    content: bytes = b""


def attachment_hash(salt: bytes, content: bytes) -> bytes:
    """Hash an attachment as bodies name it."""
    return hashlib.sha256(salt + content).digest()


def is_blank(attachment: Attachment) -> bool:
    """Whether nothing is left of it but its hash."""
    return not attachment.salt and not attachment.content


def fits(attachment: Attachment) -> bool:
    """Whether the content is what the hash says. The salt's length is fixed, so that nothing moves between the two."""
    if len(attachment.salt) != SALT_BYTES or len(attachment.content) > MOST_BYTES:
        return False
    return attachment_hash(attachment.salt, attachment.content) == attachment.hash


def attachments_bytes(attachments: Iterable[Attachment]) -> int:
    """About how much attachments weigh in a batch."""
    return sum(len(each.salt) + len(each.content) + _FRAME_BYTES for each in attachments)
