"""The receipt as a picture: one page of 80 mm, readable letters, a code that scans, nothing beside the paper."""

from dataclasses import replace
from unicodedata import normalize

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from desktop.domain.sale import receipt_text
from desktop.domain.shift import close_shift
from desktop.paper.barcodes import code128_runs
from desktop.paper.closing import x_rows, z_rows
from desktop.paper.reading_order import as_drawn
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.paper.rows import Code, Columns, Pair, Row, Rule, Text
from desktop.paper.words import Words
from tests.paper.slips import SHIFT, SHOP, VOID, sale, totals

EN, RU = Words("en"), Words("ru")
DOTS = 203 / 72
"""Resolution of a thermal head, per point."""


def picture(rows: tuple[Row, ...], scale: float = DOTS) -> Image.Image:
    with pypdfium2.PdfDocument(receipt_pdf(rows, "paper")) as document:
        assert len(document) == 1
        image: Image.Image = document[0].render(scale=scale).to_pil().convert("L")
    return image


def letters(rows: tuple[Row, ...]) -> str:
    with pypdfium2.PdfDocument(receipt_pdf(rows, "paper")) as document:
        text: str = document[0].get_textpage().get_text_bounded()
    return text


@pytest.mark.parametrize("number", [1, 123, 999_999, 1_234_567])
@pytest.mark.parametrize("prefix", ["T03", "T03b", "TALLINN-02"])
def test_the_receipt_number_scans_at_the_resolution_of_a_thermal_head(prefix: str, number: int) -> None:
    receipt = receipt_text(prefix, number)
    found = zxingcpp.read_barcodes(picture(receipt_rows(replace(sale(), receipt=receipt), SHOP, EN)))
    assert [(code.text, code.symbology_identifier) for code in found] == [(receipt, "]C0")]


@pytest.mark.parametrize("text", ["T03-000123", "https://example.org/receipt/T03-000123?sum=12.90", "Чек Т03-000123"])
def test_a_square_code_scans(text: str) -> None:
    found = zxingcpp.read_barcodes(picture((Code(text, "qr"),)))
    assert [(code.text, code.format) for code in found] == [(text, zxingcpp.BarcodeFormat.QRCode)]


def test_a_number_that_bars_cannot_hold_is_printed_in_squares() -> None:
    found = zxingcpp.read_barcodes(picture((Code("КАССА-000123"),)))
    assert [(code.text, code.symbology_identifier) for code in found] == [("КАССА-000123", "]Q1")]
    with pytest.raises(ValueError, match="cannot hold"):
        code128_runs("КАССА-000123")


def test_letters_of_both_alphabets_can_be_copied_out() -> None:
    text = letters(receipt_rows(sale(), SHOP, RU))
    for words in ("Сыр «Гауда»", "Whole milk", "ИТОГ EUR", "28,53", "T03-000123", "Журнал 1234"):
        assert words in text


def test_signs_without_a_letterform_become_something_readable() -> None:
    assert letters((Text("① Ⅷ ሰ ok"),)).split() == ["1", "V", "?", "ok"]


def test_names_of_goods_are_written_in_the_scripts_of_the_shops_around_us() -> None:
    for words in ("ყველი გუდა", "Հաց թարմ", "τυρὶ ᾠόν", "น้ำปลา", "Cafe\N{COMBINING ACUTE ACCENT} crème"):
        assert normalize("NFC", words) in letters((Text(words),))


@pytest.mark.parametrize(
    ("read", "drawn"),
    [
        ("חלב 3% (טרי) 1.5 Tnuva", "1.5 (ירט) 3% בלח Tnuva"),
        ("Milk חָלָב, 2", "Milk 2 ,בלח"),
        ("שוקולד!", "דלוקוש!"),
        ("Milk 1.5 (3%)", "Milk 1.5 (3%)"),
    ],
)
def test_hebrew_is_drawn_from_its_end(read: str, drawn: str) -> None:
    assert as_drawn(read) == drawn


@pytest.mark.parametrize(
    "rows",
    [
        receipt_rows(sale(), SHOP, EN),
        receipt_rows(sale(inclusive=False), SHOP, RU, 3),
        void_rows(VOID, sale(), SHOP, RU),
        x_rows(SHIFT, totals(), SHOP, RU, "2026-11-21T14:00:00+02:00"),
        z_rows(SHIFT, totals(), close_shift(SHIFT, totals(), {"cash": 5}, 0), SHOP, EN),
        (Text("W" * 300, "center", "big", bold=True), Pair("label " * 40, "9" * 30, mark="A"), Pair("x", "y " * 90)),
        (Columns(("Подарочная карта", "123,456,000,000.00", "12,345.00", "135,801.00")), Rule(heavy=True)),
    ],
)
def test_nothing_is_printed_beside_the_paper(rows: tuple[Row, ...]) -> None:
    image = picture(rows)
    margin = int(3.5 * 203 / 25.4)
    assert image.width == pytest.approx(80 / 25.4 * 203, abs=2)
    for side in ((0, 0, margin, image.height), (image.width - margin, 0, image.width, image.height)):
        assert image.crop(side).getextrema() == (255, 255)
    assert min(image.tobytes()) < 30


def test_the_same_paper_is_the_same_bytes() -> None:
    rows = receipt_rows(sale(), SHOP, EN)
    assert receipt_pdf(rows, "T03-000123", "Shop") == receipt_pdf(rows, "T03-000123", "Shop")


def test_the_page_is_as_long_as_its_content() -> None:
    short, long = receipt_rows(sale(), SHOP, EN), receipt_rows(replace(sale(), lines=sale().lines * 40), SHOP, EN)
    heights = [picture(rows, scale=1).height for rows in (short, long)]
    assert heights[1] - heights[0] > 39 * 3 * 10
    assert letters(long).count("Whole milk") == 40
