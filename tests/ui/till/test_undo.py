"""Steps on the ticket are taken back as before, whatever happened to the program between."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.clock import Clock
from desktop.operations import carts
from desktop.store.topics import Topic
from desktop.ui.till.presenter import TillPresenter
from tests.edges import SettableClock
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, reopen_terminal
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_keys import control
from tests.ui.till.test_scans import names, quantities


def shown(till: TillPresenter) -> dict[str, int]:
    assert till.state.cart is not None
    return {line.product_id: line.quantity_milli // 1000 for line in till.state.cart.lines}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_after_kill_9_and_a_new_start_twenty_steps_are_taken_back(tmp_path: Path, clock: SettableClock) -> None:
    program = [sys.executable, "-m", "tests.ui.till.killed_till", str(tmp_path), BREAD, *[EGGS] * 22, MILK]
    assert subprocess.run(program, timeout=60, check=False).returncode == -signal.SIGKILL
    till = start(tmp_path, clock)
    assert till.state.resumed
    assert shown(till) == {"eggs": 22, "milk": 1}
    till.undo()
    assert not till.state.resumed
    assert shown(till) == {"bread": 1, "eggs": 22, "milk": 1}
    till.close()
    till.ticket.terminal.database.close()
    till = start(tmp_path, clock)  # and once more, in the middle of going back
    till.undo()
    assert shown(till) == {"bread": 1, "eggs": 22}
    for _ in range(30):
        till.undo()
    assert shown(till) == {"bread": 1, "eggs": 4}
    till.close()
    assert carts.open_cart(till.ticket.terminal) == till.state.cart
    till.ticket.terminal.database.close()


def start(folder: Path, clock: Clock) -> TillPresenter:
    return TillPresenter(reopen_terminal(folder, clock))


def test_an_emptied_ticket_comes_back_after_another_screen_and_a_new_start(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, EGGS)
    before = at_till.till.state.cart
    for _ in range(2):
        keyboard.press(Qt.Key.Key_Delete)
    assert names(at_till) == []
    at_till.terminal.database.announce(Topic.CATALOG)
    again = TillPresenter(at_till.terminal)
    assert not again.state.resumed
    again.undo()
    again.undo()
    assert again.state.cart == before
    again.close()


def test_goods_on_an_emptied_ticket_go_on_with_its_steps(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    keyboard.press(Qt.Key.Key_Delete)
    again = TillPresenter(at_till.terminal)
    again.scan(MILK)
    assert shown(again) == {"milk": 1}
    again.undo()
    again.undo()
    assert shown(again) == {"bread": 1}
    again.close()


def test_what_was_sold_or_put_aside_is_not_taken_back(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD, BREAD)
    keyboard.press(Qt.Key.Key_F4)
    control(keyboard, Qt.Key.Key_Z)
    assert names(at_till) == []
    keyboard.press(Qt.Key.Key_F5)
    control(keyboard, Qt.Key.Key_Z)
    assert quantities(at_till) == [2000]
    at_till.till.pay()
    at_till.payment.pay(480)
    at_till.payment.finish()
    assert at_till.payment.state.sale is not None
    at_till.shell.show_screen("till")
    control(keyboard, Qt.Key.Key_Z)
    assert names(at_till) == []
