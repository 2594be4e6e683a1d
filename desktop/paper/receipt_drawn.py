"""Rows of paper as dots: the slip of the PDF, drawn for a thermal head. Needs no code page: every letter comes out."""

from collections.abc import Sequence
from typing import cast

from PIL import Image, ImageChops, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from desktop.paper import escpos
from desktop.paper.lettering import dot_font, draw_text, other_font
from desktop.paper.receipt_pdf import LEFT, REGULAR, WIDTH, lay_out
from desktop.paper.rows import Row

DOTS_PER_COLUMN = 12
DARK = 150
"""Darker than this becomes a dot: letters a little stronger than they are on a screen."""

_NO_LETTER = "\U0010ffff"


def receipt_drawn(rows: Sequence[Row], columns: int) -> bytes:
    """Give the bytes of a whole slip as a picture as wide as `columns` letters, cut at its end."""
    image = draw_rows(rows, columns * DOTS_PER_COLUMN)
    dots = ImageChops.invert(image).tobytes()  # 1 is black on paper, white in the picture
    return escpos.reset() + escpos.raster(dots, (image.width + 7) // 8) + escpos.feed(1) + escpos.cut()


def can_draw(sign: str) -> bool:
    """Tell whether the font has a letter; it shows what it lacks as a box."""
    if other_font(sign):
        return True
    font = dot_font(REGULAR, 20)
    drawn, lacking = font.getmask(sign), font.getmask(_NO_LETTER)
    return (drawn.size, bytes(drawn)) != (lacking.size, bytes(lacking))


def draw_rows(rows: Sequence[Row], width_dots: int) -> Image.Image:
    """Draw a slip in black and white; its height follows from its rows."""
    pieces = lay_out(rows)
    height = sum(piece.height for piece in pieces)
    dots = _Dots(width_dots, height)
    y = height
    for piece in pieces:
        piece.draw(cast(Canvas, dots), y)
        y -= piece.height
    return dots.image.point([0 if grey < DARK else 255 for grey in range(256)]).convert("1")


class _Dots:
    """The few things that slips ask of reportlab's canvas, on a picture: points from below become dots from above."""

    def __init__(self, width_dots: int, height: float) -> None:
        self._scale, self._height = width_dots / WIDTH, height
        self.image = Image.new("L", (width_dots, max(1, round(height * self._scale))), 255)
        self._draw = ImageDraw.Draw(self.image)
        self._font, self._fill, self._line = (REGULAR, 20.0), 0, 1

    def setFont(self, name: str, size: float) -> None:
        self._font = name, round(size * self._scale, 1)

    def setFillGray(self, gray: float) -> None:
        self._fill = round(gray * 255)

    def setLineWidth(self, width: float) -> None:
        self._line = max(1, round(width * self._scale))

    def drawString(self, x: float, y: float, text: str) -> None:
        self._text(x, y, text, "left")

    def drawCentredString(self, x: float, y: float, text: str) -> None:
        self._text(x, y, text, "center")

    def drawRightString(self, x: float, y: float, text: str) -> None:
        self._text(x, y, text, "right")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._draw.line((*self._dot(x0, y0), *self._dot(x1, y1)), fill=self._fill, width=self._line)

    def rect(self, x: float, y: float, width: float, height: float, stroke: int, fill: int) -> None:
        del stroke, fill
        (left, bottom), (right, top) = self._dot(x, y), self._dot(x + width, y + height)
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=self._fill)

    def roundRect(self, x: float, y: float, width: float, height: float, radius: float, stroke: int, fill: int) -> None:
        del stroke, fill
        (left, bottom), (right, top) = self._dot(x, y), self._dot(x + width, y + height)
        self._draw.rounded_rectangle((left, top, right - 1, bottom - 1), radius * self._scale, fill=self._fill)

    def _text(self, x: float, y: float, text: str, align: str) -> None:
        draw_text(self._draw, self._dot(x, y), text, *self._font, self._fill, align)

    def _dot(self, x: float, y: float) -> tuple[int, int]:
        return round((x - LEFT) * self._scale), round((self._height - y) * self._scale)
