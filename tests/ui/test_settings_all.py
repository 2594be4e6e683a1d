"""Every setting that there is can be changed at the till, or is on the list of those that are not for the till."""

from collections.abc import Iterator
from dataclasses import asdict, fields

import pytest
from PySide6.QtWidgets import QApplication

from desktop.operations.terminal import Terminal
from desktop.paper.barcodes import qr_rows
from desktop.screen_hardware import device_rows, driver_choices
from desktop.settings import AT_ENROLMENT, FOR_IT, Settings, parse_value
from desktop.ui.language import install_language
from desktop.ui.settings.choice_row import ChoiceRow
from desktop.ui.settings.hardware_words import driver_title
from desktop.ui.settings.mail_page import TYPED
from desktop.ui.settings.presenter import Hands, SettingsPresenter
from desktop.ui.settings.settings_rows import TEST_CODE, DeviceAnswer, DriverChoice
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.settings.view import SettingsView
from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.words_devices import DRIVER_NAMES, DRIVER_TITLES
from tests.edges import SettableClock
from tests.terminals import build_terminal

ELSEWHERE = {"scanner_ports", "printer", "scale", "display", "pixels_per_mm"}
"""Set by a list of ports, by a field beside a test, or by a bank card: each has a test of its own."""


@pytest.fixture(scope="module")
def pages(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SettingsView]:
    """All pages of the settings."""
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    terminal = build_terminal(tmp_path_factory.mktemp("till"), SettableClock())
    presenter = SettingsPresenter(terminal, hands(terminal))
    view = SettingsView(presenter, qr_rows(TEST_CODE))
    presenter.look_for_ports = lambda: None  # type: ignore[method-assign]
    presenter.enter()
    presenter.show_page("hardware")
    for key in ("scanner", "printer", "scale", "display", "card"):
        presenter.choose_device(key)
    yield view
    presenter.close()
    view.deleteLater()
    terminal.database.close()


def hands(terminal: Terminal) -> Hands:
    async def ports() -> tuple[()]:
        return ()

    async def answer() -> DeviceAnswer:
        return DeviceAnswer("print", "sent")

    return Hands(
        read=lambda: (asdict(Settings()), {}),
        save=lambda name, value: None,
        facts=tuple,
        last_typed=lambda: None,
        list_ports=ports,
        test_print=answer,
        test_drawer=answer,
        play=lambda sound: None,
        px_per_mm=lambda: active().px_per_mm,
        devices=lambda: device_rows(Settings(), terminal, None),
        drivers=driver_choices,
    )


def test_no_setting_is_forgotten(pages: SettingsView) -> None:
    chosen = {row.setting for row in pages.findChildren(ChoiceRow)}
    typed = {row.setting for row in pages.findChildren(TypedRow)} | set(TYPED)
    shown = (chosen - {"scanner_driver"}) | typed | ELSEWHERE
    kept_from_people = {*FOR_IT, *AT_ENROLMENT}
    assert shown.isdisjoint(kept_from_people)
    assert shown | kept_from_people == {field.name for field in fields(Settings)}


def test_every_value_that_can_be_chosen_can_be_kept_and_one_of_them_is_in_force(pages: SettingsView) -> None:
    for row in pages.findChildren(ChoiceRow):
        assert row._options, row.setting
        if row.setting == "scanner_driver" or row is pages.printer.family:  # parts of a setting
            continue
        for value in row._options:
            parse_value(row.setting, value, "test")
        assert str(getattr(Settings(), row.setting)) in row._options, row.setting


def test_titles_of_our_own_drivers_are_marked_for_translation() -> None:
    ours = {driver.title for driver in driver_choices() if not driver.package}
    assert ours == {*DRIVER_TITLES, *DRIVER_NAMES}


def test_a_plug_ins_title_is_its_own() -> None:
    assert driver_title(DriverChoice("scale", "acme", "Other", "acme-scales")) == "Other"
