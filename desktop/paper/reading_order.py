"""Hebrew and Arabic as they are drawn: paper puts letters from left to right, whatever way they are read.

Arabic letters take the shape that their neighbours ask for: Unicode has each shape as a letter of its own, and says of
which letter it is one (UnicodeData.txt, decompositions <initial>, <medial>, <final> and <isolated>).
"""

import re
import unicodedata
from functools import lru_cache

_RIGHT_TO_LEFT = "\u0590-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefe"
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]"
)
_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f]+")
_RUN = re.compile(
    rf"[{_RIGHT_TO_LEFT}](?:(?:[^\w{_RIGHT_TO_LEFT}]|[\d{_RIGHT_TO_LEFT}])*[\d{_RIGHT_TO_LEFT}])?[)\]}}»]?"
)
_FIGURE = re.compile(r"[%€₪$№+-]*\d+(?:[.,:/-]\d+)*[%€₪$°]*|.", re.DOTALL)
_CLOSES = {")": "(", "]": "[", "}": "{", "»": "«"}
_FACING = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def as_drawn(line: str) -> str:
    """Turn what is read from right to left around, but for its figures; vowel points are left out, as shops do.

    A line is read from the left: what stands between two such words belongs to them, what stands behind does not, but
    for a bracket that closes one between them.
    """
    joined = _ARABIC.sub(lambda word: _joined(word[0]), _POINTS.sub("", line))
    return _RUN.sub(_turned, joined)


def _turned(run: re.Match[str]) -> str:
    at = _first_unopened(run[0])
    text, rest = run[0][:at], run[0][at:]
    return "".join(part.translate(_FACING) for part in reversed(_FIGURE.findall(text))) + _RUN.sub(_turned, rest)


def _first_unopened(text: str) -> int:
    """Give where a bracket closes what was opened before the text, else its length."""
    waits: list[str] = []
    for at, letter in enumerate(text):
        if letter in _CLOSES.values():
            waits.append(letter)
        elif letter in _CLOSES and (not waits or waits.pop() != _CLOSES[letter]):
            return at
    return len(text)


def _joined(word: str) -> str:
    """Give letters the shapes that their neighbours ask for; lam and alef become one letter."""
    shapes = _shapes()
    letters = re.findall("\u0644[\u0622\u0623\u0625\u0627]|.", word)
    drawn = []
    for at, letter in enumerate(letters):
        own = shapes.get(letter, {})
        before = at > 0 and "initial" in shapes.get(letters[at - 1], {})
        behind = at + 1 < len(letters) and "final" in shapes.get(letters[at + 1], {})
        joins = "final" in own and before, "initial" in own and behind
        form = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(joins, "isolated")
        drawn.append(own.get(form, letter))
    return "".join(drawn)


@lru_cache(maxsize=1)
def _shapes() -> dict[str, dict[str, str]]:
    """Letter -> shape by its form; a letter without an initial form joins none behind it."""
    shapes: dict[str, dict[str, str]] = {}
    for point in (*range(0xFB50, 0xFBFF), *range(0xFE70, 0xFEFD)):
        form, _, parts = unicodedata.decomposition(chr(point)).partition(" ")
        letters = "".join(chr(int(part, 16)) for part in parts.split())
        if letters and not letters.startswith(" ") and (len(letters) == 1 or letters[0] == "\u0644"):
            shapes.setdefault(letters, {}).setdefault(form.strip("<>"), chr(point))
    return shapes
