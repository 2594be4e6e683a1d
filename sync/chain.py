"""Seal and verify journal entries: a hash chain per incarnation, every entry signed with Ed25519 (RFC 8032).

Header and body bytes are stored and sent exactly as they were hashed and are never serialised again, so a chain
verifies for ever, whatever a later version of the program thinks of its fields.
"""

import hashlib
import struct
from collections.abc import Callable, Iterable

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TAG = b"eckwms.entry.1\x00"
HEAD_TAG = b"eckwms.head.1\x00"
GENESIS = bytes(32)
"""The previous hash of the first entry of an incarnation."""

_LENGTH = struct.Struct(">I")
_TEXT_FIELDS = ("terminal", "incarnation", "seq", "shop", "key_id", "kind", "version", "occurred_at", "actor")


class Header(msgspec.Struct, gc=False, frozen=True):
    """What an entry says about itself; `seq` counts from 1 without gaps, `occurred_at` is RFC 3339 with offset."""

    terminal: str
    incarnation: str
    seq: int
    shop: str
    key_id: str
    kind: str
    version: int
    occurred_at: str
    actor: str


class Entry(msgspec.Struct, gc=False, frozen=True, array_like=True):
    """A sealed fact as it is stored and sent; `prev_hash` and `hash` have 32 bytes, `signature` 64."""

    header: bytes
    body: bytes
    prev_hash: bytes
    hash: bytes
    signature: bytes


class Break(Exception):
    """A chain does not hold: `seq` is the first bad entry, `reason` says why in one phrase."""

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"entry {seq}: {reason}")
        self.seq = seq
        self.reason = reason


def encode_header(header: Header) -> bytes:
    """Join the header's fields, each as UTF-8 behind its length in four bytes, in the order of `Header`."""
    parts: list[bytes] = []
    for name in _TEXT_FIELDS:
        text = str(getattr(header, name)).encode()
        parts += (_LENGTH.pack(len(text)), text)
    return b"".join(parts)


def decode_header(data: bytes) -> Header:
    """Read a header back. Raises ValueError when the bytes are not exactly a header."""
    fields: list[str] = []
    at, end = 0, len(data)
    while at < end:
        start = at + 4
        at = start + int.from_bytes(data[at:start], "big")
        fields.append(data[start:at].decode())
    if at != end:
        raise ValueError("header ends inside a field")
    if len(fields) != len(_TEXT_FIELDS):
        raise ValueError(f"header has {len(fields)} fields, not {len(_TEXT_FIELDS)}")
    terminal, incarnation, seq, shop, key_id, kind, version, occurred_at, actor = fields
    return Header(terminal, incarnation, int(seq), shop, key_id, kind, int(version), occurred_at, actor)


def hash_entry(header: bytes, prev_hash: bytes, body: bytes) -> bytes:
    """SHA-256 over the tag, the header behind its length, the previous hash and the body."""
    digest = hashlib.sha256(TAG)
    digest.update(_LENGTH.pack(len(header)))
    digest.update(header)
    digest.update(prev_hash)
    digest.update(body)
    return digest.digest()


def seal(header: Header, body: bytes, prev_hash: bytes, sign: Callable[[bytes], bytes]) -> Entry:
    """Make the entry: hash header, previous hash and body, and sign the hash."""
    encoded = encode_header(header)
    hashed = hash_entry(encoded, prev_hash, body)
    return Entry(encoded, body, prev_hash, hashed, sign(hashed))


def verify_links(entries: Iterable[Entry], seq: int, prev_hash: bytes) -> tuple[int, bytes]:
    """Check hashes and numbers of consecutive entries of one incarnation that follow (seq, prev_hash).

    Returns the new (seq, hash). Raises Break at the first entry that does not follow from the one before.
    """
    for entry in entries:
        seq, prev_hash = read_link(entry, seq, prev_hash).seq, entry.hash
    return seq, prev_hash


def read_link(entry: Entry, seq: int, prev_hash: bytes) -> Header:
    """Give the header of the entry that follows (seq, prev_hash). Raises Break when it does not follow."""
    try:
        header = decode_header(entry.header)
    except ValueError as error:
        raise Break(seq + 1, f"unreadable header: {error}") from error
    if header.seq != seq + 1:
        raise Break(seq + 1, f"number {header.seq} where {seq + 1} belongs")
    if entry.prev_hash != prev_hash:
        raise Break(header.seq, "does not follow the entry before it")
    if hash_entry(entry.header, entry.prev_hash, entry.body) != entry.hash:
        raise Break(header.seq, "content does not match its hash")
    return header


def is_signed_by(entry: Entry, public_key: bytes) -> bool:
    """Tell whether the entry's hash carries a valid signature of the raw 32-byte Ed25519 key."""
    return verify_signature(public_key, entry.hash, entry.signature)


def verify_signature(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` is the key's over `message`; malformed keys and signatures are simply not valid."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def derive_key_id(public_key: bytes) -> str:
    """Name a key: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(public_key).hexdigest()[:16]


def head_message(terminal: str, incarnation: str, seq: int, hashed: bytes, received_at: str) -> bytes:
    """Bytes the centre signs when it confirms that it holds a chain up to (seq, hash)."""
    fields = "\n".join((terminal, incarnation, str(seq), hashed.hex(), received_at))
    return HEAD_TAG + fields.encode()
