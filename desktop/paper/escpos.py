"""ESC/POS: what a receipt printer is told, byte for byte. Every function gives bytes; a job is their concatenation.

Code pages: printers number them as they like, so a setting reads `cp866` (the usual number), `cp866:star` (that of a
family of printers) or `cp866:59` (the printer's own). A letter that the page lacks is written with letters it has;
control characters inside text never reach the printer. `RASTER` instead of a page: the slip is drawn and sent as dots.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from desktop.domain.refusal import Refusal

Align = Literal["left", "center", "right"]
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
_ALIGN = {"left": 0, "center": 1, "right": 2}
# Epson's numbers; most printers follow.
PAGE_NUMBERS = {
    "cp437": 0, "cp850": 2, "cp860": 3, "cp863": 4, "cp865": 5, "cp852": 18, "cp858": 19, "cp866": 17,
    "cp1250": 45, "cp1251": 46, "cp1252": 16, "cp1253": 47, "cp1254": 48, "cp1257": 51,
}  # fmt: skip
PROFILES: dict[str, dict[str, int]] = {
    "epson": PAGE_NUMBERS,
    "citizen": {"cp437": 0, "cp850": 2, "cp858": 19, "cp866": 7, "cp1252": 9},
    "kefar": {"cp437": 0, "cp850": 2, "cp858": 14, "cp866": 12, "cp1251": 51, "cp1252": 11},
    "rongta": {"cp437": 0, "cp850": 2, "cp858": 19, "cp866": 7, "cp1251": 6, "cp1252": 16},
    "star": {"cp437": 0, "cp858": 4, "cp866": 10, "cp1251": 34, "cp1252": 32},
    "wincor": {"cp437": 0, "cp850": 1, "cp858": 6, "cp866": 7, "cp1252": 8},
    "zjiang": {"cp437": 0, "cp850": 2, "cp858": 19, "cp866": 17, "cp1251": 73, "cp1252": 16},
}
"""Families of printers and their numbers of the pages that matter here."""
RASTER = "raster"
BAND_DOTS = 128
"""Height of one picture command: small printers hold no more."""
_MOST_QR_BYTES = 2331
_MOST_CODE128_SIGNS = 48

_SIGNS = {
    "₽": "руб.", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "грн.", "₸": "тг.", "₺": "TL", "¢": "c", "№": "No",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "′": "'", "–": "-", "—": "-",
    "−": "-", "‑": "-", "…": "...", "×": "x", "÷": ":", "·": "*", "•": "*", "≤": "<=", "≥": ">=", "→": "->",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "ł": "l", "Ł": "L", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ə": "e", "Ə": "E", "°": "o", "⁄": "/",
}  # fmt: skip
_CYRILLIC = {
    "і": "i", "ї": "i", "є": "е", "ґ": "г", "ў": "у", "қ": "к", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "ө": "о",
    "һ": "х", "ә": "а", "љ": "ль", "њ": "нь", "ђ": "дь", "ћ": "ч", "џ": "дж", "ј": "j", "ѕ": "s",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip
_WRITTEN = _SIGNS | _CYRILLIC | {letter.upper(): other.capitalize() for letter, other in _CYRILLIC.items()}


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code page by its Python codec and by the printer's own number for it."""

    codec: str
    number: int


def code_page(setting: str) -> CodePage:
    """The page of a setting such as `cp866`, `cp866:star` or `cp866:59`; refuses printer.code_page."""
    name, _, where = setting.strip().lower().partition(":")
    if name in PAGE_NUMBERS and where.isascii() and where.isdigit() and int(where) < 256:
        return CodePage(name, int(where))
    if name in PROFILES.get(where or "epson", {}):
        return CodePage(name, PROFILES[where or "epson"][name])
    raise Refusal(
        "printer.code_page",
        f"“{setting}” is no code page of such a receipt printer.",
        f"Write one of {', '.join(PAGE_NUMBERS)}, if need be with the maker or the printer's own number behind: "
        f"cp866:star, cp866:59. {RASTER} draws the letters and works everywhere.",
        field="printer_code_page",
        facts={"setting": setting},
    )


def encode(text: str, page: CodePage) -> bytes:
    """`text` in the page's bytes, missing letters rewritten, "?" at last; line feeds stay, other controls are spaces.

    The result may be longer than the text ("€" as "EUR"): `rewritten` it first where columns are counted.
    """
    return rewritten(text, page).encode(page.codec, "replace")


