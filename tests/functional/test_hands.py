"""A whole sale, a whole return and a whole shift, from the sign-in to the end, by one kind of hand and nothing else.

By keyboard alone, by touch alone, and by the scanner alone with the codes of the till's own sheet.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.command_code import command_text
from desktop.store import sales, shifts
from desktop.ui.shell import Shell
from desktop.ui.sign_in.people_grid import PersonTile
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.tiles import TileGrid
from tests.terminals import BADGE, BREAD, PIN
from tests.test_screens_composition import House, house

__all__ = ["house"]

NAME = "Mira Manager"
MOST_TABS = 60
LEFT = Qt.MouseButton.LeftButton


class Hand(ABC):
    """What a person does; keys are named by their keyboard key, whatever the hand."""

    def __init__(self, house: House) -> None:
        self.house = house

    @property
    def shell(self) -> Shell:
        return self.house.screens.shell

    @abstractmethod
    def press(self, key: str) -> None:
        """Press one key."""

    @abstractmethod
    def sign_in(self) -> None:
        """Sign the manager in."""

    @abstractmethod
    def take_bread(self) -> None:
        """Put bread into the ticket."""

    @abstractmethod
    def ask_return(self) -> None:
        """Show the first receipt as one that comes back."""

    @abstractmethod
    def show_screen(self, name: str) -> None:
        """Go to a screen of the menu."""

    def lock(self) -> None:
        """Leave the till."""
        self.press("F12")

    def type(self, digits: str) -> None:
        """Type an amount."""
        for digit in digits:
            self.press(digit)


class ByKeyboard(Hand):
    """Key events at the window system's end."""

    def press(self, key: str) -> None:
        window = self.shell.windowHandle()
        if len(key) == 1:
            QTest.keyClick(window, key)
        else:
            combination = QKeySequence(key)[0]
            QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def sign_in(self) -> None:
        for _ in range(MOST_TABS):
            focus = QApplication.focusWidget()
            if isinstance(focus, PersonTile) and focus.person.name == NAME:
                break
            self.press("Tab")
        self.press("Space")
        self.type(PIN)
        self.press("Return")

    def take_bread(self) -> None:
        self.type(BREAD)
        self.press("Return")

    def ask_return(self) -> None:
        self.press("Ctrl+R")
        self.type("1")
        self.press("Return")

    def show_screen(self, name: str) -> None:
        self.press("Ctrl+M")
        self.press(str(self.house.menu().index(name) + 1))


class ByTouch(Hand):
    """Presses on what can be seen, in the middle of it."""

    def press(self, key: str) -> None:
        caps = [found for found in self._seen(Key) if found._cap == key or key in _keys_of(found)]
        pads = [found for pad in self._seen(Keypad) for found in pad.findChildren(Key) if found.text() == key]
        assert caps or pads, f"nothing to touch for {key}"
        self._touch((pads or caps)[0])

    def sign_in(self) -> None:
        self._touch(next(tile for tile in self._seen(PersonTile) if tile.person.name == NAME))
        self.type(PIN)
        self.press("F9")

    def take_bread(self) -> None:
        tiles = next(iter(self._seen(TileGrid)))
        model = tiles.model()
        names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
        at = next(row for row, name in enumerate(names) if "Rye bread" in name)
        spot = tiles.visualRect(model.index(at, 0)).center()
        QTest.mouseClick(self.shell.windowHandle(), LEFT, pos=tiles.viewport().mapTo(self.shell, spot))
        QApplication.processEvents()

    def ask_return(self) -> None:
        self.show_screen("returns")
        self.type("1")
        self.press("Enter")

    def show_screen(self, name: str) -> None:
        self._touch(self.shell.bar.menu)
        self._touch(self.shell.menu.list.entry(name))

    def lock(self) -> None:
        self._touch(self.shell.bar.menu)
        self.press("F12")

    def _seen(self, kind: type) -> Iterator[QWidget]:
        covers = [self.shell.menu] if self.shell.menu.isVisible() else []
        for widget in (covers[0] if covers else self.shell).findChildren(kind):
            if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
                yield widget

    def _touch(self, widget: QWidget) -> None:
        assert isinstance(widget, QAbstractButton)
        assert widget.isEnabled(), widget.accessibleName()
        middle = widget.mapTo(self.shell, widget.rect().center())
        assert self.shell.rect().contains(middle), "outside of the window"
        under = self.shell.childAt(middle)
        assert under is widget or widget.isAncestorOf(under), f"{under} covers {widget.accessibleName()}"
        QTest.mouseClick(self.shell.windowHandle(), LEFT, pos=middle)
        QApplication.processEvents()


