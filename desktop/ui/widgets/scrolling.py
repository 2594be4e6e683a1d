"""Scrolling with a finger, for every list, and a place for what may be higher than it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme.theme import active

_LEAST_MM = 15.0
"""So much of what scrolls is always seen."""


class Scrolled(QScrollArea):
    """Holds widgets one below the other at their own height, and scrolls up and down where that is too high."""

    def __init__(self, *held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page = QWidget()
        page.setProperty("scrolled", True)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        for widget in held:
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_by_finger(self)

    def sizeHint(self) -> QSize:
        """All of it."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """All of its width, and enough of its height to see that there is something."""
        inner = self._page.minimumSizeHint()
        return QSize(inner.width(), min(inner.height(), active().mm(_LEAST_MM)))


def scroll_by_finger(area: QAbstractScrollArea) -> None:
    """Kinetic scrolling by touch, without the rubber band (nothing moves that the hand has learnt)."""
    scroller = QScroller.scroller(area.viewport())
    properties = scroller.scrollerProperties()
    off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    for metric in (
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
    ):
        properties.setScrollMetric(metric, off)
    scroller.setScrollerProperties(properties)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
