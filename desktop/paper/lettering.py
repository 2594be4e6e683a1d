"""Letters that the till's own font lacks come from fonts of their scripts, which are opened when one is needed.

The own font stays as small as a till needs it every day. A text is cut into runs of one font each; what no font has is
replaced before it is drawn (`receipt_pdf.wrap`). Arabic comes joined (`reading_order`); letters of India are joined by
dots and on a screen, and stand one by one in a PDF.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from PIL import ImageDraw, ImageFont
from reportlab.pdfbase.ttfonts import TTFont

from resources.files import resource
from resources.letters import BLOCKS, JOINED

_OTHERS = re.compile("[" + "".join(f"{chr(a)}-{chr(z)}" for blocks in BLOCKS.values() for a, z in blocks) + "]")
_STARTS = sorted((first, last, name) for name, blocks in BLOCKS.items() for first, last in blocks)


def other_font(letter: str) -> str:
    """Give the file of the font that has the letters of this one's script, empty for the till's own."""
    at = bisect_right(_STARTS, (ord(letter), 0x110000, "")) - 1
    first, last, name = _STARTS[max(at, 0)]
    return name if first <= ord(letter) <= last else ""


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text into runs of one font: its file (empty for the till's own), and the letters."""
    if _OTHERS.search(text) is None:  # nearly always
        yield "", text
        return
    for name, letters in groupby(text, other_font):
        yield name, "".join(letters)


class PaperFont(TTFont):
    """The till's font in a PDF, with the others behind it; reportlab asks a font for the parts of a text by itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(resource("fonts", f"{name}.ttf")))

    def knows(self, letter: str) -> bool:
        """Whether this font or one behind it has a letter."""
        return ord(letter) in self._of(other_font(letter)).face.charToGlyph

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Give the width of a text in points."""
        return sum(TTFont.stringWidth(self._of(name), run, size, encoding) for name, run in runs(text))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[Any, bytes]]:
        """Cut a text into parts of one subset of one font; a subset of another font is (its file, number)."""
        parts: list[tuple[Any, bytes]] = []
        for name, run in runs(text):
            split = TTFont.splitString(self._of(name), run, doc, encoding)
            parts += [((name, subset) if name else subset, codes) for subset, codes in split]
        return parts

    def getSubsetInternalName(self, subset: Any, doc: Any) -> str:
        """Give the name of a subset in the document."""
        name, number = subset if isinstance(subset, tuple) else ("", subset)
        return str(TTFont.getSubsetInternalName(self._of(name), number, doc))

    def _of(self, name: str) -> TTFont:
        return _opened(name) if name else self


@lru_cache(maxsize=len(BLOCKS))
def _opened(name: str) -> TTFont:
    return TTFont(name, str(resource("fonts", f"{name}.ttf")))


def draw_text(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, name: str, size_dots: float, fill: int, align: str
) -> tuple[float, float]:
    """Draw a text by dots on its base line, and give where it begins and ends; `align` is left, center or right."""
    fonts = [(dot_font(other or name, size_dots), run) for other, run in runs(text)]
    wide = sum(font.getlength(run) for font, run in fonts)
    begin = at[0] - wide * {"left": 0, "center": 0.5, "right": 1}[align]
    left = begin
    for font, run in fonts:
        draw.text((left, at[1]), run, font=font, fill=fill, anchor="ls")
        left += font.getlength(run)
    return begin, left


@lru_cache(maxsize=96)
def dot_font(name: str, size_dots: float) -> ImageFont.FreeTypeFont:
    """Open a font for drawing by dots."""
    engine = ImageFont.Layout.RAQM if name in JOINED else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(resource("fonts", f"{name}.ttf")), size_dots, layout_engine=engine)
