"""What an invoice is written with: its colours, its sizes, and one line of text."""

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.receipt_pdf import BOLD, REGULAR, wrap

INK, QUIET, LINE, TINT = HexColor("#14171C"), HexColor("#59626E"), HexColor("#C4CAD1"), HexColor("#F1F4F8")
ACCENT = HexColor("#0B57D0")
SMALL, BODY, NAME, TITLE = 8.0, 9.0, 14.0, 22.0
_ONE_LINE = 10_000


def write(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    colour: Color = INK,
    size: float = BODY,
    *,
    bold: bool = False,
    align: str = "left",
) -> None:
    """Write one line with its left or right end at `x`; letters that the font lacks are replaced, as on a receipt."""
    font = BOLD if bold else REGULAR
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    shown = wrap(text, font, size, _ONE_LINE)[0]
    (canvas.drawRightString if align == "right" else canvas.drawString)(x, y, shown)
