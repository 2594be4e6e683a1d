"""What the customer sees: each scan at once, sums, what was saved, thanks; its window takes nothing from the till."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.customer_window import CustomerWindow
from desktop.settings import Loaded, Settings
from desktop.station import Station
from desktop.ui.customer_screen.placing import display_of, place
from desktop.ui.customer_screen.presenter import CustomerScreenPresenter
from desktop.ui.customer_screen.view import CustomerView
from tests.screens.stage import Stage
from tests.terminals import BREAD, CHEESE_342_G, EGGS, MILK


@pytest.fixture
def screen(at_till: Stage, qtbot: QtBot) -> Iterator[CustomerView]:
    presenter = CustomerScreenPresenter(at_till.terminal)
    at_till.till.changed.connect(presenter.follow_till)
    at_till.payment.changed.connect(presenter.follow_payment)
    view = CustomerView(presenter)
    view.show()
    yield view
    view.end()
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_follows_a_sale_to_the_thanks(at_till: Stage, screen: CustomerView) -> None:
    presenter = screen._presenter
    assert screen.words(presenter.state) == ["Welcome", "Corner shop"]
    at_till.scan(BREAD, EGGS)
    assert screen.words(presenter.state) == ["Total", "5.89\u00a0€", "Eggs size M, 10 pcs"]
    at_till.scan(CHEESE_342_G)
    for digit in "10":
        at_till.till.press_digit(digit)
    at_till.till.press_discount()
    assert presenter.state.saved_minor == 51
    assert presenter.state.last.saved_minor == 51
    at_till.till.pay()
    assert (presenter.state.moment, presenter.state.due_minor) == ("paying", 1050), "rounded, as cash"
    for digit in "20":
        at_till.payment.press_digit(digit)
    at_till.payment.press_enter()
    at_till.payment.finish()
    assert screen.words(presenter.state) == ["Thank you!", "9.50\u00a0€"]
    at_till.shell.show_screen("till")
    assert presenter.state.moment == "thanks", "until the next customer's first goods"
    at_till.scan(MILK)
    assert screen.words(presenter.state)[:2] == ["Total", "1.69\u00a0€"]
    at_till.till.remove_line()
    assert presenter.state.moment == "idle"


def test_it_speaks_the_language_and_wears_the_look(at_till: Stage, screen: CustomerView) -> None:
    at_till.scan(BREAD)
    at_till.shell.switch_language("ru")
    assert screen.words(screen._presenter.state)[1] == "2,40\u00a0€"
    before = screen.grab().toImage().pixelColor(5, screen.height() // 2)
    at_till.shell.switch_theme("dark")
    assert screen.grab().toImage().pixelColor(5, screen.height() // 2) != before


def test_it_takes_neither_focus_nor_a_close(at_till: Stage, screen: CustomerView) -> None:
    assert screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    screen.close()
    assert screen.isVisible()
    screen.end()
    assert not screen.isVisible()


@pytest.mark.parametrize("size", [(1024, 600), (800, 480), (480, 320)])
def test_long_tickets_and_names_fit_every_size(at_till: Stage, screen: CustomerView, size: tuple[int, int]) -> None:
    at_till.scan(BREAD)
    state = screen._presenter.state
    line = replace(state.lines[0], name="A very long name of something that nobody ever bought " * 3)
    screen._presenter.state = replace(state, lines=(line,) * 60, last=line, total_minor=123_456_789_00, saved_minor=99)
    screen.resize(*size)
    image = screen.grab().toImage()
    edge = round(size[1] * 0.03)
    ground = image.pixelColor(1, size[1] // 2)
    assert all(image.pixelColor(image.width() - 1 - at, size[1] // 2) == ground for at in range(edge))


def test_a_display_that_is_missing_makes_it_a_window(screen: CustomerView) -> None:
    own = QApplication.primaryScreen()
    assert display_of("1") is own
    assert display_of("9") is None
    assert display_of("off") is None
    place(screen, "9", own)
    assert screen.isVisible()
    assert not screen.isFullScreen()
    place(screen, "1", own)
    assert not screen.isFullScreen(), "never over the till itself"
    place(screen, "1", None)
    assert screen.isFullScreen()


def test_the_window_follows_its_setting(at_till: Stage, qtbot: QtBot) -> None:
    station = Station(Loaded(Settings(), {}, Path()), None, None, at_till.terminal)  # type: ignore[arg-type]
    window = CustomerWindow(station)
    window.follow(at_till.till, at_till.payment)
    assert window.view is None, "off unless somebody asks for it"
    station.loaded = replace(station.loaded, settings=Settings(customer_screen="2"))
    at_till.scan(BREAD)
    window.renew()
    assert window.view.isVisible()
    assert window.view._presenter.state.total_minor == 240, "what is in hand is there at once"
    at_till.scan(MILK)
    assert window.view._presenter.state.total_minor == 409
    station.loaded = replace(station.loaded, settings=Settings())
    window.renew()
    assert window.view is None
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
