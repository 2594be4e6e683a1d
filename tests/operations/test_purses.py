"""Store credit, an account and points at the till: what is known, what may be spent unasked, what is earned."""

import json
from dataclasses import asdict, replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import customer as buying
from desktop.domain.cart import Cart
from desktop.domain.offers.buyer import Buyer
from desktop.domain.pricing import price
from desktop.domain.purse import Purse, Told, earned, offered, payment_of, units_of, worth_minor
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt, SoldLine, Wanted, return_line
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.domain.tender_terms import TenderTerms
from desktop.operations import carts, purses, returns, sales
from desktop.operations.cases import list_cases
from desktop.operations.returns import Picked
from desktop.operations.terminal import Terminal, require_shop
from desktop.replication.rebuild import rebuild
from desktop.store import customers, rows
from desktop.store.purses import read_purse
from sync.wire import offers
from sync.wire.changes import Case
from sync.wire.messages import Projected
from sync.wire.tenders import TenderTerms as WireTerms
from tests.core import fill
from tests.operations.test_offers import tell
from tests.screens.gallery_tenders import set_tender
from tests.terminals import BREAD, EGGS

ANNA = offers.Customer(
    id="c1", name="Anna Rot", account_limit_minor=5000, currency="EUR", credit_minor=1000, account_minor=-500, points=40
)
TERMS = TenderTerms(purse_offline_minor=700, point_every_minor=100, point_value_minor=5)


@pytest.fixture
def shop(terminal: Terminal, manager: Person) -> Terminal:
    """A till that knows Anna; up to 7.00 unasked, a point for each euro, worth 0.05."""
    set_tender(terminal, **asdict(TERMS))
    tell(terminal, "customers:s1", ("customer", ANNA))
    return terminal


def cart_of(terminal: Terminal, *codes: str, customer: str = "c1") -> Cart:
    cart = fill(terminal, *codes) if codes else carts.open_cart(terminal)
    with terminal.database.reading() as connection:
        return buying.set_customer(cart, customers.read_customer(connection, customer))


def sell(terminal: Terminal, person: Person, cart: Cart, *payments: Payment) -> Sale:
    with terminal.database.reading() as connection:
        total = price(cart, require_shop(connection, terminal)).total_minor
    rest = total - sum(payment.amount_minor for payment in payments)
    paid = [*payments, Payment("card", rest)] if rest else payments
    return sales.complete_sale(terminal, person, cart, paid, total)


def known(terminal: Terminal) -> Purse:
    with terminal.database.reading() as connection:
        found = read_purse(connection, "c1")
    assert found
    return found


def refused(terminal: Terminal, cart: Cart, purse: str, amount: int, told: Told | None = None) -> str:
    with pytest.raises(Refusal) as refusal:
        purses.pay_by_purse(terminal, cart, purse, amount, (), told, "h")
    return refusal.value.code


def test_what_is_held_is_paid_and_counts_before_head_office_has_booked_it(shop: Terminal, manager: Person) -> None:
    cart = cart_of(shop, BREAD, EGGS)
    told = Told("credit", "EUR", 1000, 240)
    paid = purses.pay_by_purse(shop, cart, "credit", 240, (), told, "hold")
    assert paid == Payment("credit", 240, hold="hold")
    sale = sell(shop, manager, cart, paid)
    assert (sale.customer_id, sale.points) == ("c1", 5)
    assert sale.purse is not None
    assert (known(shop).credit_minor, known(shop).points, sale.purse.points) == (760, 45, 45)
    assert known(shop).spent_unheard("credit") == 0
    tell(shop, "customers:s1", first=1, vector=(Projected(_incarnation(shop), 1),))
    tell(shop, "stock:s1", vector=(Projected(_incarnation(shop), 99),))
    assert known(shop).credit_minor == 760, "stock is told already, what the customer has not yet"
    booked = msgspec.structs.replace(ANNA, credit_minor=760, points=45)
    tell(shop, "customers:s1", ("customer", booked), first=2, vector=(Projected(_incarnation(shop), 99),))
    assert (known(shop).credit_minor, known(shop).points) == (760, 45), "head office's figure has it by now"


