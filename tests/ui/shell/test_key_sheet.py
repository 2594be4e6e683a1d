"""The sheet of keys: it lists what is bound on this screen, does what is pressed, and makes way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.text import Text
from tests.screens.stage import Stage
from tests.terminals import BREAD, MILK
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_scans import names


def caps(stage: Stage) -> list[str]:
    return [row.accessibleName().rpartition(", ")[2] for row in stage.shell.keys.rows]


def row(stage: Stage, cap: str) -> object:
    return stage.shell.keys.rows[caps(stage).index(cap)]


def test_f1_lists_every_key_of_the_till_and_f1_shuts(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F1)
    assert at_till.shell.keys.isVisible()
    functions = ["F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F11", "F12", "Del"]
    assert caps(at_till)[: len(functions)] == functions
    assert {"Ctrl+D", "Ctrl+E", "Ctrl+P", "Ctrl+Z", "Ctrl+K", "Ctrl+N"} <= set(caps(at_till))
    assert len(set(caps(at_till))) == len(caps(at_till)), "no key twice"
    assert row(at_till, "F9").text() == "Pay  2.40\u00a0€"
    assert not row(at_till, "F5").isEnabled(), "nothing is parked"
    words = [label.text() for label in at_till.shell.keys.findChildren(Text)]
    assert "Three pieces of the goods that are scanned next" in words
    keyboard.press(Qt.Key.Key_F1)
    assert not at_till.shell.keys.isVisible()


def test_a_press_on_a_row_does_what_its_key_does(at_till: Stage) -> None:
    at_till.scan(BREAD, MILK)
    at_till.shell.bar.help.click()
    row(at_till, "Del").click()
    assert names(at_till) == ["bread"]
    assert not at_till.shell.keys.isVisible()


def test_a_key_works_through_the_sheet_which_makes_way(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F1)
    keyboard.press(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    drawer = at_till.selling.till_view.sheets.drawer
    assert not at_till.shell.keys.isVisible()
    assert drawer.isVisible()
    assert drawer.isAncestorOf(QApplication.focusWidget())


def test_a_scan_shuts_it_and_sells(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F1)
    keyboard.burst(BREAD)
    assert not at_till.shell.keys.isVisible()
    assert names(at_till) == ["bread"]


def test_it_opens_again_and_again_and_lists_the_screen_that_is_shown(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F9)
    assert at_till.shell.current_key() == "payment"
    keyboard.press(Qt.Key.Key_F1)
    assert caps(at_till) == ["F2", "F3", "F4", "F9", "F11", "F12"], "each way to pay has a key"
    assert not row(at_till, "F9").isEnabled(), "something is due"
    keyboard.press(Qt.Key.Key_F12)
    assert at_till.shell.current_key() == "sign_in"
    keyboard.press(Qt.Key.Key_F1)
    assert not row(at_till, "F12").isEnabled(), "nobody works here"
