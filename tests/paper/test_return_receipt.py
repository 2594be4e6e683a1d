"""The paper of a return: marked as one, the receipt it was sold with, amounts below zero, how the money went back."""

from desktop.domain.cart import Cart
from desktop.domain.pricing import price
from desktop.domain.returning import Receipt, SoldLine, Wanted, return_line
from desktop.domain.sale import Header, make_sale
from desktop.domain.tender import Payment, settle
from desktop.paper.receipt import receipt_rows
from desktop.paper.receipt_text import plain_text
from desktop.paper.rows import Band
from desktop.paper.words import Words
from tests.paper.slips import SHOP, sale

SOLD = SoldLine("1", "a", "1", "Whole milk", "pcs", "1", 4000, 12_900, 90_000, 516, 16, 459, 41, 500)


def test_a_return_says_so_and_names_its_receipt() -> None:
    receipt = Receipt("s", "T03-000123", "", "EUR", True, (SOLD,), (("cash", 500),))
    line = return_line(receipt, "1", Wanted(2000, "sour", "shelf"), "r")
    priced = price(Cart("c", "", "EUR", True, returns=(line,)), SHOP)
    settled = settle(priced.total_minor, [Payment("cash", -250)], SHOP.cash_rounding, "EUR")
    header = Header("c", "T03-000130", 130, "shift", "shelf", "2026-11-21T10:03:22+02:00", "Anna", "Till 3")
    text = plain_text(receipt_rows(make_sale(priced, settled, header), SHOP, Words("en")))
    said = [" ".join(row.split()) for row in text.splitlines()]
    assert "RETURN" in said
    assert "Return, receipt T03-000123" in said
    assert "-2 pcs x 1.29" in said
    assert "Cash handed out -2.50" in said
    assert said.count("T03-000130") == 1  # its own code
    assert [row for row in said if row.startswith("TOTAL")] == ["TOTAL EUR -2.50"]


def test_a_sale_is_not_marked() -> None:
    assert not [row for row in receipt_rows(sale(), SHOP, Words("en")) if isinstance(row, Band)]