def test_unasked_within_the_shops_limit_and_what_is_there(shop: Terminal, manager: Person) -> None:
    cart = cart_of(shop, BREAD, EGGS)
    assert refused(shop, cart, "credit", 701) == "purse.offline"
    assert refused(shop, cart, "credit", 1001) == "purse.too_much"
    assert refused(shop, cart, "points", 201) == "purse.too_much"
    assert refused(shop, cart, "account", 4501) == "purse.too_much"
    sell(shop, manager, cart, purses.pay_by_purse(shop, cart, "account", 589, (), None, ""))
    assert (known(shop).account_minor, known(shop).spent_unheard("account")) == (-1089, 589)
    again = cart_of(shop, BREAD)
    assert refused(shop, again, "account", 112) == "purse.offline"
    assert purses.pay_by_purse(shop, again, "account", 111, (), None, "") == Payment("account", 111)
    told = Told("account", "EUR", 4500, 4500)
    assert refused(shop, again, "account", 4500, told) == "purse.too_much"  # 5.89 are not heard of yet


def test_what_must_not_become_a_sale(shop: Terminal, manager: Person) -> None:
    cart = cart_of(shop, EGGS, EGGS, EGGS)
    for wrong, code in (
        (replace(cart, buyer=None), "purse.no_customer"),
        (replace(cart, buyer=Buyer("erased")), "purse.no_customer"),
        (cart, "purse.offline"),
    ):
        with pytest.raises(Refusal) as refusal:
            sell(shop, manager, wrong, Payment("credit", 701))
        assert refusal.value.code == code
    assert sell(shop, manager, cart, Payment("credit", 700)).total_minor == 1047


def test_online_answers_that_are_no(shop: Terminal) -> None:
    cart = cart_of(shop, BREAD)
    assert refused(shop, cart, "credit", 10, Told("credit", is_known=False)) == "purse.unknown"
    assert refused(shop, cart, "credit", 10, Told("credit", "USD", 100, 10)) == "purse.currency"
    assert refused(shop, cart, "credit", 0) == "tender.nothing_due"
    assert refused(shop, replace(cart, buyer=None), "credit", 10) == "purse.no_customer"


def test_a_return_makes_store_credit_and_takes_points_back_and_a_void_undoes_all(
    shop: Terminal, manager: Person
) -> None:
    bought = sell(shop, manager, cart_of(shop, BREAD, EGGS), payment_of("points", 100, TERMS))
    assert (bought.payments[0].points, bought.points, known(shop).points) == (20, 4, 24)
    receipt = returns.find_receipt(shop, bought.receipt)
    assert receipt
    lines = returns.known_lines(shop, receipt, [Picked(line.line_id, 1000, "torn") for line in receipt.lines])
    cart = returns.take_back(shop, manager, carts.open_cart(shop), lines)
    assert cart.buyer is not None  # who bought it
    payout = (Payment("credit", -489), payment_of("points", -100, TERMS))
    back = sales.complete_sale(shop, manager, cart, payout, -589)
    assert back.points == -3  # its share of each line, rounded down
    assert (known(shop).credit_minor, known(shop).points) == (1489, 41)
    before = known(shop)
    sales.void_sale(shop, manager, back.sale_id, "mistake")
    assert (known(shop).credit_minor, known(shop).points) == (1000, 24)
    assert before != known(shop)
    with shop.database.reading() as connection:
        made = rows.dump(connection)
    assert len(made["purse_move"]) == 8
    with shop.database.writing() as connection:
        rebuild(connection)
        assert rows.dump(connection) == made


def test_only_what_is_there_is_offered() -> None:
    terms = TenderTerms(point_value_minor=5)
    full = Purse("c1", "EUR", 1, 0, 1, 100)
    assert offered(None, terms, "EUR", 100) == ()
    assert offered(full, terms, "EUR", 100) == ("credit", "account", "points")
    assert offered(full, TenderTerms(), "EUR", 100) == ("credit", "account")
    assert offered(full, terms, "USD", 100) == ("points",)
    assert offered(Purse("c1", "EUR", 0, -100, 0, 100), terms, "EUR", 100) == ()
    assert offered(full, terms, "EUR", -100) == ("credit",)


