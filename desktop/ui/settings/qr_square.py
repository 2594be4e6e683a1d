"""A QR code on the screen, dark on white whatever the theme, for a scanner to read."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import LIGHT

_QUIET = 4
"""Empty modules on each side (ISO/IEC 18004)."""

_SIDE_MM = 30.0


class QrSquare(QWidget):
    """`rows` are the dark stretches of each line: (first module, modules)."""

    def __init__(self, rows: Sequence[Sequence[tuple[int, int]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough for a scanner held over a counter; whole pixels per module."""
        side = self._module_px() * (len(self._rows) + 2 * _QUIET)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the modules without smoothing."""
        del event
        painter, module = QPainter(self), self._module_px()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), LIGHT.surface)
        for line, runs in enumerate(self._rows):
            for first, modules in runs:
                at = QRectF((first + _QUIET) * module, (line + _QUIET) * module, modules * module, module)
                painter.fillRect(at, LIGHT.text)

    def _module_px(self) -> int:
        return max(2, round(active().mm(_SIDE_MM) / (len(self._rows) + 2 * _QUIET)))
