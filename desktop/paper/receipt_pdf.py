"""Rows of paper as a PDF of one page, 80 mm wide and as long as its content. Black only: thermal heads know no grey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from unicodedata import category, normalize

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.barcodes import QUIET_QR, Run, code128_runs, fits_code128, qr_rows
from desktop.paper.lettering import PaperFont
from desktop.paper.reading_order import as_drawn
from desktop.paper.rows import Band, Columns, Gap, Pair, Row, Rule, Size, Text

PAPER_MM = 80
MARGIN = 4.5 * mm
WIDTH = PAPER_MM * mm - 2 * MARGIN
LEFT, RIGHT, MIDDLE = MARGIN, MARGIN + WIDTH, PAPER_MM * mm / 2
TOP = BOTTOM = 5 * mm

REGULAR, BOLD = "InterTill-Regular", "InterTill-SemiBold"
SIZE_PT: dict[Size, float] = {"small": 7.2, "body": 8.6, "big": 13.5}
LEADING = 1.36
ASCENT = 0.98
"""Share of the size from the top of a line to its base line."""
INDENT = 2.2 * mm
MARK_WIDTH = 4.2 * mm
BETWEEN = 3 * mm
LEAST_LABEL = 12 * mm
FIRST_COLUMN = 0.2
"""Share of the width for the first cell of a table; a longer one stands above its figures."""
BAR_MM = 0.375
"""Three dots of a thermal head (203 dpi)."""
BAR_HEIGHT = 13 * mm
SQUARE_MM = 0.62


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of a known height that draws itself below a given y."""

    height: float
    draw: Callable[[Canvas, float], None]


def receipt_pdf(rows: Sequence[Row], title: str, author: str = "") -> bytes:
    """Draw rows on paper; the same rows give the same bytes, so a copy can be compared with its original."""
    pieces = lay_out(rows)
    height = TOP + BOTTOM + sum(piece.height for piece in pieces)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(PAPER_MM * mm, height), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    y = height - TOP
    for piece in pieces:
        piece.draw(canvas, y)
        y -= piece.height
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def lay_out(rows: Sequence[Row]) -> list[_Piece]:
    """Rows as pieces that draw themselves one below the other, between `LEFT` and `RIGHT`."""
    _fonts()
    return [_piece(row) for row in rows]


@lru_cache(maxsize=1)
def _fonts() -> dict[str, PaperFont]:
    fonts = {name: PaperFont(name) for name in (REGULAR, BOLD)}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


def _piece(row: Row) -> _Piece:
    if isinstance(row, Text):
        return _text(row)
    if isinstance(row, Pair):
        return _pair(row)
    if isinstance(row, Columns):
        return _columns(row)
    if isinstance(row, Band):
        return _band(row)
    if isinstance(row, Rule):
        return _rule(row)
    if isinstance(row, Gap):
        return _Piece(row.mm * mm, lambda canvas, y: None)
    if row.kind == "code128" and fits_code128(row.text):
        return _code128(row.text)
    return _qr(row.text, row.text if row.kind == "code128" else "")


def _text(row: Text) -> _Piece:
    font, size = _font(row.bold), SIZE_PT[row.size]
    lines = wrap(row.text, font, size, WIDTH)

    def draw(canvas: Canvas, y: float) -> None:
        canvas.setFont(font, size)
        for number, line in enumerate(lines):
            base = y - size * (number * LEADING + ASCENT)
            if row.align == "center":
                canvas.drawCentredString(MIDDLE, base, line)
            elif row.align == "right":
                canvas.drawRightString(RIGHT, base, line)
            else:
                canvas.drawString(LEFT, base, line)

    return _Piece(len(lines) * size * LEADING, draw)


def _pair(row: Pair) -> _Piece:
    font, size = _font(row.bold), SIZE_PT[row.size]
    left = LEFT + (INDENT if row.indent else 0)
    right = RIGHT - (MARK_WIDTH if row.mark is not None else 0)
    figure = _known(row.right, font)
    room = right - left - (pdfmetrics.stringWidth(figure, font, size) + BETWEEN if figure else 0)
    if room < LEAST_LABEL and row.left:
        return _stacked(row)
    lines = wrap(row.left, font, size, room)
    above = 1.2 * mm if row.size == "big" else 0

    def draw(canvas: Canvas, y: float) -> None:
        canvas.setFont(font, size)
        for number, line in enumerate(lines):
            canvas.drawString(left, y - above - size * (number * LEADING + ASCENT), line)
        base = y - above - size * ASCENT
        canvas.drawRightString(right, base, figure)
        if row.mark:
            canvas.setFont(REGULAR, SIZE_PT["small"])
            canvas.drawRightString(RIGHT, base, row.mark)

    return _Piece(2 * above + len(lines) * size * LEADING, draw)


