"""What tickets say beyond goods and money stands on paper: parts, lots, serial numbers, notes; and quotes."""

from dataclasses import replace

from desktop.domain.cart import Cart, add, set_cart_note
from desktop.domain.line_detail import LineDetail
from desktop.domain.pricing import price
from desktop.domain.product import BundlePart, Found
from desktop.paper.quote import quote_rows
from desktop.paper.receipt import receipt_rows
from desktop.paper.rows import Band, Pair, Row, Text
from desktop.paper.words import Words
from tests.paper.slips import GOODS, SHOP, sale

DETAIL = LineDetail(
    "gift wrap", "A1", "SN 7", "2027-03-01", 20, (BundlePart("M", 2000, "m", "Milk"), BundlePart("E", 500, "e", "Egg"))
)


def said(rows: tuple[Row, ...]) -> list[str]:
    return [row.left if isinstance(row, Pair) else row.text for row in rows if isinstance(row, Pair | Text | Band)]


def test_a_line_says_which_piece_it_was_and_what_a_bundle_held() -> None:
    sold = sale()
    sold = replace(sold, note="for Saturday", lines=(replace(sold.lines[1], detail=DETAIL), *sold.lines[1:]))
    words = said(receipt_rows(sold, SHOP, Words()))
    assert "Note: for Saturday" in words
    at = words.index("2 × Milk")
    tare = words[at + 5]
    assert words[at : at + 5] == ["2 × Milk", "0.500 × Egg", "Lot A1", "Serial no. SN 7", "Best before 1 Mar 2027"]
    assert tare.replace("\N{NO-BREAK SPACE}", " ") == "Tare 0.020 kg"
    assert words[at + 6] == "gift wrap"


def test_a_quote_holds_until_a_day_and_is_no_receipt() -> None:
    cart = replace(Cart("cart", "", "EUR", True), valid_until="2026-12-05")
    cart = set_cart_note(add(cart, Found(GOODS[0], "1"), "1", 4000), "with delivery")
    words = said(quote_rows(cart, price(cart, SHOP), SHOP, Words("de"), "2026-11-21T10:03:22+02:00"))
    assert words[words.index("ANGEBOT") + 1] == "Gültig bis 05.12.2026"
    assert "Hinweis: with delivery" in words
    assert "Dies ist kein Beleg." in words
