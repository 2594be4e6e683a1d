"""What a receipt says, in columns: every figure there, nothing too wide, sums that a customer can add up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cart import Cart
from desktop.domain.pricing import price
from desktop.domain.sale import Header, Sale, make_sale
from desktop.domain.shop import Shop
from desktop.domain.tender import settle
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.receipt_text import Line, plain_text, text_lines
from desktop.paper.rows import Band, Pair, Text
from desktop.paper.words import Words
from tests.domain.strategies import carts, finished_payments, shops
from tests.paper.slips import SHOP, VOID, sale

EN, RU = Words("en"), Words("ru")

RECEIPT = """\
     Cedar & Quay
              7 River Street
              10111 Tallinn
           Tax no. EE101234567

Receipt                         T03-000123
21 Nov 2026, 10:03:22 +02:00
Cashier: Anna                       Till 3
------------------------------------------
Whole milk 2.5 %                    5.16 B
  4 pcs x 1.29
Сыр "Гауда"                         6.73 B
  0.452 kg x 14.90
Hand-thrown stoneware mug with a   18.49 A
name that must wrap
  Discount                         -1.85
------------------------------------------
TOTAL EUR       28.53
You save                              1.85

Rounding                              0.02
After rounding                       28.55
Card **** 4242                       10.00
Cash                                 50.00
Change                               31.45
------------------------------------------
Rate             Net        Tax      Gross
A  24 %        13.42       3.22      16.64
B  9 %         10.91       0.98      11.89
------------------------------------------
Lines                                    3

                Thank you!

                T03-000123
         Journal 1234 - 8f3a91c2"""


def test_a_receipt_reads_like_this() -> None:
    assert plain_text(receipt_rows(sale(), SHOP, EN)) == RECEIPT


def test_tax_on_top_is_added_before_the_total() -> None:
    text = plain_text(receipt_rows(sale(inclusive=False), SHOP, EN))
    assert "Subtotal                             28.53\nTax A 24 %" in text


def test_russian_paper() -> None:
    text = plain_text(receipt_rows(sale(), SHOP, RU, copy_number=2), 48)
    for words in ("КОПИЯ 2", "ИТОГ EUR", "Сдача", "0,452 кг x 14,90", "21.11.2026, 10:03:22 +02:00", "Журнал 1234"):
        assert words in text


def test_a_void_gives_back_what_was_kept() -> None:
    rows = void_rows(VOID, sale(), SHOP, EN)
    text = plain_text(rows)
    assert Band("VOID") in rows
    for words in ("T03-000124", "Takes back receipt              T03-000123", "Reason: Wrong goods", "-28.55"):
        assert words in text
    assert "Card                                -10.00\nCash                                -18.55" in text
    assert "Thank you" not in text


def test_a_copy_says_so_and_an_original_does_not() -> None:
    assert Band("COPY 1") in receipt_rows(sale(), SHOP, EN, 1)
    assert Band("COPY 1") in void_rows(VOID, sale(), SHOP, EN, 1)
    assert not any(isinstance(row, Band) for row in receipt_rows(sale(), SHOP, EN))


def test_bare_papers_leave_out_what_is_unknown() -> None:
    bare = replace(sale(), occurred_at="", cashier="", terminal="", seq=0, hash="", rounding_minor=0)
    text = plain_text(receipt_rows(bare, Shop("s", "Shop", "EUR"), EN))
    for words in ("Tax no", "Cashier", "Journal", "Rounding"):
        assert words not in text


def sell(data: st.DataObject, cart: Cart, shop: Shop, name: str = "") -> Sale:
    priced = price(cart, shop)
    payments = data.draw(finished_payments(priced, shop.cash_rounding))
    settled = settle(priced.total_minor, payments, shop.cash_rounding, priced.currency)
    return make_sale(priced, settled, Header("id", "T03-000001", 1, "", "", "", cashier=name, terminal=name))


@pytest.mark.parametrize("columns", [32, 42, 48])
@given(st.data(), carts(least=1), shops(), st.text(max_size=90))
def test_no_line_is_wider_than_the_paper(columns: int, data: st.DataObject, cart: Cart, shop: Shop, name: str) -> None:
    cart = replace(cart, lines=tuple(replace(line, name=name) for line in cart.lines))
    named = replace(shop, name=name, address=name, receipt_footer=name)
    for line in text_lines(receipt_rows(sell(data, cart, shop, name), named, RU), columns):
        if isinstance(line, Line):
            assert len(line.text) <= (columns // 2 if line.big else columns)


@given(st.data(), carts(least=1), shops())
def test_the_printed_lines_add_up_to_the_printed_total(data: st.DataObject, cart: Cart, shop: Shop) -> None:
    made = sell(data, cart, shop)
    rows = [row for row in receipt_rows(made, shop, EN) if isinstance(row, Pair)]
    lines = sum(digits(row.right) for row in rows if row.mark is not None)
    basis = made.total_minor if cart.tax_inclusive else sum(tax.net_minor for tax in made.taxes)
    assert lines == basis
    assert [digits(row.right) for row in rows if row.size == "big"] == [made.total_minor]


def digits(figure: str) -> int:
    return int("".join(letter for letter in figure.replace("−", "-") if letter in "-0123456789") or "0")


def test_text_without_words_is_an_empty_line() -> None:
    assert text_lines((Text(""),)) == (Line(""),)
