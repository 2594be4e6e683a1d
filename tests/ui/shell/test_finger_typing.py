"""Letters on the glass: who touches a field gets them, who types on keys does not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.finger_typing import FingerTyping
from desktop.ui.widgets.letter_keys import LetterKeys
from desktop.ui.widgets.room import Room
from tests.screens.stage import Stage


def touch(stage: Stage, widget: QWidget, glass: QPointingDevice) -> None:
    """Put a finger on the middle of a widget and take it away; it reaches the window as from the glass."""
    window = stage.shell.windowHandle()
    spot = widget.mapTo(stage.shell, widget.rect().center())
    QTest.touchEvent(window, glass).press(0, spot, window).commit()
    QTest.touchEvent(window, glass).release(0, spot, window).commit()
    QApplication.processEvents()


def letters(stage: Stage) -> LetterKeys:
    """The letters that are shown."""
    [keys] = [keys for keys in stage.shell.findChildren(LetterKeys) if keys.isVisible()]
    return keys


def press(keys: LetterKeys, *words: str) -> None:
    """Press keys by their letters or their names."""
    for word in words:
        names = [key for key in keys.findChildren(QAbstractButton) if key.isVisible() and word == key.accessibleName()]
        names[0].click()


def open_search(stage: Stage) -> QLineEdit:
    stage.shell.resize(780, 560)  # touches beyond the test's screen are lost
    QApplication.processEvents()
    glass = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    touch(stage, stage.shell.bar.search, glass)
    stage.shell.bar.search.setFocus()
    touch(stage, stage.shell.bar.search, glass)
    return stage.shell.bar.search


def test_goods_are_found_by_fingers_alone(at_till: Stage) -> None:
    search = open_search(at_till)
    keys = letters(at_till)
    press(keys, "Capital letter", "R", "y", "x", "Erase", "e")
    assert search.text() == "Rye"
    assert at_till.search.state.hits[0].product.name == "Rye bread 400 g"
    press(keys, "АБВ", "х", "123", "7", "АБВ", "Space", "ё")
    assert search.text() == "Ryeх7 ё"


def test_they_go_when_somebody_types_on_keys_or_wants_the_screen(at_till: Stage, qtbot: QtBot) -> None:
    search = open_search(at_till)
    press(letters(at_till), "Put the letters away")
    assert not [keys for keys in at_till.shell.findChildren(LetterKeys) if keys.isVisible()]
    glass = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    touch(at_till, search, glass)
    keys = letters(at_till)
    QTest.keyClick(at_till.shell.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not keys.isVisible())


def test_who_never_touches_never_sees_them(at_till: Stage) -> None:
    at_till.shell.bar.search.setFocus()
    QApplication.processEvents()
    assert at_till.shell.findChildren(LetterKeys) == []


def test_the_field_in_hand_stays_in_sight(qtbot: QtBot) -> None:
    window, held = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(room := Room(held))
    low = QLineEdit()
    column = QVBoxLayout(held)
    column.addStretch()
    column.addWidget(low)
    typing = FingerTyping(window, window, room)
    window.resize(600, 500)
    window.show()
    window.activateWindow()
    low.setFocus()
    qtbot.waitUntil(low.hasFocus)
    typing.bring()
    [keys] = window.findChildren(LetterKeys)
    assert low.mapTo(window, low.rect().bottomLeft()).y() < keys.y()
    press(keys, "Put the letters away")
    assert room.lifted == 0
