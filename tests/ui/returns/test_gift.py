"""A gift certificate that comes back for money: head office is asked first, in words when it says no."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.gift import GiftBalance
from desktop.domain.line_detail import LineDetail
from desktop.domain.tender import Payment
from desktop.operations import carts, sales, staff
from desktop.ui.returns.gift_presenter import GiftsBack
from tests.core import fill
from tests.terminals import BREAD
from tests.ui.returns.conftest import Desk

NUMBER = "GC-000123"
Asked = list[tuple[Callable[[GiftBalance | None], None], str, int, str]]


@pytest.fixture
def asked(desk: Desk) -> Asked:
    """A certificate of 3.00 was sold, and its receipt is open; what head office is asked waits here."""
    questions: Asked = []
    desk.presenter._gifts._ask = lambda *question: questions.append(question)
    terminal = desk.stage.terminal
    cart = fill(terminal, BREAD)
    line = replace(cart.lines[0], price_e4=30_000, rate_ppm=0, detail=LineDetail(serial=NUMBER, gift=True))
    paid = (Payment("cash", 300),)
    sale = sales.complete_sale(terminal, staff.signed_in(terminal), replace(cart, lines=(line,)), paid, 300)
    desk.stage.scan(sale.receipt)
    desk.presenter.press_all()
    desk.presenter.set_reason("Not wanted")
    return questions


def test_what_head_office_holds_goes_onto_the_ticket(desk: Desk, asked: Asked) -> None:
    desk.presenter.take()
    desk.presenter.take()  # pressed twice
    [(done, number, amount, hold)] = asked
    assert (number, amount) == (NUMBER, 300)
    assert carts.open_cart(desk.stage.terminal).returns == ()
    done(GiftBalance(NUMBER, "EUR", 0, 300, "good"))
    [line] = carts.open_cart(desk.stage.terminal).returns
    assert line.detail == LineDetail(serial=NUMBER, gift=True, hold=hold)
    assert not desk.is_shown()


def test_one_that_was_used_stays_in_words_and_keeps_its_hold(desk: Desk, asked: Asked) -> None:
    desk.presenter.take()
    asked[0][0](GiftBalance(NUMBER, "EUR", 0, 100, "good"))
    refusal = desk.presenter.state.refusal
    assert refusal is not None
    assert refusal.code == "gift.used"
    desk.presenter.take()
    assert asked[1][3] == asked[0][3]
    desk.presenter.leave()
    assert asked[-1][1:] == (NUMBER, 0, asked[0][3]), "given up at once"
    asked[1][0](GiftBalance(NUMBER, "EUR", 0, 300, "good"))  # it comes too late
    assert carts.open_cart(desk.stage.terminal).returns == ()
    assert [one[2] for one in asked] == [300, 300, 0, 0], "what it held is given up too"


def test_one_that_is_left_out_of_the_return_is_held_no_longer(desk: Desk, asked: Asked) -> None:
    desk.presenter.take()
    hold = asked[0][3]
    asked[0][0](GiftBalance(NUMBER, "EUR", 0, 300, "good"))
    terminal, till = desk.stage.terminal, desk.stage.till
    cart = carts.open_cart(terminal)
    carts.keep_cart(terminal, replace(cart, returns=()), cart)
    till.enter()
    till.enter()
    assert [one[1:] for one in asked[1:]] == [(NUMBER, 0, hold)], "given up once"
    till.undo()
    assert carts.open_cart(terminal).returns
    assert [one[1:] for one in asked[2:]] == [(NUMBER, 300, hold)], "the step was taken back"


def test_one_that_was_paid_out_keeps_its_hold_until_the_entry_lands(desk: Desk, asked: Asked) -> None:
    desk.presenter.take()
    asked[0][0](GiftBalance(NUMBER, "EUR", 0, 300, "good"))
    terminal, cart = desk.stage.terminal, carts.open_cart(desk.stage.terminal)
    sales.complete_sale(terminal, staff.signed_in(terminal), cart, (Payment("cash", -300),), -300)
    desk.stage.till.enter()
    assert len(asked) == 1


def test_one_that_was_used_while_its_ticket_was_parked_leaves_it_in_words(desk: Desk, asked: Asked) -> None:
    terminal, lost = desk.stage.terminal, list[str]()
    desk.presenter.lost.connect(lambda refusal: lost.append(refusal.code))
    desk.presenter.take()
    asked[0][0](GiftBalance(NUMBER, "EUR", 0, 300, "good"))
    cart = carts.open_cart(terminal)
    carts.park_cart(terminal, cart)
    elsewhere = GiftsBack(
        terminal, desk.presenter._gifts._ask, desk.presenter.lost.emit
    )  # as another till, or restarted
    carts.recall_cart(terminal, cart.id)
    elsewhere.follow(carts.open_cart(terminal))
    done, number, amount, hold = asked[-1]
    assert (number, amount, hold) == (NUMBER, 300, asked[0][3])
    done(None)
    assert carts.open_cart(terminal).returns, "without an answer it stays"
    done(GiftBalance(NUMBER, "EUR", 0, 100, "good"))
    assert lost == ["gift.used"]
    assert carts.open_cart(terminal).returns == ()
