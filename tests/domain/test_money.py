"""Money, prices and quantities: text and back, and everything that is not a number."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import (
    MAX_MINOR,
    Money,
    format_minor,
    format_price_e4,
    format_quantity,
    format_rate_ppm,
    parse_money,
    parse_price_e4,
    parse_quantity_milli,
)
from desktop.domain.refusal import Refusal
from tests.domain.strategies import CURRENCIES


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [("12.90", "EUR", 1290), ("12,9", "EUR", 1290), ("-0.05", "EUR", -5), ("−3", "RUB", -300), ("500", "JPY", 500),
     ("1.234", "KWD", 1234), (" 7 ", "EUR", 700), ("12.9000", "EUR", 1290), ("12.00", "JPY", 12)],
)  # fmt: skip
def test_money_is_read(text: str, currency: str, minor: int) -> None:
    assert parse_money(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "text", ["", "  ", "abc", "1,234.50", "12.345", "1e3", "١٢", "12.", ".5", "--1", "1 000", "inf", "9" * 400, "1\n2"]
)
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_money(text, "EUR")
    assert refused.value.code == "money.text"
    assert refused.value.remedy


def test_a_scanned_barcode_is_no_amount() -> None:
    with pytest.raises(Refusal, match="too large"):
        parse_money("40063813339310000", "EUR")


def test_prices_have_four_decimals_and_no_sign() -> None:
    assert parse_price_e4("1.2345") == 12345
    assert [format_price_e4(e4, "EUR") for e4 in (129000, 12345, 5)] == ["12.90", "1.2345", "0.0005"]
    assert format_price_e4(1_290_000, "JPY") == "129"
    for text in ("-1", "1.23456"):
        with pytest.raises(Refusal):
            parse_price_e4(text)


@given(st.integers(-MAX_MINOR, MAX_MINOR), CURRENCIES)
def test_money_survives_text(minor: int, currency: str) -> None:
    assert parse_money(format_minor(minor, currency), currency).minor == minor


@given(st.integers(-(10**10), 10**10))
def test_quantity_survives_text(quantity_milli: int) -> None:
    assert parse_quantity_milli(format_quantity(quantity_milli)) == quantity_milli


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (parse_price_e4, parse_quantity_milli, lambda typed: parse_money(typed, "EUR").minor):
        with contextlib.suppress(Refusal):
            assert isinstance(read(text), int)


def test_rates_and_amounts_read_well() -> None:
    assert [format_rate_ppm(rate) for rate in (190_000, 88_750, 0, 1)] == ["19", "8.875", "0", "0.0001"]
    assert [format_quantity(milli) for milli in (1000, 452, -1500)] == ["1", "0.452", "-1.5"]
    assert str(Money(-5, "EUR")) == "-0.05 EUR"
