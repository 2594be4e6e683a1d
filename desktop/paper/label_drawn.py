"""Labels as dots, for print heads and for the screen: drawn here, so that no printer needs to know any letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from desktop.paper.label import PT_MM, Dark, LabelSize, Line, Part
from desktop.paper.lettering import draw_text
from desktop.paper.receipt_pdf import BOLD, REGULAR, wrap

DOTS_PER_MM = {203: 8.0, 300: 11.81, 600: 23.62}
"""Of the heads that there are, by what makers call their resolution."""
HEAD_203 = 8.0
DARK = 150
"""Darker than this becomes a dot, as on receipts."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture of one bit a dot, the leftmost highest, 1 for black; rows are filled up to whole bytes with white."""

    width: int
    height: int
    content: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes in a row."""
        return (self.width + 7) // 8


def draw_label(parts: Sequence[Part], size: LabelSize, dots_per_mm: float = HEAD_203) -> Image.Image:
    """Draw a label in black and white; bars are whole dots wide."""
    image = Image.new("L", (round(size.width_mm * dots_per_mm), round(size.height_mm * dots_per_mm)), 255)
    draw = ImageDraw.Draw(image)
    for part in parts:
        if isinstance(part, Line):
            _words(draw, part, dots_per_mm)
        else:
            _dark(draw, part, dots_per_mm)
    return image.point([0 if grey < DARK else 255 for grey in range(256)]).convert("1", dither=Image.Dither.NONE)


def label_dots(parts: Sequence[Part], size: LabelSize, dots_per_mm: float = HEAD_203) -> Dots:
    """Give a label as the dots of a head."""
    image = draw_label(parts, size, dots_per_mm)
    return Dots(image.width, image.height, ImageChops.invert(image).tobytes())


def label_png(parts: Sequence[Part], size: LabelSize) -> bytes:
    """Give a label as a picture to look at."""
    out = BytesIO()
    draw_label(parts, size, 2 * HEAD_203).save(out, "PNG")
    return out.getvalue()


def _words(draw: ImageDraw.ImageDraw, line: Line, scale: float) -> None:
    name = BOLD if line.bold else REGULAR
    text = wrap(line.text, name, line.size_pt, float("inf"))[0]
    size_dots = line.size_pt * PT_MM * scale
    at = line.x_mm * scale, round(line.y_mm * scale)
    left, right = draw_text(draw, at, text, name, round(size_dots, 1), 0, line.align)
    if line.struck:
        middle = round(at[1] - size_dots * 0.27)
        draw.line((left, middle, right, middle), fill=0, width=max(1, round(size_dots / 12)))


def _dark(draw: ImageDraw.ImageDraw, dark: Dark, scale: float) -> None:
    module = max(1, round(dark.dots * scale / HEAD_203))
    left, top = round(dark.x_mm * scale), round(dark.y_mm * scale)
    high = module if len(dark.rows) > 1 else round(dark.high_mm * scale)
    for number, runs in enumerate(dark.rows):
        for first, modules in runs:
            x, y = left + first * module, top + number * high
            draw.rectangle((x, y, x + modules * module - 1, y + high - 1), fill=0)
