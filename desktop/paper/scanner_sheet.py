"""A page of A4 that sets a scanner up: its makers' own set-up codes, and our test code to scan last.

The codes are those of the makers' manuals. Honeywell reads its menu commands from Code 128 behind FNC3, Newland from
plain Code 128 between a code that opens its set-up and one that closes it. Honeywell's host ACK is named, not drawn:
its code stands in the manual of the model.
"""

from dataclasses import dataclass
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.barcodes import QUIET_QR, qr_rows
from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap

FNC3 = "\xf3"
"""As reportlab writes it."""
_LEFT, _RIGHT = 18 * mm, A4[0] - 18 * mm
_BAR, _HEIGHT = 0.38 * mm, 13 * mm
_STEP = 27 * mm


@dataclass(frozen=True, slots=True)
class SetUpCode:
    """A code and what it does, as a key of `_WORDS`."""

    text: str
    does: str


SHEETS: dict[str, tuple[SetUpCode, ...]] = {
    "Honeywell": (
        SetUpCode(FNC3 + "TRMUSB130.", "cable"),
        SetUpCode(FNC3 + "VSUFCR.", "suffix"),
        SetUpCode(FNC3 + "PREBK2995C81.", "aim"),
    ),
    "Newland": (
        SetUpCode("@SETUPE1", "enter"),
        SetUpCode("@TSUENA1", "suffix_on"),
        SetUpCode("@TSUSET0D", "suffix"),
        SetUpCode("@AIDENA1", "aim"),
        SetUpCode("@SETUPE0", "leave"),
    ),
}

_WORDS = {
    "title": ("Set a scanner up", "Настройка сканера", "Scanner einrichten"),
    "order": (
        "Scan the codes of your scanner's maker from top to bottom, then the test code in Settings.",
        "Сканируйте коды своего производителя сверху вниз, затем проверочный код в настройках.",
        "Die Codes des Herstellers von oben nach unten scannen, dann den Prüfcode in den Einstellungen.",
    ),
    "cable": (
        "Cable mode (USB serial): no letter is typed wrong.",
        "Режим кабеля (USB-COM): буквы не искажаются.",
        "Kabelmodus (USB seriell): kein Zeichen wird falsch getippt.",
    ),
    "suffix": (
        "End every scan with Enter (CR).",
        "Enter (CR) после каждого кода.",
        "Jeden Scan mit Enter (CR) beenden.",
    ),
    "suffix_on": ("Switch the suffix on.", "Включить суффикс.", "Suffix einschalten."),
    "aim": (
        "Say the kind of code (AIM), so that nothing is guessed.",
        "Передавать вид кода (AIM), чтобы не гадать.",
        "Codeart (AIM) mitsenden, damit nichts geraten wird.",
    ),
    "ack": (
        "To beep when the till has the scan: scan “Host ACK On” in the manual of the scanner, then choose the driver "
        "“Honeywell, host ACK on” in Settings.",
        "Чтобы сигнал звучал, когда касса приняла код: сканируйте «Host ACK On» из руководства сканера и выберите "
        "в настройках драйвер «Honeywell, host ACK включён».",
        "Damit es piept, wenn die Kasse den Scan hat: „Host ACK On“ im Handbuch des Scanners scannen, dann in den "
        "Einstellungen den Treiber „Honeywell, host ACK an“ wählen.",
    ),
    "enter": ("Begin the set-up.", "Начать настройку.", "Einrichtung beginnen."),
    "leave": ("End the set-up.", "Закончить настройку.", "Einrichtung beenden."),
    "test": ("Test code", "Проверочный код", "Prüfcode"),
}
_LANGUAGES = ("en", "ru", "de")


def scanner_sheet(test_code: str, language: str = "en") -> bytes:
    """Draw the sheet, a page for each maker, with `test_code` as a square at the end of each."""
    lay_out(())  # the fonts are registered by the layout
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(_say("title", language))
    for maker, codes in SHEETS.items():
        _page(canvas, maker, codes, test_code, language)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, maker: str, codes: tuple[SetUpCode, ...], test_code: str, language: str) -> None:
    y = A4[1] - 24 * mm
    canvas.setFont(BOLD, 20)
    canvas.drawString(_LEFT, y, f"{_say('title', language)}: {maker}")
    y = _words(canvas, _say("order", language), y - 9 * mm, _RIGHT - _LEFT) - 6 * mm
    for number, code in enumerate(codes, start=1):
        bars = Code128(code.text, barWidth=_BAR, barHeight=_HEIGHT, quiet=0)
        bars.drawOn(canvas, _LEFT, y - _HEIGHT)
        canvas.setFont(REGULAR, 8)
        canvas.drawString(_LEFT, y - _HEIGHT - 4 * mm, code.text.removeprefix(FNC3))
        beside = _LEFT + 88 * mm
        canvas.setFont(BOLD, 12)
        canvas.drawString(beside, y - 4 * mm, f"{number}.")
        _words(canvas, _say(code.does, language), y - 4 * mm, _RIGHT - beside - 8 * mm, beside + 8 * mm)
        y -= _STEP
    if maker == "Honeywell":
        y = _words(canvas, _say("ack", language), y - 4 * mm, _RIGHT - _LEFT) - 4 * mm
    canvas.setFont(BOLD, 12)
    canvas.drawString(_LEFT, y - 4 * mm, _say("test", language))
    _square(canvas, test_code, y - 8 * mm)


def _words(canvas: Canvas, text: str, y: float, width: float, x: float = _LEFT) -> float:
    canvas.setFont(REGULAR, 11)
    for line in wrap(text, REGULAR, 11, width):
        canvas.drawString(x, y, line)
        y -= 5.2 * mm
    return y


def _square(canvas: Canvas, text: str, top: float) -> None:
    module = 1.1 * mm
    for number, runs in enumerate(qr_rows(text)):
        for first, modules in runs:
            left = _LEFT + first * module
            canvas.rect(left, top - (QUIET_QR + number + 1) * module, modules * module, module, stroke=0, fill=1)


def _say(key: str, language: str) -> str:
    return _WORDS[key][_LANGUAGES.index(language) if language in _LANGUAGES else 0]
