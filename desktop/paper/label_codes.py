"""The code of a label as dark stretches: EAN-13, EAN-8, Code 128, or a QR code where bars have no room.

EAN: ISO/IEC 15420, GS1 General Specifications 5.2. A UPC-A is an EAN-13 that begins with 0.
"""

from dataclasses import dataclass

from desktop.domain.codes import is_gtin
from desktop.paper.barcodes import QUIET_128, QUIET_QR, Run, code128_runs, fits_code128, qr_rows

_LEFT_ODD = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
_PARITY = ("OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO")
_GUARD, _CENTRE = "101", "01010"


@dataclass(frozen=True, slots=True)
class Symbol:
    """Rows of dark stretches, all `modules` wide: one row for bars, many for squares; `quiet` modules around it."""

    rows: tuple[tuple[Run, ...], ...]
    modules: int
    quiet: int
    text: str

    @property
    def is_square(self) -> bool:
        """Whether it is as high as it is wide."""
        return len(self.rows) > 1


def bars_of(code: str) -> Symbol | None:
    """Give the bars of a code: EAN for a trade item number, else Code 128; None where bars cannot say it."""
    if len(code) in (12, 13) and is_gtin(code):
        return _symbol(_ean13(code.zfill(13)), 11, code)
    if len(code) == 8 and is_gtin(code):
        return _symbol(_ean8(code), 7, code)
    if not fits_code128(code):
        return None
    runs, modules = code128_runs(code)
    return Symbol((runs,), modules, QUIET_128, code)


def square_of(code: str) -> Symbol:
    """Give the QR code of a code, whatever is in it."""
    rows = qr_rows(code)
    return Symbol(rows, len(rows), QUIET_QR, code)


def _symbol(modules: str, quiet: int, text: str) -> Symbol:
    runs: list[Run] = []
    at = 0
    while at < len(modules):
        end = at
        while end < len(modules) and modules[end] == modules[at]:
            end += 1
        if modules[at] == "1":
            runs.append((at, end - at))
        at = end
    return Symbol((tuple(runs),), len(modules), quiet, text)


def _ean13(digits: str) -> str:
    parity = _PARITY[int(digits[0])]
    left = "".join(
        _odd(digit) if side == "O" else _even(digit) for digit, side in zip(digits[1:7], parity, strict=True)
    )
    return _GUARD + left + _CENTRE + "".join(map(_right, digits[7:])) + _GUARD


def _ean8(digits: str) -> str:
    return _GUARD + "".join(map(_odd, digits[:4])) + _CENTRE + "".join(map(_right, digits[4:])) + _GUARD


def _odd(digit: str) -> str:
    return _LEFT_ODD[int(digit)]


def _right(digit: str) -> str:
    return "".join("1" if module == "0" else "0" for module in _odd(digit))


def _even(digit: str) -> str:
    return _right(digit)[::-1]
