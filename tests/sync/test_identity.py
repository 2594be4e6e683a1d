import uuid

import pytest

from sync.chain import derive_key_id, verify_signature
from sync.identity import forget_server, load_identity, pin_server_key, server_key
from sync.secrets import IDENTITY, SecretsDamaged
from sync.trouble import Broken
from tests.sync.simulation import MemorySecrets

NOW_MS = 1_795_000_000_000


def test_an_identity_is_made_once() -> None:
    store = MemorySecrets()
    first, second = load_identity(store, NOW_MS), load_identity(store, NOW_MS + 5)
    assert (first.device_id, first.public_key) == (second.device_id, second.public_key)
    assert first.key_id == derive_key_id(first.public_key)
    assert verify_signature(second.public_key, b"words", first.sign(b"words"))


def test_the_device_id_is_a_canonical_uuid7_of_its_time() -> None:
    made = load_identity(MemorySecrets(), NOW_MS).device_id
    read = uuid.UUID(made)
    assert (str(read), read.version, read.variant) == (made, 7, uuid.RFC_4122)
    assert read.int >> 80 == NOW_MS
    assert made != load_identity(MemorySecrets(), NOW_MS).device_id


def test_an_unreadable_identity_is_never_replaced() -> None:
    store = MemorySecrets()
    store.set(IDENTITY, b"rubbish")
    with pytest.raises(SecretsDamaged):
        load_identity(store, NOW_MS)
    assert store.get(IDENTITY) == b"rubbish"


def test_the_centres_key_is_pinned() -> None:
    store = MemorySecrets()
    assert server_key(store) is None
    pin_server_key(store, b"k" * 32)
    pin_server_key(store, b"k" * 32)
    with pytest.raises(Broken):
        pin_server_key(store, b"x" * 32)
    forget_server(store)
    pin_server_key(store, b"x" * 32)
    assert server_key(store) == b"x" * 32
