"""Rows of paper as lines of fixed-pitch characters, for printers that count in columns (42 or 48) and for terminals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.paper.rows import Band, Code, Columns, Gap, Pair, Row, Rule, Text

COLUMNS = 42
MARK_COLUMNS = 2
Plain = Callable[[str], str]
LEAST_LABEL = 8
"""A label squeezed into fewer columns goes on a line of its own."""

_PLAIN = str.maketrans(
    {
        "×": "x",
        "−": "-",
        "–": "-",
        "—": "-",
        "·": "-",
        "•": "*",
        "…": "...",
        "€": "EUR",
        "₽": "руб.",
        "«": '"',
        "»": '"',
    }
    | {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "}
)
"""Signs that code pages of printers lack; replaced before anything is measured, because some grow."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. A `big` line is of double width, so its text has half the columns; a `band` is inverted."""

    text: str
    bold: bool = False
    big: bool = False
    band: bool = False


def plain(text: str) -> str:
    """Replace typographic signs that printers lack."""
    return text.translate(_PLAIN)


def text_lines(rows: Sequence[Row], columns: int = COLUMNS, plain: Plain = plain) -> tuple[Line | Code, ...]:
    """Lay rows out in columns; codes stay codes, because a printer draws them itself.

    `plain` puts text into letters of one column each that the printer has, before anything is measured.
    """
    lines: list[Line | Code] = []
    for row in rows:
        lines += [row] if isinstance(row, Code) else _lines(row, columns, plain)
    return tuple(lines)


def plain_text(rows: Sequence[Row], columns: int = COLUMNS) -> str:
    """Write rows as text for a terminal or a test."""
    lines = text_lines(rows, columns)
    return "\n".join(line.text.center(columns).rstrip() if isinstance(line, Code) else line.text for line in lines)


def _lines(row: Text | Pair | Columns | Band | Rule | Gap, columns: int, plain: Plain) -> list[Line]:
    if isinstance(row, Text):
        big = row.size == "big"
        width = columns // 2 if big else columns
        place = {"left": str.ljust, "center": str.center, "right": str.rjust}[row.align]
        return [Line(place(text, width).rstrip(), row.bold, big) for text in wrap(plain(row.text), width)]
    if isinstance(row, Pair):
        return _pair(row, columns, plain)
    if isinstance(row, Columns):
        return [Line(text, row.bold) for text in _columns([plain(cell) for cell in row.cells], columns)]
    if isinstance(row, Band):
        half = columns // 2
        return [Line(text.center(half), bold=True, big=True, band=True) for text in wrap(plain(row.text), half)]
    if isinstance(row, Rule):
        return [Line(("=" if row.heavy else "-") * columns)]
    return [Line("")] if row.mm >= 1 else []


def _pair(row: Pair, columns: int, plain: Plain) -> list[Line]:
    big = row.size == "big"
    width = columns // 2 if big else columns
    label, figure = plain(row.left), plain(row.right)
    if row.mark is not None:
        figure = f"{figure}{plain(row.mark):>{MARK_COLUMNS}}" if figure else ""
    indent = "  " if row.indent else ""
    room = width - len(figure) - len(indent) - (1 if figure else 0)
    if figure and room < min(LEAST_LABEL, len(label)):
        labels = [indent + text for text in wrap(label, width - len(indent))]
        texts = [*labels, *(text.rjust(width) for text in wrap(figure, width))]
    else:
        first, *rest = wrap(label, room)
        texts = [(indent + first).ljust(width - len(figure)) + figure, *(indent + text for text in rest)]
    return [Line(text.rstrip(), row.bold, big) for text in texts]


def _columns(cells: Sequence[str], columns: int) -> list[str]:
    step = columns * 79 // 100 // max(1, len(cells) - 1)
    first = columns - step * (len(cells) - 1)
    head, *figures = cells
    if any(len(figure) >= step for figure in figures):
        return [text.rjust(columns) for text in wrap(" ".join(cells), columns)]
    above = wrap(head, columns) if len(head) > first else []
    return [*above, ("" if above else head).ljust(first) + "".join(figure.rjust(step) for figure in figures)]


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` characters, at spaces, and inside a word only where it must."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
            continue
        pieces = [word[start : start + width] for start in range(0, len(word), max(1, width))]
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines
