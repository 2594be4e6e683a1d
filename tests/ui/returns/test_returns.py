"""Returns by scanner, keys and touch: from the receipt's code to the money given back."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.domain.sale import Sale
from desktop.operations import carts, returns, staff
from desktop.ui.shell_returns import RETURNS
from sync.wire.changes import Place
from tests.core import sell
from tests.operations.picking_ground import tell
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.returns.conftest import Desk


def sold(desk: Desk, *items: str) -> Sale:
    terminal = desk.stage.terminal
    return sell(terminal, staff.signed_in(terminal), *items)


def code_of(desk: Desk) -> str:
    refusal = desk.presenter.state.refusal
    return refusal.code if refusal else ""


def test_by_the_receipts_code_and_keys_alone(desk: Desk, keyboard: Keyboard) -> None:
    sale = sold(desk, f"3*{EGGS}", BREAD)
    desk.stage.scan(sale.receipt)
    assert desk.is_shown()
    assert desk.view.about.text().startswith(f"Receipt {sale.receipt} · ")
    keyboard.type("2")
    assert desk.view.side.figure.figure.text() == "2"
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_F6)
    keyboard.press(Qt.Key.Key_Return)  # nothing typed: all that is left
    assert [(row.picked_milli, row.condition) for row in desk.presenter.state.rows] == [
        (2000, "good"),
        (1000, "damaged"),
    ]
    keyboard.press(Qt.Key.Key_F10)
    assert code_of(desk) == "return.reason"
    desk.view.side.reasons.button("Faulty").click()
    keyboard.press(Qt.Key.Key_F10)
    payment = desk.stage.payment
    assert desk.stage.shell.current_key() == "payment"
    assert payment.state.settlement.due_minor == -938
    assert desk.stage.selling.payment_view.due.due.text() == "9.38\u00a0€"
    desk.stage.selling.payment_view.quick[0].click()
    keyboard.press(Qt.Key.Key_F9)
    back = payment.state.sale
    assert [(line.quantity_milli, line.reason, line.to_place_id) for line in back.lines] == [
        (-2000, "Faulty", "shelf"),
        (-1000, "Faulty", "waste"),
    ]
    assert desk.stage.selling.payment_view.done.change.text() == "9.40\u00a0€"
    assert desk.stage.papers[-1] == (back.receipt, 0)
    assert desk.stage.drawer == ["open"]


def test_the_condition_goes_round_what_the_shop_has_a_place_for(desk: Desk, keyboard: Keyboard) -> None:
    tell(desk.stage.terminal, places=(Place(id="q", code="Q", name="Quarantine", kind="quarantine"),))
    desk.stage.scan(sold(desk, BREAD).receipt)
    key, seen = desk.view.side.condition, list[str]()
    keyboard.press(Qt.Key.Key_Return)
    for _ in range(4):
        seen.append(f"{key.text()} {key.isChecked()}")
        keyboard.press(Qt.Key.Key_F6)
    assert seen == ["To the shelf False", "Damaged True", "To be checked True", "To the shelf False"]
    keyboard.press(Qt.Key.Key_F6)
    desk.view.side.reasons.button("Faulty").click()
    keyboard.press(Qt.Key.Key_F9)
    (line,) = carts.open_cart(desk.stage.terminal).returns
    assert line.to_place_id == "q"


def test_with_fingers_alone_the_number_is_typed_on_the_keys(desk: Desk) -> None:
    sold(desk, BREAD)
    desk.stage.shell.show_screen(RETURNS)
    desk.view.side.pad.digit.emit("1")
    desk.view.look_up.click()
    assert [row.left_milli for row in desk.presenter.state.rows] == [1000]
    desk.view.side.everything.click()
    desk.view.side.reasons.button("Faulty").click()
    desk.view.side.pay.click()
    payment = desk.stage.selling.payment_view
    assert payment.quick[0].text() == "\N{MINUS SIGN}2.40", "nobody gives change on what they get back"


def test_goods_are_scanned_off_the_receipt_and_exchanged(desk: Desk) -> None:
    sale = sold(desk, f"2*{EGGS}", BREAD)
    desk.stage.scan(MILK)
    desk.stage.scan(sale.receipt, EGGS, EGGS)
    assert [row.picked_milli for row in desk.presenter.state.rows] == [2000, 0]
    desk.stage.scan(EGGS)  # there are no more
    assert code_of(desk) == "return.no_line"
    desk.presenter.set_reason("wrong size")
    desk.view.side.take.click()
    assert desk.stage.shell.current_key() == "till"
    state = desk.stage.till.state
    assert [line.quantity_milli for line in state.priced.lines] == [1000, -2000]
    desk.stage.scan(sale.receipt)  # again: what is on the ticket is picked already
    assert desk.presenter.state.rows[0].picked_milli == 2000
    desk.presenter.set_reason("wrong size")
    desk.presenter.press_none()
    desk.presenter.take()
    assert carts.open_cart(desk.stage.terminal).returns == ()


def test_a_line_that_comes_back_can_be_taken_out_at_the_till(desk: Desk, keyboard: Keyboard) -> None:
    sale = sold(desk, EGGS)
    desk.stage.scan(sale.receipt)
    desk.presenter.press_all()
    desk.presenter.set_reason("wrong size")
    desk.presenter.take()
    till = desk.stage.till
    till.select(till.state.cart.returns[0].line_id)
    keyboard.press(Qt.Key.Key_Minus)
    assert till.state.cart.returns == ()
    till.undo()
    assert len(till.state.cart.returns) == 1


def test_a_manager_allows_what_is_above_the_cashiers_limit(desk: Desk, keyboard: Keyboard) -> None:
    sale = sold(desk, f"40*{EGGS}")
    desk.stage.scan(sale.receipt)
    keyboard.press(Qt.Key.Key_F8)
    desk.presenter.set_reason("cancelled party")
    keyboard.press(Qt.Key.Key_F9)
    assert (code_of(desk), desk.presenter.state.grantable) == ("staff.approval", True)
    keyboard.press(Qt.Key.Key_G, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.view.grant.isVisible()
    keyboard.type(PIN)
    keyboard.press(Qt.Key.Key_Return)
    assert desk.stage.shell.current_key() == "till"
    assert [line.granted_by for line in carts.open_cart(desk.stage.terminal).returns] == ["mira"]


def test_digits_are_a_number_of_this_till(desk: Desk, keyboard: Keyboard) -> None:
    sale = sold(desk, EGGS)
    keyboard.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.is_shown()
    for digit in "1":
        desk.presenter.press_digit(digit)
    desk.view.side.apply.click()
    assert desk.presenter.state.receipt.receipt == sale.receipt
    keyboard.press(Qt.Key.Key_Escape)
    assert desk.stage.shell.current_key() == "till"


def test_enter_in_a_field_takes_nothing_back_and_esc_shuts_only_the_keys(desk: Desk, keyboard: Keyboard) -> None:
    sale = sold(desk, f"3*{EGGS}")
    keyboard.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.type("1")
    keyboard.press(Qt.Key.Key_Return)
    assert [row.picked_milli for row in desk.presenter.state.rows] == [0]
    assert desk.view.number.value() == sale.receipt
    keyboard.type("2")  # the field has let go: this is a quantity
    keyboard.press(Qt.Key.Key_Return)
    desk.view.side.other.edit.setFocus()
    keyboard.type("x")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F1)
    keyboard.press(Qt.Key.Key_Escape)
    assert desk.is_shown()
    assert [row.picked_milli for row in desk.presenter.state.rows] == [2000]


async def look_up(desk: Desk, number: str) -> None:
    desk.presenter.look_up(number)
    assert desk.presenter.state.asking == number
    await asyncio.gather(*desk.presenter._tasks)


def test_head_office_is_asked_for_what_is_not_known_here(desk: Desk) -> None:
    sale = sold(desk, EGGS)
    known = returns.find_receipt(desk.stage.terminal, sale.receipt)
    desk.stage.shell.show_screen("returns")
    desk.answers |= {"T09-000007": replace(known, receipt="T09-000007"), "T09-000008": None}
    asyncio.run(look_up(desk, "T09-000007"))
    assert desk.presenter.state.receipt.receipt == "T09-000007"
    asyncio.run(look_up(desk, "T09-000008"))
    assert code_of(desk) == "receipt.unknown"


def test_without_an_answer_the_limit_for_offline_holds(desk: Desk) -> None:
    desk.stage.shell.show_screen("returns")
    asyncio.run(look_up(desk, "T09-000009"))
    assert (code_of(desk), desk.presenter.state.unseen) == ("receipt.offline", "T09-000009")
    desk.stage.scan(EGGS)
    assert desk.view.about.text() == "Receipt T09-000009, not looked at"
    desk.presenter.set_reason("broken")
    desk.presenter.take()
    assert code_of(desk) == "return.offline_limit"  # this shop allows nothing


def test_without_a_receipt_somebody_has_to_allow_it(desk: Desk) -> None:
    desk.stage.shell.show_screen("returns")
    desk.stage.scan(EGGS, EGGS, BREAD)
    assert [row.picked_milli for row in desk.presenter.state.rows] == [2000, 1000]
    assert desk.presenter.state.total_minor == 2 * 349 + 240
    desk.presenter.set_reason("a gift")
    desk.presenter.take()
    assert (code_of(desk), desk.presenter.state.grantable) == ("staff.approval", True)


def test_only_the_code_of_a_receipt_leads_away_from_the_till(desk: Desk) -> None:
    sale = sold(desk, EGGS)
    desk.stage.scan("4000000000000")
    assert not desk.is_shown()
    desk.stage.scan(f"]C0{sale.receipt}")
    assert desk.is_shown()


def test_nothing_picked_is_nothing_taken(desk: Desk) -> None:
    sale = sold(desk, EGGS)
    desk.stage.scan(sale.receipt)
    desk.presenter.set_reason("x")
    desk.presenter.take()
    assert code_of(desk) == "return.nothing"
    desk.presenter.press_digit("5")
    desk.presenter.press_enter()
    assert code_of(desk) == "return.too_much"
    desk.presenter.dismiss()
    assert desk.presenter.state.refusal is None


def test_a_receipt_of_another_shop_says_so_and_one_in_other_hands_is_no_unseen_one(desk: Desk) -> None:
    sale = sold(desk, EGGS)
    known = returns.find_receipt(desk.stage.terminal, sale.receipt)
    assert known is not None
    desk.stage.shell.show_screen("returns")
    desk.answers["T09-000007"] = replace(known, sale_id="elsewhere", receipt="T09-000007", shop="Harbour shop")
    asyncio.run(look_up(desk, "T09-000007"))
    assert desk.view.about.text().startswith("Receipt T09-000007 · Harbour shop · ")
    desk.held.add("T09-000008")
    asyncio.run(look_up(desk, "T09-000008"))
    assert (code_of(desk), desk.presenter.state.unseen) == ("receipt.held", "")
    assert "Another till" in desk.view.strip.text
