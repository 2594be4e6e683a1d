"""Paying in other ways than cash: the card terminal, a gift certificate."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK


def card_waits(stage: Stage) -> None:
    """The terminal has the amount, the customer has the card."""
    _ask_terminal(stage, 500)


def card_unclear(stage: Stage) -> None:
    """Nobody knows whether the card was charged."""
    _ask_terminal(stage, 103)()


def gift_number(stage: Stage) -> None:
    """The number of a certificate is typed."""
    _to_payment(stage)
    stage.payment.choose_method("gift")
    for sign in "GC-000123":
        stage.payment.press_digit(sign)


def _ask_terminal(stage: Stage, amount_minor: int) -> Callable[[], None]:
    _to_payment(stage)
    held: list[Callable[[], None]] = []
    card = stage.payment.card
    card.driver = SimulatedCardTerminal(Path(mkdtemp()))
    card._beside = lambda work, done: held.append(lambda: done(work()))
    stage.payment.choose_method("card")
    stage.payment.pay(amount_minor)
    return held[0]


def _to_payment(stage: Stage) -> None:
    stage.open_day()
    stage.scan(BREAD, EGGS, MILK)
    stage.till.pay()


TENDERS = (("card-waits", card_waits), ("card-unclear", card_unclear), ("gift-number", gift_number))
