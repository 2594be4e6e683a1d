"""A sale without a hand on keyboard or glass: goods and the codes of the till's own sheet."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.command_code import command_text
from desktop.domain.refusal import Refusal
from desktop.ui.keymap import own_key, parse_keys, use_keys
from desktop.ui.widgets.key import Key
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS


def command(stage: Stage, *keys: str) -> None:
    for key in keys:
        stage.shell.on_scan(command_text(stage.shell.presenter.command_tag, key))
        QApplication.processEvents()


def test_a_whole_sale_by_scanner(at_till: Stage) -> None:
    command(at_till, "3", "*")
    at_till.scan(BREAD)
    at_till.scan(EGGS)
    command(at_till, "Del", "F9")
    assert at_till.shell.current_key() == "payment"
    command(at_till, "1", "0", "Return")
    state = at_till.payment.state
    assert state.settlement is not None
    assert state.settlement.change_minor == 280
    command(at_till, "+")
    assert at_till.payment.state.sale is not None
    assert at_till.payment.state.sale.total_minor == 720


def test_a_code_of_another_tills_sheet_is_an_unknown_code(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.shell.on_scan(command_text("AAAAAA", "F9"))
    assert at_till.shell.current_key() == "till"


@pytest.fixture
def swapped() -> Iterator[None]:
    use_keys("F9=F10, F10=F9")
    yield
    use_keys("")


def test_keys_can_be_others(swapped: None, qapp: QApplication) -> None:
    pay = Key("Pay", shortcut="F9")
    assert pay._shortcut is not None
    assert (pay._cap, pay._shortcut.key().toString()) == ("F10", "F10")
    assert Key("Card", shortcut="F10")._cap == "F9"
    assert (own_key("F10"), own_key("F8")) == ("F9", "F8"), "a code on paper presses what stands beside it"


@pytest.mark.parametrize("text", ["F9", "F9=", "F9=F8", "F9=Nonsense", "F9=Ctrl+K, F8=Ctrl+K", "F9=F10, F9=F11"])
def test_keys_that_cannot_be_are_refused(text: str, qapp: QApplication) -> None:
    with pytest.raises(Refusal) as refused:
        parse_keys(text)
    assert refused.value.code == "settings.keys"


def test_keys_are_read(qapp: QApplication) -> None:
    assert parse_keys("F9=Ctrl+K,  F8 = F9") == {"F9": "Ctrl+K", "F8": "F9"}
    assert parse_keys("") == {}


def test_the_list_of_keys_asks_for_its_sheet(at_till: Stage) -> None:
    asked: list[list[tuple[str, str]]] = []
    at_till.shell.keys.sheet_asked.connect(asked.append)
    at_till.shell._help.activated.emit()
    at_till.shell.keys.paper.click()
    assert ("F9", "Pay") in asked[0], "without the sum of this ticket"
    assert not at_till.shell.keys.isVisible()
