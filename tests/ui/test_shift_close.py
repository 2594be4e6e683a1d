"""Closing a shift: counted blind, looked at once more, closed; and what a power cut leaves of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.operations import closings, drawer_counts, shifts, staff
from desktop.store import shifts as stored
from desktop.ui.shift.presenter import ShiftPresenter
from tests import core
from tests.edges import SettableClock
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, PIN, reopen_terminal
from tests.ui.keyboard import Keyboard
from tests.ui.shift_desk import ShiftDesk, sell, show_shift


def said(desk: ShiftDesk) -> str:
    """Every word on the screen."""
    return " ".join(label.text() for label in desk.view.findChildren(QLabel) if label.isVisible())


def count(desk: ShiftDesk, cash: str, card: str = "") -> None:
    """Type what is there."""
    desk.presenter.begin_count()
    desk.type(cash)
    if card:
        desk.presenter.choose_slot("card")
        desk.type(card)


def test_a_day_is_closed_to_the_cent(at_till: Stage, keyboard: Keyboard) -> None:
    cash, card = sell(at_till, BREAD), sell(at_till, EGGS, "card")
    desk = show_shift(at_till, "anna")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.type(f"{(10_000 + cash) / 100:.2f}")
    keyboard.press(Qt.Key.Key_Down)
    keyboard.type(f"{card / 100:.2f}")
    keyboard.press(Qt.Key.Key_F9)
    assert desk.page() == "review"
    keyboard.press(Qt.Key.Key_F9)
    closing = desk.presenter.state.closing
    assert closing is not None
    assert closing.z_number == 1
    assert [(count.method, count.difference_minor) for count in closing.counts] == [("cash", 0), ("card", 0)]
    assert "to the cent" in desk.view.closed.strip.text
    assert desk.z == [(1, 0)]
    with at_till.terminal.database.reading() as connection:
        assert stored.read_open(connection) is None


def test_a_cashier_counts_blind(at_till: Stage) -> None:
    paid = sell(at_till, BREAD)
    expected = f"{(10_000 + paid) / 100:.2f}"
    desk = show_shift(at_till, "anna")
    count(desk, "100")
    assert expected not in said(desk)
    desk.presenter.review()
    assert desk.page() == "review"
    assert expected not in said(desk)
    desk.presenter.close_shift()
    assert expected in said(desk), "afterwards everybody sees what should have been there"
    assert "missing" in desk.view.closed.strip.text


def test_a_manager_sees_the_difference_before(at_till: Stage) -> None:
    paid = sell(at_till, BREAD)
    desk = show_shift(at_till, "mira")
    count(desk, "100")
    desk.presenter.review()
    assert desk.view.review.table.cells[1] == ["Cash", f"{(10_000 + paid) / 100:.2f}", "100.00", f"−{paid / 100:.2f}"]


def test_a_count_far_off_is_asked_for_once_more_without_saying_how_far(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    count(desk, "10")
    desk.presenter.review()
    assert desk.page() == "count"
    assert "Count once more" in desk.view.count.strip.text
    assert "100" not in said(desk)
    desk.presenter.review()
    assert desk.page() == "review"


def test_a_count_that_was_changed_is_compared_anew(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    count(desk, "10")
    desk.presenter.review()
    desk.type("0")
    assert desk.presenter.state.counted_minor == {"cash": 10_000}
    assert not desk.presenter.state.recount
    desk.presenter.review()
    assert desk.page() == "review"


def test_a_sale_in_the_closing_minute_is_in_the_figures_before_the_shift_is_closed(at_till: Stage) -> None:
    desk = show_shift(at_till, "mira")
    count(desk, "100")
    desk.presenter.review()
    terminal = at_till.terminal
    paid = core.sell(terminal, staff.signed_in(terminal), BREAD).total_minor  # by a command, beside this screen
    assert desk.page() == "count"
    assert desk.view.count.strip.text == "Money moved while the drawer was counted. Count once more, then go on."
    desk.presenter.review()
    assert desk.view.review.table.cells[1] == ["Cash", f"{(10_000 + paid) / 100:.2f}", "100.00", f"−{paid / 100:.2f}"]
    desk.presenter.close_shift()
    assert desk.page() == "closed"


def test_what_nobody_counted_is_taken_as_expected_and_said_so(at_till: Stage) -> None:
    sell(at_till, EGGS, "card")
    desk = show_shift(at_till, "mira")
    count(desk, "100")
    desk.presenter.review()
    assert desk.view.review.table.cells[2] == ["Card", "3.49", "not counted", "–"]


def test_cash_has_to_be_counted(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    assert not desk.view.count.go.isEnabled()
    desk.presenter.review()
    assert "The cash was not counted" in desk.view.count.strip.text


def test_notes_and_coins_make_the_sum_and_the_other_way_is_kept_aside(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.type("55")
    desk.presenter.choose_way(by_pieces=True)
    desk.presenter.choose_slot(5000)
    keyboard.type("2")
    assert desk.presenter.state.counted_minor == {"cash": 10_000}
    desk.presenter.choose_way(by_pieces=False)
    assert desk.presenter.state.counted_minor == {"cash": 5_500}


def test_a_cart_in_hand_has_to_go_first(at_till: Stage) -> None:
    at_till.scan(BREAD)
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    assert desk.page() == "running"
    assert "A cart is still in hand" in desk.view.running.strip.text


def test_parked_sales_and_unsent_entries_are_named(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.park()
    desk = show_shift(at_till, "anna")
    count(desk, "100")
    assert "1 parked sale" in desk.view.count.detail.text()
    desk.presenter.review()
    assert "safe on this till" in desk.view.review.detail.text()


def test_counting_again_keeps_the_count(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    count(desk, "100")
    desk.presenter.review()
    keyboard.press(Qt.Key.Key_Escape)
    assert desk.page() == "count"
    assert desk.presenter.state.counted_minor == {"cash": 10_000}


def test_the_drawer_is_opened_for_the_count_and_that_is_on_record(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.view.count.drawer.click()
    assert desk.drawer == ["open"]
    with at_till.terminal.database.reading() as connection:
        shift = stored.read_open(connection)
        assert shift is not None
        assert stored.read_totals(connection, shift.shift_id).drawer_looks == 1


def test_the_z_report_is_printed_again_as_a_copy(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    count(desk, "100")
    desk.presenter.review()
    desk.presenter.close_shift()
    keyboard.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.z == [(1, 0), (1, 1)]
    keyboard.press(Qt.Key.Key_F9)
    assert desk.page() == "open"
    assert desk.presenter.state.number == 2


def test_a_power_cut_while_counting_loses_nothing(at_till: Stage, tmp_path: Path, clock: SettableClock) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_count()
    desk.presenter.choose_way(by_pieces=True)
    desk.presenter.choose_slot(2000)
    desk.type("4")
    desk.presenter.choose_slot("card")
    desk.type("12.5")
    again = reopen_terminal(tmp_path, clock)
    presenter = ShiftPresenter(again, lambda *_: None, lambda *_: None, lambda: None)
    staff.sign_in(again, "anna", PIN)
    presenter.enter()
    assert presenter.state.page == "count"
    assert presenter.state.count.by_pieces
    assert presenter.state.counted_minor == {"cash": 8_000, "card": 1_250}
    presenter.close()
    again.database.close()


def test_a_closed_shift_leaves_no_count_behind(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    shift = desk.presenter.state.shift
    assert shift is not None
    count(desk, "100")
    assert drawer_counts.read_count(at_till.terminal, shift.shift_id) is not None
    desk.presenter.review()
    desk.presenter.close_shift()
    assert drawer_counts.read_count(at_till.terminal, shift.shift_id) is None


def test_a_count_belongs_to_its_own_shift(at_till: Stage) -> None:
    desk = show_shift(at_till, "mira")
    count(desk, "100")
    shifts.close_shift(at_till.terminal, staff.signed_in(at_till.terminal), {"cash": 10_000})
    shifts.open_shift(at_till.terminal, staff.signed_in(at_till.terminal), 300)
    desk.presenter.enter()
    assert desk.page() == "running"


def test_the_closing_is_read_back_as_it_was_sealed(at_till: Stage) -> None:
    sell(at_till, BREAD)
    desk = show_shift(at_till, "mira")
    count(desk, "100")
    desk.presenter.review()
    desk.presenter.close_shift()
    closed = closings.read_last_closed(at_till.terminal)
    assert closed is not None
    assert closed.closing == desk.presenter.state.closing
    assert (closed.shift.cashier, closed.shift.terminal) == ("Anna K.", "Till 1")
    assert closed.closing.cashier == "Mira Manager"
