"""Count sheets of A4: place by place, each with its bar code, numbered lines of goods, and room to write how many.

They are blind: nothing of what the book has is on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.barcodes import QUIET_QR, fits_code128, qr_rows
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap

_LEFT, _RIGHT, _TOP, _FOOT = 16 * mm, A4[0] - 16 * mm, A4[1] - 20 * mm, 22 * mm
_STEP, _HEAD, _BOX = 11 * mm, 26 * mm, 32 * mm
_WORDS = {
    "title": ("Count sheet", "Лист пересчёта", "Zählliste"),
    "counted": ("Counted", "Посчитано", "Gezählt"),
    "also": ("Also found here", "Здесь нашлось ещё", "Außerdem gefunden"),
    "by": ("Counted by, date and time", "Считал, дата и время", "Gezählt von, Datum und Uhrzeit"),
    "page": ("Page {0}", "Лист {0}", "Blatt {0}"),
}
_LANGUAGES = ("en", "ru", "de")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Goods to count: name, article number, lot (may be empty)."""

    name: str
    sku: str
    lot: str = ""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A place with its goods; `spare` empty lines are for what else lies there."""

    code: str
    lines: tuple[SheetLine, ...]
    spare: int = 3


def count_sheet(places: Sequence[SheetPlace], about: str, language: str = "en") -> bytes:
    """Draw the sheets; `about` says what they are for. Lines are numbered through all of them."""
    lay_out(())  # the fonts are registered by the layout
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(_say("title", language))
    page, y, number = 1, _open_page(canvas, about, 1, language), 0
    for place in places:
        for first, line in _lines(place):
            if y - _STEP - (_HEAD if first else 0) < _FOOT:
                canvas.showPage()
                page, y = page + 1, _open_page(canvas, about, page + 1, language)
                first = True
            y = _draw_place(canvas, place.code, y, language) if first else y
            number += 1
            _draw_line(canvas, number, line, y, language)
            y -= _STEP
        y -= 4 * mm
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(place: SheetPlace) -> Iterator[tuple[bool, SheetLine | None]]:
    for at, line in enumerate((*place.lines, *[None] * place.spare)):
        yield at == 0, line


def _open_page(canvas: Canvas, about: str, page: int, language: str) -> float:
    canvas.setFont(BOLD, 18)
    canvas.drawString(_LEFT, _TOP, _say("title", language))
    canvas.setFont(REGULAR, 10)
    canvas.drawString(_LEFT, _TOP - 6 * mm, about)
    canvas.drawRightString(_RIGHT, _TOP, _say("page", language).replace("{0}", str(page)))
    canvas.drawString(_LEFT, 14 * mm, f"{_say('by', language)}:")
    canvas.line(_LEFT + 62 * mm, 13.5 * mm, _RIGHT, 13.5 * mm)
    return float(_TOP - 12 * mm)


def _draw_place(canvas: Canvas, code: str, y: float, language: str) -> float:
    canvas.setFont(BOLD, 16)
    canvas.drawString(_LEFT, y - 8 * mm, code)
    if fits_code128(code):
        bars = Code128(code, barWidth=0.33 * mm, barHeight=12 * mm, quiet=0)
        bars.drawOn(canvas, _RIGHT - _BOX - 6 * mm - bars.width, y - 13 * mm)
    else:
        _draw_square(canvas, code, _RIGHT - _BOX - 30 * mm, y + 3 * mm)
    canvas.setFont(REGULAR, 9)
    canvas.drawRightString(_RIGHT, y - 13 * mm, _say("counted", language))
    canvas.line(_LEFT, y - 15 * mm, _RIGHT, y - 15 * mm)
    return y - _HEAD + 3 * mm


def _draw_square(canvas: Canvas, text: str, left: float, top: float) -> None:
    """A square holds what bars cannot."""
    module = 0.6 * mm
    for number, runs in enumerate(qr_rows(text)):
        for first, modules in runs:
            y = top - (QUIET_QR + number + 1) * module
            canvas.rect(left + first * module, y, modules * module, module, stroke=0, fill=1)


def _draw_line(canvas: Canvas, number: int, line: SheetLine | None, y: float, language: str) -> None:
    canvas.setFont(BOLD, 10)
    canvas.drawRightString(_LEFT + 10 * mm, y, str(number))
    left = _LEFT + 14 * mm
    if line is None:
        canvas.setFont(REGULAR, 8)
        canvas.drawString(left, y, _say("also", language))
        canvas.line(left + 32 * mm, y - 0.5 * mm, _RIGHT - _BOX - 6 * mm, y - 0.5 * mm)
    else:
        canvas.setFont(REGULAR, 11)
        canvas.drawString(left, y, next(iter(wrap(line.name, REGULAR, 11, _RIGHT - _BOX - 8 * mm - left)), ""))
        canvas.setFont(REGULAR, 8)
        canvas.drawString(left, y - 3.6 * mm, " · ".join(part for part in (line.sku, line.lot) if part))
    canvas.rect(_RIGHT - _BOX, y - 4 * mm, _BOX, 8.5 * mm)


def _say(key: str, language: str) -> str:
    return _WORDS[key][_LANGUAGES.index(language) if language in _LANGUAGES else 0]
