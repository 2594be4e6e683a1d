"""Tips on paper: below the total, in what was handed over, and on X and Z apart from the turnover."""

from dataclasses import replace

from desktop.domain.sale import Sale
from desktop.domain.shift import ShiftTotals, with_sale
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment
from desktop.paper.closing import x_rows
from desktop.paper.invoice_foot import _payments
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.receipt_text import plain_text
from desktop.paper.words import Words
from tests.paper.slips import SHIFT, SHOP, VOID, sale


def tipped() -> Sale:
    """The sale of the slips with 3.00 beside the card and 1.00 in cash."""
    plain = sale()
    card, cash = plain.payments
    return replace(
        plain,
        payments=(replace(card, tip_minor=300), Payment("cash", cash.amount_minor - 100, tip_minor=100)),
        change_minor=plain.change_minor - 100,
    )


def said(*rows: object) -> list[str]:
    return [" ".join(row.split()) for row in plain_text(rows).splitlines()]  # type: ignore[arg-type]


def test_a_receipt_says_the_tip_and_what_was_handed_over() -> None:
    sold = tipped()
    words = Words("en")
    lines = said(*receipt_rows(sold, SHOP, words))
    at = next(at for at, line in enumerate(lines) if line.startswith("TOTAL"))
    assert lines[at] == f"TOTAL EUR {words.money(sold.total_minor, 'EUR')}"
    assert "Tip 4.00" in lines[at:]
    assert any(line.startswith("Card") and line.endswith("4242 13.00") for line in lines)
    assert "Cash 50.00" in lines
    due = words.money(sold.total_minor + 400 + sold.rounding_minor, "EUR")
    assert f"After rounding {due}" in lines
    assert not [line for line in said(*receipt_rows(sale(), SHOP, words)) if line.startswith("Tip")]
    assert ("Tip", "4.00") in _payments(sold, words)


def test_a_void_gives_the_tip_back() -> None:
    lines = said(*void_rows(VOID, tipped(), SHOP, Words("en")))
    assert "Tip -4.00" in lines
    assert "Card -13.00" in lines


def test_reports_tell_tips_apart_from_the_turnover() -> None:
    totals = with_sale(ShiftTotals(), tipped())
    lines = said(*x_rows(SHIFT, totals, Shop("s", "Shop", "EUR"), Words("en"), "2026-11-21T18:00:00+02:00"))
    at = lines.index("Tips, not in the turnover 4.00")
    assert lines[at + 1 : at + 3] == ["Card 3.00", "Cash 1.00"]
    assert f"TURNOVER EUR {Words('en').money(sale().total_minor, 'EUR')}" in lines
    blind = x_rows(
        SHIFT, totals, Shop("s", "Shop", "EUR"), Words("en"), "2026-11-21T18:00:00+02:00", show_expected=False
    )
    assert not [line for line in said(*blind) if line.startswith("Tips")]
