import base64
import json
import stat
import threading
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from sync import machine, secrets
from sync.keyrings import KeyringStore, find_backend
from sync.secret_file import FileStore, SecretsDamaged, SecretsForeign, SecretsLocked, SecretsTrouble
from sync.secrets import DATABASE_KEY, JOURNAL_HEAD, TOKENS, open_secrets


class FakeKeyring:
    """The system's keyring: a physical edge."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.locked = False
        self.hangs: threading.Event | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        del self.held[service, username]

    def _ask(self) -> None:
        if self.hangs is not None:
            self.hangs.wait()
        if self.locked:
            raise KeyringLocked("locked")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> FakeKeyring:
    fake = FakeKeyring()
    monkeypatch.setattr(secrets, "find_backend", lambda: fake)
    return fake


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "secrets.bin", b"machine-1")


def test_file_keeps_what_it_is_given(store: FileStore) -> None:
    assert store.get("a") is None
    store.set("a", b"\x00secret")
    store.set("b", b"other")
    again = FileStore(store.path, b"machine-1")
    assert (again.get("a"), again.get("b")) == (b"\x00secret", b"other")
    again.delete("a")
    again.delete("a")
    assert store.get("a") is None


def test_file_is_private_and_not_readable_as_text(store: FileStore) -> None:
    store.set("database-key", b"very-secret-bytes")
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert b"very-secret" not in store.path.read_bytes()
    assert b"database-key" not in store.path.read_bytes()
    assert list(store.path.parent.iterdir()) == [store.path]


def test_every_flipped_byte_is_noticed(store: FileStore) -> None:
    store.set("a", b"value")
    good = store.path.read_bytes()
    for at in range(0, len(good), 7):
        store.path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        with pytest.raises(SecretsDamaged):
            store.get("a")
    for length in (0, 5, len(good) // 2, len(good) - 1):
        store.path.write_bytes(good[:length])
        with pytest.raises(SecretsDamaged):
            store.set("a", b"new")
        assert store.path.read_bytes() == good[:length], "a damaged file is never overwritten"


def test_file_of_another_machine_says_so(store: FileStore) -> None:
    store.set("a", b"value")
    with pytest.raises(SecretsForeign):
        FileStore(store.path, b"machine-2").get("a")


def test_a_failed_write_leaves_the_old_file(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.set("a", b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sync.durable.os.fsync", full)
    with pytest.raises(SecretsTrouble, match="No space"):
        store.set("a", b"new")
    monkeypatch.undo()
    assert store.get("a") == b"old"
    store.set("a", b"newer")
    assert store.get("a") == b"newer"


def test_threads_do_not_lose_each_others_values(store: FileStore) -> None:
    threads = [threading.Thread(target=store.set, args=(f"n{n}", bytes([n]))) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.get(f"n{n}") for n in range(12)] == [bytes([n]) for n in range(12)]


def test_without_a_keyring_the_file_is_taken_and_said(tmp_path: Path) -> None:
    opened = open_secrets(tmp_path)
    assert opened.kind == "file"
    assert "encrypted file" in opened.note
    opened.set(DATABASE_KEY, b"key")
    assert open_secrets(tmp_path).get(DATABASE_KEY) == b"key"


def test_plaintext_keyrings_are_not_keyrings(monkeypatch: pytest.MonkeyPatch) -> None:
    class PlaintextKeyring:
        priority = 99

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: [PlaintextKeyring()])
    assert find_backend() is None


def test_a_keyring_that_answers_is_taken_and_named(tmp_path: Path, keyring: FakeKeyring) -> None:
    opened = open_secrets(tmp_path)
    assert opened.kind == "keyring"
    assert "keyring" in opened.note
    opened.set(TOKENS, b"\xff\x00")
    assert base64.b64encode(b"\xff\x00").decode() in keyring.held.values()
    assert open_secrets(tmp_path).get(TOKENS) == b"\xff\x00"
    assert b"\xff\x00" not in (tmp_path / "secrets.json").read_bytes()


def test_a_locked_keyring_does_not_stop_what_selling_needs(tmp_path: Path, keyring: FakeKeyring) -> None:
    opened = open_secrets(tmp_path)
    opened.set(DATABASE_KEY, b"key")
    opened.set(TOKENS, b"tokens")
    keyring.locked = True
    later = open_secrets(tmp_path)
    assert later.kind == "keyring"
    assert "wrapped file" in later.note
    assert later.get(DATABASE_KEY) == b"key"
    with pytest.raises(SecretsLocked):
        later.get(TOKENS)
    with pytest.raises(SecretsLocked):
        later.get(JOURNAL_HEAD)  # never None: there may be one in the keyring
    later.set(JOURNAL_HEAD, b"head 7")
    assert later.copies(JOURNAL_HEAD) == (b"head 7",)
    keyring.locked = False
    assert open_secrets(tmp_path).get(JOURNAL_HEAD) == b"head 7"


def test_a_keyring_that_waits_for_a_prompt_is_given_up(keyring: FakeKeyring) -> None:
    keyring.hangs = threading.Event()
    store = KeyringStore(keyring, "scope", answer_s=0.05)
    try:
        with pytest.raises(SecretsLocked, match="did not answer"):
            store.get("a")
        with pytest.raises(SecretsLocked, match="did not answer"):
            store.set("a", b"b")
    finally:
        keyring.hangs.set()


def test_a_keyring_that_vanished_is_not_a_new_terminal(
    tmp_path: Path, keyring: FakeKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_secrets(tmp_path).set(TOKENS, b"t")
    monkeypatch.setattr(secrets, "find_backend", lambda: None)
    later = open_secrets(tmp_path)
    assert later.kind == "keyring"
    with pytest.raises(SecretsLocked):
        later.get(TOKENS)


def test_a_demanded_keyring_that_is_locked_is_an_error(tmp_path: Path, keyring: FakeKeyring) -> None:
    keyring.locked = True
    with pytest.raises(SecretsLocked):
        open_secrets(tmp_path, "keyring")
    assert open_secrets(tmp_path).kind == "file"


def test_changing_the_store_takes_the_secrets_along(tmp_path: Path, keyring: FakeKeyring) -> None:
    open_secrets(tmp_path, "file").set(DATABASE_KEY, b"key")
    moved = open_secrets(tmp_path, "keyring")
    assert moved.get(DATABASE_KEY) == b"key"
    assert any(name.endswith(DATABASE_KEY) for _, name in keyring.held)


def test_one_damaged_copy_is_survived_and_two_are_told(tmp_path: Path) -> None:
    opened = open_secrets(tmp_path, "file")
    opened.set(DATABASE_KEY, b"key")
    (tmp_path / "secrets.bin").write_bytes(b"rubbish")
    assert open_secrets(tmp_path).get(DATABASE_KEY) == b"key"
    (tmp_path / "wrapped.bin").write_bytes(b"rubbish")
    with pytest.raises(SecretsDamaged):
        open_secrets(tmp_path).get(DATABASE_KEY)


def test_an_unreadable_choice_is_told(tmp_path: Path) -> None:
    open_secrets(tmp_path)
    (tmp_path / "secrets.json").write_text(json.dumps({"kind": 7}))
    with pytest.raises(SecretsDamaged):
        open_secrets(tmp_path)


def test_without_a_machine_id_a_key_file_serves_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_LINUX", ())
    opened = open_secrets(tmp_path)
    opened.set(DATABASE_KEY, b"key")
    assert "machine id" in opened.note
    assert open_secrets(tmp_path).get(DATABASE_KEY) == b"key"
    assert stat.S_IMODE((tmp_path / "machine-key").stat().st_mode) == 0o600
