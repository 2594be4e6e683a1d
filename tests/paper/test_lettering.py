"""Letters of every script that goods are named in: joined and ordered, on paper by dots, in PDFs and on the screen."""

import unicodedata

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops
from PySide6.QtGui import QFont, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from desktop.paper.lettering import other_font, runs
from desktop.paper.reading_order import as_drawn
from desktop.paper.receipt_drawn import can_draw, draw_rows
from desktop.paper.receipt_escpos import needs_dots, receipt_escpos
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, receipt_pdf, wrap
from desktop.paper.rows import Pair, Text
from desktop.ui.theme.fonts import load_fonts
from resources.letters import BLOCKS

NAMES = {
    "NotoSansArabic-Regular": "حليب كامل",
    "NotoSansDevanagari-Regular": "हिन्दी चाय",
    "NotoSansBengali-Regular": "মিষ্টি দই",
    "NotoSansGurmukhi-Regular": "ਪੰਜਾਬੀ ਲੱਸੀ",
    "NotoSansGujarati-Regular": "ગુજરાતી",
    "NotoSansOriya-Regular": "ଓଡ଼ିଆ",
    "NotoSansTamil-Regular": "தமிழ் காபி",
    "NotoSansTelugu-Regular": "తెలుగు పచ్చడి",
    "NotoSansKannada-Regular": "ಕನ್ನಡ",
    "NotoSansMalayalam-Regular": "മലയാളം ചായ",
    "NotoSansSinhala-Regular": "සිංහල තේ",
    "DroidSansFallback": "茅台酒 ミルク 삼양라면",
}
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co", "Cc"]), max_size=40)


def test_there_is_a_name_for_every_font() -> None:
    assert set(NAMES) == set(BLOCKS)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_goods_are_drawn_and_nothing_is_a_question_mark(name: str) -> None:
    text = NAMES[name]
    lay_out(())
    assert {font for font, _ in runs(text.replace(" ", ""))} == {name}
    for font in (REGULAR, BOLD):
        assert wrap(text, font, 9, 500) == [as_drawn(unicodedata.normalize("NFC", text))]
    row = Pair(text, "1.00")
    drawn, empty = draw_rows([row], 576), draw_rows([Pair("", "1.00")], 576)
    assert ImageChops.difference(drawn, empty).getbbox() is not None
    assert needs_dots([row], "cp866")
    assert receipt_escpos([row], code_page="raster")
    page = pypdfium2.PdfDocument(receipt_pdf([row], "Slip"))[0].get_textpage().get_text_range()
    assert unicodedata.normalize("NFKC", page).count("?") == 0
    assert any(other_font(letter) == name for letter in page)


def test_letters_of_india_are_joined_by_dots() -> None:
    """The sign of a short i is written behind its letter and drawn before it."""
    [one, other] = [draw_rows([Text(text)], 576) for text in ("कि", "क ि".replace(" ", "\u200c"))]
    assert ImageChops.difference(one, other).getbbox() is not None


def test_arabic_is_joined_and_turned_with_its_figures() -> None:
    assert as_drawn("سلام") == "\ufee1\ufefc\ufeb3", "lam and alef are one letter"
    assert as_drawn("دار") == "\ufead\ufe8d\ufea9", "none of these joins what is behind it"
    assert as_drawn("حليب 1.5% (جديد)") == "(\ufeaa\ufef3\ufeaa\ufe9f) 1.5% \ufe90\ufef4\ufee0\ufea3"
    assert as_drawn("مُحَمَّد") == as_drawn("محمد"), "vowel points are left out"
    assert as_drawn("Tea شاي 5") == "Tea 5 \ufef1\ufe8e\ufeb7", "a figure behind is read on to the left"
    assert as_drawn("(שלום) 5") == "(םולש) 5"


@given(TEXTS)
def test_any_text_is_drawn(text: str) -> None:
    row = Text(text)
    receipt_pdf([row], "Slip")
    draw_rows([row], 384)
    receipt_escpos([row], code_page="raster")
    assert "".join(run for _, run in runs(text)) == text


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFFFF, exclude_categories=["Cs", "Cn", "Cc"])))
def test_what_no_font_has_is_a_question_mark_and_everything_else_a_letter(text: str) -> None:
    lay_out(())
    [line] = wrap(text.replace(" ", ""), REGULAR, 9, float("inf"))
    assert all(can_draw(sign) for sign in line if sign.isalpha())


def test_the_screen_has_them_too(qapp: QApplication) -> None:
    family = load_fonts()
    own = QRawFont.fromFont(QFont(family))
    for text in NAMES.values():
        letters = text.replace(" ", "")
        assert not any(own.supportsCharacter(ord(letter)) for letter in letters)
        boxes = QFontMetrics(QFont(family, 20)).horizontalAdvance("\U0010fffd" * len(letters))
        assert QFontMetrics(QFont(family, 20)).horizontalAdvance(letters) != boxes


def test_sizes_of_lines_stay_those_of_the_own_font() -> None:
    assert draw_rows([Text("Tea")], 576).height == draw_rows([Text("茶")], 576).height
