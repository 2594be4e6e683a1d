"""Unsent entries as lines of a file on another disk, each sealed with a key that only the database's key gives.

A line is base64 of nonce (12) and AES-256-GCM of the entry as `journal export` writes it, with the personal data and
the photos that it names. The device's id is authenticated with it. A line that was cut short by a power cut is no line.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.domain.photo import Photo
from desktop.replication.unsent_lines import entry_json
from desktop.store.attachments import Kept
from desktop.store.journal import Sealed

_INFO = b"eckwms.mirror.1"
_NONCE = 12
_BYTES = ("header", "body", "signature")
_HASHES = ("prev_hash", "hash")


@dataclass(frozen=True, slots=True)
class Mirrored:
    """An entry with what it names beside the journal."""

    sealed: Sealed
    beside: tuple[Kept, ...] = ()
    photos: tuple[Photo, ...] = ()


class MirrorLines:
    """Writes and reads the lines of one terminal; `key` is that of its database."""

    def __init__(self, key: bytes, device_id: str) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, None, _INFO).derive(key))
        self._device = device_id.encode()

    def write(self, one: Mirrored) -> bytes:
        """Give the line of an entry."""
        content = entry_json(one.sealed) | {"recalled": one.sealed.recalled}
        content |= {"beside": [_kept_json(each) for each in one.beside]}
        content |= {"photos": [base64.b64encode(each.content).decode() for each in one.photos]}
        nonce = secrets.token_bytes(_NONCE)
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, json.dumps(content).encode(), self._device)) + b"\n"

    def read(self, lines: Iterable[bytes]) -> Iterator[Mirrored]:
        """Give the entries as far as the lines are this terminal's own and whole."""
        for line in lines:
            try:
                raw = base64.b64decode(line, validate=False)
                content = json.loads(self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], self._device))
            except (ValueError, InvalidTag):
                return
            beside = tuple(_kept(each) for each in content["beside"])
            photos = tuple(_photo(each) for each in content.get("photos", ()))  # older programs wrote none
            yield Mirrored(_sealed(content), beside, photos)


def _sealed(content: dict[str, Any]) -> Sealed:
    values = {name: content[name] for name in ("incarnation", "seq", "kind", "version", "occurred_at", "actor")}
    values |= {name: base64.b64decode(content[name]) for name in _BYTES}
    values |= {name: bytes.fromhex(content[name]) for name in _HASHES}
    return Sealed(position=0, recalled=content["recalled"], **values)


def _kept_json(kept: Kept) -> dict[str, str | None]:
    return {
        "hash": kept.hash,
        "salt": kept.salt.hex() if kept.salt is not None else None,
        "content": kept.content.hex() if kept.content is not None else None,
    }


def _kept(values: dict[str, str | None]) -> Kept:
    salt, content = values["salt"], values["content"]
    return Kept(
        str(values["hash"]),
        bytes.fromhex(salt) if salt is not None else None,
        bytes.fromhex(content) if content is not None else None,
    )


def _photo(text: str) -> Photo:
    content = base64.b64decode(text)
    return Photo(hashlib.sha256(content).hexdigest(), content)
