"""An invitation is read on the window's loop; what a keyring does with it is not, for it may take seconds."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.enrolling import register
from desktop.faults import Fault
from desktop.inviting import read_invite
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store.terminal import save_known
from sync.identity import server_key
from sync.secrets import SERVER_KEY, Secrets
from tests.edges import SettableClock

OLD_KEY, NEW_KEY = b"\xb2" * 32, b"\xa1" * 32


class SlowStore:
    """A keyring in memory that notes which threads wait for it."""

    kind = "keyring"

    def __init__(self, held: dict[str, bytes]) -> None:
        self.held = held
        self.waited: set[int] = set()

    def get(self, name: str) -> bytes | None:
        """Give a value."""
        self.waited.add(threading.get_ident())
        return self.held.get(name)

    def set(self, name: str, value: bytes) -> None:
        """Keep a value."""
        self.waited.add(threading.get_ident())
        self.held[name] = value

    def delete(self, name: str) -> None:
        """Forget a value."""
        self.waited.add(threading.get_ident())
        self.held.pop(name, None)


@pytest.fixture
def keyring() -> SlowStore:
    """The key of another centre is in it."""
    return SlowStore({SERVER_KEY: OLD_KEY})


@pytest.fixture
def station(tmp_path: Path, keyring: SlowStore) -> Iterator[Station]:
    """A till that waits for another centre's approval."""
    station = open_station(load_settings(tmp_path, {"secrets": "file"}, machine=tmp_path / "none"), SettableClock())
    with station.terminal.database.writing() as connection:
        save_known(connection, state="pending", server="http://127.0.0.1:8")
    files, station.secrets = station.secrets, Secrets(keyring, SlowStore({}), "")
    yield station
    station.secrets = files
    station.close()


def pairing(*addresses: str) -> str:
    """A pairing string as head office prints it."""
    return f"ECK$2${'9F' * 16}${NEW_KEY.hex()}${','.join(f'{address}/E' for address in addresses)}$TOKEN".upper()


async def test_the_loop_does_not_wait_for_the_keyring(station: Station, keyring: SlowStore) -> None:
    invite = await read_invite(station, "", pairing("http://127.0.0.1:9"))
    assert (invite.server, invite.token) == ("http://127.0.0.1:9", "TOKEN")
    assert keyring.waited
    assert threading.get_ident() not in keyring.waited
    assert server_key(station.secrets) == NEW_KEY


async def test_another_address_forgets_the_other_centre_off_the_loop_too(
    station: Station, keyring: SlowStore, free_port: int
) -> None:
    with pytest.raises(Fault):
        await register(station, f"http://127.0.0.1:{free_port}", "Till", "TOKEN")
    assert SERVER_KEY not in keyring.held
    assert threading.get_ident() not in keyring.waited


async def test_a_pairing_string_without_an_address_of_its_own_forgets_nothing_of_the_same_centre(
    station: Station, keyring: SlowStore, free_port: int
) -> None:
    keyring.held |= {SERVER_KEY: NEW_KEY, "tokens": b"kept"}
    with pytest.raises(Fault):
        await register(station, "", "Till", pairing(f"http://127.0.0.1:{free_port}"))
    assert keyring.held["tokens"] == b"kept"
