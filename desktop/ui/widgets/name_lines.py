"""A long name in little room: two lines at most, broken between words, and only the end of the second is ever cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def name_lines(metrics: QFontMetrics, name: str, width: int) -> list[str]:
    """The name in one line or two of this width in pixels; only the end of a second line may be cut."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    first, rest = "", name.split(" ")
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first or not rest:
        return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]
