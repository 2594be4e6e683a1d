"""What X and Z reports say."""

from dataclasses import replace

import pytest

from desktop.domain.shift import ShiftTotals, close_shift, expected
from desktop.paper.closing import x_rows, z_rows
from desktop.paper.receipt_text import plain_text
from desktop.paper.rows import Band
from desktop.paper.words import Words
from tests.paper.slips import SHIFT, SHOP, totals

EN = Words("en")


def test_a_closing_reads_like_this() -> None:
    held = dict(expected(SHIFT, totals()))["cash"]
    closing = close_shift(SHIFT, totals(), {"cash": held - 500, "card": 1_000}, 9_876_543)
    closing = replace(closing, occurred_at="2026-11-21T20:01:00+02:00", cashier="Boris", seq=2000, hash="ab12cd34ef")
    assert (
        plain_text(z_rows(SHIFT, totals(), closing, SHOP, EN)).split("\n", 5)[5]
        == """\
   Z report no. 42

Shift                                   42
Business day                   21 Nov 2026
Till                                Till 3
Cashier                               Anna
Opened        21 Nov 2026, 08:00:00 +02:00
Closed        21 Nov 2026, 20:01:00 +02:00
Closed by                            Boris
------------------------------------------
Sales                                    2
  of them taken back                     1
  Value taken back                  -28.53
  Discounts given                    -1.85
TURNOVER EUR    28.53
Rounding                              0.02
Taken: Card                          10.00
Taken: Cash                          18.55
------------------------------------------
Rate             Net        Tax      Gross
24 %           13.42       3.22      16.64
9 %            10.91       0.98      11.89
------------------------------------------
Cash drawer
Opening float                       100.00
Cash from sales                      18.55
Put in                               50.00
Taken out                           -20.00
Expected                            148.55
Opened without a sale                    1
------------------------------------------
            Expected    Counted     Off by
Cash          148.55     143.55      -5.00
Card           10.00      10.00       0.00
------------------------------------------
Perpetual total                  98,765.43

         Journal 2000 - ab12cd34"""
    )


def test_a_blind_x_report_hides_what_the_drawer_should_hold() -> None:
    seen, blind = (
        plain_text(x_rows(SHIFT, totals(), SHOP, EN, "2026-11-21T14:00:00+02:00", show_expected=show))
        for show in (True, False)
    )
    assert "Expected                            148.55" in seen
    assert "Expected" not in blind
    assert "The shift goes on" in blind


def test_an_interrupted_shift_and_a_copy_say_so() -> None:
    closing = close_shift(SHIFT, ShiftTotals(), {}, 0, interrupted=True)
    rows = z_rows(SHIFT, ShiftTotals(), closing, SHOP, EN, copy_number=2)
    assert Band("SHIFT WAS INTERRUPTED") in rows
    assert Band("COPY 2") in rows


@pytest.mark.parametrize("language", ["en", "ru", "fr"])
def test_numbers_are_written_as_the_language_does(language: str) -> None:
    words = Words(language)
    expected_text = "1 234,50" if language == "ru" else "1,234.50"
    assert words.money(123_450, "EUR").replace("\xa0", " ") == expected_text
    assert words.money(-5, "JPY") == "−5"
    assert words.price(12_345, "EUR") == words.price(12_345, "EUR")[:1] + ("," if language == "ru" else ".") + "2345"
    assert words.quantity(2_000, "pcs") == "2\xa0" + ("шт" if language == "ru" else "pcs")
    assert words.percent(88_750).replace(",", ".") == "8.875"
    assert (words.time(""), words.method("voucher")) == ("", "voucher")
