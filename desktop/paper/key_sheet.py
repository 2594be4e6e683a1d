"""A sheet of A4 with the keys of a screen: what each does, and the code that presses it for a hand with a scanner."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.command_code import KEYS, command_text
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap

_MARGIN, _TOP = 16 * mm, A4[1] - 22 * mm
_COLUMNS, _ROWS = 2, 10
_WIDTH, _STEP = (A4[0] - 2 * _MARGIN) / _COLUMNS, 25.5 * mm
_BAR, _HEIGHT = 0.3 * mm, 12 * mm


@dataclass(frozen=True, slots=True)
class SheetKey:
    """A key and what it does, in the words of the screen; a key without words is its own."""

    key: str
    does: str = ""


TYPED = tuple(SheetKey(key) for key in KEYS.values() if not key.startswith("F"))
"""What amounts and quantities are typed with, on the last page."""


def key_sheet(title: str, keys: Sequence[SheetKey], tag: str) -> bytes:
    """Draw the sheet of a screen, whose codes are good at the till of this tag; keys that no code is for have none."""
    lay_out(())  # the fonts are registered by the layout
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    for entries in (tuple(keys), TYPED):
        for first in range(0, len(entries), _COLUMNS * _ROWS):
            canvas.setFont(BOLD, 20)
            canvas.drawString(_MARGIN, _TOP, title)
            for at, entry in enumerate(entries[first : first + _COLUMNS * _ROWS]):
                _draw(canvas, entry, tag, _MARGIN + at % _COLUMNS * _WIDTH, _TOP - 12 * mm - at // _COLUMNS * _STEP)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, entry: SheetKey, tag: str, x: float, top: float) -> None:
    canvas.setFont(BOLD, 12)
    canvas.drawString(x, top, entry.key)
    canvas.setFont(REGULAR, 10)
    for number, line in enumerate(wrap(entry.does, REGULAR, 10, _WIDTH - 26 * mm)[:2]):
        canvas.drawString(x + 22 * mm, top - number * 4.2 * mm, line)
    try:
        text = command_text(tag, entry.key)
    except ValueError:
        return
    bars = Code128(text, barWidth=_BAR, barHeight=_HEIGHT, quiet=0)
    bars.drawOn(canvas, x, top - 8 * mm - _HEIGHT)
