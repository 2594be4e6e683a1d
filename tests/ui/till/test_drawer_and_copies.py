"""The drawer without a sale, and the last receipt once more: both by key, both within what a person may do."""

from PySide6.QtCore import Qt

from desktop.operations import sales, staff
from desktop.store import journal
from desktop.store.journal import list_incarnations
from tests.screens.stage import Stage, at_once, make_stage
from tests.terminals import BREAD, MILK, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_keys import control
from tests.ui.till.test_scans import names


def drawers(stage: Stage) -> list[dict[str, object]]:
    """The bodies of the journal's `drawer.opened`."""
    with stage.terminal.database.reading() as connection:
        (incarnation,) = list_incarnations(connection)
        entries = journal.read_after(connection, incarnation, 0, 1000)
    return [entry.body for entry in entries if b"drawer.opened" in entry.header]


def sell(stage: Stage) -> None:
    stage.scan(BREAD)
    stage.till.pay()
    stage.payment.pay(stage.payment.state.quick[0])
    stage.payment.finish()


def test_control_d_asks_for_the_reason_and_one_press_opens(at_till: Stage, keyboard: Keyboard) -> None:
    control(keyboard, Qt.Key.Key_D)
    sheet = at_till.selling.till_view.sheets.drawer
    assert sheet.isVisible()
    assert at_till.drawer == []
    sheet.usual[0].click()
    assert not sheet.isVisible()
    assert at_till.drawer == ["open"]
    assert b"Give change" in drawers(at_till)[0]


def test_another_reason_is_typed_and_enter_opens(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.till.press_digit("5")
    control(keyboard, Qt.Key.Key_D)
    sheet = at_till.selling.till_view.sheets.drawer
    sheet.reason.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert at_till.drawer == [], "no reason, no drawer"
    keyboard.type("a coin fell in 2")
    keyboard.press(Qt.Key.Key_Return)
    assert b"a coin fell in 2" in drawers(at_till)[0]
    assert names(at_till) == []
    assert at_till.till.state.entry.typed == "5", "nothing was typed into the till below"


def test_escape_leaves_the_drawer_shut(at_till: Stage, keyboard: Keyboard) -> None:
    control(keyboard, Qt.Key.Key_D)
    keyboard.press(Qt.Key.Key_Escape)
    assert not at_till.selling.till_view.sheets.drawer.isVisible()
    assert (at_till.drawer, drawers(at_till)) == ([], [])


def test_a_scan_shuts_the_sheet_and_sells(at_till: Stage, keyboard: Keyboard) -> None:
    control(keyboard, Qt.Key.Key_D)
    keyboard.burst(MILK)
    assert not at_till.selling.till_view.sheets.drawer.isVisible()
    assert names(at_till) == ["milk"]
    assert drawers(at_till) == []


def test_who_may_not_open_it_is_told_so(at_till: Stage, keyboard: Keyboard) -> None:
    staff.sign_in(at_till.terminal, "igor", PIN)
    control(keyboard, Qt.Key.Key_D)
    assert not at_till.selling.till_view.sheets.drawer.isVisible()
    assert at_till.shell.notice.text.startswith("You may not do this alone.")
    assert at_till.sounds[-1] == "stop"
    assert drawers(at_till) == []


def test_control_p_prints_the_last_receipt_as_a_copy(at_till: Stage, keyboard: Keyboard) -> None:
    sell(at_till)
    at_till.shell.show_screen("till")
    receipt = at_till.papers[0][0]
    control(keyboard, Qt.Key.Key_P)
    control(keyboard, Qt.Key.Key_P)
    assert at_till.papers == [(receipt, 0), (receipt, 1), (receipt, 2)]
    assert at_till.shell.notice.text == f"Receipt {receipt} is printed again: copy 2."


def test_copies_go_on_counting_from_the_page_of_the_sale(at_till: Stage, keyboard: Keyboard) -> None:
    sell(at_till)
    control(keyboard, Qt.Key.Key_P)
    assert at_till.payment.state.copies == 1
    assert not at_till.shell.notice.isVisible()
    at_till.shell.show_screen("till")
    at_till.scan(MILK)
    at_till.till.pay()
    at_till.selling._leave_payment()
    control(keyboard, Qt.Key.Key_P)
    assert [copy for _, copy in at_till.papers] == [0, 1, 2]


def test_after_a_restart_the_last_receipt_is_still_found_but_not_one_taken_back(at_till: Stage) -> None:
    sell(at_till)
    sell(at_till)
    again = make_stage(at_till.terminal, at_till.clock, at_once)
    staff.sign_in(again.terminal, "mira", PIN)
    again.payment.reprint()
    assert again.papers == [(at_till.papers[1][0], 1)]
    sales.void_last(again.terminal, staff.signed_in(again.terminal), "wrong goods")
    again.payment.reprint()
    assert again.papers[-1] == (at_till.papers[0][0], 1)
    again.shell.deleteLater()


def test_without_a_sale_there_is_nothing_to_print(at_till: Stage, keyboard: Keyboard) -> None:
    control(keyboard, Qt.Key.Key_P)
    assert at_till.papers == []
    assert at_till.shell.notice.text.startswith("This till has no receipt to print again.")
