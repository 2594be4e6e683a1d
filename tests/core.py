"""A terminal at work, for tests of store, operations and replication."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain import cart as trade
from desktop.domain.cart import Cart
from desktop.domain.ids import new_id
from desktop.domain.money import parse_quantity_milli
from desktop.domain.pricing import price
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment, settle
from desktop.operations import carts, sales, shifts, staff
from desktop.operations.terminal import Terminal, require_shop
from desktop.reading import read_code
from desktop.store import catalogue
from tests.edges import SettableClock
from tests.terminals import PIN, build_terminal


@pytest.fixture
def terminal(tmp_path: Path, clock: SettableClock) -> Iterator[Terminal]:
    """An enrolled terminal with a small shop."""
    built = build_terminal(tmp_path, clock)
    yield built
    built.database.close()


@pytest.fixture
def manager(terminal: Terminal) -> Person:
    """A manager, signed in, with an open shift of 100.00."""
    person = staff.sign_in(terminal, "mira", PIN)
    shifts.open_shift(terminal, person, 10_000)
    return person


def fill(terminal: Terminal, *items: str) -> Cart:
    """Put codes into the cart in hand, each kept on disk; `3*CODE` is three."""
    cart = carts.open_cart(terminal)
    for item in items:
        times, star, code = item.rpartition("*")
        with terminal.database.reading() as connection:
            found = catalogue.resolve(connection, read_code(code), cart.currency)[0]
        quantity_milli = parse_quantity_milli(times) if star else None
        grown = trade.add(cart, found, new_id(terminal.clock.now()), quantity_milli)
        carts.keep_cart(terminal, grown, cart)
        cart = grown
    return cart


def total_of(terminal: Terminal, cart: Cart) -> int:
    """Give the cart's total in minor units."""
    with terminal.database.reading() as connection:
        return price(cart, require_shop(connection, terminal)).total_minor


def sell(terminal: Terminal, person: Person, *items: str, payments: tuple[Payment, ...] | None = None) -> Sale:
    """Sell codes, for exact cash unless payments are given; whoever sells has looked at the customer's age."""
    cart = trade.confirm_age(fill(terminal, *items), person.id)
    total = total_of(terminal, cart)
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    exact = (Payment("cash", settle(total, (), shop.cash_rounding, shop.currency).due_cash_minor),)
    return sales.complete_sale(terminal, person, cart, payments or exact, total)
