"""A text that means several customers: they are listed with what tells them apart."""

import pytest

from desktop.domain.refusal import Refusal
from desktop.operations.customers import find_customer
from desktop.operations.terminal import Terminal
from sync.wire import offers
from tests.operations.test_offers import tell

BERG, MANN = offers.Customer(id="c1", name="Anna Berg", card="900100"), offers.Customer(id="c2", name="Anna Bergmann")
TWIN = offers.Customer(id="c3", name="Anna Bergmann", card="900300")


def test_the_whole_name_is_meant_before_its_beginnings(terminal: Terminal) -> None:
    tell(terminal, "customers:s1", ("customer", BERG), ("customer", MANN), ("customer", TWIN))
    assert [find_customer(terminal, text).id for text in ("anna berg", "900300", "c2")] == ["c1", "c3", "c2"]
    for text in ("Anna", "Anna Bergmann"):
        with pytest.raises(Refusal, match=r"Anna Bergmann \(c2\), Anna Bergmann \(900300\)") as refused:
            find_customer(terminal, text)
        assert refused.value.code == "customer.several"


def test_many_are_counted(terminal: Terminal) -> None:
    many = [("customer", offers.Customer(id=f"c{at}", name=f"Anna {at:02}")) for at in range(14)]
    tell(terminal, "customers:s1", *many)
    with pytest.raises(Refusal, match=r"Anna 09 \(c9\) … \+4\."):
        find_customer(terminal, "Anna")
