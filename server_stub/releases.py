"""Which version of the program is the newest: a manifest signed by the publisher, whose key is pinned here.

The signature is minisign's (prehashed Ed25519 over BLAKE2b-512, with a trusted comment), as `SHA256SUMS` has one too.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import datetime

import msgspec

from server_stub.database import Connection
from server_stub.faults import Refusal
from sync.chain import verify_signature

_KEY_BYTES, _LINE_BYTES = 42, 74
"""Algorithm (2), id of the key (8), then the key (32) or a signature (64)."""


class Manifest(msgspec.Struct, frozen=True):
    """What a release says of itself; `notes` are for people, `sums` the SHA-256 of its files by name."""

    version: str
    published_at: str
    notes: str = ""
    sums: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Release:
    """The newest version that was announced here."""

    manifest: Manifest
    announced_at: datetime
    key: bytes


def read_key(text: str) -> bytes:
    """Give the raw key of a minisign public key file. Raises Refusal `release.key`."""
    raw = _decode((text.strip().splitlines() or [""])[-1])
    if len(raw) != _KEY_BYTES or raw[:2] != b"Ed":
        raise Refusal("release.key", "This is no public key of minisign", "Give the file eckwms.pub of the release.")
    return raw[10:]


def read_manifest(content: bytes, signature: str, key: bytes) -> Manifest:
    """Check a manifest. Raises Refusal `release.signature` for one that is not the key's, `release.manifest`."""
    lines = signature.strip().splitlines()
    comment = lines[2].removeprefix("trusted comment: ") if len(lines) == 4 else ""
    line, whole = (_decode(lines[1]), _decode(lines[3])) if len(lines) == 4 else (b"", b"")
    digest = hashlib.blake2b(content).digest()
    holds = len(line) == _LINE_BYTES and line[:2] == b"ED" and verify_signature(key, digest, line[10:])
    if not holds or not verify_signature(key, line[10:] + comment.encode(), whole):
        raise Refusal("release.signature", "This manifest is not signed by the key that is trusted here",
                      "Do not use these files; ask where they come from.")  # fmt: skip
    try:
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise Refusal("release.manifest", f"This is no manifest of a release: {error}", "Take it again.") from error


def _decode(line: str) -> bytes:
    try:
        return base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError):
        return b""


async def read_release(conn: Connection) -> Release | None:
    """Give the newest version that was announced, None when none was."""
    cursor = await conn.execute("SELECT manifest, announced_at, key FROM release")
    row = await cursor.fetchone()
    return Release(msgspec.json.decode(bytes(row[0]), type=Manifest), row[1], bytes(row[2])) if row else None


async def keep_release(conn: Connection, manifest: Manifest, key: bytes, now: datetime) -> None:
    """Keep what is the newest from now on, and the key that every later one has to be signed with."""
    await conn.execute(
        """INSERT INTO release (manifest, key, announced_at) VALUES (%s, %s, %s)
           ON CONFLICT (one) DO UPDATE SET manifest = excluded.manifest, announced_at = excluded.announced_at""",
        (msgspec.json.encode(manifest), key, now),
    )
