"""Store credit, account and points on the payment screen: offered with a customer only, asked for, offline."""

from collections.abc import Callable

import pytest

from desktop.domain.purse import Told
from desktop.operations import carts, returns, staff
from desktop.operations.returns import Picked
from sync.wire import offers
from tests.screens.gallery_tenders import set_tender
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.till.test_offers import tell

TOTAL = 758
ANNA = offers.Customer(
    id="c1",
    name="Anna Rot",
    card="2900000000019",
    account_limit_minor=5000,
    currency="EUR",
    credit_minor=500,
    account_minor=-500,
    points=41,
)
TERMS = {"purse_offline_minor": 300, "point_every_minor": 100, "point_value_minor": 10}
Asked = list[tuple[Callable[[Told | None], None], str, str, int, str]]


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def selling(at_till: Stage, asked: Asked) -> Stage:
    """A ticket in a shop with points, that knows Anna."""
    at_till.payment.purse._ask = lambda *question: asked.append(question)
    set_tender(at_till.terminal, **TERMS)
    tell(at_till, "customers:s1", 1, ("customer", ANNA))
    at_till.scan(BREAD, EGGS, MILK)
    return at_till


@pytest.fixture
def paying(selling: Stage) -> Stage:
    """Anna pays it."""
    selling.scan(ANNA.card)
    selling.till.pay()
    selling.sounds.clear()
    return selling


def payments(stage: Stage) -> list[tuple[str, int, int]]:
    settlement = stage.payment.state.settlement
    return [(one.method, one.amount_minor, one.points) for one in settlement.payments] if settlement else []


def test_offered_only_with_a_customer(selling: Stage) -> None:
    selling.till.pay()
    assert selling.payment.state.methods == ("cash", "card", "gift")


def test_credit_pays_what_is_there_and_is_held(paying: Stage, asked: Asked) -> None:
    assert paying.payment.state.methods == ("cash", "card", "gift", "credit", "account", "points")
    paying.payment.choose_method("credit")
    assert paying.payment.state.quick == (500,)
    paying.payment.pay(500)
    assert asked[0][1:4] == ("c1", "credit", 500)
    assert paying.payment.state.purse.asking
    asked[0][0](Told("credit", "EUR", 500, 500))
    assert payments(paying) == [("credit", 500, 0)]
    assert paying.payment.state.quick == ()
    paying.payment.take_back(0)
    assert asked[1][1:] == ("c1", "credit", 0, asked[0][4])
    assert payments(paying) == []


def test_more_than_is_there_is_refused_in_words(paying: Stage, asked: Asked) -> None:
    paying.payment.choose_method("credit")
    for digit in "7":
        paying.payment.press_digit(digit)
    paying.payment.press_enter()
    asked[0][0](Told("credit", "EUR", 450, 0))
    assert paying.payment.state.refusal.code == "purse.too_much"
    assert "4.50" in paying.selling.payment_view.strip.text


def test_offline_up_to_the_shops_limit(paying: Stage, asked: Asked) -> None:
    paying.payment.choose_method("account")
    paying.payment.pay(TOTAL)
    asked[0][0](None)
    assert paying.payment.state.refusal.code == "purse.offline"
    paying.payment.pay(300)
    asked[1][0](None)
    assert payments(paying) == [("account", 300, 0)]


def test_points_pay_whole_points_and_the_sale_earns_some(paying: Stage, asked: Asked) -> None:
    paying.payment.choose_method("points")
    assert paying.payment.state.quick == (410,)
    paying.payment.pay(410)
    assert asked[0][1:4] == ("c1", "points", 41)
    asked[0][0](Told("points", "EUR", 41, 41))
    paying.payment.choose_method("card")
    paying.payment.pay(TOTAL - 410)
    paying.payment.finish()
    sale = paying.payment.state.sale
    assert sale is not None
    assert (sale.points, sale.payments[0].points) == (3, 41)
    assert sale.purse is not None
    assert sale.purse.points == 3


def test_an_answer_for_a_ticket_that_was_left_is_for_nobody(paying: Stage, asked: Asked) -> None:
    paying.payment.choose_method("credit")
    paying.payment.pay(500)
    paying.selling.payment_view.back_asked.emit()
    paying.till.pay()
    asked[0][0](Told("credit", "EUR", 500, 500))
    assert payments(paying) == []


def test_a_return_is_paid_out_as_store_credit(paying: Stage, asked: Asked) -> None:
    paying.payment.choose_method("card")
    paying.payment.pay(TOTAL)
    paying.payment.finish()
    terminal = paying.terminal
    sold = returns.find_receipt(terminal, paying.payment.state.sale.receipt)
    assert sold
    lines = returns.known_lines(terminal, sold, [Picked(line.line_id, 1000, "torn") for line in sold.lines])
    cart = returns.take_back(terminal, staff.signed_in(terminal), carts.new_cart(terminal), lines)
    carts.keep_cart(terminal, cart)
    paying.payment.begin()
    assert (paying.payment.state.methods, paying.payment.state.method) == (("cash", "card", "gift", "credit"), "card")
    paying.payment.choose_method("credit")
    paying.payment.pay(*paying.payment.state.quick)
    assert payments(paying) == [("credit", -TOTAL, 0)]
    paying.payment.finish()
    sale = paying.payment.state.sale
    assert (sale.purse.credit_minor, sale.points, asked) == (500 + TOTAL, -6, [])
