"""A manager allows one act in place: for once, with the PIN, and the entry names who allowed it."""

import json

from PySide6.QtCore import Qt

from desktop.operations import staff
from desktop.store import journal
from desktop.store.journal import list_incarnations
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_keys import control, refused
from tests.ui.till.test_scans import names


def bodies(stage: Stage, kind: str) -> list[dict]:
    with stage.terminal.database.reading() as connection:
        (incarnation,) = list_incarnations(connection)
        entries = journal.read_after(connection, incarnation, 0, 1000)
        return [json.loads(entry.body) for entry in entries if kind.encode() in entry.header]


def ask_discount(stage: Stage, keyboard: Keyboard, percent: str) -> None:
    keyboard.press(Qt.Key.Key_F8)
    keyboard.type(percent)
    keyboard.press(Qt.Key.Key_Return)


def sell(stage: Stage) -> None:
    stage.till.pay()
    stage.payment.pay(stage.payment.state.quick[0])
    stage.payment.finish()


def test_a_manager_allows_a_discount_beyond_the_cashiers(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "30")
    assert refused(at_till) == "discount.limit"
    control(keyboard, Qt.Key.Key_G)
    sheet = at_till.selling.till_view.sheets.grant
    assert sheet.isVisible()
    assert sheet._what.text() == "30\u00a0% off: Rye bread 400 g"
    keyboard.type(PIN)
    assert sheet.dots.text() == "● ● ● ●"
    keyboard.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert at_till.till.state.priced.discount_minor == 72
    assert staff.signed_in(at_till.terminal).login == "anna", "nobody was signed in by it"
    assert at_till.till.state.limit_ppm == 100_000, "and the cashier's limit is as before"
    sell(at_till)
    (sold,) = bodies(at_till, "sale.completed")
    assert sold["lines"][0]["granted_by"] == "mira"


def test_a_discount_of_ones_own_names_oneself_and_a_line_without_one_nobody(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "10")
    at_till.scan(EGGS)
    sell(at_till)
    (sold,) = bodies(at_till, "sale.completed")
    assert [line.get("granted_by", "") for line in sold["lines"]] == ["anna", ""]


def test_a_wrong_pin_is_said_in_place_and_gives_nothing(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "30")
    control(keyboard, Qt.Key.Key_G)
    keyboard.type("9999")
    keyboard.press(Qt.Key.Key_Return)
    sheet = at_till.selling.till_view.sheets.grant
    assert sheet.isVisible()
    assert sheet.refused.text() == "Name or PIN is wrong. Try again."
    assert at_till.sounds[-1] == "stop"
    for _ in range(5):
        keyboard.type("9999")
        keyboard.press(Qt.Key.Key_Return)
    assert sheet.refused.text().startswith("Too many wrong PINs"), "as at sign-in"
    keyboard.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert at_till.till.state.priced.discount_minor == 0


def test_it_holds_for_one_act_only(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, MILK)
    ask_discount(at_till, keyboard, "30")
    control(keyboard, Qt.Key.Key_G)
    keyboard.type(PIN)
    keyboard.press(Qt.Key.Key_Return)
    ask_discount(at_till, keyboard, "31")
    assert refused(at_till) == "discount.limit"
    at_till.till.grant.withdraw()
    at_till.till.grant.press_enter()
    assert at_till.till.state.priced.discount_minor == 51


def test_more_than_anybody_may_give_offers_nobody(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "60")
    assert refused(at_till) == "discount.limit"
    control(keyboard, Qt.Key.Key_G)
    assert not at_till.selling.till_view.sheets.grant.isVisible()


def test_the_next_scan_goes_on_without_it(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "30")
    control(keyboard, Qt.Key.Key_G)
    keyboard.type("12")
    keyboard.burst(MILK)
    assert not at_till.selling.till_view.sheets.grant.isVisible()
    assert names(at_till) == ["bread", "milk"]
    assert at_till.till.state.priced.discount_minor == 0
    assert at_till.till.grant.state.digits == 0


def test_the_drawer_is_lent_to_who_may_not_open_it(at_till: Stage, keyboard: Keyboard) -> None:
    staff.sign_in(at_till.terminal, "igor", PIN)
    control(keyboard, Qt.Key.Key_D)
    assert at_till.shell.notice.text.startswith("You may not do this alone.")
    control(keyboard, Qt.Key.Key_G)
    sheet = at_till.selling.till_view.sheets.grant
    assert [person.login for person in at_till.till.grant.state.people] == ["anna", "mira"]
    assert not sheet.allow.isEnabled()
    at_till.till.grant.choose("mira")
    keyboard.type(PIN)
    keyboard.press(Qt.Key.Key_Return)
    at_till.selling.till_view.sheets.drawer.usual[0].click()
    assert at_till.drawer == ["open"]
    (opened,) = bodies(at_till, "drawer.opened")
    assert opened["granted_by"] == "mira"
    control(keyboard, Qt.Key.Key_D)
    assert not at_till.selling.till_view.sheets.drawer.isVisible(), "once is once"


def test_who_opens_it_by_right_needs_nobody(at_till: Stage, keyboard: Keyboard) -> None:
    control(keyboard, Qt.Key.Key_D)
    at_till.selling.till_view.sheets.drawer.usual[0].click()
    (opened,) = bodies(at_till, "drawer.opened")
    assert "granted_by" not in opened


def test_only_one_question_waits(at_till: Stage, keyboard: Keyboard) -> None:
    staff.sign_in(at_till.terminal, "anna", PIN)
    at_till.scan(BREAD)
    ask_discount(at_till, keyboard, "30")
    staff.sign_in(at_till.terminal, "igor", PIN)
    control(keyboard, Qt.Key.Key_D)
    assert refused(at_till) == ""
    control(keyboard, Qt.Key.Key_G)
    assert at_till.selling.till_view.sheets.grant._what.text() == "Open the drawer"
    keyboard.press(Qt.Key.Key_Escape)
    control(keyboard, Qt.Key.Key_D)
    staff.sign_in(at_till.terminal, "anna", PIN)
    ask_discount(at_till, keyboard, "20")
    assert not at_till.shell.notice.isVisible()
    control(keyboard, Qt.Key.Key_G)
    assert at_till.selling.till_view.sheets.grant._what.text() == "20\u00a0% off: Rye bread 400 g"
