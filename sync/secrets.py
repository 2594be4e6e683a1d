"""Where a terminal's secrets are: the system's keyring or an encrypted file, and always a wrapped copy on the machine.

A locked keyring must not keep a shop from selling, so everything but the tokens (the database key, the journal's head,
the identity that seals entries ...) is in the store *and* in the machine-wide wrapped file. Nothing is in plain text.
"""

import contextlib
import secrets as random_bytes
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from sync.durable import replace_file
from sync.keyrings import ANSWER_S, KeyringStore, describe_backend, find_backend, within
from sync.machine import machine_id
from sync.secret_file import (
    FileStore,
    SecretsDamaged,
    SecretsForeign,
    SecretsLocked,
    SecretsTrouble,
)

__all__ = [
    "DATABASE_KEY",
    "IDENTITY",
    "JOURNAL_HEAD",
    "SERVER_KEY",
    "TOKENS",
    "SecretStore",
    "Secrets",
    "SecretsDamaged",
    "SecretsForeign",
    "SecretsLocked",
    "SecretsTrouble",
    "open_secrets",
]

DATABASE_KEY = "database-key"
JOURNAL_HEAD = "journal-head"
IDENTITY = "identity"
SERVER_KEY = "server-key"
TOKENS = "tokens"

_FLEETING = frozenset((TOKENS,))
"""Not worth a second copy: the identity gets others."""

Preference = Literal["auto", "keyring", "file"]


class SecretStore(Protocol):
    """Named bytes of one terminal; every method may raise SecretsTrouble and may be called from any thread."""

    kind: str

    def get(self, name: str) -> bytes | None:
        """Give the value, None when there is none."""

    def set(self, name: str, value: bytes) -> None:
        """Keep the value durably."""

    def delete(self, name: str) -> None:
        """Forget the value; unknown names are fine."""


class Secrets:
    """The store and the wrapped file as one SecretStore; `note` says in English which store was taken and why."""

    def __init__(self, store: SecretStore, wrapped: SecretStore, note: str) -> None:
        self._store = store
        self._wrapped = wrapped
        self.kind = store.kind
        self.note = note

    def get(self, name: str) -> bytes | None:
        """Give the value from the store, else from the wrapped file.

        Raises SecretsTrouble rather than None when a store that may hold the value cannot be read.
        """
        try:
            value = self._store.get(name)
        except SecretsTrouble:
            kept = None if name in _FLEETING else self._wrapped.get(name)
            if kept is None:
                raise
            return kept
        if value is None and name not in _FLEETING:
            value = self._wrapped.get(name)
            if value is not None:
                with contextlib.suppress(SecretsTrouble):  # healing the store can wait, selling cannot
                    self._store.set(name, value)
        return value

    def copies(self, name: str) -> tuple[bytes, ...]:
        """All readable copies: they differ when one of them could not be written or was rolled back."""
        found: list[bytes] = []
        for store in (self._store, self._wrapped):
            with contextlib.suppress(SecretsTrouble):
                value = store.get(name)
                if value is not None and value not in found:
                    found.append(value)
        return tuple(found)

    def set(self, name: str, value: bytes) -> None:
        """Keep the value in both places; one of the two is enough."""
        if name in _FLEETING:
            self._store.set(name, value)
            return
        troubles: list[SecretsTrouble] = []
        for store in (self._store, self._wrapped):
            try:
                store.set(name, value)
            except SecretsTrouble as trouble:
                troubles.append(trouble)
        if len(troubles) == 2:
            raise troubles[0]

    def delete(self, name: str) -> None:
        """Forget the value in both places."""
        self._store.delete(name)
        self._wrapped.delete(name)


class _Choice(msgspec.Struct, frozen=True):
    """What was chosen at the first start; `scope` keeps terminals of one machine apart in the keyring."""

    kind: str
    scope: str


def open_secrets(data_dir: Path, prefer: Preference = "auto") -> Secrets:
    """Open the secrets of the terminal in `data_dir`; the first choice is remembered, so that a keyring which is
    locked today is not mistaken for a new terminal.

    Raises SecretsLocked when a keyring is demanded and does not answer, SecretsDamaged when the choice is unreadable.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    machine, weak = _machine_secret(data_dir)
    wrapped = FileStore(data_dir / "wrapped.bin", machine)
    choice_file = data_dir / "secrets.json"
    choice = _read_choice(choice_file)
    scope = choice.scope if choice else random_bytes.token_hex(8)
    kind = prefer if prefer != "auto" else choice.kind if choice else "auto"
    note, store = "", None
    if kind != "file":
        store, note = _open_keyring(scope, needed=kind == "keyring", known=bool(choice and choice.kind == "keyring"))
    if store is None:
        store = FileStore(data_dir / "secrets.bin", machine)
        note = f"encrypted file{weak} ({note or 'as set'})"
    new = _Choice(store.kind, scope)
    if new != choice:
        replace_file(choice_file, msgspec.json.encode(new))
    return Secrets(store, wrapped, note)


def _open_keyring(scope: str, *, needed: bool, known: bool) -> tuple[SecretStore | None, str]:
    """Find the keyring; one that is `known` to hold the secrets is given even while it is locked."""
    try:
        backend = within(ANSWER_S, find_backend)
    except Exception as error:  # noqa: BLE001 - foreign backends raise anything while they look around
        backend, note = None, f"no keyring answered: {error or type(error).__name__}"
    else:
        note = f"keyring {describe_backend(backend)}" if backend else "no encrypting keyring on this machine"
    store = KeyringStore(backend, scope)
    try:
        store.get("probe") if known else store.probe()
    except SecretsLocked as trouble:
        if known:
            return store, f"{note}; {trouble}: the machine's wrapped file stands in"
        if needed:
            raise SecretsLocked(f"{note}; {trouble}") from trouble
        return None, f"{note}; {trouble}" if backend else note
    return store, note


def _read_choice(path: Path) -> _Choice | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Choice)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise SecretsDamaged(f"{path} is unreadable: {error}") from error


def _machine_secret(data_dir: Path) -> tuple[bytes, str]:
    """The machine id; where there is none, random bytes beside the data, which is weaker and said so."""
    known = machine_id()
    if known:
        return known, ""
    path = data_dir / "machine-key"
    if not path.exists():
        replace_file(path, random_bytes.token_bytes(32))
    return path.read_bytes(), ", its key beside it for want of a machine id"
