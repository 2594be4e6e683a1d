"""Foreign cash on the payment screen: offered where the shop has a rate, change in the shop's own money."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.operations.terminal import Terminal
from desktop.store.replica_file import ReplicaFile
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.keyboard import Keyboard


def set_terms(terminal: Terminal, **tender: object) -> None:
    replica = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms | {"tender": tender}),))
    replica.close()


@pytest.fixture
def paying(at_till: Stage) -> Iterator[Stage]:
    """7.58 are to be paid, in cash 7.60; a dollar is 0.91."""
    set_terms(at_till.terminal, rates_ppm={"USD": 910_000})
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.pay()
    yield at_till
    set_terms(at_till.terminal)


def test_dollars_are_taken_and_euros_come_back(paying: Stage, keyboard: Keyboard) -> None:
    view = paying.selling.payment_view
    view.methods.button("cash:USD").click()
    assert "8.35" in view.due._in_cash.text()
    assert view.quick[0].text() == "Exact  8.35"
    keyboard.type("20")
    keyboard.press(Qt.Key.Key_Return)
    state = paying.payment.state
    assert [(one.method, one.amount_minor, one.foreign_minor) for one in state.settlement.payments] == [
        ("cash:USD", 1820, 2000)
    ]
    assert state.settlement.change_minor == 1060
    keyboard.press(Qt.Key.Key_F9)
    assert paying.payment.state.sale.change_minor == 1060
    assert paying.drawer == ["open"]


def test_part_in_dollars_and_the_rest_by_card(paying: Stage, keyboard: Keyboard) -> None:
    paying.payment.choose_method("cash:USD")
    paying.payment.pay(500)
    paying.payment.choose_method("card")
    paying.selling.payment_view.quick[0].click()
    assert paying.payment.state.settlement.complete
    assert paying.payment.state.settlement.rounding_minor == 0


def test_without_a_rate_there_is_no_such_key(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.pay()
    assert at_till.payment.state.methods == ("cash", "card", "gift")
