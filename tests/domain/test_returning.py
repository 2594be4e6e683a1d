"""Returns: pieces of any size add up to what was paid, to the cent, and nothing comes back twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import returning
from desktop.domain.cart import Cart
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt, ReturnLine, SoldLine, Taken, Wanted
from desktop.domain.rounding import CashRounding
from desktop.domain.sale import Header, make_sale
from desktop.domain.shop import Shop
from desktop.domain.taxes import sum_rates, tax_inside, tax_on_top
from desktop.domain.tender import Payment, settle

SHOP = Shop("s1", "Corner", "EUR", selling_place_id="floor")
AMOUNTS = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor")


def sold_line(line_id: str, quantity: int, gross: int, discount: int, rate: int, *, inclusive: bool) -> SoldLine:
    basis = gross - discount
    tax = tax_inside(basis, rate) if inclusive else tax_on_top(basis, rate)
    net = basis - tax if inclusive else basis
    return SoldLine(
        line_id, f"p{line_id}", "SKU", "Bread", "pcs", "", quantity, 100, rate, gross, discount, net, tax, net + tax
    )


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    inclusive = draw(st.booleans())
    lines = []
    for number in range(draw(st.integers(1, 4))):
        gross = draw(st.integers(0, 50_000))
        discount = draw(st.integers(0, gross))
        rate = draw(st.sampled_from((0, 50_000, 70_000, 190_000, 240_000)))
        quantity = 1000 * draw(st.integers(1, 12))
        lines.append(sold_line(str(number), quantity, gross, discount, rate, inclusive=inclusive))
    total = sum(line.total_minor for line in lines)
    by_card = draw(st.integers(0, total))
    paid = (("card", by_card), ("cash", total - by_card))
    return Receipt("sale", "T01-000001", "", "EUR", inclusive, tuple(lines), paid)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Receipt, list[list[tuple[str, int]]]]:
    """A receipt and the tickets that take all of it back, piece by piece."""
    receipt = draw(receipts())
    pieces = [line.line_id for line in receipt.lines for _ in range(line.quantity_milli // 1000)]
    pieces = draw(st.permutations(pieces))
    tickets: list[list[tuple[str, int]]] = []
    while pieces:
        size = draw(st.integers(1, len(pieces)))
        taken, pieces = pieces[:size], pieces[size:]
        tickets.append([(line, 1000 * taken.count(line)) for line in dict.fromkeys(taken)])
    return receipt, tickets


def come_back(receipt: Receipt, parts: list[tuple[str, int]], number: int) -> tuple[Receipt, list[ReturnLine]]:
    """Take parts back in one ticket that is paid out as it is by default."""
    lines = [
        returning.return_line(receipt, line, Wanted(milli, "broken", "floor"), f"{number}-{line}")
        for line, milli in parts
    ]
    total = sum(line.total_minor for line in lines)
    out = tuple((method, -amount) for method, amount in returning.pay_back(total, lines))
    returning.check_tenders(lines, dict(out), "EUR")
    assert sum(amount for _, amount in out) == -total
    return replace(receipt, taken=(*receipt.taken, Taken(f"ticket{number}", tuple(parts), out))), lines


@given(histories())
def test_pieces_add_up_to_the_whole_to_the_cent(history: tuple[Receipt, list[list[tuple[str, int]]]]) -> None:
    receipt, tickets = history
    back: list[ReturnLine] = []
    for number, parts in enumerate(tickets):
        receipt, lines = come_back(receipt, parts, number)
        back += lines
        for sold in receipt.lines:  # never more than the original, whatever was taken so far
            mine = [line for line in back if line.returns_line == sold.line_id]
            assert all(0 <= -sum(getattr(line, name) for line in mine) <= getattr(sold, name) for name in AMOUNTS)
        for line in lines:
            assert all(getattr(line, name) <= 0 for name in AMOUNTS)
            assert line.net_minor + line.tax_minor == line.total_minor
            basis = line.total_minor if receipt.tax_inclusive else line.net_minor
            assert line.gross_minor - line.discount_minor == basis
    for sold in receipt.lines:
        mine = [line for line in back if line.returns_line == sold.line_id]
        assert all(-sum(getattr(line, name) for line in mine) == getattr(sold, name) for name in AMOUNTS)
    rates = sum_rates([(line.rate_ppm, -line.net_minor, -line.tax_minor) for line in back])
    assert rates == sum_rates([(line.rate_ppm, line.net_minor, line.tax_minor) for line in receipt.lines])
    assert set(returning.tenders_left(receipt).values()) <= {0}


@given(receipts(), st.sampled_from((0, 5, 10)))
def test_a_ticket_of_returns_keeps_the_sums(receipt: Receipt, step: int) -> None:
    parts = [(line.line_id, 1000) for line in receipt.lines]
    _, lines = come_back(receipt, parts, 0)
    cart = Cart("c", "", "EUR", receipt.tax_inclusive, returns=tuple(lines))
    priced = price(cart, SHOP)
    assert priced.total_minor == sum(line.total_minor for line in lines)
    assert sum(line.amount_minor for line in priced.explanation) == priced.total_minor
    rule = CashRounding(step)
    due = settle(priced.total_minor, (), rule, "EUR")
    payments = [Payment("cash", due.due_cash_minor)] if priced.total_minor else []
    header = Header("c", "T01-000002", 2, "shift", "floor", "")
    sale = make_sale(priced, settle(priced.total_minor, payments, rule, "EUR"), header)  # checks the sums
    assert abs(sale.rounding_minor) * 2 <= max(1, step)


def test_no_more_comes_back_than_is_left() -> None:
    receipt = Receipt("s", "T01-000001", "", "EUR", True, (sold_line("1", 3000, 1000, 0, 190_000, inclusive=True),))
    receipt, (first,) = come_back(receipt, [("1", 2000)], 1)
    assert (first.total_minor, returning.left_milli(receipt, "1")) == (-667, 1000)
    with pytest.raises(Refusal) as refused:
        returning.return_line(receipt, "1", Wanted(2000, "broken", "floor"), "x")
    assert (refused.value.code, refused.value.facts["left_milli"]) == ("return.too_much", 1000)
    _, (last,) = come_back(receipt, [("1", 1000)], 2)
    assert last.total_minor == -333


def test_the_same_ticket_heard_of_twice_counts_once() -> None:
    one, two = Taken("a", (("1", 1000),)), Taken("b", (("1", 1000),))
    assert returning.with_taken([one], [two, one]) == (one, two)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(1000, " ", "floor"), "return.reason"),
        (Wanted(0, "broken", "floor"), "quantity.too_small"),
        (Wanted(500, "broken", "floor"), "quantity.pieces"),
    ],
)
def test_what_a_return_needs(wanted: Wanted, code: str) -> None:
    receipt = Receipt("s", "T01-000001", "", "EUR", True, (sold_line("1", 3000, 1000, 0, 0, inclusive=True),))
    with pytest.raises(Refusal) as refused:
        returning.return_line(receipt, "1", wanted, "x")
    assert refused.value.code == code


def test_a_card_gets_back_no_more_than_it_paid() -> None:
    receipt = Receipt(
        "s",
        "T01-000001",
        "",
        "EUR",
        True,
        (sold_line("1", 1000, 1000, 0, 0, inclusive=True),),
        (("card", 400), ("cash", 600)),
    )
    _, lines = come_back(receipt, [("1", 1000)], 1)
    assert returning.pay_back(-1000, lines) == (("card", -400), ("cash", -600))
    with pytest.raises(Refusal, match="no more than"):
        returning.check_tenders(lines, {"card": 401}, "EUR")
    returning.check_tenders(lines, {"cash": 1000}, "EUR")


def test_a_return_is_not_priced_again() -> None:
    receipt = Receipt("s", "T01-000001", "", "EUR", True, (sold_line("1", 1000, 1000, 123, 190_000, inclusive=True),))
    _, lines = come_back(receipt, [("1", 1000)], 1)
    cart = Cart("c", "", "EUR", True, returns=tuple(lines))
    (priced,) = price(cart, replace(SHOP, tax_rounding="receipt")).lines
    assert (priced.total_minor, priced.discount_minor, priced.quantity_milli) == (-877, -123, -1000)
    assert (priced.returns_receipt, priced.reason, priced.to_place_id) == ("T01-000001", "broken", "floor")
