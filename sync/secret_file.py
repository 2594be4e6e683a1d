"""Secrets in an encrypted file of mode 0600: for machines without a keyring, and as the copy beside a keyring.

Layout: magic, salt (16), mark of the machine (8), nonce (12), AES-256-GCM of a msgpack map. The key is argon2id of the
machine id, derived once per process. This keeps secrets from other users and from copies of the file; who is root on
this machine can read them, as with any program that starts without a person.
"""

import hashlib
import secrets
import threading
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.durable import replace_file

MAGIC = b"eckwms.secrets.1\x00"
_SALT, _MARK, _NONCE = 16, 8, 12
_HEAD = len(MAGIC) + _SALT + _MARK
_KEYS: dict[tuple[bytes, bytes], AESGCM] = {}
"""Keys derived in this process, by machine and salt; it takes as long as reading a hundred secrets."""


class SecretsTrouble(Exception):
    """Secrets cannot be read or kept; the text says why and what helps."""


class SecretsLocked(SecretsTrouble):
    """The keyring is locked, missing or silent: unlock it, or start again after signing in to the desktop."""


class SecretsDamaged(SecretsTrouble):
    """The file is not what was written: restore it from a backup; it is never overwritten."""


class SecretsForeign(SecretsDamaged):
    """The file was written on another machine and cannot be read here: enrol this machine as itself."""


class FileStore:
    """Named bytes in one encrypted file; safe to use from several threads of one process."""

    kind = "file"

    def __init__(self, path: Path, machine: bytes) -> None:
        self.path = path
        self._machine = machine
        self._lock = threading.Lock()

    def get(self, name: str) -> bytes | None:
        """Give the value, None when there is none. Raises SecretsDamaged when the file cannot be trusted."""
        with self._lock:
            return self._read()[1].get(name)

    def set(self, name: str, value: bytes) -> None:
        """Keep the value; on return it is on the disk. Raises SecretsTrouble when it could not be written."""
        with self._lock:
            salt, values = self._read()
            if values.get(name) != value:
                self._write(salt, values | {name: value})

    def delete(self, name: str) -> None:
        """Forget the value; unknown names are fine."""
        with self._lock:
            salt, values = self._read()
            if values.pop(name, None) is not None:
                self._write(salt, values)

    def _read(self) -> tuple[bytes, dict[str, bytes]]:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return self._new_salt(), {}
        except OSError as error:
            raise SecretsTrouble(f"{self.path} cannot be read: {error}") from error
        salt, mark = data[len(MAGIC) : len(MAGIC) + _SALT], data[_HEAD - _MARK : _HEAD]
        if not data.startswith(MAGIC) or len(data) < _HEAD + _NONCE + 16:
            raise SecretsDamaged(f"{self.path} is not a file of secrets")
        try:
            plain = self._key(salt).decrypt(data[_HEAD : _HEAD + _NONCE], data[_HEAD + _NONCE :], data[:_HEAD])
            return salt, msgspec.msgpack.decode(plain, type=dict[str, bytes])
        except (InvalidTag, msgspec.DecodeError) as error:
            if mark != self._mark(salt):
                raise SecretsForeign(f"{self.path} was written on another machine") from error
            raise SecretsDamaged(f"{self.path} is damaged") from error

    def _write(self, salt: bytes, values: dict[str, bytes]) -> None:
        head, nonce = MAGIC + salt + self._mark(salt), secrets.token_bytes(_NONCE)
        sealed = self._key(salt).encrypt(nonce, msgspec.msgpack.encode(values), head)
        try:
            replace_file(self.path, head + nonce + sealed)
        except OSError as error:
            raise SecretsTrouble(f"{self.path} cannot be written: {error}") from error

    def _mark(self, salt: bytes) -> bytes:
        return hashlib.sha256(MAGIC + salt + self._machine).digest()[:_MARK]

    def _new_salt(self) -> bytes:
        """Take the salt of another file of this machine whose key is known: the copy beside it needs no other."""
        return next((salt for machine, salt in _KEYS if machine == self._machine), secrets.token_bytes(_SALT))

    def _key(self, salt: bytes) -> AESGCM:
        key = _KEYS.get((self._machine, salt))
        if key is None:
            raw = hash_secret_raw(
                self._machine, salt, time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, type=Type.ID
            )
            key = _KEYS[self._machine, salt] = AESGCM(raw)
        return key
