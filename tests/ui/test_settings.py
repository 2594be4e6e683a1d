"""Settings on a real data directory: kept at once, in force at once, and the tests of devices behind them."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.devices.simulated import SimulatedPrinter, on_tcp
from desktop.paper.barcodes import qr_rows
from desktop.screen_settings import SettingsHand
from desktop.settings import FILE, load_settings
from desktop.station import Station, open_station
from desktop.ui.language import install_language
from desktop.ui.settings.presenter import SettingsPresenter
from desktop.ui.settings.settings_rows import TEST_CODE
from desktop.ui.settings.view import SettingsView
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_presenter import ShellPresenter
from desktop.ui.sound import Sounds
from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.wedge import Wedge
from tests.edges import SettableClock


@dataclass
class Desk:
    """The settings screen of a real station, which nobody has enrolled."""

    station: Station
    shell: Shell
    presenter: SettingsPresenter
    view: SettingsView
    sounds: Sounds
    wedge: Wedge
    devices: list[str]

    def kept(self, name: str) -> object:
        """The setting as the next start will find it."""
        return getattr(load_settings(self.station.data_dir, machine=Path("none")).settings, name)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SettableClock) -> Iterator[Desk]:
    """The screen in a window."""
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    loaded = load_settings(tmp_path, {"secrets": "file", "receipt_language": "en"}, machine=tmp_path / "none")
    station = open_station(loaded, clock)
    shell = Shell(ShellPresenter(station.terminal))
    sounds, wedge, devices = Sounds(enabled=True, player=()), Wedge(), []
    hand = SettingsHand(station, shell, sounds, wedge, lambda: devices.append("opened"))
    presenter = SettingsPresenter(station.terminal, hand.hands())
    view = SettingsView(presenter, qr_rows(TEST_CODE))
    shell.language_chosen.connect(lambda name: hand.keep("language", name))
    shell.language_chosen.connect(lambda _: presenter.reload())
    shell.add_screen(Screen("settings", "Settings", view, scan=presenter.scan, enter=presenter.enter))
    presenter.sounded.connect(shell.play)
    wedge.scanned.connect(shell.on_scan)
    shell.resize(1366, 768)
    shell.show()
    shell.show_screen("settings")
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    yield Desk(station, shell, presenter, view, sounds, wedge, devices)
    presenter.close()
    shell.presenter.close()
    shell.close()
    shell.deleteLater()
    station.close()
    install_language(qapp, "en")
    apply_theme(qapp)


def press(desk: Desk, row: str, value: str) -> None:
    """Press a value of a setting on the first page."""
    desk.view.look.rows[row].segments.button(value).click()


def test_the_language_is_switched_and_kept(desk: Desk, qtbot: QtBot) -> None:
    press(desk, "language", "ru")
    assert QLocale().language() == QLocale.Language.Russian
    qtbot.waitUntil(lambda: desk.view.title.text() == "Настройки")
    assert desk.kept("language") == "ru"
    assert desk.presenter.state.text("language") == "ru"


def test_the_look_is_switched_and_kept(desk: Desk) -> None:
    press(desk, "theme", "dark")
    assert active().name == "dark"
    assert desk.kept("theme") == "dark"


def test_sizes_of_keys_and_text_are_in_force_at_once(desk: Desk) -> None:
    press(desk, "density", "rugged")
    press(desk, "scale_percent", "125")
    assert (active().density_name, active().scale) == ("rugged", 125)
    assert (desk.kept("density"), desk.kept("scale_percent")) == ("rugged", 125)


def test_the_menus_switch_of_language_is_seen_here(desk: Desk) -> None:
    desk.shell.switch_language("ru")
    assert desk.view.look.rows["language"].segments.choice() == "ru"


def test_sounds_are_switched_off_and_their_keys_with_them(desk: Desk) -> None:
    press(desk, "sounds", "False")
    assert not desk.sounds.enabled
    assert desk.kept("sounds") is False
    assert not desk.view.look.sounds["ok"].isEnabled()


def test_a_bank_card_measures_the_screen(desk: Desk) -> None:
    card = desk.view.look.card
    before = desk.presenter.state.card_px
    assert before == round(85.6 * 3.955)
    card.steps[10].click()
    card.steps[-1].click()
    assert desk.presenter.state.card_px == before + 9
    assert active().px_per_mm == 3.955, "nothing moves before the frame fits"
    card.keep.click()
    assert active().px_per_mm == round((before + 9) / 85.6, 3)
    assert desk.kept("pixels_per_mm") == active().px_per_mm
    card.guess.click()
    assert desk.kept("pixels_per_mm") == 0.0


def test_settings_are_chosen_by_keyboard(desk: Desk) -> None:
    row = desk.view.look.rows["theme"].segments
    row.button("light").setFocus()
    QTest.keyClick(row.button("light"), Qt.Key.Key_Right)
    assert active().name == "dark"
    desk.presenter.show_page("till")
    desk.view.tabs.button("till").setFocus()
    QTest.keyClick(desk.view.tabs.button("till"), Qt.Key.Key_Left)
    assert desk.presenter.state.page == "mail"


def test_what_it_has_set_elsewhere_is_shown_and_stays(desk: Desk) -> None:
    desk.presenter.show_page("printer")
    row = desk.view.printer.language
    assert not row.segments.isEnabled()
    assert row.segments.choice() == "en"
    assert "administrator" in row._below.text()


def test_a_printers_address_that_can_never_be_one_is_refused_at_its_field(desk: Desk) -> None:
    desk.presenter.show_page("printer")
    page = desk.view.printer
    page.address.edit.setText("somewhere")
    page.address.edited.emit("somewhere")
    page.keep.click()
    assert "tcp:HOST" in page.address.refusal()
    assert desk.kept("printer") == ""
    assert desk.devices == []
    page.address.edit.setText("tcp:127.0.0.1:9100")
    page.address.edited.emit("tcp:127.0.0.1:9100")
    page.keep.click()
    assert page.address.refusal() == ""
    assert desk.kept("printer") == "tcp:127.0.0.1:9100"
    assert desk.devices == ["opened"]


async def test_a_test_print_is_confirmed_by_the_printer(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.show_page("printer")
    simulated = SimulatedPrinter()
    with on_tcp(simulated) as port:
        desk.presenter.save("printer", f"tcp:127.0.0.1:{port}")
        desk.view.printer.print.click()
        assert "Asking" in desk.view.printer.strip.text
        await asyncio.gather(*desk.presenter._tasks)
    assert desk.presenter.state.answer is not None
    assert desk.presenter.state.answer.state == "confirmed"
    assert "done" in desk.view.printer.strip.text
    assert "АБВЁЖЯ".encode("cp866") in simulated.printed


async def test_a_printer_without_paper_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.show_page("printer")
    simulated = SimulatedPrinter()
    simulated.paper_out = True
    with on_tcp(simulated) as port:
        desk.presenter.save("printer", f"tcp:127.0.0.1:{port}")
        desk.view.printer.print.click()
        await asyncio.gather(*desk.presenter._tasks)
    assert "roll" in desk.view.printer.strip.text


async def test_the_drawer_stays_shut_for_nobody(desk: Desk, qtbot: QtBot) -> None:
    """A test opens it like everything else: by somebody with the right to it, and on record."""
    desk.presenter.show_page("printer")
    simulated = SimulatedPrinter()
    with on_tcp(simulated) as port:
        desk.presenter.save("printer", f"tcp:127.0.0.1:{port}")
        desk.view.printer.drawer.click()
        await asyncio.gather(*desk.presenter._tasks)
    assert (simulated.kicks, desk.presenter.state.testing) == (0, "")
    assert "not registered" in desk.view.strip.text


async def test_a_printer_that_is_not_there_is_told_with_the_way_out(desk: Desk, qtbot: QtBot, free_port: int) -> None:
    desk.presenter.show_page("printer")
    desk.presenter.save("printer", f"tcp:127.0.0.1:{free_port}")
    desk.view.printer.print.click()
    await asyncio.gather(*desk.presenter._tasks)
    assert "cannot be reached" in desk.view.printer.strip.text
    assert desk.view.printer.print.isEnabled()


def test_ports_are_chosen_and_the_scanner_is_opened_anew(desk: Desk) -> None:
    desk.presenter.save("scanner_ports", "/dev/ttyS9")
    desk.view.scanner.show_state(desk.presenter.state)
    assert desk.view.scanner.ports["/dev/ttyS9"].isChecked()
    assert "not there now" in desk.view.scanner.ports["/dev/ttyS9"].text()
    assert desk.devices == ["opened"]
    desk.view.scanner.ports[""].click()
    assert desk.kept("scanner_ports") == ""


async def test_the_machines_ports_are_listed(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.show_page("scanner")
    await asyncio.gather(*desk.presenter._tasks)
    assert "" in desk.view.scanner.ports


async def test_the_pause_of_the_keyboard_scanner_is_in_force_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.show_page("scanner")
    await asyncio.gather(*desk.presenter._tasks)
    desk.view.scanner.gap.segments.button("80").click()
    assert desk.wedge.settings.interval_ms == 80
    assert desk.kept("wedge_gap_ms") == 80


def test_a_value_that_cannot_be_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    desk.presenter.save("theme", "pink")
    assert "cannot have this value" in desk.view.strip.text
    assert not (desk.station.data_dir / FILE).exists()


def test_facts_of_the_till_are_listed(desk: Desk) -> None:
    desk.presenter.show_page("till")
    facts = {pair.words: pair.value for pair in (*desk.view.till.till.pairs, *desk.view.till.program.pairs)}
    assert facts["Device"] == desk.station.identity.device_id
    assert facts["Data"] == str(desk.station.data_dir)
    assert facts["Size of the journal"].endswith("MB")


def test_the_lock_other_keys_and_a_folder_for_receipts_are_kept(desk: Desk, tmp_path: Path) -> None:
    desk.presenter.show_page("till")
    page = desk.view.till
    page.lock.segments.button("300").click()
    page.bundles.segments.button("True").click()
    assert (desk.kept("auto_lock_s"), desk.kept("bundles_unasked")) == (300, True)
    for typed, kept in (("F9=F9=F9", ""), ("F9=F10, F10=F9", "F9=F10, F10=F9")):
        page.keys.field.edit.setText(typed)
        page.keys.field.submitted.emit(typed)
        assert desk.kept("keys") == kept
        assert bool(page.keys.field.refusal()) is not bool(kept)
    desk.presenter.show_page("printer")
    folder = desk.view.printer.folder
    folder.field.edit.setText(str(tmp_path / "receipts"))
    folder.field.submitted.emit("")
    assert desk.kept("receipt_folder") == str(tmp_path / "receipts")
    assert desk.devices == ["opened"]


def test_the_sheet_for_the_safe_and_the_licences_are_in_the_window(desk: Desk) -> None:
    desk.presenter.show_page("about")
    page = desk.view.about
    page.sheet.click()
    written = Path(desk.presenter.state.key_sheet)
    assert written.read_bytes().startswith(b"%PDF")
    assert written.stat().st_mode & 0o077 == 0
    assert "LGPL-3.0" in desk.presenter.state.licences
    desk.presenter.read_licence("LGPL-3.0")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page.text.toPlainText()
    page.second.field.set_value(str(written.parent))
    page.second.keep.click()
    assert desk.kept("backup_second") == str(written.parent)
