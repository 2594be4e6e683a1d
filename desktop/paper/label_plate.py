"""How the label of a pallet looks: GS1-128 below, its number in figures above, then where it stands and its goods."""

from desktop.domain.plate_label import PlateLabel
from desktop.domain.refusal import Refusal
from desktop.paper.barcodes import QUIET_128, gs1_128_runs
from desktop.paper.label import (
    DOT_MM,
    GAP_MM,
    PT_MM,
    Dark,
    LabelSize,
    Line,
    Part,
    clean,
    fit_text,
    fitting_dots,
    shortened,
)
from desktop.paper.label_codes import Symbol

_BARS = 0.42
"""Share of the height that bars take: they are read from a fork lift."""


def lay_out_plate(label: PlateLabel, size: LabelSize) -> tuple[Part, ...]:
    """Lay a label out. Refusal `label.narrow` where the bars have no room."""
    runs, modules = gs1_128_runs(f"00{label.sscc}")
    symbol = Symbol((runs,), modules, QUIET_128, label.sscc)
    dots = fitting_dots(symbol, (4, 3, 2), size.width_mm - 1)
    if not dots:
        raise Refusal("label.narrow", "The label is too narrow for the bars of a pallet.", "Choose a wider label.")
    high = size.height_mm * _BARS
    top = size.height_mm - size.margin_mm - high
    bars = Dark(symbol.rows, (size.width_mm - modules * dots * DOT_MM) / 2, top, dots, high)
    return (*_words(label, size, top - GAP_MM), bars)


def _words(label: PlateLabel, size: LabelSize, bottom_mm: float) -> list[Line]:
    """The number stands on the bars, as big as it goes; above it as many lines as have room."""
    room_mm, left = size.width_mm - 2 * size.margin_mm, size.margin_mm
    figures = f"(00) {label.sscc}"
    most_pt = fit_text(figures, size.height_mm * 0.16 / PT_MM, room_mm)
    lines = [Line(figures, left, bottom_mm - 0.4, most_pt, bold=True)]
    small, y = size.small_pt, size.margin_mm + size.small_pt * PT_MM * 0.85
    for text in filter(None, (clean(label.where), *map(clean, label.goods))):
        if y > bottom_mm - most_pt * PT_MM - GAP_MM:
            break
        lines.append(Line(shortened(text, False, small, room_mm, 1)[0], left, y, small))
        y += small * PT_MM * 1.2
    return lines
