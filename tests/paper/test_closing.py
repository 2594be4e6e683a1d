"""What X and Z reports say."""

from dataclasses import replace

import pytest

from desktop.domain.detective import CLUES, Clue
from desktop.domain.shift import PersonTotals, ShiftTotals, close_shift, expected
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


def test_several_people_on_one_drawer_have_figures_of_their_own() -> None:
    people = (
        PersonTotals("a", "Anna", 3, 5_000, 3_000, 150, drawer_looks=1),
        PersonTotals("b", "", 0, 0, 0, 0, voids=1, voided_minor=990),
    )
    shared = replace(totals(), people=people)
    text = plain_text(z_rows(SHIFT, shared, close_shift(SHIFT, shared, None, 0), SHOP, EN))
    assert "Anna: sales 3                        50.00" in text
    assert "  Cash                               30.00" in text
    assert "Nobody: sales 0" in text
    assert "  Taken back 1                       -9.90" in text
    alone = replace(totals(), people=people[:1])
    assert "BY PERSON" not in plain_text(z_rows(SHIFT, alone, close_shift(SHIFT, alone, None, 0), SHOP, EN))


def test_a_blind_x_report_tells_no_cash_at_all() -> None:
    shared = replace(totals(), people=(PersonTotals("a", "A", 1, 1, 77_777), PersonTotals("b", "B", 1, 1, 77_777)))
    text = plain_text(x_rows(SHIFT, shared, SHOP, EN, "", show_expected=False))
    assert "777.77" not in text
    assert "Taken: Cash" not in text
    assert "Taken: Card" in text


@pytest.mark.parametrize("language", ["en", "ru", "de"])
def test_a_closing_says_who_allowed_it_what_lacked_and_where_to_look(language: str) -> None:
    closing = close_shift(SHIFT, totals(), {"cash": 10_000}, 0, pieces=((5_000, 2),))
    closing = replace(closing, granter="Mira", remarks=("unapproved",))
    clues = [Clue(kind, 1_370, "T03-7", "", "Anna", "Safe", 2) for kind in CLUES]
    words = Words(language)
    rows = z_rows(SHIFT, totals(), closing, SHOP, words, clues=clues)
    assert Band(words("unapproved")) in rows
    text = plain_text(rows)
    assert "Mira" in text
    assert words.money(10_000, "EUR") in text
    assert text.index(words("clues")) > text.index(words("grand_total")), "behind the end of the closing"
    assert sum(line.startswith("- ") for line in text.splitlines()) == len(CLUES)
    assert "{" not in text
