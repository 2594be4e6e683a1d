"""Voids of what a card paid or got: the terminal moves it back first, or a person does, and papers say so."""

from pathlib import Path

import pytest

from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.domain.cart import Cart
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import returns, sales, shifts, tenders, voiding
from desktop.operations.journals import rebuild_projections
from desktop.operations.returns import Picked
from desktop.operations.terminal import Terminal
from desktop.paper.closing import x_rows
from desktop.paper.receipt import void_rows
from desktop.paper.receipt_text import plain_text
from desktop.paper.words import Words
from desktop.store import people
from desktop.store.shops import read_shop
from tests.core import fill, total_of


@pytest.fixture
def cashier(terminal: Terminal, manager: Person) -> Person:
    """Somebody who may not take a sale back alone."""
    with terminal.database.reading() as connection:
        person = people.find_person(connection, "anna")
    assert person is not None
    return person


@pytest.fixture
def device(tmp_path: Path) -> SimulatedCardTerminal:
    return SimulatedCardTerminal(tmp_path / "card")


@pytest.fixture
def paid(terminal: Terminal, manager: Person, device: SimulatedCardTerminal) -> Sale:
    """A sale that a card paid through the terminal."""
    return by_card(terminal, manager, fill(terminal, "4006381333931"), device)


def by_card(terminal: Terminal, person: Person, cart: Cart, device: SimulatedCardTerminal) -> Sale:
    total = total_of(terminal, cart)
    attempt = tenders.begin_charge(terminal, person, cart, total)
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    return sales.complete_sale(terminal, person, cart, [Payment("card", total, reference)], total)


def back_to_card(terminal: Terminal, person: Person, sold: Sale, device: SimulatedCardTerminal) -> Sale:
    """All goods of a sale come back, and the terminal gives the money to the card."""
    receipt = returns.find_receipt(terminal, sold.receipt)
    assert receipt is not None
    picked = [Picked(line.line_id, line.quantity_milli, "not wanted") for line in receipt.lines]
    cart = returns.take_back(terminal, person, fill(terminal), returns.known_lines(terminal, receipt, picked))
    attempt = tenders.begin_refund(terminal, person, cart, sold.total_minor)
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    return sales.complete_sale(
        terminal, person, cart, [Payment("card", -sold.total_minor, reference)], -sold.total_minor
    )


def refused(terminal: Terminal, person: Person, sale: Sale, *, by_hand: bool = False) -> str:
    with pytest.raises(Refusal) as caught:
        sales.void_sale(terminal, person, sale.sale_id, "mistake", by_hand=by_hand)
    return caught.value.code


def test_the_terminal_gives_it_back_and_then_it_is_void(
    terminal: Terminal, manager: Person, paid: Sale, device: SimulatedCardTerminal
) -> None:
    assert refused(terminal, manager, paid) == "void.card_owed"
    attempt = voiding.begin_moving_back(terminal, manager, paid.sale_id)
    assert attempt is not None
    assert refused(terminal, manager, paid) == "void.card_unclear", "the power may go here"
    with pytest.raises(Refusal, match="Nobody knows"):
        voiding.begin_moving_back(terminal, manager, paid.sale_id)
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    assert voiding.begin_moving_back(terminal, manager, paid.sale_id) is None, "not twice"
    _, void = sales.void_sale(terminal, manager, paid.sale_id, "mistake")
    assert (void.by_hand, device.charged_minor()) == (False, 0)
    assert tenders.list_attempts(terminal, paid.sale_id) == ()


def test_a_void_that_could_not_follow_gives_nothing_back(terminal: Terminal, cashier: Person, paid: Sale) -> None:
    with pytest.raises(Refusal) as caught:
        voiding.begin_moving_back(terminal, cashier, paid.sale_id)
    assert caught.value.code == "staff.approval"
    assert tenders.list_attempts(terminal, paid.sale_id) == ()


