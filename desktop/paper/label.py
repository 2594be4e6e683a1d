"""How a label looks: one layout in millimetres from its left upper corner, for paper and for every label printer.

A name is broken and then shortened; a price gets smaller until it fits and is never cut. Bars are whole dots of a head
of 203 dpi (8 to the millimetre), the coarsest there is: 2 dots at least, 3 where there is room.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.pdfbase import pdfmetrics

from desktop.domain.label import Label
from desktop.paper.barcodes import Run
from desktop.paper.label_codes import Symbol, bars_of, square_of
from desktop.paper.receipt_pdf import BOLD, REGULAR, wrap
from desktop.paper.words import Words

Align = Literal["left", "center", "right"]
DOT_MM = 0.125
BAR_DOTS = (3, 2)
SQUARE_DOTS = (4, 3, 2)
PT_MM = 25.4 / 72
LEADING = 1.18
FIGURE, COMMA = 0.74, 0.17
"""How far figures stand above their base line and commas below it, as a share of the size."""
GAP_MM = 0.9
LEAST_PRICE_PT = 11.0
"""A price smaller than this gets the whole width, and what stands beside it goes above."""
MOST_SQUARE = 0.45
"""Share of the width that a square may take."""
SIGNS = {"EUR": "€", "RUB": "₽", "USD": "$", "GBP": "£", "PLN": "zł", "UAH": "₴", "KZT": "₸", "BYN": "Br"}


@dataclass(frozen=True, slots=True)
class LabelSize:
    """Width, height and margin in millimetres, sizes of name, price and small words in points, how high bars are."""

    name: str
    width_mm: float
    height_mm: float
    margin_mm: float
    name_pt: float
    name_lines: int
    price_pt: float
    small_pt: float
    bars_mm: float


SIZES = {
    size.name: size
    for size in (
        LabelSize("40x25", 40, 25, 1.5, 6.8, 2, 16, 5.4, 6.2),
        LabelSize("58x40", 58, 40, 2.5, 9.2, 3, 27, 6.6, 9.5),
        LabelSize("70x36", 70, 36, 3.0, 9.2, 2, 25, 6.6, 8.5),
    )
}


@dataclass(frozen=True, slots=True)
class Line:
    """Words on a base line at `y_mm` from the top; `struck` is crossed out."""

    text: str
    x_mm: float
    y_mm: float
    size_pt: float
    bold: bool = False
    align: Align = "left"
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Dark:
    """Rows of dark stretches from a left upper corner; a module is `dots` wide, a row `high_mm` high."""

    rows: tuple[tuple[Run, ...], ...]
    x_mm: float
    y_mm: float
    dots: int
    high_mm: float


Part = Line | Dark


@dataclass(frozen=True, slots=True)
class _Box:
    """Where the price stands: its left edge, its width, and from where to where from the top."""

    x_mm: float
    width_mm: float
    top_mm: float
    bottom_mm: float


def lay_out(label: Label, size: LabelSize, words: Words, *, square: bool = False) -> tuple[Part, ...]:
    """Lay a label out; `square` asks for a QR code where bars would do."""
    names = _name(label, size)
    top = size.margin_mm + len(names) * size.name_pt * PT_MM * LEADING
    symbol = None if square else bars_of(label.code)
    dots = fitting_dots(symbol, BAR_DOTS, size.width_mm - 1) if symbol else 0
    if symbol and dots:
        code, box = _with_bars(symbol, dots, size, top)
    else:
        code, box = _with_square(square_of(label.code) if label.code else None, size, top)
    return (*names, *_price(label, size, words, box), *code, *_foot(label, size, words, box))


def _name(label: Label, size: LabelSize) -> list[Line]:
    room = size.width_mm - 2 * size.margin_mm
    lines = shortened(label.name, True, size.name_pt, room, size.name_lines)
    step = size.name_pt * PT_MM * LEADING
    first = size.margin_mm + size.name_pt * PT_MM * 0.82
    return [Line(text, size.margin_mm, first + at * step, size.name_pt, bold=True) for at, text in enumerate(lines)]


def shortened(text: str, bold: bool, size_pt: float, width_mm: float, most: int) -> list[str]:
    """Break words into lines of this width; what goes beyond `most` lines ends in an ellipsis."""
    font = BOLD if bold else REGULAR
    lines = wrap(clean(text), font, size_pt, width_mm / PT_MM)
    if len(lines) <= most:
        return lines
    last = " ".join(lines[most - 1 :])
    while last and _wide(f"{last}…", bold, size_pt) > width_mm:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(' ,.;:-–(«"') + "…"]


def clean(text: str) -> str:
    """Give text without control and formatting characters, on one line."""
    return " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text).split())


def _with_bars(symbol: Symbol, dots: int, size: LabelSize, top: float) -> tuple[list[Part], _Box]:
    caption = _foot_y(size) - size.small_pt * PT_MM * LEADING
    bars = caption - size.small_pt * PT_MM * 0.95 - size.bars_mm
    left = (size.width_mm - symbol.modules * dots * DOT_MM) / 2
    text = Line(symbol.text, size.width_mm / 2, caption, size.small_pt, align="center")
    box = _Box(size.margin_mm, size.width_mm - 2 * size.margin_mm, top + GAP_MM / 2, bars - GAP_MM)
    return [Dark(symbol.rows, left, bars, dots, size.bars_mm), text], box


def _with_square(symbol: Symbol | None, size: LabelSize, top: float) -> tuple[list[Part], _Box]:
    room = min(size.width_mm * MOST_SQUARE, size.height_mm - top)
    dots = fitting_dots(symbol, SQUARE_DOTS, room) if symbol else 0
    wide = (symbol.modules + 2 * symbol.quiet) * dots * DOT_MM if symbol else 0.0
    taken = max(wide - size.margin_mm, 0)
    width = size.width_mm - 2 * size.margin_mm - taken
    caption = _foot_y(size) - size.small_pt * PT_MM * LEADING
    box = _Box(size.margin_mm, width, top + GAP_MM / 2, caption - size.small_pt * PT_MM - GAP_MM / 2)
    if symbol is None:
        return [], box
    text = shortened(symbol.text, False, size.small_pt, width, 1)[0]
    parts: list[Part] = [Line(text, size.margin_mm, caption, size.small_pt)]
    if dots:
        quiet, side = symbol.quiet * dots * DOT_MM, symbol.modules * dots * DOT_MM
        at = size.width_mm - quiet - side, size.height_mm - quiet - side
        parts.append(Dark(symbol.rows, *at, dots, dots * DOT_MM))
    return parts, box


def fitting_dots(symbol: Symbol | None, sizes: Sequence[int], room_mm: float) -> int:
    """Give the widest module whose code and quiet zones fit, 0 when none does."""
    modules = symbol.modules + 2 * symbol.quiet if symbol else 0
    return next((dots for dots in sizes if modules * dots * DOT_MM <= room_mm), 0)


def _price(label: Label, size: LabelSize, words: Words, box: _Box) -> list[Line]:
    beside = _beside(label, words)
    price = price_text(label.price_e4, label.currency, words) if label.price_e4 else ""
    small = size.small_pt
    column = max((_wide(text, False, small) for text, _ in beside), default=-GAP_MM) + GAP_MM
    high = box.bottom_mm - box.top_mm
    own = min(size.price_pt, high / ((FIGURE + COMMA) * PT_MM))
    fitting = fit_text(price, own, box.width_mm - column)
    if beside and fitting < min(LEAST_PRICE_PT, own):
        return _stacked(price, beside, small, box)
    base = box.bottom_mm - fitting * COMMA * PT_MM
    lines = [Line(price, box.x_mm, base, fitting, bold=True)] if price else []
    step = min(small * PT_MM * LEADING, high / max(1, len(beside)))
    for at, (text, struck) in enumerate(reversed(beside)):
        lines.append(
            Line(
                text,
                box.x_mm + box.width_mm,
                base - at * step,
                min(small, step / PT_MM / LEADING),
                align="right",
                struck=struck,
            )
        )
    return lines


def _stacked(price: str, beside: list[tuple[str, bool]], small: float, box: _Box) -> list[Line]:
    """The price below, over the whole width; the small words above it, in one line."""
    gap = 2 * GAP_MM
    wide = sum(_wide(text, False, small) for text, _ in beside) + gap * (len(beside) - 1)
    size = small * min(1, box.width_mm / wide)
    high = box.bottom_mm - box.top_mm - size * PT_MM * LEADING
    own = fit_text(price, high / ((FIGURE + COMMA) * PT_MM), box.width_mm)
    base = box.bottom_mm - own * COMMA * PT_MM
    lines = [Line(price, box.x_mm, base, own, bold=True)]
    x = box.x_mm
    for text, struck in beside:
        y = base - own * FIGURE * PT_MM - size * PT_MM * 0.4
        lines.append(Line(text, x, y, size, struck=struck))
        x += _wide(text, False, size) + gap * size / small
    return lines


def _beside(label: Label, words: Words) -> list[tuple[str, bool]]:
    """What stands beside a price, from the top, and whether it is crossed out."""
    rows = []
    if label.former_e4:
        rows.append((price_text(label.former_e4, label.currency, words), True))
    if label.quantity_milli:
        slash = "/ " if label.quantity_milli == 1000 else ""
        rows.append((slash + words.quantity(label.quantity_milli, label.unit), False))
    if label.base_e4:
        price = price_text(label.base_e4, label.currency, words)
        rows.append((f"{price} / {words.quantity(1000, label.base_unit)}", False))
    return rows


def price_text(price_e4: int, currency: str, words: Words) -> str:
    """Write a price with the sign of its currency, on one line."""
    return f"{words.price(price_e4, currency)} {SIGNS.get(currency, currency)}".replace(" ", "\N{NO-BREAK SPACE}")


def _foot(label: Label, size: LabelSize, words: Words, box: _Box) -> list[Line]:
    y, right = _foot_y(size), box.x_mm + box.width_mm
    day = words.day(label.day)
    if label.lowest_e4:
        return _lowest(label, size, words, box)
    room = box.width_mm - (_wide(day, False, size.small_pt) + 2 * GAP_MM if day else 0)
    own = "" if label.sku == label.code else label.sku
    sku = shortened(own, False, size.small_pt, room, 1)[0] if room > 0 else ""
    lines = [Line(sku, box.x_mm, y, size.small_pt)] if sku else []
    return [*lines, Line(day, right, y, size.small_pt, align="right")] if day else lines


def _lowest(label: Label, size: LabelSize, words: Words, box: _Box) -> list[Line]:
    """What a reduction has to say stands where number and day would, as small as it must be; the day if it fits."""
    key = "label_lowest_since" if label.lowest_since else "label_lowest"
    price = price_text(label.lowest_e4, label.currency, words)
    text, day = words(key, price=price, date=words.day(label.lowest_since)), words.day(label.day)
    small, y = min(size.small_pt, size.small_pt * box.width_mm / _wide(text, False, size.small_pt)), _foot_y(size)
    lines = [Line(text, box.x_mm, y, small)]
    if day and _wide(text, False, small) + _wide(day, False, small) + 2 * GAP_MM <= box.width_mm:
        lines.append(Line(day, box.x_mm + box.width_mm, y, small, align="right"))
    return lines


def _foot_y(size: LabelSize) -> float:
    return size.height_mm - size.margin_mm - size.small_pt * PT_MM * 0.2


def fit_text(text: str, size_pt: float, width_mm: float) -> float:
    """Give the size at which words take no more than this width."""
    wide = _wide(text, True, size_pt)
    return size_pt if wide <= width_mm else size_pt * max(width_mm, 0.0) / wide


def _wide(text: str, bold: bool, size_pt: float) -> float:
    wrap("", BOLD, size_pt, 1)  # the fonts are registered by the layout of receipts
    return float(pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, size_pt)) * PT_MM
