"""Gift certificates on the payment screen: typed or scanned, asked for, offline, taken back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.domain.gift import GiftBalance
from desktop.ui import formats
from desktop.ui.payment.tenders import left_words
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK
from tests.ui.keyboard import Keyboard

NUMBER, TOTAL = "GC-000123", 758
Asked = list[tuple[Callable[[GiftBalance | None], None], str, int, str]]


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def paying(at_till: Stage, asked: Asked) -> Iterator[Stage]:
    gift = at_till.payment.gift
    before, gift._ask = gift._ask, lambda *question: asked.append(question)
    at_till.scan(BREAD, EGGS, MILK)
    at_till.till.pay()
    at_till.payment.choose_method("gift")
    at_till.sounds.clear()
    yield at_till
    gift._ask = before
    gift.forget()


def payments(stage: Stage) -> list[tuple[str, int, str]]:
    return [(one.method, one.amount_minor, one.reference) for one in stage.payment.state.settlement.payments]


def test_a_scan_is_the_number_where_one_is_asked_for_and_never_an_amount(paying: Stage, asked: Asked) -> None:
    paying.scan("4006381333931")
    assert [(number, amount) for _, number, amount, _ in asked] == [("4006381333931", TOTAL)]
    assert paying.payment.state.asking_gift
    assert payments(paying) == []
    asked[0][0](GiftBalance("4006381333931", "EUR", 500, 500, "good"))
    assert payments(paying) == [("gift", 500, "4006381333931")]
    assert paying.payment.state.settlement.due_minor == TOTAL - 500
    paying.payment.choose_method("cash")
    paying.scan(MILK)
    assert paying.payment.state.scan_refused
    assert len(payments(paying)) == 1


def test_a_number_is_typed_with_its_letters(paying: Stage, asked: Asked, keyboard: Keyboard) -> None:
    keyboard.type("gc-000123")
    assert paying.payment.state.typed == "gc-000123"
    keyboard.press(Qt.Key.Key_Return)
    asked[0][0](GiftBalance(NUMBER, "EUR", 10_000, TOTAL, "good"))
    assert payments(paying) == [("gift", TOTAL, NUMBER)]
    assert paying.selling.payment_view.finish.isEnabled()
    assert left_words(paying.payment.state) == f"{formats.money(10_000 - TOTAL, 'EUR')} stays on {NUMBER}."
    keyboard.press(Qt.Key.Key_F9)
    paid = paying.payment.state.sale.payments[0]
    assert (paid.reference, paid.hold) == (NUMBER, asked[0][3])
    assert paying.drawer == []


def test_a_typed_number_never_becomes_an_amount(paying: Stage, asked: Asked, keyboard: Keyboard) -> None:
    keyboard.type("123456")
    paying.payment.choose_method("cash")
    assert paying.payment.state.typed == ""
    keyboard.type("5")
    paying.payment.choose_method("gift")
    assert (payments(paying), paying.payment.state.typed, asked) == ([], "", [])


def test_a_card_number_is_refused(paying: Stage, asked: Asked) -> None:
    paying.scan("4111111111111111")
    assert paying.payment.state.refusal.code == "gift.number"
    assert asked == []


def test_offline_above_the_limit_is_refused_in_words(paying: Stage, asked: Asked) -> None:
    paying.scan(NUMBER)
    asked[0][0](None)
    assert paying.payment.state.refusal.code == "gift.offline"
    assert "Head office cannot be asked" in paying.selling.payment_view.strip.text


def test_taken_back_gives_the_hold_up(paying: Stage, asked: Asked) -> None:
    paying.scan(NUMBER)
    asked[0][0](GiftBalance(NUMBER, "EUR", 500, 500, "good"))
    paying.payment.take_back(0)
    assert payments(paying) == []
    assert asked[1][1:] == (NUMBER, 0, asked[0][3])


def test_an_answer_for_a_ticket_that_was_left_is_for_nobody(paying: Stage, asked: Asked) -> None:
    paying.scan(NUMBER)
    paying.selling.payment_view.back_asked.emit()
    paying.till.pay()
    asked[0][0](GiftBalance(NUMBER, "EUR", 500, 500, "good"))
    assert payments(paying) == []
