"""The till locks itself, the ticket stays; scans while it is locked are kept and told; a badge opens it."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.shell_lock import AutoLock
from tests.screens.stage import Stage
from tests.terminals import BADGE, BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard, Timers


class Idling:
    """An automatic lock whose time is the test's."""

    def __init__(self, stage: Stage, seconds: int = 60) -> None:
        self.timers, self.now_s = Timers(), 1_000.0
        self.lock = AutoLock(stage.shell, seconds, stage.selling.may_lock, self.timers.after, lambda: self.now_s)

    def pass_s(self, seconds: float) -> None:
        """So much time passes, and what waited for it is called."""
        self.now_s += seconds
        self.timers.run()


@pytest.fixture
def locked(at_till: Stage) -> Stage:
    at_till.scan(BREAD)
    at_till.shell.lock()
    assert at_till.shell.current_key() == "sign_in"
    return at_till


def sign_in(stage: Stage, login: str) -> None:
    stage.sign_in.choose(login)
    for digit in PIN:
        stage.sign_in.press_digit(digit)
    stage.sign_in.press_enter()


def skus(stage: Stage) -> list[str]:
    assert stage.till.state.cart is not None
    return [line.sku for line in stage.till.state.cart.lines]


def test_it_locks_when_nobody_touches_it_and_the_ticket_stays(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    idling = Idling(at_till)
    idling.pass_s(59)
    assert at_till.shell.current_key() == "till"
    keyboard.press(Qt.Key.Key_Down)
    idling.pass_s(59)
    assert at_till.shell.current_key() == "till", "a key is somebody"
    idling.pass_s(1)
    assert at_till.shell.current_key() == "sign_in"
    sign_in(at_till, "igor")
    assert at_till.shell.current_key() == "till"
    assert skus(at_till) == ["BREAD"]
    idling.lock.close()


def test_a_scan_is_nobody(at_till: Stage) -> None:
    idling = Idling(at_till)
    idling.pass_s(30)
    at_till.scan(BREAD)
    idling.pass_s(30)
    assert at_till.shell.current_key() == "sign_in"
    idling.lock.close()


def test_it_waits_while_a_customer_pays(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.pay()
    idling = Idling(at_till)
    idling.pass_s(60)
    assert at_till.shell.current_key() == "payment"
    at_till.payment.pay(at_till.payment.state.quick[0])
    at_till.payment.finish()
    idling.pass_s(60)
    assert at_till.shell.current_key() == "sign_in"
    idling.lock.close()


def test_zero_is_never(at_till: Stage) -> None:
    idling = Idling(at_till, 0)
    assert idling.timers.waiting == []
    idling.lock.close()


def test_a_badge_opens_it_and_cashiers_change_over_the_ticket(locked: Stage) -> None:
    locked.scan(BADGE)
    assert locked.shell.current_key() == "till"
    assert locked.sounds[-2:] == ["ok", "ok"], "the goods, then the badge: no scan goes unheard"
    assert locked.shell.presenter.state.person == "Mira Manager"
    assert skus(locked) == ["BREAD"]


def test_scans_at_a_locked_till_are_kept_told_and_put_in_when_asked(locked: Stage) -> None:
    locked.scan(MILK, EGGS)
    assert locked.shell.notice.text == "The till is locked. Scans kept until somebody signs in: 2"
    assert locked.sounds[-1] == "attention"
    sign_in(locked, "anna")
    assert skus(locked) == ["BREAD"], "nothing goes in unseen"
    assert locked.shell.notice.text == "Scans that came while the till was locked: 2"
    locked.shell.notice.acted.emit("put_in")
    assert skus(locked) == ["BREAD", "MILK", "EGGS"]


def test_or_forgotten(locked: Stage) -> None:
    locked.scan(MILK)
    sign_in(locked, "anna")
    locked.shell.notice.acted.emit("drop")
    assert skus(locked) == ["BREAD"]
    locked.shell.lock()
    sign_in(locked, "anna")
    assert not locked.shell.notice.isVisible()


def test_before_the_shift_there_is_nothing_to_keep_scans_for(stage: Stage) -> None:
    stage.scan(MILK)
    assert stage.shell.notice.text == "A scan does nothing on this screen."


def test_another_time_is_in_force_at_once(at_till: Stage) -> None:
    idling = Idling(at_till, 0)
    idling.lock.watch(60)
    idling.pass_s(60)
    assert at_till.shell.current_key() == "sign_in"
