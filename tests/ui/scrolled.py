"""Lists that are longer than their place."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def is_held(widget: QWidget, window: QWidget) -> bool:
    """Whether a window holds a widget: whole, or in a list that scrolls up and down to it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if window.rect().contains(place):
        return True
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if not isinstance(parent, QScrollArea) or not parent.verticalScrollBar().isVisible():
        return False
    return window.rect().contains(QRect(place.left(), 0, place.width(), 1))
