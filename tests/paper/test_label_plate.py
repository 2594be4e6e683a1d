"""Labels of pallets: the number is read as GS1-128 from the page and the printer's dots, its figures stand above."""

from itertools import pairwise

import pytest
import zxingcpp

from desktop.domain.codes import is_sscc
from desktop.domain.plate_label import PlateLabel, number_plates
from desktop.domain.refusal import Refusal
from desktop.paper.label import SIZES, Line
from desktop.paper.label_drawn import label_dots
from desktop.paper.label_pdf import label_sheets
from desktop.paper.label_plate import lay_out_plate
from desktop.paper.label_zpl import labels_zpl
from desktop.reading import read_code
from tests.paper.label_readers import on_paper, read_zpl
from tests.paper.test_labels import pages

SSCC = "340123450000000017"
FULL = PlateLabel(
    SSCC, "Stockroom / Rack 7", tuple(f"{n} pcs Goods with a long name number {n} · L{n}" for n in range(9))
)
wide = pytest.mark.parametrize("name", ["58x40", "70x36"])


@wide
def test_the_number_is_read_again_as_a_scanner_reads_it(name: str) -> None:
    for label in (PlateLabel(SSCC), FULL):
        parts = lay_out_plate(label, SIZES[name])
        (sheet,) = pages(label_sheets([parts], SIZES[name], "Labels"))
        ((picture, _),) = read_zpl(labels_zpl([(label_dots(parts, SIZES[name]), 1)]))
        for seen in (on_paper(sheet), on_paper(picture.convert("L"))):
            [code] = zxingcpp.read_barcodes(seen)
            assert (code.format, code.symbology_identifier) == (zxingcpp.BarcodeFormat.Code128, "]C1")
            assert read_code(f"{code.symbology_identifier}{code.bytes.decode()}").sscc == SSCC
        lines = [part for part in parts if isinstance(part, Line)]
        assert f"(00) {SSCC}" in [line.text for line in lines]
        ys = sorted(line.y_mm for line in lines)
        assert all(0 < y < SIZES[name].height_mm for y in ys)
        assert all(later - earlier > 1 for earlier, later in pairwise(ys)), "no line lies on another"


def test_a_label_without_room_for_the_bars_is_refused() -> None:
    with pytest.raises(Refusal, match="too narrow"):
        lay_out_plate(FULL, SIZES["40x25"])


def test_numbers_go_on_with_their_check_digits() -> None:
    made = number_plates([SSCC[:17], f"(00){SSCC}"], 3)
    assert (len(made), made[0], all(map(is_sscc, made))) == (3, SSCC, True)
    assert [number[:17] for number in made] == [str(int(SSCC[:17]) + at) for at in range(3)]
    for wrong in ("340123450000000018", "12", "", "pallet"):
        with pytest.raises(Refusal) as refused:
            number_plates([wrong])
        assert refused.value.code == "label.sscc"
    with pytest.raises(Refusal) as refused:
        number_plates([SSCC], 1_001)
    assert refused.value.code == "label.too_many"