def test_a_manager_gives_it_back_by_hand_and_entry_z_and_paper_say_so(
    terminal: Terminal, manager: Person, cashier: Person, paid: Sale
) -> None:
    assert refused(terminal, cashier, paid, by_hand=True) == "staff.approval"
    _, void = sales.void_sale(terminal, cashier, paid.sale_id, "terminal is broken", manager, by_hand=True)
    assert (void.by_hand, void.granted_by) == (True, manager.id)
    for _ in range(2):
        shift, totals = shifts.read_x(terminal, manager)
        assert (totals.given_by_hand, totals.taken_by_hand) == ((1, paid.total_minor), (0, 0))
        assert dict(totals.methods).get("card", 0) == 0
        rebuild_projections(terminal)
    with terminal.database.reading() as connection:
        shop = read_shop(connection, "s1")
    assert shop is not None
    words = Words("en")
    assert "money given back by hand" in plain_text(void_rows(void, paid, shop, words))
    report = plain_text(x_rows(shift, totals, shop, words, "2026-11-21T20:00:00+00:00"))
    assert "given back by hand: 1" in report
    assert "taken by hand" not in report


def test_an_unclear_answer_can_be_settled_by_hand(terminal: Terminal, manager: Person, paid: Sale) -> None:
    assert voiding.begin_moving_back(terminal, manager, paid.sale_id) is not None
    _, void = sales.void_sale(terminal, manager, paid.sale_id, "the terminal is silent", by_hand=True)
    assert void.by_hand
    assert voiding.unclear_attempt(terminal, paid.sale_id) is None


def test_where_nothing_is_owed_nobody_gives_by_hand(terminal: Terminal, manager: Person, paid: Sale) -> None:
    cart = fill(terminal, "4006381333931")
    total = total_of(terminal, cart)
    cash = sales.complete_sale(terminal, manager, cart, [Payment("card", total)], total)
    _, void = sales.void_sale(terminal, manager, cash.sale_id, "mistake", by_hand=True)
    assert not void.by_hand


@pytest.fixture
def returned(terminal: Terminal, manager: Person, paid: Sale, device: SimulatedCardTerminal) -> Sale:
    """The goods of `paid` have come back, and the card has its money."""
    return back_to_card(terminal, manager, paid, device)


def test_what_a_return_gave_the_card_is_charged_again_before_it_is_void(
    terminal: Terminal, manager: Person, paid: Sale, returned: Sale, device: SimulatedCardTerminal
) -> None:
    assert (device.charged_minor(), refused(terminal, manager, returned)) == (0, "void.card_unpaid")
    attempt = voiding.begin_moving_back(terminal, manager, returned.sale_id)
    assert attempt is not None
    assert (attempt.kind, attempt.amount_minor) == ("charge", paid.total_minor)
    assert refused(terminal, manager, returned) == "void.card_unclear", "the power may go here"
    state, reference, _ = tenders.put_to_terminal(device, attempt)
    tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    assert voiding.begin_moving_back(terminal, manager, returned.sale_id) is None, "not twice"
    _, void = sales.void_sale(terminal, manager, returned.sale_id, "the customer keeps it")
    assert (void.by_hand, device.charged_minor()) == (False, paid.total_minor)
    receipt = returns.find_receipt(terminal, paid.receipt)
    assert receipt is not None
    assert receipt.taken == (), "the goods are the customer's again"


def test_a_manager_takes_the_money_of_a_return_by_hand(
    terminal: Terminal, manager: Person, cashier: Person, returned: Sale
) -> None:
    assert refused(terminal, cashier, returned, by_hand=True) == "staff.approval"
    _, void = sales.void_sale(terminal, cashier, returned.sale_id, "no terminal", manager, by_hand=True)
    with terminal.database.reading() as connection:
        shop = read_shop(connection, "s1")
    assert shop is not None
    assert "money taken by hand" in plain_text(void_rows(void, returned, shop, Words("en")))
    shift, totals = shifts.read_x(terminal, manager)
    assert (totals.given_by_hand, totals.taken_by_hand) == ((0, 0), (1, -returned.total_minor))
    report = plain_text(x_rows(shift, totals, shop, Words("en"), "2026-11-21T20:00:00+00:00"))
    assert "Card money taken by hand: 1" in report
    assert "given back by hand" not in report