def rewritten(text: str, page: CodePage) -> str:
    """`text` in letters of the page: one character is one column."""
    clean = "".join(" " if unicodedata.category(sign) == "Cc" and sign != "\n" else sign for sign in text)
    try:
        clean.encode(page.codec)
    except UnicodeEncodeError:
        return "".join(_rewritten_sign(sign, page) for sign in unicodedata.normalize("NFC", clean))
    return clean


def _rewritten_sign(sign: str, page: CodePage) -> str:
    if codecs.encode(sign, page.codec, "ignore"):
        return sign
    if unicodedata.category(sign) in ("Mn", "Cf"):
        return ""
    if sign.isspace():
        return " "
    other = _WRITTEN.get(sign)
    if other is None:
        base = unicodedata.normalize("NFKD", sign)
        other = base if base != sign else "?"
    return other if other == "?" else "".join(_rewritten_sign(part, page) for part in other)


def reset() -> bytes:
    """Forget what the job before has set."""
    return b"\x1b@"


def init(page: CodePage) -> bytes:
    """Reset, leave the two-byte mode in which some printers wake up (they would pair our letters), choose the page."""
    return reset() + b"\x1c." + bytes([0x1B, 0x74, page.number])


def raster(dots: bytes, row_bytes: int) -> bytes:
    """A picture (GS v 0): one bit a dot, the leftmost highest, `row_bytes` in a row; in bands that any printer holds.

    Printers obey real-time commands (DLE EOT, ENQ, DC4: drawer, power) inside pictures too, so where the dots spell
    one, a dot is set beside them.
    """
    if not 0 < row_bytes < 256 or len(dots) % row_bytes:
        raise ValueError(f"No picture of {len(dots)} bytes in rows of {row_bytes}")
    quiet = _REAL_TIME.sub(b"\x18", dots)
    size = row_bytes * BAND_DOTS
    return b"".join(
        b"\x1dv0\x00" + bytes([row_bytes, 0, len(band) // row_bytes, 0]) + band
        for band in (quiet[start : start + size] for start in range(0, len(quiet), size))
    )


def bold(on: bool) -> bytes:
    """Bold from here."""
    return bytes([0x1B, 0x45, on])


def double(on: bool) -> bytes:
    """Double width and height from here: half as many columns."""
    return b"\x1d!\x11" if on else b"\x1d!\x00"


def inverted(on: bool) -> bytes:
    """White on black from here."""
    return bytes([0x1D, 0x42, on])


def align(side: Align) -> bytes:
    """Where lines stand; only at the beginning of a line."""
    return bytes([0x1B, 0x61, _ALIGN[side]])


def feed(lines: int) -> bytes:
    """Paper forward by up to 255 lines."""
    return bytes([0x1B, 0x64, lines])


def cut(partial: bool = True) -> bytes:
    """Feed to the knife, so that the last lines do not stay inside, and cut."""
    return bytes([0x1D, 0x56, 66 if partial else 65, 0])


def qr(text: str, module_dots: int = 5) -> bytes:
    """A QR code (model 2, error correction M) drawn by the printer; ValueError over 2,331 bytes.

    Printers obey DLE at once, in data as well (ESC/POS, "real-time commands"): it becomes a question mark.
    """
    data = text.replace("\x10", "?").encode()
    if not data or len(data) > _MOST_QR_BYTES or not 1 <= module_dots <= 16:
        raise ValueError(f"No QR code of {len(data)} bytes in {module_dots} dots")
    return b"".join(
        b"\x1d(k" + len(command).to_bytes(2, "little") + command
        for command in (b"1A2\x00", b"1C" + bytes([module_dots]), b"1E1", b"1P0" + data, b"1Q0")
    )


def code128(text: str, height_dots: int = 64, module_dots: int = 2, with_text: bool = True) -> bytes:
    """A Code 128 (set B) drawn by the printer, its text below; ValueError unless 1 to 48 printable ASCII signs."""
    if not 0 < len(text) <= _MOST_CODE128_SIGNS or not (text.isascii() and text.isprintable()):
        raise ValueError(f"No Code 128 of {text!r}")
    data = b"{B" + text.replace("{", "{{").encode("ascii")
    look = bytes([0x1D, 0x68, height_dots, 0x1D, 0x77, module_dots, 0x1D, 0x66, 0, 0x1D, 0x48, 2 if with_text else 0])
    return look + bytes([0x1D, 0x6B, 73, len(data)]) + data