def _stacked(row: Pair) -> _Piece:
    """A label whose figure leaves no room beside it: one above the other."""
    label = _text(Text(row.left, size=row.size, bold=row.bold))
    figure = _text(Text(row.right, "right", row.size, row.bold))

    def draw(canvas: Canvas, y: float) -> None:
        label.draw(canvas, y)
        figure.draw(canvas, y - label.height)

    return _Piece(label.height + figure.height, draw)


def _columns(row: Columns) -> _Piece:
    font, size = _font(row.bold), SIZE_PT["small"]
    head, *figures = (_known(cell, font) for cell in row.cells)
    step = WIDTH * (1 - FIRST_COLUMN) / max(1, len(figures))
    widest = max((pdfmetrics.stringWidth(figure, font, size) for figure in figures), default=0)
    size *= min(1, (step - mm) / widest) if widest else 1
    above = pdfmetrics.stringWidth(head, font, size) > WIDTH * FIRST_COLUMN
    height = SIZE_PT["small"] * LEADING

    def draw(canvas: Canvas, y: float) -> None:
        canvas.setFont(font, size)
        canvas.drawString(LEFT, y - size * ASCENT, head)
        base = y - size * ASCENT - (height if above else 0)
        for number, figure in enumerate(figures, start=1):
            canvas.drawRightString(RIGHT - step * (len(figures) - number), base, figure)

    return _Piece(height * (2 if above else 1), draw)


def _band(row: Band) -> _Piece:
    size, padding = 10.5, 1.4 * mm
    high = size + 2 * padding
    size *= min(1, (WIDTH - 2 * padding) / max(1, pdfmetrics.stringWidth(_known(row.text, BOLD), BOLD, size)))

    def draw(canvas: Canvas, y: float) -> None:
        canvas.roundRect(LEFT, y - high, WIDTH, high, 1.2 * mm, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(MIDDLE, y - padding - size * 0.86, _known(row.text, BOLD))
        canvas.setFillGray(0)

    return _Piece(high + 1.6 * mm, draw)


def _rule(row: Rule) -> _Piece:
    def draw(canvas: Canvas, y: float) -> None:
        canvas.setLineWidth(1.2 if row.heavy else 0.5)
        canvas.line(LEFT, y - 1.5 * mm, RIGHT, y - 1.5 * mm)

    return _Piece(3 * mm, draw)


def _code128(text: str) -> _Piece:
    runs, modules = code128_runs(text)
    module = min(BAR_MM * mm, WIDTH / modules)
    left = MIDDLE - modules * module / 2
    caption = _text(Text(text, "center", "small"))

    def draw(canvas: Canvas, y: float) -> None:
        _bars(canvas, runs, left, y - BAR_HEIGHT, module, BAR_HEIGHT)
        caption.draw(canvas, y - BAR_HEIGHT - 0.8 * mm)

    return _Piece(BAR_HEIGHT + 0.8 * mm + caption.height, draw)


def _qr(text: str, caption: str) -> _Piece:
    rows = qr_rows(text)
    module = min(SQUARE_MM * mm, WIDTH / (len(rows) + 2 * QUIET_QR))
    side = len(rows) * module
    quiet = QUIET_QR * module
    below = _text(Text(caption, "center", "small"))

    def draw(canvas: Canvas, y: float) -> None:
        for number, runs in enumerate(rows):
            _bars(canvas, runs, MIDDLE - side / 2, y - quiet - (number + 1) * module, module, module)
        below.draw(canvas, y - side - 2 * quiet)

    return _Piece(side + 2 * quiet + (below.height if caption else 0), draw)


def _bars(canvas: Canvas, runs: Sequence[Run], left: float, bottom: float, module: float, height: float) -> None:
    for first, modules in runs:
        canvas.rect(left + first * module, bottom, modules * module, height, stroke=0, fill=1)


def _font(bold: bool) -> str:
    return BOLD if bold else REGULAR


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break text into lines no wider than `width`, at spaces, and inside a word only where it must."""
    lines = [""]
    for word in _replaced(text, font).split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if pdfmetrics.stringWidth(joined, font, size) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            too_wide = pdfmetrics.stringWidth(lines[-1] + letter, font, size) > width
            if lines[-1] and too_wide and category(letter) != "Mn":  # a mark stays with its letter
                lines.append("")
            lines[-1] += letter
    return list(map(as_drawn, lines))


def _known(text: str, font: str) -> str:
    """One line as it is drawn."""
    return as_drawn(_replaced(text, font))


def _replaced(text: str, font: str) -> str:
    """Replace letters that the font lacks by their base letter or a question mark, never by an empty box."""
    known = _fonts()[font]
    return "".join(letter if known.knows(letter) else _plain(letter, known) for letter in normalize("NFC", text))


def _plain(letter: str, font: PaperFont) -> str:
    base = normalize("NFKD", letter)[0]
    return base if font.knows(base) else "?"
