"""A badge at the open till changes the cashier; the ticket goes on or waits under the name of who had it."""

import json

import pytest

from desktop.domain.cart import Cart
from desktop.operations import carts, staff
from desktop.store.replica_file import ReplicaFile
from tests.screens.stage import Stage
from tests.terminals import BADGE, BREAD, EGGS, REPLICA
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_grants import ask_discount
from tests.ui.till.test_keys import refused
from tests.ui.till.test_scans import names


def worker(stage: Stage) -> str:
    person = staff.signed_in(stage.terminal)
    return person.login if person else ""


def parked(stage: Stage) -> list[Cart]:
    return carts.list_parked(stage.terminal)


@pytest.fixture
def strict(at_till: Stage) -> Stage:
    """The shop's terms let nobody take a ticket over."""
    replica = ReplicaFile(at_till.terminal.database.path.with_name(REPLICA), b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        terms["permissions"] = {"take_over": {"manager": "denied"}}
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms),))
    replica.close()
    return at_till


def test_an_empty_till_changes_hands(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.burst(BADGE)
    assert (worker(at_till), at_till.shell.current_key()) == ("mira", "till")
    assert at_till.shell.notice.text == "Mira Manager works here now."
    assert at_till.till.state.prompt is None
    at_till.scan(BREAD, BADGE)
    assert at_till.shell.notice.text == "Mira Manager works here already"
    assert names(at_till) == ["bread"]


def test_whoever_may_goes_on_with_the_ticket(at_till: Stage) -> None:
    at_till.scan(BREAD, BADGE)
    assert (worker(at_till), names(at_till), parked(at_till)) == ("mira", ["bread"], [])
    assert at_till.shell.notice.text == "Mira Manager works here now. The ticket goes on."


def test_else_it_waits_under_the_name_of_who_had_it(strict: Stage) -> None:
    strict.scan(BREAD, BADGE)
    assert (worker(strict), names(strict)) == ("mira", [])
    assert [cart.name for cart in parked(strict)] == ["Anna K."]
    assert strict.shell.notice.text == "Mira Manager works here now. The ticket is parked as “Anna K.”."
    strict.till.undo()
    assert names(strict) == [], "nobody undoes what somebody else did"
    strict.till.recall(parked(strict)[0].id)
    assert names(strict) == ["bread"]


def test_steps_on_an_emptied_ticket_stay_with_who_did_them(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.remove_line()
    at_till.scan(BADGE)
    at_till.till.undo()
    assert names(at_till) == []


def test_an_approval_takes_the_badge_and_nobody_changes(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(EGGS)
    ask_discount(at_till, keyboard, "30")
    assert refused(at_till) == "discount.limit"
    at_till.scan(BADGE)
    assert (worker(at_till), at_till.till.state.priced.discount_minor) == ("anna", 105)


def test_a_badge_pays_nothing(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.scan(BREAD)
    at_till.till.pay()
    for method in ("cash", "card", "gift"):
        at_till.payment.choose_method(method)
        keyboard.burst(BADGE)
        state = at_till.payment.state
        assert (state.scan_refused, state.typed, state.settlement.payments, state.asking_gift) == (True, "", (), False)
    assert (worker(at_till), at_till.shell.current_key()) == ("anna", "payment")
