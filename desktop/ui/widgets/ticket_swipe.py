"""A drag sideways on a row of the ticket: when it is one, how far it has come, and what it uncovers.

Fingers come as the mouse does: what the list does not take of a touch, Qt sends on as presses and moves.
"""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN

Side = Literal["", "left", "right"]

START_MM = 3.0
"""A tap moves less; below the 5 mm after which a list begins to scroll, so that both decide on one drag."""
REACH_MM = 22.0
"""So far a row is pushed before letting go does something."""
STEEP = 2
"""A drag sideways goes so many times as far across as up or down; the same slope by which a list scrolls."""

_GROUNDS: dict[Side, tuple[str, str]] = {"left": ("danger", "danger_ground"), "right": ("primary", "tint")}


class Swipe:
    """One press on a row, from where it began. `key` is the row's line, `by_px` how far it is pushed, left below 0.

    Once a drag is a scroll or goes up or down it is never a swipe any more."""

    def __init__(self) -> None:
        self.key = ""
        self.by_px = 0
        self._from = QPoint()
        self._is_sideways = False

    def begin(self, key: str, at: QPoint) -> None:
        """A row is pressed."""
        self.key, self.by_px, self._from, self._is_sideways = key, 0, at, False

    def move(self, at: QPoint, *, scrolls: bool) -> bool:
        """Follow the finger; tells whether the row is pushed, which is nothing that the list should see."""
        if not self.key:
            return False
        across, down = at.x() - self._from.x(), at.y() - self._from.y()
        if scrolls:
            self.forget()
        elif not self._is_sideways and max(abs(across), abs(down)) >= active().mm(START_MM):
            self._is_sideways = abs(across) >= STEEP * abs(down)
            if not self._is_sideways:
                self.forget()
        if self._is_sideways:
            self.by_px = across
        return self._is_sideways

    def side(self) -> Side:
        """Where the row is pushed to, once it is far enough."""
        if abs(self.by_px) < active().mm(REACH_MM):
            return ""
        return "left" if self.by_px < 0 else "right"

    def forget(self) -> None:
        """Nothing is pressed, or it is no swipe."""
        self.begin("", QPoint())


def paint_uncovered(painter: QPainter, row: QRect, swipe: Swipe, words: str) -> None:
    """Fill what a pushed row leaves free and say what letting go does; strong once it is far enough."""
    theme, to_left = active(), swipe.by_px < 0
    strong, quiet = _GROUNDS["left" if to_left else "right"]
    reached = bool(swipe.side())
    free = QRect(row)
    if to_left:
        free.setLeft(row.right() + 1 + swipe.by_px)
    else:
        free.setRight(row.left() - 1 + swipe.by_px)
    painter.fillRect(free, theme.colour(strong if reached else quiet))
    painter.setFont(theme.font("body", 700))
    painter.setPen(theme.colour("surface" if reached else strong))
    side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
    margin = theme.px(MARGIN)
    painter.drawText(
        QRectF(row).adjusted(margin, 0, -margin, 0),
        int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
        words,
    )
