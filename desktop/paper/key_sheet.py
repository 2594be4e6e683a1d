"""A sheet of A4 with the keys of a screen: what each does, and the code that presses it for a hand with a scanner."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.command_code import KEYS, command_text
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap

_MARGIN, _TOP = 16 * mm, A4[1] - 22 * mm
_COLUMNS, _ROWS = 2, 10
_WIDTH, _STEP = (A4[0] - 2 * _MARGIN) / _COLUMNS, 25.5 * mm
_BAR, _HEIGHT, _LINE = 0.3 * mm, 10.5 * mm, 0.42 * mm
_SIZES = (10.0, 8.5, 7.0)
_WORD = "CMD:"
"""How the words begin that a task of the warehouse understands as they are, at any till."""


@dataclass(frozen=True, slots=True)
class SheetKey:
    """A key, or a word to a task (`CMD:...`), and what it does, in the words of the screen; a key without is its own.

    `own` is the program's key that the code presses, where the shop has chosen another.
    """

    key: str
    does: str = ""
    own: str = ""


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
    indent = max(22 * mm, stringWidth(entry.key, BOLD, 12) + 4 * mm)
    size, lines = _fit(entry.does, _WIDTH - indent - 4 * mm)
    canvas.setFont(REGULAR, size)
    for number, line in enumerate(lines):
        canvas.drawString(x + indent, top - number * size * _LINE, line)
    try:
        text = entry.key if entry.key.startswith(_WORD) else command_text(tag, entry.own or entry.key)
    except ValueError:
        return
    bars = Code128(text, barWidth=_BAR, barHeight=_HEIGHT, quiet=0)
    under = 3 * mm + max(len(lines) - 1, 0) * size * _LINE  # nearer to its own words than to those of the next
    bars.drawOn(canvas, x, top - under - _HEIGHT)


def _fit(words: str, width: float) -> tuple[float, list[str]]:
    """Give the size and the lines of words: smaller letters before any word is left out."""
    for size in _SIZES:
        lines = wrap(words, REGULAR, size, width)
        if len(lines) * size <= 2 * _SIZES[0] + 1:
            break
    return size, lines
