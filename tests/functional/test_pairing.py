"""A till is enrolled with what the console shows: the pairing string, the words, the short code."""

import base64
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.clock import SystemClock
from desktop.screens import Screens
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.store.terminal import Known, read_all_known
from desktop.ui.language import install_language
from desktop.ui.sound import Sounds
from server_stub.terminals.pairing import spell_code
from tests.functional.programs import Office, Till

NAME = ("enrol", "--name", "Till at the door", "--token-stdin")


def pairing_string(office: Office, folder: Path, *urls: str) -> str:
    """Make an invitation on the command line."""
    named = [word for url in urls for word in ("--url", url)]
    return str(office.do("token", "create", "--shop", office.shop, "--qr", str(folder / "qr.png"), *named)["pairing"])


@pytest.fixture
def code(office: Office) -> str:
    """A code of six letters and digits."""
    key = office.do("keys", "create", f"phone-{base64.b32encode(office.shop.encode())[-9:-5].decode().lower()}",
                    "--scope", "devices:write")["key"]  # fmt: skip
    asked: dict[str, Any] = {"type": "vip", "shop": office.shop}
    answer = httpx.post(f"{office.address}/E/api/internal/pairing-code", params=asked, headers={"X-API-Key": str(key)})
    return str(answer.json()["code"])


def test_the_pairing_string_names_the_centre_by_itself(office: Office, till: Till, tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    told = till.do(*NAME, stdin=pairing_string(office, tmp_path, nobody, office.address) + "\n")
    assert (told["state"], told["server"]) == ("active", office.address)


def test_another_centre_than_the_invitations_is_not_trusted(office: Office, till: Till, tmp_path: Path) -> None:
    text = pairing_string(office, tmp_path, office.address)
    parts = text.split("$")
    refused = till.run(*NAME, stdin="$".join([*parts[:3], "A1" * 32, *parts[4:]]) + "\n")
    assert (refused.exit, refused.error) == (4, "broken")
    assert till.do(*NAME, stdin=text + "\n")["state"] == "active", "the right one is taken afterwards"


def test_the_code_as_words_is_exchanged_once(office: Office, till: Till, code: str) -> None:
    words = spell_code(code)
    told = till.do(*NAME, "--server", office.address, stdin=words + "\n")
    assert told["state"] == "active"


def test_a_code_is_exchanged_once_and_needs_an_address(office: Office, till: Till, code: str) -> None:
    refused = till.run(*NAME, stdin=code + "\n")
    assert (refused.exit, refused.error) == (3, "enrol.server")
    typed = f"{code[:3].lower()}-{code[3:]}\n"
    assert till.do(*NAME, "--server", office.address, stdin=typed)["state"] == "active"
    again = Till(till.folder.parent / "second").run(*NAME, "--server", office.address, stdin=typed)
    assert (again.exit, again.error) == (3, "enrol.code")


@pytest.fixture
def two_addresses(office: Office, tmp_path: Path, free_port: int) -> str:
    """A pairing string with an address where nobody answers before the right one."""
    return pairing_string(office, tmp_path, f"http://127.0.0.1:{free_port}", office.address)


async def test_the_window_goes_on_to_the_second_address_when_the_first_is_dead(
    office: Office, two_addresses: str, tmp_path: Path, free_port: int, qtbot: QtBot, qapp: QApplication
) -> None:
    install_language(qapp, "en")
    station = open_station(load_settings(tmp_path / "till", {"secrets": "file", "name": "Till 7"}), SystemClock())
    screens = Screens(station, Sounds(enabled=False), _nothing, _nothing, _nothing)
    try:
        screens.begin()
        screens.shell.on_scan(two_addresses.encode(), "usb")
        presenter = screens._enrolment
        assert presenter is not None
        assert presenter.state.server == f"http://127.0.0.1:{free_port}"
        presenter.connect_till()
        assert presenter._task is not None
        await presenter._task
        assert (presenter.state.fault, presenter.state.refusal) == (None, None)
        with station.terminal.database.reading() as connection:
            known = read_all_known(connection)
        assert (known[Known.STATE], known[Known.SERVER]) == ("active", office.address)
    finally:
        screens.close()
        screens.shell.close()
        screens.shell.deleteLater()
        station.close()


def _nothing(*_: object) -> None:
    """Paper and drawer are not looked at."""
