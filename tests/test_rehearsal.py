"""A rehearsal has the shop's goods and people, numbers of its own, and nothing of it reaches the real till."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import rehearsal
from desktop.domain.refusal import Refusal
from desktop.domain.tender import Payment
from desktop.operations import journals, shifts, staff
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.screens import Screens
from desktop.settings import Loaded, load_settings
from desktop.station import Station, open_station
from desktop.store import catalogue, journal
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import Known, read_known
from desktop.ui.language import install_language
from desktop.ui.sound import Sounds
from desktop.ui.theme.theme import apply_theme
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, ENGLISH, PIN, _pages


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    flags = {"secrets": "file", "name": "Till 3", "card_terminal": "simulated", "mail_host": "mail.example"}
    return load_settings(tmp_path, flags, machine=tmp_path / "none")


@pytest.fixture
def real(loaded: Loaded, clock: SettableClock) -> Iterator[Station]:
    """An enrolled till with goods and people, open as it is while somebody asks for a rehearsal."""
    station = open_station(loaded, clock)
    values = {"server": "http://127.0.0.1:9", "name": "Till 3", "state": "active", "shop": "s1"}
    station.keep_enrolment(**values, receipt_prefix="T03")
    journals.open_journal(station.terminal, "T03")
    path, key = station.replica()
    replica = ReplicaFile(path, key)
    for page in _pages(ENGLISH):
        apply_page(replica, page)
    replica.close()
    yield station
    station.close()


def entries(terminal: Terminal) -> int:
    with terminal.database.reading() as connection:
        return journal.count_entries(connection)


def test_what_is_sold_in_a_rehearsal_counts_nowhere(real: Station, loaded: Loaded, clock: SettableClock) -> None:
    before = entries(real.terminal)
    ours = rehearsal.prepare(loaded, clock)
    station = open_station(ours, clock)
    terminal = station.terminal
    anna = staff.sign_in(terminal, "anna", PIN)
    shifts.open_shift(terminal, anna, 10_000)
    sale = sell(terminal, anna, BREAD)
    with terminal.database.reading() as connection:
        assert catalogue.count_products(connection) == len(ENGLISH.goods)
        assert read_known(connection, Known.SERVER) == ""
    station.close()
    assert sale.receipt == "R-000001"
    assert ours.data_dir == loaded.data_dir / "rehearsal"
    assert (ours.settings.card_terminal, ours.settings.mail_host, ours.settings.server) == ("", "", "")
    assert entries(real.terminal) == before


def test_each_rehearsal_begins_anew(real: Station, loaded: Loaded, clock: SettableClock) -> None:
    for _ in range(2):
        station = open_station(rehearsal.prepare(loaded, clock), clock)
        anna = staff.sign_in(station.terminal, "anna", PIN)
        shifts.open_shift(station.terminal, anna, 10_000)
        assert sell(station.terminal, anna, BREAD).receipt == "R-000001"
        station.close()


def test_without_goods_there_is_nothing_to_rehearse_with(loaded: Loaded, clock: SettableClock) -> None:
    with pytest.raises(Refusal) as refused:
        rehearsal.prepare(loaded, clock)
    assert refused.value.code == "terminal.no_goods"


def test_the_window_of_a_rehearsal_offers_drills(
    real: Station, loaded: Loaded, clock: SettableClock, qtbot: QtBot, qapp: QApplication
) -> None:
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    station = open_station(rehearsal.prepare(loaded, clock), clock)
    screens = Screens(station, Sounds(enabled=False), lambda *_: None, lambda: None, lambda: None)
    qtbot.addWidget(screens.shell)
    screens.begin()
    mira = staff.sign_in(station.terminal, "mira", PIN)
    screens.shell.presenter.reload()
    keys = [key for key, _ in screens.shell._entries()]
    assert "drills" in keys
    assert not {"settings", "health"} & set(keys)
    assert screens.shell.bar.pill.text() == "Rehearsal"
    assert screens.shell.menu.rehearse.isHidden()
    shifts.open_shift(station.terminal, mira, 10_000)
    screens.shell.show_screen("drills")
    view = screens.shell.stack.currentWidget()
    view.cards[0].go.click()  # type: ignore[attr-defined]
    assert screens.shell.current_key() == "till"
    assert "give change" in screens.shell.letter.text
    sell(station.terminal, mira, f"3*{BREAD}", payments=(Payment("cash", 5_000),))
    assert "Cash with change: 100 of 100 points" in screens.shell.letter.text
    screens.close()
    station.close()
