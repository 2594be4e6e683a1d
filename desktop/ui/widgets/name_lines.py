"""A long name in little room: few lines, broken between words, and only the end of the last is ever cut."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_UNIT = re.compile(r"(?<=\d) (?=\S{1,3}(?: |$))")
"""The space between a figure and its unit, which no line breaks: `400 g`, `3.2 %`."""

_NO_BREAK = "\N{NO-BREAK SPACE}"


def name_lines(metrics: QFontMetrics, name: str, width: int, most: int = 2) -> list[str]:
    """The name in at most so many lines of this width in pixels; only the end of the last may be cut."""
    lines: list[str] = []
    rest = _UNIT.sub(_NO_BREAK, name).split(" ")
    while rest and len(lines) < most - 1 and metrics.horizontalAdvance(" ".join(rest)) > width:
        line = ""
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}".strip()) <= width:
            line = f"{line} {rest.pop(0)}".strip()
        if not line:
            break
        lines.append(line)
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return [line.replace(_NO_BREAK, " ") for line in lines]
