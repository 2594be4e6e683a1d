"""The bytes a receipt printer gets: its code page, its columns, its own codes, and a cut at the end."""

import pytest

from desktop.domain.refusal import Refusal
from desktop.paper import escpos
from desktop.paper.receipt import receipt_rows
from desktop.paper.receipt_escpos import receipt_escpos
from desktop.paper.rows import Band, Code, Pair, Text
from desktop.paper.words import Words
from tests.paper.slips import SHOP, sale


def test_a_receipt_is_a_whole_job_in_the_page_of_the_printer() -> None:
    job = receipt_escpos(receipt_rows(sale(), SHOP, Words("ru"), 1), 42, "cp866")
    assert job.startswith(escpos.init(escpos.code_page("cp866")))
    assert job.endswith(escpos.cut())
    assert "Чек                             T03-000123\n".encode("cp866") in job
    assert "ИТОГ EUR        28,53\n".encode("cp866") in job
    assert escpos.code128("T03-000123", module_dots=3) in job


def test_letters_are_rewritten_before_columns_are_counted() -> None:
    job = receipt_escpos((Pair("Price", "5 €"), Pair("Ёлка", "1\N{NO-BREAK SPACE}000₽")), 20, "cp437")
    assert b"Price          5 EUR\n" in job
    assert b"Elka       1 000rub.\n" in job


def test_styles_end_with_their_line() -> None:
    job = receipt_escpos((Band("COPY"), Text("after")), 42, "cp437")
    head, tail = job.split(b"after\n")
    for style in (escpos.bold, escpos.double, escpos.inverted):
        assert head.index(style(True)) < head.index(b"COPY") < head.index(style(False))
    assert tail == escpos.feed(1) + escpos.cut()


@pytest.mark.parametrize(
    ("code", "columns", "drawn"),
    [
        (Code("T03-000123"), 48, escpos.code128("T03-000123", module_dots=3)),
        (Code("T03-000123"), 32, escpos.code128("T03-000123", module_dots=2)),
        (Code("A-VERY-LONG-PREFIX-000123"), 32, escpos.qr("A-VERY-LONG-PREFIX-000123")),
        (Code("КАССА-000123"), 48, escpos.qr("КАССА-000123") + "\nКАССА-000123\n".encode("cp866")),
        (Code("T03-000123", "qr"), 48, escpos.qr("T03-000123")),
    ],
)
def test_a_code_is_drawn_as_wide_as_the_paper_allows(code: Code, columns: int, drawn: bytes) -> None:
    assert drawn in receipt_escpos((code,), columns)


def test_an_unknown_code_page_is_refused() -> None:
    with pytest.raises(Refusal):
        receipt_escpos((), 42, "cp99999")
