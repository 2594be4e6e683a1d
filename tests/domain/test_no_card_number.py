"""No field takes a card number: not by name, not by length, not through a terminal's reference."""

import dataclasses
import importlib
import inspect
import pkgutil
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import desktop.domain
import sync.wire
from desktop.domain.card_payment import without_card_numbers
from desktop.store.tables import local
from desktop.ui.payment.presenter import LONGEST_ENTRY
from sync.wire.facts import KINDS

SUSPECT = re.compile(
    r"(card_?(number|no|code|holder)|(^|_)(pan|cvv|cvc|track[12_]?data)(_|$)|expiry_(month|year))", re.I
)
SHORTEST_CARD_NUMBER = 13


def fields() -> list[str]:
    found = []
    for package in (desktop.domain, sync.wire):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if dataclasses.is_dataclass(kind):
                    found += [f"{name}.{field.name}" for field in dataclasses.fields(kind)]
                elif issubclass(kind, msgspec.Struct):
                    found += [f"{name}.{field}" for field in kind.__struct_fields__]
    return found + [f"{table.name}.{column.name}" for table in local.tables.values() for column in table.columns]


def test_no_field_of_a_value_a_fact_a_change_or_a_table_is_for_a_card_number() -> None:
    names = fields()
    assert len(names) > 200
    assert all(any(name.startswith(f"{body.__name__}.") for name in names) for _, body in KINDS.values())
    assert [name for name in names if SUSPECT.search(name.partition(".")[2])] == []


def test_an_amount_is_too_short_for_a_card_number() -> None:
    assert LONGEST_ENTRY < SHORTEST_CARD_NUMBER


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("4111111111111111", "************1111"),
        ("auth 4111 1111-1111 1111 ok", "auth ************1111 ok"),
        ("378282246310005", "***********0005"),
        ("TX-20261121-000123", "TX-20261121-000123"),
        ("4111111111111112", "4111111111111112"),
    ],
)
def test_a_terminal_that_tells_a_card_number_is_not_believed(said: str, kept: str) -> None:
    assert without_card_numbers(said) == kept


@given(st.text())
def test_other_words_stay(text: str) -> None:
    if not re.search(r"[2-6][0-9 -]{12}", text):
        assert without_card_numbers(text) == text
