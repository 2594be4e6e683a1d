"""What receipts say of a customer's points, store credit and account."""

from dataclasses import replace

from desktop.domain.purse import Purse
from desktop.domain.sale import Sale, Void
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment
from desktop.paper.purse import purse_rows
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.rows import Pair
from desktop.paper.words import Words

SALE = Sale("s", "T01-000001", 1, "h", "p", "EUR", True, (), (), 0, 0, (), 0)


def said(sale: Sale) -> list[tuple[str, str]]:
    return [(row.left, row.right) for row in purse_rows(sale, Words("en")) if isinstance(row, Pair)]


def test_nothing_is_said_to_nobody() -> None:
    assert said(SALE) == []
    assert said(replace(SALE, purse=Purse("c1", "EUR"))) == []


def test_points_and_what_is_left_are_said() -> None:
    known = Purse("c1", "EUR", 1250, -4000, 45)
    assert said(replace(SALE, points=5, purse=known)) == [
        ("Points earned", "5"),
        ("Points now", "45"),
        ("Store credit now", "12.50"),
        ("Owed on account", "40.00"),
    ]
    assert said(replace(SALE, points=-5))[0] == ("Points taken back", "5")
    spent = replace(SALE, payments=(Payment("credit", 100),), purse=Purse("c1", "EUR"))
    assert said(spent) == [("Store credit now", "0.00")]
    assert said(replace(SALE, purse=replace(known, currency="USD", points=0))) == []


PAID = replace(
    SALE,
    payments=(Payment("cash", 5000), Payment("account", -3000), Payment("credit", -500)),
    change_minor=1500,
    purse=Purse("c1", "EUR", 500, -1000),
)
SHOP = Shop("s1", "Corner shop", "EUR")


def test_a_debt_that_was_paid_says_what_was_owed_and_what_is_left() -> None:
    rows = [(row.left, row.right) for row in receipt_rows(PAID, SHOP, Words("en")) if isinstance(row, Pair)]
    assert rows[1:] == [
        ("Owed before", "40.00"),
        ("Debt paid", "30.00"),
        ("Still owed", "10.00"),
        ("Into store credit", "5.00"),
        ("To pay together", "35.00"),
        ("Cash", "50.00"),
        ("Change", "15.00"),
        ("Store credit now", "5.00"),
    ]
    copy = [row.left for row in receipt_rows(replace(PAID, purse=None), SHOP, Words("en"), 1) if isinstance(row, Pair)]
    assert "Debt paid" in copy
    assert "Owed before" not in copy


def test_its_void_says_that_it_is_owed_again() -> None:
    paper = void_rows(Void("v", "s", "T01-000002", 2, "h", "mistake"), PAID, SHOP, Words("en"))
    rows = [(row.left, row.right) for row in paper if isinstance(row, Pair)]
    assert rows[2:] == [("Cash", "−35.00"), ("Owed again", "30.00"), ("Out of store credit", "5.00")]


def test_points_that_were_taken_from_somebody_else_are_said() -> None:
    assert said(replace(SALE, points_taken=(("c2", 3),))) == [("Points taken back", "3")]
