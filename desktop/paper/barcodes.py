"""Codes on paper that a scanner reads again: Code 128 as bars, QR as squares, both as rectangles to fill."""

from functools import lru_cache
from typing import Any

import segno
from reportlab.graphics.barcode.code128 import Code128

QUIET_128 = 10
"""Empty modules that Code 128 needs at either side (ISO/IEC 15417)."""
QUIET_QR = 4

Run = tuple[int, int]
"""A dark stretch: (first module, modules)."""


MOST_CODE128_LETTERS = 30
_FNC1 = "\xf1"
"""As reportlab writes it."""


def fits_code128(text: str) -> bool:
    """Tell whether bars can hold the text in a width that paper has; squares hold what bars cannot."""
    return text.isascii() and text.isprintable() and 0 < len(text) <= MOST_CODE128_LETTERS


@lru_cache(maxsize=64)
def code128_runs(text: str) -> tuple[tuple[Run, ...], int]:
    """Give the bars of a Code 128 and its width in modules, without quiet zones. ValueError beyond `fits_code128`."""
    code: Any = Code128(text, barWidth=1, barHeight=1, quiet=0)
    code.validate()
    if not fits_code128(text):
        raise ValueError(f"Code 128 cannot hold {text!r}")
    code.encode()
    code.decompose()
    return _runs(code.decomposed)


@lru_cache(maxsize=64)
def gs1_128_runs(elements: str) -> tuple[tuple[Run, ...], int]:
    """Give the bars of a GS1-128 (Code 128 that begins with FNC1) of one element string, and its width in modules."""
    code: Any = Code128(f"{_FNC1}{elements}", barWidth=1, barHeight=1, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    return _runs(code.decomposed)


@lru_cache(maxsize=64)
def qr_rows(text: str) -> tuple[tuple[Run, ...], ...]:
    """Give the dark stretches of each row of a QR code with 15 % error correction, without its quiet zone."""
    matrix = segno.make_qr(text, error="m").matrix
    return tuple(_dark("".join("1" if module else "0" for module in row)) for row in matrix)


def _runs(decomposed: str) -> tuple[tuple[Run, ...], int]:
    """Read reportlab's letters: upper case is a bar of A=1 to H=8 modules, lower case a space."""
    runs: list[Run] = []
    at = 0
    for letter in decomposed:
        modules = ord(letter.upper()) - ord("A") + 1
        if letter.isupper():
            runs.append((at, modules))
        at += modules
    return tuple(runs), at


def _dark(modules: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for index, module in enumerate(modules + "0"):
        if module == "0":
            if index > at:
                runs.append((at, index - at))
            at = index + 1
    return tuple(runs)
