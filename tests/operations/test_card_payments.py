"""Card payments through a terminal: never charged twice, never lost, and an unclear one binds its ticket."""

from pathlib import Path

import pytest

from desktop.devices.card_terminal import Outcome
from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.domain.card_payment import Attempt, payments_of
from desktop.domain.cart import Cart, remove
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, sales, staff, tenders
from desktop.operations.terminal import Terminal
from desktop.store import journal
from tests.core import fill, total_of
from tests.terminals import BREAD, EGGS, MILK, PIN


@pytest.fixture
def device(tmp_path: Path) -> SimulatedCardTerminal:
    return SimulatedCardTerminal(tmp_path / "card")


def charge(terminal: Terminal, person: Person, device: SimulatedCardTerminal, cart: Cart, amount: int) -> Attempt:
    attempt = tenders.begin_charge(terminal, person, cart, amount)
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    return tenders.note_answer(terminal, attempt.attempt_id, state, reference) or attempt


def code_of(step: object, *arguments: object, **named: object) -> str:
    with pytest.raises(Refusal) as refused:
        step(*arguments, **named)  # type: ignore[operator]
    return refused.value.code


def test_an_approved_payment_has_the_terminals_reference(
    terminal: Terminal, manager: Person, device: SimulatedCardTerminal
) -> None:
    cart = fill(terminal, BREAD)
    attempt = charge(terminal, manager, device, cart, 240)
    paid = payments_of(tenders.list_attempts(terminal, cart.id))
    assert (attempt.state, paid) == ("approved", (Payment("card", 240, attempt.reference),))
    assert attempt.reference.startswith("SIM-")
    sale = sales.complete_sale(terminal, manager, cart, paid, 240)
    assert sale.payments == paid
    assert tenders.list_attempts(terminal, cart.id) == ()
    assert device.charged_minor() == 240


def test_a_declined_payment_leaves_nothing(terminal: Terminal, manager: Person, device: SimulatedCardTerminal) -> None:
    cart = fill(terminal, BREAD)
    charge(terminal, manager, device, cart, 101)
    assert tenders.list_attempts(terminal, cart.id) == ()
    assert device.charged_minor() == 0
    carts.keep_cart(terminal, cart)


@pytest.mark.parametrize(("cents", "charged"), [(2, 102), (3, 0)])
def test_an_unclear_payment_binds_the_ticket_until_the_terminal_answers(
    terminal: Terminal, manager: Person, device: SimulatedCardTerminal, cents: int, charged: int
) -> None:
    cart = fill(terminal, BREAD, MILK)
    amount, total = 100 + cents, total_of(terminal, cart)
    attempt = charge(terminal, manager, device, cart, amount)
    assert attempt.state == "unclear"
    pay = [Payment("cash", total)]
    assert code_of(sales.complete_sale, terminal, manager, cart, pay, total) == "card.unclear"
    assert code_of(tenders.begin_charge, terminal, manager, cart, 100) == "card.unclear"
    assert code_of(carts.keep_cart, terminal, remove(cart, cart.lines[0].line_id)[0]) == "card.unclear"
    assert code_of(carts.keep_cart, terminal, Cart(cart.id, "", "EUR", True)) == "card.unclear"
    carts.park_cart(terminal, cart)
    assert carts.open_cart(terminal).id != cart.id
    carts.recall_cart(terminal, cart.id)
    state, reference, _ = tenders.put_to_terminal(device, attempt, again=True)
    known = tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    assert (known.state if known else "gone") == ("approved" if charged else "gone")
    assert device.charged_minor() == charged


def test_a_paid_ticket_is_changed_only_after_the_payment_is_taken_back(
    terminal: Terminal, manager: Person, device: SimulatedCardTerminal
) -> None:
    cart = fill(terminal, BREAD, EGGS)
    paid = charge(terminal, manager, device, cart, 300)
    less, _ = remove(cart, cart.lines[0].line_id)
    assert code_of(carts.keep_cart, terminal, less) == "card.paid"
    total = total_of(terminal, cart)
    cash = [Payment("cash", total)]
    assert code_of(sales.complete_sale, terminal, manager, cart, cash, total) == "card.left_out"
    undo = tenders.begin_undo(terminal, manager, paid)
    assert code_of(carts.keep_cart, terminal, less) == "card.unclear"
    state, reference, _ = tenders.put_to_terminal(device, undo)
    assert tenders.note_answer(terminal, undo.attempt_id, state, reference) is None
    carts.keep_cart(terminal, less)
    assert device.charged_minor() == 0


class Broken(SimulatedCardTerminal):
    def begin(self, attempt_id: str, amount_minor: int, currency: str) -> Outcome:
        raise OSError("the cable is out")


@pytest.mark.expects_log("card terminal")
def test_a_driver_that_fails_leaves_the_payment_unclear(terminal: Terminal, manager: Person, tmp_path: Path) -> None:
    attempt = tenders.begin_charge(terminal, manager, fill(terminal, BREAD), 240)
    state, _, detail = tenders.put_to_terminal(Broken(tmp_path), attempt)
    assert (state, "cable" in detail) == ("unknown", True)


@pytest.mark.parametrize("happened", [True, False])
def test_a_person_decides_with_approval_and_it_is_sealed(
    terminal: Terminal, manager: Person, device: SimulatedCardTerminal, happened: bool
) -> None:
    cart = fill(terminal, BREAD, f"5*{EGGS}")
    attempt = charge(terminal, manager, device, cart, 503)
    cashier = staff.sign_in(terminal, "anna", PIN)
    word = {"happened": happened, "reason": "slip seen"}
    assert code_of(tenders.settle_unclear, terminal, cashier, attempt.attempt_id, **word) == "staff.approval"
    assert code_of(tenders.settle_unclear, terminal, manager, attempt.attempt_id, happened=True, reason=" ") == (
        "card.reason"
    )
    tenders.settle_unclear(terminal, cashier, attempt.attempt_id, happened=happened, reason="slip", granter=manager)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
        assert head is not None
        entry = journal.read_entry(connection, head.incarnation, head.seq)
        assert entry is not None
    assert entry.kind == "card.settled"
    assert (b'"granted_by":"mira"' in entry.body, b'"happened":true' in entry.body) == (True, happened)
    paid = payments_of(tenders.list_attempts(terminal, cart.id))
    assert [payment.amount_minor for payment in paid] == ([503] if happened else [])
    assert code_of(tenders.settle_unclear, terminal, manager, attempt.attempt_id, **word) == "card.settled"


def test_a_return_goes_back_to_the_card_by_the_terminal(
    terminal: Terminal, manager: Person, device: SimulatedCardTerminal
) -> None:
    cart = fill(terminal, BREAD)
    attempt = tenders.begin_refund(terminal, manager, cart, 240, "SIM-OLD")
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    assert payments_of(tenders.list_attempts(terminal, cart.id))[0].amount_minor == -240
    assert device.charged_minor() == -240
