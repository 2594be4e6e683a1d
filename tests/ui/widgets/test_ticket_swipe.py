"""A row of the ticket is pushed aside by finger or mouse; scrolling and choosing go on as they were."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.widgets.ticket import TicketLine
from desktop.ui.widgets.ticket_swipe import REACH_MM
from desktop.ui.widgets.ticket_table import TicketTable
from tests.ui.finger import Finger

FAR = 200


class Ticket:
    """A shown ticket of sixty lines, and what was pushed where."""

    def __init__(self, table: TicketTable, lines: int = 60) -> None:
        self.table, self.told = table, list[tuple[str, str]]()
        table.swiped_left.connect(lambda key: self.told.append(("left", key)))
        table.swiped_right.connect(lambda key: self.told.append(("right", key)))
        self.fill(lines)

    def fill(self, lines: int) -> None:
        numbers = [str(number) for number in range(lines)]
        self.table.set_lines([TicketLine(one, one, f"Item {one}", "1", "1.00", "1.00") for one in numbers])
        QApplication.processEvents()

    @property
    def glass(self) -> QWidget:
        return self.table._list.viewport()

    @property
    def scrolled(self) -> int:
        return self.table._list.verticalScrollBar().value()

    def middle_of(self, row: int) -> QPoint:
        return self.table._list.visualRect(self.table.model.index(row)).center()

    def finger_on(self, row: int) -> Finger:
        return Finger(self.glass, self.middle_of(row))


@pytest.fixture
def ticket(qtbot: QtBot, qapp: QApplication) -> Iterator[Ticket]:
    apply_theme(qapp)
    table = TicketTable()
    qtbot.addWidget(table)
    table.resize(800, 500)
    table.show()
    made = Ticket(table)
    yield made
    QScroller.scroller(made.glass).stop()


@pytest.mark.parametrize(("across", "side"), [(-FAR, "left"), (FAR, "right")])
@pytest.mark.parametrize("lines", [3, 60])
def test_a_finger_pushes_a_row_aside(ticket: Ticket, across: int, side: str, lines: int) -> None:
    ticket.fill(lines)
    ticket.finger_on(1).move(across, 12).lift()
    assert ticket.told == [(side, "1")]
    assert ticket.scrolled == 0
    assert ticket.table.selected_key() == "1"


@pytest.mark.parametrize(
    "way",
    [
        pytest.param([(-20, 0)], id="too short"),
        pytest.param([(-FAR, 0), (FAR - 20, 0)], id="pushed back"),
        pytest.param([(-60, -60)], id="aslant"),
        pytest.param([(0, -150)], id="up"),
        pytest.param([(0, -150), (-2 * FAR, 0)], id="up, then aside"),
        pytest.param([(0, 30), (-2 * FAR, 0)], id="down a little, then aside"),
    ],
)
@pytest.mark.parametrize("lines", [3, 60])
def test_what_is_no_swipe_does_nothing(ticket: Ticket, way: list[tuple[int, int]], lines: int) -> None:
    ticket.fill(lines)
    finger = ticket.finger_on(1)
    for across, down in way:
        finger.move(across, down)
    finger.lift()
    assert ticket.told == []


def test_a_finger_still_scrolls_and_the_list_glides_on(ticket: Ticket, qtbot: QtBot) -> None:
    finger = ticket.finger_on(4).move(3, -150)
    scroller = QScroller.scroller(ticket.glass)
    assert scroller.state() == QScroller.State.Dragging
    qtbot.waitUntil(lambda: ticket.scrolled > 100)
    finger.lift()
    assert scroller.state() == QScroller.State.Scrolling
    ticket.finger_on(5).move(-FAR).lift()  # stops the list, and pushes nothing
    assert ticket.told == []


def test_the_mouse_pushes_a_row_and_chooses_as_before(ticket: Ticket) -> None:
    drag(ticket, 2, -FAR, 30)
    assert ticket.told == [("left", "2")]
    assert ticket.table.selected_key() == "2"
    ticket.told.clear()
    rows_down = ticket.middle_of(4).y() - ticket.middle_of(1).y()
    drag(ticket, 1, 10, rows_down)
    assert ticket.told == []
    assert ticket.table.selected_key() == "4"
    QTest.mouseClick(ticket.glass, Qt.MouseButton.LeftButton, pos=ticket.middle_of(0))
    assert ticket.table.selected_key() == "0"


def test_the_right_button_and_the_empty_ground_push_nothing(ticket: Ticket) -> None:
    drag(ticket, 1, -FAR, 0, Qt.MouseButton.RightButton)
    ticket.fill(2)
    Finger(ticket.glass, QPoint(400, 400)).move(-FAR).lift()
    assert ticket.told == []


def test_a_line_that_goes_meanwhile_is_not_pushed_and_another_screen_lets_go(ticket: Ticket) -> None:
    finger = ticket.finger_on(3).move(-FAR)
    ticket.fill(2)
    ticket.table.grab()
    finger.lift()
    finger = ticket.finger_on(1).move(-FAR)
    ticket.table.hide()
    ticket.table.show()
    finger.lift()
    assert ticket.told == []


def test_the_pushed_row_shows_what_letting_go_does(ticket: Ticket) -> None:
    row = ticket.table._list.visualRect(ticket.table.model.index(1))
    for across, roles in ((-FAR, ("danger_ground", "danger")), (FAR, ("tint", "primary"))):
        finger = ticket.finger_on(1)
        edge = QPoint(row.right() - 3 if across < 0 else row.left() + 3, row.top() + 3)
        short = active().mm(REACH_MM) - 5
        for part, role in ((short, roles[0]), (FAR - short, roles[1])):
            finger.move(part if across > 0 else -part)
            picture = ticket.glass.grab().toImage()
            assert picture.pixelColor(edge).name() == active().colour(role).name()
        finger.move(-across).lift()
    assert ticket.told == []


def drag(ticket: Ticket, row: int, across: int, down: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Press, move in strides and let go, with a mouse."""
    at, none = ticket.middle_of(row), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(ticket.glass, button, none, at)
    for stride in range(1, 9):
        QTest.mouseMove(ticket.glass, at + QPoint(across * stride // 8, down * stride // 8))
    QTest.mouseRelease(ticket.glass, button, none, at + QPoint(across, down))
    QApplication.processEvents()
