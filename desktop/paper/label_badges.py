"""Badges of people: cards of the size of a bank card (ISO/IEC 7810 ID-1) on a sheet of A4, with lines to cut along."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.label import PT_MM, shortened
from desktop.paper.label_codes import Symbol, bars_of, square_of
from desktop.paper.receipt_pdf import BOLD, REGULAR

WIDTH_MM, HEIGHT_MM = 85.6, 53.98
COLUMNS, ROWS = 2, 5
_A4 = (210 * mm, 297 * mm)
_LEFT_MM, _TOP_MM = (210 - COLUMNS * WIDTH_MM) / 2, (297 - ROWS * HEIGHT_MM) / 2
_MARGIN_MM = 6.0
_NAME_PT, _SMALL_PT = 17.0, 8.0
_BARS_MM, _MODULE_MM = 15.0, 0.375
_SQUARE_MM = 0.75


@dataclass(frozen=True, slots=True)
class Badge:
    """Whose it is, and the code that opens a till; the code itself is not written on the card."""

    name: str
    code: str


def badge_sheet(badges: Sequence[Badge], place: str, *, square: bool = False) -> bytes:
    """Draw the cards, ten on a sheet, with `place` as the quiet line; `square` for QR codes instead of bars."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=_A4, invariant=1, pageCompression=1)
    canvas.setTitle("Badges")
    for at, badge in enumerate(badges):
        spot = at % (COLUMNS * ROWS)
        if at and spot == 0:
            canvas.showPage()
        x = _LEFT_MM + spot % COLUMNS * WIDTH_MM
        _card(canvas, badge, place, x, 297 - _TOP_MM - spot // COLUMNS * HEIGHT_MM, square=square)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _card(canvas: Canvas, badge: Badge, place: str, left_mm: float, top_mm: float, *, square: bool) -> None:
    symbol = None if square else bars_of(badge.code)
    room = WIDTH_MM - 2 * _MARGIN_MM
    if symbol is not None and symbol.modules * _MODULE_MM > room:
        symbol = None
    name_room = room if symbol else room - 32
    x, y = left_mm + _MARGIN_MM, top_mm - _MARGIN_MM
    lines = shortened(badge.name, True, _NAME_PT, name_room, 2 if symbol else 3)
    canvas.setLineWidth(0.3)
    canvas.rect(left_mm * mm, (top_mm - HEIGHT_MM) * mm, WIDTH_MM * mm, HEIGHT_MM * mm, stroke=1, fill=0)
    canvas.setFont(BOLD, _NAME_PT)
    for line in lines:
        y -= _NAME_PT * PT_MM
        canvas.drawString(x * mm, y * mm, line)
        y -= _NAME_PT * PT_MM * 0.2
    canvas.setFont(REGULAR, _SMALL_PT)
    low = top_mm - HEIGHT_MM + _MARGIN_MM
    quiet = shortened(place, False, _SMALL_PT, name_room, 1)[0]
    if symbol is not None:
        canvas.drawString(x * mm, (low + _BARS_MM + 2.5) * mm, quiet)
        _draw(canvas, symbol, left_mm + (WIDTH_MM - symbol.modules * _MODULE_MM) / 2, low, _MODULE_MM, _BARS_MM)
        return
    canvas.drawString(x * mm, low * mm, quiet)
    code = square_of(badge.code)
    module = min(_SQUARE_MM, 30 / code.modules)
    side = code.modules * module
    _draw(canvas, code, left_mm + WIDTH_MM - _MARGIN_MM - side, low, module, module)


def _draw(canvas: Canvas, symbol: Symbol, left_mm: float, bottom_mm: float, module_mm: float, high_mm: float) -> None:
    """Draw a code above a point; the first row of a square is its highest."""
    rows = len(symbol.rows)
    for number, runs in enumerate(symbol.rows):
        y = bottom_mm + (rows - number - 1) * high_mm
        for first, modules in runs:
            x = left_mm + first * module_mm
            canvas.rect(x * mm, y * mm, modules * module_mm * mm, high_mm * mm, stroke=0, fill=1)
