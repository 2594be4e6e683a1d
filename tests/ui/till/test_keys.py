"""The keys of the till: quantity, discount, removing, undoing, parking, and coming back after the power went."""

from PySide6.QtCore import Qt

from desktop.operations import carts
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_rows import Refused
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_scans import names, quantities


def refused(stage: Stage) -> str:
    prompt = stage.till.state.prompt
    return prompt.refusal.code if isinstance(prompt, Refused) else ""


def control(keyboard: Keyboard, key: Qt.Key) -> None:
    keyboard.press(key, modifier=Qt.KeyboardModifier.ControlModifier)


def test_a_number_and_the_quantity_key(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.type("12")
    keyboard.press(Qt.Key.Key_F6)
    assert quantities(at_till) == [12_000]


def test_the_quantity_key_and_then_a_number(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS)
    at_till.till.select(at_till.till.state.cart.lines[0].line_id)
    keyboard.press(Qt.Key.Key_F6)
    assert at_till.selling.till_view.keys.quantity.isChecked()
    keyboard.type("4")
    keyboard.press(Qt.Key.Key_Return)
    assert quantities(at_till) == [4000, 1000]
    assert not at_till.selling.till_view.keys.quantity.isChecked()


def test_half_a_loaf_is_refused_in_words(at_till: Stage) -> None:
    at_till.scan(BREAD)
    for digit in "1.5":
        (at_till.till.press_mark if digit == "." else lambda d=digit: at_till.till.press_digit(d))()
    at_till.till.press_quantity()
    assert refused(at_till) == "quantity.pieces"
    assert quantities(at_till) == [1000]
    assert "whole pieces" in at_till.selling.till_view.ticket.strip.text


def test_a_discount_within_the_limit_and_one_beyond(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(EGGS)
    keyboard.press(Qt.Key.Key_F8)
    keyboard.type("10")
    keyboard.press(Qt.Key.Key_Return)
    assert at_till.till.state.priced.discount_minor == 35
    keyboard.press(Qt.Key.Key_F8)
    keyboard.type("11")
    keyboard.press(Qt.Key.Key_Return)
    assert refused(at_till) == "discount.limit"
    assert "10" in at_till.selling.till_view.ticket.strip.text
    keyboard.type("0")
    keyboard.press(Qt.Key.Key_F8)
    assert at_till.till.state.priced.discount_minor == 0


def test_who_may_give_nothing_finds_the_key_dead(stage: Stage) -> None:
    stage.open_day()
    stage.sign_in.choose("igor")
    for digit in PIN:
        stage.sign_in.press_digit(digit)
    stage.sign_in.press_enter()
    stage.scan(BREAD)
    assert not stage.selling.till_view.keys.discount.isEnabled()


def test_a_removed_line_comes_back_where_it_was(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.select(at_till.till.state.cart.lines[1].line_id)
    keyboard.press(Qt.Key.Key_Delete)
    chip = at_till.selling.till_view.ticket.chip
    assert names(at_till) == ["bread", "milk"]
    assert chip.isVisible()
    assert "Eggs" in chip.text()
    at_till.scan(BREAD)
    chip.click()
    assert names(at_till) == ["bread", "eggs", "milk"]
    assert quantities(at_till) == [2000, 1000, 1000]


def test_the_chip_goes_after_its_time(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.remove_line()
    chip = at_till.selling.till_view.ticket.chip
    assert chip.remaining_s == 6
    for _ in range(6):
        chip.tick()
    assert not chip.isVisible()
    assert at_till.till.state.removed == ""


def test_control_z_takes_twenty_steps_back(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(*[BREAD] * 25)
    for _ in range(30):
        keyboard.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert quantities(at_till) == [5000]
    assert carts.open_cart(at_till.terminal) == at_till.till.state.cart


def test_up_and_down_choose_a_line_whatever_has_the_focus(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS, MILK)
    keyboard.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert at_till.till.state.line(at_till.till.state.selected).product_id == "bread"
    at_till.selling.till_view.ticket.table.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    assert at_till.till.state.line(at_till.till.state.selected).product_id == "eggs"
    keyboard.type("7")
    assert at_till.till.state.entry.typed == "7"


def test_a_code_typed_by_hand_is_taken_on_enter(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.type(BREAD)
    assert names(at_till) == []
    keyboard.press(Qt.Key.Key_Return)
    assert names(at_till) == ["bread"]


def test_enter_with_nothing_typed_does_nothing(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    before = at_till.till.state
    keyboard.press(Qt.Key.Key_Return)
    assert at_till.till.state == before


def test_parking_and_recalling(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F4)
    assert names(at_till) == []
    assert len(at_till.till.state.parked) == 1
    at_till.scan(EGGS)
    keyboard.press(Qt.Key.Key_F5)
    sheet = at_till.selling.till_view.sheets.parked
    assert sheet.isVisible()
    at_till.till.recall(at_till.till.state.parked[0].cart_id)
    assert names(at_till) == ["bread"]
    assert len(at_till.till.state.parked) == 1


def test_one_parked_sale_comes_back_at_one_press(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F4, Qt.Key.Key_F5)
    assert names(at_till) == ["bread"]
    assert at_till.till.state.parked == ()


def test_what_was_put_aside_by_mistake_is_taken_back_at_once(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(EGGS)
    at_till.till.park("Table 3")
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_F4)
    strip = at_till.selling.till_view.ticket.strip
    assert strip.text == "Parked: 2.40\xa0€"
    control(keyboard, Qt.Key.Key_J)
    assert (names(at_till), strip.text) == (["bread"], "")
    assert [row.name for row in at_till.till.state.parked] == ["Table 3"]
    keyboard.press(Qt.Key.Key_F4)
    keyboard.press(Qt.Key.Key_Escape)
    assert strip.text == "", "it was meant"
    keyboard.press(Qt.Key.Key_F4)
    at_till.scan(BREAD)
    assert strip.text == "", "the next customer is served"


def test_after_a_power_cut_the_sale_is_offered_and_a_scan_goes_on(at_till: Stage) -> None:
    at_till.scan(BREAD, EGGS)
    again = TillPresenter(at_till.terminal)
    assert again.state.resumed
    assert len(again.state.cart.lines) == 2
    again.scan(MILK)
    assert not again.state.resumed
    assert len(again.state.cart.lines) == 3
    again.close()


def test_why_so_much_tells_steps_that_add_up(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS)
    control(keyboard, Qt.Key.Key_E)
    sheet = at_till.selling.till_view.sheets.why
    assert sheet.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    keyboard.burst(MILK)
    assert names(at_till) == ["bread", "eggs", "milk"]


def test_tiles_sell_and_tabs_change_them(at_till: Stage) -> None:
    keys = at_till.selling.till_view.keys
    keys.tabs.chosen.emit("Dairy")
    assert {product.id for product in at_till.till.goods.state.goods} == {"eggs", "cheese", "milk"}
    keys.tiles.picked.emit("milk")
    assert names(at_till) == ["milk"]


def test_an_empty_cart_is_not_paid(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.type("+")
    assert at_till.shell.current_key() == "till"
    assert refused(at_till) == "sale.empty"
