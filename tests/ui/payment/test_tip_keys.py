"""Tips by the keyboard: every choice has its key, other keys can be put in force, and the sheet of keys lists them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.ui.keymap import use_keys
from tests.screens.gallery_tenders import set_tender
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.keyboard import Keyboard
from tests.ui.shell.test_command_codes import command

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[""])
def paying(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """7.58 are to be paid; the shop takes tips."""
    use_keys(request.param)
    stage: Stage = request.getfixturevalue("at_till")
    set_tender(stage.terminal, tips=True)
    stage.scan(BREAD, EGGS, MILK)
    stage.till.pay()
    yield stage
    set_tender(stage.terminal)
    use_keys("")


def tip(stage: Stage) -> int:
    cart = stage.payment.state.cart
    return cart.tip_minor if cart else 0


def test_each_choice_has_a_key(paying: Stage, keyboard: Keyboard) -> None:
    for key, expected in ((Qt.Key.Key_2, 76), (Qt.Key.Key_4, 42), (Qt.Key.Key_0, 0)):
        keyboard.press(key, modifier=CONTROL)
        assert tip(paying) == expected
    keyboard.type("1")
    keyboard.press(Qt.Key.Key_T, modifier=CONTROL)
    assert tip(paying) == 100
    keyboard.type("9")
    keyboard.press(Qt.Key.Key_U, modifier=CONTROL)
    assert tip(paying) == 142


def test_codes_of_the_tills_sheet_press_them(paying: Stage) -> None:
    command(paying, "Ctrl+1")
    assert tip(paying) == 38


def test_the_sheet_of_keys_lists_them(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F1)
    said = [row.accessibleName() for row in paying.shell.keys.rows]
    assert "Tip None, 0.00\xa0€, Ctrl+0" in said
    assert "Tip 10\xa0%, 0.76\xa0€, Ctrl+2" in said


@pytest.mark.parametrize("paying", ["Ctrl+2=Ctrl+Y"], indirect=True)
def test_they_can_be_others(paying: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_Y, modifier=CONTROL)
    assert tip(paying) == 76
