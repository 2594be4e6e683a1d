"""The key of a terminal's database as a person writes it down: 14 groups of four letters and digits, with a check."""

import base64
import binascii
import hashlib

_CHECK = 3
_READ_AS = str.maketrans("018", "OIB")
_GROUP = 4


def spell_key(key: bytes) -> str:
    """Write a key of 32 bytes: `ABCD-EFGH-…`, base32 (RFC 4648) of the key and three bytes of its SHA-256."""
    text = base64.b32encode(key + hashlib.sha256(key).digest()[:_CHECK]).decode()
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def read_key(typed: str) -> bytes | None:
    """Read a key that was typed, in any case, with or without hyphens; None when a letter is wrong."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
    try:
        raw = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        return None
    key = raw[:-_CHECK]
    return key if len(key) == 32 and hashlib.sha256(key).digest()[:_CHECK] == raw[-_CHECK:] else None
