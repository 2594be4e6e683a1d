"""A sheet of A4 for the safe: it opens a backup of this till when machine and head office are both gone."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.receipt_pdf import BOLD, REGULAR, lay_out, wrap

_LEFT, _WIDTH = 22 * mm, A4[0] - 44 * mm
_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        "Recovery key of till {name}",
        "Whoever has this sheet and a backup of this till can read everything that was sold on it. "
        "Put it into a sealed envelope and into the safe; it is needed on no other day than the one when this "
        "computer is lost and head office cannot help.",
        "On a new computer: eckwms restore BACKUP --key-stdin, and type the key.",
        "Till",
        "Printed",
    ),
    "ru": (
        "Ключ восстановления кассы {name}",
        "У кого есть этот лист и резервная копия кассы, тот прочтёт всё, что на ней продано. "
        "Положите его в запечатанный конверт и в сейф; он нужен лишь в тот день, когда этот компьютер утрачен, "
        "а офис помочь не может.",
        "На новом компьютере: eckwms restore КОПИЯ --key-stdin, и введите ключ.",
        "Касса",
        "Напечатано",
    ),
    "de": (
        "Wiederherstellungsschlüssel der Kasse {name}",
        "Wer dieses Blatt und eine Sicherung dieser Kasse hat, kann alles lesen, was an ihr verkauft wurde. "
        "Legen Sie es in einem versiegelten Umschlag in den Tresor; gebraucht wird es nur an dem Tag, an dem dieser "
        "Computer verloren ist und die Zentrale nicht helfen kann.",
        "Auf einem neuen Computer: eckwms restore SICHERUNG --key-stdin, dann den Schlüssel eingeben.",
        "Kasse",
        "Gedruckt",
    ),
}


def recovery_sheet(language: str, name: str, device: str, key: str, printed_at: str) -> bytes:
    """Draw the sheet; `key` is spelt in groups."""
    title, why, how, till, printed = _WORDS[language]
    lay_out(())  # the fonts are registered by the layout
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(title.format(name=name))
    top = A4[1] - 30 * mm
    top = _lines(canvas, wrap(title.format(name=name), BOLD, 20, _WIDTH), BOLD, 20, top) - 6 * mm
    top = _lines(canvas, wrap(why, REGULAR, 11, _WIDTH), REGULAR, 11, top) - 10 * mm
    groups = key.split("-")
    rows = ["   ".join(groups[at : at + 4]) for at in range(0, len(groups), 4)]
    top = _lines(canvas, rows, BOLD, 24, top) - 8 * mm
    top = _lines(canvas, wrap(how, REGULAR, 11, _WIDTH), REGULAR, 11, top) - 8 * mm
    _lines(canvas, [f"{till}: {name} · {device}", f"{printed}: {printed_at}"], REGULAR, 9, top)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(canvas: Canvas, lines: Sequence[str], font: str, size: float, top: float) -> float:
    """Draw lines below each other and give where the next begins."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(_LEFT, top, line)
        top -= 1.5 * size
    return top
