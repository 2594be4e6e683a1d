"""Checksums of what is handed out, signed so that `minisign` can verify them.

The private key is never here: `ECKWMS_RELEASE_KEY` names a file with an Ed25519 key in PEM, in the release environment
alone. Without it the checksums stay unsigned, which is said.
"""

import base64
import hashlib
import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from workshop import Failed, say

VARIABLE = "ECKWMS_RELEASE_KEY"
SUMS = "SHA256SUMS"
PUBLIC = "eckwms.pub"


def sign_all(folder: Path, version: str) -> None:
    """Write SHA256SUMS for every file of a folder, and its signature where there is a key."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((SUMS, PUBLIC)))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), "utf-8")
    named = os.environ.get(VARIABLE)
    if not named:
        return say(f"{SUMS} is not signed: {VARIABLE} names no key")
    key = load_key(Path(named))
    (folder / f"{SUMS}.minisig").write_text(minisign(key, (folder / SUMS).read_bytes(), f"eckwms {version}"), "utf-8")
    (folder / PUBLIC).write_text(public_file(key.public_key()), "utf-8")
    return None


def load_key(path: Path) -> Ed25519PrivateKey:
    """Read the release key; raises Failed."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        raise Failed(f"the key of {VARIABLE} cannot be read: {type(error).__name__}") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise Failed(f"the key of {VARIABLE} is no Ed25519 key")
    return key


def minisign(key: Ed25519PrivateKey, content: bytes, trusted: str) -> str:
    """A signature in minisign's prehashed form: over BLAKE2b-512 of the content, with a trusted comment."""
    signature = key.sign(hashlib.blake2b(content).digest())
    whole = key.sign(signature + trusted.encode())
    line = base64.b64encode(b"ED" + _key_id(key.public_key()) + signature).decode()
    return (
        f"untrusted comment: signature of eckwms\n{line}\n"
        f"trusted comment: {trusted}\n{base64.b64encode(whole).decode()}\n"
    )


def public_file(key: Ed25519PublicKey) -> str:
    """The public key as minisign reads it."""
    line = base64.b64encode(b"Ed" + _key_id(key) + key.public_bytes_raw()).decode()
    return f"untrusted comment: minisign public key of eckwms\n{line}\n"


def _key_id(key: Ed25519PublicKey) -> bytes:
    return hashlib.sha256(key.public_bytes_raw()).digest()[:8]
