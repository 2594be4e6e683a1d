"""Labels as a PDF: each on a page of its own size, or many on sheets of A4 (24 of 70x36 mm)."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.label import DOT_MM, Dark, LabelSize, Line, Part
from desktop.paper.receipt_pdf import BOLD, REGULAR, wrap

A4_MM = (210.0, 297.0)
Drawn = Sequence[Part]
"""A label as it was laid out."""


def per_sheet(size: LabelSize) -> int:
    """How many labels of a size are on a sheet of A4."""
    return _columns(size) * _rows(size)


def labels_pdf(labels: Iterable[Drawn], size: LabelSize, title: str) -> bytes:
    """Draw each label on a page of its own."""
    page = size.width_mm * mm, size.height_mm * mm

    def draw(canvas: Canvas) -> None:
        for label in labels:
            _draw(canvas, label, 0, page[1])
            canvas.showPage()

    return _written(draw, page, title)


def label_sheets(labels: Iterable[Drawn], size: LabelSize, title: str, skipped: int = 0) -> bytes:
    """Draw labels on sheets of A4, row by row; `skipped` places of the first sheet are used already."""
    columns, many = _columns(size), per_sheet(size)
    left = (A4_MM[0] - columns * size.width_mm) / 2
    top = (A4_MM[1] - _rows(size) * size.height_mm) / 2

    def draw(canvas: Canvas) -> None:
        begun = False
        for at, label in enumerate(labels, skipped % many):
            if begun and at % many == 0:
                canvas.showPage()
            place = at % many
            x, y = left + place % columns * size.width_mm, top + place // columns * size.height_mm
            _draw(canvas, label, x * mm, (A4_MM[1] - y) * mm)
            begun = True
        canvas.showPage()

    return _written(draw, (A4_MM[0] * mm, A4_MM[1] * mm), title)


def _written(draw: Callable[[Canvas], None], page: tuple[float, float], title: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=page, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def _columns(size: LabelSize) -> int:
    return int(A4_MM[0] // size.width_mm)


def _rows(size: LabelSize) -> int:
    return int(A4_MM[1] // size.height_mm)


def _draw(canvas: Canvas, label: Drawn, left: float, top: float) -> None:
    """Draw a label whose left upper corner is at this point, in points from below."""
    for part in label:
        if isinstance(part, Line):
            _words(canvas, part, left + part.x_mm * mm, top - part.y_mm * mm)
        else:
            _dark(canvas, part, left + part.x_mm * mm, top - part.y_mm * mm)


def _words(canvas: Canvas, line: Line, x: float, y: float) -> None:
    font = BOLD if line.bold else REGULAR
    text = wrap(line.text, font, line.size_pt, float("inf"))[0]  # letters that the font lacks are replaced
    wide = pdfmetrics.stringWidth(text, font, line.size_pt)
    start = x - {"left": 0.0, "center": wide / 2, "right": wide}[line.align]
    canvas.setFont(font, line.size_pt)
    canvas.drawString(start, y, text)
    if line.struck:
        canvas.setLineWidth(line.size_pt / 12)
        canvas.line(start, y + line.size_pt * 0.27, start + wide, y + line.size_pt * 0.27)


def _dark(canvas: Canvas, dark: Dark, x: float, y: float) -> None:
    module, high = dark.dots * DOT_MM * mm, dark.high_mm * mm
    for number, runs in enumerate(dark.rows, start=1):
        for first, modules in runs:
            canvas.rect(x + first * module, y - number * high, modules * module, high, stroke=0, fill=1)