def test_the_terms_of_the_wire_are_those_of_the_till() -> None:
    told = msgspec.json.decode(json.dumps(asdict(TERMS)), type=WireTerms)
    assert msgspec.convert(told, TenderTerms, from_attributes=True) == TERMS


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 1000), st.integers(0, 1000))
def test_points_are_never_made_of_nothing(goods: int, by_points: int, every: int, value: int) -> None:
    terms = TenderTerms(point_every_minor=every, point_value_minor=value)
    points = earned(goods, [Payment("points", by_points), Payment("card", 1)], terms)
    assert 0 <= points * every <= goods
    if value:
        paid, back = units_of("points", by_points, terms), -units_of("points", -by_points, terms)
        assert back <= paid
        assert worth_minor("points", paid, terms) >= by_points >= worth_minor("points", back, terms)


@given(st.data(), st.lists(st.tuples(st.integers(1, 9), st.integers(0, 5000)), min_size=1, max_size=5))
def test_no_more_points_are_taken_back_than_were_earned(data: st.DataObject, lines: list[tuple[int, int]]) -> None:
    sold = tuple(
        SoldLine(str(at), "p", "s", "n", "pcs", "", pieces * 1000, 1, 0, total, 0, total, 0, total)
        for at, (pieces, total) in enumerate(lines)
    )
    receipt = Receipt("s", "r", "", "EUR", True, sold, points=data.draw(st.integers(0, 500)))
    taken = 0
    for line in sold:
        whole = return_line(receipt, line.line_id, Wanted(line.quantity_milli, "torn", "shelf"), "x").points
        piece = return_line(receipt, line.line_id, Wanted(1000, "torn", "shelf"), "x").points
        assert 0 <= piece <= whole
        taken += whole
    assert taken <= receipt.points


def _incarnation(terminal: Terminal) -> str:
    with terminal.database.reading() as connection:
        return str(rows.dump(connection)["sale"][0][2])


def test_who_overspent_is_shown_by_name(shop: Terminal) -> None:
    told = Case(id="7", kind="purse_overspent", opened_at="2026-11-21T10:00:00+00:00", subject="c1")
    tell(shop, "shop:s1", ("case", told), first=5)
    assert [case.subject for case in list_cases(shop)] == ["Anna Rot"]


def test_a_void_gives_back_what_the_sale_took_and_takes_what_it_gave_once(shop: Terminal, manager: Person) -> None:
    before = known(shop)
    bought = sell(shop, manager, cart_of(shop, BREAD, EGGS), payment_of("points", 100, TERMS), Payment("credit", 200))
    assert (known(shop).points, known(shop).credit_minor) == (before.points - 20 + bought.points, 800)
    assert known(shop).unheard == (("credit", 200), ("points", 20))
    sales.void_sale(shop, manager, bought.sale_id, "mistake")
    assert known(shop) == before  # nothing is counted as spent by the void of what was earned
    with pytest.raises(Refusal) as refusal:
        sales.void_sale(shop, manager, bought.sale_id, "once more")
    assert (refusal.value.code, known(shop)) == ("void.again", before)


def test_points_of_another_tills_receipt_are_taken_from_whoever_bought_it(shop: Terminal, manager: Person) -> None:
    bread = sell(shop, manager, fill(shop, BREAD, BREAD)).lines[0]
    sold = SoldLine(**{name: getattr(bread, name) for name in SoldLine.__dataclass_fields__ if name != "gift"})
    receipt = Receipt("s9", "T09-000001", "", "EUR", True, (sold,), (("cash", 480),), points=4, customer_id="c1")
    lines = returns.known_lines(shop, receipt, [Picked(bread.line_id, 1000, "torn")])
    cart = returns.take_back(shop, manager, carts.open_cart(shop), lines)
    assert cart.buyer is not None
    assert cart.buyer.id == "c1"
    back = sales.complete_sale(shop, manager, cart, (Payment("cash", -240),), -240)
    assert (back.points, back.points_taken, known(shop).points) == (-2, (), 38)
    for buyer in (None, Buyer("c2")):  # nobody's ticket, as where this till does not know them, or another's
        again = replace(cart, id=f"again-{buyer}", buyer=buyer)
        taken = sales.complete_sale(shop, manager, again, (Payment("cash", -240),), -240)
        assert (taken.points, taken.points_taken) == (0, (("c1", 2),))
    assert known(shop).points == 34
    sales.void_sale(shop, manager, taken.sale_id, "mistake")
    assert known(shop).points == 36
