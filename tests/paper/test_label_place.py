"""Labels of bins: the code is read from the page and from the dots of the printer, the check code is big."""

import pytest
import zxingcpp

from desktop.domain.place import Place, make_tree
from desktop.domain.place_label import PlaceLabel, is_like, place_labels
from desktop.paper.label import PT_MM, SIZES, LabelSize, Line
from desktop.paper.label_drawn import label_dots
from desktop.paper.label_pdf import label_sheets
from desktop.paper.label_place import lay_out_place
from desktop.paper.label_zpl import labels_zpl
from tests.paper.label_readers import on_paper, read_zpl
from tests.paper.test_labels import pages

LABELS = (
    PlaceLabel("A-01-02-3", "K7", "Stockroom / Dry goods"),
    PlaceLabel("4006381333931", "2XW"),  # the digits of an article are a place here
    PlaceLabel("Ячейка-7", "9", "Склад"),
)
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


def codes(picture: object) -> list[tuple[str, bool]]:
    found = zxingcpp.read_barcodes(picture)
    return sorted((code.text, code.format == zxingcpp.BarcodeFormat.Code128) for code in found)


@sizes
def test_every_bin_label_is_read_again(size: LabelSize) -> None:
    laid = [lay_out_place(label, size) for label in LABELS]
    expected = sorted((label.code, label.code.isascii()) for label in LABELS)
    (sheet,) = pages(label_sheets(laid, size, "Labels"))
    assert codes(on_paper(sheet)) == expected
    dots = [read_zpl(labels_zpl([(label_dots(parts, size), 1)])) for parts in laid]
    assert sorted(code for ((picture, _),) in dots for code in codes(on_paper(picture.convert("L")))) == expected


@sizes
def test_the_check_code_is_big_and_nothing_leaves_the_label(size: LabelSize) -> None:
    for label in LABELS:
        lines = [part for part in lay_out_place(label, size) if isinstance(part, Line)]
        (check,) = [line for line in lines if line.text == label.check_code]
        assert check.size_pt * PT_MM > 2.5
        assert all(0 < line.y_mm < size.height_mm and 0 <= line.x_mm <= size.width_mm for line in lines)


def test_places_are_chosen_by_a_pattern_along_the_way() -> None:
    tree = make_tree(
        [
            Place("z", "A", "Dry", "zone"),
            *(
                Place(code, code, "", "bin", parent="z", pick_sequence=9 - n)
                for n, code in enumerate(("A-01", "A-09", "A-10"))
            ),
            Place("s", "A-11", "", "supplier"),
            Place("o", "A-12", "", "bin", active=False),
        ]
    )
    assert [one.code for one in place_labels(tree, ["a-*"])] == ["A-10", "A-09", "A-01"]
    assert [one.code for one in place_labels(tree, ["A-{01..9}", "A-10"])] == ["A-10", "A-09", "A-01"]
    assert [one.where for one in place_labels(tree, ["A-?1"])] == ["Dry"]
    assert not is_like("A.01", "A?02")
