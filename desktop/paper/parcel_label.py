"""The label of a parcel: its number in big figures and as bars, who it goes to, and the square a marketplace reads."""

from collections.abc import Iterable

from desktop.domain.parcel_label import ParcelLabel
from desktop.paper.label import BAR_DOTS, DOT_MM, PT_MM, SIZES, Dark, LabelSize, Line, Part, clean, shortened
from desktop.paper.label_codes import Symbol, bars_of, square_of
from desktop.paper.label_drawn import label_dots
from desktop.paper.label_pdf import labels_pdf
from desktop.paper.label_zpl import labels_zpl

SIZE_NAME = "58x40"
SIZE = SIZES[SIZE_NAME]
_FIGURES_PT = (20.0, 16.0, 13.0, 10.0)
_SQUARE = 0.5
"""Share of the height that the square may take."""


def lay_out_parcel(label: ParcelLabel, size: LabelSize = SIZE) -> tuple[Part, ...]:
    """Lay a label out: words at the left, the square at the right, bars below."""
    square = square_of(label.sticker or label.number)
    dots = max(int(size.height_mm * _SQUARE / (square.modules * DOT_MM)), 2)
    side = square.modules * dots * DOT_MM
    room = size.width_mm - 3 * size.margin_mm - side
    parts: list[Part] = [Dark(square.rows, size.width_mm - size.margin_mm - side, size.margin_mm, dots, dots * DOT_MM)]
    figures = next((pt for pt in _FIGURES_PT if len(shortened(label.number, True, pt, room, 9)) == 1), _FIGURES_PT[-1])
    y = size.margin_mm + figures * PT_MM * 0.82
    parts.append(Line(shortened(label.number, True, figures, room, 1)[0], size.margin_mm, y, figures, bold=True))
    for text in (clean(label.partner), clean(label.supply), label.weight):
        for line in shortened(text, False, size.small_pt + 1, room, 2) if text else ():
            y += (size.small_pt + 1) * PT_MM * 1.3
            parts.append(Line(line, size.margin_mm, y, size.small_pt + 1))
    bars = bars_of(label.number)
    return (*parts, *(_bars(bars, size) if bars else ()))


def _bars(symbol: Symbol, size: LabelSize) -> list[Part]:
    for dots in BAR_DOTS:
        wide = symbol.modules * dots * DOT_MM
        if wide + 2 * symbol.quiet * dots * DOT_MM <= size.width_mm:
            top = size.height_mm - size.margin_mm - size.bars_mm
            return [Dark(symbol.rows, (size.width_mm - wide) / 2, top, dots, size.bars_mm)]
    return []


def parcel_labels_pdf(labels: Iterable[ParcelLabel]) -> bytes:
    """Give the labels as a PDF, one a page."""
    return labels_pdf([lay_out_parcel(label) for label in labels], SIZE, "Parcels")


def parcel_labels_zpl(labels: Iterable[ParcelLabel]) -> bytes:
    """Give the labels as a label printer of 203 dpi reads them."""
    return labels_zpl([(label_dots(lay_out_parcel(label), SIZE), 1) for label in labels])
