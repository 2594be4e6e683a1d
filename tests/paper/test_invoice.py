"""The invoice as a picture and as text: both parties, every line once, tax by rate, pages, and a code that scans."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from desktop.domain.papers import BillTo, Invoice
from desktop.domain.sale import Sale
from desktop.paper.invoice_pdf import invoice_pdf
from desktop.paper.words import Words
from tests.paper.slips import SHOP, sale

BUYER = BillTo("Harbour Café & Bakery Ltd", "Quay 1\n10111 Tallinn", "EE100200300")
INVOICE = Invoice("i", "sale", "INV-T03", 1, "INV-T03-000001", "ab" * 32, "2026-11-22T10:20:00+02:00", BUYER)
LONG = BillTo(
    "Общество с ограниченной ответственностью «Северо-Западная торгово-закупочная компания»",
    "ул. Большая Морская, д. 15, литера А, помещение 12-Н, офис 404\n190000 Санкт-Петербург",
    "7801234567",
)


def with_lines(count: int) -> Sale:
    """A sale of so many short lines, each told apart by its number."""
    made = sale()
    lines = tuple(replace(made.lines[0], line_id=str(n), name=f"Item {n:03d}", sku=f"S{n}") for n in range(count))
    return replace(made, lines=lines)


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def pictures(content: bytes, scale: float = 2.0) -> list[Image.Image]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=scale).to_pil().convert("L") for page in document]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Invoice", "Bill to", "Date of supply", "21 Nov 2026", "22 Nov 2026", "28.53", "Prices include tax")),
        ("ru", ("Счёт", "Покупатель", "21.11.2026", "28,53", "ИТОГ EUR", "Сыр «Гауда»")),
        ("de", ("Rechnung", "Rechnung an", "Leistungsdatum", "28,53", "MwSt. 24 %")),
    ],
)
def test_an_invoice_says_all_that_it_must(language: str, words: tuple[str, ...]) -> None:
    (text,) = pages(invoice_pdf(sale(), INVOICE, SHOP, Words(language)))
    figures = ("INV-T03-000001", "T03-000123", "EE101234567", "EE100200300", "Harbour Café", "Quay 1", "Cedar & Quay")
    for word in (*words, *figures):
        assert word.casefold() in text.casefold(), word


def test_what_is_long_at_its_end_stays_in_its_column_and_no_letter_is_a_box() -> None:
    reason = (
        "Diplomatic mission of the Kingdom of Norway, certificate 2026/11-0042 of the Ministry of Foreign Affairs 😀"
    )
    reference = "Visa Debit **** **** **** 4242, authorisation 00918273, terminal 77001234"
    paid = replace(sale().payments[0], method="card", reference=reference)
    made = replace(sale(), tax_exempt=reason, payments=(paid,))
    (text,) = pages(invoice_pdf(made, INVOICE, SHOP, Words("en")))
    for word in (*reason.split()[:-1], "?", *reference.split(), "T03-000123"):
        assert word in text, word
    (picture,) = pictures(invoice_pdf(made, INVOICE, SHOP, Words("en")))
    left, right = (int(at_mm * 72 / 25.4 * 2) for at_mm in (114, 118))
    gap = picture.crop((left, int(picture.height * 0.4), right, int(picture.height * 0.6)))  # below the table
    assert gap.getextrema()[0] > 200, "nothing crosses between the two columns"


def test_the_receipt_can_be_scanned_from_it() -> None:
    (picture,) = pictures(invoice_pdf(sale(), INVOICE, SHOP, Words("en")), 3)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["T03-000123"]


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (60, 2), (200, 6)])
def test_each_line_is_on_one_page_and_the_sums_on_the_last(count: int, expected: int) -> None:
    texts = pages(invoice_pdf(with_lines(count), INVOICE, SHOP, Words("en")))
    whole = "\n".join(texts)
    assert len(texts) == expected
    assert [whole.count(f"Item {n:03d}") for n in range(count)] == [1] * count
    assert [("TOTAL EUR" in text) for text in texts] == [False] * (expected - 1) + [True]
    assert "Item" in texts[-1]
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {expected}" in text


@pytest.mark.parametrize("count", range(18, 34))
def test_nothing_is_drawn_over_the_edge_or_the_foot(count: int) -> None:
    for picture in pictures(invoice_pdf(with_lines(count), replace(INVOICE, buyer=LONG), SHOP, Words("ru")), 1):
        margin = 40
        for side in ((0, 0, margin, picture.height), (picture.width - margin, 0, picture.width, picture.height)):
            assert picture.crop(side).getextrema() == (255, 255)
        above_foot = (0, picture.height - 56, picture.width, picture.height - 47)
        assert picture.crop(above_foot).getextrema() == (255, 255)


def test_a_copy_says_so_and_a_return_is_a_credit_note() -> None:
    assert "COPY 3" in pages(invoice_pdf(sale(), INVOICE, SHOP, Words("en"), 3))[0]
    assert "COPY" not in pages(invoice_pdf(sale(), INVOICE, SHOP, Words("en")))[0]
    voided = replace(sale(), voided_at="2026-11-21T10:09:00+02:00")
    assert "VOID · COPY 1" in pages(invoice_pdf(voided, INVOICE, SHOP, Words("en"), 1))[0]
    back = replace(sale(), total_minor=-100)
    assert "Credit note" in pages(invoice_pdf(back, INVOICE, SHOP, Words("en")))[0]


def test_an_invoice_without_its_buyer_is_no_invoice() -> None:
    with pytest.raises(ValueError, match="buyer"):
        invoice_pdf(sale(), replace(INVOICE, buyer=None), SHOP, Words("en"))
    with_buyer = (sale(), INVOICE, SHOP, Words("en"))
    assert invoice_pdf(*with_buyer) == invoice_pdf(*with_buyer)


def test_an_invoice_of_a_rehearsal_says_so() -> None:
    (text,) = pages(invoice_pdf(sale(), INVOICE, SHOP, Words("en"), rehearsal=True))
    assert "REHEARSAL · NOT A RECEIPT" in text
    (usual,) = pages(invoice_pdf(sale(), INVOICE, SHOP, Words("en")))
    assert "REHEARSAL" not in usual
