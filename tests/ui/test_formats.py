"""Figures as people of a language write them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.ui import formats
from desktop.ui.language import install_language

AT = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "ru")
    yield
    install_language(qapp, "en")


@pytest.fixture
def english(qapp: QApplication) -> None:
    install_language(qapp, "en")


@pytest.mark.usefixtures("russian")
def test_russian() -> None:
    assert formats.money(129050, "RUB") == "1\u00a0290,50\u00a0₽"
    assert formats.amount(-3075, "RUB") == "−30,75"
    assert formats.quantity(342, "kg") == "0,342\u00a0кг"
    assert formats.quantity(2000, "pcs") == "2"
    assert formats.percent(88750) == "8,875\u00a0%"
    assert formats.moment(AT) == "21.11.2026\u00a014:05"


def test_german_days_are_written_with_dots(qapp: QApplication) -> None:
    install_language(qapp, "de")
    try:
        assert formats.moment(AT) == "21.11.2026\u00a014:05"
    finally:
        install_language(qapp, "en")


@pytest.mark.usefixtures("english")
def test_english() -> None:
    assert formats.money(1809, "EUR") == "18.09\u00a0€"
    assert formats.money(-1809, "USD") == "−$18.09"
    assert formats.money(129050, "XYZ") == "1,290.50\u00a0XYZ"
    assert formats.money(500, "JPY") == "¥500"
    assert formats.price(129000, "EUR") == "12.90"
    assert formats.price(12345, "EUR") == "1.2345"
    assert formats.date(AT) == "21/11/2026"
    assert formats.unit_name("pallet") == "pallet"


@pytest.mark.usefixtures("english")
@given(minor=st.integers(-(10**16), 10**16))
def test_no_cent_is_lost(minor: int) -> None:
    text = formats.amount(minor, "EUR").replace("−", "-").replace(QLocale().groupSeparator(), "")
    assert int(text.replace(".", "")) == minor
