"""The card terminal on the payment screen: waiting, approved, declined, unclear, decided by a person."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.operations import carts
from desktop.ui.payment.card_presenter import CardPresenter
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.keyboard import Keyboard

TOTAL = 758


class Held:
    """Runs what is put beside the window when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.waiting.append((work, done))

    def go(self) -> None:
        """Let the oldest one happen."""
        work, done = self.waiting.pop(0)
        done(work())


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def device(tmp_path: Path) -> SimulatedCardTerminal:
    return SimulatedCardTerminal(tmp_path / "card")


@pytest.fixture
def paying(at_till: Stage, device: SimulatedCardTerminal, held: Held) -> Iterator[Stage]:
    """7.58 are to be paid, at a till with a card terminal."""
    card = at_till.payment.card
    before = card.driver, card._beside
    card.driver, card._beside = device, held
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.pay()
    at_till.payment.choose_method("card")
    yield at_till
    card.driver, card._beside = before
    card._under_way = ""


def payments(stage: Stage) -> list[tuple[str, int]]:
    return [(payment.method, payment.amount_minor) for payment in stage.payment.state.settlement.payments]


def test_the_screen_waits_and_then_the_sale_has_the_reference(paying: Stage, held: Held, keyboard: Keyboard) -> None:
    view = paying.selling.payment_view
    view.quick[0].click()
    assert (view.card.isVisible(), view.change.isVisible(), view.finish.isEnabled()) == (True, False, False)
    assert (view.card.cancel.isVisible(), view.card.again.isVisible()) == (True, False)
    keyboard.press(Qt.Key.Key_F9)
    assert paying.payment.state.sale is None
    held.go()
    assert payments(paying) == [("card", TOTAL)]
    assert not view.card.isVisible()
    keyboard.press(Qt.Key.Key_F9)
    assert paying.payment.state.sale.payments[0].reference.startswith("SIM-")


def test_nothing_is_taken_while_the_terminal_is_asked(paying: Stage, held: Held, keyboard: Keyboard) -> None:
    keyboard.type("5")
    keyboard.press(Qt.Key.Key_Return)
    paying.payment.choose_method("cash")
    paying.payment.pay(500)
    assert paying.payment.state.refusal.code == "card.unclear"
    assert len(held.waiting) == 1
    held.go()
    assert payments(paying) == [("card", 500)]


def test_more_than_is_due_never_reaches_the_terminal(paying: Stage, held: Held) -> None:
    paying.payment.pay(TOTAL + 1)
    assert paying.payment.state.refusal.code == "tender.overpaid"
    assert held.waiting == []


def test_a_declined_card_is_said_and_another_way_is_open(paying: Stage, held: Held) -> None:
    paying.payment.pay(101)
    held.go()
    assert payments(paying) == []
    assert "not charged" in paying.selling.payment_view.strip.text
    paying.payment.choose_method("cash")
    paying.payment.pay(1000)
    assert paying.payment.state.can_finish


def test_cancelling_asks_the_terminal_and_waits_for_its_word(
    paying: Stage, held: Held, device: SimulatedCardTerminal
) -> None:
    paying.payment.pay(500)
    paying.selling.payment_view.card.cancel.click()
    assert paying.payment.state.card.cancelling
    held.go()
    held.go()
    assert payments(paying) == [("card", 500)]  # too late, and said so
    assert device.charged_minor() == 500


def test_an_unclear_payment_is_asked_again_with_the_same_id(
    paying: Stage, held: Held, device: SimulatedCardTerminal
) -> None:
    view = paying.selling.payment_view
    paying.payment.pay(102)
    held.go()
    assert paying.payment.state.card.unclear
    assert (view.card.again.isVisible(), view.card.cancel.isVisible()) == (True, False)
    assert not view.finish.isEnabled()
    view.card.again.click()
    held.go()
    assert payments(paying) == [("card", 102)]
    assert device.charged_minor() == 102


def test_an_unclear_ticket_is_put_aside_and_asked_when_it_comes_back(
    paying: Stage, held: Held, device: SimulatedCardTerminal
) -> None:
    paying.payment.pay(102)
    held.go()
    cart_id = paying.payment.state.cart.id
    paying.selling.payment_view.card.park.click()
    assert paying.shell.current_key() == "till"
    assert paying.till.state.cart.id != cart_id
    assert [cart.id for cart in carts.list_parked(paying.terminal)] == [cart_id]
    paying.till.recall(cart_id)
    paying.scan(BREAD)
    assert len(paying.till.state.cart.lines) == 3
    paying.till.pay()
    held.go()
    assert payments(paying) == [("card", 102)]


def test_a_paid_part_is_given_back_before_the_ticket_changes(
    paying: Stage, held: Held, device: SimulatedCardTerminal
) -> None:
    paying.payment.pay(500)
    held.go()
    paying.payment.take_back(0)
    assert payments(paying) == [("card", 500)]
    held.go()
    assert payments(paying) == []
    assert device.charged_minor() == 0


def test_a_manager_decides_when_the_terminal_cannot(paying: Stage, held: Held, keyboard: Keyboard) -> None:
    view = paying.selling.payment_view
    paying.payment.pay(103)
    held.go()
    view.card.paid.click()
    assert view.grant.isVisible()
    card: CardPresenter = paying.payment.card
    card.grant.choose("mira")
    for digit in PIN:
        card.grant.press_digit(digit)
    card.grant.press_enter()
    assert payments(paying) == [("card", 103)]
    assert not paying.payment.state.card.attempt


def test_a_restart_finds_the_payment_and_asks(paying: Stage, held: Held, device: SimulatedCardTerminal) -> None:
    paying.payment.pay(500)
    work, _ = held.waiting.pop(0)
    work()  # the till dies before the answer is written down
    again = CardPresenter(paying.terminal, device, held)
    again.take_cart(paying.payment.state.cart.id)
    held.go()
    assert again.state.attempt is None
    assert [one.state for one in again.take_cart(paying.payment.state.cart.id)] == ["approved"]
