"""A table as a file: CSV and XLSX for a spreadsheet, PDF for people. No text is one that a spreadsheet would run."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop.paper.receipt_pdf import BOLD, REGULAR, wrap

Table = Sequence[Sequence[str]]
"""Rows of cells; the first one has the names of the columns."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
    f'ContentType="{_TYPE}.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="sheet.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets><sheet name="Report" sheetId="1" '
    'r:id="r1"/></sheets></workbook>',
}
_SIZE, _LEADING, _MARGIN, _GAP = 7.5, 10.5, 12 * mm, 2.5 * mm


def table_csv(table: Table) -> bytes:
    """Write CSV in UTF-8 with a mark, as spreadsheets open it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in table)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def table_xlsx(table: Table) -> bytes:
    """Write a workbook of one sheet: numbers as numbers, everything else as text."""
    lines = [f"<row>{''.join(map(_cell, row))}</row>" for row in table]
    parts = _PARTS | {
        "xl/sheet.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def table_pdf(table: Table, title: str) -> bytes:
    """Write pages of A4 lying down, the names of the columns on each; what is too wide is cut with an ellipsis."""
    wrap("", BOLD, _SIZE, 1)  # the fonts are registered by the layout of receipts
    wide, high = landscape(A4)
    widths = _widths(table, wide - 2 * _MARGIN)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(wide, high), invariant=True)
    canvas.setTitle(title)
    most = int((high - 2 * _MARGIN) / _LEADING) - 3
    head, rows = (table[0] if table else ()), table[1:]
    for at in range(0, max(len(rows), 1), most):
        y = high - _MARGIN - _SIZE
        canvas.setFont(BOLD, _SIZE + 3)
        canvas.drawString(_MARGIN, y, title)
        _draw(canvas, head, widths, y - 1.8 * _LEADING, BOLD)
        for n, row in enumerate(rows[at : at + most]):
            _draw(canvas, row, widths, y - (n + 3) * _LEADING, REGULAR)
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawRightString(wide - _MARGIN, _MARGIN / 2, str(canvas.getPageNumber()))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, row: Sequence[str], widths: Sequence[float], y: float, font: str) -> None:
    canvas.setFont(font, _SIZE)
    x = _MARGIN
    for cell, width in zip(row, widths, strict=False):
        text = _cut(cell, font, width - _GAP)
        if _NUMBER.fullmatch(cell):
            canvas.drawRightString(x + width - _GAP, y, text)
        else:
            canvas.drawString(x, y, text)
        x += width


def _widths(table: Table, room: float) -> list[float]:
    """As wide as each column's widest cell; where that is more than the page, the wide ones give."""
    columns = list(zip(*table, strict=True))
    wanted = [max(stringWidth(cell, BOLD, _SIZE) for cell in column) + _GAP for column in columns]
    fair = room / max(len(wanted), 1)
    spare = room - sum(width for width in wanted if width <= fair)
    greedy = sum(width for width in wanted if width > fair)
    if sum(wanted) <= room or not greedy:
        return wanted
    return [width if width <= fair else width * spare / greedy for width in wanted]


def _cut(text: str, font: str, width: float) -> str:
    if stringWidth(text, font, _SIZE) <= width:
        return text
    while text and stringWidth(f"{text}…", font, _SIZE) > width:
        text = text[:-1]
    return f"{text}…"


def _cell(value: str) -> str:
    if _NUMBER.fullmatch(value):
        return f"<c><v>{value}</v></c>"
    clean = "".join(letter for letter in value if letter >= " " or letter in "\t\n")
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(clean)}</t></is></c>'


def _harmless(cell: str) -> str:
    """What begins like a formula gets an apostrophe (OWASP, CSV injection); numbers stay numbers."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(cell) else cell
