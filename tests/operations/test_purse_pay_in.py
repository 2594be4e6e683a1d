"""Debts that are paid at the till: one sale without goods, a purse that moves, figures beside the turnover."""

from collections.abc import Callable
from dataclasses import asdict

import pytest

from desktop.domain.cart import Cart
from desktop.domain.papers import BillTo
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.shift import ShiftTotals, with_sale, with_void
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, papers, purses, sales, shifts
from desktop.operations.returns import find_receipt
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.store import rows
from desktop.store.shifts import read_totals
from tests.core import fill, total_of
from tests.operations.test_offers import tell
from tests.operations.test_purses import ANNA, TERMS, cart_of, known
from tests.screens.gallery_tenders import set_tender
from tests.terminals import BREAD, EGGS


@pytest.fixture
def shop(terminal: Terminal, manager: Person) -> Terminal:
    """A till that knows Anna, who owes 5.00."""
    set_tender(terminal, **asdict(TERMS))
    tell(terminal, "customers:s1", ("customer", ANNA))
    return terminal


def pays(terminal: Terminal, person: Person, cart: Cart, *payments: Payment) -> Sale:
    carts.keep_cart(terminal, cart)
    return sales.complete_sale(terminal, person, cart, payments, total_of(terminal, cart))


def refused(step: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        step()
    return refusal.value.code


def test_a_debt_is_paid_in_cash_and_nothing_is_sold(shop: Terminal, manager: Person) -> None:
    cart = purses.pay_in(shop, cart_of(shop), "account", 300)
    carts.keep_cart(shop, cart)
    assert carts.open_cart(shop).pay_ins == cart.pay_ins  # after a power cut too
    sale = pays(shop, manager, cart, Payment("cash", 1000))
    assert (sale.total_minor, sale.change_minor, sale.points, sale.lines, sale.taxes) == (0, 700, 0, (), ())
    assert sale.payments == (Payment("cash", 1000), Payment("account", -300))
    assert sale.purse is not None
    assert sale.purse.owed_minor == known(shop).owed_minor == 200
    assert carts.open_cart(shop).pay_ins == ()
    with shop.database.writing() as connection:
        made = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == made


def test_goods_and_a_debt_in_one_ticket(shop: Terminal, manager: Person) -> None:
    fill(shop, BREAD, EGGS)
    cart = purses.pay_in(shop, cart_of(shop, BREAD), "account", 500)
    total = total_of(shop, cart)
    sale = pays(shop, manager, cart, Payment("credit", 100), Payment("card", total + 400))
    assert (sale.total_minor, sale.points) == (total, total // 100)
    assert (known(shop).owed_minor, known(shop).credit_minor) == (0, 900)
    assert refused(lambda: purses.pay_in(shop, cart_of(shop), "account", 1)) == "purse.no_debt"


def test_what_must_not_become_a_payment(shop: Terminal, manager: Person) -> None:
    first, second = purses.pay_in(shop, cart_of(shop), "account", 500), cart_of(shop)
    assert refused(lambda: pays(shop, manager, first, Payment("credit", 500))) == "purse.payer"
    assert refused(lambda: pays(shop, manager, first, Payment("card", 400))) == "sale.unpaid"
    assert refused(lambda: purses.pay_in(shop, second, "account", 501)) == "purse.overpaid"
    assert refused(lambda: purses.pay_in(shop, second, "credit", 501)) == "purse.no_top_up"
    carts.park_cart(shop, first)
    paid = purses.pay_in(shop, cart_of(shop), "account", 400)
    pays(shop, manager, paid, Payment("card", 400))
    assert refused(lambda: pays(shop, manager, first, Payment("cash", 500))) == "purse.overpaid"  # paid meanwhile


def test_more_than_is_owed_becomes_store_credit_where_the_shop_takes_it(shop: Terminal, manager: Person) -> None:
    set_tender(shop, **asdict(TERMS) | {"pay_in_credit": True})
    cart = purses.pay_in(shop, cart_of(shop), "account", 800)
    sale = pays(shop, manager, cart, Payment("cash", 800))
    assert sale.payments[1:] == (Payment("account", -500), Payment("credit", -300))
    assert (known(shop).owed_minor, known(shop).credit_minor) == (0, 1300)


def test_a_void_makes_it_owed_again_once(shop: Terminal, manager: Person) -> None:
    sale = pays(shop, manager, purses.pay_in(shop, cart_of(shop), "account", 300), Payment("cash", 300))
    sales.void_sale(shop, manager, sale.sale_id, "mistake")
    assert (known(shop).owed_minor, known(shop).unheard) == (500, ())
    assert refused(lambda: sales.void_sale(shop, manager, sale.sale_id, "again")) == "void.again"


def test_reports_show_it_apart_from_the_turnover(shop: Terminal, manager: Person) -> None:
    sale = pays(shop, manager, purses.pay_in(shop, cart_of(shop), "account", 300), Payment("cash", 500))
    shift, totals = shifts.read_x(shop, manager)
    assert (totals.total_minor, totals.paid_in, totals.taxes) == (0, (("account", 300),), ())
    assert totals.methods == (("account", -300), ("cash", 300))
    folded = with_sale(ShiftTotals(), sale)
    assert (folded.paid_in, folded.methods) == (totals.paid_in, totals.methods)
    sales.void_sale(shop, manager, sale.sale_id, "mistake")
    with shop.database.reading() as connection:
        assert read_totals(connection, shift.shift_id).paid_in == with_void(folded, sale).paid_in == ()


def test_nothing_of_it_comes_back_or_gets_an_invoice(shop: Terminal, manager: Person) -> None:
    sale = pays(shop, manager, purses.pay_in(shop, cart_of(shop), "account", 300), Payment("cash", 300))
    buyer = BillTo("Anna Rot", "Street 1\nTown")
    assert refused(lambda: papers.issue_invoice(shop, manager, sale.sale_id, buyer)) == "invoice.no_goods"
    receipt = find_receipt(shop, sale.receipt)
    assert receipt is not None
    assert receipt.lines == ()
