"""The cart in hand on disk: the steps on it, and the offers it was opened under, once for every set."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain import cart as trade
from desktop.domain.cart import Cart, is_empty
from desktop.domain.ids import new_id
from desktop.domain.offers.pinned import Offers
from desktop.domain.offers.promotion import Promotion
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, parking, sales
from desktop.operations.shifts import close_shift
from desktop.operations.terminal import Terminal
from desktop.store import carts as stored
from desktop.store import catalogue
from desktop.store.cart_steps import STEPS_BACK
from desktop.store.database import Database
from desktop.store.migrate import migrate, run_scripts
from tests.core import total_of

PROMOTIONS = tuple(
    Promotion(f"p{at}", f"Promotion {at}", "percent", product_ids=(f"goods-{at}",), percent_ppm=100_000)
    for at in range(50)
)
TODAY, TOMORROW = Offers(PROMOTIONS, day="2026-11-21"), Offers(PROMOTIONS, day="2026-11-22")


def put_in(terminal: Terminal, cart: Cart, product_id: str, offers: Offers = TODAY) -> Cart:
    """A step as the till does it: one more of these goods, that can be taken back."""
    with terminal.database.reading() as connection:
        found = catalogue.find_product(connection, product_id)
    assert found is not None
    grown = trade.add(replace(cart, offers=offers), found, new_id(terminal.clock.now()))
    carts.keep_cart(terminal, grown, cart)
    return grown


def ask(terminal: Terminal, sql: str) -> list[tuple[Any, ...]]:
    with terminal.database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def sets(terminal: Terminal) -> int:
    return len(ask(terminal, "SELECT hash FROM cart_offers"))


def steps(terminal: Terminal) -> int:
    return len(ask(terminal, "SELECT slot FROM cart_step"))


def walk(terminal: Terminal) -> list[Cart]:
    """Ten steps of every kind, and what the cart was after each."""
    cart = carts.open_cart(terminal)
    seen = [cart]
    for product in ("bread", "eggs", "bread", "milk"):
        seen.append(put_in(terminal, seen[-1], product))
    first, second = (line.line_id for line in seen[-1].lines[:2])
    for change in (
        lambda cart: trade.set_quantity(cart, first, 5000),
        lambda cart: trade.remove(cart, second)[0],
        lambda cart: trade.set_note(cart, first, "as a gift"),
        lambda cart: replace(cart, offers=TOMORROW),
        lambda cart: replace(cart, age_checked=18, age_checked_by="mira"),
        lambda cart: replace(cart, lines=()),
    ):
        seen.append(change(seen[-1]))
        carts.keep_cart(terminal, seen[-1], seen[-2])
    return seen


def test_every_step_can_be_taken_back_after_the_files_were_opened_anew(terminal: Terminal) -> None:
    *seen, cart = walk(terminal)
    for before in reversed(seen):
        terminal.database.reopen()
        back = carts.take_back(terminal, carts.open_cart(terminal))
        assert back is not None
        assert back == (replace(before, offers=TODAY) if is_empty(before) else before)
        opened = carts.open_cart(terminal)
        assert opened == back or is_empty(back)
        assert opened.id == cart.id or not steps(terminal)
    assert carts.take_back(terminal, carts.open_cart(terminal)) is None


def test_twenty_steps_are_kept_and_each_is_as_large_as_its_change(terminal: Terminal) -> None:
    cart = carts.open_cart(terminal)
    for _ in range(10):
        for product in ("bread", "eggs", "milk"):
            cart = put_in(terminal, cart, product)
    assert steps(terminal) == STEPS_BACK
    sizes = [size for (size,) in ask(terminal, "SELECT length(content) FROM cart_step")]
    assert max(sizes) < 600
    for _ in range(STEPS_BACK):
        cart = carts.take_back(terminal, cart) or pytest.fail("a step is missing")
    assert sum(line.quantity_milli for line in cart.lines) == 10_000
    assert carts.take_back(terminal, cart) is None


def test_a_set_of_offers_is_written_once_and_the_cart_names_it(terminal: Terminal) -> None:
    cart = carts.open_cart(terminal)
    for _ in range(5):
        cart = put_in(terminal, cart, "bread")
    carts.park_cart(terminal, cart)
    cart = put_in(terminal, carts.new_cart(terminal), "eggs")
    assert sets(terminal) == 1
    [(kept,), (row,)] = ask(terminal, "SELECT length(content) FROM cart ORDER BY cart_id")
    [(whole,)] = ask(terminal, "SELECT length(content) FROM cart_offers")
    assert whole > 20_000 > 1_500 > max(kept, row)
    terminal.database.reopen()
    assert carts.open_cart(terminal).offers == TODAY
    assert [one.offers for one in carts.list_parked(terminal)] == [TODAY]


def test_a_set_goes_when_neither_cart_nor_step_names_it(terminal: Terminal, manager: Person) -> None:
    parked = put_in(terminal, carts.open_cart(terminal), "bread")
    carts.park_cart(terminal, parked)
    cart = put_in(terminal, carts.open_cart(terminal), "eggs", TOMORROW)
    cart = put_in(terminal, cart, "milk", replace(TODAY, day=""))
    carts.tidy(terminal)
    assert sets(terminal) == 3  # of the parked cart, of the step, of the cart
    total = total_of(terminal, cart)
    sales.complete_sale(terminal, manager, cart, [Payment("card", total)], total)
    assert steps(terminal) == 0
    carts.tidy(terminal)
    assert carts.list_parked(terminal)[0].offers == TODAY
    carts.drop_cart(terminal, parked.id)
    carts.tidy(terminal)
    assert sets(terminal) == 0


def test_a_sale_putting_aside_and_the_end_of_the_day_leave_no_way_back(terminal: Terminal, manager: Person) -> None:
    cart = put_in(terminal, carts.open_cart(terminal), "bread")
    carts.park_cart(terminal, cart)
    assert steps(terminal) == 0
    other = put_in(terminal, carts.open_cart(terminal), "eggs")
    carts.keep_cart(terminal, replace(other, lines=()), other)
    assert steps(terminal) == 2
    carts.recall_cart(terminal, cart.id)
    assert steps(terminal) == 0
    assert carts.open_cart(terminal) == replace(cart, parked_id=cart.id)
    emptied = replace(carts.open_cart(terminal), lines=())
    carts.keep_cart(terminal, emptied, cart)
    assert carts.open_cart(terminal).id == cart.id
    close_shift(terminal, manager, {"cash": 10_000})
    assert steps(terminal) == 0
    assert carts.open_cart(terminal).id != cart.id


def test_a_kept_cart_of_yesterday_opens_with_the_set_inside_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db", b"k" * 32)
    old = Cart("c1", "2026-11-20T18:00:00+01:00", "EUR", True, offers=TODAY, note="from before")
    with database.writing() as connection:
        run_scripts(connection, "0013")
        row = ("c1", stored.OPEN, msgspec.json.encode(old).decode())
        connection.exec_driver_sql("INSERT INTO cart (cart_id, state, content) VALUES (?, ?, ?)", row)
    assert migrate(database)
    with database.writing() as connection:
        assert stored.read_open(connection) == old
        stored.save(connection, old)
        assert stored.read_open(connection) == old
        assert connection.exec_driver_sql("SELECT length(content) < 1000 FROM cart").scalar() == 1
    database.close()


def test_a_shared_ticket_carries_its_set(terminal: Terminal) -> None:
    carts.park_cart(terminal, put_in(terminal, carts.open_cart(terminal), "bread"))
    [(mine, _)] = parking.list_due(terminal)
    offered = parking.read_offered(terminal, mine)
    assert offered is not None
    assert msgspec.json.decode(offered.cart, type=Cart).offers == TODAY
