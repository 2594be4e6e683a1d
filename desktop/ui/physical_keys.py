"""What a scanner meant, whatever keyboard layout was on: keys of a US keyboard, and Cyrillic letters back to them.

A keyboard-wedge scanner presses keys of a US keyboard; the computer turns them into letters of the layout in use.
With a Cyrillic layout `AB]` arrives as `ФИЪ`. The key's position decides where the system tells it, else the letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Decoding = Literal["auto", "text", "us"]


@dataclass(frozen=True)
class Stroke:
    """One key press: its text, the key's position (PC scan code set 1, 0 if unknown), Shift, numeric keypad."""

    text: str
    scan_code: int = 0
    shift: bool = False
    keypad: bool = False


# Rows of the main block by first scan code: without and with Shift.
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_PLAIN = {first + at: char for first, plain, _ in _ROWS for at, char in enumerate(plain)}
_SHIFTED = {first + at: char for first, _, shifted in _ROWS for at, char in enumerate(shifted)}

_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_BY_LETTER = {
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
    **dict(zip(_CYRILLIC.upper(), _LATIN_SHIFTED, strict=True)),
    **dict(zip("іїєґўІЇЄҐЎ", "s]'\\oS}\"|O", strict=True)),  # Ukrainian and Belarusian keys
    **dict(zip('.,"№;:?', "/?@#$^&", strict=True)),  # signs that the Russian layout has elsewhere
}


def us_text(strokes: Sequence[Stroke], decoding: Decoding = "auto") -> str:
    """The text as typed on a US keyboard. `auto` translates only what arrived in Cyrillic letters, `text` nothing,
    `us` everything whose key position is known."""
    text = "".join(stroke.text for stroke in strokes)
    if decoding == "text" or (decoding == "auto" and not any(map(is_cyrillic, text))):
        return text
    return "".join(_meant(stroke, by_letter=decoding == "auto") for stroke in strokes)


def is_cyrillic(char: str) -> bool:
    """Whether a letter is Cyrillic; the number sign comes from no other layout either."""
    return "\u0400" <= char <= "\u052f" or char == "№"


def _meant(stroke: Stroke, *, by_letter: bool) -> str:
    if len(stroke.text) != 1 or stroke.text < " " or stroke.keypad:
        return stroke.text
    upper = stroke.text.isupper() if stroke.text.isalpha() else stroke.shift
    by_place = (_SHIFTED if upper else _PLAIN).get(stroke.scan_code)
    if by_place is not None and by_place.isalpha() != stroke.text.isalpha():
        by_place = (_SHIFTED if stroke.shift else _PLAIN)[stroke.scan_code]  # Caps Lock moves letters only
    if by_place is not None:
        return by_place
    return _BY_LETTER.get(stroke.text, stroke.text) if by_letter else stroke.text
