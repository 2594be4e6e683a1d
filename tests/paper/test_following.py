"""What follows a sale on 80 mm paper: the gift receipt, promotions, and what a security module signed."""

from dataclasses import replace

import pypdfium2
import zxingcpp
from PIL import Image

from desktop.domain.papers import Fiscal
from desktop.domain.pricing_line import LinePromotion
from desktop.paper.gift_receipt import gift_rows
from desktop.paper.receipt import receipt_rows, void_rows
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.paper.receipt_text import plain_text
from desktop.paper.rows import Band, Row
from desktop.paper.words import Words
from tests.paper.slips import SHOP, VOID, sale

EN, DE = Words("en"), Words("de")
QR = "V0;955002-00;Kassenbeleg-V1;Beleg^28.53_0.00;18;112;2026-11-21T10:03:22.000Z;ecdsa-plain-SHA256;MEQCIAy4"
SIGNED = Fiscal(
    "sale", "simulated", "18", "MEQCIAy4P9k+7x9saDO0uRZ4El8QwN+qTgYiv1DIaJIMWRiuAiAt+saFDGjK2Yi5Cxgy7PprXQ5O0seR", 112,
    "955002-00", "3dd3b7a4e8f09b1c" * 4, "2026-11-21T10:01:02+02:00", "2026-11-21T10:03:22+02:00", QR,
)  # fmt: skip


def picture(rows: tuple[Row, ...]) -> Image.Image:
    with pypdfium2.PdfDocument(receipt_pdf(rows, "paper")) as document:
        image: Image.Image = document[0].render(scale=203 / 72).to_pil().convert("L")
    return image


def squeezed(rows: tuple[Row, ...]) -> str:
    return " ".join(plain_text(rows).split())


def test_a_gift_receipt_names_goods_and_no_price() -> None:
    made = sale()
    back = replace(made.lines[0], name="Old mug", quantity_milli=-1000)
    rows = gift_rows(replace(made, lines=(*made.lines, back)), SHOP, EN)
    text = plain_text(rows)
    assert Band("GIFT RECEIPT") in rows
    for words in ("Whole milk", "4 pcs", "0.452 kg", "bring this receipt", "T03-000123"):
        assert words in text
    for words in ("1.29", "5.16", "28.53", "EUR", "Tax ", "Cash", "%,", "Old mug"):
        assert words not in text.replace("Tax no.", "").replace("2.5 %", "")
    assert [code.text for code in zxingcpp.read_barcodes(picture(rows))] == ["T03-000123"]


def test_promotions_and_what_is_left_of_the_discount_are_named_and_add_up() -> None:
    mug = replace(sale().lines[2], discount_minor=485, promotions=(LinePromotion("p", "2 for 1", 300),))
    text = squeezed(receipt_rows(replace(sale(), lines=(mug,)), SHOP, EN))
    assert "2 for 1 -3.00 Discount -1.85" in text
    assert "You save 4.85" in text


def test_what_came_back_names_its_receipt_and_saves_nothing() -> None:
    back = replace(
        sale().lines[2], quantity_milli=-1000, gross_minor=-1849, discount_minor=-185, returns_receipt="T01-000007"
    )
    text = squeezed(receipt_rows(replace(sale(), lines=(back,)), SHOP, EN))
    assert "Return, receipt T01-000007" in text
    assert "-18.49" in text
    assert "Discount 1.85" in text
    assert "You save" not in text


def test_the_security_module_is_on_the_paper_in_words_and_as_a_code() -> None:
    rows = receipt_rows(sale(), SHOP, DE, signed=SIGNED)
    text = plain_text(rows)
    for words in ("Transaktionsnr.", "18", "Start", "10:01:02 +02:00", "10:03:22", "Signaturzähler", "112"):
        assert words in text
    for words in ("955002-00", "3dd3b7a4e8f09b1c", "MEQCIAy4P9k"):
        assert words in text.replace("\n", "").replace(" ", "")
    found = {code.text for code in zxingcpp.read_barcodes(picture(rows))}
    assert found == {QR, "T03-000123"}
    assert "Nachträglich" in plain_text(receipt_rows(sale(), SHOP, DE, signed=replace(SIGNED, late=True)))


def test_an_outage_is_said_and_without_a_module_nothing_is() -> None:
    assert Band("SICHERHEITSEINRICHTUNG AUSGEFALLEN") in receipt_rows(sale(), SHOP, DE, signed="outage")
    assert Band("SECURITY MODULE OUT OF ORDER") in void_rows(VOID, sale(), SHOP, EN, signed="outage")
    assert "Transaction" in plain_text(void_rows(VOID, sale(), SHOP, EN, signed=SIGNED))
    assert "module" not in plain_text(receipt_rows(sale(), SHOP, EN)).casefold()


def test_a_copy_of_what_was_taken_back_says_so() -> None:
    voided = replace(sale(), voided_at="2026-11-21T10:09:00+02:00")
    assert [row.text for row in receipt_rows(voided, SHOP, EN, 2) if isinstance(row, Band)] == ["VOID", "COPY 2"]


def test_the_paper_says_whose_sale_it_is_and_what_was_looked_at() -> None:
    made = replace(sale(), customer="Anna Bergström", age_checked=18, tax_exempt="Embassy of Norway")
    text = squeezed(receipt_rows(made, SHOP, EN))
    for words in ("Customer Anna Bergström", "Age checked: 18", "Exempt from tax: Embassy of Norway"):
        assert words in text
    assert "Customer" not in squeezed(receipt_rows(sale(), SHOP, EN))


def test_a_long_word_of_warning_stays_on_its_ground() -> None:
    for language in ("en", "ru", "de"):
        words = Words(language)("fiscal_outage")
        image = picture((Band(words),))
        edge = round(4.5 * 203 / 25.4)
        middle = image.height // 2
        row = [image.getpixel((x, middle)) for x in range(edge + 2, edge + 8)]
        assert max(row) < 60, (language, row)
