"""The set-up sheet: every code on it is read again, in every language, and none hides another."""

import pypdfium2
import pytest
import zxingcpp

from desktop.paper.scanner_sheet import FNC3, SHEETS, scanner_sheet

TEST_CODE = "010400638133393110aBc-12\x1d21Xy/9"


@pytest.mark.parametrize("language", ["en", "ru", "de"])
def test_every_code_of_the_sheet_is_read_again(language: str) -> None:
    with pypdfium2.PdfDocument(scanner_sheet(TEST_CODE, language)) as document:
        assert len(document) == len(SHEETS)
        for page, codes in zip(document, SHEETS.values(), strict=True):
            found = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
            wanted = {code.text.removeprefix(FNC3): "]C0" for code in codes} | {TEST_CODE: "]Q1"}
            assert {code.bytes.decode(): code.symbology_identifier for code in found} == wanted


def test_honeywells_codes_are_marked_as_set_up() -> None:
    with pypdfium2.PdfDocument(scanner_sheet(TEST_CODE)) as document:
        found = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil(), formats=zxingcpp.BarcodeFormat.Code128)
    assert len(found) == len(SHEETS["Honeywell"])
    assert all("ReaderInit" in str(code.extra) for code in found)
