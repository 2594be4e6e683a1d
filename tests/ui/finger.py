"""A finger on the glass: real touch events, from which Qt makes scrolling, presses and moves as on a till."""

from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

STRIDES = 8
"""Moves from one point to the next."""


@cache
def _glass() -> QPointingDevice:
    return QTest.createTouchDevice()


class Finger:
    """Presses `widget` at a point; `move` goes by so many pixels, in strides; `lift` lets go."""

    def __init__(self, widget: QWidget, at: QPoint) -> None:
        self._widget, self._at = widget, at
        QTest.touchEvent(widget, _glass()).press(0, at, widget).commit()
        QApplication.processEvents()

    def move(self, across: int, down: int = 0) -> "Finger":
        """Go on from where it is."""
        begun = self._at
        for stride in range(1, STRIDES + 1):
            self._at = begun + QPoint(across * stride // STRIDES, down * stride // STRIDES)
            QTest.touchEvent(self._widget, _glass()).move(0, self._at, self._widget).commit()
            QApplication.processEvents()
        return self

    def lift(self) -> None:
        """Let go."""
        QTest.touchEvent(self._widget, _glass()).release(0, self._at, self._widget).commit()
        QApplication.processEvents()
