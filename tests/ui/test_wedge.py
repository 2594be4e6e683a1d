"""A scan is one code and presses nothing; a person's keys arrive as typed. Time stamps are set, nothing waits."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import CONTROL, KEYPAD, NAMED, NONE, SHIFT, Desk


def test_a_scan_with_enter_is_one_code_and_touches_nothing(desk: Desk) -> None:
    desk.type("4601234567893\r")
    assert desk.codes == ["4601234567893"]
    assert desk.field.text() == ""
    assert desk.pressed == []


def test_enter_of_a_scan_does_not_press_the_focused_or_default_button(desk: Desk) -> None:
    for focused in (desk.button, desk.default):
        focused.setFocus()
        desk.type("4601234567893\r")
        desk.type("CODE 39 WITH SPACES\r")
    assert desk.codes == ["4601234567893", "CODE 39 WITH SPACES"] * 2
    assert desk.pressed == []


def test_without_the_wedge_the_same_keys_would_press(desk: Desk) -> None:
    desk.wedge.paused = True
    desk.type("4601234567893\r")
    assert desk.field.text() == "4601234567893"
    assert desk.pressed == ["default"]


def test_a_scan_without_a_closing_key_is_told_when_the_interval_is_over(desk: Desk) -> None:
    desk.type("96385074")
    assert desk.codes == []
    desk.pause()
    assert desk.codes == ["96385074"]
    assert desk.field.text() == ""


def test_the_timer_decides_by_itself(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.wedge.scanned, timeout=2000) as told:
        desk.type("96385074")
    assert told.args == ["96385074"]


def test_a_late_timer_waits_for_keys_that_are_on_their_way(desk: Desk) -> None:
    desk.type("460123")
    desk.now_ms += 400  # the loop was busy; the time stamps of the keys are not
    desk.wedge._on_timer()
    assert desk.codes == []
    desk.now_ms -= 400
    desk.type("4567893\r")
    assert desk.codes == ["4601234567893"]


@pytest.mark.parametrize("closing", ["\r", "\t", "\r\r"])
def test_closing_keys_belong_to_the_scan(desk: Desk, closing: str) -> None:
    desk.type("4601234567893" + closing)
    desk.pause()
    assert desk.codes == ["4601234567893"]
    assert QApplication.focusWidget() is desk.field
    assert desk.pressed == []


def test_carriage_return_and_line_feed_by_control_keys(desk: Desk) -> None:
    desk.type("4601234567893")
    desk.key(Qt.Key.Key_M, "\r", CONTROL)
    desk.key(Qt.Key.Key_J, "\n", CONTROL)
    assert desk.codes == ["4601234567893"]
    assert desk.pressed == []


def test_a_slow_enter_after_the_code_is_swallowed_but_a_later_one_is_a_persons(desk: Desk) -> None:
    desk.type("4601234567893")
    desk.wedge.settle()
    desk.now_ms += 80
    desk.key(Qt.Key.Key_Return, "\r")
    assert desk.pressed == []
    desk.now_ms += 500
    desk.key(Qt.Key.Key_Return, "\r")
    assert desk.pressed == ["default"]


def test_two_hundred_scans_back_to_back_are_two_hundred_codes_in_order(desk: Desk) -> None:
    codes = [f"46{number:010}" for number in range(200)]
    for code in codes:
        desk.type(code + "\r", gap_ms=1)
    assert desk.codes == codes
    assert desk.field.text() == ""
    assert desk.pressed == []


def test_typing_arrives_in_order(desk: Desk) -> None:
    for char in "Milk 3.2%":
        desk.type(char, gap_ms=120)
    desk.pause()
    assert desk.field.text() == "Milk 3.2%"
    assert desk.codes == []


def test_quick_typing_of_few_letters_is_typing(desk: Desk) -> None:
    desk.type("the", gap_ms=30)
    desk.pause()
    desk.type("ca", gap_ms=30)
    desk.type("t\b", gap_ms=30)
    desk.pause()
    assert desk.field.text() == "theca"


def test_enter_after_typing_is_a_persons(desk: Desk) -> None:
    done: list[str] = []
    desk.field.returnPressed.connect(lambda: done.append(desk.field.text()))
    desk.type("12", gap_ms=150)
    desk.type("\r", gap_ms=30)
    assert done == ["12"]


def test_space_presses_a_button_for_a_person(desk: Desk) -> None:
    desk.button.setFocus()
    desk.type(" ", gap_ms=300)
    desk.pause()
    assert desk.pressed == ["button"]


def test_a_scan_after_typing_leaves_the_typed_word_alone(desk: Desk) -> None:
    desk.type("mil", gap_ms=120)
    desk.now_ms += 200
    desk.type("4601234567893\r")
    assert desk.field.text() == "mil"
    assert desk.codes == ["4601234567893"]


def test_typing_after_a_scan_is_typing(desk: Desk) -> None:
    desk.type("4601234567893\r")
    desk.type("ab", gap_ms=130)
    desk.pause()
    assert desk.field.text() == "ab"


def test_auto_repeat_is_never_a_scan(desk: Desk) -> None:
    desk.send(QEvent.Type.KeyPress, Qt.Key.Key_A, "a")
    for _ in range(20):
        desk.now_ms += 30
        desk.send(QEvent.Type.KeyPress, Qt.Key.Key_A, "a", repeat=1)
    desk.send(QEvent.Type.KeyRelease, Qt.Key.Key_A, "a")
    desk.pause()
    assert desk.field.text() == "a" * 21
    assert desk.codes == []


def test_shift_and_capitals_inside_a_code(desk: Desk) -> None:
    for char in "AbC-12":
        desk.now_ms += 3
        if char.isupper():
            desk.send(QEvent.Type.KeyPress, Qt.Key.Key_Shift, "", SHIFT)
        desk.type(char, gap_ms=1)
        if char.isupper():
            desk.send(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, "")
    desk.type("\r")
    assert desk.codes == ["AbC-12"]


def test_a_release_that_comes_after_the_scan_was_told_is_swallowed(desk: Desk) -> None:
    desk.button.setFocus()
    desk.type("123")
    desk.send(QEvent.Type.KeyPress, Qt.Key.Key_Space, " ")
    desk.send(QEvent.Type.KeyPress, Qt.Key.Key_Return, "\r")
    desk.send(QEvent.Type.KeyRelease, Qt.Key.Key_Space, " ")
    desk.send(QEvent.Type.KeyRelease, Qt.Key.Key_Return, "\r")
    assert desk.codes == ["123 "]
    assert desk.pressed == []
    desk.type(" ", gap_ms=300)
    desk.pause()
    assert desk.pressed == ["button"]


def test_a_persons_shortcuts_work_and_a_scans_do_not(desk: Desk) -> None:
    fired: list[str] = []
    for text in ("Ctrl+D", "F9"):
        QShortcut(QKeySequence(text), desk.window, lambda text=text: fired.append(text))
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F9)
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_D, CONTROL)
    assert fired == ["F9", "Ctrl+D"]
    desk.type("4601")
    desk.key(Qt.Key.Key_D, "\x04", CONTROL)
    desk.type("\r")
    assert fired == ["F9", "Ctrl+D"]
    assert desk.codes == ["4601\x04"]


def test_keypad_operators_pass_at_once(desk: Desk) -> None:
    desk.type("3", gap_ms=200)
    desk.now_ms += 20
    desk.key(Qt.Key.Key_Asterisk, "*", KEYPAD)
    assert desk.field.text() == "3*"


def through_the_window(window: QWindow, text: str) -> None:
    for char in text:
        QTest.keyClick(window, NAMED.get(char, char))


def test_the_way_of_real_keys_through_the_window(desk: Desk) -> None:
    """Keys come by the window system: shortcut look-up first, then the window, then the widget."""
    window = desk.window.windowHandle()
    desk.button.setFocus()
    through_the_window(window, "460 1234567893\r")
    assert (desk.codes, desk.pressed) == (["460 1234567893"], [])
    desk.field.setFocus()
    for char in "ab c":
        QTest.keyClick(window, char)
        desk.wedge.settle()
    assert desk.field.text() == "ab c"


def test_a_window_that_closes_meanwhile_gets_nothing(qtbot: QtBot, desk: Desk) -> None:
    extra = QLineEdit()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a")
    QCoreApplication.sendEvent(extra, event)
    extra.deleteLater()
    QCoreApplication.sendPostedEvents(extra, QEvent.Type.DeferredDelete)
    desk.pause()
    assert desk.codes == []


PIECES = st.lists(
    st.one_of(
        st.tuples(st.just("scan"), st.text("0123456789ABCxyz -/", min_size=4, max_size=20)),
        st.tuples(st.just("word"), st.text("abcdefgh 123", min_size=1, max_size=6)),
    ),
    max_size=6,
)


@given(pieces=PIECES)
def test_codes_and_words_keep_apart_and_in_order(qapp: QApplication, pieces: list[tuple[str, str]]) -> None:
    desk = Desk()
    pace = count(60)
    try:
        for kind, text in pieces:
            desk.now_ms += 300
            if kind == "scan":
                desk.type(text + "\r", gap_ms=3)
            else:
                for char in text:
                    desk.type(char, gap_ms=next(pace))
                desk.now_ms += 300
        desk.pause()
        assert desk.codes == [text for kind, text in pieces if kind == "scan"]
        assert desk.field.text() == "".join(text for kind, text in pieces if kind == "word")
        assert desk.pressed == []
    finally:
        desk.wedge.remove(qapp)
        desk.window.close()


def test_child_widgets_do_not_see_a_scan_anywhere(qtbot: QtBot, desk: Desk) -> None:
    seen: list[int] = []

    class Nosy(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.append(event.key())

    nosy = Nosy(desk.window)
    nosy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    nosy.show()
    nosy.setFocus()
    desk.type("4601234567893\r")
    assert seen == []
    assert desk.codes == ["4601234567893"]