def _keys_of(widget: QWidget) -> list[str]:
    return [shortcut.key().toString() for shortcut in widget.findChildren(QShortcut)]


class ByScanner(Hand):
    """Codes: goods, a badge, a receipt's own, and those of the till's sheet."""

    def press(self, key: str) -> None:
        name = "Return" if key == "Enter" else key
        self._scan(command_text(self.shell.presenter.command_tag, name))

    def sign_in(self) -> None:
        self._scan(BADGE)

    def take_bread(self) -> None:
        self._scan(BREAD)

    def ask_return(self) -> None:
        self._scan("T03-000001")

    def show_screen(self, name: str) -> None:
        self.press("Ctrl+M")
        self.press(str(self.house.menu().index(name) + 1))

    def _scan(self, code: str) -> None:
        self.shell.on_scan(code)
        QApplication.processEvents()


@pytest.fixture(params=[ByKeyboard, ByTouch, ByScanner], ids=["keyboard", "touch", "scanner"])
def hand(request: pytest.FixtureRequest, house: House, qtbot: QtBot) -> Hand:
    """A till with goods; nobody is signed in."""
    house.become_active()
    house.load_goods()
    house.screens.begin()
    house.screens.shell.activateWindow()
    qtbot.waitUntil(house.screens.shell.isActiveWindow)
    made: Hand = request.param(house)
    return made


def begin(hand: Hand) -> None:
    """Sign in and open the shift with a hundred."""
    assert hand.shell.current_key() == "sign_in"
    hand.sign_in()
    assert hand.shell.current_key() == "shift"
    hand.type("100")
    hand.press("F9")
    assert hand.shell.current_key() == "till"


def sell(hand: Hand, given: str = "5") -> None:
    """One bread, for cash."""
    hand.take_bread()
    hand.press("F9")
    assert hand.shell.current_key() == "payment"
    hand.type(given)
    hand.press("Enter")
    hand.press("F9")
    hand.press("F9")
    assert hand.shell.current_key() == "till"


def sold(hand: Hand) -> list[int]:
    """What was sold, the oldest first."""
    with hand.house.station.terminal.database.reading() as connection:
        return [row.total_minor for row in reversed(sales.list_recent(connection, 10))]


def paid(hand: Hand) -> list[tuple[str, int]]:
    """How the last sale was paid."""
    with hand.house.station.terminal.database.reading() as connection:
        last = sales.list_recent(connection, 1)[0]
        return sorted(sales.read_takings(connection, last.sale_id).items())


def test_a_whole_sale(hand: Hand) -> None:
    begin(hand)
    hand.take_bread()
    hand.type("3")
    hand.press("F6")
    hand.press("F9")
    hand.type("5")
    hand.press("F3")
    hand.press("F2")
    hand.type("2.50")
    hand.press("Enter")
    hand.press("F9")
    hand.press("F9")
    assert hand.shell.current_key() == "till"
    assert (sold(hand), paid(hand)) == ([720], [("card", 500), ("cash", 220)])
    hand.lock()
    assert hand.shell.current_key() == "sign_in"


def test_a_whole_return(hand: Hand) -> None:
    begin(hand)
    sell(hand)
    hand.ask_return()
    assert hand.shell.current_key() == "returns"
    hand.press("F8")
    hand.press("Ctrl+1")
    hand.press("F10")
    assert hand.shell.current_key() == "payment"
    hand.type("2.40")
    hand.press("Enter")
    hand.press("F9")
    hand.press("F9")
    assert hand.shell.current_key() == "till"
    assert sold(hand) == [240, -240]


def test_a_whole_shift(hand: Hand) -> None:
    begin(hand)
    sell(hand)
    hand.show_screen("shift")
    hand.press("Ctrl+P")
    hand.press("F7")
    hand.type("20")
    hand.press("Ctrl+1")
    hand.press("F9")
    hand.press("F9")
    hand.type("82.40")
    hand.press("F9")
    hand.press("F9")
    with hand.house.station.terminal.database.reading() as connection:
        assert shifts.read_open(connection) is None
    assert [paper.partition("\n")[0] for paper in hand.house.papers] == ["X-1", "Z-1"]
    hand.press("F9")
    begin_again(hand)


def begin_again(hand: Hand) -> None:
    """The next shift."""
    hand.type("100")
    hand.press("F9")
    assert hand.shell.current_key() == "till"
