"""Looking goods up while typing."""

from PySide6.QtCore import Qt

from tests.screens.stage import Stage
from tests.terminals import BREAD
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_scans import names


def test_typing_finds_arrows_choose_and_enter_adds(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("r")
    hits = [hit.product.name for hit in at_till.search.state.hits]
    assert "Rye bread 400 g" in hits
    keyboard.press(Qt.Key.Key_Down)
    assert at_till.search.state.chosen == 1
    keyboard.press(Qt.Key.Key_Return)
    assert names(at_till) == [at_till.till.state.cart.lines[0].product_id]
    assert at_till.till.state.cart.lines[0].name == hits[1]
    assert not at_till.selling.panel.isVisible()
    keyboard.type("2")
    assert at_till.till.state.entry.typed == "2"


def test_stock_and_price_stand_beside_the_name(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("milk")
    model = at_till.selling.panel.model
    row = [model.index(0, column).data() for column in range(4)]
    assert row == ["Milk 3.2 % 930 ml", "MILK", "3", "1.69"]


def test_a_row_can_be_pressed(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("milk")
    at_till.selling.panel.table.clicked.emit(at_till.selling.panel.model.index(0, 0))
    assert names(at_till) == ["milk"]


def test_nothing_found_says_so_and_escape_leads_back(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("zzz")
    assert at_till.selling.panel.nothing.isVisible()
    keyboard.press(Qt.Key.Key_Return)
    assert names(at_till) == []
    keyboard.press(Qt.Key.Key_Escape)
    assert not at_till.selling.panel.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.type("4")
    assert at_till.till.state.entry.typed == "4"


def test_a_code_can_be_typed_into_the_search(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type(BREAD)
    keyboard.press(Qt.Key.Key_Return)
    assert names(at_till) == ["bread"]


def test_the_strip_of_an_unknown_code_leads_to_the_search(at_till: Stage) -> None:
    at_till.scan("4601111111110")
    at_till.selling.till_view.ticket.strip.acted.emit("search")
    assert at_till.shell.bar.search.hasFocus()
    assert at_till.till.state.prompt is None
