"""What comes out of a receipt printer: read back strictly, looked at as a picture, its codes decoded."""

import pytest
import zxingcpp
from escpos.capabilities import get_profile
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.refusal import Refusal
from desktop.paper import escpos
from desktop.paper.receipt import receipt_rows
from desktop.paper.receipt_drawn import draw_rows
from desktop.paper.receipt_escpos import needs_dots, receipt_escpos
from desktop.paper.rows import Band, Code, Columns, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words
from tests.paper.escpos_reader import read_job
from tests.paper.slips import SHOP, sale

SLIPS = [receipt_rows(sale(), SHOP, Words("ru"), 1), receipt_rows(sale(), SHOP, Words("en"))]
REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")


@pytest.mark.parametrize("columns", [32, 42, 48])
@pytest.mark.parametrize("page", ["cp866", "cp437", "raster"])
@pytest.mark.parametrize("rows", SLIPS)
def test_the_number_of_a_printed_receipt_scans(rows: tuple[Row, ...], page: str, columns: int) -> None:
    paper = read_job(receipt_escpos(rows, columns, page), columns, "cp866" if page == "raster" else page)
    found = zxingcpp.read_barcodes(paper.picture())
    assert [(code.text, code.symbology_identifier) for code in found] == [("T03-000123", "]C0")]
    assert paper.cuts == 1


@pytest.mark.parametrize("page", ["cp866", "raster"])
def test_a_square_code_scans(page: str) -> None:
    text = "https://example.org/r/T03-000123?sum=12.90"
    paper = read_job(receipt_escpos((Code(text, "qr"),), 42, page))
    assert [code.text for code in zxingcpp.read_barcodes(paper.picture())] == [text]


def test_a_code_longer_than_the_paper_is_a_square_with_its_text_in_lines() -> None:
    text = "".join(str(at % 10) for at in range(33))
    paper = read_job(receipt_escpos((Code(text, "code128"),), 32))
    assert [code.text for code in zxingcpp.read_barcodes(paper.picture())] == [text]
    assert [line.strip() for line in paper.lines if line.strip()] == [text[:32], text[32:]]


def test_what_is_printed_is_what_was_written() -> None:
    lines = read_job(receipt_escpos(SLIPS[0])).lines
    assert [line.strip() for line in lines[:2]] == ["Cedar & Quay", "7 River Street"]
    assert "ИТОГ EUR        28,53" in lines


texts = st.text(max_size=60)
anything = st.one_of(
    st.builds(Text, texts, st.sampled_from(["left", "center", "right"]), st.sampled_from(["small", "body", "big"])),
    st.builds(Pair, texts, texts, st.sampled_from(["body", "big"]), st.booleans(), st.none() | st.just("A")),
    st.builds(lambda cells: Columns(tuple(cells)), st.lists(texts, min_size=1, max_size=4)),
    st.builds(Band, texts),
    st.builds(Code, texts.filter(bool), st.sampled_from(["code128", "qr"])),
    st.builds(Rule, st.booleans()),
    st.builds(Gap, st.floats(0, 5)),
)


@given(st.lists(anything, max_size=8), st.sampled_from([32, 42, 48]), st.sampled_from(["cp866", "cp437", "cp1251"]))
@example([Code("\x10\x05", "code128")], 32, "cp866")
@settings(max_examples=120, deadline=None)
def test_no_byte_of_any_text_is_a_command(rows: list[Row], columns: int, page: str) -> None:
    """The reader raises for every control byte, command and pulse that a receipt should not hold."""
    job = receipt_escpos(rows, columns, page)
    assert read_job(job, columns, page, draws=False).cuts == 1
    assert not any(command in job for command in REAL_TIME)


@given(st.lists(anything, max_size=5), st.sampled_from([32, 42, 48]))
@settings(max_examples=25, deadline=None)
def test_a_drawn_slip_holds_dots_and_nothing_else(rows: list[Row], columns: int) -> None:
    paper = read_job(receipt_escpos(rows, columns, "raster"), columns)
    assert (paper.lines, paper.codes, paper.cuts) == ([], [], 1)


@given(st.binary(min_size=3, max_size=3000), st.integers(1, 72))
@settings(max_examples=200, deadline=None)
def test_no_picture_spells_a_real_time_command(dots: bytes, row_bytes: int) -> None:
    dots += bytes(-len(dots) % row_bytes)
    job = escpos.raster(dots.replace(b"\x00", b"\x10"), row_bytes)
    assert not any(command in job for command in REAL_TIME)
    assert sum(piece.width * piece.height for piece in read_job(job).pieces) == len(dots) * 8


def test_a_picture_that_spells_a_pulse_differs_by_one_dot() -> None:
    dots = bytes([0x10, 0x14, 1, 0, 1, 0, 0, 0])
    assert escpos.raster(dots, 8)[8:] == bytes([0x18]) + dots[1:]


@pytest.mark.parametrize(("dots", "row_bytes"), [(b"", 0), (b"abc", 2), (b"a" * 256, 256)])
def test_a_picture_that_cannot_be_is_an_error(dots: bytes, row_bytes: int) -> None:
    with pytest.raises(ValueError, match="No picture"):
        escpos.raster(dots, row_bytes)


def test_drawn_letters_need_no_code_page() -> None:
    faces = {letter: draw_rows((Text(letter),), 384).tobytes() for letter in "ЇҚ₽€ẞ"}
    assert len(set(faces.values())) == len(faces)
    assert all(b"\x00" in face or face.strip(b"\xff") for face in faces.values())


@pytest.mark.parametrize(
    ("text", "page", "drawn"),
    [
        ("Ελιές", "cp866", True),
        ("Größe", "cp858", False),
        ("Ёлка, Қазақша, Phở, 5 €", "cp866", False),
        ("Чай, ҷӯ", "cp866", True),
        ("ሰላም ☕", "cp866", False),
        ("茶 ☕", "cp866", True),
        ("Ελιές", "raster", False),
    ],
)
def test_a_script_that_the_page_lacks_and_the_font_has_is_drawn(text: str, page: str, drawn: bool) -> None:
    assert needs_dots((Pair("Total", "1.00"), Text(text)), page) is drawn


@pytest.mark.parametrize(
    ("family", "model"),
    [
        ("epson", "TM-T88V"),
        ("citizen", "CT-S651"),
        ("kefar", "KR-306"),
        ("rongta", "RP326"),
        ("star", "TSP600"),
        ("wincor", "TH230"),
        ("zjiang", "POS-5890"),
    ],
)
def test_families_number_their_pages_as_another_encoder_knows(family: str, model: str) -> None:
    numbers = {name.lower(): int(number) for number, name in reversed(get_profile(model).codePages.items())}
    assert {name: numbers[name] for name in escpos.PROFILES[family]} == escpos.PROFILES[family]


def test_a_page_that_a_family_lacks_is_refused_with_the_way_out() -> None:
    assert escpos.code_page("cp866:star") == escpos.CodePage("cp866", 10)
    with pytest.raises(Refusal) as refused:
        escpos.code_page("cp1251:citizen")
    assert "raster" in refused.value.remedy
