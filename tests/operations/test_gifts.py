"""Paying with gift certificates at the till: held by head office, or unasked within the shop's limit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.gift import GiftBalance, parse_gift_number, pay_offline
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import gifts
from desktop.operations.terminal import Terminal
from desktop.store.replica_file import ReplicaFile
from tests.core import sell
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
