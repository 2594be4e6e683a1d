"""Keys act on release inside, a little below too, and never on Enter."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad

LEFT = Qt.MouseButton.LeftButton


class Pair:
    """Two keys, one above the other, 8 px apart."""

    def __init__(self, qtbot: QtBot) -> None:
        self.host = QDialog()
        qtbot.addWidget(self.host)
        column = QVBoxLayout(self.host)
        column.setSpacing(8)
        self.upper, self.lower = Key("7", kind="digit"), Key("4", kind="digit", shortcut="F6")
        self.log: list[str] = []
        for key in (self.upper, self.lower):
            column.addWidget(key)
            key.clicked.connect(lambda _=False, key=key: self.log.append(key.text()))
        self.host.resize(200, 300)
        self.host.show()

    def gap(self) -> QPoint:
        """A point in the gap under the upper key."""
        place = self.upper.geometry()
        return QPoint(place.center().x(), place.bottom() + 4)


@pytest.fixture
def pair(qtbot: QtBot, qapp: QApplication) -> Pair:
    apply_theme(qapp)
    return Pair(qtbot)


def test_it_acts_on_release_inside(pair: Pair) -> None:
    QTest.mousePress(pair.upper, LEFT)
    assert pair.log == []
    QTest.mouseRelease(pair.upper, LEFT)
    assert pair.log == ["7"]


def test_sliding_off_takes_it_back(pair: Pair) -> None:
    QTest.mousePress(pair.upper, LEFT)
    QTest.mouseMove(pair.upper, QPoint(5, -40))
    QTest.mouseRelease(pair.upper, LEFT, pos=QPoint(5, -40))
    assert pair.log == []


def test_the_gap_below_belongs_to_the_key_above(pair: Pair) -> None:
    QTest.mousePress(pair.host, LEFT, pos=pair.gap())
    assert pair.upper.isDown()
    QTest.mouseRelease(pair.host, LEFT, pos=pair.gap())
    assert pair.log == ["7"]
    assert not pair.upper.isDown()


def test_sliding_out_of_the_gap_takes_it_back(pair: Pair) -> None:
    QTest.mousePress(pair.host, LEFT, pos=pair.gap())
    QTest.mouseMove(pair.host, QPoint(1, 1))
    QTest.mouseRelease(pair.host, LEFT, pos=QPoint(1, 1))
    assert pair.log == []


def test_a_disabled_key_takes_nothing(pair: Pair) -> None:
    pair.upper.setEnabled(False)
    QTest.mouseClick(pair.host, LEFT, pos=pair.gap())
    QTest.mouseClick(pair.upper, LEFT)
    assert pair.log == []


def test_the_last_key_takes_presses_below_it_too(pair: Pair) -> None:
    below = QPoint(pair.lower.geometry().center().x(), pair.lower.geometry().bottom() + 3)
    QTest.mouseClick(pair.host, LEFT, pos=below)
    assert pair.log == ["4"]


def test_a_key_in_a_new_home_listens_there(pair: Pair, qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(200, 200)
    pair.upper.setParent(home)
    pair.upper.setGeometry(10, 10, 80, 80)
    home.show()
    pair.upper.show()
    QTest.mouseClick(home, LEFT, pos=QPoint(50, 93))
    assert pair.log == ["7"]


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_nothing(pair: Pair, enter: Qt.Key) -> None:
    pair.upper.setFocus()
    QTest.keyClick(pair.upper, enter)
    assert pair.log == []


def test_space_presses_the_focused_key(pair: Pair) -> None:
    pair.upper.setFocus()
    QTest.keyClick(pair.upper, Qt.Key.Key_Space)
    assert pair.log == ["7"]


def test_its_keyboard_key_presses_it_at_once_and_only_while_enabled(pair: Pair) -> None:
    QTest.keyClick(pair.host, Qt.Key.Key_F6)
    assert pair.log == ["4"]
    pair.lower.setEnabled(False)
    QTest.keyClick(pair.host, Qt.Key.Key_F6)
    assert pair.log == ["4"]
    pair.lower.setEnabled(True)
    pair.lower.set_shortcut("F7")
    QTest.keyClick(pair.host, Qt.Key.Key_F7)
    assert pair.log == ["4", "4"]


def test_pressing_does_not_take_the_focus(pair: Pair) -> None:
    pair.lower.setFocus()
    QTest.mouseClick(pair.upper, LEFT)
    assert pair.lower.hasFocus()


@pytest.fixture(params=["touch", "rugged", "desk"])
def density(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, "light", request.param)
    yield request.param
    apply_theme(qapp)


def test_sizes_are_those_of_the_density(qtbot: QtBot, density: str) -> None:
    theme = active()
    hints = {size: Key("7", size=size).sizeHint() for size in ("key", "action", "control")}
    assert hints["key"].height() >= theme.mm(theme.density.key_mm)
    assert hints["action"].height() >= theme.mm(theme.density.action_mm)
    assert hints["control"].height() >= theme.mm(theme.density.control_mm)
    floor = theme.mm(theme.density.floor_mm)
    for size in ("key", "action", "control"):
        least = Key("7", size=size).minimumSizeHint()
        assert min(least.width(), least.height()) >= floor


@pytest.mark.parametrize("scale", [100, 200])
def test_words_shrink_before_they_are_cut(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    apply_theme(qapp, scale=scale)
    key = Key("Отложить покупку\u00a01 841,76 ₽", shortcut="F4", bind=False)
    qtbot.addWidget(key)
    key.resize(key.minimumSizeHint().expandedTo(QSize(100, 60)))
    area = key.rect().toRectF().adjusted(6, 4, -6, -26)
    font = key._fitting_font(active(), area)
    assert font.pixelSize() >= 11
    apply_theme(qapp)


def test_the_keypad_only_says_what_was_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    pad = Keypad()
    qtbot.addWidget(pad)
    said: list[str] = []
    pad.digit.connect(said.append)
    pad.decimal_mark.connect(lambda: said.append("mark"))
    pad.backspace.connect(lambda: said.append("back"))
    for key in pad.findChildren(Key):
        key.click()
    assert sorted(said) == sorted([*"0123456789", "mark", "back"])
    assert {key.accessibleName() or key.text() for key in pad.findChildren(Key)} >= {"Backspace", "Decimal mark"}
