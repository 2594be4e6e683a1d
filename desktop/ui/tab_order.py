"""The order of the Tab key, where widgets come and go: as one reads the screen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(parts: Sequence[QWidget]) -> None:
    """Let Tab go through these parts in this order, and inside each part in the order of its children."""
    reached = [widget for part in parts for widget in (part, *part.findChildren(QWidget)) if _takes_tab(widget)]
    for before, after in pairwise(reached):
        QWidget.setTabOrder(before, after)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
