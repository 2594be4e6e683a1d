"""Tips on the payment screen: by share, amount or round sum; refused where they do not fit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.domain.tender import Payment
from desktop.operations import carts
from tests.screens.gallery_tenders import set_tender
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.keyboard import Keyboard
from tests.ui.shift_desk import show_shift


@pytest.fixture
def paying(at_till: Stage) -> Iterator[Stage]:
    """7.58 are to be paid; the shop takes tips in cash and by card."""
    set_tender(at_till.terminal, tips=True)
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.pay()
    yield at_till
    set_tender(at_till.terminal)


def test_ten_per_cent_in_cash(paying: Stage, keyboard: Keyboard) -> None:
    bar = paying.selling.payment_view.tips
    words = [bar.choices.button(str(at)).text() for at in range(5)]
    assert words == ["None", "5\xa0%", "10\xa0%", "15\xa0%", "up to 8.00"]
    bar.choices.button("2").click()
    assert (bar._word.text(), paying.payment.state.settlement.due_minor) == ("Tip 0.76\xa0€", 758 + 76)
    assert carts.open_cart(paying.terminal).tip_minor == 76
    keyboard.type("20")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F9)
    sale = paying.payment.state.sale
    assert (sale.total_minor, sale.change_minor, sale.rounding_minor) == (758, 1165, 1)
    assert sale.payments == (Payment("cash", 1924, tip_minor=76),)
    assert "tip 0.76\xa0€" in paying.selling.payment_view.done._receipt.text()


def test_a_typed_amount_is_the_tip_or_the_sum(paying: Stage, keyboard: Keyboard) -> None:
    bar = paying.selling.payment_view.tips
    keyboard.type("1")
    assert bar.as_tip.isVisible()
    bar.as_tip.click()
    assert (paying.payment.state.cart.tip_minor, paying.payment.state.typed) == (100, "")
    assert bar.choices.choice() == ""
    keyboard.type("9")
    bar.up_to.click()
    assert paying.payment.state.cart.tip_minor == 900 - 758
    bar.choices.button("0").click()
    assert paying.payment.state.settlement.due_minor == 758


@pytest.mark.parametrize(("typed", "code"), [("7", "tip.below"), ("9999", "tip.absurd")])
def test_sums_that_cannot_be(paying: Stage, keyboard: Keyboard, typed: str, code: str) -> None:
    keyboard.type(typed)
    paying.selling.payment_view.tips.up_to.click()
    assert paying.payment.state.refusal.code == code
    assert paying.payment.state.cart.tip_minor == 0


def test_a_tip_is_not_taken_away_when_it_is_paid(paying: Stage) -> None:
    paying.payment.tips.choose(2)
    paying.payment.choose_method("card")
    paying.selling.payment_view.quick[0].click()
    assert paying.payment.state.can_finish
    paying.payment.tips.choose(0)
    assert paying.payment.state.refusal.code == "tender.overpaid"
    assert paying.payment.state.cart.tip_minor == 76


def test_without_the_setting_nothing_is_asked(at_till: Stage) -> None:
    at_till.scan(BREAD)
    at_till.till.pay()
    assert not at_till.selling.payment_view.tips.isVisible()


def test_tips_in_the_drawer_are_told_and_paid_out(paying: Stage) -> None:
    paying.payment.tips.choose(2)
    paying.payment.pay(paying.payment.state.quick[0])
    paying.payment.finish()
    desk = show_shift(paying, "mira")
    pairs = {pair.words: pair.value for pair in desk.view.running.money.pairs}
    assert pairs["Tips in it"] == "0.76\xa0€"
    desk.presenter.begin_cash("out")
    assert [key.text() for key in desk.view.cash.usual] == ["To the safe", "Supplier", "Tips"]
