"""Parked tickets at a till: what others are told, and one of another till as a cart of one's own."""

from dataclasses import replace

import pytest

from desktop.domain.card_payment import Attempt
from desktop.domain.cart import Cart
from desktop.domain.parking import Heard
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, parking, sales
from desktop.operations.terminal import Terminal
from desktop.store import card_attempts
from tests.core import fill, total_of
from tests.terminals import BREAD, EGGS


def parked(terminal: Terminal, *codes: str) -> Cart:
    cart = replace(fill(terminal, *codes), name="Table 4")
    carts.park_cart(terminal, cart)
    return cart


def due(terminal: Terminal) -> list[tuple[str, str]]:
    return [(mine.cart_id, step) for mine, step in parking.list_due(terminal)]


def heard_of(terminal: Terminal, cart: Cart, till: str = "till-2") -> Heard:
    """What another till would have offered."""
    [(mine, _)] = parking.list_due(terminal)
    offered = parking.read_offered(terminal, mine)
    assert offered is not None
    assert (offered.lines, offered.name, offered.currency) == (len(cart.lines), "Table 4", "EUR")
    assert offered.total_minor == total_of(terminal, cart)
    return Heard("0197-other", 3, till, "Till 2", mine.parked_at, 1, 240, "EUR", parking.CART_VERSION, offered.cart)


def test_a_parked_cart_is_offered_taken_and_dropped_as_it_goes(terminal: Terminal, manager: Person) -> None:
    cart = parked(terminal, BREAD)
    [(mine, step)] = parking.list_due(terminal)
    assert (mine.parked_id, step) == (cart.id, "offer")
    parking.settle_step(terminal, mine, step, "yours", 1)
    carts.recall_cart(terminal, cart.id)
    [(mine, step)] = parking.list_due(terminal)
    assert (step, mine.revision) == ("take", 1)
    parking.settle_step(terminal, mine, step, "yours", 2)
    assert due(terminal) == []
    again = carts.open_cart(terminal)
    total = total_of(terminal, again)
    sale = sales.complete_sale(terminal, manager, again, [Payment("card", total)], total)
    assert (sale.sale_id, sale.parked_id) == (cart.id, cart.id)
    assert due(terminal) == [(cart.id, "drop")]
    [(mine, step)] = parking.list_due(terminal)
    parking.settle_step(terminal, mine, step, "yours", 3)
    [(mine, step)] = parking.list_due(terminal)
    parking.settle_step(terminal, mine, step)
    assert due(terminal) == []
    assert sales.find_sale(terminal, cart.id) is not None
    assert sales.find_sale(terminal, cart.id).parked_id == cart.id  # type: ignore[union-attr]


def test_a_cart_with_card_money_on_it_is_nobody_elses(terminal: Terminal, manager: Person) -> None:
    cart = fill(terminal, BREAD)
    with terminal.database.writing() as connection:
        attempt = Attempt("a1", cart.id, "sale", 240, "EUR", "2026-03-01T10:00:00+01:00", "unknown")
        card_attempts.add(connection, attempt)
    carts.park_cart(terminal, cart)
    assert due(terminal) == []
    with terminal.database.writing() as connection:
        card_attempts.drop(connection, "a1")
    assert due(terminal) == [(cart.id, "offer")]


def test_one_of_another_till_is_a_cart_of_its_own_that_names_where_it_comes_from(
    terminal: Terminal, manager: Person
) -> None:
    cart = parked(terminal, BREAD)
    heard = heard_of(terminal, cart)
    opened = parking.open_ticket(terminal, heard, granted=False)
    in_hand = carts.open_cart(terminal)
    assert in_hand.id == opened != cart.id
    assert (in_hand.parked_id, in_hand.lines, in_hand.name) == (heard.parked_id, cart.lines, "Table 4")
    assert (opened, "take") in due(terminal)
    total = total_of(terminal, in_hand)
    sale = sales.complete_sale(terminal, manager, in_hand, [Payment("card", total)], total)
    assert (sale.sale_id, sale.parked_id) == (opened, heard.parked_id)
    assert (opened, "drop") in due(terminal)


def test_what_another_till_took_leaves_the_list_and_what_was_changed_since_stays(
    terminal: Terminal, manager: Person
) -> None:
    first, second = parked(terminal, BREAD), parked(terminal, EGGS)
    by_cart = {mine.cart_id: mine for mine, _ in parking.list_due(terminal)}
    parking.settle_step(terminal, by_cart[first.id], "offer", "yours", 1)
    told = {mine.cart_id: mine for mine, _ in parking.list_due(terminal)}
    parking.settle_step(terminal, told[first.id], "offer", "gone")
    parking.settle_step(terminal, told[second.id], "offer", "taken")
    assert [cart.id for cart in carts.list_parked(terminal)] == [second.id]
    assert due(terminal) == []


def test_an_answer_about_what_was_parked_again_meanwhile_changes_nothing(terminal: Terminal, manager: Person) -> None:
    cart = parked(terminal, BREAD)
    [(before, step)] = parking.list_due(terminal)
    terminal.clock.advance(minutes=1)  # type: ignore[attr-defined]
    carts.recall_cart(terminal, cart.id)
    carts.park_cart(terminal, replace(cart, note="more"))
    parking.settle_step(terminal, before, step, "yours", 1)
    assert due(terminal) == [(cart.id, "offer")], "the newer form is still to be told"


def test_a_cart_of_a_newer_program_is_refused(terminal: Terminal, manager: Person) -> None:
    newer = replace(heard_of(terminal, parked(terminal, BREAD)), version=parking.CART_VERSION + 1)
    with pytest.raises(Refusal, match="newer program"):
        parking.open_ticket(terminal, newer, granted=True)
