"""Who this terminal is: a device id and an Ed25519 key, both made once and kept among the secrets."""

import secrets as random_bytes
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.chain import derive_key_id
from sync.secrets import IDENTITY, SERVER_KEY, TOKENS, SecretsDamaged, SecretStore
from sync.trouble import Broken
from sync.wire.messages import Tokens


class _Kept(msgspec.Struct, frozen=True):
    """The identity as it is stored: one value, so that id and key can never come apart."""

    device_id: str
    private_key: bytes
    former: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """The terminal as the centre knows it; `public_key` is the raw 32 bytes, `sign` gives 64.

    `former` are keys with which this terminal signed on a machine before this one.
    """

    device_id: str
    key_id: str
    public_key: bytes
    sign: Callable[[bytes], bytes]
    former: tuple[bytes, ...] = ()


def load_identity(store: SecretStore, now_ms: int) -> Identity:
    """Read the identity, or make it once; `now_ms` (Unix time) goes into the new device id, a UUIDv7.

    Raises SecretsTrouble when there may be one that cannot be read: a second identity would be a second terminal.
    """
    stored = store.get(IDENTITY)
    if stored is None:
        stored = msgspec.msgpack.encode(_Kept(_make_id(now_ms), Ed25519PrivateKey.generate().private_bytes_raw()))
        store.set(IDENTITY, stored)
    try:
        kept = msgspec.msgpack.decode(stored, type=_Kept)
        private = Ed25519PrivateKey.from_private_bytes(kept.private_key)
    except (msgspec.DecodeError, ValueError) as error:
        raise SecretsDamaged("the stored identity is unreadable") from error
    public = private.public_key().public_bytes_raw()
    return Identity(kept.device_id, derive_key_id(public), public, private.sign, kept.former)


def succeed(store: SecretStore, device_id: str, former: tuple[bytes, ...]) -> None:
    """Become a terminal that is lost, with a key of one's own; what this machine was before is forgotten."""
    key = Ed25519PrivateKey.generate().private_bytes_raw()
    store.set(IDENTITY, msgspec.msgpack.encode(_Kept(device_id, key, former)))
    forget_server(store)


def pin_server_key(store: SecretStore, key: bytes) -> None:
    """Trust the centre's raw public key at the first registration. Raises Broken when another one is pinned."""
    pinned = store.get(SERVER_KEY)
    if pinned is None:
        store.set(SERVER_KEY, key)
    elif pinned != key:
        raise Broken("the centre shows another key than the one this terminal enrolled with")


def server_key(store: SecretStore) -> bytes | None:
    """The pinned public key of the centre, None before enrolment."""
    return store.get(SERVER_KEY)


def forget_server(store: SecretStore) -> None:
    """Drop the pinned key and the tokens, to enrol at another centre; the identity stays."""
    store.delete(SERVER_KEY)
    store.delete(TOKENS)


def load_tokens(store: SecretStore) -> Tokens | None:
    """The tokens of the last run; None when there are none or they are unreadable, a challenge gives new ones."""
    stored = store.get(TOKENS)
    try:
        return msgspec.msgpack.decode(stored, type=Tokens) if stored else None
    except msgspec.DecodeError:
        return None


def save_tokens(store: SecretStore, tokens: Tokens) -> None:
    """Keep the tokens for the next run."""
    store.set(TOKENS, msgspec.msgpack.encode(tokens))


def _make_id(now_ms: int) -> str:
    """A UUIDv7 (RFC 9562): 48 bits of time, the rest random."""
    number = (now_ms & (1 << 48) - 1) << 80 | int.from_bytes(random_bytes.token_bytes(10))
    number = number & ~(0xF << 76) | 7 << 76
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 2 << 62))
