"""A sentence that somebody agrees to: ticked or not."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key

_SIDE, _MARGIN = 20, 14
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class Tick(Key):
    """A key with a box before its words; Space or a press ticks it, `isChecked()` tells. `clicked` is the signal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="choice", parent=parent)

    def sizeHint(self) -> QSize:
        """Room for the box."""
        return super().sizeHint() + QSize(active().px(_SIDE + 2 * _MARGIN), 0)

    def _paint_content(self, painter: QPainter, theme: Theme, ink: str) -> None:
        side, margin = theme.px(_SIDE), theme.px(_MARGIN)
        box = QRectF(margin, (self.height() - side) / 2, side, side)
        fill = theme.colour("primary") if self.isChecked() else None
        line = theme.colour("primary" if self.isChecked() else "muted")
        paint.box(painter, box, theme.px(4), fill, line, theme.px(2))
        if self.isChecked():
            inset = theme.px(3)
            paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "on_primary")
        area = QRectF(self.rect()).adjusted(box.right() + margin, theme.px(4), -margin, -theme.px(4))
        painter.setPen(theme.colour(ink))
        painter.setFont(self._fitting_font(theme, area))
        painter.drawText(area, int(_WORDS), self.text())
