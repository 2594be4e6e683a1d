"""Whether the document of offline rights is the centre's, and whether the people here are those it was signed for."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from sync.chain import verify_signature
from sync.wire.rights import RENEWED_AFTER_S as RENEWED_AFTER_S
from sync.wire.rights import Vouched as Vouched
from sync.wire.rights import people_hash, rights_message


@lru_cache(maxsize=8)
def read_vouched(key: bytes, content: bytes, signature: bytes) -> Vouched | None:
    """Give what the centre with this raw public key has signed; None when it did not sign it, or nobody can read it.

    The answer is kept: every permission asks for it.
    """
    if not verify_signature(key, rights_message(content), signature):
        return None
    try:
        return msgspec.json.decode(content, type=Vouched)
    except msgspec.DecodeError:
        return None


def are_vouched(vouched: Vouched, people: Sequence[Sequence[str]]) -> bool:
    """Tell whether these are the people who were signed, in every word that a right hangs on."""
    return people_hash(people) == vouched.people


def holds(key: bytes, document: tuple[bytes, bytes] | None, people: Sequence[Sequence[str]]) -> bool:
    """Tell whether document and people of a replica belong together; so they do where there is no document."""
    if document is None:
        return True
    vouched = read_vouched(key, *document)
    return vouched is not None and are_vouched(vouched, people)
