"""Paying with gift certificates at the till: held by head office, or unasked within the shop's limit."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.gift import GiftBalance, parse_gift_number, pay_offline
from desktop.domain.line_detail import LineDetail
from desktop.domain.product import Extra, Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt, ReturnLine
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import carts, gifts, returns, sales
from desktop.operations.returns import Picked
from desktop.operations.serials import check_serial
from desktop.operations.terminal import Terminal
from desktop.store.replica_file import ReplicaFile
from tests.core import fill, sell
from tests.screens.gallery_tenders import set_tender
from tests.terminals import BREAD

NUMBER = "GC-000123"


@pytest.fixture
def limited(terminal: Terminal, manager: Person) -> Terminal:
    """Up to 5.00 of one certificate unasked."""
    replica = ReplicaFile(terminal.database.path.with_name("replica-small.db"), b"r" * 32)
    with replica.writing():
        terms = json.loads(replica._connection.execute("SELECT terms FROM shop").fetchone()[0])
        terms["tender"] = {"gift_offline_minor": 500}
        replica._connection.execute("UPDATE shop SET terms = ?", (json.dumps(terms),))
    replica.close()
    return terminal


def code(terminal: Terminal, told: GiftBalance | None, due: int = 100, paid: tuple[Payment, ...] = ()) -> str:
    with pytest.raises(Refusal) as refused:
        gifts.pay_by_gift(terminal, NUMBER, due, paid, told, "h")
    return refused.value.code


def test_what_is_held_is_paid_and_the_hold_is_named(terminal: Terminal, manager: Person) -> None:
    told = GiftBalance(NUMBER, "EUR", 5000, 240, "good")
    payment = gifts.pay_by_gift(terminal, NUMBER, 240, (), told, "hold")
    assert payment == Payment("gift", 240, NUMBER, "hold")
    sale = sell(terminal, manager, BREAD, payments=(payment,))
    assert sale.payments == (payment,)
    told = GiftBalance(NUMBER, "EUR", 100, 100, "good")
    assert gifts.pay_by_gift(terminal, NUMBER, 240, (), told, "hold").amount_minor == 100


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        (GiftBalance(NUMBER), "gift.unknown"),
        (GiftBalance(NUMBER, "EUR", 5, 0, "closed"), "gift.closed"),
        (GiftBalance(NUMBER, "EUR", 5, 0, "expired"), "gift.expired"),
        (GiftBalance(NUMBER, "USD", 5, 5, "good"), "gift.currency"),
        (GiftBalance(NUMBER, "EUR", 0, 0, "good"), "gift.empty"),
    ],
)
def test_what_cannot_pay_is_refused(terminal: Terminal, manager: Person, told: GiftBalance, refused: str) -> None:
    assert code(terminal, told) == refused


def test_unasked_only_within_the_shops_limit(limited: Terminal, manager: Person) -> None:
    first = gifts.pay_by_gift(limited, NUMBER, 240, (), None, "h")
    assert first == Payment("gift", 240, NUMBER)
    sell(limited, manager, BREAD, payments=(first,))
    second = gifts.pay_by_gift(limited, NUMBER, 400, (), None, "h")
    assert second.amount_minor == 260
    assert code(limited, None, 100, (second,)) == "gift.offline"
    assert gifts.pay_by_gift(limited, "GC-OTHER", 400, (second,), None, "h").amount_minor == 400


def test_without_a_limit_nothing_is_paid_unasked(terminal: Terminal, manager: Person) -> None:
    assert code(terminal, None) == "gift.offline"
    assert code(terminal, None, 0) == "tender.nothing_due"


@pytest.mark.parametrize("text", ["", "12345", "4111111111111111", "a b c d e f", "x" * 25, "GC_000123"])
def test_a_number_is_read_strictly_and_is_no_card_number(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_gift_number(text)
    assert refused.value.code == "gift.number"
    assert parse_gift_number(" gc-000123 ") == NUMBER


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_unasked_never_pays_more_than_is_due_or_allowed(due: int, used: int, limit: int) -> None:
    try:
        paid = pay_offline(NUMBER, due, used, limit).amount_minor
    except Refusal:
        assert used >= limit
    else:
        assert 0 < paid <= due
        assert used + paid <= limit


def sold_certificate(terminal: Terminal, manager: Person) -> Receipt:
    """A certificate of 3.00, sold with bread to somebody."""
    cart = fill(terminal, BREAD)
    line = replace(
        cart.lines[0], line_id="g1", price_e4=30_000, rate_ppm=0, detail=LineDetail(serial=NUMBER, gift=True)
    )
    sale = sales.complete_sale(
        terminal, manager, replace(cart, lines=(*cart.lines, line)), (Payment("cash", 540),), 540
    )
    receipt = returns.find_receipt(terminal, sale.receipt)
    assert receipt is not None
    assert [one.gift for one in receipt.lines] == ["", NUMBER]
    return receipt


def back(terminal: Terminal, receipt: Receipt) -> ReturnLine:
    [line] = returns.known_lines(terminal, receipt, [Picked("g1", 1000, "not wanted")])
    assert (line.total_minor, line.points) == (-300, 0)
    return line


def no(step: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        step()
    return refused.value.code


def test_one_that_was_not_used_comes_back_for_money(terminal: Terminal, manager: Person) -> None:
    line = back(terminal, sold_certificate(terminal, manager))
    told = GiftBalance(NUMBER, "EUR", 0, 300, "good")
    held = gifts.take_gift_back(terminal, line, told, "hold")
    assert held.detail == LineDetail(serial=NUMBER, gift=True, hold="hold")
    cart = returns.take_back(terminal, manager, carts.open_cart(terminal), [held])
    sale = sales.complete_sale(terminal, manager, cart, (Payment("cash", -300),), -300)
    assert sale.lines[0].detail == held.detail
    again = returns.find_receipt(terminal, line.returns_receipt)
    assert again is not None
    assert no(lambda: back(terminal, again)) == "return.too_much"
    with terminal.database.reading() as connection:  # its number is never sold again
        assert no(lambda: check_serial(connection, line.product_id, NUMBER)) == "serial.sold"


def test_one_of_which_anything_was_used_does_not(limited: Terminal, manager: Person) -> None:
    line = back(limited, sold_certificate(limited, manager))
    for told, code_ in (
        (GiftBalance(NUMBER, "EUR", 299, 299, "good"), "gift.used"),
        (GiftBalance(NUMBER, "EUR", 0, 0, "closed"), "gift.closed"),
        (GiftBalance(NUMBER, "EUR", 300, 0, "expired"), "gift.expired"),
    ):
        assert no(lambda told=told: gifts.take_gift_back(limited, line, told, "h")) == code_  # type: ignore[misc]
    cart = returns.take_back(limited, manager, carts.open_cart(limited), [line])
    sell(limited, manager, BREAD, payments=(gifts.pay_by_gift(limited, NUMBER, 240, (), None, "h"),))
    assert no(lambda: gifts.take_gift_back(limited, line, None, "h")) == "gift.used"
    paid_out = (Payment("cash", -300),)
    assert no(lambda: sales.complete_sale(limited, manager, cart, paid_out, -300)) == "gift.used"  # meanwhile


def test_unasked_within_the_limit_of_certificates(limited: Terminal, manager: Person) -> None:
    line = back(limited, sold_certificate(limited, manager))
    unheard = GiftBalance(NUMBER)  # head office has not heard of its sale
    assert gifts.take_gift_back(limited, line, None, "h") == gifts.take_gift_back(limited, line, unheard, "h") == line
    set_tender(limited, gift_offline_minor=299)
    assert no(lambda: gifts.take_gift_back(limited, line, None, "h")) == "gift.back_offline"
    cart = returns.take_back(limited, manager, carts.open_cart(limited), [line])
    paid_out = (Payment("cash", -300),)
    assert no(lambda: sales.complete_sale(limited, manager, cart, paid_out, -300)) == "gift.back_offline"


def test_none_comes_back_without_its_receipt(terminal: Terminal) -> None:
    product = Product("p", "GC", "Certificate", "pcs", 30_000, 0, extra=Extra(gift=True))
    picked = Picked("p", 1000, "not wanted")
    assert no(lambda: returns.blind_line(terminal, Found(product), picked)) == "gift.receipt"
