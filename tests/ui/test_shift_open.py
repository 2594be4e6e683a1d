"""Opening a shift, looking at it, and moving cash: by keypad, by keyboard, by notes and coins."""

from PySide6.QtCore import Qt

from desktop.operations import shifts, staff
from desktop.store import shifts as stored
from tests.screens.stage import Stage
from tests.terminals import BREAD, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.shift_desk import sell, show_shift


def opened_with(stage: Stage) -> int | None:
    with stage.terminal.database.reading() as connection:
        shift = stored.read_open(connection)
    return shift.float_minor if shift else None


def test_the_float_is_typed_and_the_till_comes(stage: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(stage, "anna")
    assert not desk.view.open.go.isEnabled()
    keyboard.type("100.5")
    assert desk.view.open.count.sum.text() == "100.5\u00a0€"
    keyboard.press(Qt.Key.Key_Return)
    assert opened_with(stage) is None, "Enter never opens a shift, a scanner sends it too"
    keyboard.press(Qt.Key.Key_F9)
    assert opened_with(stage) == 10_050
    assert stage.shell.current_key() == "till"
    assert desk.drawer == ["open"]


def test_nothing_typed_opens_nothing_and_says_so(stage: Stage) -> None:
    desk = show_shift(stage, "anna")
    desk.presenter.open_shift()
    assert opened_with(stage) is None
    assert "0 for an empty drawer" in desk.view.open.strip.text
    desk.type("0")
    desk.presenter.open_shift()
    assert opened_with(stage) == 0


def test_the_float_by_notes_and_coins(stage: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(stage, "anna")
    desk.presenter.choose_way(by_pieces=True)
    desk.presenter.choose_slot(2000)
    keyboard.type("3")
    keyboard.press(Qt.Key.Key_Return)
    assert desk.presenter.state.slot == 1000, "Enter leads to the next note"
    keyboard.type("12")
    keyboard.press(Qt.Key.Key_Backspace)
    assert desk.presenter.state.count.pieces == {2000: 3, 1000: 1}
    assert desk.view.open.count.rows[2000].figures() == "60.00"
    assert desk.view.open.count.sum.text() == "70.00\u00a0€"
    keyboard.press(Qt.Key.Key_F9)
    assert opened_with(stage) == 7_000


def test_an_amount_has_no_more_decimals_than_its_currency(stage: Stage) -> None:
    desk = show_shift(stage, "anna")
    desk.type("12.345")
    assert desk.presenter.state.counted_minor == {"cash": 1_234}


def test_the_last_closing_is_shown_and_printed_again_as_a_copy(stage: Stage) -> None:
    stage.open_day("mira")
    shifts.close_shift(stage.terminal, staff.signed_in(stage.terminal), {"cash": 9_950})
    desk = show_shift(stage, "anna")
    assert "Mira Manager" in desk.view.open.detail.text()
    assert "99.50\u00a0€" in desk.view.open.detail.text()
    desk.view.open.again.click()
    desk.view.open.again.click()
    assert desk.z == [(1, 1), (1, 2)]


def test_the_report_so_far_hides_what_should_be_there_from_a_cashier(at_till: Stage) -> None:
    paid = sell(at_till, BREAD)
    desk = show_shift(at_till, "anna")
    held = f"{(10_000 + paid) / 100:.2f}"
    assert held not in " ".join(label.text() for label in desk.view.findChildren(type(desk.view.running.title)))
    assert desk.view.running.drawer.figure.text() == "•••"
    desk.view.running.report.click()
    assert desk.x == [(1, False)]


def test_the_report_so_far_tells_a_manager_everything(at_till: Stage, keyboard: Keyboard) -> None:
    paid = sell(at_till, BREAD)
    desk = show_shift(at_till, "mira")
    assert desk.view.running.drawer.figure.text().startswith(f"{(10_000 + paid) / 100:.2f}")
    keyboard.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.x == [(1, True)]


def test_figures_follow_what_happens(at_till: Stage) -> None:
    desk = show_shift(at_till, "mira")
    assert desk.view.running.sales.figure.text() == "0"
    shifts.move_cash(at_till.terminal, staff.signed_in(at_till.terminal), 500, "change")
    assert desk.view.running.drawer.figure.text().startswith("105.00")


def test_cash_out_needs_a_reason_at_the_field(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    keyboard.press(Qt.Key.Key_F7)
    keyboard.type("30")
    keyboard.press(Qt.Key.Key_F9)
    assert "reason" in desk.view.cash.reason.refusal()
    assert desk.drawer == []
    desk.view.cash.usual[0].click()
    assert desk.view.cash.reason.refusal() == ""
    keyboard.press(Qt.Key.Key_F9)
    assert desk.page() == "running"
    assert desk.presenter.state.expected_minor == {"cash": 7_000}
    assert desk.drawer == ["open"]


def test_a_reason_is_typed_into_its_field_and_not_into_the_amount(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_cash("in")
    keyboard.type("20")
    desk.view.cash.reason.edit.setFocus()
    keyboard.type("till 2")
    assert desk.presenter.state.move.reason == "till 2"
    assert desk.presenter.state.move.typed == "20"


def test_no_more_cash_is_taken_out_than_there_is(at_till: Stage) -> None:
    desk = show_shift(at_till, "anna")
    desk.presenter.begin_cash("out")
    desk.type("100.01")
    desk.presenter.give_reason("safe")
    desk.presenter.move_cash()
    assert "not so much cash" in desk.view.cash.refused.text()
    assert at_till.sounds[-1] == "stop"
    assert desk.presenter.state.expected_minor == {"cash": 10_000}


def test_escape_goes_one_step_back(at_till: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(at_till, "anna")
    left: list[str] = []
    desk.presenter.left.connect(lambda: left.append("left"))
    keyboard.press(Qt.Key.Key_F6)
    assert desk.page() == "cash"
    keyboard.press(Qt.Key.Key_Escape)
    assert desk.page() == "running"
    keyboard.press(Qt.Key.Key_Escape)
    assert left == ["left"]


def test_who_may_not_open_a_shift_is_told(stage: Stage) -> None:
    desk = show_shift(stage, "igor")
    desk.type("100")
    desk.presenter.open_shift()
    assert opened_with(stage) is None
    assert "may not" in desk.view.open.strip.text


def test_a_scan_does_nothing_to_money(stage: Stage, keyboard: Keyboard) -> None:
    desk = show_shift(stage, "anna")
    keyboard.burst(BREAD)
    assert desk.presenter.state.count.amounts == {}
    assert stage.sounds == ["stop"]


def test_a_shift_opened_elsewhere_is_seen(stage: Stage) -> None:
    desk = show_shift(stage, "mira")
    assert desk.page() == "open"
    shifts.open_shift(stage.terminal, staff.sign_in(stage.terminal, "mira", PIN), 500)
    assert desk.page() == "running"
