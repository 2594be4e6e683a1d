"""Hebrew as it is drawn: paper puts letters from left to right, whatever way they are read."""

import re

_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_RUN = re.compile(rf"[{_HEBREW}](?:(?:[^\w{_HEBREW}]|[\d{_HEBREW}])*[\d{_HEBREW}])?")
_FIGURE = re.compile(r"[%€₪$№+-]*\d+(?:[.,:/-]\d+)*[%€₪$°]*|.", re.DOTALL)
_FACING = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def as_drawn(line: str) -> str:
    """Turn what is read from right to left around, but for its figures; vowel points are left out, as shops do.

    A line is read from the left: what stands between two Hebrew words belongs to them, what stands behind does not.
    """
    return _RUN.sub(_turned, _POINTS.sub("", line))


def _turned(run: re.Match[str]) -> str:
    return "".join(part.translate(_FACING) for part in reversed(_FIGURE.findall(run[0])))
