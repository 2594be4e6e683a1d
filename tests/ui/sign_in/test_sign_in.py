"""Signing in: by touch and by key, wrong PINs in words, and where it leads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.operations import shifts, staff
from desktop.ui.theme.theme import apply_theme
from tests.screens.stage import Stage
from tests.terminals import BREAD, PIN
from tests.ui.keyboard import Keyboard, Timers


def sign_in(stage: Stage, login: str, pin: str = PIN) -> None:
    stage.sign_in.choose(login)
    for digit in pin:
        stage.sign_in.press_digit(digit)
    stage.sign_in.press_enter()


def test_the_pin_is_shown_as_dots_and_is_nowhere_else(stage: Stage, keyboard: Keyboard) -> None:
    stage.selling.sign_in_view.people.tiles[0].click()
    keyboard.type(PIN)
    assert stage.selling.sign_in_view.dots.text() == "● ● ● ●"
    assert PIN not in repr(stage.sign_in.state)
    assert stage.selling.sign_in_view.dots.accessibleName() == "PIN: 4 digits typed"


def test_without_a_shift_it_leads_to_opening_one(stage: Stage, keyboard: Keyboard) -> None:
    stage.selling.sign_in_view.people.tiles[0].click()
    keyboard.type(PIN)
    keyboard.press(Qt.Key.Key_Return)
    assert stage.shifts_asked == ["open"]
    shifts.open_shift(stage.terminal, staff.signed_in(stage.terminal), 0)
    stage.selling.shift_opened()
    assert stage.shell.current_key() == "till"


def test_with_a_shift_it_leads_to_the_till(at_till: Stage) -> None:
    at_till.shell.lock()
    assert at_till.shell.current_key() == "sign_in"
    sign_in(at_till, "anna")
    assert at_till.shell.current_key() == "till"


def test_a_wrong_pin_is_said_under_the_field_and_goes_with_the_next_digit(stage: Stage) -> None:
    sign_in(stage, "anna", "9999")
    view = stage.selling.sign_in_view
    assert view.refused.text() == "Name or PIN is wrong. Try again."
    assert view.dots.text() == ""
    assert stage.sounds == ["stop"]
    stage.sign_in.press_digit("1")
    assert view.refused.text() == ""


def test_after_five_wrong_pins_there_is_a_wait_that_counts_down(stage: Stage, timers: Timers) -> None:
    for _ in range(6):
        sign_in(stage, "anna", "9999")
    view = stage.selling.sign_in_view
    assert stage.sign_in.state.wait_s == 60
    assert "60 seconds" in view.refused.text()
    assert not view.pad.isEnabled()
    timers.run()
    assert "59 seconds" in view.refused.text()
    sign_in(stage, "igor")
    assert stage.sign_in.state.refusal is None
    stage.clock.advance(seconds=61)
    sign_in(stage, "anna")
    assert staff.signed_in(stage.terminal).login == "anna"


def test_a_scan_is_no_pin(stage: Stage, keyboard: Keyboard) -> None:
    stage.sign_in.choose("anna")
    keyboard.burst(BREAD)
    assert stage.sign_in.state.digits == 0
    assert stage.sounds == ["stop"]
    assert stage.shell.notice.isVisible()


def test_escape_goes_one_step_back(stage: Stage, keyboard: Keyboard) -> None:
    stage.sign_in.choose("anna")
    keyboard.type("12")
    keyboard.press(Qt.Key.Key_Escape)
    assert (stage.sign_in.state.chosen, stage.sign_in.state.digits) == ("anna", 0)
    keyboard.press(Qt.Key.Key_Escape)
    assert stage.sign_in.state.chosen == ""


def columns(stage: Stage) -> int:
    QApplication.processEvents()
    return len({tile.x() for tile in stage.selling.sign_in_view.people.tiles})


def test_people_stand_in_two_columns_on_a_small_till_too(stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, "light", "touch", 100, 3.36)
    stage.shell.resize(1366, 768)
    assert columns(stage) == 4
    stage.shell.resize(800, 600)
    assert columns(stage) == 2
    tiles, grid = stage.selling.sign_in_view.people.tiles, stage.selling.sign_in_view.people
    assert all(tile.width() >= tile.least_width() for tile in tiles)
    assert sum(tile.width() for tile in tiles[:2]) > grid.viewport().width() * 0.95, "the whole width is shared"
    stage.shell.resize(1366, 768)
    assert columns(stage) == 4


def test_f9_signs_in_as_it_confirms_everywhere(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F12)
    at_till.sign_in.choose("anna")
    keyboard.type(PIN)
    keyboard.press(Qt.Key.Key_F9)
    assert at_till.shell.current_key() == "till"
