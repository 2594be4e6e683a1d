"""Rows of paper as one job for a receipt printer: text in its code page and columns, codes drawn by the printer."""

from collections.abc import Sequence

from desktop.paper import escpos
from desktop.paper.barcodes import fits_code128
from desktop.paper.receipt_text import COLUMNS, Line, text_lines
from desktop.paper.rows import Code, Row

DOTS_PER_COLUMN = 12
"""Width of a letter in font A."""
MODULE_DOTS = (3, 2)
"""Widths of a bar to try, the more readable first."""


def receipt_escpos(rows: Sequence[Row], columns: int = COLUMNS, code_page: str = "cp866") -> bytes:
    """Give the bytes of a whole slip, cut at its end. Refusal `printer.code_page` for a page nobody knows."""
    if code_page == escpos.RASTER:
        from desktop.paper.receipt_drawn import receipt_drawn  # a drawing library that few tills need

        return receipt_drawn(rows, columns)
    page = escpos.code_page(code_page)

    def plain(text: str) -> str:
        return escpos.rewritten(text.replace("\N{NO-BREAK SPACE}", " ").replace("\n", " "), page)

    lines = text_lines(rows, columns, plain)
    body = b"".join(_code(line, columns, page) if isinstance(line, Code) else _line(line, page) for line in lines)
    return escpos.init(page) + body + escpos.feed(1) + escpos.cut()


def needs_dots(rows: Sequence[Row], code_page: str) -> bool:
    """Tell whether a slip has letters that this page can only write as "?", and dots can show. Refusal as above."""
    if code_page == escpos.RASTER:
        return False
    page, signs = escpos.code_page(code_page), set[str]()

    def gather(text: str) -> str:
        signs.update(text)
        return text

    text_lines(rows, COLUMNS, gather)
    lost = [sign for sign in signs if sign.isalpha() and escpos.rewritten(sign, page) == "?"]
    if not lost:
        return False
    from desktop.paper.receipt_drawn import can_draw  # a drawing library that few tills need

    return any(map(can_draw, lost))


def _line(line: Line, page: escpos.CodePage) -> bytes:
    text = escpos.encode(line.text, page) + b"\n"
    for wanted, style in ((line.bold, escpos.bold), (line.big, escpos.double), (line.band, escpos.inverted)):
        text = style(True) + text + style(False) if wanted else text
    return text


def _code(code: Code, columns: int, page: escpos.CodePage) -> bytes:
    modules = (len(code.text) + 3) * 11 + 2
    fitting = [dots for dots in MODULE_DOTS if modules * dots <= columns * DOTS_PER_COLUMN]
    if code.kind == "code128" and fits_code128(code.text) and fitting:
        drawn = escpos.code128(code.text, module_dots=fitting[0]) + b"\n"
    else:
        drawn = escpos.qr(code.text) + b"\n" + (_caption(code.text, columns, page) if code.kind == "code128" else b"")
    return escpos.align("center") + drawn + escpos.align("left")


def _caption(text: str, columns: int, page: escpos.CodePage) -> bytes:
    """The text of a code that bars could not hold, in lines that the paper can."""
    letters = escpos.encode(text, page)
    return b"".join(letters[at : at + columns] + b"\n" for at in range(0, len(letters), columns))
