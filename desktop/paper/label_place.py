"""How the label of a place looks: Code 128 below, its code and the check code in big figures above it.

What bars cannot hold, or the label is too narrow for, is a QR code beside the words.
"""

from desktop.domain.place_label import PlaceLabel
from desktop.paper.barcodes import QUIET_128, code128_runs, fits_code128
from desktop.paper.label import (
    COMMA,
    DOT_MM,
    FIGURE,
    GAP_MM,
    PT_MM,
    SQUARE_DOTS,
    Dark,
    LabelSize,
    Line,
    Part,
    fit_text,
    fitting_dots,
    shortened,
)
from desktop.paper.label_codes import Symbol, square_of

BAR_DOTS = (4, 3, 2)
_CHECK = 0.34
"""Share of the width that the check code may take."""
_BARS = 0.42
"""Share of the height that bars take: they are read from the aisle."""


def lay_out_place(label: PlaceLabel, size: LabelSize, *, square: bool = False) -> tuple[Part, ...]:
    """Lay a label out; `square` asks for a QR code where bars would do."""
    symbol = _bars(label.code) if not square and fits_code128(label.code) else None
    dots = fitting_dots(symbol, BAR_DOTS, size.width_mm - 1) if symbol else 0
    if symbol and dots:
        high = size.height_mm * _BARS
        top = size.height_mm - size.margin_mm - high
        code = Dark(symbol.rows, (size.width_mm - symbol.modules * dots * DOT_MM) / 2, top, dots, high)
        return (*_words(label, size, size.width_mm - 2 * size.margin_mm, top - GAP_MM), code)
    return _with_square(label, size)


def _with_square(label: PlaceLabel, size: LabelSize) -> tuple[Part, ...]:
    symbol = square_of(label.code)
    dots = fitting_dots(symbol, (6, 5, *SQUARE_DOTS), min(size.width_mm / 2, size.height_mm))
    wide = (symbol.modules + 2 * symbol.quiet) * dots * DOT_MM
    quiet, side = symbol.quiet * dots * DOT_MM, symbol.modules * dots * DOT_MM
    code = Dark(symbol.rows, size.width_mm - quiet - side, (size.height_mm - side) / 2, dots, dots * DOT_MM)
    return (*_words(label, size, size.width_mm - size.margin_mm - wide, size.height_mm - size.margin_mm), code)


def _words(label: PlaceLabel, size: LabelSize, room_mm: float, bottom_mm: float) -> list[Line]:
    """Where it is, small; below it the code at the left and the check code at the right, as big as they go."""
    small, left = size.small_pt, size.margin_mm
    lines = []
    top = size.margin_mm
    if label.where:
        text = shortened(label.where, False, small, room_mm, 1)[0]
        lines.append(Line(text, left, top + small * PT_MM * 0.85, small))
        top += small * PT_MM * 1.2
    most = (bottom_mm - top) / ((FIGURE + COMMA) * PT_MM)
    check = fit_text(label.check_code, most, room_mm * _CHECK) if label.check_code else 0.0
    code = fit_text(label.code, most, room_mm * (1 - _CHECK) - 2 * GAP_MM if check else room_mm)
    base = bottom_mm - code * COMMA * PT_MM
    lines.append(Line(label.code, left, base, code, bold=True))
    if check:
        lines.append(Line(label.check_code, left + room_mm, base, check, bold=True, align="right"))
    return lines


def _bars(code: str) -> Symbol:
    """Code 128 whatever the digits are: the number of a place is no article."""
    runs, modules = code128_runs(code)
    return Symbol((runs,), modules, QUIET_128, code)
