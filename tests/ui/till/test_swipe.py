"""A line of the till's ticket is pushed away with a finger, or to say how many."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.finger import Finger
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_keys import control
from tests.ui.till.test_scans import names, quantities


def push(stage: Stage, row: int, across: int) -> None:
    table = stage.selling.till_view.ticket.table
    glass: QWidget = table._list.viewport()
    at: QPoint = table._list.visualRect(table.model.index(row)).center()
    Finger(glass, at).move(across, 6).lift()


def test_a_line_pushed_to_the_left_goes_and_can_be_brought_back(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS, MILK)
    push(at_till, 0, -200)
    assert names(at_till) == ["eggs", "milk"]
    chip = at_till.selling.till_view.ticket.chip
    assert chip.isVisible()
    assert "bread" in chip.text()
    chip.click()
    assert names(at_till) == ["bread", "eggs", "milk"]
    push(at_till, 1, -200)
    control(keyboard, Qt.Key.Key_Z)
    assert names(at_till) == ["bread", "eggs", "milk"]


def test_a_line_pushed_to_the_right_asks_how_many(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS, MILK)
    push(at_till, 1, 200)
    assert at_till.till.state.entry.mode == "quantity"
    assert at_till.selling.till_view.keys.quantity.isChecked()
    keyboard.type("4")
    keyboard.press(Qt.Key.Key_Return)
    assert quantities(at_till) == [1000, 4000, 1000]
    keyboard.type("7")
    push(at_till, 2, 200)
    assert quantities(at_till) == [1000, 4000, 7000]


def test_the_sheet_of_keys_tells_of_it(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F1)
    said = [label.text() for label in at_till.shell.keys.findChildren(QLabel)]
    assert any("push a line to the left" in words for words in said)
