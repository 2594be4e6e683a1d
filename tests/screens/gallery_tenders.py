"""Paying in other ways than cash: the card terminal, a gift certificate."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.operations.terminal import Terminal
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import save_known
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, REPLICA


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


def tip(stage: Stage) -> None:
    """A tip of ten per cent is chosen."""
    set_tender(stage.terminal, tips=True)
    _to_payment(stage)
    stage.payment.tips.choose(2)


def tip_typed(stage: Stage) -> None:
    """An amount is typed that may be the tip."""
    set_tender(stage.terminal, tips=True)
    _to_payment(stage)
    stage.payment.press_digit("8")


def purse(stage: Stage) -> None:
    """Part is paid by store credit, the account has a limit."""
    _with_customer(stage)
    stage.till.pay()
    stage.payment.choose_method("credit")
    stage.payment.pay(500)
    stage.payment.choose_method("account")


def customer(stage: Stage) -> None:
    """What the customer has stands on the ticket, and they pay a part of what they owe."""
    _with_customer(stage, account_minor=-4000)
    stage.till.paying_in.put("account", "15")


def customer_offline(stage: Stage) -> None:
    """The figures are of some hours ago."""
    with stage.terminal.database.writing() as connection:
        save_known(connection, last_contact="2026-11-21T09:00:00+00:00")
    customer(stage)


def debt(stage: Stage) -> None:
    """A debt is paid beside the goods."""
    customer(stage)
    stage.till.pay()


def _with_customer(stage: Stage, account_minor: int = 0) -> None:
    set_tender(stage.terminal, purse_offline_minor=1000, point_every_minor=100, point_value_minor=10)
    replica = ReplicaFile(stage.terminal.database.path.with_name(REPLICA), b"r" * 32)
    with replica.writing():
        replica.replace("customer", [("c1", "Anna Rot", "2900000000019", "", "", "", "", 5000, 1)])
        currency = replica._connection.execute("SELECT terms ->> 'currency' FROM shop").fetchone()[0]
        replica.replace("purse", [("c1", currency, 500, account_minor, 41)])
    replica.close()
    stage.open_day()
    stage.scan(BREAD, EGGS, MILK, "2900000000019")


def set_tender(terminal: Terminal, **tender: object) -> None:
    """Give the shop these terms of paying."""
    replica = ReplicaFile(terminal.database.path.with_name(REPLICA), b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms | {"tender": tender}),))
    replica.close()


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


TENDERS = (
    ("card-waits", card_waits),
    ("card-unclear", card_unclear),
    ("gift-number", gift_number),
    ("purse", purse),
    ("customer", customer),
    ("customer-offline", customer_offline),
    ("debt", debt),
    ("tip", tip),
    ("tip-typed", tip_typed),
)
