"""Paying: amounts, change, split payments, and that neither a scan nor Enter ever takes money or finishes."""

import pytest
from PySide6.QtCore import Qt

from desktop.operations import sales
from desktop.store.sales import list_recent
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard


@pytest.fixture
def paying(at_till: Stage) -> Stage:
    """Bread, eggs and milk are to be paid: 7.58, in cash 7.60."""
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.pay()
    at_till.sounds.clear()
    return at_till


def payments(stage: Stage) -> list[tuple[str, int]]:
    return [(payment.method, payment.amount_minor) for payment in stage.payment.state.settlement.payments]


def sold(stage: Stage) -> int:
    with stage.terminal.database.reading() as connection:
        return len(list_recent(connection, 50))


def test_the_payment_shows_what_is_due(paying: Stage) -> None:
    view = paying.selling.payment_view
    assert paying.shell.current_key() == "payment"
    assert view.due.due.text() == "7.58\u00a0€"
    assert "7.60" in view.due._in_cash.text()
    assert not view.finish.isEnabled()
    assert view.quick[0].text() == "Exact  7.60"


def test_f9_opens_the_payment_and_finishes_it_when_nothing_is_due(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F9)
    assert at_till.shell.current_key() == "payment"
    keyboard.press(Qt.Key.Key_F9)
    assert sold(at_till) == 0
    keyboard.type("5")
    keyboard.press(Qt.Key.Key_Return)
    assert payments(at_till) == [("cash", 500)]
    assert sold(at_till) == 0
    keyboard.press(Qt.Key.Key_F9)
    assert sold(at_till) == 1
    assert at_till.payment.state.sale.change_minor == 260


def test_enter_applies_an_amount_and_never_finishes(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.type("10")
    keyboard.press(*[Qt.Key.Key_Return] * 5)
    assert payments(paying) == [("cash", 1000)]
    assert paying.payment.state.sale is None
    paying.selling.payment_view.finish.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press(Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert paying.payment.state.sale is None


@pytest.mark.parametrize("focus", ["view", "finish", "apply", "quick"])
def test_a_wedge_scan_is_refused_and_never_becomes_an_amount(paying: Stage, keyboard: Keyboard, focus: str) -> None:
    view = paying.selling.payment_view
    paying.payment.pay(2000)
    paying.sounds.clear()
    {"view": view, "finish": view.finish, "apply": view.apply, "quick": view.quick[0]}[focus].setFocus()
    for closing in (Qt.Key.Key_Return, Qt.Key.Key_Tab, None):
        keyboard.burst(MILK, closing)
    assert payments(paying) == [("cash", 2000)]
    assert paying.payment.state.typed == ""
    assert paying.payment.state.sale is None
    assert paying.sounds == ["stop"] * 3
    assert view.strip.isVisible()
    assert paying.shell.current_key() == "payment"


def test_a_serial_scan_is_refused_and_drops_a_half_typed_amount(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.type("12")
    paying.shell.on_scan(MILK.encode(), "serial")
    assert paying.payment.state.typed == ""
    assert payments(paying) == []
    assert paying.sounds == ["stop"]
    keyboard.press(Qt.Key.Key_Return)
    assert payments(paying) == []


def test_a_barcode_typed_as_an_amount_is_cut_and_refused(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.type(MILK)
    assert len(paying.payment.state.typed) == 10
    keyboard.press(Qt.Key.Key_Return)
    assert paying.payment.state.refusal.code == "tender.absurd"
    assert payments(paying) == []


def test_part_by_card_and_the_rest_in_cash(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.choose_method("card")
    keyboard.type("5")
    keyboard.press(Qt.Key.Key_Return)
    paying.payment.choose_method("cash")
    paying.selling.payment_view.quick[0].click()
    assert payments(paying) == [("card", 500), ("cash", 260)]
    assert paying.selling.payment_view.finish.isEnabled()
    keyboard.press(Qt.Key.Key_F9)
    assert paying.payment.state.sale.rounding_minor == 2
    assert paying.selling.payment_view.done.change.text() == "7.60\u00a0€", "what was given, not what was due"
    assert paying.drawer == ["open"]


def test_a_typed_amount_goes_to_the_method_that_is_pressed(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.type("5.25")
    paying.selling.payment_view.methods.button("card").click()
    assert payments(paying) == [("card", 525)]


def test_more_than_is_due_by_card_is_refused_in_words(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.choose_method("card")
    keyboard.type("8")
    keyboard.press(Qt.Key.Key_Return)
    assert "0.42" in paying.selling.payment_view.strip.text
    assert payments(paying) == []


def test_a_payment_line_can_be_taken_back(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.pay(200)
    paying.payment.pay(300)
    paying.payment.take_back(0)
    assert payments(paying) == [("cash", 300)]
    keyboard.press(Qt.Key.Key_Delete)
    assert payments(paying) == []


def test_card_only_leaves_the_drawer_shut(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.choose_method("card")
    paying.selling.payment_view.quick[0].click()
    keyboard.press(Qt.Key.Key_F9)
    assert paying.payment.state.sale.change_minor == 0
    assert paying.drawer == []
    assert paying.papers == [("T01-000001", 0)]


def test_when_done_the_change_is_large_and_the_receipt_can_be_printed_again(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.pay(1000)
    keyboard.press(Qt.Key.Key_F9)
    done = paying.selling.payment_view.done
    assert done.isVisible()
    assert done.change.text() == "2.40\u00a0€"
    assert "T01-000001" in done._receipt.text()
    keyboard.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert paying.papers == [("T01-000001", 0), ("T01-000001", 1)]
    assert sales.find_sale(paying.terminal, paying.payment.state.sale.sale_id) is not None


def test_the_next_scan_begins_the_next_customer(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.pay(1000)
    keyboard.press(Qt.Key.Key_F9)
    keyboard.burst(BREAD)
    assert paying.shell.current_key() == "till"
    assert [line.product_id for line in paying.till.state.cart.lines] == ["bread"]
    keyboard.press(Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    assert paying.papers[-1] == ("T01-000001", 1)


def test_f9_twice_is_one_sale(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.pay(1000)
    keyboard.press(Qt.Key.Key_F9, Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert sold(paying) == 1
    assert paying.shell.current_key() == "till"


def test_going_back_keeps_the_cart(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.type("3")
    keyboard.press(Qt.Key.Key_Escape)
    assert paying.shell.current_key() == "payment"
    keyboard.press(Qt.Key.Key_Escape)
    assert paying.shell.current_key() == "till"
    assert len(paying.till.state.cart.lines) == 3


def test_a_sale_needs_somebody_signed_in(paying: Stage) -> None:
    paying.payment.pay(1000)
    paying.shell.lock()
    paying.payment.finish()
    assert paying.payment.state.refusal.code == "staff.signed_out"
    assert sold(paying) == 0
    paying.sign_in.choose("anna")
    for digit in PIN:
        paying.sign_in.press_digit(digit)
    paying.sign_in.press_enter()
    assert len(paying.till.state.cart.lines) == 3
