"""Scrolling with a finger, for every list, and a place for what may be higher than it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
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


class ScrolledPage(QScrollArea):
    """Holds one page as high as there is room, and scrolls where that is less than the page needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        page.setProperty("scrolled", True)
        page.installEventFilter(self)
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # beside it keys would need more rows
        scroll_by_finger(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page says something else, or has another key."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """All of its width, and enough of its height to see that there is something."""
        return QSize(self._page.minimumSizeHint().width(), active().mm(_LEAST_MM))

    def rise(self) -> None:
        """Show its top again."""
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        room, layout = self.viewport().size(), self._page.layout()
        if layout is None:
            return
        needed = layout.minimumHeightForWidth(room.width()) if layout.hasHeightForWidth() else 0
        self._page.resize(room.width(), max(room.height(), needed, layout.minimumSize().height()))


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
