"""Labels: every code of every size is read again, from the page and from the dots; a price is never cut."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.domain.codes import closed
from desktop.domain.label import Label
from desktop.domain.refusal import Refusal
from desktop.paper.label import SIZES, Dark, LabelSize, Line, lay_out, price_text, shortened
from desktop.paper.label_badges import Badge, badge_sheet
from desktop.paper.label_codes import bars_of
from desktop.paper.label_drawn import DOTS_PER_MM, Dots, draw_label, label_dots
from desktop.paper.label_escpos import labels_escpos
from desktop.paper.label_pdf import label_sheets, labels_pdf, per_sheet
from desktop.paper.label_tspl import labels_tspl
from desktop.paper.label_zpl import labels_zpl
from desktop.paper.words import Words
from tests.paper.escpos_reader import read_job
from tests.paper.label_readers import on_paper, read_tspl, read_zpl

LONGEST = (
    "Сыр полутвёрдый «Российский молодой традиционный» массовая доля жира в сухом веществе 50 %, "
    "фасованный в вакуумной упаковке, ООО «Молочный комбинат Верхнекамский», Пермский край"
)
HUGE_E4 = 999_999_999_999_9900
"""A price of 14 digits."""
MILK = Label(
    *("1", "MILK-93", "Молоко 3,2 % 930 мл", "RUB", 899_000, 1_290_000),
    base_e4=966_700,
    base_unit="l",
    code="4000417025005",
    day="2026-11-22",
)
LABELS = (
    MILK,
    replace(MILK, name=LONGEST, price_e4=HUGE_E4, former_e4=HUGE_E4, base_e4=HUGE_E4, base_unit="kg"),
    replace(MILK, lowest_e4=1_150_000),
    replace(MILK, name="Bag", code="40170725", base_e4=0, former_e4=0),
    replace(MILK, name=LONGEST, code="ART-2026-00077/XL", sku="ART-2026-00077/XL"),
    replace(MILK, code="036000291452"),
    replace(MILK, code="Ж-17 ^XA~JR\"'", price_e4=0),
)
WAYS = [pytest.param(False, id="bars"), pytest.param(True, id="qr")]
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


def read(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def is_read(picture: Image.Image, code: str) -> bool:
    """Whether this code and no other is there; a UPC-A is the EAN-13 that begins with 0."""
    return [text.lstrip("0") for text in read(picture)] == [code.lstrip("0")]


def pages(pdf: bytes, scale: float = 300 / 72) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=scale).to_pil().convert("L") for page in document]


@sizes
@pytest.mark.parametrize("square", WAYS)
def test_every_label_is_read_again_from_its_page_and_from_its_dots(size: LabelSize, square: bool) -> None:
    laid = [lay_out(label, size, Words("ru"), square=square) for label in LABELS]
    drawn = [on_paper(draw_label(parts, size).convert("L")) for parts in laid]
    printed = [on_paper(page) for page in pages(labels_pdf(laid, size, "Labels"))]
    for label, dots, page in zip(LABELS, drawn, printed, strict=True):
        assert is_read(dots, label.code)
        assert is_read(page, label.code)


@sizes
def test_what_leaves_for_a_label_printer_is_the_label_and_nothing_else(size: LabelSize) -> None:
    many = [(label_dots(lay_out(label, size, Words("ru")), size), 2) for label in LABELS]
    for labels in (read_zpl(labels_zpl(many)), read_tspl(labels_tspl(many, size))):
        assert [count for _, count in labels] == [2] * len(LABELS)
        assert all(is_read(picture, label.code) for label, (picture, _) in zip(LABELS, labels, strict=True))


def test_a_receipt_printer_prints_each_label_and_cuts_behind_it() -> None:
    size = SIZES["58x40"]
    dots = label_dots(lay_out(MILK, size, Words("en")), size)
    paper = read_job(labels_escpos([(dots, 3)], 42))
    assert paper.cuts == 3
    assert read(paper.picture()) == [MILK.code] * 3
    with pytest.raises(Refusal) as refused:
        labels_escpos([(dots, 1)], 32)
    assert refused.value.code == "label.too_wide"


@pytest.mark.parametrize("dpi", DOTS_PER_MM)
def test_finer_heads_print_the_same_label(dpi: int) -> None:
    size = SIZES["40x25"]
    dots = label_dots(lay_out(LABELS[1], size, Words("ru")), size, DOTS_PER_MM[dpi])
    assert dots.width == pytest.approx(40 * dpi / 25.4, abs=2)
    assert read(read_zpl(labels_zpl([(dots, 1)]))[0][0]) == [MILK.code]


def test_a_sheet_has_24_labels_and_goes_on_behind_those_that_are_used() -> None:
    size = SIZES["70x36"]
    assert per_sheet(size) == 24
    codes = [closed(f"400000000{at:03}") for at in range(30)]
    laid = [lay_out(replace(MILK, code=code), size, Words("en")) for code in codes]
    first, second = pages(label_sheets(laid, size, "Labels", skipped=5), scale=3)
    assert sorted(read(first) + read(second)) == sorted(codes)
    assert len(read(first)) == 19
    assert first.crop((0, 0, first.width, round(36 * 3 * 72 / 25.4))).getextrema() == (255, 255)


money = st.integers(1, HUGE_E4)
labels = st.builds(
    lambda name, price, former, lowest, base, kilo: replace(
        MILK,
        name=name,
        price_e4=price,
        former_e4=former,
        lowest_e4=lowest,
        lowest_since="2026-11-20" if lowest % 2 else "",
        base_e4=base,
        quantity_milli=kilo,
        unit="kg",
    ),
    st.text(max_size=120),
    money,
    st.just(0) | money,
    st.just(0) | money,
    st.just(0) | money,
    st.sampled_from([0, 342, 1000]),
)


@given(labels, st.sampled_from(list(SIZES.values())), st.booleans(), st.sampled_from(["en", "ru", "de"]))
@settings(max_examples=150, deadline=None)
def test_a_price_is_never_cut_and_nothing_leaves_the_label(
    label: Label, size: LabelSize, square: bool, language: str
) -> None:
    words = Words(language)
    parts = lay_out(label, size, words, square=square)
    said = [part.text for part in parts if isinstance(part, Line)]
    for amount in filter(None, (label.price_e4, label.former_e4, label.lowest_e4, label.base_e4)):
        assert any(price_text(amount, "RUB", words) in text for text in said)
    for part in parts:
        if isinstance(part, Line):
            assert 0 < part.y_mm <= size.height_mm
            assert not any(ord(letter) < 32 for letter in part.text)
        else:
            wide = max(first + modules for runs in part.rows for first, modules in runs) * part.dots * 0.125
            assert part.x_mm >= 0
            assert part.x_mm + wide <= size.width_mm
            assert part.y_mm + len(part.rows) * part.high_mm <= size.height_mm


@sizes
def test_nothing_is_printed_over_the_bars(size: LabelSize) -> None:
    for label in LABELS:
        parts = lay_out(label, size, Words("ru"))
        dark = next(part for part in parts if isinstance(part, Dark))
        quiet = [part for part in parts if isinstance(part, Dark)]
        bare, both = draw_label(quiet, size), draw_label(parts, size)
        left, top = round(dark.x_mm * 8), round(dark.y_mm * 8)
        box = (left, top, left + dark.dots * max(sum(run) for runs in dark.rows for run in runs), top + 30)
        assert bare.crop(box).tobytes() == both.crop(box).tobytes(), label.name


def test_a_name_is_broken_and_then_shortened() -> None:
    assert shortened("Молоко", True, 9, 50, 2) == ["Молоко"]
    lines = shortened(LONGEST, True, 9, 50, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert shortened("a\x1b@\u202eb", False, 9, 50, 1) == ["a @ b"]


def test_a_picture_is_packed_as_the_guide_says() -> None:
    rows = bytes([0] * 60), bytes([0] * 60), bytes([0xFF] * 60), bytes([0xAA] * 59 + [0])
    packed = labels_zpl([(Dots(480, 4, b"".join(rows)), 1)]).decode()
    assert ",:!" in packed
    assert read_zpl(packed.encode())[0][0].size == (520, 44)


def test_bars_say_what_they_can() -> None:
    assert bars_of("4006381333931").modules == 95  # type: ignore[union-attr]
    assert bars_of("40170725").modules == 67  # type: ignore[union-attr]
    assert bars_of("Ж") is None


@pytest.mark.parametrize("square", WAYS)
def test_badges_are_read_again_and_their_codes_are_not_written_on_them(square: bool) -> None:
    badges = [Badge(f"Anna-Maria von und zu Hohenlohe-Langenburg {at}", f"BADGE-{at:07}") for at in range(12)]
    pdf = badge_sheet(badges, "Corner shop", square=square)
    found = [code for page in pages(pdf, scale=3) for code in read(page)]
    assert sorted(found) == sorted(badge.code for badge in badges)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Anna-Maria" in text
    assert "BADGE-" not in text
