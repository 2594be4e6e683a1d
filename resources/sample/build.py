"""Draw the pictures of the sample shop's board into `pictures.zip`, each named by its article number.

Run `python -m resources.sample.build` after a change; the drawings are our own.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

SIDE = 512
"""Pixels a picture is drawn with; a quarter is kept."""
Colour = str
Draw = ImageDraw.ImageDraw


def _round(pen: Draw, colour: Colour, light: Colour, box: tuple[int, int, int, int] = (70, 90, 442, 462)) -> None:
    left, top, right, bottom = box
    pen.ellipse(box, fill=colour)
    width, height = right - left, bottom - top
    pen.ellipse((left + width // 6, top + height // 8, left + width // 2, top + height // 3), fill=light)


def _leaf(pen: Draw, x: int, y: int, colour: Colour = "#4c9a3f") -> None:
    pen.polygon([(x, y), (x + 60, y - 58), (x + 140, y - 62), (x + 100, y - 8)], fill=colour)


def _loaf(crust: Colour, cut: Colour) -> Callable[[Draw], None]:
    def draw(pen: Draw) -> None:
        pen.rounded_rectangle((36, 150, 476, 390), 118, fill=crust)
        for x in (130, 230, 330):
            pen.line([(x, 330), (x + 62, 205)], fill=cut, width=34)

    return draw


def _bun(crust: Colour, seed: Colour) -> Callable[[Draw], None]:
    def draw(pen: Draw) -> None:
        pen.ellipse((56, 110, 456, 430), fill=crust)
        for at in range(22):
            x, y = 130 + at * 83 % 250, 165 + at * at * 37 % 180
            pen.ellipse((x, y, x + 20, y + 14), fill=seed)

    return draw


def _croissant(pen: Draw) -> None:
    pen.pieslice((30, 90, 482, 560), 188, 352, fill="#d58a33")
    pen.ellipse((140, 280, 372, 600), fill=(0, 0, 0, 0))
    for low, high in (((150, 260), (190, 150)), ((225, 250), (240, 120)), ((300, 252), (285, 122))):
        pen.line([low, high], fill="#a9641d", width=16)
    pen.line([(368, 268), (330, 152)], fill="#a9641d", width=16)


def _twist(pen: Draw) -> None:
    pen.ellipse((66, 80, 446, 440), fill="#cf8b45")
    for at, inset in enumerate((40, 85, 130)):
        box = (66 + inset, 80 + inset, 446 - inset, 440 - inset)
        pen.arc(box, 40 * at, 290 + 40 * at, fill="#7d4216", width=24)


def _baguette(pen: Draw) -> None:
    pen.line([(90, 420), (422, 92)], fill="#d89a4c", width=120)
    pen.ellipse((32, 362, 150, 480), fill="#d89a4c")
    pen.ellipse((364, 32, 482, 150), fill="#d89a4c")
    for at in range(4):
        x, y = 130 + 76 * at, 360 - 76 * at
        pen.line([(x - 10, y - 42), (x + 34, y + 34)], fill="#f6dca9", width=22)


def _bananas(pen: Draw) -> None:
    pen.ellipse((40, -60, 472, 420), fill="#ffdb3d")
    pen.ellipse((40, -190, 472, 290), fill=(0, 0, 0, 0))
    pen.arc((48, -58, 464, 384), 24, 156, fill="#e3b612", width=14)
    for box in ((44, 100, 92, 148), (420, 100, 468, 148)):
        pen.ellipse(box, fill="#6b4f1a")


def _apple(pen: Draw) -> None:
    pen.ellipse((62, 130, 300, 460), fill="#c8322b")
    pen.ellipse((212, 130, 450, 460), fill="#c8322b")
    pen.ellipse((110, 190, 190, 300), fill="#e5736b")
    pen.line([(256, 180), (276, 70)], fill="#6b4a2b", width=20)
    _leaf(pen, 280, 120)


def _orange(pen: Draw) -> None:
    _round(pen, "#f08a1d", "#f9b05c")
    pen.ellipse((236, 96, 276, 126), fill="#7a5a1c")
    _leaf(pen, 262, 110)


def _lemon(pen: Draw) -> None:
    pen.polygon([(20, 270), (110, 205), (110, 335)], fill="#f4d22f")
    pen.polygon([(492, 270), (402, 205), (402, 335)], fill="#f4d22f")
    _round(pen, "#f4d22f", "#fbe98d", (62, 120, 450, 420))


def _tomato(pen: Draw) -> None:
    _round(pen, "#d8372a", "#ec7b6f", (56, 120, 456, 462))
    for x, y in ((140, 170), (200, 220), (312, 220), (372, 170)):
        pen.polygon([(232, 122), (280, 122), (x, y)], fill="#3f8c3a")
    pen.line([(256, 140), (256, 70)], fill="#3f8c3a", width=20)


def _carrot(pen: Draw) -> None:
    for x in (300, 370, 430):
        pen.line([(330, 180), (x, 40)], fill="#4c9a3f", width=30)
    pen.polygon([(262, 110), (400, 250), (60, 480)], fill="#ef7d22")
    for x, y in ((230, 230), (180, 310), (130, 380)):
        pen.line([(x, y), (x + 60, y + 26)], fill="#c95f12", width=14)


def _avocado(pen: Draw) -> None:
    for inset, colour in ((0, "#3d5a2a"), (26, "#cfdc7a")):
        pen.ellipse((96 + inset, 180 + inset, 416 - inset, 480 - inset), fill=colour)
        pen.ellipse((166 + inset, 40 + inset, 346 - inset, 340 - inset), fill=colour)
        pen.polygon([(168 + inset, 180), (344 - inset, 180), (404 - inset, 290), (108 + inset, 290)], fill=colour)
    pen.ellipse((186, 270, 326, 410), fill="#7a4a24")


DRAWINGS: dict[str, Callable[[Draw], None]] = {
    "BB-0001": _loaf("#6f4326", "#a87a52"),
    "BB-0004": _loaf("#c98a45", "#f3d9a6"),
    "BB-0009": _bun("#d7a05c", "#5f4527"),
    "BB-0011": _croissant,
    "BB-0013": _bun("#c57f3a", "#2b2b30"),
    "BB-0015": _twist,
    "BB-0022": _baguette,
    "FV-0090": _bananas,
    "FV-0091": _apple,
    "FV-0093": _orange,
    "FV-0094": _lemon,
    "FV-0096": _tomato,
    "FV-0098": _carrot,
    "FV-0108": _avocado,
}


def main() -> None:
    """Write the archive anew, the same bytes for the same drawings."""
    with zipfile.ZipFile(Path(__file__).with_name("pictures.zip"), "w") as archive:
        for sku, draw in DRAWINGS.items():
            picture = Image.new("RGBA", (SIDE, SIDE))
            draw(ImageDraw.Draw(picture))
            picture.thumbnail((SIDE // 4, SIDE // 4))
            out = io.BytesIO()
            picture.save(out, "PNG", optimize=True)
            archive.writestr(zipfile.ZipInfo(f"{sku}.png"), out.getvalue())


if __name__ == "__main__":
    main()
