"""The frame: who works here, which screens they see, faults, locking, and another language while it is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.faults import Fault
from desktop.operations import shifts, staff
from desktop.ui.shell import Screen
from desktop.ui.shell_bar import TopBar
from desktop.ui.shell_presenter import ShellState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.strip import StripAction
from tests.screens.stage import Stage
from tests.terminals import BREAD
from tests.ui.keyboard import Keyboard


def test_the_bar_says_who_works_here(at_till: Stage) -> None:
    assert at_till.shell.bar._detail.words == "· Anna K. · shift 1"
    at_till.shell.switch_language("ru")
    QApplication.processEvents()
    assert at_till.shell.bar._detail.words == "· Anna K. · смена 1"
    assert at_till.shell.bar.search.placeholderText() == "Сканируйте или найдите товар"
    at_till.shell.switch_language("en")


def test_a_narrow_bar_gives_way_word_by_word(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_state(ShellState("Till 1", person="Anna K.", shift=1))
    bar.show_chrome("desk", "Sync and health")
    bar.pill.show_state("waiting", "No internet, 12 waiting")
    bar.clock.setText("14:32")
    bar.resize(1366, bar.height())
    bar.show()
    qtbot.waitUntil(lambda: bar.clock.isVisible() and bar._detail.text() == bar._detail.words)
    bar.resize(0, bar.height())
    qtbot.waitUntil(lambda: not bar.clock.isVisible() and bar._detail.text().endswith("…"))
    assert (bar.place(), bar._place.toolTip()) == ("Sync and health", "Sync and health")
    assert all(child.geometry().right() < bar.width() for child in (bar.pill, bar.help, bar._detail))


def test_the_menu_shows_what_a_person_may_see(at_till: Stage) -> None:
    at_till.shell.add_screen(Screen("journal", "Journal", QWidget(), right="journal"))
    assert [key for key, _ in at_till.shell._entries()] == ["till"]
    at_till.shell.lock()
    assert at_till.shell._entries() == []


def test_a_screen_without_scans_refuses_them_aloud(at_till: Stage) -> None:
    at_till.shell.add_screen(Screen("health", "Health", QWidget()))
    at_till.shell.show_screen("health")
    at_till.sounds.clear()
    at_till.scan(BREAD)
    assert at_till.sounds == ["stop"]
    assert at_till.shell.notice.isVisible()
    at_till.shell.show_screen("till")
    assert not at_till.shell.notice.isVisible()
    assert at_till.till.state.cart.lines == ()


def test_a_fault_is_a_banner_with_one_action_that_scans_leave_alone(at_till: Stage) -> None:
    acted: list[str] = []
    fault = Fault("printer.paper", "The receipt waits", "No paper.", "Change the paper, then print.")
    at_till.shell.show_fault(fault, [StripAction("print", "Print")], acted.append)
    at_till.scan(BREAD)
    assert at_till.shell.banner.text == "The receipt waits. Change the paper, then print."
    at_till.shell.banner.acted.emit("print")
    assert acted == ["print"]
    assert not at_till.shell.banner.isVisible()


def test_f12_locks_and_keeps_the_cart(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F12)
    assert at_till.shell.current_key() == "sign_in"
    assert at_till.shell.presenter.state.person == ""
    assert len(at_till.till.state.cart.lines) == 1


def test_the_look_switches_while_it_is_open(at_till: Stage) -> None:
    told: list[str] = []
    at_till.shell.theme_chosen.connect(told.append)
    at_till.shell.menu.look.look.click()
    assert active().name == "dark"
    at_till.shell.menu.look.look.click()
    assert active().name == "light"
    assert told == ["dark", "light"]


def test_the_language_switches_while_it_is_open(at_till: Stage) -> None:
    at_till.scan(BREAD)
    for pay in ("Оплата  2,40\u00a0€", "Bezahlen  2,40\u00a0€", "Pay  2.40\u00a0€"):
        at_till.shell.menu.look.language.click()
        QApplication.processEvents()
        assert at_till.selling.till_view.keys.pay.text() == pay


def test_f11_and_escape_out_of_the_menu(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F11)
    assert at_till.shell.isFullScreen()
    keyboard.press(Qt.Key.Key_F11)
    at_till.shell.bar.menu.click()
    keyboard.press(Qt.Key.Key_Escape)
    assert not at_till.shell.menu.isVisible()
    keyboard.type("5")
    assert at_till.till.state.entry.typed == "5"


def test_a_till_without_a_shift_asks_for_one(at_till: Stage) -> None:
    shifts.close_shift(at_till.terminal, staff.signed_in(at_till.terminal), {"cash": 10_000})
    at_till.shell.show_screen("till")
    assert at_till.shifts_asked == ["open"]


def lose_focus(stage: Stage) -> None:
    """As when the widget that had the focus is gone."""
    focus = stage.shell.focusWidget()
    if focus is not None:
        focus.clearFocus()
    assert stage.shell.focusWidget() is None


def test_the_first_digit_of_a_pin_counts_when_nothing_has_the_focus(stage: Stage, keyboard: Keyboard) -> None:
    stage.sign_in.choose("anna")
    lose_focus(stage)
    keyboard.type("12")
    assert stage.sign_in.state.digits == 2
    keyboard.press(Qt.Key.Key_Backspace)
    assert stage.sign_in.state.digits == 1


def test_no_screen_of_a_sale_loses_a_key(at_till: Stage, keyboard: Keyboard) -> None:
    lose_focus(at_till)
    keyboard.type("3*")
    assert at_till.till.state.entry.times_milli == 3000
    at_till.scan(BREAD)
    lose_focus(at_till)
    keyboard.type("+")
    assert at_till.shell.current_key() == "payment"
    lose_focus(at_till)
    keyboard.type("5")
    assert at_till.payment.state.typed == "5"


def test_a_key_pressed_while_the_bar_has_the_focus_is_for_the_screen(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.shell.bar.pill.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.type("7")
    assert at_till.till.state.entry.typed == "7"
    assert at_till.shell.bar.pill.hasFocus(), "Tab goes on from where it was"


def test_a_key_pressed_over_the_till_is_not_typed_into_it(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.shell.bar.menu.click()
    lose_focus(at_till)
    keyboard.type("7")
    assert at_till.till.state.entry.typed == ""
    keyboard.press(Qt.Key.Key_Escape)
    assert not at_till.shell.menu.isVisible()


def test_keys_that_no_screen_wants_do_no_harm(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.shell.add_screen(Screen("plain", "Plain", QWidget()))
    at_till.shell.show_screen("plain")
    lose_focus(at_till)
    keyboard.type("7x")
    keyboard.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert at_till.shell.current_key() == "plain"


def test_a_key_without_focus_is_for_the_sheet_that_lies_over_the_screen(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.selling.till_view.sheets.drawer.ask()
    lose_focus(at_till)
    keyboard.type("7")
    assert at_till.till.state.entry.typed == ""
    keyboard.press(Qt.Key.Key_Escape)
    assert not at_till.selling.till_view.sheets.drawer.isVisible()
