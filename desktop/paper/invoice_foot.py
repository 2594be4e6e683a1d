"""The end of an invoice: tax by rate at the left, sums and payment at the right, and the receipt it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.sale import Sale
from desktop.domain.tender import CASH
from desktop.domain.tips import tip_total
from desktop.paper.barcodes import code128_runs, fits_code128
from desktop.paper.invoice_text import BODY, INK, QUIET, SMALL, write
from desktop.paper.receipt import HASH_SHOWN
from desktop.paper.receipt_pdf import REGULAR, wrap
from desktop.paper.words import Words

STEP = 5.0 * mm
SUMS_WIDTH, NOTE_WIDTH = 72 * mm, 92 * mm
BAR_MM, BAR_HEIGHT = 0.33, 9 * mm


@dataclass(frozen=True, slots=True)
class Foot:
    """Something of a known height that draws itself below a given y."""

    height: float
    draw: Callable[[Canvas, float], None]


def lay_out_foot(sale: Sale, words: Words, left: float, right: float) -> Foot:
    """Lay out everything below the lines, between two margins."""
    sums, note = _sums(sale, words), _tax_note(sale, words)
    payments = [row for label, figure in _payments(sale, words) for row in _in_column(label, figure)]
    rows = max(len(sums) + 1 + len(payments), len(sale.taxes) + 2 + len(note))
    height = rows * STEP + 32 * mm

    def draw(canvas: Canvas, y: float) -> None:
        top = y - 9 * mm
        _draw_taxes(canvas, sale, words, left, top, note)
        below = _draw_sums(canvas, sums, right, top)
        for at, (label, figure) in enumerate(payments):
            write(canvas, right - SUMS_WIDTH, below - at * STEP, label, QUIET)
            write(canvas, right, below - at * STEP, figure, QUIET, align="right")
        _draw_receipt(canvas, sale, words, left, y - height + 4 * mm)

    return Foot(height, draw)


def _sums(sale: Sale, words: Words) -> list[tuple[str, str]]:
    """Net, tax by rate, and the total at last."""
    net = sum(tax.net_minor for tax in sale.taxes)
    rows = [(words("net_total"), words.money(net, sale.currency))]
    for tax in sale.taxes:
        label = words("tax_total", percent=words.percent(tax.rate_ppm))
        rows.append((label, words.money(tax.tax_minor, sale.currency)))
    return [*rows, (f"{words('total')} {sale.currency}", words.money(sale.total_minor, sale.currency))]


def _payments(sale: Sale, words: Words) -> list[tuple[str, str]]:
    tip = tip_total(sale.payments)
    rows = [(words("tip"), words.money(tip, sale.currency))] if tip else []
    if sale.rounding_minor:
        rows.append((words("rounding"), words.money(sale.rounding_minor, sale.currency)))
    for paid in sale.payments:
        label = words("cash_back") if paid.method == CASH and paid.amount_minor < 0 else words.method(paid.method)
        rows.append(
            (f"{label} {paid.reference}".strip(), words.money(paid.amount_minor + paid.tip_minor, sale.currency))
        )
    if sale.change_minor:
        rows.append((words("change"), words.money(-sale.change_minor, sale.currency)))
    return rows


def _in_column(label: str, figure: str) -> list[tuple[str, str]]:
    """Break what is too long beside its figure; the figure stands in the first line."""
    room = SUMS_WIDTH - stringWidth(figure, REGULAR, BODY) - 4 * mm
    first, *more = wrap(label, REGULAR, BODY, room)
    return [(first, figure), *((line, "") for line in more)]


def _draw_sums(canvas: Canvas, sums: list[tuple[str, str]], right: float, top: float) -> float:
    left, y = right - SUMS_WIDTH, top
    for label, figure in sums[:-1]:
        write(canvas, left, y, label)
        write(canvas, right, y, figure, align="right")
        y -= STEP
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    canvas.line(left, y + 2.6 * mm, right, y + 2.6 * mm)
    label, figure = sums[-1]
    y -= 2.2 * mm
    write(canvas, left, y, label, size=13, bold=True)
    write(canvas, right, y, figure, size=13, bold=True, align="right")
    return y - STEP - 1.5 * mm


def _tax_note(sale: Sale, words: Words) -> list[str]:
    note = words("prices_gross" if sale.tax_inclusive else "prices_net")
    if sale.tax_exempt:
        note = words("tax_exempt", reason=sale.tax_exempt)
    return wrap(note, REGULAR, SMALL, NOTE_WIDTH)


def _draw_taxes(canvas: Canvas, sale: Sale, words: Words, left: float, top: float, note: list[str]) -> None:
    stops = (left + 14 * mm, left + 36 * mm, left + 56 * mm, left + 78 * mm)
    for stop, key in zip(stops, ("rate", "net", "tax", "gross"), strict=True):
        write(canvas, stop, top, words(key), QUIET, SMALL, bold=True, align="right")
    y = top
    for tax in sale.taxes:
        y -= STEP * 0.86
        amounts = (words.money(minor, sale.currency) for minor in (tax.net_minor, tax.tax_minor, tax.gross_minor))
        for stop, text in zip(stops, (f"{words.percent(tax.rate_ppm)} %", *amounts), strict=True):
            write(canvas, stop, y, text, INK, SMALL, align="right")
    for line in note:
        y -= STEP
        write(canvas, left, y, line, QUIET, SMALL)


def _draw_receipt(canvas: Canvas, sale: Sale, words: Words, left: float, y: float) -> None:
    text = words("for_receipt", receipt=sale.receipt, day=words.day(sale.occurred_at))
    write(canvas, left, y + BAR_HEIGHT + 3 * mm, text, QUIET, SMALL)
    at = left
    if fits_code128(sale.receipt):
        runs, modules = code128_runs(sale.receipt)
        canvas.setFillColor(INK)
        for first, wide in runs:
            canvas.rect(left + first * BAR_MM * mm, y, wide * BAR_MM * mm, BAR_HEIGHT, stroke=0, fill=1)
        at += modules * BAR_MM * mm + 6 * mm
    if sale.hash:
        write(canvas, at, y + 1 * mm, words("journal", seq=sale.seq, hash=sale.hash[:HASH_SHOWN]), QUIET, 7)
